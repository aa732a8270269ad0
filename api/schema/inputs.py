"""Inputs of the questions, and their translation into what the use cases take."""

from __future__ import annotations

from enum import Enum

import strawberry

from api.use_cases.mentor_match import MentorMatchQuestion
from api.use_cases.search import SearchQuestion
from api.use_cases.skill_gap import SkillGapQuestion
from ontology.errors import BadInput

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


@strawberry.input(description="A person and the role they aim at.")
class SkillGapInput:
    """Input of skillGap."""

    target_role: strawberry.ID = strawberry.field(description=f"The role aimed at. {_ROLE}")
    person: strawberry.ID | None = strawberry.field(default=None, description=_PERSON)
    include_optional: bool = strawberry.field(default=True, description="Whether to list optional skills too.")
    recency: bool = strawberry.field(default=True, description="Whether levels fade by the declared rules.")

    def question(self) -> SkillGapQuestion:
        """As the use case takes it."""
        return SkillGapQuestion(self.target_role, self.person, self.include_optional, self.recency)


@strawberry.input(description="Who looks for a mentor, and for what: a role, skills, or both.")
class MentorMatchInput:
    """Input of mentorMatch."""

    person: strawberry.ID | None = strawberry.field(default=None, description=_PERSON)
    target_role: strawberry.ID | None = strawberry.field(default=None, description=f"The role aimed at. {_ROLE}")
    skills: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Skills to get help in (up to 20)."
    )
    first: int = strawberry.field(default=10, description="How many mentors at most (1 to 50).")
    reporting_line: bool = strawberry.field(
        default=False, description="Whether to propose people above or below the person in the reporting line too."
    )

    def question(self) -> MentorMatchQuestion:
        """As the use case takes it."""
        _short(self.skills)
        return MentorMatchQuestion(
            self.person, self.target_role, tuple(map(str, self.skills)), self.first, self.reporting_line
        )


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
