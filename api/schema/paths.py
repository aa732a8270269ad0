"""Career paths as GraphQL types. Each part carries its evidence and its sentences."""

from __future__ import annotations

import strawberry

from api.schema.answers import Answer, Sentence
from api.schema.edges import Edge, NodeRef
from api.schema.path_enums import ConstraintKind, PreferenceKind, StepKind

_EVIDENCE = "The edges this rests on, read back from the store for this answer."
_SENTENCES = "The same in sentences; each cites the edges it rests on and was verified against them."


@strawberry.type(description="A wish that a step does not fit.")
class Wish:
    """A soft constraint and what it costs where it is not met."""

    kind: PreferenceKind = strawberry.field(description="What was wished.")
    months: float = strawberry.field(description="What the step costs more in the ranking.")
    text: str | None = strawberry.field(description="The family or place wished.")
    number: float | None = strawberry.field(description="The lower end of pay wished.")


@strawberry.type(description="A stated property of a supposed fact.")
class SupposedProperty:
    """A name and a value."""

    name: str = strawberry.field(description="Name of the property.")
    value: str = strawberry.field(description="Its value as text.")


@strawberry.type(description="A relationship that is supposed and in no graph: it has no id and cannot be cited.")
class SupposedFact:
    """A hypothetical fact."""

    type: str = strawberry.field(description="Type of the relationship.")
    origin: NodeRef = strawberry.field(name="from", description="Where it starts.")
    destination: NodeRef = strawberry.field(name="to", description="Where it ends.")
    properties: list[SupposedProperty] = strawberry.field(description="What it would state.")


@strawberry.type(description="One move of a path.")
class PathStep:
    """A step with what it takes."""

    origin: NodeRef = strawberry.field(name="from", description="The role it starts from.")
    destination: NodeRef = strawberry.field(name="to", description="The role it leads to.")
    kind: StepKind = strawberry.field(description="Promotion, lateral move or step down.")
    kinds: list[StepKind] = strawberry.field(
        description="All that it is: the same, and LEARNING or INTERNAL_OPENING where they apply."
    )
    cost: float = strawberry.field(description="Cost in the declared model, wishes included.")
    months: float = strawberry.field(description="Months it takes.")
    learning_months: float = strawberry.field(description="Of these, months of learning.")
    doubt_cost: float = strawberry.field(
        description="Of the cost, what an employer's doubt adds: roles unlike each other, promotions that nobody made, "
        "grades skipped; the less, the more often the move was made."
    )
    preference_cost: float = strawberry.field(description="Of the cost, what wishes that are not met add.")
    unmet: list[Wish] = strawberry.field(description="The wishes it does not fit.")
    confidence: float = strawberry.field(description="Confidence from 0 to 1.")
    observed_count: int = strawberry.field(description="How many people were observed to make this move.")
    gained: list[NodeRef] = strawberry.field(description="Skills to learn for it.")
    carried: list[NodeRef] = strawberry.field(description="Skills that carry over.")
    opening: NodeRef | None = strawberry.field(description="An open posting for the role it leads to.")
    courses: list[NodeRef] = strawberry.field(
        description="Courses for what is to be learned, less those of earlier steps."
    )
    without_course: list[NodeRef] = strawberry.field(description="Skills to learn that no course teaches so far.")
    money: float | None = strawberry.field(description="Price of the courses; null where it is not known.")
    score: float | None = strawberry.field(description="How feasible the move is between the roles alone, 0 to 1.")
    direction: str | None = strawberry.field(description="Where it leads by the transition model: up, lateral, down.")
    supposed: list[SupposedFact] = strawberry.field(description="What it rests on that is only supposed (whatIf).")
    evidence: list[Edge] = strawberry.field(description=_EVIDENCE)


@strawberry.type(description="One way to the target.")
class CareerPath:
    """A path with its totals."""

    steps: list[PathStep] = strawberry.field(description="Its moves in order.")
    cost: float = strawberry.field(description="Cost of the whole in the declared model, wishes included.")
    months: float = strawberry.field(description="Months for the whole.")
    preference_cost: float = strawberry.field(description="Of the cost, what wishes that are not met add.")
    money: float | None = strawberry.field(
        description="Price of all courses; null where one is unknown or there are several currencies."
    )
    currency: str | None = strawberry.field(description="Currency of the money.")
    confidence: float = strawberry.field(description="Product of the steps' confidences.")
    distance: float | None = strawberry.field(
        description="Least distance to a path ranked before it; null for the first."
    )
    sentences: list[Sentence] = strawberry.field(description=_SENTENCES)


@strawberry.type(description="A limit that takes part in a conflict.")
class ConflictingConstraint:
    """One hard limit of a conflict."""

    kind: ConstraintKind = strawberry.field(description="Which limit.")
    value: str = strawberry.field(description="Its value as text; empty for a yes-or-no limit.")
    role: NodeRef | None = strawberry.field(description="The role it names.")
    helps_alone: bool = strawberry.field(description="Whether dropping this one, all others kept, admits a path.")
    enough: float | None = strawberry.field(description="The value of this limit that would do, all others kept.")


@strawberry.type(description="Why there is no path: a smallest set of limits that together admit none.")
class PathConflict:
    """The limits in conflict."""

    constraints: list[ConflictingConstraint] = strawberry.field(
        description="The limits; empty where no limit is to blame: the graph has no way in eight steps."
    )
    smallest: bool = strawberry.field(description="False when a smaller set may exist (the search stopped).")
    tried: int = strawberry.field(description="How many sets of limits were tried.")
    more: bool = strawberry.field(description="True when the other limits admit no path either.")
    without: CareerPath | None = strawberry.field(
        description="The cheapest path once these limits are dropped; with `more`, without any limit."
    )
    sentences: list[Sentence] = strawberry.field(description=_SENTENCES)


@strawberry.type(description="The best ways to the target role, cheapest first.")
class CareerPathAnswer(Answer):
    """Answer to careerPath."""

    subject: NodeRef | None = strawberry.field(description="Whose paths; null from a role.")
    start: NodeRef = strawberry.field(description="The role the paths start from.")
    target: NodeRef = strawberry.field(description="The role they lead to.")
    paths: list[CareerPath] = strawberry.field(description="The paths; empty when the constraints admit none.")
    min_diversity: float = strawberry.field(description="The least distance between any two paths that was asked for.")
    diversity: float | None = strawberry.field(description="The least distance there is; null for fewer than two.")
    conflict: PathConflict | None = strawberry.field(description="Why there is no path; null where there is one.")
    expanded: int = strawberry.field(description="How many partial paths the search looked at.")
    exact: bool = strawberry.field(description="False when the search stopped at its bound: a better path may exist.")
