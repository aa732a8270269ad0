"""workforceReadiness: types, the making of the answer, and the root field."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.schema import problems
from api.schema.answers import Answer
from api.schema.context import FAILURES, Info
from api.schema.edges import Edge, NodeRef
from api.schema.present_answers import Presenter
from api.schema.problems import answering
from api.use_cases.answered import Answered
from api.use_cases.workforce_readiness import ReadinessFound, ReadinessQuestion, workforce_readiness
from reasoning.readiness import RoleImpact
from reasoning.readiness import WayOut as Way


@strawberry.type(description="A skill that an affected role asks for.")
class SkillAtRisk:
    """A skill and where else it is asked for."""

    skill: NodeRef = strawberry.field(description="The skill.")
    essential: bool = strawberry.field(description="Whether the role cannot do without it.")
    asked_elsewhere: int = strawberry.field(description="How many other roles of the company ask for it, not affected.")
    evidence: list[Edge] = strawberry.field(description="The edge that says the role asks for it.")


@strawberry.type(description="A role within reach of those who hold an affected one.")
class WayOut:
    """A way out."""

    role: NodeRef = strawberry.field(description="The role.")
    feasibility: float = strawberry.field(description="How feasible the move is, 0 to 1 (see `transition`).")
    direction: str = strawberry.field(description="up, lateral or down.")
    observed: int = strawberry.field(description="How often people made the move.")
    carried: list[NodeRef] = strawberry.field(description="Essential skills that carry over.")
    to_learn: list[NodeRef] = strawberry.field(description="Essential skills to be learned or raised.")
    taught: int = strawberry.field(description="How many of these some course brings to the level asked for.")
    open_posting: bool = strawberry.field(description="Whether a posting for it is open today.")
    evidence: list[Edge] = strawberry.field(description="The edges this rests on, read back for this answer.")


@strawberry.type(description="An affected role: who holds it, which skills go with it, where its people could go.")
class AffectedRole:
    """An affected role."""

    role: NodeRef = strawberry.field(description="The role.")
    holders: int | None = strawberry.field(description="How many hold it today and allow analytics; null below five.")
    skills: list[SkillAtRisk] = strawberry.field(description="The skills it asks for.")
    ways_out: list[WayOut] = strawberry.field(description="Roles within reach, most feasible first.")


@strawberry.type(description="Roles that change or end: people affected, skills at risk, ways out; counts, no persons.")
class WorkforceReadinessAnswer(Answer):
    """Answer to workforceReadiness."""

    roles: list[AffectedRole] = strawberry.field(description="The affected roles, in the order asked for.")
    people: int = strawberry.field(description="People in the roles whose numbers are told.")
    with_way_out: int = strawberry.field(description="Those of them whose role has a way out.")
    roles_not_told: int = strawberry.field(description="Roles whose number of holders is too small to be told.")


WorkforceReadinessResult = Annotated[
    WorkforceReadinessAnswer | problems.AnyProblem,
    strawberry.union("WorkforceReadinessResult", description=f"The impact on roles, {FAILURES}"),
]
_ROLES = strawberry.argument(description="Roles that change or end: global ids or the company's identifiers (1 to 50).")
_WAYS = strawberry.argument(description="How many ways out of each role (1 to 10).")


def present(answered: Answered[ReadinessFound]) -> WorkforceReadinessAnswer:
    """The answer to workforceReadiness."""
    show, found = Presenter(answered), answered.answer.found
    return WorkforceReadinessAnswer(
        **show.common(),
        roles=[_impact(show, one) for one in found.roles],
        people=found.people,
        with_way_out=found.with_way_out,
        roles_not_told=found.roles_not_told,
    )


def _impact(show: Presenter, impact: RoleImpact) -> AffectedRole:
    return AffectedRole(
        role=show.ref(impact.role),
        holders=impact.holders,
        skills=[
            SkillAtRisk(
                skill=show.ref(one.skill),
                essential=one.essential,
                asked_elsewhere=one.asked_elsewhere,
                evidence=show.evidence([one.evidence]),
            )
            for one in impact.skills
        ],
        ways_out=[_way(show, one) for one in impact.ways_out],
    )


def _way(show: Presenter, way: Way) -> WayOut:
    return WayOut(
        role=show.ref(way.role),
        feasibility=way.feasibility,
        direction=way.direction,
        observed=way.observed,
        carried=show.refs(way.carried),
        to_learn=show.refs(way.to_learn),
        taught=way.taught,
        open_posting=way.open_posting,
        evidence=show.evidence(way.evidence),
    )


def _resolve_workforce_readiness(
    info: Info,
    roles: Annotated[list[strawberry.ID], _ROLES],
    ways: Annotated[int, _WAYS] = 3,
) -> WorkforceReadinessResult:
    """The impact on roles."""
    question = ReadinessQuestion(tuple(map(str, roles)), ways)
    return answering(lambda: present(workforce_readiness(info.context.inquiry, question)))


@strawberry.type
class ReadinessQueries:
    """What planners ask of the workforce as a whole."""

    workforce_readiness: WorkforceReadinessResult = strawberry.field(
        resolver=_resolve_workforce_readiness,
        description="When roles change or end: how many people are affected, which skills go with the roles, which "
        "roles are within reach and what has to be learned. For planners, in counts.",
    )
