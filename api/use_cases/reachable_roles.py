"""Roles within reach of a person or role. A role one of whose edges is gone is withheld."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from api.authorization import Operation
from api.inquiry import Inquiry
from api.readback import Withheld, gone, missing, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from api.use_cases.path_questions import check_constraints, check_preferences, path_evidence, with_plain_ids
from graph.scope import Purpose
from ontology.errors import BadInput
from reasoning.evidence import Claim, EdgeRef
from reasoning.exploration import (
    HORIZON,
    INTEREST_MONTHS,
    ExplorationAnswer,
    ExplorationRequest,
    ReachableRole,
    explore,
)
from reasoning.path_answers import PathConstraints, Preference

MAX_FIRST = 50
MOST_MONTHS = 120.0


@dataclass(frozen=True, slots=True)
class ReachableRolesQuestion:
    """Ids as the caller sends them. Without ``person`` and ``start_role`` it is about the caller."""

    person: str | None = None
    start_role: str | None = None
    constraints: PathConstraints = field(default_factory=lambda: HORIZON)
    preferences: tuple[Preference, ...] = ()
    interest_roles: tuple[str, ...] = ()
    interest_skills: tuple[str, ...] = ()
    interest_families: tuple[str, ...] = ()
    interest_months: float = INTEREST_MONTHS
    first: int = 10


def reachable_roles(inquiry: Inquiry, question: ReachableRolesQuestion) -> Answered[ExplorationAnswer]:
    """Answer for this caller. Raises ``BadInput``, ``UnknownNode``, ``AccessDenied`` or ``ConsentMissing``."""
    _check(question)
    purpose = Purpose.CAREER_PATH
    person = start = None
    if question.start_role is not None:
        inquiry.permit(Operation.CAREER_PATH, purpose)
        start = inquiry.catalogue("Role", question.start_role)
    else:
        person = inquiry.person(question.person, Operation.CAREER_PATH, purpose)
    request = ExplorationRequest(
        person=person,
        start_role=start,
        constraints=with_plain_ids(inquiry, question.constraints),
        preferences=question.preferences,
        interest_roles=tuple(inquiry.catalogue("Role", text) for text in question.interest_roles),
        interest_skills=tuple(inquiry.catalogue("Skill", text) for text in question.interest_skills),
        interest_families=question.interest_families,
        interest_months=question.interest_months,
        first=question.first,
        now=inquiry.now,
    )
    found = explore(inquiry.snapshot, request)
    cited = [edge for role in found.roles for edge in _evidence(role)]
    cited += [edge for claim in _claims(found) for edge in claim.edges]
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), cited, inquiry.now)
    withheld: list[Withheld] = []
    kept = []
    for role in found.roles:
        lost = missing(_evidence(role), live)
        if lost:
            withheld.append(gone("role", lost))
        else:
            kept.append(role)
    shown = replace(found, roles=tuple(kept))
    asked = Asked("reachable_roles", request, found)
    return answered(inquiry, purpose, shown, _claims(shown), live, withheld, asked)


def _check(question: ReachableRolesQuestion) -> None:
    if question.person is not None and question.start_role is not None:
        raise BadInput("Person and start role exclude each other.", remedy="Send one of the two.")
    if not 1 <= question.first <= MAX_FIRST:
        raise BadInput(f"first is {question.first}.", remedy=f"Ask for 1 to {MAX_FIRST}.")
    if not 0 <= question.interest_months <= MOST_MONTHS:
        raise BadInput("interestMonths is out of range.", remedy="Give 0 to 120 months.")
    check_constraints(question.constraints)
    check_preferences(question.preferences)


def _evidence(role: ReachableRole) -> list[EdgeRef]:
    return [*role.evidence, *path_evidence(role.path)]


def _claims(found: ExplorationAnswer) -> list[Claim]:
    return [*found.claims, *(claim for role in found.roles for claim in role.path.claims)]
