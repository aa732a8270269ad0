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
from reasoning.transitions.scoring import Ends, Scorer
from reasoning.transitions.sparse import Floats, Ints
from reasoning.transitions.weights import Order, shipped

MILLION, PLACES = 1e6, 32
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
    land, judge = derived(snapshot, landscape), scorer(snapshot, order)
    origin = role - land.base
    if schemes is None:
        roles, ends = derived(snapshot, _Schemes).of(int(land.schemes[origin]), judge)
    else:
        asked = set(schemes)
        codes = [at for at, (_, scheme) in enumerate(land.scheme_names) if scheme in asked]
        roles = np.flatnonzero(np.isin(land.schemes, codes))
        ends = judge.ends(roles)
    values = judge.towards(origin, ends)
    chosen = _first(values, roles, origin, first)
    others, levels = roles[chosen], land.levels[roles[chosen]]
    level = float(land.levels[origin])
    return [
        Neighbour(other + land.base, rounded(value), direction(level, to))
        for other, value, to in zip(others.tolist(), values[chosen].tolist(), levels.tolist(), strict=True)
    ]


class _Schemes:
    """The roles of each scheme and tenant, prepared for scores, made when first asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._schemes = derived(snapshot, landscape).schemes
        self._known: dict[int, tuple[Ints, Ends]] = {}

    def of(self, scheme: int, judge: Scorer) -> tuple[Ints, Ends]:
        """The roles (counted from the first) and what is read of them; the same for every scorer."""
        if scheme not in self._known:
            roles = np.flatnonzero(self._schemes == scheme)
            self._known[scheme] = roles, judge.ends(roles)
        return self._known[scheme]


def _first(values: Floats, roles: Ints, origin: int, first: int) -> Ints:
    """Places of the best by the score as it is shown, ties by id; the origin is none of them."""
    shown = np.rint(np.round(values, 6).astype(np.float64) * MILLION).astype(np.int64)
    keys = roles - (shown << PLACES)
    keys[roles == origin] = np.iinfo(np.int64).max
    count = min(first, len(roles) - int(origin in roles))
    if count < 1:
        return np.zeros(0, dtype=np.int64)
    ahead = np.argpartition(keys, count - 1)[:count] if count < len(keys) else np.arange(len(keys))
    return ahead[np.argsort(keys[ahead])]


def rounded(score: float) -> float:
    """A score as it is shown: six places, so that equal inputs give equal bytes."""
    return round(score, 6)


def _direction(land: Landscape, origin: int, destination: int) -> Direction:
    return direction(float(land.levels[origin]), float(land.levels[destination]))
