"""Root fields about answers given earlier."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.schema import lineage as lineage_types
from api.schema import problems, recorded, stale
from api.schema.context import FIRST, Info
from api.schema.problems import answering
from api.use_cases.lineage import LineageQuestion, lineage
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
LineageResult = Annotated[
    lineage_types.Lineage | problems.AnyProblem,
    strawberry.union("LineageResult", description="Where something came from and went, or why that is not told."),
]
_SOURCE = strawberry.argument(description="Id of a source.")
_RECORD = strawberry.argument(description="A record of a source: feed and key, as assertions name it.")
_EDGE = strawberry.argument(description="Id of an edge.")
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


def _resolve_lineage(
    info: Info,
    source: Annotated[strawberry.ID | None, _SOURCE] = None,
    record: Annotated[str | None, _RECORD] = None,
    edge: Annotated[strawberry.ID | None, _EDGE] = None,
) -> LineageResult:
    """Where something came from and where it went."""
    question = LineageQuestion(source, record, edge)
    return answering(lambda: lineage_types.shown(lineage(info.context.inquiry, question)))


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
    lineage: LineageResult = strawberry.field(
        resolver=_resolve_lineage,
        description="From a source, a record or an edge: what it states in the graph, the runs that wrote it down, and "
        "the recent answers that used it. For auditors.",
    )
