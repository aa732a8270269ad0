"""Which single fact decides the best path. A fact whose edge is gone decides nothing any more and is withheld."""

from __future__ import annotations

from dataclasses import replace

from api.inquiry import Inquiry
from api.readback import Withheld, gone, missing, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from api.use_cases.career_path import stands
from api.use_cases.path_questions import CareerPathQuestion, extended, path_evidence, path_request
from graph.scope import Purpose
from reasoning.evidence import Claim, EdgeRef
from reasoning.sensitivity import SensitivityAnswer, SensitivityRequest, sensitivity


def path_sensitivity(inquiry: Inquiry, question: CareerPathQuestion) -> Answered[SensitivityAnswer]:
    """Answer for this caller. Raises as ``career_path`` does."""
    request = extended(path_request(inquiry, question), SensitivityRequest)
    found = sensitivity(inquiry.snapshot, request)
    purpose = Purpose.CAREER_PATH
    cited = [edge for claim in _claims(found) for edge in claim.edges] + _evidence(found)
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(purpose), cited, inquiry.now)
    withheld: list[Withheld] = []
    deciding = []
    for fact in found.deciding:
        lost = missing([fact.edge], live) if fact.edge is not None else ()
        if lost:
            withheld.append(gone("fact", lost))
        else:
            deciding.append(fact)
    best = found.best if found.best is not None and stands(found.best, live, withheld) else None
    shown = replace(found, best=best, deciding=tuple(deciding))
    asked = Asked("path_sensitivity", request, found)
    return answered(inquiry, purpose, shown, _claims(shown), live, withheld, asked)


def _evidence(found: SensitivityAnswer) -> list[EdgeRef]:
    of_best = path_evidence(found.best) if found.best is not None else []
    return of_best + [fact.edge for fact in found.deciding if fact.edge is not None]


def _claims(found: SensitivityAnswer) -> list[Claim]:
    of_facts = (claim for fact in found.deciding for claim in fact.claims)
    return [*found.claims, *(found.best.claims if found.best is not None else ()), *of_facts]
