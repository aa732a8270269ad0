"""Moves between roles in GraphQL: types and their making from what the use case returns."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import strawberry

from api.inquiry import Inquiry
from api.schema import answers, present, problems
from api.schema.explanations import Explainable, Explainer
from api.schema.nodes import Role
from api.schema.present_answers import Presenter
from api.use_cases.answered import state_of
from api.use_cases.transitions import NeighbourView, TransitionView, judged, neighbours
from reasoning.transitions import Ground, Order, Part


@strawberry.enum(description="Where a move leads.")
class TransitionDirection(Enum):
    """Up, lateral or down."""

    UP = strawberry.enum_value("up", description="To more preparation, responsibility or rank.")
    LATERAL = strawberry.enum_value("lateral", description="To a role of about the same level.")
    DOWN = strawberry.enum_value("down", description="To less preparation, responsibility or rank.")


@strawberry.enum(description="What roles are ranked by.")
class RoleOrder(Enum):
    """The two orders."""

    SIMILARITY = strawberry.enum_value("similarity", description="Most alike first.")
    FEASIBILITY = strawberry.enum_value("feasibility", description="Easiest to move into first.")


@strawberry.enum(description="What a ground says.")
class GroundStandpoint(Enum):
    """Shared, missing or match."""

    SHARED = strawberry.enum_value("shared", description="Both roles have it.")
    MISSING = strawberry.enum_value("missing", description="The destination asks for more of it than the origin has.")
    MATCH = strawberry.enum_value("match", description="The match over which another scheme's data speaks for a role.")


@strawberry.type(description="One fact behind a component of a transition.")
class TransitionGround:
    """A ground with its edges."""

    standpoint: GroundStandpoint = strawberry.field(description="What the fact says.")
    about: str = strawberry.field(description="The skill, task, activity or role it is about.")
    edge_ids: list[strawberry.ID] = strawberry.field(description="The edges that say so; resolve them with `edge`.")


@strawberry.type(description="One component of a transition's score. Contributions add up to the score.")
class TransitionComponent:
    """A part of the score."""

    name: str = strawberry.field(description="Name of the component.")
    meaning: str = strawberry.field(description="What it says, in one sentence.")
    value: float = strawberry.field(description="Its value, 0 to 1.")
    share: float = strawberry.field(description="How much of the score it decides, 0 to 1; all shares add up to 1.")
    contribution: float = strawberry.field(description="What it adds to the score: value times share.")
    grounds: list[TransitionGround] = strawberry.field(description="The weightiest facts behind it (at most ten).")


@strawberry.type(description="How feasible a move between two roles is, and why.")
class RoleTransition(Explainable):
    """A judged move."""

    origin: Role = strawberry.field(description="The role moved from.")
    destination: Role = strawberry.field(description="The role moved to.")
    score: float = strawberry.field(description="Feasibility, 0 to 1.")
    direction: TransitionDirection = strawberry.field(description="Whether the move leads up, aside or down.")
    components: list[TransitionComponent] = strawberry.field(description="What adds up to the score, greatest first.")
    snapshot: answers.SnapshotInfo = strawberry.field(description="State of the graph the answer was computed on.")
    answer_id: strawberry.ID | None = strawberry.field(
        description="Under which it is recorded: give it to `verifyAnswer` or `replay`; null where nothing is."
    )


@strawberry.type(description="A role next to the one asked about.")
class AdjacentRole:
    """An entry of a ranked list."""

    role: Role = strawberry.field(description="The role.")
    score: float = strawberry.field(description="The score it is ranked by, 0 to 1.")
    direction: TransitionDirection = strawberry.field(description="Whether a move there leads up, aside or down.")


@strawberry.type(description="The roles next to one, best first.")
class AdjacentRoles:
    """A ranked list."""

    roles: list[AdjacentRole] = strawberry.field(description="The roles, best first.")
    snapshot: answers.SnapshotInfo = strawberry.field(description="State of the graph the answer was computed on.")


TransitionResult = Annotated[
    RoleTransition | problems.AnyProblem,
    strawberry.union("TransitionResult", description="A judged move, or why there is none."),
]
AdjacentRolesResult = Annotated[
    AdjacentRoles | problems.AnyProblem,
    strawberry.union("AdjacentRolesResult", description="Roles next to one, or why there are none."),
]


def told(inquiry: Inquiry, origin: str, destination: str) -> RoleTransition:
    """The move between the roles as GraphQL shows it."""
    view: TransitionView = judged(inquiry, origin, destination)
    return RoleTransition(
        origin=present.role(inquiry, view.origin),
        destination=present.role(inquiry, view.destination),
        score=view.found.score,
        direction=TransitionDirection(view.found.direction),
        components=[_component(part) for part in view.found.parts],
        snapshot=present.snapshot_info(state_of(inquiry)),
        answer_id=None if view.answered.answer_id is None else strawberry.ID(view.answered.answer_id),
        explainer=Explainer(view.answered, Presenter(view.answered).evidence),
    )


def listed(inquiry: Inquiry, role: str, by: RoleOrder, first: int) -> AdjacentRoles:
    """The ranked list as GraphQL shows it."""
    found = neighbours(inquiry, role, Order[by.name], first)
    return AdjacentRoles(
        roles=[_neighbour(inquiry, view) for view in found], snapshot=present.snapshot_info(state_of(inquiry))
    )


def _neighbour(inquiry: Inquiry, view: NeighbourView) -> AdjacentRole:
    return AdjacentRole(
        role=present.role(inquiry, view.node),
        score=view.found.score,
        direction=TransitionDirection(view.found.direction),
    )


def _component(part: Part) -> TransitionComponent:
    return TransitionComponent(
        name=part.name,
        meaning=part.meaning,
        value=part.value,
        share=part.share,
        contribution=part.contribution,
        grounds=[_ground(ground) for ground in part.grounds],
    )


def _ground(ground: Ground) -> TransitionGround:
    return TransitionGround(
        standpoint=GroundStandpoint(ground.standpoint.value),
        about=ground.about,
        edge_ids=[strawberry.ID(edge.edge_id) for edge in ground.edges],
    )
