"""What a person effectively holds: stated skills, passed courses, assessments; the best counts, with its edges.

An assessment speaks for its skill from its day on: earlier ones, and courses finished before it, count no more for it.

``holdings`` takes a ``LevelRule`` through which a declared half-life lowers a level with time (``recency``). The
default rule takes every level as stated.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Container, Iterator, Mapping
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from graph.columns import NumberColumn
from graph.snapshot import Snapshot
from reasoning.citing import EdgeAt
from reasoning.levels import ABSENT, UNSTATED_LEVEL, day_number


class Basis(IntEnum):
    """What a holding rests on, the surest first: this order breaks ties between equal levels."""

    ASSESSMENT = 0
    STATED = 1
    COURSE = 2


class Holding(NamedTuple):
    """A skill held at a raw level: what it rests on, its edges, and the day (since 1970) of the latest evidence.

    ``stated`` is False where the source gave no level and ``UNSTATED_LEVEL`` counts. ``faded_from`` is the level that
    the evidence gives, where a rule let a lower one count. A tuple: every question makes one for each skill held.
    """

    skill: int
    level: int
    basis: Basis
    edges: tuple[EdgeAt, ...]
    last_day: int | None = None
    stated: bool = True
    faded_from: int | None = None

    @property
    def shown(self) -> int:
        """The raw level that the edges show."""
        return self.level if self.faded_from is None else self.faded_from


LevelRule: TypeAlias = Callable[[Holding, int], int]
"""(holding, today's day number) -> the raw level that counts today; never above the stated one."""


def as_stated(holding: Holding, today: int) -> int:  # a rule is given the day
    """The default rule: a level counts as stated, however old."""
    return holding.level


def holdings(
    snapshot: Snapshot, person: int, now: datetime, level_rule: LevelRule = as_stated
) -> Mapping[int, Holding]:
    """For each skill the person holds at a level above zero, the best evidence for it, by skill index."""
    today = day_number(now)
    best: dict[int, Holding] = {}
    for holding in itertools.chain(stated_skills(snapshot, person), _shown(snapshot, person, today)):
        level = level_rule(holding, today)
        if level <= 0:
            continue
        if level != holding.level:
            holding = holding._replace(level=level, faded_from=holding.level)
        known = best.get(holding.skill)
        best[holding.skill] = holding if known is None else min(known, holding, key=_rank)
    return {skill: best[skill] for skill in sorted(best)}


def _rank(holding: Holding) -> tuple[int, int, int, tuple[EdgeAt, ...]]:
    return (-holding.level, holding.basis, -(holding.last_day or 0), holding.edges)


def passed_courses(snapshot: Snapshot, person: int, now: datetime) -> Mapping[int, EdgeAt]:
    """Courses the person has passed and whose completion still counts, each with the latest such edge."""
    return _passed(snapshot, person, day_number(now))


def doubted_courses(snapshot: Snapshot, person: int, now: datetime) -> frozenset[int]:
    """Passed courses that teach some skill above the level that a later assessment found: worth taking again."""
    today = day_number(now)
    completed = _passed(snapshot, person, today)
    if not completed:
        return frozenset()
    measured, teaches = _measured(snapshot, person, today), snapshot.edges("TEACHES_SKILL")
    levels = snapshot.edges("ASSESSED").columns["level"] if measured else None
    found = set()
    for course, completion in completed.items():
        finished = _day(snapshot.edges("COMPLETED").columns["completed_on"], completion[1])
        span = teaches.out(course)
        for position in range(span.start, span.stop):
            shown = measured.get(int(teaches.dst[position]))
            if shown is None or levels is None or (shown[0] or 0) <= (finished or 0):
                continue
            if level_at(levels, shown[1])[0] < level_at(teaches.columns["to_level"], position)[0]:
                found.add(course)
    return frozenset(found)


def _shown(snapshot: Snapshot, person: int, today: int) -> Iterator[Holding]:
    """What assessments and passed courses say."""
    assessed = snapshot.edges("ASSESSED")
    measured = _measured(snapshot, person, today)
    for skill, (taken, position) in measured.items():
        level, stated = level_at(assessed.columns["level"], position)
        yield Holding(skill, level, Basis.ASSESSMENT, (("ASSESSED", position),), taken, stated)
    teaches = snapshot.edges("TEACHES_SKILL")
    for course, completion in _passed(snapshot, person, today).items():
        finished = _day(snapshot.edges("COMPLETED").columns["completed_on"], completion[1])
        span = teaches.out(course)
        for position in range(span.start, span.stop):
            skill = int(teaches.dst[position])
            if skill in measured and (measured[skill][0] or 0) > (finished or 0):
                continue  # what was measured later is what is left of it
            level, stated = level_at(teaches.columns["to_level"], position)
            edges = (completion, ("TEACHES_SKILL", position))
            yield Holding(skill, level, Basis.COURSE, edges, finished, stated)


def _measured(snapshot: Snapshot, person: int, today: int) -> dict[int, tuple[int | None, int]]:
    """The latest assessment of each skill that counts today, with its day; of several on one day the highest."""
    assessed = snapshot.edges("ASSESSED")
    span = assessed.out(person)
    latest: dict[int, tuple[int, int, int]] = {}
    for position in range(span.start, span.stop):
        taken = _day(assessed.columns["taken_on"], position)
        if counts(taken, _day(assessed.columns["expires_on"], position), today):
            level, _ = level_at(assessed.columns["level"], position)
            skill = int(assessed.dst[position])
            rank = (-1 if taken is None else taken, level, -position)
            latest[skill] = max(latest.get(skill, rank), rank)
    return {skill: (None if taken < 0 else taken, -at) for skill, (taken, _, at) in sorted(latest.items())}


def stated_skills(snapshot: Snapshot, person: int, among: Container[int] | None = None) -> Iterator[Holding]:
    """What HAS_SKILL edges alone say, level zero included; of the skills ``among`` these alone, where given."""
    has = snapshot.edges("HAS_SKILL")
    span = has.out(person)
    used_on = has.columns["last_used"]
    unused = used_on.absent
    # whole slices as lists: reading numpy values one by one takes most of the time otherwise
    columns = (has.dst[span].tolist(), has.columns["level"].raw[span].tolist(), used_on.raw[span].tolist())
    for position, (skill, raw, used) in enumerate(zip(*columns, strict=True), span.start):
        if among is not None and skill not in among:
            continue
        level, stated = (UNSTATED_LEVEL, False) if raw == ABSENT else (raw, True)
        last_day = None if used == unused else used
        yield Holding(skill, level, Basis.STATED, (("HAS_SKILL", position),), last_day, stated)


def _passed(snapshot: Snapshot, person: int, today: int) -> Mapping[int, EdgeAt]:
    completed = snapshot.edges("COMPLETED")
    columns = completed.columns
    span = completed.out(person)
    latest: dict[int, tuple[int, int]] = {}
    for position in range(span.start, span.stop):
        day = _day(columns["completed_on"], position)
        if int(columns["passed"].raw[position]) != 1 or not counts(day, _day(columns["expires_on"], position), today):
            continue
        course = int(completed.dst[position])
        latest[course] = max(latest.get(course, (-1, -1)), (day or 0, position))
    return {course: ("COMPLETED", latest[course][1]) for course in sorted(latest)}


def counts(happened: int | None, expires: int | None, today: int) -> bool:
    """Whether something dated counts today: it has happened, and the day on which it stops counting is to come."""
    return (happened is None or happened <= today) and (expires is None or today < expires)


def level_at(column: NumberColumn, position: int) -> tuple[int, bool]:
    """Raw level at a position, and whether the source stated it."""
    raw = int(column.raw[position])
    return (UNSTATED_LEVEL, False) if raw == ABSENT else (raw, True)


def _day(column: NumberColumn, position: int) -> int | None:
    raw = int(column.raw[position])
    return None if raw == column.absent else raw
