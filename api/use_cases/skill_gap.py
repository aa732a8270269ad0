"""The skill gap of a person towards a role. A requirement or course one of whose edges is gone is withheld."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from api.authorization import Operation
from api.inquiry import Inquiry
from api.readback import Withheld, gone, missing, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from graph.scope import Purpose
from graph.store import CitedEdge
from reasoning.answers import SkillGapAnswer, SkillGapItem, SkillGapRequest
from reasoning.evidence import Claim, EdgeRef


@dataclass(frozen=True, slots=True)
class SkillGapQuestion:
    """Ids as the caller sends them. Without ``person`` it is about the caller."""

    target_role: str
    person: str | None = None
    include_optional: bool = True
    recency: bool = True


def skill_gap(inquiry: Inquiry, question: SkillGapQuestion) -> Answered[SkillGapAnswer]:
    """Answer the question for this caller.

    Raises ``BadInput``, ``UnknownNode``, ``AccessDenied`` or ``ConsentMissing``.
    """
    purpose = Purpose.SKILL_GAP
    person = inquiry.person(question.person, Operation.SKILL_GAP, purpose)
    target = inquiry.catalogue("Role", question.target_role)
    request = SkillGapRequest(person, target, question.include_optional, inquiry.now, question.recency)
    found = inquiry.deps.reasoning.skill_gaps(inquiry.snapshot, request)
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), _evidence(found), inquiry.now)
    withheld: list[Withheld] = []
    items = [kept for item in found.items if (kept := _standing(item, live, withheld)) is not None]
    shown = replace(found, items=tuple(items))
    return answered(inquiry, purpose, shown, _claims(shown), live, withheld, Asked("skill_gap", request, found))


def _standing(item: SkillGapItem, live: Mapping[str, CitedEdge], withheld: list[Withheld]) -> SkillGapItem | None:
    lost = missing(item.evidence, live)
    if lost:
        withheld.append(gone("requirement", lost))
        return None
    courses = []
    for course in item.courses:
        course_lost = missing(course.evidence, live)
        if course_lost:
            withheld.append(gone("course", course_lost))
        else:
            courses.append(course)
    return replace(item, courses=tuple(courses))


def _evidence(answer: SkillGapAnswer) -> list[EdgeRef]:
    of_items = [edge for item in answer.items for edge in item.evidence]
    of_courses = [edge for item in answer.items for course in item.courses for edge in course.evidence]
    return of_items + of_courses + [edge for claim in _claims(answer) for edge in claim.edges]


def _claims(answer: SkillGapAnswer) -> list[Claim]:
    return [*answer.claims, *(claim for item in answer.items for claim in item.claims)]
