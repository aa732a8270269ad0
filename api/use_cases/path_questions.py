"""What all path questions share: the question as the caller sends it, checked and turned into a request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from api.authorization import Operation
from api.inquiry import Inquiry
from graph.scope import Purpose
from ontology.errors import BadInput
from reasoning.evidence import Claim, EdgeRef
from reasoning.path_answers import (
    MOST_STEPS,
    SENIORITY_KINDS,
    CareerPath,
    CareerPathAnswer,
    CareerPathRequest,
    PathConstraints,
    Preference,
)

MAX_ALTERNATIVES = 10
MAX_PREFERENCES = 10
MOST_MONTHS = 120.0
LARGEST = 1e12
"""No limit of months or money is larger; beyond, numbers leave the range that they are counted in."""


@dataclass(frozen=True, slots=True)
class CareerPathQuestion:
    """Ids as the caller sends them. Without ``person`` and ``start_role`` it is about the caller."""

    target_role: str
    person: str | None = None
    start_role: str | None = None
    alternatives: int = 3
    constraints: PathConstraints = field(default_factory=PathConstraints)
    min_diversity: float = 0.0
    preferences: tuple[Preference, ...] = ()


def path_request(inquiry: Inquiry, question: CareerPathQuestion) -> CareerPathRequest:
    """The question as the reasoning takes it, once the caller may ask it.

    Raises ``BadInput``, ``UnknownNode``, ``AccessDenied`` or ``ConsentMissing``.
    """
    _check(question)
    if question.start_role is not None:
        inquiry.permit(Operation.CAREER_PATH, Purpose.CAREER_PATH)
        person, start = None, inquiry.catalogue("Role", question.start_role)
    else:
        person = inquiry.person(question.person, Operation.CAREER_PATH, Purpose.CAREER_PATH)
        start = None
    return CareerPathRequest(
        target_role=inquiry.catalogue("Role", question.target_role),
        person=person,
        start_role=start,
        alternatives=question.alternatives,
        constraints=with_plain_ids(inquiry, question.constraints),
        now=inquiry.now,
        min_diversity=question.min_diversity,
        preferences=question.preferences,
    )


def with_plain_ids(inquiry: Inquiry, constraints: PathConstraints) -> PathConstraints:
    """Constraints with the node ids of the roles they name."""

    def plain(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(inquiry.snapshot.ids[inquiry.catalogue("Role", text)] for text in texts)

    return replace(constraints, avoid=plain(constraints.avoid), via=plain(constraints.via))


def check_constraints(constraints: PathConstraints) -> None:
    """Raise ``BadInput`` for limits out of range."""
    if not 1 <= constraints.max_steps <= MOST_STEPS:
        raise BadInput(f"maxSteps is {constraints.max_steps}.", remedy=f"Allow 1 to {MOST_STEPS} steps.")
    for name in ("max_months", "budget", "pay_floor"):
        value = getattr(constraints, name)
        if value is not None and not 0 <= value <= LARGEST:
            raise BadInput(f"{name} is {value}.", remedy="Give a number from 0 to a million millions.")
    if not set(constraints.kinds) <= set(SENIORITY_KINDS):
        raise BadInput(
            "Steps are limited by promotion, lateral, step_down and unknown.", remedy="Use onlyOpenings for postings."
        )


def check_preferences(preferences: Sequence[Preference]) -> None:
    """Raise ``BadInput`` for too many wishes, or for weights out of range."""
    if len(preferences) > MAX_PREFERENCES:
        raise BadInput("There are too many wishes.", remedy=f"Send at most {MAX_PREFERENCES}.")
    if any(not 0 <= wish.months <= MOST_MONTHS for wish in preferences):
        raise BadInput("A wish weighs 0 to 120 months.", remedy="Give months in that range.")


def path_evidence(path: CareerPath) -> list[EdgeRef]:
    """Every edge a path rests on."""
    return [edge for step in path.steps for edge in step.evidence]


def told_paths(answer: CareerPathAnswer) -> Iterable[CareerPath]:
    """All paths an answer tells, the one without the limits in conflict included."""
    yield from answer.paths
    if answer.conflict is not None and answer.conflict.without is not None:
        yield answer.conflict.without


def answer_claims(answer: CareerPathAnswer) -> list[Claim]:
    """All claims of an answer."""
    of_conflict = answer.conflict.claims if answer.conflict is not None else ()
    return [*answer.claims, *of_conflict, *(claim for path in told_paths(answer) for claim in path.claims)]


def answer_evidence(answer: CareerPathAnswer) -> list[EdgeRef]:
    """Every edge an answer cites."""
    of_paths = [edge for path in told_paths(answer) for edge in path_evidence(path)]
    return of_paths + [edge for claim in answer_claims(answer) for edge in claim.edges]


def _check(question: CareerPathQuestion) -> None:
    if question.person is not None and question.start_role is not None:
        raise BadInput("Person and start role exclude each other.", remedy="Send one of the two.")
    if not 1 <= question.alternatives <= MAX_ALTERNATIVES:
        raise BadInput(
            f"alternatives is {question.alternatives}.", remedy=f"Ask for 1 to {MAX_ALTERNATIVES} alternatives."
        )
    if not 0 <= question.min_diversity <= 1:
        raise BadInput(f"minDiversity is {question.min_diversity}.", remedy="Give a distance from 0 to 1.")
    check_preferences(question.preferences)
    check_constraints(question.constraints)


R = TypeVar("R", bound=CareerPathRequest)


def extended(base: CareerPathRequest, kind: type[R], **more: object) -> R:
    """The request as one of a question that builds on it."""
    given: dict[str, Any] = {one.name: getattr(base, one.name) for one in fields(CareerPathRequest)}  # of many types
    return kind(**(given | more))
