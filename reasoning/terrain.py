"""The tables of a snapshot that the path search walks on: needs, grants, moves and what they cost at least."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from graph.snapshot import Snapshot
from reasoning.adjacency import Moves, role_moves
from reasoning.derived import derived
from reasoning.effort import doubts, learning, move_bases, preparation, rises, shortfalls
from reasoning.grants import Grants, role_grants
from reasoning.requirements import Ints, RoleNeeds, role_needs

MOST_KEPT = 2048
"""So many roles are kept with the needs of the roles one move away (some 10 kB each)."""


@dataclass(frozen=True, slots=True)
class Children:
    """The roles one move away with their needs laid end to end, so that all are costed at once."""

    roles: Ints
    bases: Ints
    owners: Ints
    columns: Ints
    skills: Ints
    thresholds: Ints
    weights: Ints
    totals: Ints
    preparation: Ints

    @classmethod
    def of(cls, ground: Terrain, at: Ints, extra: Ints) -> Children:
        """The children that the moves at these positions lead to; ``extra`` is what each move costs more."""
        roles = ground.ends[at]
        offsets = ground.needs.offsets
        counts = offsets[roles + 1] - offsets[roles]
        needs = np.repeat(offsets[roles] - np.cumsum(counts) + counts, counts) + np.arange(int(counts.sum()))
        return cls(
            roles=roles,
            bases=ground.bases[at] + extra[at],
            owners=np.repeat(np.arange(len(roles)), counts),
            columns=ground.grants.column_of[ground.needs.skills[needs]],
            skills=ground.needs.skills[needs],
            thresholds=ground.needs.thresholds[needs],
            weights=ground.needs.weights[needs],
            totals=ground.weights[roles],
            preparation=ground.preparation[roles],
        )

    def learning(self, held: Ints) -> Ints:
        """What learning each role's missing needs costs someone who holds these levels."""
        missing = shortfalls(held[self.columns], self.thresholds) * self.weights
        # bincount adds in float64: exact, the sums are whole numbers far below 2**53
        sums = np.bincount(self.owners, weights=missing, minlength=len(self.roles)).astype(np.int64)
        return learning(self.preparation, sums, self.totals)

    def missing(self, at: int, held: Ints) -> Iterator[tuple[int, int]]:
        """Skill and level of each need of the role at this place that is not met."""
        own = np.flatnonzero((self.owners == at) & (held[self.columns] < self.thresholds))
        yield from zip(self.skills[own].tolist(), self.thresholds[own].tolist(), strict=True)


@dataclass(frozen=True, slots=True)
class Terrain:
    """The tables of a snapshot that the search walks on. Roles are counted from the first one.

    ``sources`` and ``ends`` are the two roles of each move, ``bases`` what changing role costs by it at
    least, of which ``doubts``; ``owners`` is the role of each need.
    """

    needs: RoleNeeds
    grants: Grants
    moves: Moves
    preparation: Ints
    bases: Ints
    doubts: Ints
    sources: Ints
    ends: Ints
    weights: Ints
    owners: Ints
    _children: dict[int, Children] = field(default_factory=dict, repr=False, compare=False)

    def children(self, role: int) -> Children:
        """The roles one move away, whichever the move; kept up to a bound: most questions pass the same roles."""
        found = self._children.get(role)
        if found is None:
            if len(self._children) >= MOST_KEPT:
                self._children.clear()
            at = np.arange(int(self.moves.offsets[role]), int(self.moves.offsets[role + 1]))
            found = self._children[role] = Children.of(self, at, np.zeros_like(self.bases))
        return found

    @property
    def size(self) -> int:
        """Number of roles."""
        return len(self.preparation)

    def move(self, origin: int, destination: int) -> int | None:
        """Position of the move between two roles (counted from the first), or None."""
        span = slice(int(self.moves.offsets[origin]), int(self.moves.offsets[origin + 1]))
        ends = self.moves.destinations[span]
        at = int(np.searchsorted(ends, destination + self.moves.base))
        return span.start + at if at < len(ends) and int(ends[at]) == destination + self.moves.base else None


def terrain(snapshot: Snapshot) -> Terrain:
    """Build or fetch the tables (use it through ``derived``)."""
    needs, moves = derived(snapshot, role_needs), derived(snapshot, role_moves)
    size = len(snapshot.nodes("Role"))
    owners = np.repeat(np.arange(size), np.diff(needs.offsets))
    sources, ends = np.repeat(np.arange(size), np.diff(moves.offsets)), moves.destinations - moves.base
    doubt = doubts(moves.seen, moves.scores, rises(snapshot, sources, ends))
    return Terrain(
        needs=needs,
        grants=derived(snapshot, role_grants),
        moves=moves,
        preparation=derived(snapshot, preparation),
        bases=move_bases(moves.seen, doubt),
        doubts=doubt,
        sources=sources,
        ends=ends,
        owners=owners,
        weights=np.bincount(owners, weights=needs.weights, minlength=size).astype(np.int64),
    )
