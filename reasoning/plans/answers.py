"""The question and the answer of a learning plan. Plain data, no logic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reasoning.evidence import Claim, EdgeRef, NodeRef
from reasoning.fading import RecencyRule


class Objective(StrEnum):
    """What is made as small as possible."""

    COST = "cost"
    TIME = "time"
    BALANCE = "balance"


class Closing(StrEnum):
    """Whether every gap that some course closes has to be closed, or as much as the limits allow."""

    ALL = "all"
    MOST = "most"


class Limit(StrEnum):
    """What may keep a plan from existing, in the order in which a conflict names it."""

    BUDGET = "budget"
    DEADLINE = "deadline"
    HOURS_PER_WEEK = "hours_per_week"
    START_DATES = "start_dates"
    SEATS = "seats"
    LANGUAGE = "language"
    MODALITY = "modality"
    CURRENCY = "currency"
    AVOIDED = "avoided"


class PlanStatus(StrEnum):
    """How far the answer is proven."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Booking:
    """Seats of a course that are taken, as the learning system says: at one start, or on any day."""

    course: int
    seats: int
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanLimits:
    """Hard limits. Languages and modalities that are not listed do not count; empty means any."""

    hours_per_week: float = 5.0
    budget: float | None = None
    currency: str | None = None
    starts_on: date | None = None
    deadline: date | None = None
    languages: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    avoid: tuple[int, ...] = ()
    booked: tuple[Booking, ...] = ()


@dataclass(frozen=True, slots=True)
class WantedSkill:
    """A skill to reach a level in; without a level, any."""

    skill: int
    level: float | None = None


@dataclass(frozen=True, slots=True)
class PreviousCourse:
    """A course of the plan that is to be changed as little as possible, and the day it was to begin."""

    course: int
    begins_on: date


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A course that has begun, and the hours of work it still takes."""

    course: int
    hours_left: float


@dataclass(frozen=True, slots=True)
class Progress:
    """What has happened since, as the caller says: it counts for this answer and is stored nowhere.

    ``assessed`` levels take the place of what the graph says of the skill, upwards and downwards. What is
    ``under_way`` is paid for and has a seat; only its hours left are planned.
    """

    completed: tuple[int, ...] = ()
    failed: tuple[int, ...] = ()
    assessed: tuple[WantedSkill, ...] = ()
    under_way: tuple[UnderWay, ...] = ()


@dataclass(frozen=True, slots=True)
class Previous:
    """The old plan by value."""

    courses: tuple[PreviousCourse, ...]


@dataclass(frozen=True, slots=True)
class LearningPlanRequest:
    """For whom, towards a role or in skills, under which limits, and what to make small."""

    person: int
    target_role: int | None = None
    skills: tuple[WantedSkill, ...] = ()
    include_optional: bool = True
    limits: PlanLimits = PlanLimits()
    objective: Objective = Objective.COST
    closing: Closing = Closing.ALL
    progress: Progress = Progress()
    previous: Previous | None = None
    recency: bool = True
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlannedCourse:
    """A course with its weeks (counted from 1, both included) and the reasons it is there."""

    course: NodeRef
    first_week: int
    last_week: int
    begins_on: date
    ends_on: date
    hours: float
    hours_assumed: bool
    hours_per_week: float
    cost: float | None
    currency: str | None
    closes: tuple[NodeRef, ...]
    needed_for: tuple[NodeRef, ...]
    evidence: tuple[EdgeRef, ...]
    claims: tuple[Claim, ...]


class OpenReason(StrEnum):
    """Why a gap stays open."""

    NO_COURSE = "no_course"
    NOT_HIGH_ENOUGH = "not_high_enough"
    LIMITS = "limits"


@dataclass(frozen=True, slots=True)
class OpenGap:
    """A gap that the plan leaves, why, and the highest level that any course reaches."""

    skill: NodeRef
    essential: bool
    required_level: float | None
    held_level: float
    reachable_level: float | None
    reason: OpenReason
    evidence: tuple[EdgeRef, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Remedy:
    """A limit in conflict, and how far it must give way.

    ``at_least`` settles this conflict; ``needed`` is enough with every other limit as it is (None: no such value).
    """

    limit: Limit
    stated: str
    at_least: str | None
    needed: str | None
    courses: tuple[NodeRef, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """The fewest limits that cannot be kept together, and the gaps for which they cannot.

    ``exhaustive`` is False where the time for all proofs was spent: fewer limits or gaps may be in conflict already,
    and a limit without a remedy may have one.
    """

    remedies: tuple[Remedy, ...]
    gaps: tuple[NodeRef, ...]
    exhaustive: bool = True


class Change(StrEnum):
    """What became of a course of the old plan, or that it is new."""

    KEPT = "kept"
    MOVED = "moved"
    ADDED = "added"
    DROPPED = "dropped"


class ChangeReason(StrEnum):
    """Why."""

    STILL_NEEDED = "still_needed"
    COMPLETED = "completed"
    NO_LONGER_NEEDED = "no_longer_needed"
    FAILED = "failed"
    ITS_TIME_HAS_PASSED = "its_time_has_passed"
    AFTER_ITS_PREREQUISITES = "after_its_prerequisites"
    LIMITS = "limits"
    ANOTHER_COURSE_SERVES = "another_course_serves"
    CLOSES_A_GAP = "closes_a_gap"
    PREREQUISITE = "prerequisite"


@dataclass(frozen=True, slots=True)
class CourseChange:
    """One line of the difference between the old plan and the new one."""

    course: NodeRef
    change: Change
    reason: ChangeReason
    was: date | None
    now: date | None


@dataclass(frozen=True, slots=True)
class LearningPlanAnswer:
    """The plan. ``value`` is what was minimised, ``bound`` proven to be no more than the best, ``gap`` their distance.

    ``value`` is money, weeks, or for a balance cost and weeks as multiples of the least possible, added up.
    ``unpriced`` counts courses without a price, which ``cost`` leaves out. ``recency`` are the rules by which levels
    were let fade; none when they count as stated.
    """

    subject: NodeRef
    target: NodeRef | None
    status: PlanStatus
    objective: Objective
    starts_on: date
    ends_on: date | None
    weeks: int
    hours: float
    cost: float
    currency: str | None
    unpriced: int
    value: float | None
    bound: float | None
    gap: float | None
    gaps: int
    courses: tuple[PlannedCourse, ...]
    open: tuple[OpenGap, ...]
    conflict: Conflict | None
    changes: tuple[CourseChange, ...]
    claims: tuple[Claim, ...]
    recency: tuple[RecencyRule, ...] = ()
