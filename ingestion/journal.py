"""The trace of a run in the store: an IngestRun node at its start and end. A run without an end was interrupted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import orjson

from graph.changes import ChangeSet, NodeStatement, Provenance, Record
from graph.keys import NodeKey, Value
from graph.store import GraphStore
from ingestion.connector import Connector
from ingestion.report import RunReport


@dataclass(frozen=True, slots=True)
class Journal:
    """Writes the node of one run; operational, so it is not part of the graph's content or version."""

    store: GraphStore
    connector: Connector
    started: datetime
    bulk: bool = False
    """Of a large load: then the store knows from the first note on whether the tenant was empty (graph.bulk_memory)."""

    @property
    def run_id(self) -> str:
        """The id of the run: when it started, of which feed, from which file."""
        file = str(getattr(self.connector, "file", self.connector.feed))
        return f"{self.started.isoformat()}|{self.connector.feed}|{file}"

    def write(self, report: RunReport, finished: datetime | None = None) -> None:
        """Note the run as started, or as finished with its report."""
        source = self.connector.source
        file = str(getattr(self.connector, "file", self.connector.feed))
        run_id = self.run_id
        properties: dict[str, Value] = {
            "feed": self.connector.feed,
            "source_id": source.key.id,
            "started_at": self.started,
        }
        if finished is not None:
            properties["finished_at"] = finished
            properties["report"] = orjson.dumps(report.as_dict(), option=orjson.OPT_SORT_KEYS).decode()
        stamp = Provenance(source.key.id, f"run:{run_id}", finished or self.started)
        node = NodeStatement(NodeKey("IngestRun", self.connector.tenant_id, run_id), properties, stamp)
        record = Record(f"run:{run_id}", file, 0, (node,))
        changes = ChangeSet(self.connector.tenant_id, self.connector.feed, source, (record,), bulk=self.bulk)
        self.store.apply(changes)
