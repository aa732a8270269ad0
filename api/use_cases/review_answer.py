"""Review: a reviewer approves or rejects an answer that waits, with a reason; never one of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.authorization import Operation, Relation, decide
from api.inquiry import Inquiry, denied
from api.recording.questions import person_token
from api.recording.records import AnswerRecord, asker_token, read_record, reviewed_entry
from api.recording.soundness import AlteredRecord, altered
from api.reviewing.states import STATES, ReviewDecision, ReviewState
from api.use_cases.recorded_answers import book_of, opened
from graph.answer_entries import EntryKind
from graph.scope import Purpose
from ontology.errors import AccessDenied, BadInput

MAX_REASON = 1000
LOOKED_AT = 500
"""Entries at the end of the log among which waiting answers are looked for."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What was decided."""

    answer_id: str
    state: ReviewState
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WaitingAnswer:
    """An answer that waits for a reviewer, and the rules for which it does."""

    answer_id: str
    operation: str
    given_at: datetime
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WaitingAnswers:
    """What waits, newest first, and the entries looked at whose record is not as it was written."""

    answers: tuple[WaitingAnswer, ...]
    altered: tuple[AlteredRecord, ...] = ()


def review_answer(inquiry: Inquiry, answer_id: str, decision: ReviewDecision, reason: str) -> Reviewed:
    """Record the decision; it counts for every answer that says the same to the same question about the same person.

    Raises ``AccessDenied`` (no reviewer, or one's own answer), ``UnknownNode``, ``BadInput`` and ``NotRecorded``.
    """
    _permit(inquiry)
    if not 0 < len(reason.strip()) <= MAX_REASON:
        raise BadInput("A decision needs a reason.", remedy=f"Say why, in 1 to {MAX_REASON} characters.")
    found = opened(inquiry, answer_id)
    book, entry = book_of(inquiry), found.sealed.entry
    reviewer = asker_token(book.seal, inquiry.principal)
    if entry.asker == reviewer or entry.subject in _own(inquiry):
        raise AccessDenied(
            "Nobody reviews an answer that they asked for or that is about them.", remedy="Ask another reviewer."
        )
    if not found.record.review or not found.record.fingerprint:
        raise BadInput("The answer waits for no review.", remedy="List those that do with `answersToReview`.")
    decided = (book.new_id(), inquiry.asked_at, decision, reason.strip())
    book.append(inquiry.principal.tenant_id, reviewed_entry(entry, found.record, decided, reviewer))
    return Reviewed(answer_id, STATES[decision], found.record.review)


def answers_to_review(inquiry: Inquiry) -> WaitingAnswers:
    """Recent answers that wait, newest first, one of those that say the same. Raises ``AccessDenied``."""
    _permit(inquiry)
    book, tenant_id = book_of(inquiry), inquiry.principal.tenant_id
    book.flush()
    since = max(book.log.end(tenant_id).sequence - LOOKED_AT, 0)
    found: dict[str, WaitingAnswer] = {}
    faults: list[AlteredRecord] = []
    for sealed in book.log.after(tenant_id, since, LOOKED_AT):
        fault = altered(tenant_id, book.seal, sealed)
        if fault is not None:
            faults.append(fault)
            continue
        entry = sealed.entry
        record = read_record(entry.payload) if entry.kind is EntryKind.ANSWER else None
        if record is not None and _waits(inquiry, record):
            waiting = WaitingAnswer(entry.answer_id, entry.operation, entry.given_at, record.review)
            found.pop(record.fingerprint, None)
            found[record.fingerprint] = waiting
    return WaitingAnswers(tuple(reversed(found.values())), tuple(faults))


def _waits(inquiry: Inquiry, record: AnswerRecord) -> bool:
    if not record.review or not record.fingerprint:
        return False
    return book_of(inquiry).index.decision(inquiry.principal.tenant_id, record.fingerprint) is None


def _permit(inquiry: Inquiry) -> None:
    if not decide(inquiry.principal, Operation.REVIEW_ANSWER, Relation.NOBODY, Purpose.GOVERNANCE).allowed:
        raise denied()


def _own(inquiry: Inquiry) -> set[str]:
    return {person_token(book_of(inquiry).seal, own) for own in inquiry.caller_keys}
