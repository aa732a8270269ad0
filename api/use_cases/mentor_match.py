"""Mentors for a person. Both sides must agree now; somebody who withdrew since the snapshot is passed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from api.authorization import Operation
from api.inquiry import Inquiry
from api.readback import Withheld, gone, missing, read_cited
from api.recording.questions import Asked
from api.standing import offering
from api.use_cases.answered import Answered, answered
from graph.scope import Purpose
from graph.store import CitedEdge
from ontology.errors import BadInput
from reasoning.answers import MentorCandidate, MentorMatchAnswer, MentorMatchRequest
from reasoning.evidence import Claim, EdgeRef

MAX_FIRST = 50
MAX_SKILLS = 20
ROUNDS = 4
"""How often the match is made anew when proposed people turn out to have withdrawn."""


@dataclass(frozen=True, slots=True)
class MentorMatchQuestion:
    """Ids as the caller sends them. Without ``person`` it is about the caller."""

    person: str | None = None
    target_role: str | None = None
    skills: tuple[str, ...] = ()
    first: int = 10
    reporting_line: bool = False


def mentor_match(inquiry: Inquiry, question: MentorMatchQuestion) -> Answered[MentorMatchAnswer]:
    """Answer the question for this caller.

    Raises ``BadInput``, ``UnknownNode``, ``AccessDenied`` or ``ConsentMissing``.
    """
    _check(question)
    purpose = Purpose.MENTOR_MATCH
    person = inquiry.person(question.person, Operation.MENTOR_MATCH, purpose)
    request = MentorMatchRequest(
        person=person,
        target_role=inquiry.catalogue("Role", question.target_role) if question.target_role is not None else None,
        skills=tuple(inquiry.catalogue("Skill", skill) for skill in question.skills),
        first=question.first,
        reporting_line=question.reporting_line,
        now=inquiry.now,
    )
    asked, found = _agreed(inquiry, request)
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), _evidence(found), inquiry.now)
    kept, withheld = _standing(found, live)
    shown = replace(found, candidates=kept)
    return answered(inquiry, purpose, shown, _claims(shown), live, withheld, asked)


def _check(question: MentorMatchQuestion) -> None:
    if question.target_role is None and not question.skills:
        raise BadInput("Neither a target role nor skills are given.", remedy="Say what the mentor should help with.")
    if not 1 <= question.first <= MAX_FIRST:
        raise BadInput(f"first is {question.first}.", remedy=f"Ask for 1 to {MAX_FIRST} mentors.")
    if len(question.skills) > MAX_SKILLS:
        raise BadInput("Too many skills are given.", remedy=f"Send at most {MAX_SKILLS}.")


def _agreed(inquiry: Inquiry, request: MentorMatchRequest) -> tuple[Asked, MentorMatchAnswer]:
    """Match until everybody proposed allows it now; after the last round the others are simply left out.

    Returns the last question with what it came to, and what may be shown of that.
    """
    excluded: list[int] = []
    for _ in range(ROUNDS):
        last = replace(request, excluded=tuple(excluded))
        found = inquiry.deps.reasoning.mentors(inquiry.snapshot, last)
        asked = Asked("mentor_match", last, found)
        refused = _refusing(inquiry, found)
        hidden = _hidden(inquiry, found)
        if not refused and not hidden:
            return asked, found
        excluded += refused
        if hidden:
            # Whoever this caller may see only as a mentor must offer something.
            excluded += _without_offer(inquiry)
    refusing = set(excluded)
    kept = [one for one in found.candidates if inquiry.snapshot.find(one.mentor.key) not in refusing]
    return asked, replace(found, candidates=tuple(kept))


def _refusing(inquiry: Inquiry, found: MentorMatchAnswer) -> list[int]:
    proposed = [inquiry.snapshot.find(candidate.mentor.key) for candidate in found.candidates]
    people = [index for index in proposed if index is not None]
    inquiry.load_consents(people)
    return [index for index in people if not inquiry.consents(index, Purpose.MENTOR_MATCH)]


def _hidden(inquiry: Inquiry, found: MentorMatchAnswer) -> bool:
    proposed = (inquiry.snapshot.find(candidate.mentor.key) for candidate in found.candidates)
    return any(not inquiry.decision(Operation.READ_PERSON, index, Purpose.MENTOR_MATCH).allowed for index in proposed)


def _without_offer(inquiry: Inquiry) -> list[int]:
    first = inquiry.snapshot.nodes("Person").start
    return [int(at) + first for at in np.flatnonzero(~offering(inquiry.snapshot))]


def _standing(
    found: MentorMatchAnswer, live: Mapping[str, CitedEdge]
) -> tuple[tuple[MentorCandidate, ...], list[Withheld]]:
    kept, withheld = [], []
    for candidate in found.candidates:
        lost = missing(candidate.evidence, live)
        if lost:
            withheld.append(gone("mentor", lost))
        else:
            kept.append(candidate)
    return tuple(kept), withheld


def _evidence(answer: MentorMatchAnswer) -> list[EdgeRef]:
    of_candidates = [edge for candidate in answer.candidates for edge in candidate.evidence]
    return of_candidates + [edge for claim in _claims(answer) for edge in claim.edges]


def _claims(answer: MentorMatchAnswer) -> list[Claim]:
    return [*answer.claims, *(claim for candidate in answer.candidates for claim in candidate.claims)]
