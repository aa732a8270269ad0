"""A recorded answer as a caller may look at it: found, allowed, and what of its evidence they may see now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.authorization import Operation, Relation, decide
from api.inquiry import Inquiry
from api.naming import Naming
from api.readback import CHUNK
from api.recording.book import AnswerBook
from api.recording.questions import person_token
from api.recording.records import AnswerRecord, RecordedClaim, RecordedEdge, asker_token, read_record
from api.recording.soundness import refuse_altered
from api.use_cases.edges import edges
from graph.answer_entries import EntryKind, SealedEntry
from graph.keys import NodeKey
from graph.scope import CallerRole, Purpose, Scope, Viewer
from graph.store import CitedEdge
from ontology.errors import BadInput, UnknownNode

MAX_ID = 100


@dataclass(frozen=True, slots=True)
class Opened:
    """A record with everything of its chain entry, and the purpose under which the caller looks at it."""

    sealed: SealedEntry
    record: AnswerRecord
    purpose: Purpose
    later: tuple[SealedEntry, ...]

    @property
    def answer_id(self) -> str:
        """Id of the answer."""
        return self.sealed.entry.answer_id


def book_of(inquiry: Inquiry) -> AnswerBook:
    """The book of answers; raises ``BadInput`` where nothing is recorded."""
    if inquiry.deps.answers is None:
        raise BadInput("Answers are not recorded here.", remedy="Ask the operator to set CAIRN_ANSWER_LOG.")
    return inquiry.deps.answers


def opened(inquiry: Inquiry, answer_id: str) -> Opened:
    """The answer's record. Not there and not for this caller look the same: ``UnknownNode``."""
    book = book_of(inquiry)
    found = book.find(inquiry.principal.tenant_id, answer_id) if 0 < len(answer_id) <= MAX_ID else []
    answer = next((each for each in found if each.entry.kind is EntryKind.ANSWER), None)
    if answer is not None:
        refuse_altered(inquiry.principal.tenant_id, book.seal, found)
        record = read_record(answer.entry.payload)
        purpose = _purpose(inquiry, book, answer, Purpose(record.purpose))
        # Who is here only as a reviewer sees what waits for one, and nothing else.
        only_reviews = purpose is Purpose.GOVERNANCE and CallerRole.AUDITOR not in inquiry.principal.roles
        if purpose is not None and (record.review or not only_reviews):
            return Opened(answer, record, purpose, tuple(each for each in found if each is not answer))
    raise UnknownNode(
        "No such answer is recorded, or it is not for you.",
        remedy="Check the id; answers are kept for a limited time and belong to who asked and whom they are about.",
    )


def _purpose(inquiry: Inquiry, book: AnswerBook, answer: SealedEntry, asked_for: Purpose) -> Purpose | None:
    entry, principal = answer.entry, inquiry.principal
    relations = set[Relation]()
    if entry.asker == asker_token(book.seal, principal):
        relations.add(Relation.ASKER)
    if entry.subject and entry.subject in {person_token(book.seal, own) for own in inquiry.caller_keys}:
        relations.add(Relation.SELF)
    relations.add(Relation.OTHER if entry.subject else Relation.NOBODY)
    for purpose in (asked_for, Purpose.GOVERNANCE):
        if decide(principal, Operation.READ_ANSWER, relations, purpose).allowed:
            return purpose
    return None


class Sight:
    """What of an answer's evidence is there now, what the caller may see of it, and how people are called."""

    def __init__(self, inquiry: Inquiry, found: Opened) -> None:
        ids = list(found.record.edges)
        self._inquiry, self._record = inquiry, found.record
        self.visible = _visible(inquiry, found.purpose, ids)
        hidden = [edge_id for edge_id in ids if edge_id not in self.visible]
        self.existing = _existing(inquiry, hidden, {found.record.edges[edge_id].type for edge_id in hidden})
        self._naming = Naming(inquiry, found.purpose)
        ends = ((key, caption) for cited in self.visible.values() for key, caption in _ends(cited))
        self._people = {caption: key for key, caption in ends if key.label == "Person"}
        if inquiry.caller_index is not None:
            self._people[inquiry.snapshot.caption(inquiry.caller_index)] = inquiry.snapshot.key(inquiry.caller_index)

    def names(self, text: str) -> str:
        """The text with the names of people for their pseudonyms, where the caller may see them."""
        return self._naming.restore(text, ((key, caption) for caption, key in self._people.items()))

    def may_hear(self, claim: RecordedClaim) -> bool:
        """Whether the caller may still hear of everybody the claim speaks of."""
        captions = (end for edge_id in claim.edges for end in _recorded_ends(self._record.edges.get(edge_id)))
        return all(label != "Person" or caption in self._people for label, caption in captions)


def _visible(inquiry: Inquiry, purpose: Purpose, ids: list[str]) -> dict[str, CitedEdge]:
    found: dict[str, CitedEdge] = {}
    for start in range(0, len(ids), CHUNK):
        page = ids[start : start + CHUNK]
        views = edges(inquiry, page, purpose, cited=True)
        found |= {edge_id: view.cited for edge_id, view in zip(page, views, strict=True) if view is not None}
    # The catalogue is open to everybody, under a purpose of its own.
    left = [edge_id for edge_id in ids if edge_id not in found]
    for start in range(0, len(left), CHUNK):
        page = left[start : start + CHUNK]
        views = edges(inquiry, page, Purpose.PUBLIC)
        found |= {edge_id: view.cited for edge_id, view in zip(page, views, strict=True) if view is not None}
    return found


def _existing(inquiry: Inquiry, ids: list[str], types: Iterable[str]) -> frozenset[str]:
    """Which of the edges there are at all, whoever may see them: read for governance by the service itself."""
    scope = system_scope(inquiry)
    found: set[str] = set()
    for start in range(0, len(ids), CHUNK):
        found |= inquiry.deps.store.edges(scope, ids[start : start + CHUNK], sorted(types)).keys()
    return frozenset(found)


def system_scope(inquiry: Inquiry) -> Scope:
    """The scope of the service itself: it tells whether something is there, and never shows it."""
    viewer = Viewer("answer log", frozenset({CallerRole.SERVICE}))
    return Scope(inquiry.principal.tenant_id, Purpose.GOVERNANCE, viewer)


def _ends(cited: CitedEdge) -> tuple[tuple[NodeKey, str], tuple[NodeKey, str]]:
    return (cited.edge.start, cited.start_caption), (cited.edge.end, cited.end_caption)


def _recorded_ends(edge: RecordedEdge | None) -> tuple[tuple[str, str], ...]:
    return () if edge is None else (edge.start, edge.end)
