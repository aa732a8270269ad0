"""The generated company as immutable data: people, their careers, what they can, want, offer and allow. No logic
beyond reading them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Spell:
    """A role held from a day to a day. ``employer`` is given for roles held elsewhere."""

    role: str
    city: str | None
    start: date
    end: date | None = None
    employer: str | None = None


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """A skill at a level. ``method`` says who stated it and ``stated`` when.

    ``claim`` is the level the person had stated themselves before a manager did.
    """

    skill: str
    level: float
    years: float
    last_used: date
    method: str
    stated: date
    claim: float | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt at a course."""

    course: str
    day: date
    passed: bool
    score: int


@dataclass(frozen=True, slots=True)
class Sitting:
    """An assessment of one skill."""

    id: str
    skill: str
    day: date
    score: int
    max_score: int


@dataclass(frozen=True, slots=True)
class Interest:
    """A role or a skill that the person would like to reach."""

    kind: str
    target: str
    strength: float


@dataclass(frozen=True, slots=True)
class MentorOffer:
    """A skill in which the person offers to mentor; present mentees, ended mentorships and their rating are in all."""

    skill: str
    capacity: int
    since: date
    active: int | None = None
    finished: int | None = None
    rating: float | None = None


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """A person said yes or no to purposes."""

    purposes: tuple[str, ...]
    status: str
    at: datetime
    expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class Employee:
    """A person with everything the feeds say about them. ``spells`` are in order of time."""

    id: str
    name: str
    city: str
    languages: tuple[str, ...]
    spells: tuple[Spell, ...]
    left_on: date | None = None
    manager: str | None = None
    skills: tuple[HeldSkill, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    interests: tuple[Interest, ...] = ()
    offers: tuple[MentorOffer, ...] = ()
    consents: tuple[ConsentEvent, ...] = ()
    weekly_hours: tuple[str, ...] = ()

    @property
    def inside(self) -> tuple[Spell, ...]:
        """Roles held in this company."""
        return tuple(spell for spell in self.spells if spell.employer is None)

    @property
    def hired_on(self) -> date:
        """First day in this company."""
        return self.inside[0].start

    @property
    def role(self) -> str:
        """The role held now, or last."""
        return self.spells[-1].role


@dataclass(frozen=True, slots=True)
class Posting:
    """An opening."""

    id: str
    role: str
    city: str
    opened: date
    closed: date | None
    internal: bool


@dataclass(frozen=True, slots=True)
class Transition:
    """Moves between two roles: authored history and the people's own, together."""

    origin: str
    destination: str
    count: int
    median_months: float


@dataclass(frozen=True, slots=True)
class Company:
    """The whole sample for one seed."""

    seed: int
    people: Mapping[str, Employee]
    transitions: tuple[Transition, ...]
    postings: tuple[Posting, ...] = field(default=())
    apart: tuple[tuple[str, str], ...] = ()
