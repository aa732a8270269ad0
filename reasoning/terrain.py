"""The tables of a snapshot that the path search walks on: needs, grants, moves and what they cost at least."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.adjacency import Moves, role_moves
from reasoning.derived import derived
from reasoning.effort import doubts, learning, move_bases, preparation, rises, shortfalls
from reasoning.grants import Grants, role_grants
from reasoning.requirements import Ints, RoleNeeds, role_needs

Floats = npt.NDArray[np.float64]
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
class NeedPrices:
    """What a level of each need costs, in the order of columns: column ``columns[n]`` begins at ``starts[n]``."""

    prices: Floats
    owners: Ints
    columns: Ints
    starts: Ints

    @classmethod
    def of(cls, prices: Floats, owners: Ints, columns: Ints) -> NeedPrices:
        """Sort the prices by column."""
        order = np.argsort(columns, kind="stable")
        found, starts = np.unique(columns[order], return_index=True)
        return cls(prices[order], owners[order], found, starts)

    def cheapest(self, roles: npt.NDArray[np.bool_], width: int) -> Floats:
        """The least price of each column in any of the roles; infinite where none needs it."""
        cheapest = np.full(width, np.inf)
        if len(self.starts):
            within = np.where(roles[self.owners], self.prices, np.inf)
            cheapest[self.columns] = np.minimum.reduceat(within, self.starts)
        return cheapest


@dataclass(frozen=True, slots=True)
class Terrain:
    """The tables of a snapshot that the search walks on. Roles are counted from the first one.

    ``sources`` and ``ends`` are the two roles of each move, ``bases`` what changing role costs by it at
    least, of which ``doubts``; ``owners`` and ``granters`` are the
    roles of each need and of each grant; ``prices`` are what a level of each need costs at least.
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
    granters: Ints
    prices: NeedPrices
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
    grants, prepared = derived(snapshot, role_grants), derived(snapshot, preparation)
    weights = np.bincount(owners, weights=needs.weights, minlength=size).astype(np.int64)
    entry: Floats = (needs.weights * prepared[owners]).astype(np.float64) * 1000.0
    entry /= np.maximum(weights[owners], 1) * needs.thresholds
    doubt = doubts(moves.seen, moves.scores, rises(snapshot, sources, ends))
    return Terrain(
        needs=needs,
        grants=grants,
        moves=moves,
        preparation=prepared,
        bases=move_bases(moves.seen, doubt),
        doubts=doubt,
        sources=sources,
        ends=ends,
        owners=owners,
        granters=np.repeat(np.arange(size), np.diff(grants.offsets)),
        prices=NeedPrices.of(entry, owners, grants.column_of[needs.skills]),
        weights=weights,
    )
