"""The four objectives against solvers that share nothing with them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import BadInput
from reasoning.cohorts.flows import MAX_PEOPLE, best_total, highest_floor, most_people
from reasoning.cohorts.market import NOBODY, Int64, Market, liked, marks
from reasoning.cohorts.solving import forced, less, solve, solve_all, tally
from reasoning.cohorts.stability import blocking, stable
from reasoning.cohorts.terms import Objective
from tests.reasoning.cohorts.markets import by_networkx, everything, lowest, matched, random_market, rather, total

seeds = st.integers(0, 10_000_000)


def allowed(market: Market, assignment: Int64) -> bool:
    has = np.flatnonzero(assignment != NOBODY)
    return bool((market.mentee[assignment[has]] == has).all() and (market.taken(assignment) <= market.capacity).all())


@settings(max_examples=40, deadline=None)
@given(seeds, st.sampled_from([1, 50_000, 250_000]))
def test_totals_equal_networkx(seed: int, grain: int) -> None:
    market = random_market(seed, 25, 18, 0.3, grain)
    for choice, everybody in ((best_total, False), (most_people, True)):
        found = choice(market)
        assert allowed(market, found)
        expected = by_networkx(market, everybody=everybody)
        assert total(market, found) == expected[1]
        assert not everybody or matched(found) == expected[0]


@settings(max_examples=60, deadline=None)
@given(seeds, st.sampled_from([1, 250_000]))
def test_every_objective_equals_trying_everything(seed: int, grain: int) -> None:
    market = random_market(seed, 5, 4, 0.5, grain)
    ways = everything(market)
    assert total(market, best_total(market)) == max(total(market, one) for one in ways)
    people = max(matched(one) for one in ways)
    full = [one for one in ways if matched(one) == people]
    found = most_people(market)
    assert (matched(found), total(market, found)) == (people, max(total(market, one) for one in full))
    floor = max(lowest(market, one) for one in full)
    found = highest_floor(market)
    assert (matched(found), lowest(market, found)) == (people, floor)
    assert total(market, found) == max(total(market, one) for one in full if lowest(market, one) >= floor)
    found = stable(market)
    assert allowed(market, found)
    steady = [one for one in ways if not rather(market, one)]
    assert any((one == found).all() for one in steady)
    # nobody has a better mentor in any other stable assignment
    for one in steady:
        for mine, other in zip(found.tolist(), one.tolist(), strict=True):
            assert other == NOBODY or (mine != NOBODY and market.score[mine] >= market.score[other])


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_all_objectives_at_once_are_each_on_its_own(seed: int) -> None:
    market = random_market(seed, 9, 6, 0.5, 50_000)
    for objective, found in solve_all(market).items():
        assert found.tolist() == solve(market, objective).tolist()


@settings(max_examples=40, deadline=None)
@given(seeds, st.sampled_from(list(Objective)))
def test_blocking_pairs_are_those_found_one_by_one(seed: int, objective: Objective) -> None:
    market = random_market(seed, 12, 8, 0.5, 100_000)
    found = solve(market, objective)
    assert blocking(market, found).tolist() == rather(market, found)
    assert tally(market, found).blocking == (0 if objective is Objective.STABLE else len(rather(market, found)))


@settings(max_examples=30, deadline=None)
@given(seeds, st.data())
def test_a_forced_pair_is_in_and_the_rest_is_best(seed: int, data: st.DataObject) -> None:
    market = random_market(seed, 4, 4, 0.7)
    possible = [pair for pair in range(len(market)) if market.capacity[market.mentor[pair]] > 0]
    if not possible:
        return
    pair = data.draw(st.sampled_from(possible))
    with_it = [one for one in everything(market) if pair in one]
    found = forced(market, Objective.SCORE, pair)
    assert allowed(market, found)
    assert pair in found
    assert total(market, found) == max(total(market, one) for one in with_it)
    assert less(tally(market, best_total(market)), tally(market, found)).total >= 0


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_of_equal_totals_the_smaller_sum_of_marks_is_chosen(seed: int) -> None:
    market = random_market(seed, 4, 4, 0.8, 500_000)
    best = max(total(market, one) for one in everything(market))
    equal = [one for one in everything(market) if total(market, one) == best]
    least = min(int(market.mark[one[one != NOBODY]].sum()) for one in equal)
    found = best_total(market)
    assert int(market.mark[found[found != NOBODY]].sum()) == least


def test_a_market_of_nobody_and_one_too_large() -> None:
    empty = random_market(1, 3, 2, 0.0)
    for objective in Objective:
        assert solve(empty, objective).tolist() == [NOBODY] * 3
    assert tally(empty, solve(empty, Objective.SCORE)).matched == 0
    one = np.array([0], dtype=np.int64)
    capacity = np.ones(MAX_PEOPLE + 1, dtype=np.int64)
    large = Market(1, capacity, one.astype(np.int32), one.astype(np.int32), one + 1, one, one)
    with pytest.raises(BadInput, match="too large"):
        best_total(large)


def test_the_largest_cohort_counts_without_overflow() -> None:
    people = np.arange(MAX_PEOPLE)
    score = np.full(MAX_PEOPLE, 2_000_000, dtype=np.int64)
    market = Market(
        MAX_PEOPLE, np.ones(MAX_PEOPLE, dtype=np.int64), people.astype(np.int32), people.astype(np.int32), score,
        liked(score, score), np.full(MAX_PEOPLE, 1023, dtype=np.int64),
    )  # fmt: skip
    for objective in (Objective.SCORE, Objective.PARTICIPATION, Objective.STABLE):
        assert solve(market, objective).tolist() == people.tolist()


def test_marks_depend_on_the_two_ids_alone() -> None:
    ours, theirs = np.array([3, 2**63 + 5], dtype=np.uint64), np.array([11, 7], dtype=np.uint64)
    assert marks(ours, theirs)[1] == marks(ours[1:], theirs[1:])[0]
    assert ((marks(ours, theirs) >= 0) & (marks(ours, theirs) < 1024)).all()
