"""Heads of source records that state all edges of their key: once a newer version was seen, older ones count no more.

A head only ever moves forward, so the order in which versions arrive does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import TypeAlias, cast

from graph import statements as cypher
from graph.batch import Batch
from graph.changes import Provenance, Record
from graph.keys import digest
from graph.projection import Assertion
from graph.rows import as_datetime, node_columns

RECORD_HEAD = "RecordHead"
Origin: TypeAlias = tuple[str, str]
"""Source id and source record."""


def head_id(source_id: str, source_record: str) -> str:
    """Identity of the head of a source record."""
    return digest(source_id, source_record)


def raise_heads(batch: Batch, records: Iterable[Record]) -> dict[str, set[str]]:
    """Move heads forward; returns the edges, by type, that older versions of these records spoke of."""
    seen: dict[Origin, datetime] = {}
    for origin in _origins(records):
        key = (origin.source_id, origin.source_record)
        seen[key] = max(origin.observed_at, seen.get(key, origin.observed_at))
    if not seen:
        return {}
    held = _heads(batch, seen) if _any(batch) else {}
    raised = {key: moment for key, moment in seen.items() if key not in held or moment > held[key]}
    for make, chosen in (
        (cypher.create_nodes, raised.keys() - held.keys()),
        (cypher.update_nodes, raised.keys() & held.keys()),
    ):
        entries = [_entry(batch, key, raised[key]) for key in sorted(chosen)]
        batch.put(make(RECORD_HEAD), node_columns(RECORD_HEAD), entries)
    # Every version leaves a head, so where there was none no older version has spoken.
    return _spoken_of(batch, raised.keys() & held.keys())


def _origins(records: Iterable[Record]) -> Iterable[Provenance]:
    for record in records:
        for node in record.nodes:
            if record.replaces or node.key.label == RECORD_HEAD:
                yield node.provenance
        if record.replaces:
            yield from (edge.provenance for edge in record.edges)


def _entry(batch: Batch, key: Origin, moment: datetime) -> dict[str, object]:
    source_id, source_record = key
    identity = {"id": head_id(*key), "source_id": source_id, "source_record": source_record}
    return {**batch.stamp(), **identity, "observed_at": moment}


def _spoken_of(batch: Batch, raised: Collection[Origin]) -> dict[str, set[str]]:
    edges: dict[str, set[str]] = defaultdict(set)
    if raised:
        records = sorted({record for _, record in raised})
        for source_id, source_record, rel_type, edge_id in batch.ask(cypher.FIND_ASSERTED_BY, records=records):
            if (source_id, source_record) in raised:
                edges[cast("str", rel_type)].add(cast("str", edge_id))
    return edges


def _heads(batch: Batch, origins: Iterable[Origin]) -> dict[Origin, datetime]:
    by_id = {head_id(*origin): origin for origin in origins}
    rows = batch.ask(cypher.FIND_HEADS, ids=sorted(by_id))
    return {by_id[cast("str", found)]: as_datetime(cast("str", moment)) for found, moment in rows}


def _any(batch: Batch) -> bool:
    """Whether any record has a head: most loads of classifications have none, and need no look-ups."""
    return bool(batch.ask(cypher.COUNT_HEADS)[0][0])


def ended(batch: Batch, assertions: Iterable[Assertion]) -> dict[str, datetime]:
    """By assertion id, when a newer version of its source record was made, for those that have one."""
    if not _any(batch):
        return {}
    by_origin: dict[Origin, list[Assertion]] = defaultdict(list)
    for assertion in assertions:
        by_origin[assertion.source_id, assertion.source_record].append(assertion)
    return {
        assertion.id: moment
        for origin, moment in (_heads(batch, by_origin) if by_origin else {}).items()
        for assertion in by_origin[origin]
        if assertion.observed_at < moment
    }
