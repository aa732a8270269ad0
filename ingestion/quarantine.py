"""The quarantine as people see it: which records did not pass, why, and what to do. It changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from graph.scope import Scope
from graph.store import GraphStore, NodeRecord
from ingestion.connector import Connector

UNREADABLE = "line:"
"""Prefix of the keys of rows whose identifying fields could not be read; the file name and line follow."""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One record that did not pass: where it stands, what is wrong with it, and what it waits for, if it waits."""

    feed: str
    key: str
    file: str
    line: int
    field: str | None
    code: str
    reason: str
    remedy: str
    missing: tuple[str, ...]
    payload: str
    superseded: bool = False

    @property
    def waits(self) -> bool:
        """Whether it is sound and only waits for nodes that are not in the graph yet."""
        return bool(self.missing)

    @property
    def unreadable(self) -> bool:
        """Whether not even its identifying fields could be read."""
        return self.key.startswith(UNREADABLE)


def quarantine(store: GraphStore, scope: Scope, limit: int | None = None, feed: str | None = None) -> list[Quarantined]:
    """The quarantined records of the scope's tenant that somebody should look at, by feed, file and line."""
    found = (
        entry
        for entry in entries(store, scope.tenant_id)
        if not entry.superseded and (feed is None or entry.feed == feed)
    )
    ordered = sorted(found, key=lambda entry: (entry.feed, entry.file, entry.line, entry.key))
    return ordered[:limit]


def entries(store: GraphStore, tenant_id: str) -> Iterator[Quarantined]:
    """Every entry of the tenant, as stored."""
    for row in store.scan([tenant_id], nodes=["QuarantinedRecord"]):
        if isinstance(row, NodeRecord):
            yield _entry(row)


def _entry(row: NodeRecord) -> Quarantined:
    values = row.properties
    missing = cast("list[str] | None", values.get("missing")) or []
    field = values.get("field")
    return Quarantined(
        feed=str(values["feed"]),
        key=str(values["record_key"]),
        file=str(values["file"]),
        line=int(cast("int", values["line"])),
        field=None if field is None else str(field),
        code=str(values["code"]),
        reason=str(values["reason"]),
        remedy=str(values["remedy"]),
        missing=tuple(missing),
        payload=str(values["payload"]),
        superseded=bool(values.get("superseded", False)),
    )


def settled_lines(store: GraphStore, connector: Connector, refused: set[str]) -> list[str]:
    """Keys of unreadable lines of the connector's files that an earlier run kept and this one did not meet again."""
    files = {*getattr(connector, "files", ()), getattr(connector, "file", None)} - {None}
    if not files:
        return []
    return sorted(
        entry.key
        for entry in entries(store, connector.tenant_id)
        if entry.feed == connector.feed and entry.file in files and entry.unreadable and entry.key not in refused
    )
