"""The mentor score: additive components over whole columns of people, exact where it can be, the same every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt

from graph.snapshot import Adjacency, Snapshot
from reasoning.answers import CoverKind, MentorComponent, MentorMatchRequest
from reasoning.derived import derived
from reasoning.levels import ABSENT, UNSTATED_LEVEL, day_number
from reasoning.mentor_tables import NOT_KNOWN, MentorTables, mentor_tables
from reasoning.mentor_wants import Want
from reasoning.taxonomy import Taxonomy
from reasoning.units import Units

WEIGHTS: Mapping[MentorComponent, float] = {
    MentorComponent.SKILLS: 0.38,
    MentorComponent.OFFERS: 0.22,
    MentorComponent.MOVE: 0.14,
    MentorComponent.LANGUAGE: 0.08,
    MentorComponent.TIME_ZONE: 0.06,
    MentorComponent.CAPACITY: 0.05,
    MentorComponent.OUTCOMES: 0.04,
    MentorComponent.DISTANCE: 0.03,
}
"""What each component can add at most; together 1."""

_WEIGHTS = np.array([*WEIGHTS.values()])[:, None]

ROLE_ONLY = 0.5
"""Share of the move component for having held the target role without having made the same move."""

AMPLE_HOURS = 10
"""Common hours a week from which on more do not count."""

BY_DISTANCE = (0.5, 1.0, 1.0, 0.75, 0.75, 0.5)
"""By steps between units: the same team sees the same work, the next ones know it and add a view, far ones less."""

ELSEWHERE = 1 - WEIGHTS[MentorComponent.SKILLS] - WEIGHTS[MentorComponent.OFFERS]
"""What the components beside skills and offers can add at most."""

ROUNDING = 1e-5
"""More than rounding each component to six places can add or take away."""

PROBED = 2000
"""So many with the most of the wanted skills are scored to learn what the best reach at least."""

Floats = npt.NDArray[np.float64]
Int16 = npt.NDArray[np.int16]
Int32 = npt.NDArray[np.int32]
Int64 = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scores:
    """The qualified people with their components (parallel to ``people``) and the rounded score.

    ``table`` has a row for each component in the order of ``WEIGHTS``; ``parts`` are its rows by name.
    """

    people: npt.NDArray[np.int64]
    table: Floats
    parts: Mapping[MentorComponent, Floats]
    millionths: npt.NDArray[np.int64]
    moved: Floats
    language: Floats
    hours: Floats
    common: Floats
    capacity: npt.NDArray[np.int16]
    steps: Int32
    considered: int
    """How many are qualified, those left out for having no chance included."""

    def contributions(self, row: int) -> list[float]:
        """What each component adds to the score of a row, in the order of ``WEIGHTS``."""
        shares = self.table[:, row].tolist()
        return [round(share * weight, 6) for share, weight in zip(shares, WEIGHTS.values(), strict=True)]


def score_people(
    snapshot: Snapshot,
    request: MentorMatchRequest,
    wants: Sequence[Want],
    origin: int | None,
    allowed: npt.NDArray[np.bool_],
    now: datetime,
    first: int | None = None,
) -> Scores:
    """Score everyone who is allowed and holds a wanted skill high enough. ``origin`` is the mentee's role today.

    With ``first`` those may be missing who cannot be among so many best; ``considered`` counts them all the same.
    """
    tables = derived(snapshot, mentor_tables)
    skills, offers = _skill_weights(snapshot, wants, allowed & (tables.capacity != 0))
    rows = np.flatnonzero(skills != 0)
    total = max(sum(want.weight for want in wants), 1)

    def scored(some: Int64) -> Scores:
        shares = skills[some] / total, offers[some] / total
        return _scores(snapshot, request, origin, some, shares, now, len(rows))

    if first is None or len(rows) <= 4 * max(PROBED, first):
        return scored(rows)
    surely = skills[rows] * WEIGHTS[MentorComponent.SKILLS] + offers[rows] * WEIGHTS[MentorComponent.OFFERS]
    ahead = max(PROBED, first)
    probe = scored(rows[np.sort(np.argpartition(-surely, ahead)[:ahead])])
    least = np.partition(-probe.millionths, first - 1)[first - 1] / -1e6 if first else 1.0
    return scored(rows[surely / total + ELSEWHERE >= least - ROUNDING])


def _scores(
    snapshot: Snapshot,
    request: MentorMatchRequest,
    origin: int | None,
    rows: Int64,
    shares: tuple[Floats, Floats],
    now: datetime,
    considered: int,
) -> Scores:
    """The scores of the people in the rows, with the shares of wanted skills that they hold and offer."""
    base = snapshot.nodes("Person").start
    tables = derived(snapshot, mentor_tables)
    mentee, today = request.person - base, day_number(now)
    hours = tables.hours_from(mentee, now)[tables.zones[rows]]
    language = _language(tables, mentee, rows)
    common = tables.common_hours(mentee, rows, now)
    moved = _move(snapshot, origin, request.target_role, rows, today)
    capacity = tables.capacity[rows]
    steps = derived(snapshot, Units).steps(request.person, rows, today)
    columns = {
        MentorComponent.SKILLS: shares[0],
        MentorComponent.OFFERS: shares[1],
        MentorComponent.MOVE: moved,
        MentorComponent.LANGUAGE: language,
        MentorComponent.TIME_ZONE: _time(hours, common),
        MentorComponent.CAPACITY: tables.room[rows],
        MentorComponent.OUTCOMES: tables.outcomes[rows],
        MentorComponent.DISTANCE: _distance(steps),
    }
    table = np.array([columns[component] for component in WEIGHTS])
    # rounded one by one, and added one after the other
    score = np.add.reduce(np.round(table * _WEIGHTS, 6), axis=0)
    millionths = np.rint(score * 1e6).astype(np.int64)
    parts = dict(zip(WEIGHTS, table, strict=True))
    return Scores(rows + base, table, parts, millionths, moved, language, hours, common, capacity, steps, considered)


def _time(hours: Floats, common: Floats) -> Floats:
    """Common hours where both state their times, else how near the clocks are."""
    near = np.where(np.isnan(hours), NOT_KNOWN, 1 - hours / 12)
    return np.where(np.isnan(common), near, np.minimum(common, AMPLE_HOURS) / AMPLE_HOURS)


def _distance(steps: Int32) -> Floats:
    values = np.array([*BY_DISTANCE, NOT_KNOWN])  # the last one, number -1, for what is not known
    found: Floats = values[np.minimum(steps, len(BY_DISTANCE) - 1)]
    return found


def levels_by_skill(snapshot: Snapshot) -> npt.NDArray[np.uint8]:
    """The level of every HAS_SKILL edge in the order of skills (use it through ``derived``).

    A skill's holders stand together there; picking their levels from the order of people would be a miss of the
    processor's cache for each.
    """
    has = snapshot.edges("HAS_SKILL")
    levels = has.columns["level"].raw[has.in_edge]
    stated: npt.NDArray[np.uint8] = np.where(levels == ABSENT, UNSTATED_LEVEL, levels).astype(np.uint8)
    return stated


def levels_of_offers(snapshot: Snapshot) -> npt.NDArray[np.uint8]:
    """The level at which each OFFERS_MENTORING edge's mentor holds its very skill, 0 for not, in the order of skills.

    Use it through ``derived``.
    """
    has, offered = snapshot.edges("HAS_SKILL"), snapshot.edges("OFFERS_MENTORING")
    by_skill = derived(snapshot, levels_by_skill)
    found = np.zeros(len(offered), dtype=np.uint8)
    for skill in snapshot.nodes("Skill"):
        span, mentors = has.into(skill), offered.sources(skill)
        holders = has.in_src[span]
        if len(mentors) and len(holders):
            at = np.minimum(np.searchsorted(holders, mentors), len(holders) - 1)
            found[offered.into(skill)] = np.where(holders[at] == mentors, by_skill[span][at], 0)
    return found


def one_edge_each(snapshot: Snapshot) -> tuple[bool, ...]:
    """Whether nobody holds or offers a skill by two edges, of two identifiers say (use it through ``derived``)."""
    return (_once(snapshot.edges("HAS_SKILL")) and _once(snapshot.edges("OFFERS_MENTORING")),)


def _once(edges: Adjacency) -> bool:
    again = edges.in_src[1:] == edges.in_src[:-1]
    firsts = edges.in_offsets[(edges.in_offsets > 0) & (edges.in_offsets < len(edges))]
    again[firsts - 1] = False  # the last of one skill and the first of the next
    return not bool(again.any())


def _skill_weights(
    snapshot: Snapshot, wants: Sequence[Want], allowed: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Per person, the weight of wanted skills held high enough, and of those they also offer mentoring in."""
    skills = np.zeros(len(allowed), dtype=np.int32)
    offers = np.zeros(len(allowed), dtype=np.int32)
    taxonomy = derived(snapshot, Taxonomy)
    (single,) = derived(snapshot, one_edge_each)
    alone, covered = [], []
    for want in wants:
        counted = [skill for skill, cover in taxonomy.covers(want.skill).items() if cover.kind is not CoverKind.CLOSE]
        if single and len(counted) == 1:
            alone.append(want)
        else:
            covered.append((want, counted))
    if alone:
        has, offered = snapshot.edges("HAS_SKILL"), snapshot.edges("OFFERS_MENTORING")
        _add_at_once(snapshot, has, derived(snapshot, levels_by_skill), alone, allowed, skills)
        _add_at_once(snapshot, offered, derived(snapshot, levels_of_offers), alone, allowed, offers)
    if covered:
        _add_one_by_one(snapshot, covered, allowed, skills, offers)
    return skills, offers


