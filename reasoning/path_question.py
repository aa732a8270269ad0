"""A path question worked out on the snapshot: where it starts, what is held, the terrain, and searches of it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.consent import require_consent
from reasoning.course_money import CourseMoney
from reasoning.derived import derived
from reasoning.diversity import SCALE
from reasoning.grants import Grants
from reasoning.holdings import Holding, holdings, passed_courses
from reasoning.levels import day_number, moment
from reasoning.path_answers import CareerPathRequest, PathConstraints
from reasoning.path_limits import Limits, path_limits
from reasoning.preferences import extra_costs
from reasoning.requirements import Ints
from reasoning.routes import Route, Routes, find_routes
from reasoning.standing import Post, current_post
from reasoning.taxonomy import Taxonomy
from reasoning.terrain import Terrain, terrain


@dataclass(frozen=True, slots=True)
class PathQuestion:
    """What a search needs. ``start`` and ``target`` are snapshot indices, ``levels`` what is held by column."""

    snapshot: Snapshot
    request: CareerPathRequest
    now: datetime
    start: int
    target: int
    post: Post | None
    held: Mapping[int, Holding]
    ground: Terrain
    levels: Ints
    extra: Ints
    money: CourseMoney

    @property
    def base(self) -> int:
        """Index of the first role."""
        return self.ground.moves.base

    @property
    def least_apart(self) -> int:
        """The least distance between two paths in thousandths."""
        return round(self.request.min_diversity * SCALE)

    def limits(self, constraints: PathConstraints) -> Limits:
        """Constraints as arrays; the start counts as passed where it is to be passed."""
        start_id = self.snapshot.ids[self.start]
        via = tuple(role_id for role_id in constraints.via if role_id != start_id)
        wanted = replace(constraints, via=via)
        return path_limits(self.snapshot, self.ground, wanted, self.now, self.money, self.extra)

    def search(self, constraints: PathConstraints, k: int, least_apart: int = 0) -> Routes:
        """The ``k`` best ways under these constraints."""
        start, target = self.start - self.base, self.target - self.base
        return find_routes(self.ground, start, target, self.levels, self.limits(constraints), k, least_apart)

    def follow(self, constraints: PathConstraints, roles: Sequence[int]) -> Route | None:
        """The way through exactly these roles (counted from the first), or None where a limit forbids it."""
        at = [self.ground.move(before, after) for before, after in itertools.pairwise(roles)]
        limits = self.limits(constraints)
        usable = np.zeros_like(limits.usable)
        usable[[one for one in at if one is not None]] = True
        only = replace(limits, usable=limits.usable & usable)
        found = find_routes(self.ground, roles[0], roles[-1], self.levels, only, 1)
        return found.routes[0] if found.routes else None


def path_question(snapshot: Snapshot, request: CareerPathRequest) -> PathQuestion:
    """Work the question out.

    Raises ``ConsentMissing`` when the person does not allow the purpose and ``BadInput`` when there is no role to
    start from.
    """
    now = moment(snapshot, request.now)
    post = _current(snapshot, request, now)
    start = request.start_role if request.start_role is not None else post.role if post else None
    if start is None:
        raise BadInput("There is no role to start from.", remedy="Give a start role, or a person who holds one.")
    held = holdings(snapshot, request.person, now) if request.person is not None else {}
    passed = passed_courses(snapshot, request.person, now) if request.person is not None else {}
    ground = derived(snapshot, terrain)
    return PathQuestion(
        snapshot=snapshot,
        request=request,
        now=now,
        start=start,
        target=request.target_role,
        post=post if post is not None and post.role == start else None,
        held=held,
        ground=ground,
        levels=start_levels(snapshot, ground.grants, held, start if request.person is None else None),
        extra=extra_costs(snapshot, ground, request.preferences, day_number(now)),
        money=CourseMoney(snapshot, passed),
    )


def start_levels(snapshot: Snapshot, grants: Grants, held: Mapping[int, Holding], start_role: int | None) -> Ints:
    """Raw levels by column of what is held at the start, broader skills included."""
    levels = np.zeros(grants.width, dtype=np.int64)
    if start_role is not None:
        span = grants.of(start_role - snapshot.nodes("Role").start)
        levels[grants.columns[span]] = grants.levels[span]
    taxonomy = derived(snapshot, Taxonomy)
    for skill, holding in held.items():
        for broader in taxonomy.broader_or_same(skill):
            column = grants.column_of[broader]
            if column >= 0:
                levels[column] = max(int(levels[column]), holding.level)
    return levels


def _current(snapshot: Snapshot, request: CareerPathRequest, now: datetime) -> Post | None:
    if request.person is None:
        return None
    require_consent(snapshot, request.person, Purpose.CAREER_PATH, now)
    return current_post(snapshot, request.person, day_number(now))
