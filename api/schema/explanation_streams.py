"""Subscriptions: an answer explained sentence by sentence, as each is verified."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from datetime import datetime
from typing import Annotated, Any, TypeVar, cast

import strawberry
from anyio import CancelScope, CapacityLimiter, to_thread

from api.schema import problems
from api.schema.context import Info
from api.schema.explanation_questions import ExplainQuestion, ask
from api.schema.explanations import (
    AUDIENCE,
    LENGTH,
    LOCALE,
    MODE,
    Explainer,
    Explanation,
    ExplanationAudience,
    ExplanationClaim,
    ExplanationLength,
    ExplanationMode,
    wish_of,
)

T = TypeVar("T")
WORKERS = 16
_limiters: dict[str, CapacityLimiter] = {}


ExplanationEvent = Annotated[
    ExplanationClaim | Explanation | problems.AnyProblem,
    strawberry.union(
        "ExplanationEvent", description="A sentence, at the end the whole explanation; or why there is none."
    ),
]


_AS_OF = strawberry.argument(
    description="As of this past moment, as the root field takes it: careerPath, skillGap, mentorMatch, transition."
)


async def _explained(
    info: Info,
    question: Annotated[ExplainQuestion, strawberry.argument(description="What is asked.")],
    audience: Annotated[ExplanationAudience, AUDIENCE] = ExplanationAudience.EMPLOYEE,
    length: Annotated[ExplanationLength, LENGTH] = ExplanationLength.NORMAL,
    locale: Annotated[str, LOCALE] = "en",
    mode: Annotated[ExplanationMode, MODE] = ExplanationMode.AUTO,
    as_of: Annotated[datetime | None, _AS_OF] = None,
) -> AsyncGenerator[ExplanationEvent, None]:
    """Answer the question in a worker thread, then hand over what is verified."""
    answer: Any = await _in_thread(lambda: ask(info, question, as_of))
    if isinstance(answer, problems.Problem):
        yield answer  # type: ignore[misc]  # every problem of the union is one
        return
    explainer: Explainer = answer.explainer
    events = explainer.stream(wish_of(audience, length, locale, mode))
    try:
        while (event := await _in_thread(lambda: _next(events))) is not None:
            yield event
    finally:
        with CancelScope(shield=True):
            await _in_thread(events.close)


def _next(events: Iterator[T]) -> T | None:
    return next(events, None)


async def _in_thread(work: Callable[[], T]) -> T:
    """Run it among at most 16 threads of this kind, so that streams leave the others to short requests."""
    if "streams" not in _limiters:
        _limiters["streams"] = CapacityLimiter(WORKERS)
    wanted = True
    # A cancelled await would give the place back while the thread goes on; so the thread is waited for by itself.
    running = asyncio.ensure_future(
        to_thread.run_sync(lambda: work() if wanted else None, limiter=_limiters["streams"])
    )
    try:
        return cast("T", await asyncio.shield(running))
    except asyncio.CancelledError:
        wanted = False
        with CancelScope(shield=True):
            await asyncio.wait({running})
        if not running.cancelled():
            running.exception()  # nobody is left to be told
        raise


@strawberry.type(description="What is told bit by bit. Served over graphql-transport-ws and server-sent events.")
class Subscription:
    """Root of subscriptions."""

    explain: AsyncGenerator[ExplanationEvent, None] = strawberry.subscription(
        resolver=_explained,
        description="An answer in words: each sentence as soon as it is verified, at the end the whole explanation.",
    )
