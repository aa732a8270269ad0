"""Input of a learning plan, and its translation into what the use case takes."""

from __future__ import annotations

from datetime import date

import strawberry

from api.schema.plan_enums import Closing, Modality, Objective
from api.use_cases.learning_plan import CourseDay, LearningPlanQuestion, SkillWish

_PERSON = "Whose: a global id or the identifier of the HR system. Without it, you."
_ROLE = "The role aimed at: a global id, an ESCO URI, an O*NET-SOC code or the company's identifier."
_COURSE = "The course: a global id or the company's identifier."
_SKILL = "The skill: a global id, an ESCO URI, an O*NET element or the company's identifier."


@strawberry.input(description="A skill and a level on Cairn's scale 0-5.")
class SkillLevelInput:
    """A wish or a result."""

    skill: strawberry.ID = strawberry.field(description=_SKILL)
    level: float | None = strawberry.field(default=None, description="The level; without it, any above zero.")

    def wish(self) -> SkillWish:
        """As the use case takes it."""
        return SkillWish(self.skill, self.level)


@strawberry.input(description="Seats of a course that are taken, as the learning system says.")
class BookedSeatsInput:
    """A booking."""

    course: strawberry.ID = strawberry.field(description=_COURSE)
    starts_on: date | None = strawberry.field(default=None, description="Of which start; null for one without dates.")
    seats: int = strawberry.field(description="How many are taken.")


@strawberry.input(description="A course of the plan that is to be changed as little as possible.")
class PreviousCourseInput:
    """An entry of the old plan."""

    course: strawberry.ID = strawberry.field(description=_COURSE)
    begins_on: date = strawberry.field(description="The day it was to begin (`beginsOn` of the old answer).")


@strawberry.input(description="A course that has begun: it is paid for and has a seat.")
class UnderWayInput:
    """A course under way."""

    course: strawberry.ID = strawberry.field(description=_COURSE)
    hours_left: float = strawberry.field(description="Hours of work it still takes.")


@strawberry.input(description="What has happened since the old plan. It counts for this answer and is not stored.")
class ProgressInput:
    """Completions, failures and assessments by value."""

    completed: list[strawberry.ID] = strawberry.field(default_factory=list, description="Courses passed since.")
    failed: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Courses taken and not passed: they may be taken again."
    )
    assessed: list[SkillLevelInput] = strawberry.field(
        default_factory=list, description="Levels found since, which take the place of what the graph says."
    )
    under_way: list[UnderWayInput] = strawberry.field(default_factory=list, description="Courses that have begun.")


@strawberry.input(description="For whom and where to, under which limits, and what to make small.")
class LearningPlanInput:
    """Input of learningPlan."""

    target_role: strawberry.ID | None = strawberry.field(default=None, description=_ROLE)
    skills: list[SkillLevelInput] = strawberry.field(
        default_factory=list, description="Skills to reach, beside or instead of a role (up to 20)."
    )
    person: strawberry.ID | None = strawberry.field(default=None, description=_PERSON)
    include_optional: bool = strawberry.field(default=True, description="Whether to close optional gaps too.")
    hours_per_week: float = strawberry.field(default=5.0, description="Hours to learn in a week (0.5 to 60).")
    budget: float | None = strawberry.field(default=None, description="At most this much money in all.")
    currency: str | None = strawberry.field(
        default=None, description="ISO 4217 currency that counts; needed where courses are priced in several."
    )
    starts_on: date | None = strawberry.field(default=None, description="First day of the plan; today without it.")
    deadline: date | None = strawberry.field(default=None, description="Everything has ended by this day.")
    languages: list[str] = strawberry.field(
        default_factory=list, description="Only courses in these languages (BCP 47; `en` admits `en-GB`)."
    )
    modalities: list[Modality] = strawberry.field(default_factory=list, description="Only courses taught like this.")
    avoid: list[strawberry.ID] = strawberry.field(default_factory=list, description="Courses not to plan.")
    booked: list[BookedSeatsInput] = strawberry.field(default_factory=list, description="Seats that are taken.")
    objective: Objective = strawberry.field(default=Objective.COST, description="What to make small.")
    closing: Closing = strawberry.field(default=Closing.ALL, description="Whether every gap must be closed.")
    progress: ProgressInput | None = strawberry.field(default=None, description="What has happened since.")
    previous: list[PreviousCourseInput] | None = strawberry.field(
        default=None, description="The old plan: the new one changes as little of it as possible and says what."
    )

    recency: bool = strawberry.field(default=True, description="Whether levels fade by the declared rules.")

    def question(self) -> LearningPlanQuestion:
        """As the use case takes it."""
        progress = self.progress or ProgressInput()
        previous = None
        if self.previous is not None:
            previous = tuple(CourseDay(one.course, one.begins_on) for one in self.previous)
        return LearningPlanQuestion(
            person=self.person,
            target_role=self.target_role,
            skills=tuple(one.wish() for one in self.skills),
            include_optional=self.include_optional,
            hours_per_week=self.hours_per_week,
            budget=self.budget,
            currency=self.currency,
            starts_on=self.starts_on,
            deadline=self.deadline,
            languages=tuple(self.languages),
            modalities=tuple(str(one.value) for one in self.modalities),
            avoid=tuple(map(str, self.avoid)),
            booked=tuple(CourseDay(one.course, one.starts_on, one.seats) for one in self.booked),
            objective=self.objective,
            closing=self.closing,
            completed=tuple(map(str, progress.completed)),
            failed=tuple(map(str, progress.failed)),
            assessed=tuple(one.wish() for one in progress.assessed),
            under_way=tuple((one.course, one.hours_left) for one in progress.under_way),
            previous=previous,
            recency=self.recency,
        )
