"""Learning plans in GraphQL: types, and their making from what the use case returns."""

from __future__ import annotations

from datetime import date

import strawberry

from api.schema import answers, edges
from api.schema.plan_enums import Change, ChangeReason, Limit, Objective, OpenReason, PlanStatus
from api.schema.present_answers import Presenter
from api.schema.recency import DESCRIPTION, recency_rules
from api.use_cases.answered import Answered
from reasoning import plans

_EVIDENCE = "The edges this rests on, read back from the store for this answer."
_SENTENCES = "The same in sentences; each cites the edges it rests on and was verified against them."


@strawberry.type(description="A course of the plan.")
class PlannedCourse:
    """A course in its weeks."""

    course: edges.NodeRef = strawberry.field(description="The course.")
    first_week: int = strawberry.field(description="First week of the plan in which it is taken, counted from 1.")
    last_week: int = strawberry.field(description="Last week in which it is taken.")
    begins_on: date = strawberry.field(description="The day it begins: its start day, or the first day of the week.")
    ends_on: date = strawberry.field(description="Last day of its last week.")
    hours: float = strawberry.field(description="Hours of work.")
    hours_assumed: bool = strawberry.field(description="True where the catalogue states no hours and 40 are counted.")
    hours_per_week: float = strawberry.field(description="Hours in each of its weeks.")
    cost: float | None = strawberry.field(description="Price; null where none is stated.")
    currency: str | None = strawberry.field(description="Currency of the price.")
    closes: list[edges.NodeRef] = strawberry.field(description="The missing skills it closes.")
    needed_for: list[edges.NodeRef] = strawberry.field(description="Courses of the plan that it must precede.")
    evidence: list[edges.Edge] = strawberry.field(description=_EVIDENCE)
    sentences: list[answers.Sentence] = strawberry.field(description=_SENTENCES)


@strawberry.type(description="A gap that the plan leaves open.")
class OpenGap:
    """What stays missing."""

    skill: edges.NodeRef = strawberry.field(description="The skill.")
    essential: bool = strawberry.field(description="Essential, or optional.")
    required_level: float | None = strawberry.field(description="Level asked for; null where none is stated.")
    held_level: float = strawberry.field(description="Level held today.")
    reachable_level: float | None = strawberry.field(description="Highest level any course reaches; null for none.")
    reason: OpenReason = strawberry.field(description="Why it stays open.")
    evidence: list[edges.Edge] = strawberry.field(description=_EVIDENCE)
    sentences: list[answers.Sentence] = strawberry.field(description=_SENTENCES)


@strawberry.type(description="A limit in conflict.")
class PlanRemedy:
    """How far a limit would have to give way."""

    limit: Limit = strawberry.field(description="Which limit.")
    stated: str = strawberry.field(description="What it says.")
    at_least: str | None = strawberry.field(description="What settles this conflict at least; null when nothing does.")
    needed: str | None = strawberry.field(
        description="What is enough with every other limit as it is; null when giving way here alone is not enough."
    )
    courses: list[edges.NodeRef] = strawberry.field(description="Courses that it keeps out of such a plan.")


@strawberry.type(description="Why there is no plan: the fewest limits that cannot be kept together.")
class PlanConflict:
    """A conflict."""

    remedies: list[PlanRemedy] = strawberry.field(description="The limits; each could give way.")
    gaps: list[edges.NodeRef] = strawberry.field(description="Missing skills that cannot be closed under them.")
    exhaustive: bool = strawberry.field(
        description="False where the time for proofs was spent: fewer limits may conflict, and have more remedies."
    )


@strawberry.type(description="One line of the difference to the old plan.")
class PlanCourseChange:
    """A change."""

    course: edges.NodeRef = strawberry.field(description="The course.")
    change: Change = strawberry.field(description="Kept, moved, added or dropped.")
    reason: ChangeReason = strawberry.field(description="Why.")
    was: date | None = strawberry.field(description="The day it was to begin.")
    now: date | None = strawberry.field(description="The day it begins now.")


