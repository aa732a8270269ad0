"""Inputs of the questions about paths, and their translation into what the use cases take."""

from __future__ import annotations

import strawberry

from api.schema.path_inputs import PERSON, ROLE, CareerPathInput, PathConstraintsInput, PreferenceInput, short
from api.use_cases.reachable_roles import ReachableRolesQuestion
from api.use_cases.what_if import SupposedNeed, WhatIfQuestion
from api.use_cases.who_could_reach import WhoCouldReachQuestion
from api.use_cases.why_not import WhyNotQuestion
from reasoning.exploration import HORIZON, INTEREST_MONTHS
from reasoning.path_answers import PathConstraints

SKILL = "A skill: a global id, an ESCO URI, an O*NET element id or the company's identifier."


@strawberry.input(description="A path question, and what is missed in its answer: a role or a way.")
class WhyNotInput:
    """Input of whyNot."""

    question: CareerPathInput = strawberry.field(description="The question that was asked.")
    role: strawberry.ID | None = strawberry.field(default=None, description=f"The role missed. {ROLE}")
    path: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Instead of a role: the roles of the way missed, in order."
    )

    def asked(self) -> WhyNotQuestion:
        """As the use case takes it."""
        short(self.path)
        return WhyNotQuestion(self.question.question(), self.role, tuple(map(str, self.path)))


@strawberry.input(description="A skill the person is supposed to hold.")
class LearnInput:
    """A supposed skill."""

    skill: strawberry.ID = strawberry.field(description=SKILL)
    level: float = strawberry.field(default=3.0, description="The level, above 0 and up to 5.")


@strawberry.input(description="A move people are supposed to have made.")
class OpenInput:
    """A supposed transition."""

    origin: strawberry.ID = strawberry.field(name="from", description=ROLE)
    destination: strawberry.ID = strawberry.field(name="to", description=ROLE)
    observed: int = strawberry.field(default=1, description="How many people are supposed to have made it.")


@strawberry.input(description="A change in what a role asks for.")
class NeedInput:
    """A supposed requirement."""

    role: strawberry.ID = strawberry.field(description=ROLE)
    skill: strawberry.ID = strawberry.field(description=SKILL)
    level: float | None = strawberry.field(default=None, description="The level asked for; any where null.")
    dropped: bool = strawberry.field(default=False, description="True: the role no longer asks for the skill.")


@strawberry.input(description="A path question and what is supposed for it.")
class WhatIfInput:
    """Input of whatIf."""

    question: CareerPathInput = strawberry.field(description="The question.")
    learn: list[LearnInput] = strawberry.field(default_factory=list, description="Skills the person holds (up to 20).")
    open: list[OpenInput] = strawberry.field(default_factory=list, description="Moves people have made (up to 20).")
    needs: list[NeedInput] = strawberry.field(default_factory=list, description="What roles ask for (up to 20).")
    close: list[strawberry.ID] = strawberry.field(default_factory=list, description="Roles that are no more.")

    def asked(self) -> WhatIfQuestion:
        """As the use case takes it."""
        return WhatIfQuestion(
            self.question.question(),
            tuple((str(one.skill), one.level) for one in self.learn),
            tuple((str(one.origin), str(one.destination), one.observed) for one in self.open),
            tuple(SupposedNeed(str(one.role), str(one.skill), one.level, one.dropped) for one in self.needs),
            tuple(map(str, self.close)),
        )


@strawberry.input(description="From a person or a role to whatever is within reach and wanted.")
class ReachableRolesInput:
    """Input of reachableRoles."""

    person: strawberry.ID | None = strawberry.field(default=None, description=PERSON)
    start_role: strawberry.ID | None = strawberry.field(default=None, description=f"Instead of a person: from. {ROLE}")
    constraints: PathConstraintsInput | None = strawberry.field(
        default=None, description="Limits of the paths; maxMonths is the horizon. Without any: 24 months."
    )
    preferences: list[PreferenceInput] = strawberry.field(default_factory=list, description="Wishes (up to 10).")
    roles: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Roles of interest. Without any interest, those on record for the person."
    )
    skills: list[strawberry.ID] = strawberry.field(default_factory=list, description="Skills of interest.")
    families: list[str] = strawberry.field(default_factory=list, description="Job families of interest.")
    interest_months: float = strawberry.field(
        default=INTEREST_MONTHS, description="How many months of cost full interest is worth (0 to 120)."
    )
    first: int = strawberry.field(default=10, description="How many roles at most (1 to 50).")

    def asked(self) -> ReachableRolesQuestion:
        """As the use case takes it."""
        for given in (self.preferences, self.roles, self.skills, self.families):
            short(given)
        return ReachableRolesQuestion(
            person=self.person,
            start_role=self.start_role,
            constraints=_limits(self.constraints),
            preferences=tuple(one.preference() for one in self.preferences),
            interest_roles=tuple(map(str, self.roles)),
            interest_skills=tuple(map(str, self.skills)),
            interest_families=tuple(self.families),
            interest_months=self.interest_months,
            first=self.first,
        )


@strawberry.input(description="A role that people might reach.")
class WhoCouldReachInput:
    """Input of whoCouldReach."""

    target_role: strawberry.ID = strawberry.field(description=f"The role. {ROLE}")
    constraints: PathConstraintsInput | None = strawberry.field(
        default=None, description="Limits of the paths; maxMonths is the horizon. Without any: 24 months."
    )
    first: int = strawberry.field(default=10, description="How many people at most (1 to 50).")

    def asked(self) -> WhoCouldReachQuestion:
        """As the use case takes it."""
        return WhoCouldReachQuestion(str(self.target_role), _limits(self.constraints), self.first)


def _limits(given: PathConstraintsInput | None) -> PathConstraints:
    return HORIZON if given is None else given.constraints()
