"""The exact search for the cheapest way to every role within reach, when each step teaches for the next.

Partial paths are taken in the order of their rank (cost, steps, role keys), so the first one to end in a role is its
best. Of two that passed the same roles and end in the same one, the worse is dropped: what follows is the same for
both. Everything is an integer.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from reasoning.effort import BASE
from reasoning.path_limits import Limits
from reasoning.requirements import Ints
from reasoning.routes import Route, children_of, held_after
from reasoning.terrain import Children, Terrain

MAX_EXPANSIONS = 20_000
"""Partial paths looked at before the search gives up its claim to be exact."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The best way to each role within reach, by role; how many partial paths were expanded, and whether all were."""

    routes: dict[int, Route]
    expanded: int
    exact: bool


def reach(ground: Terrain, start: int, held: Ints, limits: Limits) -> Reach:
    """The best way to every role that the limits admit (what must be passed is passed on the way)."""
    heap: list[tuple[int, int, tuple[int, ...], int, frozenset[int]]] = [(0, 0, (start,), 0, frozenset())]
    best: dict[int, Route] = {}
    known: dict[tuple[frozenset[int], int], int] = {}
    children: dict[int, Children] = {}
    expanded = 0
    while heap:
        cost, steps, roles, months, courses = heapq.heappop(heap)
        if steps and all(not group.isdisjoint(roles[1:]) for group in limits.passes):
            best.setdefault(roles[-1], Route(cost, steps, roles, months))
        if steps == limits.max_steps or _dominated(known, roles, months, limits):
            continue
        if expanded == MAX_EXPANSIONS:
            return Reach(best, expanded, False)
        expanded += 1
        at = children.get(roles[-1])
        if at is None:
            at = children[roles[-1]] = children_of(ground, roles[-1], limits)
        for step in _steps(ground, at, held, limits, (cost, steps, roles, months, courses)):
            heapq.heappush(heap, step)
    return Reach(best, expanded, True)


def _dominated(
    known: dict[tuple[frozenset[int], int], int], roles: tuple[int, ...], months: int, limits: Limits
) -> bool:
    """Whether a better-ranked path passed the same roles to the same end in no more months (without a budget)."""
    if limits.budget is not None:
        return False  # which courses were needed depends on the order
    key = (frozenset(roles), roles[-1])
    found = known.get(key)
    if found is None or months < found:
        known[key] = months
    return found is not None and found <= months


Partial = tuple[int, int, tuple[int, ...], int, frozenset[int]]


def _steps(ground: Terrain, children: Children, held: Ints, limits: Limits, path: Partial) -> list[Partial]:
    cost, steps, roles, months, courses = path
    levels = held_after(ground, held, roles[1:])
    learned = children.learning(levels)
    found: list[Partial] = []
    for at in range(len(children.roles)):
        role, spent = int(children.roles[at]), months + int(learned[at]) + BASE
        if role in roles or (limits.max_months is not None and spent > limits.max_months):
            continue
        taken = limits.courses_after(children.missing(at, levels), courses)
        if taken is not None:
            total = cost + int(learned[at]) + int(children.bases[at])
            found.append((total, steps + 1, (*roles, role), spent, taken))
    return found
