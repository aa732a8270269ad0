"""The closed sets of learning plans, named for GraphQL before any type uses them."""

from __future__ import annotations

from enum import Enum

import strawberry

from reasoning.plans import Change, ChangeReason, Closing, Limit, Objective, OpenReason, PlanStatus

__all__ = ["Change", "ChangeReason", "Closing", "Limit", "Modality", "Objective", "OpenReason", "PlanStatus"]


@strawberry.enum(description="How a course is taught.")
class Modality(Enum):
    """Modalities of the catalogue."""

    ONLINE = strawberry.enum_value("online", description="Online.")
    CLASSROOM = strawberry.enum_value("classroom", description="In a room with others.")
    BLENDED = strawberry.enum_value("blended", description="Partly online.")
    ON_THE_JOB = strawberry.enum_value("on_the_job", description="At work.")


strawberry.enum(
    Objective,
    name="PlanObjective",
    description="What a plan makes small: COST, TIME, or BALANCE (cost and weeks as multiples of the least possible).",
)
strawberry.enum(
    Closing, name="PlanClosing", description="ALL gaps that some course closes, or MOST of them within the limits."
)
strawberry.enum(PlanStatus, description="How far the plan is proven to be the best.")
strawberry.enum(OpenReason, name="OpenGapReason", description="Why a gap stays open.")
strawberry.enum(Limit, name="PlanLimit", description="What may keep a plan from existing.")
strawberry.enum(Change, name="PlanChange", description="What became of a course of the old plan, or that it is new.")
strawberry.enum(ChangeReason, name="PlanChangeReason", description="Why a course was kept, moved, added or dropped.")
