"""Explains every miss of the model on our own judged pairs: how far, which way, and which component is responsible.

A score is read on the scale of the judgements by its rank: the pair at the n-th place of the scores is read as the n-th
of the sorted judgements. A miss is a reading that differs by two or more. The component responsible is the one whose
contribution differs most, in the direction of the miss, from its mean over the pairs of the same judgement that are
read right.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np

from graph.snapshot import Snapshot
from reasoning.transitions import Order
from reasoning.transitions.ranking import scorer
from reasoning.transitions.skill_space import wanted
from reasoning.transitions.weights import COMPONENTS

Pair: TypeAlias = dict[str, str]
LEAST = 2
"""Steps of the judgement by which a reading must differ to be a miss."""

TOLD = Path(__file__).parents[2] / "docs" / "transition-misses.csv"
"""The misses with their causes."""

CAUSES = frozenset(
    {"learned in days", "licence or degree", "same level, own craft", "another vocabulary", "a rank apart"}
    | {"knows the work below"}
)
"""Why a pair is missed, as told by hand."""

COLUMNS = (
    "from",
    "to",
    "from_name",
    "to_name",
    "judgement",
    "read_as",
    "score",
    "miss",
    "component",
    "by",
    "shared",
    "judged_for",
)


@dataclass(frozen=True, slots=True)
class Miss:
    """A pair that is read otherwise than judged."""

    pair: Pair
    read_as: int
    score: float
    component: str
    by: float
    shared: str

    @property
    def judgement(self) -> int:
        """As we judged it."""
        return int(self.pair["judgement"])

    @property
    def way(self) -> str:
        """Whether the score is too high or too low."""
        return "too high" if self.read_as > self.judgement else "too low"

    def row(self) -> tuple[str, ...]:
        """As a line of the table."""
        pair = self.pair
        return (
            pair["from"], pair["to"], pair["from_name"], pair["to_name"], pair["judgement"], str(self.read_as),
            f"{self.score:.3f}", self.way, self.component, f"{self.by:+.3f}", self.shared, pair["reason"],
        )  # fmt: skip


def misses(snapshot: Snapshot, pairs: Sequence[Pair]) -> list[Miss]:
    """The misses among the pairs, the largest first."""
    of = scorer(snapshot, Order.FEASIBILITY)
    base = snapshot.nodes("Role").start
    ends = [[snapshot.resolve("Role", pair[end]) - base for end in ("from", "to")] for pair in pairs]
    parts = [{part.name: part.contribution for part in of.components(*pair)} for pair in ends]
    table = np.array([[part[name] for name in COMPONENTS] for part in parts])
    score = table.sum(1)
    given = np.array([int(pair["judgement"]) for pair in pairs])
    read = np.empty(len(pairs), dtype=np.int64)
    read[np.argsort(score, kind="stable")] = np.sort(given)
    found = []
    for at in np.flatnonzero(np.abs(read - given) >= LEAST).tolist():
        alike = (given == given[at]) & (np.abs(read - given) < LEAST)
        off = table[at] - table[alike].mean(0)
        worst = int(np.argmax(off if read[at] > given[at] else -off))
        found.append(
            Miss(
                pairs[at],
                int(read[at]),
                float(score[at]),
                COMPONENTS[worst],
                float(off[worst]),
                _shared(snapshot, pairs[at]),
            )
        )
    return sorted(
        found, key=lambda miss: (-abs(miss.read_as - miss.judgement), -abs(miss.by), miss.pair["from"], miss.pair["to"])
    )


def _shared(snapshot: Snapshot, pair: Pair) -> str:
    """How many of the destination's essential skills the origin asks for too; empty where skills are not named."""
    asked = [
        {skill for skill, weight in wanted(snapshot, snapshot.resolve("Role", pair[end]), {}).items() if weight == 1}
        for end in ("from", "to")
    ]
    return f"{len(asked[0] & asked[1])} of {len(asked[1])}" if pair["to"].startswith("http") else ""


def read_pairs(path: Path) -> list[Pair]:
    """The judged pairs."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
