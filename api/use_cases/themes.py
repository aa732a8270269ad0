"""What hangs together in the graph: reports on groups, for those who plan. Their edges are read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from api.authorization import Operation
from api.inquiry import Inquiry
from api.readback import Withheld, gone, missing, read_back, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from graph.scope import Purpose
from graph.store import CitedEdge
from ontology.errors import BadInput
from reasoning.themes import ThemeHit, ThemesAnswer, ThemesRequest

MAX_QUESTION = 500
MAX_FIRST = 20


@dataclass(frozen=True, slots=True)
class ThemesQuestion:
    """A question in words."""

    question: str
    first: int = 5


@dataclass(frozen=True, slots=True)
class ThemesShown:
    """The answer, and for each report how many of the edges it was made from are still there."""

    found: ThemesAnswer
    standing: Mapping[str, int]

    @property
    def claims(self) -> tuple[()]:
        """All claims are those of the reports."""
        return ()


def themes(inquiry: Inquiry, asked: ThemesQuestion) -> Answered[ThemesShown]:
    """The reports that fit. Raises ``BadInput`` and ``AccessDenied``."""
    text = asked.question.strip()
    if not text or len(text) > MAX_QUESTION:
        raise BadInput("The question is empty or too long.", remedy=f"Send 1 to {MAX_QUESTION} characters.")
    if not 1 <= asked.first <= MAX_FIRST:
        raise BadInput(f"first is {asked.first}.", remedy=f"Ask for 1 to {MAX_FIRST} reports.")
    inquiry.permit(Operation.READ_THEMES, Purpose.PUBLIC)
    request = ThemesRequest(text, asked.first)
    found = inquiry.deps.reasoning.themes(inquiry.snapshot, request)
    store, scope = inquiry.deps.store, inquiry.principal.scope(Purpose.PUBLIC)
    live = read_cited(store, scope, [edge for hit in found.themes for edge in hit.evidence], inquiry.now)
    made_from = read_back(store, scope, [one for hit in found.themes for one in hit.edge_ids], inquiry.now)
    withheld: list[Withheld] = []
    kept = [hit for hit in found.themes if _stands(hit, live, withheld)]
    standing = {hit.report.key.id: sum(one in made_from for one in hit.edge_ids) for hit in kept}
    shown = ThemesShown(replace(found, themes=tuple(kept)), standing)
    claims = [claim for hit in kept for claim in hit.claims]
    return answered(inquiry, Purpose.PUBLIC, shown, claims, live, withheld, asked=Asked("themes", request, found))


def _stands(hit: ThemeHit, live: Mapping[str, CitedEdge], withheld: list[Withheld]) -> bool:
    lost = missing(hit.evidence, live)
    if lost:
        withheld.append(gone("theme", lost))
    return not lost
