"""Builds the themes of a tenant: rows from the snapshot, communities from graphrag, reports into the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from api.themes.exchange import Clustering, communities
from graph.snapshot import Snapshot
from graph.store import GraphStore
from ingestion.pipeline import Clock
from ingestion.report import RunReport
from ingestion.themes import ThemeRow, ingest_themes
from reasoning.themes import ThemeReport, reports, theme_rows


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: rows sent, communities that came back, reports made, what was refused, the run."""

    entities: int
    relations: int
    communities: int
    reports: int
    refused: Mapping[str, int]
    run: RunReport


def build_themes(store: GraphStore, snapshot: Snapshot, clustering: Clustering, *, clock: Clock) -> Built:
    """Build and store. Raises ``MissingExtra``, ``BadInput`` or ``StoreFailure``."""
    now: datetime = clock()
    rows = theme_rows(snapshot, now)
    found = communities(rows, clustering)
    checked = reports(snapshot, rows, found)
    stored = [_row(snapshot, one) for one in checked.reports]
    run = ingest_themes(store, stored, snapshot.version.tenant_id, clock=clock)
    return Built(len(rows.entities), len(rows.relations), len(found), len(stored), checked.refused, run)


def _row(snapshot: Snapshot, report: ThemeReport) -> ThemeRow:
    return ThemeRow(
        id=report.id,
        name=report.name,
        text=report.text,
        depth=report.depth,
        parent=report.parent,
        members=tuple(snapshot.key(node) for node in report.members),
        edge_ids=report.edge_ids,
        origin=report.origin,
    )
