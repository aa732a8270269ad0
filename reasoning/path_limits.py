"""The hard limits of a path question as arrays over roles and moves, ready for the search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from graph.snapshot import Snapshot
from reasoning.course_money import CENTS, CourseMoney
from reasoning.effort import MONTH
from reasoning.levels import day_number
from reasoning.openings import roles_with_opening
from reasoning.path_answers import PathConstraints
from reasoning.requirements import Ints
from reasoning.role_marks import Flags, in_families, in_place, internal, role_numbers
from reasoning.step_kinds import of_kinds
from reasoning.terrain import Terrain


@dataclass(frozen=True, slots=True)
class Budget:
    """How much the courses of a path may cost together, and what each skill to learn needs."""

    cents: int
    money: CourseMoney


@dataclass(frozen=True, slots=True)
class Limits:
    """Hard limits of a search: steps, months (thousandths), roles (from the first) and moves that may be used.

    Of each set in ``passes`` one role must be on the path after the start. ``extra`` is what each move costs more
    in the ranking (reasoning.preferences).
    """

    max_steps: int
    allowed: Flags
    usable: Flags
    extra: Ints
    max_months: int | None = None
    passes: tuple[frozenset[int], ...] = ()
    budget: Budget | None = None

    def courses_after(self, missing: Iterable[tuple[int, int]], courses: frozenset[int]) -> frozenset[int] | None:
        """All courses once these (skill, level) are learned too, or None where they cost more than the budget."""
        if self.budget is None:
            return courses
        taken = courses | self.budget.money.courses(missing)
        cents = self.budget.money.cents(taken)
        return None if cents is None or cents > self.budget.cents else taken


def path_limits(
    snapshot: Snapshot,
    ground: Terrain,
    constraints: PathConstraints,
    now: datetime,
    money: CourseMoney,
    extra: Ints | None = None,
) -> Limits:
    """The constraints as arrays. A role whose pay, location or job zone is unknown does not pass a limit on it.

    Raises ``UnknownNode`` for a role to avoid or to pass that is not in the graph.
    """
    allowed = _allowed_roles(snapshot, constraints, day_number(now))
    usable = allowed[ground.ends]
    if constraints.only_observed:
        usable &= ground.moves.observed > 0
    if constraints.kinds:
        usable &= of_kinds(snapshot, ground.sources, ground.ends, constraints.kinds)
    months, cents = constraints.max_months, constraints.budget
    return Limits(
        max_steps=constraints.max_steps,
        allowed=allowed,
        usable=usable,
        extra=np.zeros(len(ground.bases), dtype=np.int64) if extra is None else extra,
        max_months=None if months is None else round(months * MONTH),
        passes=_passes(snapshot, constraints),
        budget=None if cents is None else Budget(round(cents * CENTS), money),
    )


def _allowed_roles(snapshot: Snapshot, constraints: PathConstraints, today: int) -> Flags:
    roles = snapshot.nodes("Role")
    allowed = np.ones(len(roles), dtype=np.bool_)
    if constraints.pay_floor is not None:
        allowed &= role_numbers(snapshot, "pay_min") >= constraints.pay_floor
    if constraints.max_job_zone is not None:
        allowed &= role_numbers(snapshot, "job_zone") <= constraints.max_job_zone
    if constraints.location is not None:
        allowed &= in_place(snapshot, constraints.location)
    if constraints.avoid_families:
        allowed &= ~in_families(snapshot, constraints.avoid_families)
    if constraints.only_internal:
        allowed &= internal(snapshot)
    if constraints.only_openings:
        allowed &= roles_with_opening(snapshot, today)
    for role_id in constraints.avoid:
        allowed[snapshot.resolve("Role", role_id) - roles.start] = False
    return allowed


def _passes(snapshot: Snapshot, constraints: PathConstraints) -> tuple[frozenset[int], ...]:
    base = snapshot.nodes("Role").start
    roles = [frozenset({snapshot.resolve("Role", role_id) - base}) for role_id in constraints.via]
    marked = [np.flatnonzero(in_families(snapshot, [name])) for name in constraints.via_families]
    families = [frozenset(int(role) for role in found) for found in marked]
    return tuple(dict.fromkeys([*roles, *families]))
