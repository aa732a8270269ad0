"""The exact search for the cheapest loopless ways between two roles, when each step teaches for the next.

The cost of a step depends on all roles passed before, so a state is a whole partial path. A* over partial paths
with an admissible bound (see ``Bound``) gives them in order: cost, then fewer steps, then the smaller sequence of
role keys. Everything is an integer. Of ways wanted a distance apart the next in that order is taken that is far
enough from all taken before (see ``find_routes``).
"""

from __future__ import annotations

import copy
import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import numpy as np

from reasoning.course_money import CourseMoney
from reasoning.diversity import apart, inner, may_be_apart
from reasoning.effort import BASE
from reasoning.path_limits import Limits
from reasoning.requirements import Ints
from reasoning.route_bounds import NO_WAY, Bound
from reasoning.terrain import Children, Terrain

MAX_EXPANSIONS = 20_000
"""Partial paths looked at before the search gives up its claim to be exact."""


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


def find_routes(
    ground: Terrain, start: int, target: int, held: Ints, limits: Limits, k: int, least_apart: int = 0
) -> Routes:
    """The ``k`` cheapest loopless ways from ``start`` to ``target`` for someone who holds ``held`` (raw, by column).

    With ``least_apart`` (thousandths) the greedy rule holds: the cheapest way, then ever the cheapest that is at
    least that far from all chosen before.
    """
    if start == target or not limits.allowed[target] or k < 1 or limits.max_steps < 1:
        return Routes((), 0, True)
    return RouteSearch(ground, target, limits).run(start, held, k, least_apart)


Partial: TypeAlias = tuple[int, bool, int, tuple[int, ...], int, int, frozenset[int]]
"""Least total cost, whether complete, steps, roles, cost so far, months so far, courses so far (under a budget)."""


class RouteSearch:
    """Searches towards one target under one set of limits, from any start."""

    def __init__(self, ground: Terrain, target: int, limits: Limits) -> None:
        self._ground, self._target, self._limits = ground, target, limits
        self._bound = Bound(ground, target, limits)
        self._most_passed = max(
            (sum(role in group for group in limits.passes) for role in set().union(*limits.passes)), default=1
        )
        self._free = bool(limits.usable.all()) and not limits.extra.any()
        self._children: dict[int, Children] = {}

    def least_cost(self, start: int, held: Ints) -> int:
        """A lower bound of the cheapest way; ``NO_WAY`` where the target cannot be reached."""
        moving = self._bound.moving(self._limits.max_steps, start)
        return NO_WAY if moving >= NO_WAY else moving + self._bound.learning(held)

    def run(self, start: int, held: Ints, k: int, least_apart: int = 0) -> Routes:
        """The ``k`` best ways (see ``find_routes``)."""
        walk = _Walk(self, held, start, k if least_apart == 0 else None)
        chosen: list[Route] = []
        parts: list[frozenset[int]] = []
        if least_apart:
            walk.hopeless = lambda roles, room: any(not may_be_apart(roles, room, part, least_apart) for part in parts)
        for route in walk.ways():
            own = inner(route.roles)
            if not least_apart or all(apart(own, part, least_apart) for part in parts):
                chosen.append(route)
                parts.append(own)
            if len(chosen) == k:
                break
        return Routes(tuple(chosen), walk.expanded, walk.exact)

    def with_money(self, money: CourseMoney) -> RouteSearch:
        """The same search for someone who has passed other courses: they change what a budget admits."""
        assert self._limits.budget is not None
        other = copy.copy(self)
        other._limits = replace(self._limits, budget=replace(self._limits.budget, money=money))
        return other

    # -- what a walk asks ----------------------------------------------------------------------------------

    def children(self, role: int) -> Children:
        """The roles one usable move away."""
        if self._free:
            return self._ground.children(role)
        found = self._children.get(role)
        if found is None:
            found = self._children[role] = children_of(self._ground, role, self._limits)
        return found

    def in_time(self, months: int, left: int, role: int, learn: int) -> bool:
        """Whether the path can still end within the months: each step to come takes ``BASE``, and the learning."""
        latest = self._limits.max_months
        return latest is None or months + BASE * self._bound.hops(left, role) + learn <= latest

    def passable(self, roles: tuple[int, ...], left: int) -> bool:
        """Whether what must be passed is, or still can be in ``left`` further steps of which the last is the target."""
        if not self._limits.passes:
            return True
        open_groups = [group for group in self._limits.passes if group.isdisjoint(roles[1:])]
        if roles[-1] == self._target:
            return not open_groups
        before = sum(self._target not in group for group in open_groups)
        return before <= (left - 1) * self._most_passed

    def start_estimate(self, start: int, held: Ints) -> int:
        """The least cost of a whole way."""
        return min(self.least_cost(start, held), NO_WAY)

    @property
    def ground(self) -> Terrain:
        """The tables walked on."""
        return self._ground

    @property
    def limits(self) -> Limits:
        """The limits kept."""
        return self._limits

    @property
    def bound(self) -> Bound:
        """The bound of the rest."""
        return self._bound

    @property
    def target(self) -> int:
        """Where to."""
        return self._target


