"""Rows of a bulk batch made ready before the store's turn comes: for edges that are their own only assertion. Pure.

A load of a classification is hundreds of thousands of such edges, nearly always new. Whether they are is known only
in the transaction (graph.bulk_writing); what they would be written as is worked out here, on the thread that reads.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, TypeAlias

from graph.changes import ChangeSet, EdgeStatement, NodeStatement, Record
from graph.keys import NodeKey
from graph.projection import PUBLIC_BLOCK, Assertion, inline_rank, project_inline
from graph.rows import Table, edge_columns
from graph.shapes import Shape
from ontology.model import load_ontology

RECORDED_AT: Final = object()
"""Stands in a table for the moment of writing, which is not known yet."""
ENDS = 2
"""Rows of edges start with the ids of both ends."""
HEADED = frozenset({"RecordHead", "ConsentGrant", "Person"})
"""Labels that bring more with them than a node."""

Said: TypeAlias = tuple[str, datetime, str, str, float, date | None, date | None, bool]
"""What rows of one template share."""


@dataclass(slots=True)
class BulkEdges:
    """Edges of one shape: their rows by edge id, the table these refer to, and the statements behind."""

    shape: Shape
    rows: dict[str, list[object]] = field(default_factory=dict)
    statements: dict[str, EdgeStatement] = field(default_factory=dict)
    table: Table = field(default_factory=Table)

    def ordered(self) -> list[list[object]]:
        """The rows sorted by ends, so that two writers take the same locks in the same order."""
        return sorted(self.rows.values(), key=lambda row: (row[0], row[1]))


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What a batch writes if its edges are new and the nodes it needs are there."""

    nodes: tuple[NodeStatement, ...]
    stated: frozenset[NodeKey]
    needed: frozenset[NodeKey]
    """Nodes that the batch refers to and does not state."""
    edges: tuple[BulkEdges, ...]
    ready: tuple[list[list[object]], ...]
    """The rows of each of ``edges``, sorted."""
    fingerprints: frozenset[int]
    """One number for each edge id; two may share one, which costs a look-up."""

    @property
    def count(self) -> int:
        """How many edges it states."""
        return sum(map(len, self.ready))


def bulk_plan(changes: ChangeSet) -> BulkPlan | None:
    """The plan of the batch, or None where it holds anything that takes more than creating nodes and edges."""
    if not changes.bulk or not all(_plain(record, changes.tenant_id) for record in changes.records):
        return None
    nodes = tuple(node for record in changes.records for node in record.nodes)
    needed: set[NodeKey] = set()
    for record in changes.records:
        needed.update(record.requires)
    groups = _grouped(changes.records, needed)
    stated = frozenset(node.key for node in nodes)
    return BulkPlan(
        nodes=nodes,
        stated=stated,
        needed=frozenset(needed - stated),
        edges=tuple(groups),
        ready=tuple(group.ordered() for group in groups),
        fingerprints=frozenset(hash(edge_id) for group in groups for edge_id in group.rows),
    )


def _plain(record: Record, tenant_id: str) -> bool:
    return (
        not record.replaces
        and all(node.key.label not in HEADED for node in record.nodes)
        and all(_inline(edge.rel_type, tenant_id) for edge in record.edges)
    )


@functools.cache
def _inline(rel_type: str, tenant_id: str) -> bool:
    relationship = load_ontology().relationship(rel_type)
    return not relationship.asserted_by_nodes(tenant_id) and relationship.subject is None


def _grouped(records: Iterable[Record], needed: set[NodeKey]) -> list[BulkEdges]:
    """Edges by shape; of several statements about one edge the one that counts."""
    makers: dict[tuple[str, str, str, str, str], _Maker] = {}
    hashes: dict[int, str] = {}
    for record in records:
        for edge in record.edges:
            start, end = edge.start, edge.end
            needed.add(start)
            needed.add(end)
            parts = (edge.rel_type, start.label, start.tenant_id, end.label, end.tenant_id)
            maker = makers.get(parts)
            if maker is None:
                maker = makers[parts] = _Maker(Shape(*parts), edge.tenant_id)
            maker.take(edge, hashes)
    return [maker.edges for maker in makers.values()]


class _Maker:
    """Makes the rows of one shape. Most of a row repeats from one edge to the next and is copied."""

    def __init__(self, shape: Shape, tenant_id: str) -> None:
        self.edges = BulkEdges(shape)
        self._columns = edge_columns(shape.rel_type)
        self._places = {column.name: (ENDS + at, column) for at, column in enumerate(self._columns)}
        self._own = {
            name: (place, column.coded, column.type == "float") for name, (place, column) in self._places.items()
        }
        self._tenant = tenant_id
        self._templates: dict[Said, list[object]] = {}
        names = ("edge_id", "source_record", "payload_hash", "qualifier")
        self._id, self._record, self._hash, self._qualifier = (self._places[name][0] for name in names)

    def take(self, edge: EdgeStatement, hashes: dict[int, str]) -> None:
        """Add the edge; ``hashes`` remembers what mappings of properties hash to, as long as these live."""
        edge_id = edge.edge_id
        held = self.edges.statements.get(edge_id)
        if held is not None and not _counts_more(edge, held, edge_id):
            return
        properties = edge.properties
        if edge.valid_from is None and edge.valid_to is None:
            hashed = hashes.get(id(properties))
            if hashed is None:
                hashed = hashes[id(properties)] = edge.payload_hash
        else:
            hashed = edge.payload_hash
        row = self._template(edge).copy()
        row[0], row[1] = edge.start.id, edge.end.id
        row[self._id], row[self._hash] = edge_id, hashed
        row[self._record], row[self._qualifier] = edge.provenance.source_record, edge.qualifier
        for name, value in properties.items():
            if value is not None:
                place, coded, floating = self._own[name]
                row[place] = self.edges.table.code(value) if coded else float(value) if floating else value  # type: ignore[arg-type]
        self.edges.rows[edge_id] = row
        self.edges.statements[edge_id] = edge

    def _template(self, edge: EdgeStatement) -> list[object]:
        said = edge.provenance
        key = (
            *(said.source_id, said.observed_at, said.method, said.extractor_version, said.confidence),
            *(edge.valid_from, edge.valid_to, edge.retracts),
        )
        found = self._templates.get(key)
        if found is None:
            block: Mapping[str, object] = {
                **PUBLIC_BLOCK,
                **project_inline(Assertion.of(edge, "")),
                "tenant_id": self._tenant,
                "recorded_at": RECORDED_AT,
                "review_state": "auto",
            }
            shared = {name: value for name, value in block.items() if name not in edge.properties}
            found = self._templates[key] = [None, None, *self.edges.table.row(self._columns, shared)]
        return found


def _counts_more(edge: EdgeStatement, held: EdgeStatement, edge_id: str) -> bool:
    return inline_rank(Assertion.of(edge, edge_id)) > inline_rank(Assertion.of(held, edge_id))
