"""Inputs of the path questions, and their translation into what the use cases take."""

from __future__ import annotations

import strawberry

from api.schema.path_enums import PreferenceKind, StepKind
from api.use_cases.path_questions import CareerPathQuestion
from ontology.errors import BadInput
from reasoning.path_answers import PathConstraints, Preference

MAX_LIST = 100
PERSON = "Whose: a global id or the identifier of the HR system. Without it, you."
ROLE = "A role: a global id, an ESCO URI, an O*NET-SOC code or the company's identifier."
DEFAULT_DIVERSITY = 0.5


@strawberry.input(description="Hard limits of a career path.")
class PathConstraintsInput:
    """Constraints of careerPath."""

    max_steps: int = strawberry.field(default=4, description="At most this many moves (1 to 8).")
    max_months: float | None = strawberry.field(default=None, description="At most this many months in all.")
    pay_floor: float | None = strawberry.field(default=None, description="No role whose pay band begins below this.")
    location: str | None = strawberry.field(default=None, description="Only roles that exist in this place.")
    max_job_zone: int | None = strawberry.field(default=None, description="No role above this O*NET job zone (1 to 5).")
    avoid: list[strawberry.ID] = strawberry.field(default_factory=list, description="Roles not to pass.")
    avoid_families: list[str] = strawberry.field(default_factory=list, description="Job families not to pass.")
    via: list[strawberry.ID] = strawberry.field(default_factory=list, description="Roles to pass on the way.")
    via_families: list[str] = strawberry.field(
        default_factory=list, description="Job families of each of which a role is to be passed after the start."
    )
    only_observed: bool = strawberry.field(default=False, description="Only moves that people have made.")
    only_internal: bool = strawberry.field(default=False, description="Only roles of the company itself.")
    only_openings: bool = strawberry.field(default=False, description="Only roles with an open posting today.")
    kinds: list[StepKind] = strawberry.field(
        default_factory=list, description="Only moves of these kinds (PROMOTION, LATERAL, STEP_DOWN, UNKNOWN)."
    )
    budget: float | None = strawberry.field(
        default=None,
        description="At most this much money for the courses of the path; unknown prices and mixed currencies "
        "do not pass.",
    )

    def constraints(self) -> PathConstraints:
        """As the reasoning takes them."""
        for given in (self.avoid, self.avoid_families, self.via, self.via_families, self.kinds):
            short(given)
        return PathConstraints(
            max_steps=self.max_steps,
            max_months=self.max_months,
            pay_floor=self.pay_floor,
            location=self.location,
            max_job_zone=self.max_job_zone,
            avoid=tuple(map(str, self.avoid)),
            avoid_families=tuple(self.avoid_families),
            via=tuple(map(str, self.via)),
            via_families=tuple(self.via_families),
            only_observed=self.only_observed,
            only_internal=self.only_internal,
            only_openings=self.only_openings,
            kinds=tuple(dict.fromkeys(self.kinds)),
            budget=self.budget,
        )


@strawberry.input(description="A wish: each step that does not fit costs more in the ranking, never in months.")
class PreferenceInput:
    """A soft constraint."""

    kind: PreferenceKind = strawberry.field(description="What is wished.")
    months: float = strawberry.field(default=3.0, description="What a step that does not fit costs more (0 to 120).")
    text: str | None = strawberry.field(default=None, description="The family or place wished.")
    number: float | None = strawberry.field(default=None, description="The lower end of pay wished.")

    def preference(self) -> Preference:
        """As the reasoning takes it."""
        return Preference(self.kind, self.months, self.text, self.number)


@strawberry.input(description="From a person or a role to a role.")
class CareerPathInput:
    """Input of careerPath."""

    target_role: strawberry.ID = strawberry.field(description=f"Where to. {ROLE}")
    person: strawberry.ID | None = strawberry.field(default=None, description=PERSON)
    start_role: strawberry.ID | None = strawberry.field(default=None, description=f"Instead of a person: from. {ROLE}")
    alternatives: int = strawberry.field(default=3, description="How many different paths (1 to 10).")
    constraints: PathConstraintsInput | None = strawberry.field(default=None, description="Limits of the paths.")
    preferences: list[PreferenceInput] = strawberry.field(
        default_factory=list, description="Wishes that move the ranking (up to 10)."
    )
    min_diversity: float = strawberry.field(
        default=DEFAULT_DIVERSITY,
        description="Least distance between any two paths: 1 less the share of roles passed in between that they "
        "have in common (0 to 1).",
    )

    def question(self) -> CareerPathQuestion:
        """As the use case takes it."""
        limits = self.constraints.constraints() if self.constraints is not None else PathConstraints()
        short(self.preferences)
        wishes = tuple(one.preference() for one in self.preferences)
        return CareerPathQuestion(
            self.target_role, self.person, self.start_role, self.alternatives, limits, self.min_diversity, wishes
        )


def short(given: list[strawberry.ID] | list[str] | list[StepKind] | list[PreferenceInput]) -> None:
    """Raise ``BadInput`` for a list that is too long."""
    if len(given) > MAX_LIST:
        raise BadInput("A list is too long.", remedy=f"Send at most {MAX_LIST} entries.")
