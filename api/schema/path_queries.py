"""Questions about paths: why not, what decides, what if, what is within reach, and for whom."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.schema import path_inquiries, problems
from api.schema import present_path_inquiries as present
from api.schema.context import FAILURES, Info
from api.schema.path_inputs import CareerPathInput
from api.schema.path_inquiry_inputs import ReachableRolesInput, WhatIfInput, WhoCouldReachInput, WhyNotInput
from api.schema.problems import answering
from api.use_cases.path_sensitivity import path_sensitivity
from api.use_cases.reachable_roles import reachable_roles
from api.use_cases.what_if import what_if_case
from api.use_cases.who_could_reach import who_could_reach_case
from api.use_cases.why_not import why_not_case

WhyNotResult = Annotated[
    path_inquiries.WhyNotAnswer | problems.AnyProblem,
    strawberry.union("WhyNotResult", description=f"A comparison, {FAILURES}"),
]
PathSensitivityResult = Annotated[
    path_inquiries.PathSensitivityAnswer | problems.AnyProblem,
    strawberry.union("PathSensitivityResult", description=f"Deciding facts, {FAILURES}"),
]
WhatIfResult = Annotated[
    path_inquiries.WhatIfAnswer | problems.AnyProblem,
    strawberry.union("WhatIfResult", description=f"Two answers side by side, {FAILURES}"),
]
ReachableRolesResult = Annotated[
    path_inquiries.ReachableRolesAnswer | problems.AnyProblem,
    strawberry.union("ReachableRolesResult", description=f"Roles within reach, {FAILURES}"),
]
WhoCouldReachResult = Annotated[
    path_inquiries.WhoCouldReachAnswer | problems.AnyProblem,
    strawberry.union("WhoCouldReachResult", description=f"People or counts, {FAILURES}"),
]

_INPUT = strawberry.argument(description="What is asked.")


def _resolve_why_not(info: Info, input: Annotated[WhyNotInput, _INPUT]) -> WhyNotResult:
    """Why a role or way is not among the paths."""
    return answering(lambda: present.why_not(why_not_case(info.context.inquiry, input.asked())))


def _resolve_sensitivity(info: Info, input: Annotated[CareerPathInput, _INPUT]) -> PathSensitivityResult:
    """What decides the best path."""
    return answering(lambda: present.path_sensitivity(path_sensitivity(info.context.inquiry, input.question())))


def _resolve_what_if(info: Info, input: Annotated[WhatIfInput, _INPUT]) -> WhatIfResult:
    """The paths as supposed."""
    return answering(lambda: present.what_if(what_if_case(info.context.inquiry, input.asked())))


def _resolve_reachable(info: Info, input: Annotated[ReachableRolesInput, _INPUT]) -> ReachableRolesResult:
    """Roles within reach."""
    return answering(lambda: present.reachable_roles(reachable_roles(info.context.inquiry, input.asked())))


def _resolve_who(info: Info, input: Annotated[WhoCouldReachInput, _INPUT]) -> WhoCouldReachResult:
    """Who could reach a role."""
    return answering(lambda: present.who_could_reach(who_could_reach_case(info.context.inquiry, input.asked())))


@strawberry.type
class PathQueries:
    """Root fields about paths."""

    why_not: WhyNotResult = strawberry.field(
        resolver=_resolve_why_not, description="Why a role or a way is not among the paths: the comparison it lost."
    )
    path_sensitivity: PathSensitivityResult = strawberry.field(
        resolver=_resolve_sensitivity, description="The single facts whose change would change the best path."
    )
    what_if: WhatIfResult = strawberry.field(
        resolver=_resolve_what_if,
        description="The paths as they are and as supposed: skills learned, moves opened, roles changed or closed.",
    )
    reachable_roles: ReachableRolesResult = strawberry.field(
        resolver=_resolve_reachable, description="The roles within reach in so many months, the most wanted first."
    )
    who_could_reach: WhoCouldReachResult = strawberry.field(
        resolver=_resolve_who,
        description="Who could reach a role: people for those who may see them, counts of five and more for planners.",
    )
