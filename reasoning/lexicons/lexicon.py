"""The lists that a language has. A word in none of them and in no phrasing is ``residue``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by the code they give rise to, and the words of each relation by its name."""

    negations: frozenset[str]
    overclaims: frozenset[str]
    hedges: frozenset[str]
    quantifiers: frozenset[str]
    numbers: frozenset[str]
    protected: frozenset[str]
    personal: frozenset[str]
    function_words: frozenset[str]
    predicates: Mapping[str, frozenset[str]]


def words(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.casefold().split())
