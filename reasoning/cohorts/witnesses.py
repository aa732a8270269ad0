"""Swap witnesses: why a pair is not in an assignment, shown by the best exchange that would bring it in."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from reasoning.citing import Citations
from reasoning.cohorts.gathering import FREE, QUALIFIED, Cohort
from reasoning.cohorts.market import NOBODY, Int64, Market
from reasoning.cohorts.solving import forced, less, tally
from reasoning.cohorts.terms import Bar, Objective, Swap, Witness


def witness(
    cohort: Cohort, market: Market, assignment: Int64, objective: Objective, pair: tuple[int, int], citations: Citations
) -> Witness:
    """Why the mentee does not have the mentor (both by their index in the snapshot).

    ``market`` is what the assignment was chosen on; it differs from the cohort's own by what earlier pairs count
    more.
    """
    mentee, mentor = citations.node(pair[0]), citations.node(pair[1])
    row, column = places(cohort, pair)
    if row is None or column is None:
        return Witness(mentee, mentor, Bar.NOT_IN_COHORT)
    bar = bar_of(cohort, row, column)
    number = cohort.market.find(row, column)
    if bar is not None or number is None:
        return Witness(mentee, mentor, bar or Bar.NOT_IN_COHORT)
    score = int(cohort.market.score[number]) / 1e6
    if assignment[row] == number:
        return Witness(mentee, mentor, None, matched=True, score=score)
    other = forced(market, objective, number)
    return Witness(
        mentee, mentor, None, score=score,
        swaps=tuple(_swap(cohort, one, assignment, other, citations) for one in _chain(market, assignment, other, row)),
        cost=less(tally(cohort.market, assignment), tally(cohort.market, other)),
    )  # fmt: skip


def places(cohort: Cohort, pair: tuple[int, int]) -> tuple[int | None, int | None]:
    """Numbers of the two in the cohort, for those who take part."""
    mentees = {wish.person: row for row, wish in enumerate(cohort.wishes) if row not in cohort.barred_mentees}
    mentors = {person: at for at, person in enumerate(cohort.mentors) if at not in cohort.barred_mentors}
    return mentees.get(pair[0]), mentors.get(pair[1])


def bar_of(cohort: Cohort, row: int, column: int) -> Bar | None:
    """What makes the pair impossible, if anything does."""
    stage = int(cohort.stages[row, column])
    return {0: Bar.NOT_QUALIFIED, QUALIFIED: Bar.EXCLUDED, FREE: Bar.NO_COMMON_TIME}.get(stage)


def _chain(market: Market, assignment: Int64, other: Int64, start: int) -> Iterator[int]:
    """The mentees whose mentor differs: each takes a place that the one before gave up, or needs theirs."""
    changed = set(np.flatnonzero(assignment != other).tolist())
    queue = [start]
    while queue:
        row = queue.pop(0)
        if row not in changed:
            continue
        changed.discard(row)
        yield row
        touched = {_mentor(market, assignment, row), _mentor(market, other, row)} - {None}
        queue += sorted(
            one for one in changed if touched & {_mentor(market, assignment, one), _mentor(market, other, one)}
        )
    yield from sorted(changed)


def _swap(cohort: Cohort, row: int, assignment: Int64, other: Int64, citations: Citations) -> Swap:
    market = cohort.market
    before, after = _mentor(market, assignment, row), _mentor(market, other, row)
    gained = 0 if after is None else int(market.score[other[row]])
    lost = 0 if before is None else int(market.score[assignment[row]])
    return Swap(
        mentee=citations.node(cohort.wishes[row].person),
        given_up=None if before is None else citations.node(cohort.mentors[before]),
        taken=None if after is None else citations.node(cohort.mentors[after]),
        change=(gained - lost) / 1e6,
    )


def _mentor(market: Market, assignment: Int64, row: int) -> int | None:
    pair = int(assignment[row])
    return None if pair == NOBODY else int(market.mentor[pair])
