"""A cohort match: gather, choose, compare, tell. Pure: the same snapshot and request give the same answer."""

from __future__ import annotations

from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.cohorts.gathering import gather
from reasoning.cohorts.rounds import changes, earlier_pairs
from reasoning.cohorts.solving import solve_all, tally
from reasoning.cohorts.telling import CohortTelling
from reasoning.cohorts.terms import CohortAnswer, CohortRequest
from reasoning.cohorts.witnesses import witness
from reasoning.levels import moment

MAX_KEEP = 1.0


def cohort_match(snapshot: Snapshot, request: CohortRequest) -> CohortAnswer:
    """Match mentees with mentors under places, exclusions, consent and common time, best by the objective.

    Every other objective is solved too, so that the answer shows what the choice costs. Raises ``BadInput`` for a
    mentee named twice or asking for nothing, for times that cannot be read and for a ``keep`` outside 0 to 1.
    """
    if not 0 <= request.keep <= MAX_KEEP:
        raise BadInput("keep is not between 0 and 1.", remedy="It is a difference of scores, such as 0.05.")
    now = moment(snapshot, request.now)
    cohort = gather(snapshot, request, now)
    earlier = earlier_pairs(cohort, request.previous)
    market = cohort.market.favouring(earlier.numbers(), round(request.keep * 1e6))
    ways = solve_all(market)
    chosen = ways[request.objective]
    telling = CohortTelling(snapshot, cohort, chosen, now)
    return CohortAnswer(
        objective=request.objective,
        pairs=telling.pairs(),
        mentees_left=tuple(telling.mentees_left(market, request.objective)),
        mentors_left=tuple(telling.mentors_left()),
        tallies={one: tally(cohort.market, way) for one, way in ways.items()},
        witnesses=tuple(
            witness(cohort, market, chosen, request.objective, pair, telling.citations) for pair in request.why_not
        ),
        changes=tuple(changes(cohort, earlier, chosen, telling.citations)) if request.previous else (),
        possible=len(cohort.market),
        places=int(cohort.market.capacity.sum()),
    )
