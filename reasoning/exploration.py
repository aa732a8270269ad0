"""Open-ended: the roles within reach of a person or role in so many months, those most wanted at least cost first.

value = interest x ``interest_months`` - cost of the best way - 12 x grades below the role held, all in months: full
interest is worth so many months of cost, and a step back must be wanted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.snapshot import Snapshot
from reasoning.effort import MONTH
from reasoning.evidence import Claim, EdgeRef, NodeRef
from reasoning.exploration_search import reach
from reasoning.interests import Interest, Interests, interest, named, recorded
from reasoning.path_answers import CareerPath, CareerPathRequest, PathConstraints, Preference
from reasoning.path_question import PathQuestion, path_question
from reasoning.path_telling import Telling
from reasoning.routes import Route

HORIZON = PathConstraints(max_months=24.0)
"""Without other limits: two years."""

INTEREST_MONTHS = 12.0

GRADE_BELOW_MONTHS = 12.0
"""What each grade of the company below the role held takes off the value."""


@dataclass(frozen=True, slots=True)
class ExplorationRequest:
    """From a person or role; ``max_months`` of the constraints is the horizon.

    Without stated interests those that the graph records of the person count.
    """

    person: int | None = None
    start_role: int | None = None
    constraints: PathConstraints = HORIZON
    preferences: tuple[Preference, ...] = ()
    interest_roles: tuple[int, ...] = ()
    interest_skills: tuple[int, ...] = ()
    interest_families: tuple[str, ...] = ()
    interest_months: float = INTEREST_MONTHS
    first: int = 10
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReachableRole:
    """A role within reach: how much it is wanted, its value (see above) and the best way to it."""

    role: NodeRef
    interest: float
    value: float
    evidence: tuple[EdgeRef, ...]
    path: CareerPath


@dataclass(frozen=True, slots=True)
class ExplorationAnswer:
    """The best roles within reach, of ``considered`` in all; ``exact`` is False where the search stopped."""

    subject: NodeRef | None
    start: NodeRef
    roles: tuple[ReachableRole, ...]
    considered: int
    claims: tuple[Claim, ...]
    expanded: int
    exact: bool


def explore(snapshot: Snapshot, request: ExplorationRequest) -> ExplorationAnswer:
    """Rank the roles within reach. Raises as ``career_path`` does."""
    asked = path_question(snapshot, _question(snapshot, request))
    wanted = _wanted(snapshot, request)
    found = reach(asked.ground, asked.start - asked.base, asked.levels, asked.limits(request.constraints))
    ranked = sorted(
        (_rank(asked, request, route, interest(snapshot, wanted, role + asked.base)), role, route)
        for role, route in found.routes.items()
    )
    told = Telling(asked)
    opening = told.start()
    roles = tuple(_told(asked, told, wanted, request, route) for _, _, route in ranked[: request.first])
    return ExplorationAnswer(
        subject=told.citations.node(request.person) if request.person is not None else None,
        start=told.citations.node(asked.start),
        roles=roles,
        considered=len(ranked),
        claims=opening,
        expanded=found.expanded,
        exact=found.exact,
    )


def _question(snapshot: Snapshot, request: ExplorationRequest) -> CareerPathRequest:
    """A path question without a target: what it starts from and its wishes are the same."""
    return CareerPathRequest(
        target_role=snapshot.nodes("Role").start,
        person=request.person,
        start_role=request.start_role,
        constraints=request.constraints,
        now=request.now,
        preferences=request.preferences,
    )


def _wanted(snapshot: Snapshot, request: ExplorationRequest) -> Interests:
    if request.interest_roles or request.interest_skills or request.interest_families:
        return named(request.interest_roles, request.interest_skills, request.interest_families)
    return recorded(snapshot, request.person) if request.person is not None else Interests()


def _rank(asked: PathQuestion, request: ExplorationRequest, route: Route, found: Interest) -> tuple[float, int]:
    """Best first: the highest value, then the least cost."""
    return (-_value(asked, request, route, found), route.cost)


def _value(asked: PathQuestion, request: ExplorationRequest, route: Route, found: Interest) -> float:
    ends = (asked.start, route.roles[-1] + asked.base)
    held, then = (asked.snapshot.number("Role", "level", role) for role in ends)
    below = 0.0 if held is None or then is None else max(held - then, 0.0)
    return round(found.degree * request.interest_months - route.cost / MONTH - GRADE_BELOW_MONTHS * below, 3)


def _told(
    asked: PathQuestion, told: Telling, wanted: Interests, request: ExplorationRequest, route: Route
) -> ReachableRole:
    role = route.roles[-1] + asked.base
    found = interest(asked.snapshot, wanted, role)
    return ReachableRole(
        role=told.citations.node(role),
        interest=found.degree,
        value=_value(asked, request, route, found),
        evidence=told.citations.edges(found.edges),
        path=told.path(route),
    )
