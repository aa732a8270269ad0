"""cohortMatch: the root field, and the making of its answer."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.schema import answers, cohorts, problems
from api.schema.cohort_inputs import CohortMatchInput
from api.schema.context import FAILURES, Info
from api.schema.present_answers import Presenter
from api.schema.problems import answering
from api.use_cases.answered import Answered
from api.use_cases.cohort_match import CohortFound, cohort_match
from reasoning.cohorts import terms

CohortMatchResult = Annotated[
    cohorts.CohortMatchAnswer | problems.AnyProblem,
    strawberry.union("CohortMatchResult", description=f"A round of mentoring, {FAILURES}"),
]
_INPUT = strawberry.argument(description="Who takes part, and what the assignment is chosen for.")


def present(answered: Answered[CohortFound]) -> cohorts.CohortMatchAnswer:
    """The answer to cohortMatch."""
    show, given = Presenter(answered), answered.answer
    found = given.found
    return cohorts.CohortMatchAnswer(
        **show.common(),
        objective=found.objective,
        pairs=[_pair(show, one) for one in found.pairs],
        mentees_left=[_left(show, one) for one in found.mentees_left],
        mentors_left=[_left(show, one) for one in found.mentors_left],
        objectives=[
            cohorts.ObjectiveTally(objective=one, chosen=one is found.objective, gives=_tally(gives))
            for one, gives in found.tallies.items()
        ],
        witnesses=[_witness(show, one) for one in found.witnesses],
        changes=[_change(show, one) for one in found.changes],
        possible_pairs=found.possible,
        places=found.places,
        unseen=[strawberry.ID(one) for one in given.unseen],
        lost_pairs=[
            cohorts.LostPair(mentee=strawberry.ID(one), mentor=strawberry.ID(other)) for one, other in given.lost
        ],
    )


def _pair(show: Presenter, pair: terms.CohortPair) -> cohorts.CohortPair:
    return cohorts.CohortPair(
        mentee=show.ref(pair.mentee),
        mentor=show.ref(pair.mentor),
        score=pair.score,
        common_hours=pair.common_hours,
        components=[
            answers.ScoreComponent(name=part.name, weight=part.weight, contribution=part.contribution)
            for part in pair.components
        ],
        counter_reasons=list(pair.counter_reasons),
        evidence=show.evidence(pair.evidence),
        sentences=show.sentences(pair.claims),
    )


def _left(show: Presenter, left: terms.Left) -> cohorts.LeftOver:
    return cohorts.LeftOver(
        person=show.ref(left.person),
        reason=left.reason,
        qualified=left.funnel.qualified,
        not_excluded=left.funnel.not_excluded,
        with_time=left.funnel.with_time,
        best=show.maybe(left.best),
        cost=None if left.cost is None else _tally(left.cost),
    )


def _witness(show: Presenter, witness: terms.Witness) -> cohorts.SwapWitness:
    return cohorts.SwapWitness(
        mentee=show.ref(witness.mentee),
        mentor=show.ref(witness.mentor),
        bar=witness.bar,
        matched=witness.matched,
        score=witness.score,
        swaps=[
            cohorts.Swap(
                mentee=show.ref(one.mentee),
                given_up=show.maybe(one.given_up),
                taken=show.maybe(one.taken),
                change=one.change,
            )
            for one in witness.swaps
        ],
        cost=None if witness.cost is None else _tally(witness.cost),
    )


def _change(show: Presenter, change: terms.Change) -> cohorts.PairChange:
    return cohorts.PairChange(
        mentee=show.ref(change.mentee),
        before=show.maybe(change.before),
        after=show.maybe(change.after),
        fate=change.fate,
        reason=change.reason,
        bar=change.bar,
        gain=change.gain,
        given_up=change.given_up,
    )


def _tally(tally: terms.Tally) -> cohorts.CohortTally:
    return cohorts.CohortTally(matched=tally.matched, total=tally.total, lowest=tally.lowest, blocking=tally.blocking)


def _resolve_cohort_match(info: Info, input: Annotated[CohortMatchInput, _INPUT]) -> CohortMatchResult:
    """A round of mentoring."""
    inquiry = info.context.inquiry
    return answering(lambda: present(cohort_match(inquiry, input.question())))


@strawberry.type
class CohortQueries:
    """Mentoring of many at once."""

    cohort_match: CohortMatchResult = strawberry.field(
        resolver=_resolve_cohort_match,
        description="Match many mentees and mentors at once under places, exclusions, consent and common time; "
        "for coaches, planners (under pseudonyms) and services.",
    )