def _add_at_once(
    snapshot: Snapshot,
    edges: Adjacency,
    levels: npt.NDArray[np.uint8],
    wants: Sequence[Want],
    allowed: npt.NDArray[np.bool_],
    weights: npt.NDArray[np.int32],
) -> None:
    """Add the weight of each want to all who have an edge to the very skill at the level asked for."""
    spans = [edges.into(want.skill) for want in wants]
    counts = [span.stop - span.start for span in spans]
    numbers = np.array([(want.mentor_level, want.weight) for want in wants], dtype=np.int32)
    able = np.concatenate([levels[span] for span in spans]) >= np.repeat(numbers[:, 0], counts)
    people = np.concatenate([edges.in_src[span] for span in spans])[able] - snapshot.nodes("Person").start
    free = allowed[people]
    np.add.at(weights, people[free], np.repeat(numbers[:, 1], counts)[able][free])


def _add_one_by_one(
    snapshot: Snapshot,
    wants: Sequence[tuple[Want, Sequence[int]]],
    allowed: npt.NDArray[np.bool_],
    skills: npt.NDArray[np.int32],
    offers: npt.NDArray[np.int32],
) -> None:
    """The same for wants for which several skills count: a person counts once for each, whatever they hold of it."""
    base = snapshot.nodes("Person").start
    has, offered = snapshot.edges("HAS_SKILL"), snapshot.edges("OFFERS_MENTORING")
    by_skill = derived(snapshot, levels_by_skill)
    marks = Marks(len(allowed))
    for want, counted in wants:
        able, willing = [], []
        for skill in counted:
            span = has.into(skill)
            high = by_skill[span] >= want.mentor_level
            able.append(has.in_src[span][high] - base)
            willing.append(marks.among(offered.sources(skill) - base, able[-1]))
        people = able[0] if len(able) == 1 else np.concatenate(able)
        people = people[allowed[people]]
        # adding by index adds once a person, however often they are listed
        skills[people] += want.weight
        willing.append(offered.sources(want.skill) - base)
        offers[marks.among(np.concatenate(willing), people)] += want.weight


