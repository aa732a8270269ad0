"""Questions about learning: the plan that closes a gap."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.schema import plans, problems
from api.schema.context import FAILURES, Info
from api.schema.plan_inputs import LearningPlanInput
from api.schema.problems import answering
from api.use_cases import learning_plan as learning_plan_case

LearningPlanResult = Annotated[
    plans.LearningPlanAnswer | problems.AnyProblem,
    strawberry.union("LearningPlanResult", description=f"A learning plan, {FAILURES}"),
]

_INPUT = strawberry.argument(description="What is asked.")


def _resolve_learning_plan(info: Info, input: Annotated[LearningPlanInput, _INPUT]) -> LearningPlanResult:
    """A learning plan."""
    inquiry = info.context.inquiry
    return answering(lambda: plans.learning_plan(learning_plan_case.plan(inquiry, input.question())))


@strawberry.type
class LearningQueries:
    """Learning plans."""

    learning_plan: LearningPlanResult = strawberry.field(
        resolver=_resolve_learning_plan,
        description="Courses in weeks that close a person's gaps under limits, with the proven distance from the best.",
    )
