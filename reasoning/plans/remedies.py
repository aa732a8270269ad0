"""A conflict in words that a caller can act on: what each limit says, and how far it would have to give way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reasoning.citing import Citations
from reasoning.plans.answers import Conflict, Limit, PlanLimits, Remedy
from reasoning.plans.conflicts import Clash, Relaxed, clash, relaxed
from reasoning.plans.framing import Frame


def conflict(framed: Frame, limits: PlanLimits, citations: Citations, skills: Sequence[int]) -> Conflict | None:
    """The fewest limits in conflict with a remedy for each; ``skills`` are the skills of the problem's gaps."""
    found = clash(framed.problem)
    if found is None:
        return None
    remedies = tuple(_remedy(framed, limits, citations, found, limit) for limit in found.limits)
    return Conflict(remedies, citations.nodes(skills[gap] for gap in found.gaps))


def _remedy(framed: Frame, limits: PlanLimits, citations: Citations, found: Clash, limit: Limit) -> Remedy:
    alone = replace(framed.problem, imposed=frozenset(found.limits))
    here, everywhere = relaxed(alone, limit), relaxed(framed.problem, limit)
    way = everywhere or here
    courses = () if way is None else tuple(framed.problem.candidates[at].course for at in way.breaking)
    return Remedy(
        limit,
        _stated(framed, limits, limit),
        None if here is None else _needed(framed, limit, here),
        None if everywhere is None else _needed(framed, limit, everywhere),
        citations.nodes(courses),
    )


def _stated(framed: Frame, limits: PlanLimits, limit: Limit) -> str:
    match limit:
        case Limit.BUDGET:
            return _money((framed.problem.budget or 0) / 100, framed.currency)
        case Limit.DEADLINE:
            return str(limits.deadline)
        case Limit.HOURS_PER_WEEK:
            return f"{limits.hours_per_week:g}"
        case Limit.LANGUAGE:
            return ", ".join(limits.languages)
        case Limit.MODALITY:
            return ", ".join(limits.modalities)
        case Limit.CURRENCY:
            return str(framed.currency)
        case Limit.AVOIDED:
            return f"{len(limits.avoid)} courses"
        case Limit.START_DATES | Limit.SEATS:
            return "as in the catalogue"


def _needed(framed: Frame, limit: Limit, way: Relaxed) -> str:
    """How far the limit must give way if the others stay; for the rest the courses tell."""
    match limit:
        case Limit.BUDGET:
            return _money(way.schedule.cents(way.problem) / 100, framed.currency)
        case Limit.DEADLINE:
            return str(framed.last_day(way.schedule.finish(way.problem)))
        case Limit.HOURS_PER_WEEK:
            return f"{way.minutes_per_week / 60:g}"
        case _:
            return "the courses named"


def _money(amount: float, currency: str | None) -> str:
    return f"{amount:.2f} {currency}" if currency else f"{amount:.2f}"
