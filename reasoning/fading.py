"""How a level fades with time since its last evidence: declared rules by kind of skill, read from recency.yaml.

A later date never lowers a level, and what counts is never above what is stated. It knows no graph.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

import yaml

DAYS_PER_MONTH = 30.4375
"""Mean length of a month of the Gregorian calendar."""


@dataclass(frozen=True, slots=True)
class RecencyRule:
    """How levels of one kind of skill fade."""

    name: str
    grace_months: float
    half_life_months: float
    floor: float

    def counted(self, level: int, days: int) -> int:
        """The raw level that counts so many days after the last evidence."""
        months = days / DAYS_PER_MONTH - self.grace_months
        if months <= 0:
            return level
        share: float = max(self.floor, 0.5 ** (months / self.half_life_months))
        return min(level, max(1, round(level * share)))


@functools.cache
def rules() -> Mapping[str, RecencyRule]:
    """The declared rules by kind of skill."""
    read = yaml.safe_load((resources.files("reasoning") / "recency.yaml").read_text("utf-8"))
    return MappingProxyType({name: RecencyRule(name, **values) for name, values in read["rules"].items()})


def written(faded: Mapping[str, str]) -> str:
    """Which edges fade by which rule, as a claim states it as its condition: ``edge id=rule`` apart by blanks."""
    return " ".join(f"{edge_id}={name}" for edge_id, name in sorted(faded.items()))
