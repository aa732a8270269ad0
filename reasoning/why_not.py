"""Why a role or a way is not in the answer: the exact comparison it lost, or the limits or edges it lacks."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.conflicts import find_conflict, parts_of, together
from reasoning.diversity import SCALE, distance, inner
from reasoning.effort import MONTH
from reasoning.evidence import Claim, NodeRef
from reasoning.path_answers import (
    MOST_STEPS,
    CareerPath,
    CareerPathRequest,
    ConflictingConstraint,
    Constraint,
    ConstraintKind,
    PathConflict,
)
from reasoning.path_question import PathQuestion, path_question
from reasoning.path_telling import Telling
from reasoning.routes import Route, Routes


class Verdict(StrEnum):
    """Why a role or way is not in the answer."""

    INCLUDED = "included"
    COSTLIER = "costlier"
    TOO_ALIKE = "too_alike"
    EXCLUDED = "excluded"
    NO_MOVE = "no_move"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class WhyNotRequest(CareerPathRequest):
    """A path question, and what is missed in its answer: a role, or a way (roles from the start to the target)."""

    role: int | None = None
    way: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WhyNotAnswer:
    """The verdict with what it rests on.

    ``best`` is the cheapest path with the role (or the way itself), ``against`` the path of the answer it lost to,
    ``costs_more`` the difference in cost, ``apart`` their distance. ``conflict`` are the limits that exclude it;
    ``gap`` the two roles between which the graph has no move (NO_MOVE) or no path (UNREACHABLE).
    """

    start: NodeRef
    target: NodeRef
    subject: NodeRef | None
    missed: tuple[NodeRef, ...]
    verdict: Verdict
    claims: tuple[Claim, ...]
    best: CareerPath | None = None
    against: CareerPath | None = None
    costs_more: float | None = None
    apart: float | None = None
    conflict: PathConflict | None = None
    gap: tuple[NodeRef, NodeRef] | None = None
    exact: bool = True


def why_not(snapshot: Snapshot, request: WhyNotRequest) -> WhyNotAnswer:
    """Answer for a role or a way. Raises as ``career_path`` does, and ``BadInput`` for a way longer than any path."""
    asked = path_question(snapshot, request)
    found = asked.search(request.constraints, request.alternatives, asked.least_apart)
    case = _Case(asked, found)
    return case.way(request.way) if request.way else case.role(request.role if request.role is not None else -1)


class _Case:
    """One question with the answer that was given to it."""

    def __init__(self, asked: PathQuestion, found: Routes) -> None:
        self._asked, self._found = asked, found
        self._told = Telling(asked)
        self._opening = self._told.start()

    def role(self, role: int) -> WhyNotAnswer:
        local = role - self._asked.base
        limits = self._asked.request.constraints
        held_to = Constraint(ConstraintKind.VIA, self._asked.snapshot.ids[role])
        missed = (role,)
        if role == self._asked.start or any(local in route.roles for route in self._found.routes):
            shown = next((route for route in self._found.routes if local in route.roles), None)
            return self._answer(missed, Verdict.INCLUDED, best=shown)
        with_it = self._asked.search(replace(limits, via=(*limits.via, held_to.value)), 1)
        if with_it.routes:
            return self._compared(missed, with_it.routes[0], with_it.exact)
        conflict = find_conflict(self._asked, self._told, parts_of(limits), (held_to,))
        if conflict.constraints:
            return self._answer(missed, Verdict.EXCLUDED, conflict=conflict, exact=conflict.smallest)
        return self._unreachable(role)

    def way(self, way: Sequence[int]) -> WhyNotAnswer:
        roles = tuple(role - self._asked.base for role in self._whole(way))
        if len(roles) > MOST_STEPS + 1 or len(set(roles)) < len(roles):
            # no search would follow it, and that it was not found would be told as no path
            raise BadInput(
                "The way is too long, or passes a role twice.", remedy=f"Name a way of at most {MOST_STEPS} steps."
            )
        missed = tuple(role + self._asked.base for role in roles)
        for before, after in itertools.pairwise(roles):
            if self._asked.ground.move(before, after) is None:
                return self._answer(missed, Verdict.NO_MOVE, gap=(before, after))
        shown = next((route for route in self._found.routes if route.roles == roles), None)
        if shown is not None:
            return self._answer(missed, Verdict.INCLUDED, best=shown)
        parts = parts_of(self._asked.request.constraints)
        broken = [part for part in parts if self._asked.follow(together([part]), roles) is None]
        bare = self._asked.follow(together(()), roles)
        if broken and bare is not None:
            members = tuple(ConflictingConstraint(part, self._named(part), len(broken) == 1) for part in broken)
            conflict = PathConflict(members, True, len(parts), False, None, ())
            return self._answer(missed, Verdict.EXCLUDED, best=bare, conflict=conflict)
        if bare is None:
            return self._unreachable(missed[1])
        return self._compared(missed, bare, self._found.exact)

    # -- the verdicts --------------------------------------------------------------------------------------

    def _compared(self, missed: tuple[int, ...], route: Route, exact: bool) -> WhyNotAnswer:
        """It lost to the first path chosen before it that is too much like it, else to the last one chosen."""
        least = Fraction(self._asked.least_apart, SCALE)
        before = [one for one in self._found.routes if one < route]
        alike = [one for one in before if distance(inner(one.roles), inner(route.roles)) < least]
        last = self._found.routes[-1] if self._found.routes else None
        against = alike[0] if alike else last
        return self._answer(
            missed,
            Verdict.TOO_ALIKE if alike else Verdict.COSTLIER,
            best=route,
            against=against,
            exact=exact and self._found.exact,
        )

    def _unreachable(self, role: int) -> WhyNotAnswer:
        """Which half of the way is missing: to the role, or from it to the target."""
        local, asked = role - self._asked.base, self._asked
        free = replace(asked, request=replace(asked.request, target_role=role), target=role)
        to_it = free.search(together(()), 1)
        ends = (local, asked.target - asked.base) if to_it.routes else (asked.start - asked.base, local)
        return self._answer((role,), Verdict.UNREACHABLE, gap=ends)

    def _answer(
        self,
        missed: tuple[int, ...],
        verdict: Verdict,
        *,
        best: Route | None = None,
        against: Route | None = None,
        conflict: PathConflict | None = None,
        gap: tuple[int, int] | None = None,
        exact: bool = True,
    ) -> WhyNotAnswer:
        asked, told, cite = self._asked, self._told, self._told.citations
        ends = None if gap is None else (gap[0] + asked.base, gap[1] + asked.base)
        away = None if best is None or against is None else distance(inner(best.roles), inner(against.roles))
        unsaid = told.no_path(*ends) if ends is not None and verdict is Verdict.UNREACHABLE else ()
        return WhyNotAnswer(
            start=cite.node(asked.start),
            target=cite.node(asked.target),
            subject=cite.node(asked.request.person) if asked.request.person is not None else None,
            missed=cite.nodes(missed),
            verdict=verdict,
            claims=(*self._opening, *unsaid),
            best=told.path(best) if best is not None else None,
            against=told.path(against) if against is not None else None,
            costs_more=None if best is None or against is None else (best.cost - against.cost) / MONTH,
            apart=None if away is None else round(float(away), 4),
            conflict=conflict,
            gap=None if ends is None else (cite.node(ends[0]), cite.node(ends[1])),
            exact=exact,
        )

    def _named(self, part: Constraint) -> NodeRef | None:
        if part.kind not in (ConstraintKind.AVOID, ConstraintKind.VIA):
            return None
        return self._told.citations.node(self._asked.snapshot.resolve("Role", part.value))

    def _whole(self, way: Sequence[int]) -> list[int]:
        """The way from the start to the target, whether or not these were said."""
        roles = [role for role in way if role not in (self._asked.start, self._asked.target)]
        return [self._asked.start, *roles, self._asked.target]
