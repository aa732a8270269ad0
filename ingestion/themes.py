"""The feed ``themes``: reports on groups of the graph, as records. Reports that are no longer made are taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.changes import EdgeStatement, NodeStatement, Provenance, Record
from graph.keys import NodeKey, Value
from graph.store import EdgeRecord, GraphStore
from ingestion.connector import Item, Note
from ingestion.pipeline import Clock, Progress, run
from ingestion.report import RunReport
from ingestion.rules import METHOD_CONFIDENCE
from ingestion.sources import SourceDescription, confidence_on_grid

FEED = "themes"
SOURCE = SourceDescription(system="graphrag", dataset="themes", version="3.3", trust=1.0)


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A report to store. Its id is made of all it says, so the same report is the same node."""

    id: str
    name: str
    text: str
    depth: int
    parent: str | None
    members: tuple[NodeKey, ...]
    edge_ids: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class ThemesConnector:
    """New reports, and the live SUMMARISES edges of those that are no longer made."""

    rows: Sequence[ThemeRow]
    outdated: Sequence[EdgeRecord]
    tenant_id: str
    made_at: datetime

    @property
    def feed(self) -> str:
        """Name of the feed."""
        return FEED

    @property
    def source(self) -> NodeStatement:
        """Who stands behind the reports."""
        return SOURCE.statement(self.tenant_id)

    def records(self) -> Iterator[Item]:
        """One record a report; one for each report that is taken back."""
        for row in self.rows:
            yield self._record(row)
        gone: dict[NodeKey, list[EdgeRecord]] = {}
        for edge in self.outdated:
            gone.setdefault(edge.start, []).append(edge)
        for key, edges in gone.items():
            stamp = self._stamp(key.id)
            taken = (
                EdgeStatement(self.tenant_id, edge.rel_type, edge.start, edge.end, {}, stamp, retracts=True)
                for edge in edges
            )
            yield Record(f"gone:{key.id}", FEED, 0, (), tuple(taken))
        if gone:
            yield Note("reports_taken_back", len(gone))

    def _stamp(self, report: str) -> Provenance:
        confidence = confidence_on_grid(METHOD_CONFIDENCE["inferred"] * SOURCE.trust)
        return Provenance(SOURCE.id, f"{FEED}:{report}", self.made_at, "inferred", confidence=confidence)

    def _record(self, row: ThemeRow) -> Record:
        key = NodeKey("CommunityReport", self.tenant_id, row.id)
        stamp = self._stamp(row.id)
        values: dict[str, Value] = {
            "name": row.name,
            "text": row.text,
            "depth": row.depth,
            "edge_ids": list(row.edge_ids),
            "origin": row.origin,
        }
        if row.parent is not None:
            values["parent"] = row.parent
        edges = (EdgeStatement(self.tenant_id, "SUMMARISES", key, member, {}, stamp) for member in row.members)
        return Record(row.id, FEED, 0, (NodeStatement(key, values, stamp),), tuple(edges))


def ingest_themes(
    store: GraphStore, rows: Sequence[ThemeRow], tenant_id: str, *, clock: Clock, progress: Progress | None = None
) -> RunReport:
    """Store the reports. One that is stored as it is stays untouched, so building again changes nothing."""
    live = [
        record
        for record in store.scan([tenant_id], relationships=("SUMMARISES",))
        if isinstance(record, EdgeRecord) and record.properties.get("retracted_at") is None
    ]
    held = {edge.start.id for edge in live}
    wanted = {row.id for row in rows}
    new = [row for row in rows if row.id not in held]
    outdated = [edge for edge in live if edge.start.id not in wanted]
    return run(ThemesConnector(new, outdated, tenant_id, clock()), store, clock=clock, progress=progress)
