"""The quarantine of a batch: keep what does not pass, let go what now does. Runs inside the batch's transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from graph import statements as cypher
from graph.changes import Applied, ChangeSet, Record, Rejection
from graph.keys import NodeKey, digest
from graph.planning import Prepared
from graph.rows import Table, as_datetime, node_columns
from graph.waiting import encode_record
from ontology.model import ONTOLOGY_VERSION

MISSING_REFERENCE = "MISSING_REFERENCE"
EMPTY = "{}"


def newest(record: Record) -> datetime | None:
    """The latest observed time of anything the record states."""
    origins = [*(node.provenance for node in record.nodes), *(edge.provenance for edge in record.edges)]
    return max((origin.observed_at for origin in origins), default=None)


@dataclass(frozen=True, slots=True)
class Quarantine:
    """What one change set puts into and takes out of the quarantine."""

    run: Callable[..., list[list[object]]]
    changes: ChangeSet
    now: datetime

    def settle(
        self,
        passing: Sequence[Record],
        waiting: Sequence[tuple[Prepared, list[NodeKey]]],
        applied: Applied,
    ) -> None:
        """Release entries of records that passed or are declared settled; keep rejections and waiting records."""
        if cast("int", self.run(cypher.COUNT_QUARANTINE)[0][0]):
            applied.released += self._release(passing)
        last_line = {record.key: record.line for record in sorted(passing, key=lambda each: each.line)}
        rejections = [each for each in self.changes.rejections if each.line > last_line.get(each.key, -1)]
        entries = [self._rejected(each) for each in rejections]
        entries += [self._waiting(each.record, missing) for each, missing in waiting]
        applied.quarantined += len(self.changes.rejections)
        self._keep({cast("str", entry["id"]): entry for entry in entries})

    def _release(self, passing: Iterable[Record]) -> int:
        said = {record.key: newest(record) for record in passing}
        settled = frozenset(self.changes.clears)
        rows = self.run(cypher.FIND_QUARANTINE_BY_KEY, feed=self.changes.feed, keys=sorted(settled | said.keys()))
        gone = [
            (entry_id, key in said)
            for entry_id, key, code, observed_at in rows
            if key in settled or code != MISSING_REFERENCE or _supersedes(said.get(cast("str", key)), observed_at)
        ]
        if gone:
            self.run(cypher.DROP_QUARANTINE, ids=[entry_id for entry_id, _ in gone])
        return sum(by_record for _, by_record in gone)

    def _keep(self, entries: Mapping[str, Mapping[str, object]]) -> None:
        if not entries:
            return
        held = {entry_id: rest for entry_id, *rest in self.run(cypher.FIND_QUARANTINE, ids=sorted(entries))}
        compared = ("reason", "payload", "missing", "file", "line")
        new, changed = [], []
        for entry_id, entry in sorted(entries.items()):
            if entry_id not in held:
                new.append(entry)
            elif held[entry_id] != [entry.get(name) for name in compared]:
                changed.append(entry)
        columns = node_columns("QuarantinedRecord")
        for statement, group in (
            (cypher.create_nodes("QuarantinedRecord"), new),
            (cypher.update_nodes("QuarantinedRecord"), changed),
        ):
            if group:
                table = Table()
                self.run(statement, rows=[table.row(columns, entry) for entry in group], table=table.values)

    def _entry(self, key: str, file: str, line: int, *identity: str) -> dict[str, object]:
        return {
            "tenant_id": self.changes.tenant_id,
            "id": digest(self.changes.feed, key, *identity),
            "source_id": self.changes.source.key.id,
            "recorded_at": self.now,
            "ontology_version": ONTOLOGY_VERSION,
            "feed": self.changes.feed,
            "file": file,
            "line": line,
            "record_key": key,
        }

    def _rejected(self, rejection: Rejection) -> dict[str, object]:
        return {
            **self._entry(rejection.key, rejection.file, rejection.line),
            "field": rejection.field,
            "code": rejection.code,
            "reason": rejection.reason,
            "remedy": rejection.remedy,
            "payload": rejection.payload,
            "missing": [],
        }

    def _waiting(self, record: Record, missing: Sequence[NodeKey]) -> dict[str, object]:
        payload = encode_record(record) if record.payload == EMPTY else record.payload
        first = missing[0]
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        return {
            **self._entry(record.key, record.file, record.line, payload),
            "observed_at": newest(record),
            "code": MISSING_REFERENCE,
            "reason": f"Refers to {first.label} {first.id[:200]}{more}, not in the graph.",
            "remedy": "Load what it refers to, or correct the id; the record is tried again after every later run.",
            "payload": payload,
            "missing": [str(key) for key in missing],
        }


def _supersedes(applied: datetime | None, waiting_since: object) -> bool:
    return applied is not None and (waiting_since is None or applied >= as_datetime(cast("str", waiting_since)))
