"""A conflict in words that a caller can act on: what each limit says, and how far it would have to give way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reasoning.citing import Citations
from reasoning.plans.answers import Conflict, Limit, PlanLimits, Remedy
from reasoning.plans.conflicts import Clash, Relaxed, clash, relaxed
from reasoning.plans.framing import Frame
from reasoning.plans.solving import Allowance


def conflict(framed: Frame, limits: PlanLimits, citations: Citations, skills: Sequence[int]) -> Conflict | None:
    """The fewest limits in conflict with a remedy for each; ``skills`` are the skills of the problem's gaps.

    All of it shares one allowance of time, so that the worst case is bounded and the answer the same everywhere.
    """
    time = Allowance()
    found = clash(framed.problem, time)
    if found is None:
        return None
    remedies = tuple([_remedy(framed, limits, citations, (found, limit), time) for limit in found.limits])
    exhaustive = found.smallest and not time.undecided
    return Conflict(remedies, citations.nodes(skills[gap] for gap in found.gaps), exhaustive)


def _remedy(
    framed: Frame, limits: PlanLimits, citations: Citations, which: tuple[Clash, Limit], time: Allowance
) -> Remedy:
    found, limit = which
    alone = replace(framed.problem, imposed=frozenset(found.limits))
    here, everywhere = relaxed(alone, limit, time), relaxed(framed.problem, limit, time)
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
