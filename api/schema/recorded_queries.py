"""Root fields about answers given earlier."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.schema import problems, recorded, stale
from api.schema.context import FIRST, Info
from api.schema.problems import answering
from api.use_cases.replay import replay
from api.use_cases.stale_answers import stale_answers
from api.use_cases.verify_answer import verify_answer

VerifyAnswerResult = Annotated[
    recorded.AnswerVerification | problems.AnyProblem,
    strawberry.union("VerifyAnswerResult", description="A verified answer, or why there is none."),
]
ReplayResult = Annotated[
    recorded.AnswerReplay | problems.AnyProblem,
    strawberry.union("ReplayResult", description="A replayed answer, or why there is none."),
]
StaleAnswersResult = Annotated[
    stale.StaleAnswers | problems.AnyProblem,
    strawberry.union("StaleAnswersResult", description="Answers touched by a change, or why there are none."),
]
_ANSWER_ID = strawberry.argument(description="Id of an answer: its `answerId`.")


def _resolve_verify_answer(info: Info, id: Annotated[strawberry.ID, _ANSWER_ID]) -> VerifyAnswerResult:
    """A recorded answer checked now."""
    inquiry = info.context.inquiry
    return answering(lambda: recorded.verified(verify_answer(inquiry, str(id)), inquiry.now))


def _resolve_replay(info: Info, id: Annotated[strawberry.ID, _ANSWER_ID]) -> ReplayResult:
    """A recorded answer computed again."""
    return answering(lambda: recorded.replayed(replay(info.context.inquiry, str(id))))


def _resolve_stale_answers(info: Info, first: Annotated[int, FIRST] = 20) -> StaleAnswersResult:
    """Answers touched by a change."""
    return answering(lambda: stale.stale(stale_answers(info.context.inquiry, first)))


@strawberry.type
class RecordedQueries:
    """Questions about recorded answers."""

    verify_answer: VerifyAnswerResult = strawberry.field(
        resolver=_resolve_verify_answer,
        description="Is it still true? Reads every edge that the answer cites under your own rights at this moment, "
        "computes its arithmetic anew, and says claim by claim what became of it. For who asked, the person it is "
        "about, and auditors.",
    )
    replay: ReplayResult = strawberry.field(
        resolver=_resolve_replay,
        description="Computes the answer again on the state of the graph it was given on: the same bytes, or why not.",
    )
    stale_answers: StaleAnswersResult = strawberry.field(
        resolver=_resolve_stale_answers,
        description="Recent answers whose edges have changed or gone since, newest first. For planners and auditors.",
    )
