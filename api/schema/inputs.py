"""Inputs of the questions, and their translation into what the use cases take."""

from __future__ import annotations

from enum import Enum

import strawberry

from api.use_cases.career_path import CareerPathQuestion
from api.use_cases.mentor_match import MentorMatchQuestion
from api.use_cases.search import SearchQuestion
from api.use_cases.skill_gap import SkillGapQuestion
from ontology.errors import BadInput
from reasoning.answers import PathConstraints

_PERSON = "Whose: a global id or the identifier of the HR system. Without it, you."
_ROLE = "A role: a global id, an ESCO URI, an O*NET-SOC code or the company's identifier."
MAX_LIST = 100


@strawberry.enum(description="What to search among.")
class SearchKind(Enum):
    """Labels that search knows."""

    ROLE = strawberry.enum_value("Role", description="Roles.")
    SKILL = strawberry.enum_value("Skill", description="Skills.")
    COURSE = strawberry.enum_value("Course", description="Courses.")
    PERSON = strawberry.enum_value("Person", description="People you may see by name.")


@strawberry.input(description="Hard limits of a career path.")
class PathConstraintsInput:
    """Constraints of careerPath."""

    max_steps: int = strawberry.field(default=4, description="At most this many moves (1 to 8).")
    max_months: float | None = strawberry.field(default=None, description="At most this many months in all.")
    pay_floor: float | None = strawberry.field(default=None, description="No role whose pay band ends below this.")
    location: str | None = strawberry.field(default=None, description="Only roles that exist in this place.")
    max_job_zone: int | None = strawberry.field(default=None, description="No role above this O*NET job zone (1 to 5).")
    avoid: list[strawberry.ID] = strawberry.field(default_factory=list, description="Roles not to pass.")
    avoid_families: list[str] = strawberry.field(default_factory=list, description="Job families not to pass.")
    via: list[strawberry.ID] = strawberry.field(default_factory=list, description="Roles to pass on the way.")
    only_observed: bool = strawberry.field(default=False, description="Only moves that people have made.")

    def constraints(self) -> PathConstraints:
        """As the reasoning takes them."""
        for given in (self.avoid, self.avoid_families, self.via):
            _short(given)
        return PathConstraints(
            max_steps=self.max_steps,
            max_months=self.max_months,
            pay_floor=self.pay_floor,
            location=self.location,
            max_job_zone=self.max_job_zone,
            avoid=tuple(map(str, self.avoid)),
            avoid_families=tuple(self.avoid_families),
            via=tuple(map(str, self.via)),
            only_observed=self.only_observed,
        )


@strawberry.input(description="From a person or a role to a role.")
class CareerPathInput:
    """Input of careerPath."""

    target_role: strawberry.ID = strawberry.field(description=f"Where to. {_ROLE}")
    person: strawberry.ID | None = strawberry.field(default=None, description=_PERSON)
    start_role: strawberry.ID | None = strawberry.field(default=None, description=f"Instead of a person: from. {_ROLE}")
    alternatives: int = strawberry.field(default=3, description="How many different paths (1 to 10).")
    constraints: PathConstraintsInput | None = strawberry.field(default=None, description="Limits of the paths.")

    def question(self) -> CareerPathQuestion:
        """As the use case takes it."""
        limits = self.constraints.constraints() if self.constraints is not None else PathConstraints()
        return CareerPathQuestion(self.target_role, self.person, self.start_role, self.alternatives, limits)


@strawberry.input(description="A person and the role they aim at.")
class SkillGapInput:
    """Input of skillGap."""

    target_role: strawberry.ID = strawberry.field(description=f"The role aimed at. {_ROLE}")
    person: strawberry.ID | None = strawberry.field(default=None, description=_PERSON)
    include_optional: bool = strawberry.field(default=True, description="Whether to list optional skills too.")

    def question(self) -> SkillGapQuestion:
        """As the use case takes it."""
        return SkillGapQuestion(self.target_role, self.person, self.include_optional)


@strawberry.input(description="Who looks for a mentor, and for what: a role, skills, or both.")
class MentorMatchInput:
    """Input of mentorMatch."""

    person: strawberry.ID | None = strawberry.field(default=None, description=_PERSON)
    target_role: strawberry.ID | None = strawberry.field(default=None, description=f"The role aimed at. {_ROLE}")
    skills: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Skills to get help in (up to 20)."
    )
    first: int = strawberry.field(default=10, description="How many mentors at most (1 to 50).")

    def question(self) -> MentorMatchQuestion:
        """As the use case takes it."""
        _short(self.skills)
        return MentorMatchQuestion(self.person, self.target_role, tuple(map(str, self.skills)), self.first)


@strawberry.input(description="What to look for.")
class SearchInput:
    """Input of search."""

    text: str = strawberry.field(description="A name, an alternate name, or one with a typo (1 to 200 characters).")
    kinds: list[SearchKind] | None = strawberry.field(default=None, description="What to search among; all without it.")
    first: int = strawberry.field(default=10, description="How many hits at most (1 to 50).")

    def question(self) -> SearchQuestion:
        """As the use case takes it."""
        if self.kinds is None:
            return SearchQuestion(self.text, first=self.first)
        return SearchQuestion(self.text, tuple(dict.fromkeys(str(kind.value) for kind in self.kinds)), self.first)


def _short(given: list[strawberry.ID] | list[str]) -> None:
    if len(given) > MAX_LIST:
        raise BadInput("A list is too long.", remedy=f"Send at most {MAX_LIST} entries.")
