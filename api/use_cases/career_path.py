"""Career paths: from a person or a role to a role. A path one of whose edges is gone is withheld."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from api.inquiry import Inquiry
from api.readback import Withheld, gone, missing, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from api.use_cases.path_questions import (
    CareerPathQuestion,
    answer_claims,
    answer_evidence,
    path_evidence,
    path_request,
)
from graph.scope import Purpose
from graph.store import CitedEdge
from reasoning.path_answers import CareerPath, CareerPathAnswer, PathConflict


def career_path(inquiry: Inquiry, question: CareerPathQuestion) -> Answered[CareerPathAnswer]:
    """Answer the question for this caller.

    Raises ``BadInput``, ``UnknownNode``, ``AccessDenied`` or ``ConsentMissing``.
    """
    purpose = Purpose.CAREER_PATH
    request = path_request(inquiry, question)
    found = inquiry.deps.reasoning.career_paths(inquiry.snapshot, request)
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), answer_evidence(found), inquiry.now)
    withheld: list[Withheld] = []
    paths = tuple(path for path in found.paths if stands(path, live, withheld))
    shown = replace(found, paths=paths, conflict=_conflict(found.conflict, live, withheld))
    asked = Asked("career_path", request, found)
    return answered(inquiry, purpose, shown, answer_claims(shown), live, withheld, asked)


def stands(path: CareerPath, live: Mapping[str, CitedEdge], withheld: list[Withheld]) -> bool:
    """Whether every edge of the path is live; one that is not is noted."""
    lost = missing(path_evidence(path), live)
    if lost:
        withheld.append(gone("path", lost))
    return not lost


def _conflict(
    found: PathConflict | None, live: Mapping[str, CitedEdge], withheld: list[Withheld]
) -> PathConflict | None:
    if found is None or found.without is None or stands(found.without, live, withheld):
        return found
    return replace(found, without=None)
