"""Documents written into a folder and loaded into the fake store, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from ingestion.documents import ingest_documents
from ingestion.report import RunReport
from tests.ingestion.fake_store import FakeStore

TENANT = "acme"
NOW = datetime(2026, 10, 1, tzinfo=UTC)
FRONT = "---\ntitle: Travel policy\nversion: '2.0'\nkind: policy\nin_force_from: 2026-01-01\n---\n"


def load(store: FakeStore, folder: Path, files: Mapping[str, str | bytes]) -> RunReport:
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return ingest_documents(store, folder, TENANT, clock=lambda: NOW)


def passages(store: FakeStore) -> dict[str, str]:
    """Texts of passages by id."""
    return {key.id: str(node.properties["text"]) for key, node in store.nodes.items() if key.label == "Passage"}


def edges(store: FakeStore, rel_type: str) -> set[tuple[str, str]]:
    return {(edge.start.id, edge.end.id) for edge in store.statements.values() if edge.rel_type == rel_type}


def refused(store: FakeStore) -> dict[str, str]:
    """Codes of refused files by name."""
    return {str(e.values["file"]): str(e.values["code"]) for e in store.held.values() if e.observed_at is None}
