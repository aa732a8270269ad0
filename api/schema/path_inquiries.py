"""Answers about paths as GraphQL types: why not, what decides, what if, what is within reach, and for whom."""

from __future__ import annotations

import strawberry

from api.schema.answers import Answer, Sentence
from api.schema.edges import Edge, NodeRef
from api.schema.path_inquiry_enums import Change, Effect, Verdict
from api.schema.paths import CareerPath, CareerPathAnswer, PathConflict, SupposedFact

_EVIDENCE = "The edges this rests on, read back from the store for this answer."


@strawberry.type(description="Two roles between which something is missing.")
class Gap:
    """Where the graph has no move, or no path."""

    origin: NodeRef = strawberry.field(name="from", description="The first role.")
    destination: NodeRef = strawberry.field(name="to", description="The second role.")


@strawberry.type(description="Why a role or way is not among the paths: the exact comparison it lost.")
class WhyNotAnswer(Answer):
    """Answer to whyNot."""

    subject: NodeRef | None = strawberry.field(description="Whose paths; null from a role.")
    start: NodeRef = strawberry.field(description="The role the paths start from.")
    target: NodeRef = strawberry.field(description="The role they lead to.")
    missed: list[NodeRef] = strawberry.field(description="The role, or the roles of the way, asked about.")
    verdict: Verdict = strawberry.field(description="Why it is not among the paths.")
    best: CareerPath | None = strawberry.field(description="The cheapest path with the role, or the way itself.")
    against: CareerPath | None = strawberry.field(description="The path it lost to.")
    costs_more: float | None = strawberry.field(description="What it costs more than that one.")
    apart: float | None = strawberry.field(description="Its distance from that one.")
    conflict: PathConflict | None = strawberry.field(description="The limits that exclude it.")
    gap: Gap | None = strawberry.field(description="Where the graph has no move (NO_MOVE) or no path (UNREACHABLE).")
    exact: bool = strawberry.field(description="False when a search stopped at its bound.")


@strawberry.type(description="A fact whose change alone changes the best path.")
class DecidingFact:
    """A fact removed, or a skill gained."""

    change: Change = strawberry.field(description="What is done to the fact.")
    effect: Effect = strawberry.field(description="What that does to the best path.")
    edge: Edge | None = strawberry.field(description="The edge that is removed.")
    skill: NodeRef | None = strawberry.field(description="The skill that is gained.")
    level: float | None = strawberry.field(description="The level it is gained at.")
    roles: list[NodeRef] = strawberry.field(description="The roles of the path that is best then.")
    cost_change: float | None = strawberry.field(description="What that path costs more than the best one now.")
    sentences: list[Sentence] = strawberry.field(description="What the edge states, verified against it.")


@strawberry.type(description="Which single facts decide the best path, the gravest first.")
class PathSensitivityAnswer(Answer):
    """Answer to pathSensitivity."""

    subject: NodeRef | None = strawberry.field(description="Whose path; null from a role.")
    start: NodeRef = strawberry.field(description="The role the path starts from.")
    target: NodeRef = strawberry.field(description="The role it leads to.")
    best: CareerPath | None = strawberry.field(description="The best path; null when there is none.")
    deciding: list[DecidingFact] = strawberry.field(description="The facts that decide it.")
    facts: int = strawberry.field(description="How many facts it rests on, and skills it lacks.")
    examined: int = strawberry.field(description="How many of them were tried.")
    unmoved: int = strawberry.field(description="How many change at most its cost.")
    exact: bool = strawberry.field(description="False when a search stopped at its bound.")


@strawberry.type(description="The paths as things are, and as supposed. Nothing was written.")
class WhatIfAnswer(Answer):
    """Answer to whatIf."""

    actual: CareerPathAnswer = strawberry.field(description="The paths as things are.")
    supposed: CareerPathAnswer = strawberry.field(
        description="The paths as supposed; each step lists the supposed facts it rests on, which are never cited."
    )
    facts: list[SupposedFact] = strawberry.field(description="What is supposed.")
    closed: list[NodeRef] = strawberry.field(description="Roles supposed to be no more.")
    cost_change: float | None = strawberry.field(description="What the best path then costs more than the one now.")
    months_change: float | None = strawberry.field(description="How many months longer it takes.")


@strawberry.type(description="A role within reach.")
class ReachableRole:
    """A role with the best way to it."""

    role: NodeRef = strawberry.field(description="The role.")
    interest: float = strawberry.field(description="How much it is wanted, 0 to 1.")
    value: float = strawberry.field(
        description="Interest times the months it is worth, less the cost of the way, less 12 for each grade below "
        "the role held."
    )
    path: CareerPath = strawberry.field(description="The best way to it.")
    evidence: list[Edge] = strawberry.field(description=f"What shows the interest. {_EVIDENCE}")


@strawberry.type(description="The best roles within reach, of greatest value first.")
class ReachableRolesAnswer(Answer):
    """Answer to reachableRoles."""

    subject: NodeRef | None = strawberry.field(description="Whose reach; null from a role.")
    start: NodeRef = strawberry.field(description="The role the paths start from.")
    roles: list[ReachableRole] = strawberry.field(description="The roles.")
    considered: int = strawberry.field(description="How many roles are within reach.")
    expanded: int = strawberry.field(description="How many partial paths the search looked at.")
    exact: bool = strawberry.field(description="False when the search stopped at its bound.")


@strawberry.type(description="A person and their best way to the role.")
class PersonWay:
    """Somebody who could reach the role."""

    person: NodeRef = strawberry.field(description="The person.")
    path: CareerPath = strawberry.field(description="Their best way.")


@strawberry.type(description="How many people in a role could reach the one asked about; five at least.")
class GroupCount:
    """A count by role."""

    role: NodeRef = strawberry.field(description="The role they hold.")
    people: int = strawberry.field(description="How many of them could, in steps of five.")
    median_months: float = strawberry.field(description="Median months of their best ways, whole.")


@strawberry.type(description="Who could reach a role: people for those who may see them, counts for planners.")
class WhoCouldReachAnswer(Answer):
    """Answer to whoCouldReach."""

    target: NodeRef = strawberry.field(description="The role.")
    people: list[PersonWay] = strawberry.field(description="People by the cost of their way; empty for planners.")
    groups: list[GroupCount] = strawberry.field(description="Counts by role held; for planners.")
    hidden: int = strawberry.field(description="People in groups too small to be told, in steps of five.")
    within: int = strawberry.field(description="How many could reach it; for planners in steps of five.")
    considered: int = strawberry.field(description="Of how many who agreed; for planners in steps of five.")
    exact: bool = strawberry.field(description="False when a search stopped at its bound.")
