"""Planning a batch: which of its records can be applied, who writes last, what an edge becomes. Pure; the store's
answers come in as plain values.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TypeAlias

from graph.changes import ChangeSet, EdgeStatement, NodeStatement, Record
from graph.keys import NodeKey
from graph.projection import Assertion
from ontology.errors import BadInput
from ontology.model import REFERENCE_TENANT, load_ontology

MAX_STATEMENTS = 200_000
"""Most statements a batch may hold; a batch is one transaction and must fit the server's memory."""

NodeRank: TypeAlias = tuple[datetime, str, str, str]
"""What decides who writes a node last: observed time, payload hash, source and source record."""


@dataclass(frozen=True, slots=True)
class Stated:
    """An edge statement as the assertion it is; ids and hashes are computed once."""

    statement: EdgeStatement
    assertion: Assertion


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record with its edges as assertions and the nodes it refers to."""

    record: Record
    edges: tuple[Stated, ...]
    references: frozenset[NodeKey]


@dataclass(frozen=True, slots=True)
class PlannedChangeSet(ChangeSet):
    """A change set that has been prepared. A store applies it like any other and need not prepare it again."""

    prepared: tuple[Prepared, ...] = ()

    @property
    def planned_for(self) -> tuple[int, ...]:
        """The very records that were prepared: replacing them makes the preparation void."""
        return tuple(id(each.record) for each in self.prepared)


def planned(changes: ChangeSet) -> PlannedChangeSet:
    """The change set with what ``prepare`` makes of it, so that this can happen before the store's turn comes."""
    given = {field.name: getattr(changes, field.name) for field in fields(ChangeSet)}
    return PlannedChangeSet(**given, prepared=tuple(prepare(changes)))


def prepare(changes: ChangeSet) -> Sequence[Prepared]:
    """Check what a change set may never do, and compute ids.

    Raises ``BadInput`` when it is too large, writes to another tenant, or lets an edge leave ``_ref``.
    """
    if isinstance(changes, PlannedChangeSet) and tuple(map(id, changes.records)) == changes.planned_for:
        return changes.prepared
    size = sum(len(record.nodes) + len(record.edges) for record in changes.records)
    if size > MAX_STATEMENTS:
        raise BadInput(
            f"A change set of {size} statements is more than one transaction may hold ({MAX_STATEMENTS}).",
            remedy="Send it in batches of 500 to 5000 records.",
        )
    return [_prepared(record, changes.tenant_id) for record in changes.records]


def _prepared(record: Record, tenant_id: str) -> Prepared:
    for node in record.nodes:
        if node.key.tenant_id != tenant_id or not node.key.id:
            raise _foreign(record, tenant_id)
        _check_known(record, node.key.label, node.properties)
    permitted = (tenant_id, REFERENCE_TENANT)
    references = set(record.requires)
    for edge in record.edges:
        start, end = edge.start, edge.end
        escapes = start.tenant_id == REFERENCE_TENANT != end.tenant_id
        strange = start.tenant_id not in permitted or end.tenant_id not in permitted
        if edge.tenant_id != tenant_id or strange or escapes:
            raise _foreign(record, tenant_id)
        _check_known(record, edge.rel_type, edge.properties)
        if (start.label, end.label) not in load_ontology().relationship(edge.rel_type).ends:
            raise BadInput(
                f"Record {record.key[:200]!r} states {edge.rel_type} from {start.label} to {end.label}, "
                "which the ontology does not know.",
                remedy="Correct the mapping of this feed.",
            )
        references.update((start, end))
    edges = tuple(Stated(edge, Assertion.of(edge, edge.edge_id)) for edge in record.edges)
    return Prepared(record, edges, frozenset(references))


@functools.cache
def _known(owner: str) -> frozenset[str]:
    ontology = load_ontology()
    return frozenset((ontology.nodes.get(owner) or ontology.relationship(owner)).properties)


def _check_known(record: Record, owner: str, properties: Mapping[str, object]) -> None:
    """A property the schema does not have would be lost on the way; the mapping must be mended instead."""
    unknown = properties.keys() - _known(owner)
    if unknown:
        raise BadInput(
            f"Record {record.key[:200]!r} states {owner}.{min(unknown)[:80]}, which the ontology does not know.",
            remedy="Correct the mapping of this feed or declare the property in ontology/schema.",
        )


def _foreign(record: Record, tenant_id: str) -> BadInput:
    return BadInput(
        f"Record {record.key[:200]!r} of tenant {tenant_id!r} writes to another tenant or has no id.",
        remedy="A change set may state nodes and edges of its own tenant and refer to _ref.",
    )


def wanted(prepared: Iterable[Prepared]) -> dict[tuple[str, str], list[str]]:
    """Ids of all nodes stated or referred to, by label and tenant."""
    keys: set[NodeKey] = set()
    for each in prepared:
        keys |= each.references
        keys.update(node.key for node in each.record.nodes)
    grouped: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(keys):
        grouped[key.label, key.tenant_id].append(key.id)
    return grouped


def settle(
    prepared: Sequence[Prepared], stored: Set[NodeKey] | Mapping[NodeKey, object]
) -> tuple[list[Prepared], list[tuple[Prepared, list[NodeKey]]]]:
    """Split records into those that can be applied and those that wait, with what each waits for.

    A record may refer to nodes that another record of the batch states, but only if that one can be applied too.
    """
    passing, waiting = list(prepared), list[tuple[Prepared, list[NodeKey]]]()
    while True:
        stated = {node.key for each in passing for node in each.record.nodes}
        kept: list[Prepared] = []
        for each in passing:
            missing = [key for key in each.references if key not in stored and key not in stated]
            if missing:
                waiting.append((each, sorted(missing)))
            else:
                kept.append(each)
        if len(kept) == len(passing):
            return passing, waiting
        passing = kept


def node_rank(node: NodeStatement) -> NodeRank:
    """The rank of a statement about a node; the highest one writes."""
    origin = node.provenance
    return (origin.observed_at, node.payload_hash, origin.source_id, origin.source_record)


def last_writers(nodes: Iterable[NodeStatement]) -> dict[NodeKey, tuple[NodeRank, NodeStatement]]:
    """For each node the statement with the highest rank."""
    best: dict[NodeKey, tuple[NodeRank, NodeStatement]] = {}
    for node in nodes:
        rank = node_rank(node)
        held = best.get(node.key)
        if held is None or rank > held[0]:
            best[node.key] = (rank, node)
    return best


@dataclass(frozen=True, slots=True)
class Shape:
    """What edges must share to be written by one statement."""

    rel_type: str
    start_label: str
    start_tenant: str
    end_label: str
    end_tenant: str

    @classmethod
    def of(cls, edge: EdgeStatement) -> Shape:
        """The shape of an edge."""
        start, end = edge.start, edge.end
        return cls(edge.rel_type, start.label, start.tenant_id, end.label, end.tenant_id)


def subject_of(edge: EdgeStatement) -> NodeKey | None:
    """The person an edge is about, or None."""
    side = load_ontology().relationship(edge.rel_type).subject
    person = edge.start if side == "start" else edge.end if side == "end" else None
    return person if person is not None and person.label == "Person" else None
