"""Why no plan exists: the fewest limits that cannot be kept together, found by trying every set of them by size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from reasoning.plans.answers import Limit, Objective
from reasoning.plans.problem import Problem, Schedule
from reasoning.plans.solving import Allowance, Solved, infeasible, solve

MOST_MINUTES = 60 * 60
"""Up to how many minutes a week a remedy is looked for."""
STEP_MINUTES = 30


@dataclass(frozen=True, slots=True)
class Clash:
    """The limits in conflict in their declared order, and the gaps (positions) that cannot be closed under them.

    ``smallest`` is False where a proof ran out of its time: then fewer limits or gaps may be in conflict already.
    """

    limits: tuple[Limit, ...]
    gaps: tuple[int, ...]
    smallest: bool = True


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A plan without one limit: how far the limit must give way, and which courses of it do not pass."""

    schedule: Schedule
    minutes_per_week: int
    problem: Problem
    breaking: tuple[int, ...]


def clash(problem: Problem, allowance: Allowance | None = None) -> Clash | None:
    """The smallest set of limits under which no plan exists, the first in the order of ``Limit`` among equals.

    None where the limits imposed admit a plan. Where the time allowed does not decide it, all of them are named.
    """
    time = allowance or Allowance()
    for limits in _subsets(problem.imposed):
        if infeasible(replace(problem, imposed=limits), time):
            gaps = _gaps(replace(problem, imposed=limits), time)
            return Clash(_named(limits), gaps, not time.undecided)
    everything = Clash(_named(problem.imposed), tuple(range(len(problem.gaps))), False)
    return everything if time.undecided else None


def _named(limits: frozenset[Limit]) -> tuple[Limit, ...]:
    return tuple(limit for limit in Limit if limit in limits)


def relaxed(problem: Problem, limit: Limit, allowance: Allowance | None = None) -> Relaxed | None:
    """The plan that needs least of the limit while the others stay; None where giving way there is not enough.

    None as well where the time allowed is spent, which ``allowance`` tells.
    """
    time = allowance or Allowance()
    if limit is Limit.HOURS_PER_WEEK:
        return _more_hours(problem, time)
    open_to = replace(problem, imposed=problem.imposed - {limit}, old=None)
    found = solve(open_to, Objective.TIME if limit is Limit.DEADLINE else Objective.COST, ties=False, allowance=time)
    if not isinstance(found, Solved):
        return None
    return Relaxed(found.schedule, problem.minutes_per_week, open_to, _breaking(problem, found.schedule, limit))


def _subsets(limits: frozenset[Limit]) -> Iterator[frozenset[Limit]]:
    ordered = [limit for limit in Limit if limit in limits]
    for size in range(len(ordered) + 1):
        yield from map(frozenset, combinations(ordered, size))


def _gaps(problem: Problem, time: Allowance) -> tuple[int, ...]:
    """Gaps left when one after the other is given up as long as there is still no plan: none of these can go."""
    kept = list(range(len(problem.gaps)))
    for gap in reversed(range(len(problem.gaps))):
        fewer = [one for one in kept if one != gap]
        if infeasible(_only(problem, fewer), time):
            kept = fewer
    return tuple(kept)


def _only(problem: Problem, gaps: list[int]) -> Problem:
    place = {gap: at for at, gap in enumerate(gaps)}
    candidates = tuple(
        replace(one, closes=frozenset(place[gap] for gap in one.closes if gap in place)) for one in problem.candidates
    )
    return replace(problem, gaps=tuple(problem.gaps[gap] for gap in gaps), candidates=candidates)


def _more_hours(problem: Problem, time: Allowance) -> Relaxed | None:
    """Fewest hours a week found by halving: enough where it says so, half an hour less is not."""
    paces = range(problem.minutes_per_week, MOST_MINUTES + STEP_MINUTES, STEP_MINUTES)
    low, high = 0, len(paces) - 1  # no plan at low, some plan at high
    if high <= low or infeasible(_at_pace(problem, paces[high]), time):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if infeasible(_at_pace(problem, paces[middle]), time):
            low = middle
        else:
            high = middle
    faster = _at_pace(problem, paces[high])
    found = solve(faster, Objective.COST, ties=False, allowance=time)
    return Relaxed(found.schedule, paces[high], faster, ()) if isinstance(found, Solved) else None


def _at_pace(problem: Problem, minutes: int) -> Problem:
    return replace(problem, minutes_per_week=minutes, old=None)


def _breaking(problem: Problem, schedule: Schedule, limit: Limit) -> tuple[int, ...]:
    """Courses of the plan that the limit would not let in."""
    found = []
    for at, week in sorted(schedule.begins.items()):
        candidate = problem.candidates[at]
        if limit in candidate.barred or (limit is Limit.SEATS and not problem.allowed(candidate)):
            found.append(at)
        elif limit in (Limit.SEATS, Limit.START_DATES):
            weeks = problem.weeks_to_begin(candidate)
            if weeks is not None and week not in weeks:
                found.append(at)
    return tuple(found)
