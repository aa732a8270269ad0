"""The typed question and answer of a cohort match. Plain data, no logic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from reasoning.answers import CounterReason, ScoreComponent
from reasoning.evidence import Claim, EdgeRef, NodeRef


class Objective(StrEnum):
    """What an assignment is chosen for. Between equals a fixed mark of both ids decides."""

    SCORE = "score"
    PARTICIPATION = "participation"
    MAX_MIN = "max_min"
    STABLE = "stable"


@dataclass(frozen=True, slots=True)
class Wish:
    """Who looks for a mentor, and for what: a role, skills, or both."""

    person: int
    target_role: int | None = None
    skills: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CohortRequest:
    """A whole round of mentoring.

    ``mentors`` gives people and how many they take (None: what the graph says); without it everyone who offers
    mentoring takes part, and an empty one is nobody: all who were named may have withdrawn. ``forbidden`` are pairs
    (mentee, mentor) that must not be. ``hours`` replaces the weekly times of the graph for some people. ``previous``
    are the pairs of an earlier round; they stay unless giving one up brings more than ``keep``. ``why_not`` are pairs
    to be told about.
    """

    wishes: tuple[Wish, ...]
    mentors: Mapping[int, int | None] | None = None
    objective: Objective = Objective.SCORE
    forbidden: frozenset[tuple[int, int]] = frozenset()
    least_common_hours: float = 1.0
    hours: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    previous: tuple[tuple[int, int], ...] = ()
    keep: float = 0.05
    why_not: tuple[tuple[int, int], ...] = ()
    now: datetime | None = None


class Unmatched(StrEnum):
    """Why somebody has nobody: the first of these that holds, in this order."""

    NO_CONSENT = "no_consent"
    HAS_LEFT = "has_left"
    NOTHING_WANTED = "nothing_wanted"
    NO_PLACES = "no_places"
    NOBODY_QUALIFIES = "nobody_qualifies"
    ALL_EXCLUDED = "all_excluded"
    NO_COMMON_TIME = "no_common_time"
    PLACES_TAKEN = "places_taken"
    NOT_NEEDED = "not_needed"


class Bar(StrEnum):
    """Why a pair is not possible."""

    NOT_IN_COHORT = "not_in_cohort"
    NOT_QUALIFIED = "not_qualified"
    EXCLUDED = "excluded"
    NO_COMMON_TIME = "no_common_time"


@dataclass(frozen=True, slots=True)
class CohortPair:
    """A mentee and their mentor: the score with its parts, common hours a week (None: unknown), evidence."""

    mentee: NodeRef
    mentor: NodeRef
    score: float
    common_hours: float | None
    components: tuple[ScoreComponent, ...]
    counter_reasons: tuple[CounterReason, ...]
    evidence: tuple[EdgeRef, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many of the other side remained after each step: qualified, not excluded, with common time."""

    qualified: int
    not_excluded: int
    with_time: int


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody without a partner, why, and what was looked through.

    ``best`` and ``cost`` are given where places were taken: the best place they could have had, and how much
    worse the whole would be if they had it (in the objective's own measure, see ``Tally``).
    """

    person: NodeRef
    reason: Unmatched
    funnel: Funnel
    best: NodeRef | None = None
    cost: Tally | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What an assignment gives: people matched, sum of scores, lowest score, pairs that would rather have each other.

    As a cost it is the assignment chosen less the other one.
    """

    matched: int
    total: float
    lowest: float
    blocking: int


@dataclass(frozen=True, slots=True)
class Swap:
    """One step of an exchange: a mentee, whom they have, whom they would have (None: nobody), and the change."""

    mentee: NodeRef
    given_up: NodeRef | None
    taken: NodeRef | None
    change: float


@dataclass(frozen=True, slots=True)
class Witness:
    """Why a pair is not in the assignment: a bar, or the best exchange that would bring it in and its cost."""

    mentee: NodeRef
    mentor: NodeRef
    bar: Bar | None
    matched: bool = False
    score: float | None = None
    swaps: tuple[Swap, ...] = ()
    cost: Tally | None = None


class Fate(StrEnum):
    """What became of a pair of the earlier round, or of a new one."""

    KEPT = "kept"
    CHANGED = "changed"
    ENDED = "ended"
    NEW = "new"


class FateReason(StrEnum):
    """Why a pair is kept, given up or new."""

    STILL_GOOD = "still_good"
    NO_LONGER_POSSIBLE = "no_longer_possible"
    GAIN = "gain"
    MADE_ROOM = "made_room"
    FIRST_TIME = "first_time"


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the difference to the earlier round.

    ``gain`` is what the exchange the pair belongs to brings in all (sum of scores after less before), and
    ``given_up`` how many earlier pairs it takes for that.
    """

    mentee: NodeRef
    before: NodeRef | None
    after: NodeRef | None
    fate: Fate
    reason: FateReason
    bar: Bar | None = None
    gain: float = 0.0
    given_up: int = 0


@dataclass(frozen=True, slots=True)
class CohortAnswer:
    """The assignment, everyone left over with a reason, and what every objective would have given."""

    objective: Objective
    pairs: tuple[CohortPair, ...]
    mentees_left: tuple[Left, ...]
    mentors_left: tuple[Left, ...]
    tallies: Mapping[Objective, Tally]
    witnesses: tuple[Witness, ...]
    changes: tuple[Change, ...]
    possible: int
    places: int
