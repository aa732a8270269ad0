"""The tables of a snapshot that the path search walks on: needs, grants, moves and what they cost at least."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.snapshot import Snapshot
from reasoning.adjacency import Moves, role_moves
from reasoning.derived import derived
from reasoning.effort import doubts, move_bases, preparation, rises
from reasoning.grants import Grants, role_grants
from reasoning.requirements import Ints, RoleNeeds, role_needs


@dataclass(frozen=True, slots=True)
class Terrain:
    """The tables of a snapshot that the search walks on. Roles are counted from the first one.

    ``sources`` and ``ends`` are the two roles of each move, ``bases`` what changing role costs by it at
    least, of which ``doubts``.
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
        weights=np.bincount(owners, weights=needs.weights, minlength=size).astype(np.int64),
    )
