"""The second chance of records that waited for nodes: decoded, checked for circles, applied again as they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeAlias

from graph.changes import Applied, ChangeSet, NodeStatement, Provenance, Record
from graph.keys import NodeKey
from graph.scope import CallerRole, Purpose, Scope, Viewer
from graph.store import GraphStore, NodeRecord
from graph.waiting import decode_record
from ingestion.quarantine import Quarantined, entries
from ingestion.screening import circles
from ingestion.versions import Version, provenances
from ontology.model import REFERENCE_TENANT, load_ontology

_SERVICE = Viewer("ingestion", frozenset({CallerRole.SERVICE}))
_CHUNK = 1000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Waiting: TypeAlias = set[tuple[str, str]]
"""Feed and key of records that wait."""


def dependents(store: GraphStore, tenant_id: str) -> list[str]:
    """Tenants whose records may wait for nodes of this one: itself, and all for the shared classifications."""
    if tenant_id != REFERENCE_TENANT:
        return [tenant_id]
    rows = store.read("tenants", Scope(REFERENCE_TENANT, Purpose.GOVERNANCE, _SERVICE))
    return [REFERENCE_TENANT, *sorted({str(row["id"]) for row in rows} - {REFERENCE_TENANT})]


def release_waiting(
    store: GraphStore,
    tenant_id: str,
    *,
    batch_size: int,
    tell: Callable[[Applied], None],
    run: str | None = None,
) -> tuple[Waiting, Waiting]:
    """Apply the tenant's waiting records as long as that releases any.

    Returns those that go on waiting and those that were refused because they would close a circle. ``tell`` is
    called with what each change set did; ``run`` is the run under way.
    """
    refused: Waiting = set()
    while True:
        waiting = [entry for entry in entries(store, tenant_id) if entry.waits]
        left = {(entry.feed, entry.key) for entry in waiting if not entry.superseded}
        if not waiting or not _round(store, tenant_id, waiting, refused, batch_size, tell, run):
            return left - refused, refused


def _round(
    store: GraphStore,
    tenant_id: str,
    waiting: Sequence[Quarantined],
    refused: Waiting,
    batch_size: int,
    tell: Callable[[Applied], None],
    run: str | None,
) -> bool:
    """One attempt at everything that waits; whether it changed anything."""
    ready = _ready([(entry, decode_record(entry.payload)) for entry in waiting], store)
    if not ready:
        return False
    sources = _sources(store, tenant_id)
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for entry, record in ready:
        groups[entry.feed, _source_id(record)].append(record)
    moved = False
    for (feed, source_id), records in sorted(groups.items()):
        if source_id in sources:
            changes = ChangeSet(tenant_id, feed, sources[source_id], tuple(records), run=run)
            for applied in _applied(store, changes, refused, batch_size):
                moved = moved or bool(applied.released or applied.quarantined)
                tell(applied)
    return moved


def _ready(waiting: Sequence[tuple[Quarantined, Record]], store: GraphStore) -> list[tuple[Quarantined, Record]]:
    """Those that no longer miss anything, or only nodes that others of them bring along.

    Asking for the few distinct nodes that are missing spares trying thousands of records in vain.
    """
    missing = {id(record): _missing(entry, record) for entry, record in waiting}
    stored = set(_stored(set().union(*missing.values()), store))
    passing = list(waiting)
    while True:
        known = stored | {node.key for _, record in passing for node in record.nodes}
        kept = [(entry, record) for entry, record in passing if missing[id(record)] <= known]
        if len(kept) == len(passing):
            return kept
        passing = kept


def _missing(entry: Quarantined, record: Record) -> set[NodeKey]:
    """The nodes that the record refers to and missed when it was kept."""
    referred = {*record.requires, *(end for edge in record.edges for end in (edge.start, edge.end))}
    names = set(entry.missing)
    return {key for key in referred if str(key) in names}


def _stored(keys: Iterable[NodeKey], store: GraphStore) -> Iterator[NodeKey]:
    """Which of the nodes are in the store."""
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(keys):
        wanted[key.label, key.tenant_id].append(key.id)
    for (label, tenant_id), ids in wanted.items():
        for start in range(0, len(ids), _CHUNK):
            rows = store.scan([tenant_id], nodes=[label], ids=ids[start : start + _CHUNK])
            yield from (row.key for row in rows if isinstance(row, NodeRecord))


def _applied(store: GraphStore, changes: ChangeSet, refused: Waiting, batch_size: int) -> Iterable[Applied]:
    found = circles(_histories(changes.records), changes.tenant_id, store)
    keys = sorted({key for key, _, _ in found})
    sound = [record for record in changes.records if (record.key, record.file, record.line) not in found]
    if found:
        refused.update((changes.feed, key) for key in keys)
        yield store.apply(replace(changes, records=(), rejections=tuple(found.values()), clears=tuple(keys)))
    for start in range(0, len(sound), batch_size):
        yield store.apply(replace(changes, records=tuple(sound[start : start + batch_size])))


def _histories(records: Iterable[Record]) -> list[list[Version]]:
    versions: dict[str, list[Version]] = defaultdict(list)
    for record in records:
        versions[record.key].append(Version.of(record))
    return [sorted(known, key=lambda version: (version.observed_at, version.content)) for known in versions.values()]


def _source_id(record: Record) -> str:
    return next((origin.source_id for origin in reversed(provenances(record))), "")


def _sources(store: GraphStore, tenant_id: str) -> Mapping[str, NodeStatement]:
    """The tenant's Source nodes as the statements that made them."""
    declared = load_ontology().node("Source").properties
    return {
        row.key.id: NodeStatement(
            row.key,
            {name: value for name, value in row.properties.items() if name in declared},
            _provenance(row),
        )
        for row in store.scan([tenant_id], nodes=["Source"])
        if isinstance(row, NodeRecord)
    }


def _provenance(row: NodeRecord) -> Provenance:
    when = row.properties.get("observed_at")
    return Provenance(
        source_id=str(row.properties.get("source_id") or row.key.id),
        source_record=str(row.properties.get("source_record") or row.key.id),
        observed_at=when if isinstance(when, datetime) else _EPOCH,
    )
