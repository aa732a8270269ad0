"""Questions to the documents. Audience and validity narrow before ranking; what is quoted is read back and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from api.audience import audiences
from api.authorization import Operation
from api.inquiry import Inquiry
from api.readback import Withheld, gone, missing, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from graph.scope import Purpose
from graph.store import CitedEdge, NodeRecord
from ontology.errors import BadInput
from reasoning.evidence import Claim
from reasoning.retrieval import DocumentRequest, DocumentsAnswer, PassageHit
from reasoning.retrieval.quotes import quote_holds

MAX_QUESTION = 500
MAX_FIRST = 20
KINDS = ("policy", "playbook", "guide")


@dataclass(frozen=True, slots=True)
class DocumentsQuestion:
    """A question in words; without ``as_of`` about the rules of today."""

    question: str
    as_of: date | None = None
    first: int = 5
    kinds: tuple[str, ...] = ()


def documents(inquiry: Inquiry, asked: DocumentsQuestion) -> Answered[DocumentsAnswer]:
    """The passages that answer, or none. Raises ``BadInput`` and ``AccessDenied``."""
    text = asked.question.strip()
    if not text or len(text) > MAX_QUESTION:
        raise BadInput("The question is empty or too long.", remedy=f"Send 1 to {MAX_QUESTION} characters.")
    if not 1 <= asked.first <= MAX_FIRST:
        raise BadInput(f"first is {asked.first}.", remedy=f"Ask for 1 to {MAX_FIRST} passages.")
    inquiry.permit(Operation.READ_DOCUMENTS, Purpose.PUBLIC)
    request = DocumentRequest(
        question=text,
        as_of=asked.as_of or inquiry.now.date(),
        audiences=audiences(inquiry),
        kinds=asked.kinds,
        first=asked.first,
        now=inquiry.now,
    )
    found = inquiry.deps.reasoning.documents(inquiry.snapshot, request)
    scope = inquiry.principal.scope(Purpose.PUBLIC)
    live = read_cited(inquiry.deps.store, scope, [edge for hit in found.hits for edge in hit.evidence], inquiry.now)
    texts = _texts(inquiry, found)
    withheld: list[Withheld] = []
    hits = [hit for hit in found.hits if _stands(hit, live, texts, withheld)]
    shown = replace(found, hits=tuple(hits), found=found.found and bool(hits))
    claims = _claims(shown)
    return answered(inquiry, Purpose.PUBLIC, shown, claims, live, withheld, asked=Asked("documents", request, found))


def _texts(inquiry: Inquiry, found: DocumentsAnswer) -> dict[str, str]:
    """The passages' texts as the store has them now."""
    ids = sorted({hit.passage.key.id for hit in found.hits})
    if not ids:
        return {}
    records = inquiry.deps.store.scan([inquiry.principal.tenant_id], nodes=("Passage",), ids=ids)
    return {one.key.id: str(one.properties.get("text") or "") for one in records if isinstance(one, NodeRecord)}


def _stands(hit: PassageHit, live: Mapping[str, CitedEdge], texts: Mapping[str, str], withheld: list[Withheld]) -> bool:
    """Whether its edges are live and its quotation stands in the text that the edge vouches for."""
    lost = missing(hit.evidence, live)
    if not lost:
        stated = str(live[hit.evidence[0].edge_id].edge.properties.get("text_hash"))
        if quote_holds(hit.quote, texts.get(hit.passage.key.id, ""), stated):
            return True
        lost = (hit.evidence[0].edge_id,)
    withheld.append(gone("passage", lost))
    return False


def _claims(found: DocumentsAnswer) -> list[Claim]:
    return [claim for hit in found.hits for claim in hit.claims]
