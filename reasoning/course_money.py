"""What the courses cost that a path needs: for each skill to learn, the cheapest course that reaches the level.

A declared rule, not an optimum over bundles: each skill takes the course that costs least together with what must
still be passed before it (then fewer hours, then the id); a course that serves several skills or steps is paid once.
A skill that no course teaches to the level is learned otherwise and costs no money here; it is listed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph.snapshot import Snapshot
from reasoning.answers import CoverKind
from reasoning.citing import EdgeAt
from reasoning.courses import still_needed
from reasoning.holdings import level_at
from reasoning.taxonomy import Taxonomy

CENTS = 100


@dataclass(frozen=True, slots=True)
class CoursePlan:
    """The courses that teach one skill to a level, earlier ones first, and the edges that say so."""

    courses: tuple[int, ...]
    edges: tuple[EdgeAt, ...]


class CourseMoney:
    """Course plans of one snapshot for someone who has passed some courses, remembered by skill and level."""

    def __init__(self, snapshot: Snapshot, taxonomy: Taxonomy, passed: Collection[int] = ()) -> None:
        self._snapshot, self._taxonomy, self._passed = snapshot, taxonomy, frozenset(passed)
        self._plans: dict[tuple[int, int], CoursePlan | None] = {}

    def plan(self, skill: int, level: int) -> CoursePlan | None:
        """The cheapest plan that brings the skill to the raw level; None where no course does."""
        key = (skill, level)
        if key not in self._plans:
            self._plans[key] = self._cheapest(skill, level)
        return self._plans[key]

    def courses(self, needs: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Every course of the plans for these (skill, level) pairs."""
        plans = (self.plan(skill, level) for skill, level in needs)
        return frozenset(course for plan in plans if plan is not None for course in plan.courses)

    def cents(self, courses: Collection[int]) -> int | None:
        """What the courses cost together; None where a price is unknown or the currencies differ."""
        prices = [self._snapshot.number("Course", "cost", course) for course in courses]
        known = [price for price in prices if price is not None]
        if len(known) < len(prices) or len(self._currencies(courses)) > 1:
            return None
        return sum(round(price * CENTS) for price in known)

    def currency(self, courses: Collection[int]) -> str | None:
        """The one currency of the courses, if there is one."""
        found = self._currencies(courses)
        return found.pop() if len(found) == 1 else None

    def _currencies(self, courses: Collection[int]) -> set[str]:
        paid = (course for course in courses if self._snapshot.number("Course", "cost", course))
        return {self._snapshot.text("Course", "currency", course) or "" for course in paid}

    def _cheapest(self, skill: int, level: int) -> CoursePlan | None:
        teaches = self._snapshot.edges("TEACHES_SKILL")
        best: tuple[tuple[float, float, int], CoursePlan] | None = None
        for taught, cover in self._taxonomy.covers(skill).items():
            if cover.kind is CoverKind.CLOSE:
                continue
            span = teaches.into(taught)
            for source, position in zip(teaches.in_src[span], teaches.in_edge[span], strict=True):
                course = int(source)
                if course in self._passed or level_at(teaches.columns["to_level"], int(position))[0] < level:
                    continue
                before, needed = still_needed(self._snapshot, course, self._passed)
                edges = (("TEACHES_SKILL", int(position)), *cover.chain, *needed)
                plan = CoursePlan((*before, course), edges)
                rank = self._rank(plan)
                if best is None or (rank, len(edges), edges) < (best[0], len(best[1].edges), best[1].edges):
                    best = (rank, plan)
        return None if best is None else best[1]

    def _rank(self, plan: CoursePlan) -> tuple[float, float, int]:
        cents = self.cents(plan.courses)
        hours = [self._snapshot.number("Course", "hours", course) for course in plan.courses]
        unknown = float("inf")
        spent = sum(unknown if one is None else one for one in hours)
        return (unknown if cents is None else cents, spent, plan.courses[-1])
