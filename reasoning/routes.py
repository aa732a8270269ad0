"""The exact search for the k cheapest loopless ways between two roles, when each step teaches for the next.

The cost of a step depends on all roles passed before, so a state is a whole partial path. A* over partial paths
with an admissible bound (see ``Bound``) finds the k cheapest; ties go to fewer steps, then to the smaller sequence
of role keys. Everything is an integer.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.adjacency import Moves, role_moves
from reasoning.derived import derived
from reasoning.effort import BASE, learning, move_bases, preparation, shortfalls
from reasoning.grants import Grants, role_grants
from reasoning.requirements import Ints, RoleNeeds, role_needs

MAX_EXPANSIONS = 20_000
"""Partial paths looked at before the search gives up its claim to be exact."""

NO_WAY = np.iinfo(np.int64).max // 4


@dataclass(frozen=True, slots=True)
class Terrain:
    """The tables of a snapshot that the search walks on. Roles are counted from the first one."""

    needs: RoleNeeds
    grants: Grants
    moves: Moves
    preparation: Ints
    bases: Ints
    sources: Ints
    weights: Ints

    @property
    def size(self) -> int:
        """Number of roles."""
        return len(self.preparation)


def terrain(snapshot: Snapshot) -> Terrain:
    """Build or fetch the tables (use it through ``derived``)."""
    needs, moves = derived(snapshot, role_needs), derived(snapshot, role_moves)
    size = len(snapshot.nodes("Role"))
    owners = np.repeat(np.arange(size), np.diff(needs.offsets))
    return Terrain(
        needs=needs,
        grants=derived(snapshot, role_grants),
        moves=moves,
        preparation=derived(snapshot, preparation),
        bases=move_bases(moves.observed),
        sources=np.repeat(np.arange(size), np.diff(moves.offsets)),
        weights=np.bincount(owners, weights=needs.weights, minlength=size).astype(np.int64),
    )


@dataclass(frozen=True, slots=True)
class Limits:
    """Hard limits of a search: steps, months (thousandths), roles allowed and to be passed (from the first role)."""

    max_steps: int
    allowed: npt.NDArray[np.bool_]
    max_months: int | None = None
    via: frozenset[int] = frozenset()
    only_observed: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Route:
    """A way found: total cost and months in thousandths, and the roles from the start on; ordered as ranked."""

    cost: int
    steps: int
    roles: tuple[int, ...]
    months: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Routes:
    """The ways found, best first, how many partial paths were expanded, and whether the search was exhaustive."""

    routes: tuple[Route, ...]
    expanded: int
    exact: bool


def find_routes(ground: Terrain, start: int, target: int, held: Ints, limits: Limits, k: int) -> Routes:
    """The ``k`` cheapest loopless ways from ``start`` to ``target`` for someone who holds ``held`` (raw, by column)."""
    if start == target or not limits.allowed[target] or k < 1 or limits.max_steps < 1:
        return Routes((), 0, True)
    return _Search(ground, start, target, held, limits, k).run()


Partial: TypeAlias = tuple[int, int, tuple[int, ...], int]
"""A partial path: least total cost, cost so far, roles, months so far."""


class _Search:
    def __init__(self, ground: Terrain, start: int, target: int, held: Ints, limits: Limits, k: int) -> None:
        self._ground, self._start, self._target = ground, start, target
        self._held, self._limits, self._k = held, limits, k
        usable = limits.allowed[ground.moves.destinations - ground.moves.base]
        if limits.only_observed:
            usable &= ground.moves.observed > 0
        self._usable = usable
        self._bound = Bound(ground, target, limits, usable)
        self._children: dict[int, _Children] = {}
        self._best: list[Route] = []

    def run(self) -> Routes:
        first = self._bound.learning(self._held)
        heap: list[Partial] = [(first + self._bound.moving(self._limits.max_steps, self._start), 0, (self._start,), 0)]
        expanded = 0
        while heap:
            estimate, cost, roles, months = heapq.heappop(heap)
            if estimate > self._worst() or estimate >= NO_WAY:
                break
            if expanded == MAX_EXPANSIONS:
                return Routes(tuple(self._best), expanded, False)
            expanded += 1
            self._expand(heap, cost, roles, months)
        return Routes(tuple(self._best), expanded, True)

    def _worst(self) -> int:
        return self._best[-1].cost if len(self._best) == self._k else NO_WAY

    def _expand(self, heap: list[Partial], cost: int, roles: tuple[int, ...], months: int) -> None:
        held = self._held_after(roles)
        children = self._children_of(roles[-1])
        if not len(children.roles):
            return
        learned = children.learning(held)
        left = self._limits.max_steps - len(roles)
        costs = cost + learned + children.bases
        spent = months + learned + BASE
        estimates = costs + self._bound.after(held, children.roles, left)
        open_vias = len(self._limits.via.difference(roles))
        for at in np.flatnonzero(estimates <= min(self._worst(), NO_WAY - 1)):
            role, so_far = int(children.roles[at]), int(spent[at])
            if role in roles or not self._in_time(so_far, left, role):
                continue
            if role == self._target:
                if open_vias == (role in self._limits.via):
                    self._keep(Route(int(costs[at]), len(roles), (*roles, role), so_far))
            elif open_vias - (role in self._limits.via) - (self._target in self._limits.via) < left:
                heapq.heappush(heap, (int(estimates[at]), int(costs[at]), (*roles, role), so_far))

    def _in_time(self, months: int, left: int, role: int) -> bool:
        """Whether the path can still end within the months: each step to come takes at least ``BASE``."""
        latest = self._limits.max_months
        return latest is None or months + BASE * self._bound.hops(left, role) <= latest

    def _keep(self, route: Route) -> None:
        self._best = sorted([*self._best, route])[: self._k]

    def _held_after(self, roles: Sequence[int]) -> Ints:
        held = self._held.copy()
        grants = self._ground.grants
        for role in roles[1:]:
            span = grants.of(role)
            columns = grants.columns[span]
            held[columns] = np.maximum(held[columns], grants.levels[span])
        return held

    def _children_of(self, role: int) -> _Children:
        found = self._children.get(role)
        if found is None:
            moves = self._ground.moves
            at = np.arange(int(moves.offsets[role]), int(moves.offsets[role + 1]))
            at = at[self._usable[at]]
            found = self._children[role] = _Children.of(self._ground, at)
        return found


@dataclass(frozen=True, slots=True)
class _Children:
    """The roles one move away with their needs laid end to end, so that all are costed at once."""

    roles: Ints
    bases: Ints
    owners: Ints
    columns: Ints
    thresholds: Ints
    weights: Ints
    totals: Ints
    preparation: Ints

    @classmethod
    def of(cls, ground: Terrain, at: Ints) -> _Children:
        roles = ground.moves.destinations[at] - ground.moves.base
        offsets = ground.needs.offsets
        counts = offsets[roles + 1] - offsets[roles]
        needs = np.repeat(offsets[roles] - np.cumsum(counts) + counts, counts) + np.arange(int(counts.sum()))
        return cls(
            roles=roles,
            bases=ground.bases[at],
            owners=np.repeat(np.arange(len(roles)), counts),
            columns=ground.grants.column_of[ground.needs.skills[needs]],
            thresholds=ground.needs.thresholds[needs],
            weights=ground.needs.weights[needs],
            totals=ground.weights[roles],
            preparation=ground.preparation[roles],
        )

    def learning(self, held: Ints) -> Ints:
        missing = shortfalls(held[self.columns], self.thresholds) * self.weights
        # bincount adds in float64: exact, the sums are whole numbers far below 2**53
        sums = np.bincount(self.owners, weights=missing, minlength=len(self.roles)).astype(np.int64)
        return learning(self.preparation, sums, self.totals)


class Bound:
    """What the rest of a path costs at least: moving plus learning, two parts of the cost that do not overlap.

    *Moving*: the cheapest sum of move bases to the target in at most the steps left (Bellman-Ford by rounds).
    *Learning*: every need of the target that is still short has to be learned in some step; a level of it costs at
    least ``price``, the smallest price of that level in any role within reach. Where one skill counts for several of
    the target's needs, its price is divided among them, so that no step is counted twice.
    """

    def __init__(self, ground: Terrain, target: int, limits: Limits, usable: npt.NDArray[np.bool_]) -> None:
        self._ground = ground
        sources, destinations = ground.sources[usable], ground.moves.destinations[usable] - ground.moves.base
        bases = ground.bases[usable]
        rounds = [np.full(ground.size, NO_WAY, dtype=np.int64)]
        hops = np.full(ground.size, NO_WAY, dtype=np.int64)
        rounds[0][target] = hops[target] = 0
        for step in range(1, limits.max_steps + 1):
            best = rounds[-1].copy()
            np.minimum.at(best, sources, bases + rounds[-1][destinations])
            best = np.minimum(best, NO_WAY)
            hops[(hops == NO_WAY) & (best < NO_WAY)] = step
            rounds.append(best)
        self._rounds, self._hops = rounds, hops
        self._columns, self._thresholds, self._prices = self._target_prices(target)
        place = np.full(ground.grants.width, -1, dtype=np.int64)
        place[self._columns] = np.arange(len(self._columns))
        self._granted = self._granted_levels(place)

    def moving(self, left: int, role: int) -> int:
        """Least cost of moves from the role to the target in at most ``left`` steps."""
        return int(self._rounds[left][role])

    def hops(self, left: int, role: int) -> int:
        """Fewest steps from the role to the target; ``NO_WAY`` when more than ``left``."""
        found = int(self._hops[role])
        return found if found <= left else NO_WAY // BASE

    def learning(self, held: Ints) -> int:
        """Least cost of learning that the target still asks for."""
        short = np.maximum(self._thresholds - held[self._columns], 0)
        return int(short @ self._prices)

    def after(self, held: Ints, roles: Ints, left: int) -> Ints:
        """Least rest of the cost once each of ``roles`` has been entered with ``left`` steps to go."""
        then = np.maximum(held[self._columns][None, :], self._granted[roles])
        short = np.maximum(self._thresholds[None, :] - then, 0)
        rest: Ints = np.floor(short @ self._prices).astype(np.int64) + self._rounds[left][roles]
        return rest

    def _target_prices(self, target: int) -> tuple[Ints, Ints, npt.NDArray[np.float64]]:
        needs, grants = self._ground.needs, self._ground.grants
        span = slice(int(needs.offsets[target]), int(needs.offsets[target + 1]))
        columns = grants.column_of[needs.skills[span]]
        owners = np.repeat(np.arange(self._ground.size), np.diff(needs.offsets))
        within = self._hops[owners] < NO_WAY
        entry = needs.weights[within] * self._ground.preparation[owners[within]] * 1000.0
        entry /= np.maximum(self._ground.weights[owners[within]], 1) * needs.thresholds[within]
        cheapest = np.full(grants.width, np.inf)
        np.minimum.at(cheapest, grants.column_of[needs.skills[within]], entry)
        prices = grants.reach.least(cheapest / grants.reach.counts(columns))[columns]
        # a hair less, so that rounding in the float sum never lifts the bound above the true cost
        return columns, needs.thresholds[span], prices * (1 - 1e-9)

    def _granted_levels(self, place: Ints) -> Ints:
        grants = self._ground.grants
        granted = np.zeros((self._ground.size, len(self._columns)), dtype=np.int64)
        entries = place[grants.columns] >= 0
        owners = np.repeat(np.arange(self._ground.size), np.diff(grants.offsets))[entries]
        granted[owners, place[grants.columns[entries]]] = grants.levels[entries]
        return granted
