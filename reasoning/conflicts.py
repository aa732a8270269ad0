"""Why there is no path: a smallest set of limits that together admit none, found by trying sets by size.

A set of limits conflicts when no path keeps them all. Any larger set then conflicts too, so the first set found by
increasing size is one of minimum size. After ``MAX_TRIED`` sets, or ``MAX_EXPANDED`` partial paths, the search falls
back to leaving limits out one by one: what remains is irreducible, and the answer says that a smaller set may exist.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reasoning.path_answers import (
    MOST_STEPS,
    CareerPath,
    ConflictingConstraint,
    Constraint,
    ConstraintKind,
    PathConflict,
    PathConstraints,
    StepKind,
)
from reasoning.path_question import PathQuestion
from reasoning.path_telling import Telling
from reasoning.routes import Route

MAX_TRIED = 500
"""Sets of limits tried before minimality is given up."""

MAX_EXPANDED = 60_000
"""Partial paths looked at in all, likewise."""

_TEXTS = {ConstraintKind.AVOID: "avoid", ConstraintKind.AVOID_FAMILY: "avoid_families"}
_TEXTS |= {ConstraintKind.VIA: "via", ConstraintKind.VIA_FAMILY: "via_families"}
_NUMBERS = (ConstraintKind.MAX_MONTHS, ConstraintKind.BUDGET, ConstraintKind.PAY_FLOOR, ConstraintKind.MAX_JOB_ZONE)
_FLAGS = (ConstraintKind.ONLY_OBSERVED, ConstraintKind.ONLY_INTERNAL, ConstraintKind.ONLY_OPENINGS)
_ROLES = (ConstraintKind.AVOID, ConstraintKind.VIA)


def parts_of(constraints: PathConstraints) -> tuple[Constraint, ...]:
    """The limits one by one, in a fixed order."""
    found: list[Constraint] = []
    if constraints.max_steps < MOST_STEPS:
        found.append(Constraint(ConstraintKind.MAX_STEPS, str(constraints.max_steps)))
    for kind in (*_NUMBERS, ConstraintKind.LOCATION):
        value = getattr(constraints, kind.value)
        if value is not None:
            found.append(Constraint(kind, str(value)))
    for kind, name in _TEXTS.items():
        found += [Constraint(kind, value) for value in getattr(constraints, name)]
    found += [Constraint(kind) for kind in _FLAGS if getattr(constraints, kind.value)]
    if constraints.kinds:
        found.append(Constraint(ConstraintKind.KINDS, ",".join(constraints.kinds)))
    return tuple(dict.fromkeys(found))


def together(parts: Iterable[Constraint]) -> PathConstraints:
    """These limits and no other; paths are at most ``MOST_STEPS`` long."""
    result = PathConstraints(max_steps=MOST_STEPS)
    for part in parts:
        result = _and(result, part)
    return result


def _and(so_far: PathConstraints, part: Constraint) -> PathConstraints:
    value = part.value
    match part.kind:
        case ConstraintKind.MAX_STEPS:
            return replace(so_far, max_steps=int(value))
        case ConstraintKind.MAX_MONTHS:
            return replace(so_far, max_months=float(value))
        case ConstraintKind.BUDGET:
            return replace(so_far, budget=float(value))
        case ConstraintKind.PAY_FLOOR:
            return replace(so_far, pay_floor=float(value))
        case ConstraintKind.MAX_JOB_ZONE:
            return replace(so_far, max_job_zone=int(value))
        case ConstraintKind.LOCATION:
            return replace(so_far, location=value)
        case ConstraintKind.AVOID:
            return replace(so_far, avoid=(*so_far.avoid, value))
        case ConstraintKind.AVOID_FAMILY:
            return replace(so_far, avoid_families=(*so_far.avoid_families, value))
        case ConstraintKind.VIA:
            return replace(so_far, via=(*so_far.via, value))
        case ConstraintKind.VIA_FAMILY:
            return replace(so_far, via_families=(*so_far.via_families, value))
        case ConstraintKind.ONLY_OBSERVED:
            return replace(so_far, only_observed=True)
        case ConstraintKind.ONLY_INTERNAL:
            return replace(so_far, only_internal=True)
        case ConstraintKind.ONLY_OPENINGS:
            return replace(so_far, only_openings=True)
        case ConstraintKind.KINDS:
            return replace(so_far, kinds=tuple(StepKind(kind) for kind in value.split(",")))


def find_conflict(
    asked: PathQuestion, told: Telling, parts: Sequence[Constraint], always: Sequence[Constraint] = ()
) -> PathConflict:
    """A smallest conflict of these limits, where ``always`` holds beside them and is never dropped.

    It has no member where no limit is to blame.
    """
    tester = _Tester(asked, always)
    found, smallest = _smallest(tester, parts)
    free = [part for part in parts if part not in found]
    best = tester.best(free)
    more = best is None and bool(found)
    if more:
        best = tester.best(())
    return PathConflict(
        constraints=tuple(_member(asked, tester, told, part, parts) for part in found),
        smallest=smallest and tester.exact,
        tried=tester.tried,
        more=more,
        without=told.path(best) if best is not None else None,
        claims=told.without_conflict(best) if best is not None else (),
    )


class _Tester:
    """Says whether some path keeps a set of limits; remembers what it tried."""

    def __init__(self, asked: PathQuestion, always: Sequence[Constraint]) -> None:
        self._asked, self._always = asked, always
        self._known: dict[frozenset[Constraint], Route | None] = {}
        self.exact = True
        self._expanded = 0

    @property
    def spent(self) -> bool:
        """Whether the search is at its bound."""
        return self.tried >= MAX_TRIED or self._expanded >= MAX_EXPANDED

    @property
    def tried(self) -> int:
        """How many sets were tried."""
        return len(self._known)

    def best(self, parts: Sequence[Constraint]) -> Route | None:
        """The cheapest path that keeps the limits, or None."""
        key = frozenset(parts)
        if key not in self._known:
            found = self._asked.search(together([*self._always, *parts]), 1)
            self._expanded += found.expanded
            self.exact &= found.exact or bool(found.routes)
            self._known[key] = found.routes[0] if found.routes else None
        return self._known[key]


def _smallest(tester: _Tester, parts: Sequence[Constraint]) -> tuple[tuple[Constraint, ...], bool]:
    for size in range(len(parts) + 1):
        for chosen in itertools.combinations(parts, size):
            if tester.spent:
                return _irreducible(tester, parts), False
            if tester.best(chosen) is None:
                return chosen, True
    return tuple(parts), True


def _irreducible(tester: _Tester, parts: Sequence[Constraint]) -> tuple[Constraint, ...]:
    kept = list(parts)
    for part in parts:
        fewer = [one for one in kept if one != part]
        if tester.best(fewer) is None:
            kept = fewer
    return tuple(kept)


def _member(
    asked: PathQuestion, tester: _Tester, told: Telling, part: Constraint, parts: Sequence[Constraint]
) -> ConflictingConstraint:
    best = tester.best([one for one in parts if one != part])
    role = asked.snapshot.resolve("Role", part.value) if part.kind in _ROLES else None
    return ConflictingConstraint(
        constraint=part,
        role=told.citations.node(role) if role is not None else None,
        helps_alone=best is not None,
        enough=_enough(asked, part, told.path(best)) if best is not None else None,
    )


def _enough(asked: PathQuestion, part: Constraint, path: CareerPath) -> float | None:
    """The value of the limit that the cheapest path without it needs."""
    roles = [asked.snapshot.find(step.destination.key) for step in path.steps]
    match part.kind:
        case ConstraintKind.MAX_STEPS:
            return len(path.steps)
        case ConstraintKind.MAX_MONTHS:
            return path.months
        case ConstraintKind.BUDGET:
            return path.money
        case ConstraintKind.PAY_FLOOR:
            paid = [asked.snapshot.number("Role", "pay_min", role) for role in roles if role is not None]
            return None if None in paid else min(pay for pay in paid if pay is not None)
        case ConstraintKind.MAX_JOB_ZONE:
            zones = [asked.snapshot.number("Role", "job_zone", role) for role in roles if role is not None]
            return None if None in zones else max(zone for zone in zones if zone is not None)
        case _:
            return None
