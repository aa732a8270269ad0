"""Scores and ranked lists for the roles of a snapshot, by snapshot index. Pure; tables are kept with the snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.transitions.landscape import Landscape
from reasoning.transitions.levels import Direction, direction
from reasoning.transitions.remembering import landscape
from reasoning.transitions.scoring import Scorer
from reasoning.transitions.weights import Order, shipped

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair's score and where the move leads."""

    score: float
    direction: Direction


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A role in a ranked list (snapshot index)."""

    role: int
    score: float
    direction: Direction


def easiest(snapshot: Snapshot) -> Scorer:
    """The scorer of feasibility (use it through ``scorer``)."""
    return Scorer(derived(snapshot, landscape), shipped(Order.FEASIBILITY))


def most_alike(snapshot: Snapshot) -> Scorer:
    """The scorer of similarity (use it through ``scorer``)."""
    return Scorer(derived(snapshot, landscape), shipped(Order.SIMILARITY))


def scorer(snapshot: Snapshot, order: Order) -> Scorer:
    """The scorer of an order, made once per snapshot."""
    return derived(snapshot, easiest if order is Order.FEASIBILITY else most_alike)


def scores(snapshot: Snapshot, pairs: Sequence[Pair]) -> list[Scored]:
    """How feasible each move is, in the order of the pairs."""
    land, feasible = derived(snapshot, landscape), scorer(snapshot, Order.FEASIBILITY)
    by_origin: dict[int, list[int]] = {}
    for at, (origin, _) in enumerate(pairs):
        by_origin.setdefault(origin, []).append(at)
    found: dict[int, Scored] = {}
    for origin, places in by_origin.items():
        ends = np.array([pairs[at][1] - land.base for at in places], dtype=np.int64)
        values = feasible.row(origin - land.base, ends)
        for at, end, value in zip(places, ends, values, strict=True):
            found[at] = Scored(rounded(float(value)), _direction(land, origin - land.base, int(end)))
    return [found[at] for at in range(len(pairs))]


def adjacent(
    snapshot: Snapshot, role: int, order: Order, first: int, schemes: Iterable[str] | None = None
) -> list[Neighbour]:
    """The roles next to one, best first, ties by id. Without ``schemes`` those of the role's own scheme and tenant."""
    land = derived(snapshot, landscape)
    origin = role - land.base
    if schemes is None:
        wanted = land.schemes == land.schemes[origin]
    else:
        asked = set(schemes)
        codes = [at for at, (_, scheme) in enumerate(land.scheme_names) if scheme in asked]
        wanted = np.isin(land.schemes, codes)
    wanted = wanted.copy()
    wanted[origin] = False
    ends = np.flatnonzero(wanted)
    values = scorer(snapshot, order).row(origin, ends)
    ranked = np.lexsort((ends, -np.round(values, 6)))[:first]
    return [
        Neighbour(int(ends[at]) + land.base, rounded(float(values[at])), _direction(land, origin, int(ends[at])))
        for at in ranked
    ]


def rounded(score: float) -> float:
    """A score as it is shown: six places, so that equal inputs give equal bytes."""
    return round(score, 6)


def _direction(land: Landscape, origin: int, destination: int) -> Direction:
    return direction(float(land.levels[origin]), float(land.levels[destination]))
