"""The typed questions and answers about career paths. Plain data, no logic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reasoning.evidence import Claim, EdgeRef, NodeRef, SlotValue

MOST_STEPS = 8
"""The longest paths that are ever looked for; without a stated maximum this one holds."""


class StepKind(StrEnum):
    """What a step of a path is: by seniority of the two roles, and what else it takes or has going for it."""

    PROMOTION = "promotion"
    LATERAL = "lateral"
    STEP_DOWN = "step_down"
    UNKNOWN = "unknown"
    LEARNING = "learning"
    INTERNAL_OPENING = "internal_opening"


SENIORITY_KINDS = (StepKind.PROMOTION, StepKind.LATERAL, StepKind.STEP_DOWN, StepKind.UNKNOWN)
"""The kinds of which every step is exactly one."""


@dataclass(frozen=True, slots=True)
class PathConstraints:
    """Hard limits of a career path. ``avoid`` and ``via`` are node ids of roles; families are names.

    ``budget`` bounds the money of the courses that the steps need; ``kinds`` (of ``SENIORITY_KINDS``) and
    ``only_openings`` hold for every step, ``only_internal`` for every role after the start.
    """

    max_steps: int = 4
    max_months: float | None = None
    pay_floor: float | None = None
    location: str | None = None
    max_job_zone: int | None = None
    avoid: tuple[str, ...] = ()
    avoid_families: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    only_observed: bool = False
    via_families: tuple[str, ...] = ()
    budget: float | None = None
    only_internal: bool = False
    only_openings: bool = False
    kinds: tuple[StepKind, ...] = ()


class PreferenceKind(StrEnum):
    """What a step may be wished to have."""

    FAMILY = "family"
    LOCATION = "location"
    PAY = "pay"
    OBSERVED = "observed"
    OPENING = "opening"


@dataclass(frozen=True, slots=True)
class Preference:
    """A soft constraint: each step that does not fit costs ``months`` more in the ranking, never in calendar time.

    ``text`` names the family or place, ``number`` the lower end of pay.
    """

    kind: PreferenceKind
    months: float
    text: str | None = None
    number: float | None = None


@dataclass(frozen=True, slots=True)
class CareerPathRequest:
    """From a person (their current role and skills) or from a role, to a role; ``alternatives`` paths.

    ``min_diversity`` is the least distance between any two paths (see reasoning.diversity), 0 for any two.
    """

    target_role: int
    person: int | None = None
    start_role: int | None = None
    alternatives: int = 3
    constraints: PathConstraints = PathConstraints()
    now: datetime | None = None
    min_diversity: float = 0.0
    preferences: tuple[Preference, ...] = ()


@dataclass(frozen=True, slots=True)
class SupposedFact:
    """A relationship that is supposed and in no graph: it has no id and cannot be cited."""

    rel_type: str
    start: NodeRef
    end: NodeRef
    properties: Mapping[str, SlotValue]


@dataclass(frozen=True, slots=True)
class PathStep:
    """One move: what must be learned, what carries over, how long, how often it was observed, and the evidence.

    ``cost`` = months of learning + months of moving - what observed moves take off + ``doubt_cost`` (whether an
    employer would believe it: likeness, promotions nobody made, grades skipped) + ``preference_cost``.
    ``money`` is what ``courses`` (not needed by an earlier step) cost, None where a price is unknown or in several
    currencies; ``without_course`` are skills to learn that no course teaches to the level asked for.
    """

    origin: NodeRef
    destination: NodeRef
    kind: StepKind
    cost: float
    months: float
    confidence: float
    observed_count: int
    gained: tuple[NodeRef, ...]
    carried: tuple[NodeRef, ...]
    evidence: tuple[EdgeRef, ...]
    kinds: tuple[StepKind, ...] = ()
    learning_months: float = 0.0
    doubt_cost: float = 0.0
    preference_cost: float = 0.0
    unmet: tuple[Preference, ...] = ()
    opening: NodeRef | None = None
    courses: tuple[NodeRef, ...] = ()
    without_course: tuple[NodeRef, ...] = ()
    money: float | None = 0.0
    score: float | None = None
    direction: str | None = None
    supposed: tuple[SupposedFact, ...] = ()


@dataclass(frozen=True, slots=True)
class CareerPath:
    """One way to the target with totals (cost in the declared model, months, product of confidences, money).

    ``distance`` is the least distance to a path ranked before it, None for the first.
    """

    steps: tuple[PathStep, ...]
    cost: float
    months: float
    confidence: float
    claims: tuple[Claim, ...]
    preference_cost: float = 0.0
    money: float | None = 0.0
    currency: str | None = None
    distance: float | None = None


class ConstraintKind(StrEnum):
    """One hard limit of a career path."""

    MAX_STEPS = "max_steps"
    MAX_MONTHS = "max_months"
    BUDGET = "budget"
    PAY_FLOOR = "pay_floor"
    LOCATION = "location"
    MAX_JOB_ZONE = "max_job_zone"
    AVOID = "avoid"
    AVOID_FAMILY = "avoid_family"
    VIA = "via"
    VIA_FAMILY = "via_family"
    ONLY_OBSERVED = "only_observed"
    ONLY_INTERNAL = "only_internal"
    ONLY_OPENINGS = "only_openings"
    KINDS = "kinds"


@dataclass(frozen=True, slots=True, order=True)
class Constraint:
    """One hard limit with its value as text (a role's node id, a family, a number), empty for a yes-or-no limit."""

    kind: ConstraintKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class ConflictingConstraint:
    """A member of a conflict. ``role`` is the role it names.

    ``enough`` is the value of this limit that would do with all other limits kept (None where none would, or
    where the limit has no number).
    """

    constraint: Constraint
    role: NodeRef | None = None
    helps_alone: bool = False
    enough: float | None = None


@dataclass(frozen=True, slots=True)
class PathConflict:
    """A smallest set of constraints that together admit no path; empty when there is none whatever the limits.

    ``smallest`` is False where the search for a smaller set stopped at its bound: then no member can be left out,
    but a smaller set may exist. ``without`` is the cheapest path once these constraints are dropped; with ``more``
    the others admit none either, and it is the cheapest without any.
    """

    constraints: tuple[ConflictingConstraint, ...]
    smallest: bool
    tried: int
    more: bool
    without: CareerPath | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class CareerPathAnswer:
    """The best paths, cheapest first; empty with a ``NO_PATH`` claim when the constraints admit none.

    ``expanded`` counts the partial paths the search looked at; ``exact`` is False only when it stopped at its
    stated bound, so that a cheaper path may exist. ``diversity`` is the least distance between any two paths.
    """

    subject: NodeRef | None
    start: NodeRef
    target: NodeRef
    paths: tuple[CareerPath, ...]
    claims: tuple[Claim, ...]
    expanded: int = 0
    exact: bool = True
    min_diversity: float = 0.0
    diversity: float | None = None
    conflict: PathConflict | None = None
