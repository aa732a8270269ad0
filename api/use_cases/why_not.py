"""Why a role or a way is not among the paths. A path of the comparison one of whose edges is gone is withheld."""

from __future__ import annotations

from dataclasses import dataclass, replace

from api.inquiry import Inquiry
from api.readback import Withheld, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from api.use_cases.career_path import stands
from api.use_cases.path_questions import CareerPathQuestion, extended, path_evidence, path_request
from graph.scope import Purpose
from graph.store import CitedEdge
from ontology.errors import BadInput
from reasoning.evidence import Claim
from reasoning.path_answers import MOST_STEPS, CareerPath, PathConflict
from reasoning.why_not import WhyNotAnswer, WhyNotRequest, why_not


@dataclass(frozen=True, slots=True)
class WhyNotQuestion:
    """The path question, and the role or the way (its roles in order) that is missed in its answer."""

    question: CareerPathQuestion
    role: str | None = None
    way: tuple[str, ...] = ()


def why_not_case(inquiry: Inquiry, question: WhyNotQuestion) -> Answered[WhyNotAnswer]:
    """Answer for this caller. Raises as ``career_path`` does."""
    if (question.role is None) == (not question.way):
        raise BadInput("Name a role or a way, and not both.", remedy="Send `role`, or `path` with its roles in order.")
    base = path_request(inquiry, question.question)
    role = inquiry.catalogue("Role", question.role) if question.role is not None else None
    way = tuple(inquiry.catalogue("Role", one) for one in question.way)
    if len(set(way)) < len(way) or len(way) > MOST_STEPS + 1:
        raise BadInput("The path is too long, or passes a role twice.", remedy=f"Name up to {MOST_STEPS + 1} roles.")
    request = extended(base, WhyNotRequest, role=role, way=way)
    found = why_not(inquiry.snapshot, request)
    purpose = Purpose.CAREER_PATH
    cited = [edge for path in _paths(found) for edge in path_evidence(path)]
    cited += [edge for claim in _claims(found) for edge in claim.edges]
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), cited, inquiry.now)
    withheld: list[Withheld] = []
    shown = replace(
        found,
        best=found.best if found.best is not None and stands(found.best, live, withheld) else None,
        against=found.against if found.against is not None and stands(found.against, live, withheld) else None,
        conflict=_conflict(found, live, withheld),
    )
    return answered(inquiry, purpose, shown, _claims(shown), live, withheld, Asked("why_not", request, found))


def _conflict(found: WhyNotAnswer, live: dict[str, CitedEdge], withheld: list[Withheld]) -> PathConflict | None:
    conflict = found.conflict
    if conflict is None or conflict.without is None or stands(conflict.without, live, withheld):
        return conflict
    return replace(conflict, without=None)


def _paths(found: WhyNotAnswer) -> list[CareerPath]:
    without = found.conflict.without if found.conflict is not None else None
    return [path for path in (found.best, found.against, without) if path is not None]


def _claims(found: WhyNotAnswer) -> list[Claim]:
    of_conflict = found.conflict.claims if found.conflict is not None else ()
    return [*found.claims, *of_conflict, *(claim for path in _paths(found) for claim in path.claims)]
