"""Which skills open most roles to a person. A role one of whose edges is gone is withheld and not counted.

Whoever may ask for a person's skill gap may ask this: it is the gap towards every role, turned round.
"""

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
from ontology.errors import BadInput
from reasoning.evidence import Claim, EdgeRef
from reasoning.unlocks import OpenedRole, Unlock, UnlockAnswer, UnlockRequest, unlocks

MAX_FIRST = 50
SCHEMES = ("company", "esco", "onet")


@dataclass(frozen=True, slots=True)
class UnlockQuestion:
    """As the caller asks. Without ``person`` it is about the caller; ``scheme`` None means roles of every scheme."""

    person: str | None = None
    skills: int = 1
    coverage: float = 1.0
    scheme: str | None = "company"
    first: int = 10
    recency: bool = True


def unlocked(inquiry: Inquiry, question: UnlockQuestion) -> Answered[UnlockAnswer]:
    """Answer the question for this caller.

    Raises ``BadInput``, ``AccessDenied``, ``UnknownNode`` or ``ConsentMissing``.
    """
    _check(question)
    purpose = Purpose.SKILL_GAP
    person = inquiry.person(question.person, Operation.SKILL_GAP, purpose)
    request = UnlockRequest(
        person=person,
        skills=question.skills,
        coverage=question.coverage,
        scheme=question.scheme,
        first=question.first,
        recency=question.recency,
        now=inquiry.now,
    )
    found = unlocks(inquiry.snapshot, request)
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), _evidence(found), inquiry.now)
    withheld: list[Withheld] = []
    shown = replace(found, unlocks=tuple(_standing(unlock, live, withheld) for unlock in found.unlocks))
    return answered(inquiry, purpose, shown, _claims(shown), live, withheld, asked=Asked("unlocks", request, found))


def _check(question: UnlockQuestion) -> None:
    if question.skills not in (1, 2):
        raise BadInput(f"skills is {question.skills}.", remedy="Ask for 1 or 2 skills at once.")
    if not 0 < question.coverage <= 1:
        raise BadInput(f"coverage is {question.coverage}.", remedy="Ask for a share above 0 up to 1.")
    if not 1 <= question.first <= MAX_FIRST:
        raise BadInput(f"first is {question.first}.", remedy=f"Ask for 1 to {MAX_FIRST}.")
    if question.scheme is not None and question.scheme not in SCHEMES:
        raise BadInput("There is no such scheme.", remedy=f"Use one of {', '.join(SCHEMES)}, or none for all.")


def _standing(unlock: Unlock, live: Mapping[str, CitedEdge], withheld: list[Withheld]) -> Unlock:
    kept: list[OpenedRole] = []
    for role in unlock.roles:
        lost = missing(role.evidence, live)
        if lost:
            withheld.append(gone("role", lost))
        else:
            kept.append(role)
    return replace(unlock, roles=tuple(kept), count=unlock.count - (len(unlock.roles) - len(kept)))


def _evidence(answer: UnlockAnswer) -> list[EdgeRef]:
    return [edge for claim in _claims(answer) for edge in claim.edges]


def _claims(answer: UnlockAnswer) -> list[Claim]:
    return [claim for unlock in answer.unlocks for role in unlock.roles for claim in role.claims]
