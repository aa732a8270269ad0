"""Which versions of records would close a circle, given what is stored. It decides; it writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import cast

from graph.changes import EdgeStatement
from graph.keys import digest
from graph.store import EdgeRecord, GraphStore, NodeRecord
from ingestion.cycles import Arc, cycles
from ingestion.versions import Place, Version

_CHUNK = 1000


def closing(histories: Iterable[Sequence[Version]], tenant_id: str, store: GraphStore) -> dict[Place, str]:
    """The versions that close a circle, each with the circle spelt out.

    ``histories`` are the versions of each record, oldest first. The newest counts; where it is refused, the one
    before it does. A version that the store knows a later one of is never live and closes nothing.
    """
    standing = [list(versions) for versions in histories]
    rel_types = sorted({arc.rel_type for versions in standing for version in versions for arc in version.arcs})
    if not rel_types:
        return {}
    stored = [row for row in store.scan([tenant_id], relationships=rel_types) if isinstance(row, EdgeRecord)]
    refused: dict[Place, str] = {}
    while True:
        current = [versions[-1] for versions in standing if versions]
        found = cycles([*_stated(current), *_stored(stored, current)])
        if not found:
            return refused
        late = _outdated([current[number] for number in found], stored, tenant_id, store)
        if not late:
            refused.update({current[number].place: text for number, text in found.items()})
        gone = late or {current[number].place for number in found}
        for versions in standing:
            if versions and versions[-1].place in gone:
                versions.pop()


def _stated(current: Sequence[Version]) -> Iterator[Arc]:
    for number, version in enumerate(current):
        yield from (_arc(edge, number) for edge in version.arcs if not edge.retracts)


def _arc(edge: EdgeStatement, number: int) -> Arc:
    return Arc(edge.rel_type, edge.start, edge.end, edge.valid_from or date.min, edge.valid_to or date.max, number)


def _stored(rows: Iterable[EdgeRecord], current: Sequence[Version]) -> Iterator[Arc]:
    """Live stored edges, without those that a version restates or ends."""
    ends = {who: version.observed_at for version in current for who in version.replaced}
    restated = {edge.edge_id: version.observed_at for version in current for edge in version.arcs}
    for row in rows:
        values = row.properties
        if values.get("retracted_at") is not None:
            continue
        said_at = cast("datetime", values["observed_at"])
        ended = ends.get((str(values["source_id"]), str(values["source_record"])))
        again = restated.get(row.edge_id)
        if any(moment is not None and moment >= said_at for moment in (ended, again)):
            continue
        first = cast("date | None", values.get("valid_from")) or date.min
        last = cast("date | None", values.get("valid_to")) or date.max
        yield Arc(row.rel_type, row.start, row.end, first, last)


def _outdated(
    suspects: Sequence[Version], stored: Iterable[EdgeRecord], tenant_id: str, store: GraphStore
) -> set[Place]:
    """Suspects of which the store has seen a later version: that one counts, not these."""
    heads = _heads({who for version in suspects for who in version.replaced}, tenant_id, store)
    retracted = {
        row.edge_id: cast("datetime", row.properties["retracted_at"])
        for row in stored
        if row.properties.get("retracted_at") is not None
    }
    return {
        version.place
        for version in suspects
        if any(heads.get(who, version.observed_at) > version.observed_at for who in version.replaced)
        or any(retracted.get(arc.edge_id, version.observed_at) > version.observed_at for arc in version.arcs)
    }


def _heads(who: set[tuple[str, str]], tenant_id: str, store: GraphStore) -> dict[tuple[str, str], datetime]:
    ids = {digest(*each): each for each in who}
    found: dict[tuple[str, str], datetime] = {}
    ordered = sorted(ids)
    for at in range(0, len(ordered), _CHUNK):
        for row in store.scan([tenant_id], nodes=["RecordHead"], ids=ordered[at : at + _CHUNK]):
            if isinstance(row, NodeRecord):
                found[ids[row.key.id]] = cast("datetime", row.properties["observed_at"])
    return found
