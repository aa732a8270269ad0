"""Which roles a role may lead to beside recorded moves: the easiest by the transition model to which something carries.

A table of the role catalogue alone: it is kept with the catalogue's landscape, so that a snapshot that changed only in
its people reuses it.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np

from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.grants import carried_shares, role_grants
from reasoning.requirements import Ints, role_needs
from reasoning.role_marks import role_numbers
from reasoning.transitions.landscape import Landscape
from reasoning.transitions.ranking import scorer
from reasoning.transitions.remembering import landscape
from reasoning.transitions.weights import Order

NEAR_ROLES = 12
"""How many near roles a role may lead to, beside its recorded transitions."""

NEAR_SCORE = 0.5
"""Least feasibility of a move that nobody has made."""

NEAR_RISE = 2
"""Most grades of a company that such a move may rise: nobody is seen to rise by more at once."""

MICRO = 1_000_000
"""Scores are kept as whole millionths."""

KEPT = 2
_known: OrderedDict[int, tuple[Landscape, NearRoles]] = OrderedDict()


@dataclass(frozen=True, slots=True)
class NearRoles:
    """Near roles as CSR over roles (counted from the first), sorted by role, with the score of each move."""

    offsets: Ints
    destinations: Ints
    scores: Ints

    def of(self, local: int) -> dict[int, int]:
        """The roles near this one with the scores of the moves."""
        span = slice(int(self.offsets[local]), int(self.offsets[local + 1]))
        return dict(zip(self.destinations[span].tolist(), self.scores[span].tolist(), strict=True))


def near_roles(snapshot: Snapshot) -> NearRoles:
    """The near roles of all roles (use it through ``derived``)."""
    land = derived(snapshot, landscape)
    known = _known.get(id(land))
    if known is not None and known[0] is land:
        return known[1]
    found = _build(snapshot, land)
    _known[id(land)] = (land, found)
    while len(_known) > KEPT:
        _known.popitem(last=False)
    return found


def _build(snapshot: Snapshot, land: Landscape) -> NearRoles:
    size = len(snapshot.nodes("Role"))
    near: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    feasible = scorer(snapshot, Order.FEASIBILITY)
    grades = role_numbers(snapshot, "level")
    asked = np.diff(derived(snapshot, role_needs).offsets) > 0
    for scheme in np.unique(land.schemes):
        members = np.flatnonzero(land.schemes == scheme).astype(np.int64)
        ends = feasible.ends(members)
        carried = carried_shares(derived(snapshot, role_needs), derived(snapshot, role_grants), members)
        for row, origin in enumerate(map(int, members)):
            values = np.rint(feasible.towards(origin, ends).astype(np.float64) * MICRO).astype(np.int64)
            leap = grades[members] - grades[origin] > NEAR_RISE  # an unknown grade is no leap
            # of a role that asks for nothing on record, what carries over cannot be said: then any that asks will do
            joined = carried[row] >= 1 if asked[origin] else asked[members]
            values[~joined | (members == origin) | leap] = 0
            first = np.lexsort((members, -values))[:NEAR_ROLES]
            kept = first[values[first] >= NEAR_SCORE * MICRO]
            near[origin] = sorted(zip(members[kept].tolist(), values[kept].tolist(), strict=True))
    offsets = np.zeros(size + 1, dtype=np.int64)
    np.cumsum([len(one) for one in near], out=offsets[1:])
    flat = np.array([pair for one in near for pair in one], dtype=np.int64).reshape(-1, 2)
    return NearRoles(offsets, flat[:, 0].copy(), flat[:, 1].copy())
