"""Subscriptions: an answer explained sentence by sentence, as each is verified."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from typing import Annotated, Any, TypeVar, cast

import strawberry
from anyio import CancelScope, CapacityLimiter, to_thread
from strawberry.types import get_object_definition

from api.schema import problems
from api.schema.cohort_inputs import CohortMatchInput
from api.schema.context import Info
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
from api.schema.inputs import MentorMatchInput, SkillGapInput
from api.schema.path_inputs import CareerPathInput
from api.schema.path_inquiry_inputs import ReachableRolesInput, WhatIfInput, WhoCouldReachInput, WhyNotInput
from api.schema.plan_inputs import LearningPlanInput
from api.schema.query import Query
from api.schema.unlocks import UnlocksInput

T = TypeVar("T")
WORKERS = 16
_limiters: dict[str, CapacityLimiter] = {}


def _of(name: str) -> Any:
    return strawberry.field(default=strawberry.UNSET, description=f"The input of `{name}`.")


@strawberry.input(description="A move between two roles.")
class ExplainTransition:
    """The arguments of `transition`."""

    origin: strawberry.ID = strawberry.field(name="from", description="The role moved from.")
    destination: strawberry.ID = strawberry.field(name="to", description="The role moved to.")


@strawberry.input(one_of=True, description="The question to explain: exactly one.")
class ExplainQuestion:
    """One input of one question; the names are those of the root fields."""

    career_path: CareerPathInput | None = _of("careerPath")
    skill_gap: SkillGapInput | None = _of("skillGap")
    mentor_match: MentorMatchInput | None = _of("mentorMatch")
    learning_plan: LearningPlanInput | None = _of("learningPlan")
    cohort_match: CohortMatchInput | None = _of("cohortMatch")
    unlocks: UnlocksInput | None = _of("unlocks")
    why_not: WhyNotInput | None = _of("whyNot")
    path_sensitivity: CareerPathInput | None = _of("pathSensitivity")
    what_if: WhatIfInput | None = _of("whatIf")
    reachable_roles: ReachableRolesInput | None = _of("reachableRoles")
    who_could_reach: WhoCouldReachInput | None = _of("whoCouldReach")
    transition: ExplainTransition | None = _of("transition")


ExplanationEvent = Annotated[
    ExplanationClaim | Explanation | problems.AnyProblem,
    strawberry.union(
        "ExplanationEvent", description="A sentence, at the end the whole explanation; or why there is none."
    ),
]


async def _explained(
    info: Info,
    question: Annotated[ExplainQuestion, strawberry.argument(description="What is asked.")],
    audience: Annotated[ExplanationAudience, AUDIENCE] = ExplanationAudience.EMPLOYEE,
    length: Annotated[ExplanationLength, LENGTH] = ExplanationLength.NORMAL,
    locale: Annotated[str, LOCALE] = "en",
    mode: Annotated[ExplanationMode, MODE] = ExplanationMode.AUTO,
) -> AsyncGenerator[ExplanationEvent, None]:
    """Answer the question in a worker thread, then hand over what is verified."""
    name, given = next((name, value) for name, value in vars(question).items() if value is not strawberry.UNSET)
    answer: Any = await _in_thread(lambda: _ask(info, name, given))
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


def _ask(info: Info, name: str, given: object) -> object:
    """What the root field of that name answers."""
    for field in get_object_definition(Query, strict=True).fields:
        if field.python_name == name and field.base_resolver is not None:
            resolve = cast("Callable[..., object]", field.base_resolver.wrapped_func)
            if isinstance(given, ExplainTransition):
                return resolve(info, given.origin, given.destination)
            return resolve(info, input=given)
    raise LookupError(name)


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
