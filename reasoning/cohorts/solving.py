"""Chooses an assignment for an objective and tells what it gives. Knows arrays only."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from reasoning.cohorts.flows import best_total, highest_floor, most_people, reach
from reasoning.cohorts.market import NOBODY, Bools, Int64, Market
from reasoning.cohorts.stability import blocking, stable
from reasoning.cohorts.terms import Objective, Tally

CHOICES = {
    Objective.SCORE: best_total,
    Objective.PARTICIPATION: most_people,
    Objective.MAX_MIN: highest_floor,
    Objective.STABLE: stable,
}


def solve(market: Market, objective: Objective) -> Int64:
    """The best assignment for the objective."""
    return CHOICES[objective](market)


def solve_all(market: Market) -> Mapping[Objective, Int64]:
    """The best assignment for each objective."""
    total = best_total(market)
    # The best sum that matches as many as can be is also the best sum among those that match as many.
    people = total if int((total != NOBODY).sum()) == reach(market) else most_people(market)
    return {
        Objective.SCORE: total,
        Objective.PARTICIPATION: people,
        Objective.MAX_MIN: highest_floor(market, people),
        Objective.STABLE: stable(market),
    }


def tally(market: Market, assignment: Int64) -> Tally:
    """What the assignment gives."""
    pairs = assignment[assignment != NOBODY]
    scores = market.score[pairs]
    return Tally(
        matched=len(pairs),
        total=int(scores.sum()) / 1e6,
        lowest=int(scores.min()) / 1e6 if len(pairs) else 0.0,
        blocking=len(blocking(market, assignment)),
    )


def less(one: Tally, other: Tally) -> Tally:
    """What the first gives more than the second, measure by measure."""
    return Tally(
        one.matched - other.matched,
        round(one.total - other.total, 6),
        round(one.lowest - other.lowest, 6),
        one.blocking - other.blocking,
    )


def forced(market: Market, objective: Objective, pair: int) -> Int64:
    """The best assignment among those that contain the pair."""
    mentee, mentor = int(market.mentee[pair]), int(market.mentor[pair])
    kept: Bools = market.mentee != mentee
    capacity = market.capacity.copy()
    capacity[mentor] -= 1
    numbers = np.flatnonzero(kept)
    rest = solve(market.only(kept, capacity), objective)
    found: Int64 = np.full(len(rest), NOBODY, dtype=np.int64)
    has = rest != NOBODY
    found[has] = numbers[rest[has]]
    found[mentee] = pair
    return found