@strawberry.type(description="Which courses, in which weeks, close a person's gaps, and how good that is.")
class LearningPlanAnswer(answers.Answer):
    """Answer to learningPlan."""

    subject: edges.NodeRef = strawberry.field(description="Whose plan.")
    target: edges.NodeRef | None = strawberry.field(description="The role; null for skills alone.")
    status: PlanStatus = strawberry.field(description="How far it is proven to be the best.")
    objective: Objective = strawberry.field(description="What was made small.")
    value: float | None = strawberry.field(
        description="What it came to: money, weeks, or for a balance both as multiples of the least, added up."
    )
    bound: float | None = strawberry.field(description="No plan within the limits comes to less than this.")
    gap: float | None = strawberry.field(description="Distance of value and bound as a share of value; 0 is the best.")
    starts_on: date = strawberry.field(description="First day.")
    ends_on: date | None = strawberry.field(description="Last day; null for an empty plan.")
    weeks: int = strawberry.field(description="Weeks in all.")
    hours: float = strawberry.field(description="Hours in all.")
    cost: float = strawberry.field(description="Stated prices, added up.")
    currency: str | None = strawberry.field(description="Currency of the cost.")
    unpriced: int = strawberry.field(description="Courses without a comparable price, which cost leaves out.")
    gap_count: int = strawberry.field(description="How many requirements are not met today.")
    courses: list[PlannedCourse] = strawberry.field(description="The courses by week.")
    open: list[OpenGap] = strawberry.field(description="What stays missing, and why.")
    conflict: PlanConflict | None = strawberry.field(description="Why there is no plan, where there is none.")
    changes: list[PlanCourseChange] = strawberry.field(description="The difference to the old plan, if one was given.")
    recency: list[answers.RecencyRule] = strawberry.field(description=DESCRIPTION)


def learning_plan(answered: Answered[plans.LearningPlanAnswer]) -> LearningPlanAnswer:
    """The answer to learningPlan."""
    show, found = Presenter(answered), answered.answer
    return LearningPlanAnswer(
        **show.common(),
        subject=show.ref(found.subject),
        target=show.maybe(found.target),
        status=found.status,
        objective=found.objective,
        value=found.value,
        bound=found.bound,
        gap=found.gap,
        starts_on=found.starts_on,
        ends_on=found.ends_on,
        weeks=found.weeks,
        hours=found.hours,
        cost=found.cost,
        currency=found.currency,
        unpriced=found.unpriced,
        gap_count=found.gaps,
        courses=[_course(show, one) for one in found.courses],
        open=[_open(show, one) for one in found.open],
        recency=recency_rules(found.recency),
        conflict=None if found.conflict is None else _conflict(show, found.conflict),
        changes=[
            PlanCourseChange(
                course=show.ref(one.course), change=one.change, reason=one.reason, was=one.was, now=one.now
            )
            for one in found.changes
        ],
    )


def _course(show: Presenter, one: plans.PlannedCourse) -> PlannedCourse:
    return PlannedCourse(
        course=show.ref(one.course),
        first_week=one.first_week,
        last_week=one.last_week,
        begins_on=one.begins_on,
        ends_on=one.ends_on,
        hours=one.hours,
        hours_assumed=one.hours_assumed,
        hours_per_week=one.hours_per_week,
        cost=one.cost,
        currency=one.currency,
        closes=show.refs(one.closes),
        needed_for=show.refs(one.needed_for),
        evidence=show.evidence(one.evidence),
        sentences=show.sentences(one.claims),
    )


def _open(show: Presenter, one: plans.OpenGap) -> OpenGap:
    return OpenGap(
        skill=show.ref(one.skill),
        essential=one.essential,
        required_level=one.required_level,
        held_level=one.held_level,
        reachable_level=one.reachable_level,
        reason=one.reason,
        evidence=show.evidence(one.evidence),
        sentences=show.sentences(one.claims),
    )


def _conflict(show: Presenter, found: plans.Conflict) -> PlanConflict:
    return PlanConflict(
        remedies=[
            PlanRemedy(
                limit=one.limit,
                stated=one.stated,
                at_least=one.at_least,
                needed=one.needed,
                courses=show.refs(one.courses),
            )
            for one in found.remedies
        ],
        gaps=show.refs(found.gaps),
        exhaustive=found.exhaustive,
    )
