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
from reasoning.derived import derived
from reasoning.holdings import level_at
from reasoning.taxonomy import Taxonomy

CENTS = 100


@dataclass(frozen=True, slots=True)
class CoursePlan:
    """The courses that teach one skill to a level, earlier ones first, and the edges that say so."""

    courses: tuple[int, ...]
    edges: tuple[EdgeAt, ...]


class CoursePrices:
    """Price, length and currency of every course of a snapshot (use it through ``derived``)."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.first = snapshot.nodes("Course").start
        courses = snapshot.nodes("Course")
        prices = [snapshot.number("Course", "cost", course) for course in courses]
        self.cents = [None if price is None else round(price * CENTS) for price in prices]
        self.hours = [snapshot.number("Course", "hours", course) for course in courses]
        self.currencies = [snapshot.text("Course", "currency", course) or "" for course in courses]


class CoursePlans:
    """Plans of one snapshot for someone who has passed nothing, found on demand (use it through ``derived``)."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot, self._known = snapshot, dict[tuple[int, int], tuple[CoursePlan | None, frozenset[int]]]()

    def of(self, skill: int, level: int) -> tuple[CoursePlan | None, frozenset[int]]:
        """The plan, and every course that was weighed for it."""
        key = (skill, level)
        if key not in self._known:
            self._known[key] = cheapest(self._snapshot, skill, level, frozenset())
        return self._known[key]


class CourseMoney:
    """Course plans for someone who has passed some courses, remembered by skill and level."""

    def __init__(self, snapshot: Snapshot, passed: Collection[int] = ()) -> None:
        self._snapshot, self._passed = snapshot, frozenset(passed)
        self._prices = derived(snapshot, CoursePrices)
        self._plans: dict[tuple[int, int], CoursePlan | None] = {}

    def plan(self, skill: int, level: int) -> CoursePlan | None:
        """The cheapest plan that brings the skill to the raw level; None where no course does."""
        key = (skill, level)
        if key not in self._plans:
            plan, weighed = derived(self._snapshot, CoursePlans).of(skill, level)
            if not weighed.isdisjoint(self._passed):
                plan, _ = cheapest(self._snapshot, skill, level, self._passed)
            self._plans[key] = plan
        return self._plans[key]

    def courses(self, needs: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Every course of the plans for these (skill, level) pairs."""
        plans = (self.plan(skill, level) for skill, level in needs)
        return frozenset(course for plan in plans if plan is not None for course in plan.courses)

    def cents(self, courses: Collection[int]) -> int | None:
        """What the courses cost together; None where a price is unknown or the currencies differ."""
        return price(self._prices, courses)

    def currency(self, courses: Collection[int]) -> str | None:
        """The one currency of the courses, if there is one."""
        found = _currencies(self._prices, courses)
        return found.pop() if len(found) == 1 else None


def price(prices: CoursePrices, courses: Collection[int]) -> int | None:
    """What the courses cost together; None where a price is unknown or the currencies differ."""
    known = [prices.cents[course - prices.first] for course in courses]
    if None in known or len(_currencies(prices, courses)) > 1:
        return None
    return sum(cents for cents in known if cents is not None)


def cheapest(
    snapshot: Snapshot, skill: int, level: int, passed: frozenset[int]
) -> tuple[CoursePlan | None, frozenset[int]]:
    """The cheapest plan by the rule above, and every course weighed for it, with what comes before each."""
    teaches, prices = snapshot.edges("TEACHES_SKILL"), derived(snapshot, CoursePrices)
    best: tuple[tuple[float, float, int], tuple[EdgeAt, ...], CoursePlan] | None = None
    weighed: set[int] = set()
    for taught, cover in derived(snapshot, Taxonomy).covers(skill).items():
        if cover.kind is CoverKind.CLOSE:
            continue
        span = teaches.into(taught)
        for source, position in zip(teaches.in_src[span].tolist(), teaches.in_edge[span].tolist(), strict=True):
            if source in passed or level_at(teaches.columns["to_level"], position)[0] < level:
                continue
            before, needed = still_needed(snapshot, source, passed)
            plan = CoursePlan((*before, source), (("TEACHES_SKILL", position), *cover.chain, *needed))
            weighed |= {*plan.courses}
            ranked = (_rank(prices, plan), plan.edges, plan)
            if best is None or (ranked[0], len(ranked[1]), ranked[1]) < (best[0], len(best[1]), best[1]):
                best = ranked
    return (None if best is None else best[2]), frozenset(weighed)


def _currencies(prices: CoursePrices, courses: Collection[int]) -> set[str]:
    paid = (course - prices.first for course in courses)
    return {prices.currencies[at] for at in paid if prices.cents[at]}


def _rank(prices: CoursePrices, plan: CoursePlan) -> tuple[float, float, int]:
    cents, unknown = price(prices, plan.courses), float("inf")
    hours = [prices.hours[course - prices.first] for course in plan.courses]
    spent = sum(unknown if one is None else one for one in hours)
    return (unknown if cents is None else cents, spent, plan.courses[-1])
