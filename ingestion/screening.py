"""The look at a whole source before anything is written: contradictory duplicates and cycles. It writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import TypeAlias, cast

import orjson

from graph.changes import EdgeStatement, Provenance, Record, Rejection
from graph.store import EdgeRecord, GraphStore
from graph.waiting import encode_record
from ingestion.connector import Item
from ingestion.cycles import Arc, cycles
from ontology.model import load_ontology

Place: TypeAlias = tuple[str, str, int]
"""Where a record stands: key, file, line."""

_NO_TIME = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Version:
    place: Place
    observed_at: datetime
    content: bytes
    replaced: tuple[str, ...]
    arcs: tuple[EdgeStatement, ...]


@dataclass(slots=True)
class Screening:
    """What is known of a source after one pass: the records to refuse, and how many say the same twice."""

    refused: dict[Place, Rejection] = field(default_factory=dict)
    repeated: int = 0
    superseded: int = 0

    def verdict(self, record: Record) -> Record | Rejection:
        """The record itself, or why it is refused."""
        return self.refused.get((record.key, record.file, record.line), record)


def screen(items: Iterable[Item], tenant_id: str, store: GraphStore) -> Screening:
    """Read everything once and decide which records contradict each other or close a circle.

    Within one source the rules do not depend on the order of rows: of one key the newest version counts, two
    versions of the same moment that differ are both refused, and every record with an edge on a cycle is
    refused. Against what is already stored, the record that arrives later is the one refused.
    """
    result = Screening()
    versions: dict[str, list[_Version]] = {}
    for item in items:
        if isinstance(item, Record):
            versions.setdefault(item.key, []).append(_version(item))
    newest = [_newest(key, known, result) for key, known in versions.items()]
    _refuse_cycles([version for version in newest if version is not None], tenant_id, store, result)
    return result


def provenances(record: Record) -> list[Provenance]:
    """The provenance of each statement of the record."""
    return [node.provenance for node in record.nodes] + [edge.provenance for edge in record.edges]


def _version(record: Record) -> _Version:
    said = orjson.dumps((record.nodes, record.edges, record.requires), option=orjson.OPT_SORT_KEYS)
    when = [origin.observed_at for origin in provenances(record)]
    return _Version(
        place=(record.key, record.file, record.line),
        observed_at=max(when, default=_NO_TIME),
        content=blake2b(said, digest_size=8).digest(),
        replaced=tuple({origin.source_record for origin in provenances(record)}) if record.replaces else (),
        arcs=tuple(edge for edge in record.edges if load_ontology().relationship(edge.rel_type).acyclic),
    )


def _newest(key: str, known: Sequence[_Version], result: Screening) -> _Version | None:
    """The version that counts, or None when several of the same moment contradict each other."""
    if len(known) == 1:
        return known[0]
    by_moment: dict[datetime, dict[bytes, list[_Version]]] = {}
    for version in known:
        by_moment.setdefault(version.observed_at, {}).setdefault(version.content, []).append(version)
    result.repeated += sum(len(same) - 1 for moment in by_moment.values() for same in moment.values())
    result.superseded += len(by_moment) - 1
    last = max(by_moment)
    for moment, contents in by_moment.items():
        if len(contents) > 1:
            _refuse_conflict(key, [version for same in contents.values() for version in same], result)
        elif moment == last:
            newest = next(iter(contents.values()))[0]
    return newest if len(by_moment[last]) == 1 else None


def _refuse_conflict(key: str, versions: Sequence[_Version], result: Screening) -> None:
    lines = ", ".join(str(version.place[2]) for version in versions[:10])
    for version in versions:
        result.refused[version.place] = Rejection(
            *version.place,
            code="DUPLICATE_CONFLICT",
            reason=f"Rows {lines} say different things about {key!r} at the same moment.",
            remedy="Keep one of them, or give each its observed_at so that the newest counts.",
        )


def _refuse_cycles(newest: Sequence[_Version], tenant_id: str, store: GraphStore, result: Screening) -> None:
    stated = [version for version in newest if version.arcs]
    if not stated:
        return
    arcs = [_arc(edge, number) for number, version in enumerate(stated) for edge in version.arcs if not edge.retracts]
    if arcs:
        replaced = {source_record for version in newest for source_record in version.replaced}
        restated = {edge.edge_id for version in stated for edge in version.arcs}
        rel_types = sorted({arc.rel_type for arc in arcs})
        arcs += _stored(store.scan([tenant_id], relationships=rel_types), replaced, restated)
    for number, text in cycles(arcs).items():
        place = stated[number].place
        result.refused[place] = Rejection(
            *place,
            code="CYCLE",
            reason=f"It closes a circle: {text}.",
            remedy="Break the circle at one of these rows and load the file again.",
        )


def _arc(edge: EdgeStatement, number: int) -> Arc:
    return Arc(edge.rel_type, edge.start, edge.end, edge.valid_from or date.min, edge.valid_to or date.max, number)


def _stored(rows: Iterable[object], replaced: set[str], restated: set[str]) -> Iterator[Arc]:
    """Live stored edges, without those that the source restates or replaces."""
    for row in rows:
        if not isinstance(row, EdgeRecord) or row.properties.get("retracted_at") is not None:
            continue
        if row.edge_id not in restated and str(row.properties.get("source_record")) not in replaced:
            first = cast("date | None", row.properties.get("valid_from")) or date.min
            last = cast("date | None", row.properties.get("valid_to")) or date.max
            yield Arc(row.rel_type, row.start, row.end, first, last)


def refuse_waiting(records: Sequence[Record], tenant_id: str, store: GraphStore) -> list[Rejection]:
    """Of records that waited, those that would now close a circle."""
    found = screen(records, tenant_id, store)
    by_place = {(record.key, record.file, record.line): record for record in records}
    return [
        Rejection(*place, refusal.code, refusal.reason, refusal.remedy, payload=encode_record(by_place[place]))
        for place, refusal in found.refused.items()
    ]
