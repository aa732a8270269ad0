"""The solver against trying everything and a greedy planner, on small random problems."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

import pytest

from reasoning.plans.answers import Limit, Objective
from reasoning.plans.conflicts import clash, relaxed
from reasoning.plans.problem import Problem
from reasoning.plans.solving import LEAST_EFFORT, Allowance, Failure, Solved, infeasible, solve
from tests.reasoning.plans.problems import closed_gaps, finish, greedy, plans, random_problem, worth

COST_AND_TIME = (Objective.COST, Objective.TIME)


def found(problem: Problem, objective: Objective) -> Solved:
    outcome = solve(problem, objective)
    assert isinstance(outcome, Solved)
    assert outcome.proven
    return outcome


@pytest.mark.parametrize("objective", COST_AND_TIME)
@pytest.mark.parametrize(("tight", "first"), [(False, 0), (True, 500)])
def test_equal_to_trying_everything(objective: Objective, tight: bool, first: int) -> None:
    """Cost and weeks, number of courses and sum of weeks: the whole rank, not only its head."""
    solved = impossible = 0
    for seed in range(first, first + 80):
        problem = random_problem(seed, tight=tight)
        every = list(plans(problem))
        outcome = solve(problem, objective)
        if not every:
            assert outcome is Failure.NONE_EXISTS, seed
            impossible += 1
            continue
        assert isinstance(outcome, Solved), seed
        assert outcome.schedule.begins in every, seed
        assert worth(problem, outcome.schedule.begins, objective) == min(
            worth(problem, begins, objective) for begins in every
        ), seed
        assert outcome.proven
        solved += 1
    assert solved > 20
    assert impossible > (15 if tight else 2)


def test_a_balance_weighs_cost_and_weeks_as_multiples_of_the_least() -> None:
    for seed in range(40):
        problem = random_problem(seed)
        every = [one for one in plans(problem) if all(problem.candidates[at].cents is not None for at in one)]
        outcome = solve(problem, Objective.BALANCE)
        if not every or not isinstance(outcome, Solved) or outcome.schedule.unpriced(problem):
            continue
        cents = {at: problem.candidates[at].cents or 0 for at in range(len(problem.candidates))}
        costs = [sum(cents[at] for at in one) for one in every]
        weeks = [finish(problem, one) for one in every]
        least, fewest = max(min(costs), 100), max(min(weeks), 1)
        assert outcome.scale == (least, fewest)
        best = min(cost * fewest + week * least for cost, week in zip(costs, weeks, strict=True))
        got = outcome.schedule
        assert got.cents(problem) * fewest + got.finish(problem) * least == best
        assert outcome.layers[outcome.main].value == best


def test_never_worse_than_a_greedy_planner_and_often_better() -> None:
    better = dict.fromkeys(COST_AND_TIME, 0)
    for seed in range(80):
        problem = random_problem(seed)
        for objective in COST_AND_TIME:
            begins = greedy(problem, objective)
            if begins is None:
                continue
            best = worth(problem, found(problem, objective).schedule.begins, objective)[:3]
            plain = worth(problem, begins, objective)[:3]
            assert best <= plain, seed
            better[objective] += best < plain
    assert all(count >= 5 for count in better.values()), better


def test_as_much_as_the_limits_allow_equals_trying_everything() -> None:
    partial = 0
    for seed in range(200, 280):
        problem = replace(random_problem(seed, tight=True), every_gap=False)
        outcome = found(problem, Objective.COST)

        def left(begins: Mapping[int, int], problem: Problem = problem) -> tuple[int, int]:
            open_ = [one for at, one in enumerate(problem.gaps) if at not in closed_gaps(problem, dict(begins))]
            return sum(weight for essential, weight in open_ if essential), sum(weight for _, weight in open_)

        best = min((left(one), worth(problem, one, Objective.COST)) for one in plans(problem, every_gap=False))
        begins = outcome.schedule.begins
        assert (left(begins), worth(problem, begins, Objective.COST)) == best, seed
        partial += best[0] != (0, 0)
    assert partial > 15


def test_the_smallest_conflict_equals_trying_every_set_of_limits() -> None:
    sizes = []
    for seed in range(500, 545):
        problem = random_problem(seed, tight=True)
        if next(iter(plans(problem)), None) is not None:
            assert clash(problem) is None
            continue
        named = [limit for limit in Limit if limit in problem.imposed]
        expected = next(
            limits
            for size in range(len(named) + 1)
            for limits in combinations(named, size)
            if next(iter(plans(replace(problem, imposed=frozenset(limits)))), None) is None
        )
        conflict = clash(problem)
        assert conflict is not None
        assert conflict.limits == expected, seed
        sizes.append(len(expected))
    assert {1, 2} <= set(sizes)


def test_a_conflict_whose_time_is_spent_names_all_limits_and_says_so() -> None:
    tried = 0
    for seed in range(500, 530):
        problem = random_problem(seed, tight=True)
        whole = clash(problem)
        if whole is None:
            continue
        assert whole.smallest
        spent = clash(problem, Allowance(0.0))
        assert spent is not None
        assert set(spent.limits) == problem.imposed
        assert spent.gaps == tuple(range(len(problem.gaps)))
        assert not spent.smallest
        cut = clash(problem, Allowance(2.5 * LEAST_EFFORT))
        assert cut is not None
        assert cut == clash(problem, Allowance(2.5 * LEAST_EFFORT))
        assert set(whole.limits) <= set(cut.limits) or not cut.smallest
        for limit in whole.limits:
            assert relaxed(problem, limit, Allowance(0.0)) is None
        tried += 1
    assert tried > 5


def test_the_gaps_of_a_conflict_cannot_be_closed_and_none_can_go() -> None:
    tried = 0
    for seed in range(500, 530):
        problem = random_problem(seed, tight=True)
        conflict = clash(problem)
        if conflict is None:
            continue
        imposed = frozenset(conflict.limits)

        def closing(gaps: tuple[int, ...], problem: Problem = problem, imposed: frozenset[Limit] = imposed) -> Problem:
            candidates = tuple(
                replace(one, closes=frozenset(gaps.index(gap) for gap in one.closes if gap in gaps))
                for one in problem.candidates
            )
            kept = tuple(problem.gaps[gap] for gap in gaps)
            return replace(problem, gaps=kept, candidates=candidates, imposed=imposed)

        assert infeasible(closing(conflict.gaps))
        for gap in conflict.gaps:
            assert not infeasible(closing(tuple(one for one in conflict.gaps if one != gap)))
        tried += 1
    assert tried > 5


def test_a_new_plan_changes_as_little_as_possible_of_the_old_one() -> None:
    changed = 0
    for seed in range(40):
        dice = random.Random(seed)
        problem = random_problem(seed)
        every = list(plans(problem, slack=2))
        if not every:
            continue
        near = min(finish(problem, one) for one in every) + 1  # so that no best plan lies beyond those tried
        old = dict(dice.choice([one for one in every if finish(problem, one) <= near]))
        late = {at: max(0, week + dice.choice([-1, 0, 0, 2])) for at, week in old.items()}
        again = replace(problem, old=late)

        def effort(begins: Mapping[int, int], old: Mapping[int, int] = late) -> tuple[int, int]:
            both = [at for at in begins if at in old]
            moved = [abs(begins[at] - old[at]) for at in both]
            return len(begins) + len(old) - 2 * len(both) + sum(map(bool, moved)), sum(moved)

        begins = found(again, Objective.COST).schedule.begins
        best = min((effort(one), worth(problem, one, Objective.COST)) for one in every)
        assert (effort(begins), worth(problem, begins, Objective.COST)) == best, seed
        changed += best[0] != (0, 0)
    assert changed > 5


def test_the_same_problem_gives_the_same_plan() -> None:
    for seed in range(20):
        problem = random_problem(seed)
        assert solve(problem, Objective.COST) == solve(problem, Objective.COST)
