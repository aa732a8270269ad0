"""The learning plan of a person. A course or gap one of whose edges is gone is withheld, and no optimum is claimed.

Whoever may ask for a person's skill gap may ask for the plan that closes it: it tells nothing else of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from api.authorization import Operation
from api.inquiry import Inquiry
from api.readback import Withheld, gone, missing, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from graph.scope import Purpose
from graph.store import CitedEdge
from ontology.errors import BadInput
from reasoning.evidence import Claim, EdgeRef
from reasoning.plans import (
    Booking,
    Closing,
    LearningPlanAnswer,
    LearningPlanRequest,
    Objective,
    OpenGap,
    PlanLimits,
    PlannedCourse,
    Previous,
    PreviousCourse,
    Progress,
    UnderWay,
    WantedSkill,
    learning_plan,
)

MAX_SKILLS = 20
MAX_LIST = 100
DATES = (date(1970, 1, 1), date(2100, 12, 31))
Part = TypeVar("Part", PlannedCourse, OpenGap)


@dataclass(frozen=True, slots=True)
class SkillWish:
    """A skill by id and the level to reach or reached."""

    skill: str
    level: float | None = None


@dataclass(frozen=True, slots=True)
class CourseDay:
    """A course by id and a day it begins on; for bookings also the seats taken."""

    course: str
    day: date | None = None
    seats: int = 0


@dataclass(frozen=True, slots=True)
class LearningPlanQuestion:
    """Ids as the caller sends them. Without ``person`` it is about the caller; ``previous`` asks for a replan."""

    person: str | None = None
    target_role: str | None = None
    skills: tuple[SkillWish, ...] = ()
    include_optional: bool = True
    hours_per_week: float = 5.0
    budget: float | None = None
    currency: str | None = None
    starts_on: date | None = None
    deadline: date | None = None
    languages: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    booked: tuple[CourseDay, ...] = ()
    objective: Objective = Objective.COST
    closing: Closing = Closing.ALL
    completed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    assessed: tuple[SkillWish, ...] = ()
    under_way: tuple[tuple[str, float], ...] = ()
    previous: tuple[CourseDay, ...] | None = None
    recency: bool = True


def plan(inquiry: Inquiry, question: LearningPlanQuestion) -> Answered[LearningPlanAnswer]:
    """Answer the question for this caller.

    Raises ``BadInput``, ``UnknownNode``, ``AccessDenied`` or ``ConsentMissing``.
    """
    _check(question)
    purpose = Purpose.SKILL_GAP
    person = inquiry.person(question.person, Operation.SKILL_GAP, purpose)
    request = _request(inquiry, question, person)
    found = learning_plan(inquiry.snapshot, request)
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), _evidence(found), inquiry.now)
    withheld: list[Withheld] = []
    courses = _standing(found.courses, "course", live, withheld)
    open_ = _standing(found.open, "requirement", live, withheld)
    shown = replace(found, courses=courses, open=open_)
    if withheld:
        shown = replace(shown, value=None, bound=None, gap=None)
    asked = Asked("learning_plan", request, found)
    return answered(inquiry, purpose, shown, _claims(shown), live, withheld, asked=asked)


def _request(inquiry: Inquiry, question: LearningPlanQuestion, person: int) -> LearningPlanRequest:
    def courses(texts: Sequence[str]) -> tuple[int, ...]:
        return tuple(inquiry.catalogue("Course", text) for text in texts)

    def skills(wishes: Sequence[SkillWish]) -> tuple[WantedSkill, ...]:
        return tuple(WantedSkill(inquiry.catalogue("Skill", wish.skill), wish.level) for wish in wishes)

    limits = PlanLimits(
        hours_per_week=question.hours_per_week,
        budget=question.budget,
        currency=question.currency,
        starts_on=question.starts_on,
        deadline=question.deadline,
        languages=question.languages,
        modalities=question.modalities,
        avoid=courses(question.avoid),
        booked=tuple(Booking(inquiry.catalogue("Course", one.course), one.seats, one.day) for one in question.booked),
    )
    previous = None
    if question.previous is not None:
        known = ((inquiry.catalogue("Course", one.course), one.day) for one in question.previous)
        previous = Previous(tuple(PreviousCourse(course, day) for course, day in known if day is not None))
    return LearningPlanRequest(
        person=person,
        target_role=None if question.target_role is None else inquiry.catalogue("Role", question.target_role),
        skills=skills(question.skills),
        include_optional=question.include_optional,
        limits=limits,
        objective=question.objective,
        closing=question.closing,
        progress=Progress(
            courses(question.completed),
            courses(question.failed),
            skills(question.assessed),
            tuple(UnderWay(inquiry.catalogue("Course", course), hours) for course, hours in question.under_way),
        ),
        previous=previous,
        recency=question.recency,
        now=inquiry.now,
    )


def _check(question: LearningPlanQuestion) -> None:
    if question.target_role is None and not question.skills:
        raise BadInput("Neither a target role nor skills are given.", remedy="Say what the plan should lead to.")
    if len(question.skills) > MAX_SKILLS or len(question.assessed) > MAX_SKILLS:
        raise BadInput("Too many skills are given.", remedy=f"Send at most {MAX_SKILLS}.")
    lists = (
        question.languages, question.modalities, question.avoid, question.booked, question.completed,
        question.failed, question.previous or (), question.under_way,
    )  # fmt: skip
    if any(len(given) > MAX_LIST for given in lists):
        raise BadInput("A list is too long.", remedy=f"Send at most {MAX_LIST} entries.")
    levels = [wish.level for wish in (*question.skills, *question.assessed)]
    if any(level is not None and not 0 <= level <= 5 for level in levels):
        raise BadInput("A level is out of range.", remedy="Give levels from 0 to 5.")
    if any(wish.level is None for wish in question.assessed):
        raise BadInput("An assessment has no level.", remedy="Say which level it found; 0 for none.")
    days = [question.starts_on, question.deadline]
    days += [one.day for one in (*question.booked, *(question.previous or ()))]
    if any(day is not None and not DATES[0] <= day <= DATES[1] for day in days):
        raise BadInput("A date is absurd.", remedy="Give dates from 1970 to 2100.")
    if any(not 0 < hours <= 10_000 for _, hours in question.under_way):
        raise BadInput("Hours left are out of range.", remedy="Give more than 0; list a finished course as completed.")
    if any(one.seats < 0 for one in question.booked):
        raise BadInput("A number of seats is negative.", remedy="Say how many seats are taken.")


def _standing(
    parts: Sequence[Part], what: str, live: Mapping[str, CitedEdge], withheld: list[Withheld]
) -> tuple[Part, ...]:
    kept: list[Part] = []
    for part in parts:
        lost = missing(part.evidence, live)
        if lost:
            withheld.append(gone(what, lost))
        else:
            kept.append(part)
    return tuple(kept)


def _evidence(answer: LearningPlanAnswer) -> list[EdgeRef]:
    return [edge for claim in _claims(answer) for edge in claim.edges]


def _claims(answer: LearningPlanAnswer) -> list[Claim]:
    parts = (answer.claims, *(one.claims for one in answer.courses), *(one.claims for one in answer.open))
    return [claim for claims in parts for claim in claims]
