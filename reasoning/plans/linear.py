"""Weighted sums of whole-number variables, as objectives are put together before a solver sees them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Linear(Generic[V]):
    """A constant and weighted variables."""

    terms: tuple[tuple[int, V], ...] = ()
    constant: int = 0

    def plus(self, other: Linear[V]) -> Linear[V]:
        """The sum of both."""
        return Linear(self.terms + other.terms, self.constant + other.constant)

    def times(self, factor: int) -> Linear[V]:
        """Every weight and the constant times the factor."""
        return Linear(tuple((weight * factor, one) for weight, one in self.terms), self.constant * factor)


def weighted(pairs: Iterable[tuple[int, V]], constant: int = 0) -> Linear[V]:
    """A sum of weighted variables, those of weight 0 left out."""
    return Linear(tuple((weight, one) for weight, one in pairs if weight), constant)
