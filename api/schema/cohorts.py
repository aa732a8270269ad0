"""The answer to cohortMatch as GraphQL types."""

from __future__ import annotations

import strawberry

from api.schema.answers import Answer, ScoreComponent, Sentence
from api.schema.edges import Edge, NodeRef
from reasoning.answers import CounterReason
from reasoning.cohorts.terms import Bar, Fate, FateReason, Objective, Unmatched

strawberry.enum(
    Unmatched, name="UnmatchedReason", description="Why somebody has nobody: the first that holds, in this order."
)
strawberry.enum(Bar, name="PairBar", description="Why a pair is not possible.")
strawberry.enum(Fate, name="PairFate", description="What became of a pair of the earlier round, or that it is new.")
strawberry.enum(FateReason, name="PairFateReason", description="Why a pair is kept, given up or new.")


@strawberry.type(description="What an assignment gives; as a cost, what the chosen one gives more than the other.")
class CohortTally:
    """Four measures."""

    matched: int = strawberry.field(description="How many mentees have a mentor.")
    total: float = strawberry.field(description="Sum of the scores.")
    lowest: float = strawberry.field(description="The lowest score of a pair.")
    blocking: int = strawberry.field(description="Pairs that would both rather have each other.")


@strawberry.type(description="What an objective gives on this round: the price of choosing another.")
class ObjectiveTally:
    """An objective and its measures."""

    objective: Objective = strawberry.field(description="The objective.")
    chosen: bool = strawberry.field(description="Whether it is the one chosen.")
    gives: CohortTally = strawberry.field(description="What its best assignment gives.")


@strawberry.type(description="A mentee and their mentor, with the reasons for and against.")
class CohortPair:
    """A matched pair."""

    mentee: NodeRef = strawberry.field(description="Who is helped.")
    mentor: NodeRef = strawberry.field(description="Who helps.")
    score: float = strawberry.field(description="Score from 0 to 1, the sum of the components.")
    common_hours: float | None = strawberry.field(description="Hours a week both have; null when unknown.")
    components: list[ScoreComponent] = strawberry.field(description="What the score is made of.")
    counter_reasons: list[CounterReason] = strawberry.field(description="What speaks against the pair.")
    evidence: list[Edge] = strawberry.field(description="The edges this rests on, read back for this answer.")
    sentences: list[Sentence] = strawberry.field(description="The same in sentences, verified against the edges.")


@strawberry.type(description="Somebody without a partner, and why.")
class LeftOver:
    """Someone left over."""

    person: NodeRef = strawberry.field(description="Who.")
    reason: Unmatched = strawberry.field(description="Why.")
    qualified: int = strawberry.field(description="How many of the other side fit by skills.")
    not_excluded: int = strawberry.field(description="How many of these nothing forbids.")
    with_time: int = strawberry.field(description="How many of these also have time in common.")
    best: NodeRef | None = strawberry.field(description="Where places were taken: the best mentor they could have had.")
    cost: CohortTally | None = strawberry.field(
        description="What taking them in there would cost, the rest matched as well as can be; null if not computed."
    )


@strawberry.type(description="One step of an exchange.")
class Swap:
    """A mentee who changes."""

    mentee: NodeRef = strawberry.field(description="Who changes.")
    given_up: NodeRef | None = strawberry.field(description="The mentor they have now.")
    taken: NodeRef | None = strawberry.field(description="The mentor they would have; null for nobody.")
    change: float = strawberry.field(description="Change of their score.")


@strawberry.type(description="Why a pair is not in the assignment.")
class SwapWitness:
    """A witness."""

    mentee: NodeRef = strawberry.field(description="The mentee.")
    mentor: NodeRef = strawberry.field(description="The mentor.")
    bar: Bar | None = strawberry.field(description="What makes the pair impossible; null when it is possible.")
    matched: bool = strawberry.field(description="Whether the pair is in the assignment after all.")
    score: float | None = strawberry.field(description="The pair's score.")
    swaps: list[Swap] = strawberry.field(description="The best exchange that would bring the pair in.")
    cost: CohortTally | None = strawberry.field(description="What that exchange would cost the whole.")


@strawberry.type(description="A line of the difference to the earlier round.")
class PairChange:
    """A change."""

    mentee: NodeRef = strawberry.field(description="The mentee.")
    before: NodeRef | None = strawberry.field(description="Their mentor in the earlier round.")
    after: NodeRef | None = strawberry.field(description="Their mentor now.")
    fate: Fate = strawberry.field(description="What became of the pair.")
    reason: FateReason = strawberry.field(description="Why.")
    bar: Bar | None = strawberry.field(description="What makes the earlier pair impossible now.")
    gain: float = strawberry.field(description="What the exchange it belongs to brings in all.")
    given_up: int = strawberry.field(description="How many earlier pairs that exchange gives up.")


@strawberry.type(description="An earlier pair of which somebody takes no part any more, by the ids you sent.")
class LostPair:
    """Ids of a pair."""

    mentee: strawberry.ID = strawberry.field(description="The mentee.")
    mentor: strawberry.ID = strawberry.field(description="The mentor.")


@strawberry.type(description="A round of mentoring: the assignment, everyone left over, and what the choice costs.")
class CohortMatchAnswer(Answer):
    """Answer to cohortMatch."""

    objective: Objective = strawberry.field(description="What the assignment was chosen for.")
    pairs: list[CohortPair] = strawberry.field(description="The pairs, in order of the mentees.")
    mentees_left: list[LeftOver] = strawberry.field(description="Mentees without a mentor.")
    mentors_left: list[LeftOver] = strawberry.field(description="Mentors without a mentee.")
    objectives: list[ObjectiveTally] = strawberry.field(description="What every objective would have given.")
    witnesses: list[SwapWitness] = strawberry.field(description="The pairs asked about.")
    changes: list[PairChange] = strawberry.field(description="The difference to the earlier round, if one was given.")
    possible_pairs: int = strawberry.field(description="How many pairs were possible.")
    places: int = strawberry.field(description="How many places the mentors have in all.")
    unseen: list[strawberry.ID] = strawberry.field(
        description="Those named who take no part: not in the graph, or not agreed; both look the same."
    )
    lost_pairs: list[LostPair] = strawberry.field(description="Earlier pairs that this ends.")
