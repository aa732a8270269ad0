"""The second chance of records that waited for nodes: decoded, checked for cycles, applied again as they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from graph.changes import Applied, ChangeSet, NodeStatement, Provenance, Record
from graph.scope import CallerRole, Purpose, Scope, Viewer
from graph.store import GraphStore, NodeRecord
from graph.waiting import decode_record
from ingestion.quarantine import Quarantined, entries
from ingestion.report import RunReport
from ingestion.screening import provenances, refuse_waiting
from ontology.model import REFERENCE_TENANT, load_ontology

_SERVICE = Viewer("ingestion", frozenset({CallerRole.SERVICE}))


def dependents(store: GraphStore, tenant_id: str) -> list[str]:
    """Tenants whose records may wait for nodes of this one: itself, and all for the shared classifications."""
    if tenant_id != REFERENCE_TENANT:
        return [tenant_id]
    rows = store.read("tenants", Scope(REFERENCE_TENANT, Purpose.GOVERNANCE, _SERVICE))
    return [REFERENCE_TENANT, *sorted({str(row["id"]) for row in rows} - {REFERENCE_TENANT})]


def release_waiting(
    store: GraphStore, tenant_id: str, report: RunReport, *, batch_size: int, tell: Callable[[], None]
) -> None:
    """Apply the tenant's waiting records as long as that releases any; the rest goes on waiting."""
    while True:
        waiting = [entry for entry in entries(store, tenant_id) if entry.waits and entry.payload != "{}"]
        if not waiting:
            return
        released = _round(store, tenant_id, waiting, report, batch_size)
        tell()
        if not released:
            return


def _round(
    store: GraphStore, tenant_id: str, waiting: Sequence[Quarantined], report: RunReport, batch_size: int
) -> int:
    sources = _sources(store, tenant_id)
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for entry in waiting:
        record = decode_record(entry.payload)
        groups[entry.feed, _source_id(record)].append(record)
    released = 0
    for (feed, source_id), records in sorted(groups.items()):
        if source_id in sources:
            applied = _apply(store, ChangeSet(tenant_id, feed, sources[source_id], tuple(records)), batch_size)
            for each in applied:
                released += each.released
                report.count(each)
                report.quarantined["CYCLE"] += each.quarantined
                if feed == report.feed and tenant_id == report.tenant_id:
                    report.waiting -= min(each.released, report.waiting)
                    report.applied += each.released
    return released


def _apply(store: GraphStore, changes: ChangeSet, batch_size: int) -> list[Applied]:
    rejections = refuse_waiting(changes.records, changes.tenant_id, store)
    refused = {rejection.key for rejection in rejections}
    sound = [record for record in changes.records if record.key not in refused]
    parts = [tuple(sound[at : at + batch_size]) for at in range(0, len(sound), batch_size)] or [()]
    first = replace(changes, records=parts[0], rejections=tuple(rejections), clears=tuple(sorted(refused)))
    return [store.apply(first), *(store.apply(replace(changes, records=part)) for part in parts[1:])]


def _source_id(record: Record) -> str:
    return next((origin.source_id for origin in provenances(record)), "")


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
        observed_at=when if isinstance(when, datetime) else datetime(1970, 1, 1, tzinfo=UTC),
    )
