"""Career paths: from a person or a role to a role. A path one of whose edges is gone is withheld."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from api.authorization import Operation
from api.inquiry import Inquiry
from api.readback import Withheld, gone, missing, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from graph.scope import Purpose
from ontology.errors import BadInput
from reasoning.answers import CareerPath, CareerPathAnswer, CareerPathRequest, PathConstraints
from reasoning.evidence import Claim, EdgeRef

MAX_ALTERNATIVES = 10
MAX_STEPS = 8


@dataclass(frozen=True, slots=True)
class CareerPathQuestion:
    """Ids as the caller sends them. Without ``person`` and ``start_role`` it is about the caller."""

    target_role: str
    person: str | None = None
    start_role: str | None = None
    alternatives: int = 3
    constraints: PathConstraints = field(default_factory=PathConstraints)


def career_path(inquiry: Inquiry, question: CareerPathQuestion) -> Answered[CareerPathAnswer]:
    """Answer the question for this caller.

    Raises ``BadInput``, ``UnknownNode``, ``AccessDenied`` or ``ConsentMissing``.
    """
    _check(question)
    purpose = Purpose.CAREER_PATH
    if question.start_role is not None:
        inquiry.permit(Operation.CAREER_PATH, purpose)
        person, start = None, inquiry.catalogue("Role", question.start_role)
    else:
        person, start = inquiry.person(question.person, Operation.CAREER_PATH, purpose), None
    request = CareerPathRequest(
        target_role=inquiry.catalogue("Role", question.target_role),
        person=person,
        start_role=start,
        alternatives=question.alternatives,
        constraints=_with_plain_ids(inquiry, question.constraints),
        now=inquiry.now,
    )
    found = inquiry.deps.reasoning.career_paths(inquiry.snapshot, request)
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), _evidence(found), inquiry.now)
    kept, withheld = [], list[Withheld]()
    for path in found.paths:
        lost = missing(_path_evidence(path), live)
        if lost:
            withheld.append(gone("path", lost))
        else:
            kept.append(path)
    shown = replace(found, paths=tuple(kept))
    return answered(inquiry, purpose, shown, _claims(shown), live, withheld, Asked("career_path", request, found))


def _check(question: CareerPathQuestion) -> None:
    if question.person is not None and question.start_role is not None:
        raise BadInput("Person and start role exclude each other.", remedy="Send one of the two.")
    if not 1 <= question.alternatives <= MAX_ALTERNATIVES:
        raise BadInput(
            f"alternatives is {question.alternatives}.", remedy=f"Ask for 1 to {MAX_ALTERNATIVES} alternatives."
        )
    if not 1 <= question.constraints.max_steps <= MAX_STEPS:
        raise BadInput(f"maxSteps is {question.constraints.max_steps}.", remedy=f"Allow 1 to {MAX_STEPS} steps.")


def _with_plain_ids(inquiry: Inquiry, constraints: PathConstraints) -> PathConstraints:
    def plain(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(inquiry.snapshot.ids[inquiry.catalogue("Role", text)] for text in texts)

    return replace(constraints, avoid=plain(constraints.avoid), via=plain(constraints.via))


def _path_evidence(path: CareerPath) -> list[EdgeRef]:
    return [edge for step in path.steps for edge in step.evidence]


def _evidence(answer: CareerPathAnswer) -> list[EdgeRef]:
    of_paths = [edge for path in answer.paths for edge in _path_evidence(path)]
    return of_paths + [edge for claim in _claims(answer) for edge in claim.edges]


def _claims(answer: CareerPathAnswer) -> list[Claim]:
    return [*answer.claims, *(claim for path in answer.paths for claim in path.claims)]