class _Walk:
    """One run of the search: a heap of partial and complete ways, given out in order."""

    def __init__(self, search: RouteSearch, held: Ints, start: int, wanted: int | None) -> None:
        self._search, self._held, self._start, self._wanted = search, held, start, wanted
        self._costs: list[int] = []
        self.hopeless: Callable[[Sequence[int], int], bool] | None = None
        self.expanded, self.exact = 0, True

    def ways(self) -> Iterator[Route]:
        """Ways in order of (cost, steps, roles), as many as are asked for or all."""
        estimate = self._search.start_estimate(self._start, self._held)
        heap: list[Partial] = [(estimate, False, 0, (self._start,), 0, 0, frozenset())]
        while heap and heap[0][0] < NO_WAY:
            estimate, complete, steps, roles, cost, months, courses = heapq.heappop(heap)
            if complete:
                yield Route(cost, steps, roles, months)
            elif not self._left_out(roles):
                if self.expanded == MAX_EXPANSIONS:
                    self.exact = False
                    break
                self.expanded += 1
                self._expand(heap, roles, cost, months, courses)
        # where the search stopped at its bound, the ways already found are given all the same
        yield from (Route(one[4], one[2], one[3], one[5]) for one in sorted(heap) if one[1] and not self.exact)

    def _left_out(self, roles: tuple[int, ...]) -> bool:
        if self.hopeless is None or len(roles) == 1:
            return False
        return self.hopeless(roles[1:], self._search.limits.max_steps - len(roles))

    def _expand(
        self, heap: list[Partial], roles: tuple[int, ...], cost: int, months: int, courses: frozenset[int]
    ) -> None:
        search, bound = self._search, self._search.bound
        children = search.children(roles[-1])
        if not len(children.roles):
            return
        held = held_after(search.ground, self._held, roles[1:])
        learned = children.learning(held)
        left = search.limits.max_steps - len(roles)
        costs = cost + learned + children.bases
        spent = months + learned + BASE
        learn, move = bound.after(held, children.roles, left)
        estimates = costs + learn + move
        for at in (estimates <= min(self._worst(), NO_WAY - 1)).nonzero()[0].tolist():
            role, so_far = children.roles.item(at), spent.item(at)
            way = (*roles, role)
            if role in roles or not search.in_time(so_far, left, role, learn.item(at)):
                continue
            taken = search.limits.courses_after(children.missing(at, held), courses)
            if taken is None or not search.passable(way, left):
                continue
            complete = role == search.target
            if complete:
                self._note(costs.item(at))
            heapq.heappush(heap, (estimates.item(at), complete, len(roles), way, costs.item(at), so_far, taken))

    def _worst(self) -> int:
        """What a way may cost at most to be among those wanted."""
        return self._costs[-1] if self._wanted is not None and len(self._costs) == self._wanted else NO_WAY

    def _note(self, cost: int) -> None:
        if self._wanted is not None:
            self._costs = sorted([*self._costs, cost])[: self._wanted]


def held_after(ground: Terrain, held: Ints, roles: Sequence[int]) -> Ints:
    """Levels by column after working in the roles."""
    levels = held.copy()
    for role in roles:
        span = ground.grants.of(role)
        columns = ground.grants.columns[span]
        levels[columns] = np.maximum(levels[columns], ground.grants.levels[span])
    return levels


def children_of(ground: Terrain, role: int, limits: Limits) -> Children:
    """The roles one move away from a role (counted from the first) by the moves that may be used."""
    at = np.arange(int(ground.moves.offsets[role]), int(ground.moves.offsets[role + 1]))
    return Children.of(ground, at[limits.usable[at]], limits.extra)
