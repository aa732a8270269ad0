"""The log of given answers: a chain of entries per tenant, appended in one transaction each, kept in the graph store.

The log is operational: no part of the graph's content, its version or its hash. It is written beside the change sets
because it must never wait for them, and they never for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Protocol, TypeVar, cast, runtime_checkable

from graph import statements as cypher
from graph.answer_entries import AnswerEntry, EntryKind, Seal, SealedEntry, packed_payload, read_payload
from graph.rows import Table, answer_columns, as_datetime, typed
from graph.statements import Statement
from ontology.model import ONTOLOGY_VERSION

T = TypeVar("T")
LABEL = "AnswerEntry"
PAGE = 500
"""Entries read or deleted in one go."""


@dataclass(frozen=True, slots=True)
class LogEnd:
    """The last entry (number and hash) and the last one that retention deleted; zero and empty where there is none."""

    sequence: int = 0
    entry_hash: str = ""
    anchor_sequence: int = 0
    anchor_hash: str = ""


class AnswerLog(Protocol):
    """Keeps entries. All failures are ``ontology.errors.StoreFailure`` leaves."""

    def append(self, tenant_id: str, entries: Sequence[AnswerEntry], now: datetime) -> list[SealedEntry]:
        """Seal the entries and write them in one transaction, or none of them."""
        ...

    def find(self, tenant_id: str, answer_id: str) -> list[SealedEntry]:
        """All entries of an answer in order; empty for one that is not recorded."""
        ...

    def after(self, tenant_id: str, sequence: int, limit: int = PAGE, *, lean: bool = False) -> list[SealedEntry]:
        """The next entries after a number, in order. ``lean`` ones come without their payload."""
        ...

    def end(self, tenant_id: str) -> LogEnd:
        """Where the chain ends and begins."""
        ...

    def drop_before(self, tenant_id: str, moment: datetime) -> int:
        """Delete the oldest entries up to the first that is younger; returns how many. The chain then begins there."""
        ...


Run = Callable[[Statement, Mapping[str, object]], list[list[object]]]


@runtime_checkable
class Transactions(Protocol):
    """What the log needs of a store: work in one transaction, tried again where the server asks for it."""

    def transact(self, work: Callable[[Run], T], *, writes: bool) -> T:
        """Run the work in one managed transaction."""
        ...


class StoredAnswerLog:
    """An ``AnswerLog`` in the graph store."""

    def __init__(self, store: Transactions, seal: Seal) -> None:
        self._store = store
        self._seal = seal

    def append(self, tenant_id: str, entries: Sequence[AnswerEntry], now: datetime) -> list[SealedEntry]:
        """Seal the entries and write them in one transaction, or none of them; those that are there already stay."""

        def work(run: Run) -> list[SealedEntry]:
            end = _end(run(cypher.LOCK_ANSWER_LOG, {"tenant": tenant_id}))
            sealed, sequence, before = [], end.sequence, end.entry_hash
            # A transaction whose end was lost may be repeated after all: what is there is not written twice.
            there = {row[0] for row in run(cypher.find_nodes(LABEL), {"tenant": tenant_id, "ids": ids})}
            for entry in entries:
                if entry.id in there:
                    continue
                sequence += 1
                sealed.append(self._seal.seal(tenant_id, entry, sequence, before))
                before = sealed[-1].entry_hash
            table, columns = Table(), answer_columns()
            rows = [table.row(columns, _properties(tenant_id, each, now)) for each in sealed]
            run(cypher.create_nodes(LABEL), {"tenant": tenant_id, "rows": rows, "table": table.values})
            run(cypher.MOVE_ANSWER_LOG, {"tenant": tenant_id, "sequence": sequence, "hash": before, "now": now})
            return sealed

        ids = [entry.id for entry in entries]
        return self._store.transact(work, writes=True) if entries else []

    def find(self, tenant_id: str, answer_id: str) -> list[SealedEntry]:
        """All entries of an answer in order; empty for one that is not recorded."""
        rows = self._read(cypher.FIND_ANSWER, {"tenant": tenant_id, "answer": answer_id})
        return [_entry(row) for row in rows]

    def after(self, tenant_id: str, sequence: int, limit: int = PAGE, *, lean: bool = False) -> list[SealedEntry]:
        """The next entries after a number, in order. ``lean`` ones come without their payload."""
        statement = cypher.ANSWERS_AFTER_LEAN if lean else cypher.ANSWERS_AFTER
        rows = self._read(statement, {"tenant": tenant_id, "since": sequence, "limit": limit})
        return [_entry(row, lean=lean) for row in rows]

    def end(self, tenant_id: str) -> LogEnd:
        """Where the chain ends and begins."""
        return _end(self._read(cypher.ANSWER_LOG_END, {"tenant": tenant_id}))

    def drop_before(self, tenant_id: str, moment: datetime) -> int:
        """Delete the oldest entries up to the first that is younger; page by page, each with its new beginning."""
        dropped = 0
        while True:
            end = self.end(tenant_id)
            page = self.after(tenant_id, end.anchor_sequence, lean=True)
            fresh = next((at for at, each in enumerate(page) if each.entry.given_at >= moment), len(page))
            if fresh:
                self._drop(tenant_id, page[fresh - 1])
                dropped += fresh
            if fresh < len(page) or not page:
                return dropped

    def _drop(self, tenant_id: str, last: SealedEntry) -> None:
        given = {"tenant": tenant_id, "sequence": last.sequence, "hash": last.entry_hash}

        def work(run: Run) -> None:
            run(cypher.LOCK_ANSWER_LOG, {"tenant": tenant_id})
            run(cypher.DROP_ANSWERS, given)
            run(cypher.ANCHOR_ANSWER_LOG, given)

        self._store.transact(work, writes=True)

    def _read(self, statement: Statement, given: Mapping[str, object]) -> list[list[object]]:
        return self._store.transact(lambda run: run(statement, given), writes=False)


def _end(rows: Sequence[Sequence[object]]) -> LogEnd:
    if not rows:
        return LogEnd()
    sequence, entry_hash, anchor, anchor_hash = rows[0]
    return LogEnd(cast("int", sequence or 0), str(entry_hash or ""), cast("int", anchor or 0), str(anchor_hash or ""))


def _properties(tenant_id: str, sealed: SealedEntry, now: datetime) -> dict[str, object]:
    entry = sealed.entry
    return {
        **{field.name: getattr(entry, field.name) for field in fields(entry)},
        "kind": entry.kind.value,
        "payload": packed_payload(entry.payload),
        "tenant_id": tenant_id,
        "sequence": sealed.sequence,
        "previous_hash": sealed.previous_hash,
        "entry_hash": sealed.entry_hash,
        "key_id": sealed.key_id,
        "recorded_at": now,
        "ontology_version": ONTOLOGY_VERSION,
    }


def _entry(row: Sequence[object], *, lean: bool = False) -> SealedEntry:
    """A stored entry. What was altered behind our back must still be readable, for the audit to name it."""
    columns = answer_columns(lean=lean)
    stored = {column.name: value for column, value in zip(columns, row, strict=True) if value is not None}
    kinds = {kind.value: kind for kind in EntryKind}
    entry = AnswerEntry(
        id=str(stored.get("id", "")),
        kind=kinds.get(str(stored.get("kind")), EntryKind.GAP),
        answer_id=str(stored.get("answer_id", "")),
        operation=str(stored.get("operation", "")),
        given_at=_moment(stored.get("given_at")),
        asker=str(stored.get("asker", "")),
        subject=str(stored.get("subject", "")),
        tenant_version=_whole(stored.get("tenant_version")),
        reference_version=_whole(stored.get("reference_version")),
        cited=str(stored.get("cited", "")),
        payload=_payload(str(stored.get("payload", ""))),
    )
    return SealedEntry(
        entry,
        _whole(stored.get("sequence")),
        str(stored.get("previous_hash", "")),
        str(stored.get("entry_hash", "")),
        str(stored.get("key_id", "")),
    )


def _moment(stored: object) -> datetime:
    """What is no moment any more becomes the first one: then the hash of the entry does not come out."""
    try:
        found = typed(stored, "datetime")
    except ValueError:
        found = None
    return found if isinstance(found, datetime) and found.tzinfo is not None else as_datetime("1970-01-01T00:00:00Z")


def _whole(stored: object) -> int:
    return stored if isinstance(stored, int) else 0


def _payload(stored: str) -> str:
    try:
        return read_payload(stored)
    except ValueError:
        return stored
