"""Inputs of cohortMatch, and their translation into what the use case takes."""

from __future__ import annotations

from collections.abc import Iterable

import strawberry

from api.use_cases.cohort_match import CohortQuestion, Mentee, MentorPlaces
from reasoning.cohorts.terms import Objective

_HOURS = "Weekly times in the person's time zone, such as `MON 09:00-12:30`; without them, as the graph says."

strawberry.enum(
    Objective,
    name="CohortObjective",
    description="What an assignment is chosen for. Between equals a mark of both ids decides.",
)


@strawberry.input(description="Somebody who looks for a mentor, and for what: a role, skills, or both.")
class MenteeInput:
    """A mentee."""

    person: strawberry.ID = strawberry.field(description="A global id; an HR identifier if you may see names.")
    target_role: strawberry.ID | None = strawberry.field(default=None, description="The role aimed at.")
    skills: list[strawberry.ID] = strawberry.field(default_factory=list, description="Skills to get help in.")
    hours: list[str] = strawberry.field(default_factory=list, description=_HOURS)


@strawberry.input(description="Somebody who takes mentees.")
class MentorPlacesInput:
    """A mentor."""

    person: strawberry.ID = strawberry.field(description="A global id; an HR identifier if you may see names.")
    places: int | None = strawberry.field(default=None, description="How many; without it, as they state themselves.")
    hours: list[str] = strawberry.field(default_factory=list, description=_HOURS)


@strawberry.input(description="A mentee and a mentor.")
class PairInput:
    """A pair."""

    mentee: strawberry.ID = strawberry.field(description="The mentee.")
    mentor: strawberry.ID = strawberry.field(description="The mentor.")


@strawberry.input(description="A round of mentoring.")
class CohortMatchInput:
    """Input of cohortMatch."""

    mentees: list[MenteeInput] = strawberry.field(description="Who looks for a mentor.")
    mentors: list[MentorPlacesInput] = strawberry.field(
        default_factory=list, description="Who takes mentees; without it, everyone who offers mentoring."
    )
    objective: Objective = strawberry.field(default=Objective.SCORE, description="What the assignment is chosen for.")
    forbidden: list[PairInput] = strawberry.field(default_factory=list, description="Pairs that must not be.")
    least_common_hours: float = strawberry.field(
        default=1.0, description="Hours a week that a pair must have in common where the times of both are known."
    )
    previous: list[PairInput] = strawberry.field(default_factory=list, description="The pairs of an earlier round.")
    keep: float = strawberry.field(
        default=0.05, description="Giving up an earlier pair must bring more than this, in points of the score."
    )
    why_not: list[PairInput] = strawberry.field(
        default_factory=list, description="Pairs to be told about: why are they not in the assignment? (up to 20)"
    )

    def question(self) -> CohortQuestion:
        """As the use case takes it."""
        return CohortQuestion(
            mentees=tuple(
                Mentee(
                    str(one.person),
                    None if one.target_role is None else str(one.target_role),
                    tuple(map(str, one.skills)),
                    tuple(one.hours),
                )
                for one in self.mentees
            ),
            mentors=tuple(MentorPlaces(str(one.person), one.places, tuple(one.hours)) for one in self.mentors),
            objective=self.objective,
            forbidden=_pairs(self.forbidden),
            least_common_hours=self.least_common_hours,
            previous=_pairs(self.previous),
            keep=self.keep,
            why_not=_pairs(self.why_not),
        )


def _pairs(given: Iterable[PairInput]) -> tuple[tuple[str, str], ...]:
    return tuple((str(one.mentee), str(one.mentor)) for one in given)
