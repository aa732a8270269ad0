"""Questions about learning: the plan that closes a gap, and the skills that open most roles."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.schema import plans, problems
from api.schema import unlocks as unlock_types
from api.schema.context import FAILURES, Info
from api.schema.plan_inputs import LearningPlanInput
from api.schema.problems import answering
from api.schema.unlocks import UnlocksInput
from api.use_cases import learning_plan as learning_plan_case
from api.use_cases import unlocks as unlocks_case

LearningPlanResult = Annotated[
    plans.LearningPlanAnswer | problems.AnyProblem,
    strawberry.union("LearningPlanResult", description=f"A learning plan, {FAILURES}"),
]
UnlocksResult = Annotated[
    unlock_types.UnlocksAnswer | problems.AnyProblem,
    strawberry.union("UnlocksResult", description=f"What opens roles, {FAILURES}"),
]

_INPUT = strawberry.argument(description="What is asked.")


def _resolve_learning_plan(info: Info, input: Annotated[LearningPlanInput, _INPUT]) -> LearningPlanResult:
    """A learning plan."""
    inquiry = info.context.inquiry
    return answering(lambda: plans.learning_plan(learning_plan_case.plan(inquiry, input.question())))


def _resolve_unlocks(info: Info, input: Annotated[UnlocksInput, _INPUT]) -> UnlocksResult:
    """Skills that open roles."""
    inquiry = info.context.inquiry
    return answering(lambda: unlock_types.unlocks(unlocks_case.unlocked(inquiry, input.question())))


@strawberry.type
class LearningQueries:
    """Learning plans and unlocks."""

    learning_plan: LearningPlanResult = strawberry.field(
        resolver=_resolve_learning_plan,
        description="Courses in weeks that close a person's gaps under limits, with the proven distance from the best.",
    )
    unlocks: UnlocksResult = strawberry.field(
        resolver=_resolve_unlocks,
        description="Which one or two skills, at the level asked for, would open most roles to a person.",
    )
