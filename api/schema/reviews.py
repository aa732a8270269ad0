"""Review in GraphQL: the state of an answer, what waits, and the decision."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Annotated

import strawberry

from api.reviewing.states import Review, ReviewDecision, ReviewState
from api.schema import problems
from api.schema.altered import ALTERED, AlteredRecord
from api.schema.altered import shown as shown_altered
from api.schema.context import Info
from api.schema.problems import answering
from api.use_cases.review_answer import answers_to_review, review_answer


@strawberry.enum(name="ReviewState", description="Where an answer stands with reviewers.")
class State(Enum):
    """The four states."""

    NOT_NEEDED = strawberry.enum_value("not_needed", description="No rule asks for a reviewer.")
    PENDING = strawberry.enum_value("pending", description="It waits; templates word it until then.")
    APPROVED = strawberry.enum_value("approved", description="A model may word it.")
    REJECTED = strawberry.enum_value("rejected", description="Templates word it.")


@strawberry.enum(name="ReviewDecision", description="What a reviewer decides.")
class Decision(Enum):
    """Yes or no."""

    APPROVE = strawberry.enum_value("approve", description="A model may word answers that say this.")
    REJECT = strawberry.enum_value("reject", description="Templates go on wording them.")


@strawberry.type(description="A declared rule for which a reviewer is to look at an answer.")
class ReviewReason:
    """A rule that holds."""

    rule: str = strawberry.field(description="Id of the rule.")
    kind: str = strawberry.field(description="low_confidence or high_stakes.")
    reason: str = strawberry.field(description="What the rule says.")


@strawberry.type(description="Whether a reviewer is to look at an answer, and what was decided.")
class AnswerReview:
    """The state with its reasons."""

    state: State = strawberry.field(description="Where it stands.")
    needs_review: bool = strawberry.field(description="Whether it waits for a decision.")
    reasons: list[ReviewReason] = strawberry.field(description="The rules that hold.")


@strawberry.type(description="An answer that waits for a reviewer.")
class WaitingAnswer:
    """Which, and why."""

    id: strawberry.ID = strawberry.field(description="Id of the answer; look at it with `verifyAnswer` or `replay`.")
    question: str = strawberry.field(description="The question that was asked.")
    answered_at: datetime = strawberry.field(description="When it was given.")
    rules: list[str] = strawberry.field(description="Ids of the rules that hold.")


@strawberry.type(description="Answers that wait for a reviewer, newest first.")
class WaitingAnswers:
    """A list."""

    answers: list[WaitingAnswer] = strawberry.field(description="The answers.")
    altered: list[AlteredRecord] = strawberry.field(description=ALTERED)


@strawberry.type(description="A recorded decision.")
class ReviewedAnswer:
    """What was decided."""

    id: strawberry.ID = strawberry.field(description="Id of the answer.")
    state: State = strawberry.field(description="Where answers that say the same stand now.")
    rules: list[str] = strawberry.field(description="Ids of the rules for which it waited.")


WaitingAnswersResult = Annotated[
    WaitingAnswers | problems.AnyProblem,
    strawberry.union("WaitingAnswersResult", description="Answers that wait, or why they are not told."),
]
ReviewResult = Annotated[
    ReviewedAnswer | problems.AnyProblem,
    strawberry.union("ReviewResult", description="A recorded decision, or why there is none."),
]
_ID = strawberry.argument(description="Id of the answer.")
_DECISION = strawberry.argument(description="What you decide.")
_REASON = strawberry.argument(description="Why, in up to 1,000 characters; it is recorded.")


def shown(review: Review) -> AnswerReview:
    """The state of an answer as GraphQL shows it."""
    return AnswerReview(
        state=State(review.state.value),
        needs_review=review.state is ReviewState.PENDING,
        reasons=[ReviewReason(rule=one.rule, kind=one.kind, reason=one.reason) for one in review.reasons],
    )


def _waiting(info: Info) -> WaitingAnswers:
    found = answers_to_review(info.context.inquiry)
    return WaitingAnswers(
        altered=shown_altered(found.altered),
        answers=[
            WaitingAnswer(
                id=strawberry.ID(one.answer_id), question=one.operation, answered_at=one.given_at, rules=list(one.rules)
            )
            for one in found.answers
        ],
    )


def _resolve_waiting(info: Info) -> WaitingAnswersResult:
    """What waits."""
    return answering(lambda: _waiting(info))


def _review(info: Info, answer_id: str, decision: Decision, reason: str) -> ReviewedAnswer:
    found = review_answer(info.context.inquiry, answer_id, ReviewDecision[decision.name], reason)
    return ReviewedAnswer(id=strawberry.ID(found.answer_id), state=State(found.state.value), rules=list(found.rules))


def _resolve_review(
    info: Info,
    id: Annotated[strawberry.ID, _ID],
    decision: Annotated[Decision, _DECISION],
    reason: Annotated[str, _REASON],
) -> ReviewResult:
    """Decide."""
    return answering(lambda: _review(info, str(id), decision, reason))


@strawberry.type
class ReviewQueries:
    """What waits for reviewers."""

    answers_to_review: WaitingAnswersResult = strawberry.field(
        resolver=_resolve_waiting, description="Recent answers that wait for a reviewer. For reviewers."
    )


@strawberry.type(description="Everything that can be decided.")
class Mutation:
    """Root of mutations."""

    review_answer: ReviewResult = strawberry.mutation(
        resolver=_resolve_review,
        description="Approve or reject that a model words answers like this one. For reviewers, and not about an "
        "answer that they asked for or that is about them.",
    )
