"""Root fields about answers given earlier."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.schema import problems, recorded
from api.schema.context import Info
from api.schema.problems import answering
from api.use_cases.replay import replay
from api.use_cases.verify_answer import verify_answer

VerifyAnswerResult = Annotated[
    recorded.AnswerVerification | problems.AnyProblem,
    strawberry.union("VerifyAnswerResult", description="A verified answer, or why there is none."),
]
ReplayResult = Annotated[
    recorded.AnswerReplay | problems.AnyProblem,
    strawberry.union("ReplayResult", description="A replayed answer, or why there is none."),
]
_ANSWER_ID = strawberry.argument(description="Id of an answer: its `answerId`.")


def _resolve_verify_answer(info: Info, id: Annotated[strawberry.ID, _ANSWER_ID]) -> VerifyAnswerResult:
    """A recorded answer checked now."""
    inquiry = info.context.inquiry
    return answering(lambda: recorded.verified(verify_answer(inquiry, str(id)), inquiry.now))


def _resolve_replay(info: Info, id: Annotated[strawberry.ID, _ANSWER_ID]) -> ReplayResult:
    """A recorded answer computed again."""
    return answering(lambda: recorded.replayed(replay(info.context.inquiry, str(id))))


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