class Marks:
    """Finds who of some people are among others, by a mark that is new every time and never taken away."""

    def __init__(self, size: int) -> None:
        self._marks = np.zeros(size, dtype=np.int32)
        self._last = 0

    def among(self, some: Int32, people: Int32) -> Int32:
        """Those of ``some`` who are among ``people``."""
        if not len(some):
            return some
        self._last += 1
        self._marks[people] = self._last
        found: Int32 = some[self._marks[some] == self._last]
        return found


def _language(tables: MentorTables, mentee: int, rows: npt.NDArray[np.int64]) -> Floats:
    mine, theirs = tables.languages[mentee], tables.languages[rows]
    shared = (theirs & mine) != 0
    unknown = (theirs == 0) | (mine == 0)
    return np.where(shared, 1.0, np.where(unknown, NOT_KNOWN, 0.0))


def _move(
    snapshot: Snapshot, origin: int | None, target: int | None, rows: npt.NDArray[np.int64], today: int
) -> Floats:
    """1 for having held the mentee's role and later the target, ``ROLE_ONLY`` for the target alone, else 0."""
    moved = np.zeros(len(rows))
    if target is None or not len(rows):
        return moved
    base = snapshot.nodes("Person").start
    people, latest = _held_since(snapshot, target, today, latest=True)
    before = np.full(len(people), today + 1, dtype=np.int64)
    if origin is not None and origin != target:
        others, first = _held_since(snapshot, origin, today, latest=False)
        if len(others):
            place = np.minimum(np.searchsorted(others, people), len(others) - 1)
            both = others[place] == people
            before[both] = first[place[both]]
    at = np.searchsorted(rows, people - base)
    known = at < len(rows)
    known[known] = rows[at[known]] == people[known] - base
    moved[at[known]] = np.where(before[known] < latest[known], 1.0, ROLE_ONLY)
    return moved


def _held_since(snapshot: Snapshot, role: int, today: int, *, latest: bool) -> tuple[Int64, Int64]:
    """Who held the role (each once, by index), and the first or the latest day on which they began."""
    edges = snapshot.edges("HOLDS_ROLE")
    column = edges.columns["valid_from"]
    span = edges.into(role)
    days = column.raw[edges.in_edge[span]].astype(np.int64)
    begun = (days != column.absent) & (days <= today)
    people, days = edges.in_src[span][begun].astype(np.int64), days[begun]
    if not len(people):
        return people, days
    # edges that end at one node stand in the order of those at which they start
    first = np.flatnonzero(np.concatenate([[True], people[1:] != people[:-1]]))
    return people[first], (np.maximum if latest else np.minimum).reduceat(days, first)
