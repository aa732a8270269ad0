"""From a learner's standing and the course catalogue to a problem of whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.plans.answers import Closing, LearningPlanRequest, Limit, PlanLimits
from reasoning.plans.problem import Candidate, Problem, Start
from reasoning.plans.standing import Standing

ASSUMED_HOURS = 40.0
"""Counted for a course that states no hours; the answer marks it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The problem, and what its positions stand for: gaps that some course closes, in the order of the standing."""

    problem: Problem
    closable: tuple[int, ...]
    starts_on: date
    currency: str | None

    def day(self, week: int) -> date:
        """First day of a week."""
        return self.starts_on + timedelta(days=7 * week)

    def last_day(self, finish: int) -> date:
        """Last day of a plan that ends before the week ``finish``."""
        return self.day(finish) - timedelta(days=1)


def frame(snapshot: Snapshot, request: LearningPlanRequest, found: Standing, today: date) -> Frame:
    """The problem of this request.

    Raises ``BadInput`` for limits that make no sense, and where prices in several currencies would have to be added.
    """
    limits = request.limits
    starts_on = limits.starts_on or today
    _check(limits, starts_on)
    closable = tuple(at for at, gap in enumerate(found.gaps) if gap.closers)
    closes: dict[int, set[int]] = {}
    for position, at in enumerate(closable):
        for offer in found.gaps[at].closers:
            closes.setdefault(offer.course, set()).add(position)
    needs = _needs(snapshot, list(closes), found.passed)
    courses = sorted(needs)
    place = {course: at for at, course in enumerate(courses)}
    under_way = {one.course: one.hours_left for one in request.progress.under_way}
    currency = _currency(snapshot, courses, limits)
    candidates = tuple(
        Candidate(
            course=course,
            cents=0 if course in under_way else _cents(snapshot, course, currency),
            minutes=round(60 * under_way.get(course, hours_of(snapshot, course))),
            starts=None if course in under_way else _starts(snapshot, course, limits, starts_on),
            closes=frozenset(closes.get(course, ())),
            needs=frozenset() if course in under_way else frozenset(place[earlier] for earlier in needs[course]),
            barred=frozenset() if course in under_way else _barred(snapshot, course, limits, currency),
        )
        for course in courses
    )
    problem = Problem(
        gaps=tuple(
            (found.gaps[at].match.requirement.essential, found.gaps[at].match.requirement.weight) for at in closable
        ),
        candidates=candidates,
        minutes_per_week=max(1, round(60 * limits.hours_per_week)),
        budget=None if limits.budget is None else round(100 * limits.budget),
        deadline=None if limits.deadline is None else max(0, ((limits.deadline - starts_on).days + 1) // 7),
        imposed=_imposed(limits),
        every_gap=request.closing is Closing.ALL,
        old=_old(request, place, starts_on),
    )
    return Frame(problem, closable, starts_on, currency)


def hours_of(snapshot: Snapshot, course: int) -> float:
    """Hours of work that count for the course."""
    stated = snapshot.number("Course", "hours", course)
    return ASSUMED_HOURS if stated is None else stated


def days_of(snapshot: Snapshot, course: int) -> list[date]:
    """The days on which the course begins, in order; none means any day."""
    return sorted(date.fromisoformat(text[:10]) for text in snapshot.text_list("Course", "starts_on", course))


def _check(limits: PlanLimits, starts_on: date) -> None:
    if not 0.5 <= limits.hours_per_week <= 60:
        raise BadInput("Hours per week are out of range.", remedy="Give 0.5 to 60 hours a week.")
    if limits.budget is not None and not 0 <= limits.budget <= 10_000_000:
        raise BadInput("The budget is out of range.", remedy="Give a budget of 0 to 10,000,000.")
    if limits.deadline is not None and limits.deadline < starts_on:
        raise BadInput("The deadline lies before the first day.", remedy="Give a later deadline.")
    if not date(1970, 1, 1) <= starts_on <= date(2100, 12, 31):
        raise BadInput("The first day is absurd.", remedy="Give a day from 1970 to 2100.")


def _imposed(limits: PlanLimits) -> frozenset[Limit]:
    stated = {Limit.HOURS_PER_WEEK, Limit.START_DATES, Limit.SEATS, Limit.CURRENCY}
    stated |= {Limit.BUDGET} if limits.budget is not None else set()
    stated |= {Limit.DEADLINE} if limits.deadline is not None else set()
    stated |= {Limit.LANGUAGE} if limits.languages else set()
    stated |= {Limit.MODALITY} if limits.modalities else set()
    stated |= {Limit.AVOIDED} if limits.avoid else set()
    return frozenset(stated)


def _needs(snapshot: Snapshot, courses: list[int], passed: frozenset[int]) -> dict[int, list[int]]:
    """The courses and everything still to be passed before them, each with its direct prerequisites."""
    edges = snapshot.edges("HAS_PREREQUISITE")
    found: dict[int, list[int]] = {}
    queue = sorted(courses)
    for course in queue:
        if course in found:
            continue
        # who takes a passed course again has what it asks for
        earlier = [] if course in passed else [int(one) for one in edges.targets(course) if int(one) not in passed]
        found[course] = sorted(set(earlier))
        queue += found[course]
    return found


def _currency(snapshot: Snapshot, courses: list[int], limits: PlanLimits) -> str | None:
    """The currency that prices are added in: the one asked for, or the only one there is."""
    if limits.currency is not None:
        return limits.currency.upper()
    priced = (course for course in courses if snapshot.number("Course", "cost", course))
    found = sorted({text.upper() for course in priced if (text := snapshot.text("Course", "currency", course))})
    if len(found) > 1:
        raise BadInput(
            f"Courses for these gaps are priced in {', '.join(found)}, which cannot be added up.",
            remedy="Say which currency counts; courses in others are then left out.",
        )
    return found[0] if found else None


def _cents(snapshot: Snapshot, course: int, currency: str | None) -> int | None:
    cost = snapshot.number("Course", "cost", course)
    if cost == 0:
        return 0
    stated = snapshot.text("Course", "currency", course)
    return None if cost is None or stated is None or stated.upper() != currency else round(100 * cost)


def _barred(snapshot: Snapshot, course: int, limits: PlanLimits, currency: str | None) -> frozenset[Limit]:
    """Limits that the course fails by itself. What is unknown passes no limit: nothing shows that it would."""
    found = set()
    stated, cost = snapshot.text("Course", "currency", course), snapshot.number("Course", "cost", course)
    if limits.budget is not None and _cents(snapshot, course, currency) is None:
        found.add(Limit.BUDGET)
    if limits.currency is not None and cost and stated is not None and stated.upper() != currency:
        found.add(Limit.CURRENCY)
    if limits.languages and not _spoken(snapshot.text("Course", "language", course), limits.languages):
        found.add(Limit.LANGUAGE)
    if limits.modalities and snapshot.text("Course", "modality", course) not in limits.modalities:
        found.add(Limit.MODALITY)
    if course in limits.avoid:
        found.add(Limit.AVOIDED)
    if not days_of(snapshot, course) and not _has_seat(snapshot, course, limits, None):
        found.add(Limit.SEATS)
    return frozenset(found)


def _spoken(tag: str | None, wanted: tuple[str, ...]) -> bool:
    """Whether a language tag is one of those wanted, or a region's form of one."""
    if tag is None:
        return False
    parts = tag.casefold().split("-")
    return any(parts[: len(one)] == one for one in (text.casefold().split("-") for text in wanted))


def _starts(snapshot: Snapshot, course: int, limits: PlanLimits, first: date) -> tuple[Start, ...] | None:
    days = days_of(snapshot, course)
    if not days:
        return None
    return tuple(
        Start((day - first).days // 7, (day - first).days, _has_seat(snapshot, course, limits, day))
        for day in days
        if day >= first
    )


def _has_seat(snapshot: Snapshot, course: int, limits: PlanLimits, day: date | None) -> bool:
    seats = snapshot.number("Course", "capacity", course)
    taken = sum(one.seats for one in limits.booked if one.course == course and one.starts_on == day)
    return seats is None or taken < seats


def _old(request: LearningPlanRequest, place: Mapping[int, int], first: date) -> dict[int, int] | None:
    """The week in which courses of the old plan that are still candidates were to begin."""
    if request.previous is None:
        return None
    return {
        place[one.course]: (one.begins_on - first).days // 7 for one in request.previous.courses if one.course in place
    }
