"""What a learner still lacks: gaps towards a role or wanted skills, with what the caller says has happened since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.snapshot import Snapshot
from reasoning.answers import GapStatus
from reasoning.citing import EdgeAt
from reasoning.courses import Offer, every_offer
from reasoning.coverage import Match, match
from reasoning.derived import derived
from reasoning.holdings import Basis, Holding, as_stated, doubted_courses, holdings, level_at, passed_courses
from reasoning.levels import LEVEL_QUANTUM
from reasoning.plans.answers import LearningPlanRequest, Progress
from reasoning.recency import level_rule
from reasoning.requirements import DEFAULT_WEIGHT, Requirement, requirements
from reasoning.taxonomy import Taxonomy

NO_EDGE = -1
"""Position of a requirement that the caller states, not the graph."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement that is not met, and every course that brings it nearer. ``told``: the caller's word counts."""

    match: Match
    offers: tuple[Offer, ...]
    told: bool

    @property
    def closers(self) -> list[Offer]:
        """The courses that close it."""
        return [offer for offer in self.offers if offer.closes]


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts for the learner: holdings, courses passed (``retakes`` among them may be taken again), and gaps.

    ``matches`` are all requirements, met ones included; ``told`` are skills whose level the caller stated.
    """

    held: Mapping[int, Holding]
    passed: frozenset[int]
    retakes: frozenset[int]
    matches: tuple[Match, ...]
    gaps: tuple[Gap, ...]
    told: frozenset[int]


def standing(snapshot: Snapshot, request: LearningPlanRequest, now: datetime) -> Standing:
    """Compare what is held with what is asked for, progress included. Gaps: essential, heavy, large ones first."""
    taxonomy = derived(snapshot, Taxonomy)
    progress = request.progress
    rule = level_rule(snapshot, request.person, now) if request.recency else as_stated
    held = dict(holdings(snapshot, request.person, now, rule))
    passed: dict[int, EdgeAt | None] = dict(passed_courses(snapshot, request.person, now))
    passed |= dict.fromkeys(progress.completed)
    told = _tell(snapshot, held, progress)
    retakes = doubted_courses(snapshot, request.person, now) | _doubted(snapshot, passed, progress)
    retakes -= set(progress.completed) - _doubted(snapshot, passed, progress)
    asked = [
        *(_stated(snapshot, request) if request.target_role is not None else ()),
        *(_wanted(skill.skill, skill.level) for skill in request.skills),
    ]
    once: dict[int, Requirement] = {}
    for one in asked:  # a skill asked for twice counts at the higher level
        known = once.get(one.skill)
        if known is None or one.threshold > known.threshold:
            once[one.skill] = one
    matches = sorted((match(one, held, taxonomy) for one in once.values()), key=_order)
    blocked = frozenset(passed) - retakes
    gaps = tuple(
        Gap(found, tuple(every_offer(snapshot, found, taxonomy, blocked)), _touches(found, taxonomy, told))
        for found in matches
        if found.status is not GapStatus.MET
    )
    return Standing(held, frozenset(passed), retakes, tuple(matches), gaps, frozenset(told))


def _stated(snapshot: Snapshot, request: LearningPlanRequest) -> list[Requirement]:
    assert request.target_role is not None
    return requirements(snapshot, request.target_role, include_optional=request.include_optional)


def _wanted(skill: int, level: float | None) -> Requirement:
    raw = None if level is None else round(level / LEVEL_QUANTUM)
    return Requirement(skill, True, DEFAULT_WEIGHT[True], raw or None, NO_EDGE)


def _tell(snapshot: Snapshot, held: dict[int, Holding], progress: Progress) -> set[int]:
    """Put completed courses and assessed levels into what is held; assessed levels have the last word."""
    told: set[int] = set()
    teaches = snapshot.edges("TEACHES_SKILL")
    for course in progress.completed:
        span = teaches.out(course)
        for position in range(span.start, span.stop):
            skill = int(teaches.dst[position])
            level, _ = level_at(teaches.columns["to_level"], position)
            if skill not in held or held[skill].level < level:
                held[skill] = Holding(skill, level, Basis.COURSE, ())
                told.add(skill)
    for result in progress.assessed:
        level = round((result.level or 0.0) / LEVEL_QUANTUM)
        told.add(result.skill)
        held.pop(result.skill, None)
        if level > 0:
            held[result.skill] = Holding(result.skill, level, Basis.ASSESSMENT, ())
    return told


def _doubted(snapshot: Snapshot, passed: Mapping[int, object], progress: Progress) -> frozenset[int]:
    """Passed courses that teach a skill above the level assessed since: they may be taken again."""
    teaches = snapshot.edges("TEACHES_SKILL")
    found = set()
    for result in progress.assessed:
        span = teaches.into(result.skill)
        for source, edge in zip(teaches.in_src[span], teaches.in_edge[span], strict=True):
            level, _ = level_at(teaches.columns["to_level"], int(edge))
            if int(source) in passed and level > round((result.level or 0.0) / LEVEL_QUANTUM):
                found.add(int(source))
    return frozenset(found)


def _touches(found: Match, taxonomy: Taxonomy, told: set[int]) -> bool:
    return not told.isdisjoint(taxonomy.covers(found.requirement.skill))


def _order(found: Match) -> tuple[bool, bool, int, int, int]:
    requirement = found.requirement
    met = found.status is GapStatus.MET
    return (met, not requirement.essential, -requirement.weight, -found.gap, requirement.skill)
