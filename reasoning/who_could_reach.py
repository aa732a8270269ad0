"""Reverse: which people could reach a role within the limits, the least costly first, and how many from which roles.

Only people who allow career paths today are looked at. The counts are of those who also allow analytics, and a role
with fewer than ``SMALLEST_GROUP`` of them is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from graph.scope import Purpose
from graph.snapshot import Snapshot
from reasoning.citing import Citations
from reasoning.course_money import CourseMoney
from reasoning.derived import derived
from reasoning.effort import MONTH
from reasoning.evidence import Claim, NodeRef
from reasoning.holdings import holdings, passed_courses
from reasoning.levels import day_number, moment
from reasoning.path_answers import CareerPath, CareerPathRequest, PathConstraints
from reasoning.path_limits import path_limits
from reasoning.path_question import path_question, start_levels
from reasoning.path_telling import Telling
from reasoning.route_bounds import NO_WAY
from reasoning.routes import Route, RouteSearch
from reasoning.standing import current_post
from reasoning.terrain import terrain

SMALLEST_GROUP = 5
"""Fewer people than this in one role are not counted out."""

MAX_LOOKED_AT = 20_000
"""People whose skills are looked at; beyond this, only those from whose role moving costs least."""

MAX_EXPANDED = 300_000
"""Partial paths looked at in all; who comes after that is not searched for, and the answer is not exact."""

HORIZON = PathConstraints(max_months=24.0)
"""Without other limits: two years."""

MAX_PEOPLE = 5_000
"""People searched for; beyond this, only those with the least possible cost."""


@dataclass(frozen=True, slots=True)
class WhoCouldReachRequest:
    """``people`` are those who may be looked at (their consent is asked again); ``first`` how many are told."""

    target_role: int
    people: tuple[int, ...]
    constraints: PathConstraints = HORIZON
    first: int = 10
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class PersonWay:
    """A person and their best way to the role."""

    person: NodeRef
    path: CareerPath


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many people in a role could reach it, and the median months."""

    role: NodeRef
    people: int
    median_months: float


@dataclass(frozen=True, slots=True)
class WhoCouldReachAnswer:
    """People by the cost of their way; ``within`` of ``considered`` could reach the role under the limits."""

    target: NodeRef
    people: tuple[PersonWay, ...]
    groups: tuple[GroupCount, ...]
    suppressed: int
    within: int
    considered: int
    exact: bool
    claims: tuple[Claim, ...] = ()


def who_could_reach(snapshot: Snapshot, request: WhoCouldReachRequest) -> WhoCouldReachAnswer:
    """Search from every person who allows it."""
    now = moment(snapshot, request.now)
    consenting = snapshot.consenting(Purpose.CAREER_PATH, now)
    first_person = snapshot.nodes("Person").start
    people = [person for person in request.people if consenting[person - first_person]]
    found, exact = _routes(snapshot, request, people, now)
    ranked = sorted(found.items(), key=lambda item: (item[1], item[0]))
    cite = Citations(snapshot)
    groups, suppressed = _groups(snapshot, found, now, cite)
    return WhoCouldReachAnswer(
        target=cite.node(request.target_role),
        people=_told(snapshot, request, ranked[: request.first]),
        groups=groups,
        suppressed=suppressed,
        within=len(found),
        considered=len(people),
        exact=exact,
    )


def _routes(
    snapshot: Snapshot, request: WhoCouldReachRequest, people: Sequence[int], now: datetime
) -> tuple[dict[int, Route], bool]:
    """The best way of each person who has one; people in the order of their least possible cost."""
    ground, today = derived(snapshot, terrain), day_number(now)
    plain = CourseMoney(snapshot)
    base = ground.moves.base
    limits = path_limits(snapshot, ground, request.constraints, now, plain)
    search = RouteSearch(ground, request.target_role - base, limits)
    near = sorted(_near(snapshot, request, people, search, today)) if limits.allowed[search.target] else []
    bounded = []
    for _, person, start in near[:MAX_LOOKED_AT]:
        levels = start_levels(snapshot, ground.grants, holdings(snapshot, person, now), None)
        bounded.append((search.least_cost(start, levels), person, start, levels))
    bounded.sort(key=lambda one: one[:2])
    found: dict[int, Route] = {}
    exact, expanded = len(near) <= MAX_PEOPLE, 0
    for _, person, start, levels in bounded[:MAX_PEOPLE]:
        if expanded >= MAX_EXPANDED:
            return found, False
        own = search if limits.budget is None else search.with_money(_money(snapshot, person, now))
        routes = own.run(start, levels, 1)
        expanded += routes.expanded
        exact &= routes.exact
        if routes.routes:
            found[person] = routes.routes[0]
    return found, exact


def _near(
    snapshot: Snapshot, request: WhoCouldReachRequest, people: Sequence[int], search: RouteSearch, today: int
) -> Iterator[tuple[int, int, int]]:
    """Who works elsewhere in a role from which moves lead to the target: least cost of moving, the person, the role."""
    for person in people:
        post = current_post(snapshot, person, today)
        left = snapshot.number("Person", "left_on", person)
        if post is None or post.role == request.target_role or (left is not None and left <= today):
            continue
        start = post.role - search.ground.moves.base
        moving = search.bound.moving(search.limits.max_steps, start)
        if moving < NO_WAY:
            yield moving, person, start


def _money(snapshot: Snapshot, person: int, now: datetime) -> CourseMoney:
    return CourseMoney(snapshot, passed_courses(snapshot, person, now))


def _told(
    snapshot: Snapshot, request: WhoCouldReachRequest, ranked: Sequence[tuple[int, Route]]
) -> tuple[PersonWay, ...]:
    told = []
    for number, (person, route) in enumerate(ranked, 1):
        asked = path_question(snapshot, CareerPathRequest(request.target_role, person, now=request.now))
        telling = Telling(asked, prefix=f"p{number}")
        opening = telling.start()
        path = telling.path(route)
        told.append(PersonWay(telling.citations.node(person), _with(path, opening)))
    return tuple(told)


def _with(path: CareerPath, opening: tuple[Claim, ...]) -> CareerPath:
    return replace(path, claims=(*opening, *path.claims))


def _groups(
    snapshot: Snapshot, found: dict[int, Route], now: datetime, cite: Citations
) -> tuple[tuple[GroupCount, ...], int]:
    """Counts by the role held today, of those who allow analytics; and how many people small groups hide."""
    allowed, first = snapshot.consenting(Purpose.ANALYTICS, now), snapshot.nodes("Person").start
    base = snapshot.nodes("Role").start
    months: dict[int, list[float]] = {}
    for person, route in found.items():
        if allowed[person - first]:
            months.setdefault(route.roles[0] + base, []).append(route.months / MONTH)
    large = {role: spent for role, spent in months.items() if len(spent) >= SMALLEST_GROUP}
    told = [GroupCount(cite.node(role), len(spent), round(float(np.median(spent)), 1)) for role, spent in large.items()]
    told.sort(key=lambda group: (-group.people, group.median_months, group.role.key))
    return tuple(told), sum(len(spent) for role, spent in months.items() if role not in large)
