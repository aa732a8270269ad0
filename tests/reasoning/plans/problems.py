"""Random small problems, and how to answer them by trying everything: nothing of the solver."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping

from reasoning.plans.answers import Limit, Objective
from reasoning.plans.problem import Candidate, Problem, Start

STATED = frozenset({Limit.HOURS_PER_WEEK, Limit.START_DATES, Limit.SEATS})


def random_problem(seed: int, *, tight: bool = False) -> Problem:
    """Up to five courses and three gaps, decided by the seed alone; ``tight`` sets budget and deadline."""
    dice = random.Random(seed)
    count, gaps = dice.randint(1, 5), dice.randint(1, 3)
    candidates = []
    for at in range(count):
        starts = None
        if dice.random() < 0.35:
            weeks = sorted(dice.sample(range(6), dice.randint(1, 3)))
            starts = tuple(Start(week, 7 * week + dice.randint(0, 6), dice.random() < 0.85) for week in weeks)
        barred = {limit for limit in (Limit.LANGUAGE, Limit.MODALITY) if tight and dice.random() < 0.15} | (
            {Limit.SEATS} if starts is None and dice.random() < 0.05 else set()
        )
        cents = dice.choice([0, 100, 100, 250, 300, 700, None if not tight else 400])
        candidates.append(
            Candidate(
                course=at,
                cents=cents,
                minutes=dice.choice([60, 120, 180, 300, 600]),
                starts=starts,
                closes=frozenset(dice.sample(range(gaps), dice.randint(0, gaps))),
                needs=frozenset(one for one in range(at) if dice.random() < 0.25),
                barred=frozenset(barred),
            )
        )
    closed = {gap for one in candidates for gap in one.closes}
    place = {gap: at for at, gap in enumerate(sorted(closed))}
    candidates = [
        Candidate(o.course, o.cents, o.minutes, o.starts, frozenset(place[g] for g in o.closes), o.needs, o.barred)
        for o in candidates
    ]
    imposed = STATED | ({Limit.BUDGET, Limit.DEADLINE, Limit.LANGUAGE, Limit.MODALITY} if tight else set())
    return Problem(
        gaps=tuple((dice.random() < 0.7, dice.choice([50, 125, 250])) for _ in place),
        candidates=tuple(candidates),
        minutes_per_week=dice.choice([120, 180, 300]),
        budget=dice.choice([0, 200, 400, 800, 1500]) if tight else None,
        deadline=dice.choice([1, 2, 3, 5, 8]) if tight else None,
        imposed=frozenset(imposed),
        every_gap=True,
    )


def plans(problem: Problem, *, every_gap: bool = True, slack: int = 0) -> Iterator[Mapping[int, int]]:
    """Every plan that keeps the limits and ends some weeks (and ``slack``) after any that a best one needs."""
    positions = range(len(problem.candidates))
    for size in range(len(problem.candidates) + 1):
        for chosen in itertools.combinations(positions, size):
            wanted = _closed(problem, chosen) or not every_gap
            if wanted and _complete(problem, chosen) and _affordable(problem, chosen):
                yield from _schedules(problem, chosen, slack)


def closed_gaps(problem: Problem, chosen: object) -> set[int]:
    assert isinstance(chosen, (tuple, dict))
    return {gap for at in chosen for gap in problem.candidates[at].closes}


def _closed(problem: Problem, chosen: tuple[int, ...]) -> bool:
    return len(closed_gaps(problem, chosen)) == len(problem.gaps)


def _complete(problem: Problem, chosen: tuple[int, ...]) -> bool:
    return all(
        not (problem.candidates[at].barred & problem.imposed)
        and problem.candidates[at].needs <= set(chosen)
        and not (Limit.SEATS in problem.imposed and _full(problem.candidates[at].starts))
        for at in chosen
    )


def _full(starts: tuple[Start, ...] | None) -> bool:
    return starts is not None and not any(start.seat for start in starts)


def _affordable(problem: Problem, chosen: tuple[int, ...]) -> bool:
    if Limit.BUDGET not in problem.imposed or problem.budget is None:
        return True
    return sum(problem.candidates[at].cents or 0 for at in chosen) <= problem.budget


def length(problem: Problem, at: int) -> tuple[int, int]:
    """Weeks of a course and its minutes a week."""
    minutes = problem.candidates[at].minutes
    if Limit.HOURS_PER_WEEK not in problem.imposed:
        return 1, 0
    weeks = -(-minutes // problem.minutes_per_week)
    return weeks, -(-minutes // weeks)


def _schedules(problem: Problem, chosen: tuple[int, ...], slack: int) -> Iterator[dict[int, int]]:
    """All ways to begin the chosen courses, depth first, prerequisites before what needs them."""
    order = sorted(chosen)  # prerequisites have lower positions here
    if Limit.DEADLINE in problem.imposed and problem.deadline is not None:
        horizon = problem.deadline
    else:
        horizon = 6 + slack + sum(length(problem, at)[0] for at in chosen)

    def place(rest: list[int], begins: dict[int, int], load: dict[int, int]) -> Iterator[dict[int, int]]:
        if not rest:
            yield dict(begins)
            return
        at, weeks = rest[0], length(problem, rest[0])
        first = max((begins[one] + length(problem, one)[0] for one in problem.candidates[at].needs), default=0)
        for week in _possible(problem, at, first, horizon - weeks[0]):
            run = range(week, week + weeks[0])
            if all(load.get(one, 0) + weeks[1] <= problem.minutes_per_week for one in run):
                begins[at] = week
                yield from place(rest[1:], begins, {**load, **{one: load.get(one, 0) + weeks[1] for one in run}})
                del begins[at]

    yield from place(order, {}, {})


def _possible(problem: Problem, at: int, first: int, last: int) -> Iterator[int]:
    starts = problem.candidates[at].starts
    if starts is None or Limit.START_DATES not in problem.imposed:
        yield from range(first, last + 1)
        return
    for start in starts:
        if first <= start.week <= last and (start.seat or Limit.SEATS not in problem.imposed):
            yield start.week


def finish(problem: Problem, begins: Mapping[int, int]) -> int:
    return max((week + length(problem, at)[0] for at, week in begins.items()), default=0)


def worth(problem: Problem, begins: Mapping[int, int], objective: Objective) -> tuple[int, ...]:
    """What the objective and what comes after it rank the plan by (cost and time only)."""
    cents = sum(problem.candidates[at].cents or 0 for at in begins)
    unpriced = sum(problem.candidates[at].cents is None for at in begins)
    weeks = finish(problem, begins)
    if objective is Objective.COST:
        return unpriced, cents, weeks, len(begins), sum(begins.values())
    return weeks, unpriced, cents, len(begins), sum(begins.values())


def greedy(problem: Problem, objective: Objective) -> dict[int, int] | None:
    """A plain planner: gap by gap the cheapest (or shortest) course with all it needs, each as early as it fits."""
    chosen: set[int] = set()
    for gap in range(len(problem.gaps)):
        if gap in closed_gaps(problem, tuple(chosen)):
            continue
        options = []
        for at, one in enumerate(problem.candidates):
            if gap in one.closes:
                group = _with_needs(problem, at)
                if all(not (problem.candidates[x].barred & problem.imposed) for x in group):
                    fresh = group - chosen
                    price = sum(problem.candidates[x].cents or 0 for x in fresh)
                    weeks = sum(length(problem, x)[0] for x in fresh)
                    options.append(((price, weeks) if objective is Objective.COST else (weeks, price), at, group))
        if not options:
            return None
        chosen |= min(options, key=lambda item: item[:2])[2]
    begins: dict[int, int] = {}
    load: dict[int, int] = {}
    for at in sorted(chosen):
        weeks, minutes = length(problem, at)
        first = max((begins[one] + length(problem, one)[0] for one in problem.candidates[at].needs), default=0)
        for week in _possible(problem, at, first, 60):
            if all(load.get(x, 0) + minutes <= problem.minutes_per_week for x in range(week, week + weeks)):
                begins[at] = week
                load |= {x: load.get(x, 0) + minutes for x in range(week, week + weeks)}
                break
        else:
            return None
    return begins


def _with_needs(problem: Problem, at: int) -> set[int]:
    found = {at}
    for one in problem.candidates[at].needs:
        found |= _with_needs(problem, one)
    return found
