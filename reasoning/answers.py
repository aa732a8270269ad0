"""The typed questions and answers of the three reasoning functions (paths: path_answers). Plain data, no logic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reasoning.evidence import Claim, EdgeRef, NodeRef
from reasoning.fading import RecencyRule
from reasoning.path_answers import CareerPath as CareerPath
from reasoning.path_answers import CareerPathAnswer as CareerPathAnswer
from reasoning.path_answers import CareerPathRequest as CareerPathRequest
from reasoning.path_answers import PathConstraints as PathConstraints
from reasoning.path_answers import PathStep as PathStep
from reasoning.path_answers import StepKind as StepKind

# -- skill gap -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SkillGapRequest:
    """What a person lacks for a role. ``include_optional`` also lists optional skills; ``recency`` lets levels fade."""

    person: int
    target_role: int
    include_optional: bool = True
    now: datetime | None = None
    recency: bool = True


class GapStatus(StrEnum):
    """How far the person meets a requirement."""

    MET = "met"
    PARTLY_MET = "partly_met"
    MISSING = "missing"


class CoverKind(StrEnum):
    """Why a held skill counts for a required one."""

    SAME = "same"
    EQUIVALENT = "equivalent"
    NARROWER = "narrower"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class CourseOption:
    """A course that teaches a missing skill: level reached, cost, hours, courses still needed before it, evidence."""

    course: NodeRef
    to_level: float
    closes: bool
    cost: float | None
    currency: str | None
    hours: float | None
    prerequisites: tuple[NodeRef, ...]
    evidence: tuple[EdgeRef, ...]


@dataclass(frozen=True, slots=True)
class SkillGapItem:
    """One requirement: level asked for, level held (with the skill that covers it), what was searched, courses."""

    skill: NodeRef
    essential: bool
    weight: float
    required_level: float | None
    held_level: float
    status: GapStatus
    covered_by: NodeRef | None
    nearest: NodeRef | None
    searched: int
    courses: tuple[CourseOption, ...]
    evidence: tuple[EdgeRef, ...]
    claims: tuple[Claim, ...]
    cover: CoverKind | None = None
    stated_level: float | None = None
    last_evidence: date | None = None
    recency_rule: str | None = None


@dataclass(frozen=True, slots=True)
class SkillGapAnswer:
    """All requirements of the role, gaps first (essential, heavy, large), and how much is covered (0 to 1).

    ``recency`` are the rules by which levels were let fade; none when they count as stated.
    """

    subject: NodeRef
    target: NodeRef
    coverage: float
    items: tuple[SkillGapItem, ...]
    claims: tuple[Claim, ...]
    recency: tuple[RecencyRule, ...] = ()


# -- mentor match ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MentorMatchRequest:
    """Who can help a person towards a role or in given skills. ``excluded`` are persons never to be proposed.

    People above or below the person in the reporting line are proposed only with ``reporting_line``.
    """

    person: int
    target_role: int | None = None
    skills: tuple[int, ...] = ()
    first: int = 10
    excluded: Sequence[int] = ()
    now: datetime | None = None
    reporting_line: bool = False


class MentorComponent(StrEnum):
    """The parts a mentor's score is the sum of."""

    SKILLS = "skills"
    OFFERS = "offers"
    MOVE = "move"
    LANGUAGE = "language"
    TIME_ZONE = "time_zone"
    CAPACITY = "capacity"
    OUTCOMES = "outcomes"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class ScoreComponent:
    """One part of a score: its weight (what it can add at most) and its contribution (what it added)."""

    name: MentorComponent
    weight: float
    contribution: float


class CounterReason(StrEnum):
    """What speaks against a candidate who is proposed all the same."""

    NO_OFFER = "no_offer"
    NOT_THE_SAME_MOVE = "not_the_same_move"
    NO_SHARED_LANGUAGE = "no_shared_language"
    LANGUAGE_UNKNOWN = "language_unknown"
    FAR_TIME_ZONE = "far_time_zone"
    TIME_ZONE_UNKNOWN = "time_zone_unknown"
    CAPACITY_UNKNOWN = "capacity_unknown"
    SKILLS_NOT_COVERED = "skills_not_covered"
    NO_FREE_PLACE = "no_free_place"
    FEW_COMMON_HOURS = "few_common_hours"
    LOW_RATING = "low_rating"
    SAME_TEAM = "same_team"
    REPORTING_LINE = "reporting_line"


@dataclass(frozen=True, slots=True)
class MentorCandidate:
    """A mentor with the skills they can help in, whether they made the same move, their capacity and score 0 to 1.

    ``active`` mentees they have now; ``finished`` mentorships, rated 1 to 5; weekly ``common_hours`` where both
    state their times; ``distance`` in steps between the two units, 0 in the same one. None: unknown.
    """

    mentor: NodeRef
    score: float
    skills: tuple[NodeRef, ...]
    made_move: bool
    capacity: int | None
    shared_language: bool | None
    hours_apart: float | None
    evidence: tuple[EdgeRef, ...]
    claims: tuple[Claim, ...]
    components: tuple[ScoreComponent, ...] = ()
    counter_reasons: tuple[CounterReason, ...] = ()
    active: int | None = None
    finished: int | None = None
    rating: float | None = None
    common_hours: float | None = None
    distance: int | None = None


@dataclass(frozen=True, slots=True)
class MentorMatchAnswer:
    """Candidates, best first; empty with a ``NO_MENTOR`` claim when nobody qualifies.

    ``considered`` counts the people who qualified, of whom ``candidates`` are the first.
    """

    subject: NodeRef
    target: NodeRef | None
    wanted: tuple[NodeRef, ...]
    candidates: tuple[MentorCandidate, ...]
    claims: tuple[Claim, ...]
    considered: int = 0


# -- search ----------------------------------------------------------------------------------------------------


class MatchKind(StrEnum):
    """How the text met a name, from the surest on."""

    EXACT = "exact"
    ALTERNATE = "alternate"
    PREFIX = "prefix"
    WORDS = "words"
    TYPO = "typo"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A node found by name: its index, what matched (the pseudonym for a person), how, and how well (0 to 1)."""

    node: NodeRef
    index: int
    matched: str
    match: MatchKind
    score: float
