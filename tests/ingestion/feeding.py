"""How the tests of this package load feeds: a fixed clock, one tenant, files written on the spot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from graph.scope import CallerRole, Purpose, Scope, Viewer
from graph.store import GraphStore
from ingestion.hr import ingest_feed, ingest_rows
from ingestion.quarantine import Quarantined, quarantine
from ingestion.report import RunReport

TENANT = "acme"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def clock() -> datetime:
    return NOW


def at(year: int, month: int = 1, day: int = 1) -> datetime:
    return datetime(year, month, day, tzinfo=UTC)


def load(
    store: GraphStore,
    feed: str,
    rows: Sequence[Mapping[str, object]],
    *,
    tenant: str = TENANT,
    observed_at: datetime | None = NOW,
    batch_size: int = 100,
) -> RunReport:
    """Load rows given as data."""
    return ingest_rows(
        store, feed, rows, tenant, file=f"{feed}.jsonl", clock=clock, observed_at=observed_at, batch_size=batch_size
    )


def load_text(
    store: GraphStore,
    feed: str,
    text: str | bytes,
    folder: Path,
    *,
    name: str | None = None,
    observed_at: datetime | None = NOW,
) -> RunReport:
    """Load a file with this content."""
    path = folder / (name or f"{feed}.csv")
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return ingest_feed(store, feed, path, TENANT, clock=clock, observed_at=observed_at)


def held(store: GraphStore, tenant: str = TENANT) -> list[Quarantined]:
    """What is in quarantine."""
    scope = Scope(tenant, Purpose.GOVERNANCE, Viewer("test", frozenset({CallerRole.ADMIN})))
    return quarantine(store, scope)
