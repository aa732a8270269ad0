"""The quarantine of a batch: keep what does not pass, let go what now does. Runs inside the batch's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import datetime
from typing import cast

from graph import statements as cypher
from graph.batch import Batch
from graph.changes import Record, Rejection
from graph.keys import NodeKey, digest
from graph.planning import Prepared
from graph.rows import as_datetime, node_columns
from graph.waiting import encode_record

MISSING_REFERENCE = "MISSING_REFERENCE"
EMPTY = "{}"
COMPARED = ("reason", "payload", "missing", "file", "line")
"""What tells an entry from the one already kept (graph.statements.FIND_QUARANTINE, in its order)."""


def newest(record: Record) -> datetime | None:
    """The latest observed time of anything the record states."""
    origins = [*(node.provenance for node in record.nodes), *(edge.provenance for edge in record.edges)]
    return max((origin.observed_at for origin in origins), default=None)


def settle_quarantine(
    batch: Batch, passing: Sequence[Record], waiting: Sequence[tuple[Prepared, list[NodeKey]]]
) -> None:
    """Release entries of records that passed or are declared settled; keep rejections and waiting records."""
    changes = batch.changes
    if kept := cast("int", batch.ask(cypher.COUNT_QUARANTINE)[0][0]):
        batch.applied.released += _release(batch, passing, kept)
    ordered = sorted(passing, key=lambda each: each.line) if changes.rejections else ()
    last_line = {record.key: record.line for record in ordered}
    rejections = [each for each in changes.rejections if each.line > last_line.get(each.key, -1)]
    entries = [_rejected(batch, each) for each in rejections]
    entries += [_waiting(batch, each.record, missing) for each, missing in waiting]
    batch.applied.quarantined += len(changes.rejections)
    _keep(batch, {cast("str", entry["id"]): entry for entry in entries})


def _release(batch: Batch, passing: Sequence[Record], kept: int) -> int:
    """Drop what the records settle; returns how many entries that were.

    A waiting version of the same record that is no newer than an applied one is history: nobody has to act on it,
    but what it says is applied when it can be, or the graph would depend on which version came first.
    """
    settled = frozenset(batch.changes.clears)
    found = _kept_of(batch, settled | {record.key for record in passing}, kept)
    keys = {key for _, key, _, _ in found}
    matching = [record for record in passing if record.key in keys]
    said, themselves = _moments(matching), _identities(batch, matching)
    gone, history = [], []
    for entry_id, key, code, observed_at in found:
        if key in settled or code != MISSING_REFERENCE or entry_id in themselves:
            gone.append((entry_id, key in said))
        elif _supersedes(said.get(cast("str", key)), observed_at):
            history.append(entry_id)
    if gone:
        batch.ask(cypher.DROP_QUARANTINE, ids=[entry_id for entry_id, _ in gone])
    if history:
        batch.ask(cypher.SUPERSEDE_QUARANTINE, ids=history)
    return sum(by_record for _, by_record in gone)


def _kept_of(batch: Batch, keys: Set[str], kept: int) -> list[list[object]]:
    """The entries of these records. Where fewer are kept than records asked for, all of the feed are looked through."""
    if kept > len(keys):
        return batch.ask(cypher.FIND_QUARANTINE_BY_KEY, feed=batch.changes.feed, keys=sorted(keys))
    return [row for row in batch.ask(cypher.FIND_QUARANTINE_OF_FEED, feed=batch.changes.feed) if row[1] in keys]


def _moments(passing: Iterable[Record]) -> dict[str, datetime | None]:
    """The newest moment that the passing versions of each record state."""
    said: dict[str, datetime | None] = {}
    for record in passing:
        moments = [moment for moment in (newest(record), said.get(record.key)) if moment is not None]
        said[record.key] = max(moments, default=None)
    return said


def _identities(batch: Batch, records: Iterable[Record]) -> frozenset[str]:
    """The ids of the entries under which these very records would wait."""
    return frozenset(digest(batch.changes.feed, record.key, _written(record)) for record in records)


def _written(record: Record) -> str:
    return encode_record(record) if record.payload == EMPTY else record.payload


def _keep(batch: Batch, entries: Mapping[str, Mapping[str, object]]) -> None:
    if not entries:
        return
    held = {entry_id: rest for entry_id, *rest in batch.ask(cypher.FIND_QUARANTINE, ids=sorted(entries))}
    new = [entry for entry_id, entry in sorted(entries.items()) if entry_id not in held]
    changed = [
        entry
        for entry_id, entry in sorted(entries.items())
        if entry_id in held and held[entry_id] != [entry.get(name) for name in COMPARED]
    ]
    columns = node_columns("QuarantinedRecord")
    batch.put(cypher.create_nodes("QuarantinedRecord"), columns, new)
    batch.put(cypher.update_nodes("QuarantinedRecord"), columns, changed)


def _entry(batch: Batch, key: str, file: str, line: int, *identity: str) -> dict[str, object]:
    return {
        **batch.stamp(),
        "id": digest(batch.changes.feed, key, *identity),
        "source_id": batch.changes.source.key.id,
        "feed": batch.changes.feed,
        "file": file,
        "line": line,
        "record_key": key,
    }


def _rejected(batch: Batch, rejection: Rejection) -> dict[str, object]:
    return {
        **_entry(batch, rejection.key, rejection.file, rejection.line),
        "field": rejection.field,
        "code": rejection.code,
        "reason": rejection.reason,
        "remedy": rejection.remedy,
        "payload": rejection.payload,
        "missing": [],
    }


def _waiting(batch: Batch, record: Record, missing: Sequence[NodeKey]) -> dict[str, object]:
    payload = _written(record)
    first = missing[0]
    more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
    return {
        **_entry(batch, record.key, record.file, record.line, payload),
        "observed_at": newest(record),
        "code": MISSING_REFERENCE,
        "reason": f"Refers to {first.label} {first.id[:200]}{more}, not in the graph.",
        "remedy": "Load what it refers to, or correct the id; the record is tried again after every later run.",
        "payload": payload,
        "missing": [str(key) for key in missing],
    }


def _supersedes(applied: datetime | None, waiting_since: object) -> bool:
    return applied is not None and (waiting_since is None or applied >= as_datetime(cast("str", waiting_since)))
