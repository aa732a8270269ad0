"""Answers that a change since has touched: found by the change log, confirmed against the edges themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.authorization import Operation, Relation, decide
from api.inquiry import Inquiry, denied
from api.readback import CHUNK
from api.recording.cited_index import Touched, Watched
from api.recording.records import AnswerRecord, RecordedEdge, node_mark
from api.recording.soundness import AlteredRecord, sound_record
from api.use_cases.recorded_answers import book_of, system_scope
from graph.answer_entries import EntryKind
from graph.scope import Purpose
from graph.store import CitedEdge
from ontology.errors import BadInput
from ontology.model import REFERENCE_TENANT
from reasoning.citing import caption_text
from reasoning.readback import read_edge, same

MAX_FIRST = 100
MAX_EXAMINED = 500
"""Answers whose edges are read in one call; the rest waits for the next, which goes on from there."""


@dataclass(frozen=True, slots=True)
class ChangedEdge:
    """A cited edge that is otherwise now: gone, or with other values of these names. Values are not told."""

    edge_id: str
    rel_type: str
    gone: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaleAnswer:
    """A recorded answer some of whose edges are otherwise now, and the claims that rest on them."""

    answer_id: str
    operation: str
    given_at: datetime
    tenant_version: int
    reference_version: int
    edges: tuple[ChangedEdge, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaleAnswers:
    """What was found, newest first; ``complete`` is False when more candidates are left than were examined.

    ``altered`` are the examined ones whose record is not as it was written: nothing is told from them.
    """

    answers: tuple[StaleAnswer, ...]
    watched: int
    candidates: int
    examined: int
    complete: bool
    altered: tuple[AlteredRecord, ...] = ()


def stale_answers(inquiry: Inquiry, first: int = 20) -> StaleAnswers:
    """The recent answers that no longer agree with the graph. Raises ``AccessDenied`` and ``BadInput``.

    An answer that turns out to agree is not looked at again until something that it cites changes once more.
    """
    if not 1 <= first <= MAX_FIRST:
        raise BadInput(f"first is {first}.", remedy=f"Ask for 1 to {MAX_FIRST}.")
    permit_listing(inquiry)
    book = book_of(inquiry)
    book.flush()
    tenant_id = inquiry.principal.tenant_id
    heads = inquiry.deps.store.head((tenant_id, REFERENCE_TENANT))
    watched = book.index.answers(tenant_id)
    own = _touched(inquiry, tenant_id, min((one.tenant_version for one in watched), default=heads[tenant_id]))
    oldest = min((one.reference_version for one in watched), default=heads[REFERENCE_TENANT])
    reference = _touched(inquiry, REFERENCE_TENANT, oldest)
    candidates = book.index.candidates(tenant_id, own, reference)
    found: list[StaleAnswer] = []
    altered: list[AlteredRecord] = []
    examined = 0
    for one in candidates[:MAX_EXAMINED]:
        if len(found) == first:
            break
        examined += 1
        stale = _examined(inquiry, one)
        if isinstance(stale, AlteredRecord):
            altered.append(stale)
        elif stale is not None:
            found.append(stale)
        else:
            book.index.agrees(one, heads[tenant_id], heads[REFERENCE_TENANT])
    complete = examined == len(candidates)
    return StaleAnswers(tuple(found), len(watched), len(candidates), examined, complete, tuple(altered))


def permit_listing(inquiry: Inquiry) -> None:
    """Raise ``AccessDenied`` unless the caller may list what was answered and from what."""
    purposes = (Purpose.ANALYTICS, Purpose.GOVERNANCE)
    if not any(decide(inquiry.principal, Operation.LIST_ANSWERS, Relation.NOBODY, one).allowed for one in purposes):
        raise denied()


def _touched(inquiry: Inquiry, tenant_id: str, since: int) -> Touched:
    changes = sorted(inquiry.deps.store.changes(tenant_id, since), key=lambda change: change.version)
    named = [
        (
            change.version,
            [*(edge_id for _, edge_id in change.edge_keys), *(node_mark(key) for key in change.node_keys)],
        )
        for change in changes
    ]
    bulk = max((change.version for change in changes if change.kind == "bulk"), default=0)
    return Touched.of(named, bulk)


def _examined(inquiry: Inquiry, one: Watched) -> StaleAnswer | AlteredRecord | None:
    """The answer's edges against the store; None when all are as they were (or it is no longer kept)."""
    book, tenant_id = book_of(inquiry), inquiry.principal.tenant_id
    entries = book.log.find(tenant_id, one.answer_id)
    record = sound_record(tenant_id, book.seal, entries)
    if record is None or isinstance(record, AlteredRecord):
        return record
    answer = next(each for each in entries if each.entry.kind is EntryKind.ANSWER)
    changed = changed_edges(inquiry, record)
    if not changed:
        return None
    ids = {edge.edge_id for edge in changed}
    claims = tuple(claim.id for claim in record.claims if ids & set(claim.edges))
    entry = answer.entry
    versions = entry.tenant_version, entry.reference_version
    return StaleAnswer(entry.answer_id, entry.operation, entry.given_at, *versions, changed, claims)


def changed_edges(inquiry: Inquiry, record: AnswerRecord) -> tuple[ChangedEdge, ...]:
    """The edges of a record that are otherwise now, read by the service itself whoever may see them."""
    ids, live = list(record.edges), dict[str, CitedEdge]()
    scope = system_scope(inquiry)
    for start in range(0, len(ids), CHUNK):
        page = ids[start : start + CHUNK]
        types = sorted({record.edges[edge_id].type for edge_id in page})
        live |= inquiry.deps.store.edges(scope, page, types)
    compared = (_compared(edge_id, then, live.get(edge_id)) for edge_id, then in record.edges.items())
    return tuple(one for one in compared if one is not None)


def _compared(edge_id: str, then: RecordedEdge, now: CitedEdge | None) -> ChangedEdge | None:
    if now is None:
        return ChangedEdge(edge_id, then.type, True, ())
    read = read_edge(now)
    names = [name for name, value in then.properties.items() if not same(value, read.properties.get(name))]
    if then.start[1] != caption_text(now.start_caption):
        names.append("from")
    if then.end[1] != caption_text(now.end_caption):
        names.append("to")
    if not then.properties and then.payload_hash != str(now.edge.properties.get("payload_hash", "")):
        names.append("payload")
    return ChangedEdge(edge_id, then.type, False, tuple(names)) if names else None
