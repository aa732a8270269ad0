"""The sample company's library as a snapshot, without a store, and the questions to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from graph.changes import Record
from graph.keys import NodeKey, Value
from graph.snapshot import Snapshot, SnapshotBuilder, SnapshotVersion
from graph.store import EdgeRecord, NodeRecord
from ingestion.documents.connector import DocumentsConnector
from ingestion.documents.mentions import Phrases
from ingestion.documents.privacy import Redaction
from ingestion.documents.records import Known, Origin
from ingestion.sample.documents import write_library
from ingestion.sample.feeds import SOURCE
from ingestion.sample.identity import TENANT

QUESTIONS = Path(__file__).with_name("questions.yaml")
TODAY = date(2026, 10, 1)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the passages that answer it (none: nothing does), the day and the role it is asked in."""

    ask: str
    gold: frozenset[str]
    as_of: date
    audience: str


def questions(path: Path = QUESTIONS) -> list[Question]:
    """All questions, the answerable ones first; those to the sample's library, or of a file in the same form."""
    raw = yaml.safe_load(path.read_text("utf-8"))
    return [
        Question(row["ask"], frozenset(row.get("gold", ())), row.get("as_of", TODAY), row.get("as", "employee"))
        for name in ("answerable", "unanswerable")
        for row in raw[name]
    ]


def library_snapshot(path: Path | None = None) -> Snapshot:
    """The sample's library, or the documents under a path, read from files as a snapshot of one company."""
    version = SnapshotVersion(TENANT, 1, 0, datetime(2026, 10, 1, tzinfo=UTC))
    if path is not None:
        return SnapshotBuilder(version).add(stored(_records(path))).build()
    with TemporaryDirectory(prefix="cairn-library-") as folder:
        write_library(Path(folder))
        return SnapshotBuilder(version).add(stored(_records(Path(folder)))).build()


def _records(path: Path) -> list[Record]:
    known = Known(Phrases[NodeKey].of(()), Redaction.of(()))
    connector = DocumentsConnector(path, Origin(TENANT, "documents", SOURCE, known), {})
    return [item for item in connector.records() if isinstance(item, Record)]


def stored(records: list[Record]) -> Iterator[NodeRecord | EdgeRecord]:
    """What a store would hold of the records, in the order in which a snapshot takes it."""
    yield from (NodeRecord(node.key, node.properties) for record in records for node in record.nodes)
    for record in records:
        for edge in record.edges:
            block: dict[str, Value] = {
                "edge_id": edge.edge_id,
                "tenant_id": edge.tenant_id,
                "confidence": edge.provenance.confidence,
            }
            properties = {**edge.properties, **block, "valid_from": edge.valid_from, "valid_to": edge.valid_to}
            yield EdgeRecord(edge.edge_id, edge.rel_type, edge.start, edge.end, properties)
