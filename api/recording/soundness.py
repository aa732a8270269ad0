"""Whether a recorded entry is the one that was written: its own hash is recomputed before anything it says is used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from api.recording.records import AnswerRecord, read_explained, read_record
from graph.answer_chain import ChainCode
from graph.answer_entries import EntryKind, Seal, SealedEntry
from ontology.errors import RecordUnreadable

UNREADABLE = "UNREADABLE"


@dataclass(frozen=True, slots=True)
class AlteredRecord:
    """An entry of the log that nothing is told from: which, and why."""

    answer_id: str
    sequence: int
    code: str
    given_at: datetime


def altered(tenant_id: str, seal: Seal, sealed: SealedEntry) -> AlteredRecord | None:
    """The entry as one that is not sound; None when it is as it was written and can be read."""
    code = _code(tenant_id, seal, sealed)
    entry = sealed.entry
    return None if code is None else AlteredRecord(entry.answer_id, sealed.sequence, code, entry.given_at)


def _code(tenant_id: str, seal: Seal, sealed: SealedEntry) -> str | None:
    if sealed.key_id != seal.key_id:
        return ChainCode.OTHER_KEY.value
    if sealed.entry_hash != seal.hash_of(tenant_id, sealed.entry, sealed.sequence, sealed.previous_hash):
        return ChainCode.ENTRY_ALTERED.value
    try:
        match sealed.entry.kind:
            case EntryKind.ANSWER:
                read_record(sealed.entry.payload)
            case EntryKind.EXPLANATION:
                read_explained(sealed.entry.payload)
    except RecordUnreadable:
        return UNREADABLE
    return None


def sound_record(tenant_id: str, seal: Seal, entries: Iterable[SealedEntry]) -> AnswerRecord | AlteredRecord | None:
    """The record of an answer out of its entries, or the first of them that is not sound; None without an answer."""
    found: AnswerRecord | None = None
    for each in entries:
        fault = altered(tenant_id, seal, each)
        if fault is not None:
            return fault
        if each.entry.kind is EntryKind.ANSWER and found is None:
            found = read_record(each.entry.payload)
    return found


def refuse_altered(tenant_id: str, seal: Seal, entries: Iterable[SealedEntry]) -> None:
    """Raise ``RecordUnreadable`` where one of an answer's entries is not as it was written."""
    fault = next((each for each in (altered(tenant_id, seal, one) for one in entries) if each is not None), None)
    if fault is not None:
        raise RecordUnreadable(
            f"The stored record of the answer is not the one that was written ({fault.code}).",
            remedy="Run `cairn audit answers`: it names every entry that was altered.",
        )
