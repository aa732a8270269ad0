"""What is written by hand about the sample company, as immutable data. It reads no file and generates nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill of the catalogue. ``on_the_job``: no course is needed, practice teaches it."""

    id: str
    name: str
    kind: str
    group: str
    broader: str | None
    also: tuple[str, ...]
    related: tuple[str, ...]
    half_life_months: int | None
    on_the_job: bool


@dataclass(frozen=True, slots=True)
class Requirement:
    """A skill that a role asks for. ``weight`` follows from its place in the role's list."""

    skill: str
    level: float
    essential: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Role:
    """A job of the company. ``staffing`` says how many positions each city has (by city code)."""

    id: str
    title: str
    family: str
    level: int
    track: str
    job_zone: int
    pay_min: int
    pay_max: int
    unit: str
    reports_to: str | None
    staffing: Mapping[str, int]
    also: tuple[str, ...]
    about: str
    requirements: tuple[Requirement, ...]

    @property
    def positions(self) -> int:
        """Positions in all cities."""
        return sum(self.staffing.values())


@dataclass(frozen=True, slots=True)
class PublicCodes:
    """Identifiers of the O*NET-SOC and ESCO occupations that fit a role, and how well (SKOS)."""

    onet_soc_code: str
    onet_match: str
    esco_uri: str
    esco_match: str


@dataclass(frozen=True, slots=True)
class Course:
    """A learning offer. ``teaches`` are (skill, level reached), the main one first."""

    id: str
    name: str
    provider: str
    cost: float
    hours: float
    modality: str
    language: str
    prerequisites: tuple[str, ...]
    teaches: tuple[tuple[str, float], ...]
    starts: str
    starts_on: tuple[date, ...]
    capacity: int
    expires_months: int | None


@dataclass(frozen=True, slots=True)
class Move:
    """Moves between two roles that the people feed does not show any more, and the median months before one."""

    origin: str
    destination: str
    count: int
    months: int


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisational unit; ``sites`` are cities in which it has a team of its own."""

    id: str
    name: str
    kind: str
    parent: str | None
    city: str
    sites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """An office."""

    code: str
    name: str
    country: str
    time_zone: str
    language: str


@dataclass(frozen=True, slots=True)
class Community:
    """First and last names that go together, and the language people of this community bring along."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything written by hand, by identifier."""

    skills: Mapping[str, Skill]
    groups: Mapping[str, str]
    roles: Mapping[str, Role]
    codes: Mapping[str, PublicCodes]
    courses: Mapping[str, Course]
    moves: tuple[Move, ...]
    units: Mapping[str, Unit]
    cities: Mapping[str, City]
    employers: Mapping[str, tuple[str, ...]]
    communities: Mapping[str, Community]
    offices: Mapping[str, Mapping[str, int]]

    def moves_into(self, role: str) -> list[Move]:
        """The moves that end in the role."""
        return [move for move in self.moves if move.destination == role]

    def moves_from(self, role: str) -> list[Move]:
        """The moves that start in the role."""
        return [move for move in self.moves if move.origin == role]

    def team(self, unit: str, city: str) -> str:
        """The unit's team in the city where it has one, else the unit."""
        return f"{unit}-{city.lower()}" if city in self.units[unit].sites else unit
