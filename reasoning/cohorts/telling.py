"""Tells a solved cohort: pairs with their reasons and evidence, and everyone left over with why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import numpy as np

from graph.snapshot import Snapshot
from reasoning.citing import Citations, ClaimWriter
from reasoning.cohorts.gathering import FREE, POSSIBLE, QUALIFIED, Cohort, as_question
from reasoning.cohorts.market import NOBODY, Int64, Market
from reasoning.cohorts.solving import forced, less, tally
from reasoning.cohorts.terms import CohortPair, Funnel, Left, Objective, Tally, Unmatched
from reasoning.cohorts.weekly import QUARTERS
from reasoning.levels import day_number
from reasoning.mentor_claims import MentorTelling
from reasoning.mentor_scores import score_people
from reasoning.mentor_wants import wanted_skills
from reasoning.standing import current_post

COSTED = 20
COSTED_PAIRS = 100_000
"""For so many people left over, in a market of at most so many pairs, the cost of taking them in is worked out."""


class CohortTelling:
    """Writes the parts of one cohort answer. Claims are numbered through the whole answer."""

    def __init__(self, snapshot: Snapshot, cohort: Cohort, assignment: Int64, now: datetime) -> None:
        self._snapshot, self._cohort, self._now = snapshot, cohort, now
        self._assignment = assignment
        self.citations = Citations(snapshot)
        self._writer = ClaimWriter()

    def pairs(self) -> tuple[CohortPair, ...]:
        """The matched pairs in order of the mentees."""
        return tuple(self._pair(int(pair)) for pair in self._assignment[self._assignment != NOBODY])

    def _pair(self, pair: int) -> CohortPair:
        market = self._cohort.market
        row, column = int(market.mentee[pair]), int(market.mentor[pair])
        wish, mentor = self._cohort.wishes[row], self._cohort.mentors[column]
        question = as_question(wish, self._now)
        wants = wanted_skills(self._snapshot, question)
        post = current_post(self._snapshot, wish.person, day_number(self._now))
        people = self._snapshot.nodes("Person")
        allowed = np.zeros(len(people), dtype=np.bool_)
        allowed[mentor - people.start] = True
        origin = post.role if post is not None else None
        scores = score_people(self._snapshot, question, wants, origin, allowed, self._now)
        told = MentorTelling(self._snapshot, self.citations, question, wants, self._writer).candidate(scores, 0)
        hours = float(self._cohort.hours[row, column])
        return CohortPair(
            mentee=self.citations.node(wish.person),
            mentor=told.mentor,
            score=told.score,
            common_hours=None if np.isnan(hours) else min(round(hours, 2), QUARTERS / 4),
            components=told.components,
            counter_reasons=told.counter_reasons,
            evidence=told.evidence,
            claims=told.claims,
        )

    def mentees_left(self, market: Market, objective: Objective) -> Iterator[Left]:
        """Mentees without a mentor, with the cost of taking them in where that is quickly known."""
        chosen = tally(self._cohort.market, self._assignment)
        budget = COSTED if len(self._cohort.market) <= COSTED_PAIRS else 0
        for row in np.flatnonzero(self._assignment == NOBODY).tolist():
            funnel = _funnel(self._cohort.stages[row])
            reason = self._cohort.barred_mentees.get(row) or _why(funnel, Unmatched.PLACES_TAKEN)
            best, cost = None, None
            if reason is Unmatched.PLACES_TAKEN:
                pair = self._best(row)
                best = self.citations.node(self._cohort.mentors[int(self._cohort.market.mentor[pair])])
                if budget:
                    budget, cost = budget - 1, self._cost(market, objective, pair, chosen)
            node = self.citations.node(self._cohort.wishes[row].person)
            yield Left(node, reason, funnel, best, cost)

    def mentors_left(self) -> Iterator[Left]:
        """Mentors without a mentee."""
        taken = self._cohort.market.taken(self._assignment)
        for column in np.flatnonzero(taken == 0).tolist():
            funnel = _funnel(self._cohort.stages[:, column])
            reason = self._cohort.barred_mentors.get(column) or _why(funnel, Unmatched.NOT_NEEDED)
            yield Left(self.citations.node(self._cohort.mentors[column]), reason, funnel)

    def _best(self, row: int) -> int:
        """The pair with the highest score that the mentee could have."""
        market = self._cohort.market
        first, last = np.searchsorted(market.mentee, [row, row + 1])
        return int(first + np.argmax(market.score[first:last]))

    def _cost(self, market: Market, objective: Objective, pair: int, chosen: Tally) -> Tally:
        return less(chosen, tally(self._cohort.market, forced(market, objective, pair)))


def _funnel(stages: np.ndarray[tuple[int], np.dtype[np.uint8]]) -> Funnel:
    return Funnel(*(int((stages >= least).sum()) for least in (QUALIFIED, FREE, POSSIBLE)))


def _why(funnel: Funnel, otherwise: Unmatched) -> Unmatched:
    """The first step at which nobody was left."""
    if not funnel.qualified:
        return Unmatched.NOBODY_QUALIFIES
    if not funnel.not_excluded:
        return Unmatched.ALL_EXCLUDED
    return Unmatched.NO_COMMON_TIME if not funnel.with_time else otherwise
