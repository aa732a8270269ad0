"""Which roles are one move away: recorded transitions, and roles that are near (reasoning.near_roles)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.near_roles import MICRO, near_roles
from reasoning.requirements import Ints
from reasoning.transitions import scores

SURE = 250
"""The raw confidence of an edge that is certain."""


@dataclass(frozen=True, slots=True)
class Moves:
    """All moves of a snapshot as CSR over roles, sorted by destination.

    ``transitions`` are positions of the recorded transition (or -1), ``near`` says whether the move would be there
    without one; ``seen`` is ``observed`` weighed by the edge's confidence (``SURE`` for 1), ``scores`` how feasible
    the transition model holds the move (millionths).
    """

    base: int
    offsets: Ints
    destinations: Ints
    transitions: Ints
    observed: Ints
    near: npt.NDArray[np.bool_]
    scores: Ints
    seen: Ints

    def of(self, role: int) -> slice:
        """Where the moves out of the role are."""
        local = role - self.base
        return slice(int(self.offsets[local]), int(self.offsets[local + 1]))


def role_moves(snapshot: Snapshot) -> Moves:
    """Build the moves of all roles (use it through ``derived``)."""
    roles = snapshot.nodes("Role")
    near = derived(snapshot, near_roles)
    beside = [{local + roles.start: score for local, score in near.of(at).items()} for at in range(len(roles))]
    recorded = [_recorded(snapshot, role) for role in roles]
    judged = _judged(snapshot, [(role, other) for role, found in zip(roles, recorded, strict=True) for other in found])
    flat: list[tuple[int, int, int, bool, int, int]] = []
    offsets = np.zeros(len(roles) + 1, dtype=np.int64)
    for at, role in enumerate(roles):
        for other in sorted(beside[at].keys() | recorded[at].keys()):
            position, count, seen = recorded[at].get(other, (-1, 0, 0))
            score = judged[role, other] if position >= 0 else beside[at][other]
            flat.append((other, position, count, other in beside[at], score, seen))
        offsets[at + 1] = len(flat)
    columns = np.array(flat, dtype=np.int64).reshape(-1, 6).T.copy()
    return Moves(
        base=roles.start,
        offsets=offsets,
        destinations=columns[0],
        transitions=columns[1],
        observed=columns[2],
        near=columns[3].astype(np.bool_),
        scores=columns[4],
        seen=columns[5],
    )


def _judged(snapshot: Snapshot, pairs: list[tuple[int, int]]) -> dict[tuple[int, int], int]:
    found = scores(snapshot, pairs)
    return {pair: round(one.score * MICRO) for pair, one in zip(pairs, found, strict=True)}


def _recorded(snapshot: Snapshot, role: int) -> dict[int, tuple[int, int, int]]:
    """Position and count of the transitions on record, and the count weighed by confidence.

    Of parallel ones (two tenants) the one observed most often.
    """
    transitions = snapshot.edges("TRANSITIONS_TO")
    observed, confidence = transitions.columns["observed_count"], transitions.columns["confidence"]
    span = transitions.out(role)
    found: dict[int, tuple[int, int, int]] = {}
    for position in range(span.start, span.stop):
        destination = int(transitions.dst[position])
        raw, sure = int(observed.raw[position]), int(confidence.raw[position])
        count = 0 if raw == observed.absent else raw
        known = found.get(destination)
        if destination != role and (known is None or count > known[1]):
            found[destination] = (position, count, count * (SURE if sure == confidence.absent else sure))
    return found
