"""Rows of a bulk batch made ready before the store's turn comes: for edges that are their own only assertion. Pure.

A load of a classification is hundreds of thousands of such edges, nearly always new. Whether they are is known only
in the transaction (graph.bulk_writing); what they would be written as is worked out here, on the thread that reads.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from operator import itemgetter
from typing import Final, TypeAlias, TypedDict, cast

from graph.bulk_nodes import RECORDED_AT, BulkNodes, bulk_nodes
from graph.changes import ChangeSet, EdgeStatement, NodeStatement, Record
from graph.keys import NodeKey, edge_namer
from graph.projection import PUBLIC_BLOCK, Assertion, inline_rank, project_inline
from graph.rows import Table, edge_columns
from graph.shapes import Shape
from ontology.model import load_ontology

ENDS: Final = 2
"""Rows of edges start with the ids of both ends."""
HEADED = frozenset({"RecordHead", "ConsentGrant", "Person"})
"""Labels that bring more with them than a node."""
Row: TypeAlias = list[object]
Said: TypeAlias = tuple[str, datetime, str, str, float, date | None, date | None, bool]
"""What rows of one template share."""
Parts: TypeAlias = tuple[str, str, str, str, str]
"""A shape as it is found out for each edge: type, label and tenant of the start, label and tenant of the end."""


@dataclass(slots=True)
class BulkEdges:
    """Edges of one shape: their rows by edge id, the table these refer to, and the statements behind."""

    shape: Shape
    rows: dict[str, Row] = field(default_factory=dict)
    statements: dict[str, EdgeStatement] = field(default_factory=dict)
    table: Table = field(default_factory=Table)
    repeated: bool = False
    """Whether one edge was stated more than once."""

    def ordered(self) -> list[Row]:
        """The rows sorted by ends, so that two writers take the same locks in the same order."""
        return sorted(self.rows.values(), key=itemgetter(0, 1))

    def needed(self) -> set[NodeKey]:
        """The nodes at the ends."""
        shape, rows = self.shape, self.rows.values()
        starts, ends = (cast("set[str]", set(map(itemgetter(place), rows))) for place in (0, 1))
        return {NodeKey(shape.start_label, shape.start_tenant, each) for each in starts} | {
            NodeKey(shape.end_label, shape.end_tenant, each) for each in ends
        }

    def without(self, edge_ids: Set[str]) -> BulkEdges:
        """The same without the rows of these edges."""
        kept = {edge_id: row for edge_id, row in self.rows.items() if edge_id not in edge_ids}
        return BulkEdges(self.shape, kept, {edge_id: self.statements[edge_id] for edge_id in kept}, self.table)


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What a batch writes if its edges are new and the nodes it needs are there."""

    nodes: Mapping[str, BulkNodes]
    """By label."""
    stated: frozenset[NodeKey]
    needed: frozenset[NodeKey]
    """Nodes that the batch refers to and does not state."""
    edges: tuple[BulkEdges, ...]
    ready: tuple[list[Row], ...]
    """The rows of each of ``edges``, sorted."""
    fingerprints: frozenset[int]
    """One number for each edge id; two may share one, which costs a look-up."""

    @property
    def count(self) -> int:
        """How many edges it writes."""
        return sum(map(len, self.ready))

    def without(self, waiting: Iterable[Record]) -> BulkPlan | None:
        """The plan without these records, or None where they are more than edges that nothing else states."""
        records = tuple(waiting)
        if any(record.nodes for record in records) or any(group.repeated for group in self.edges):
            return None
        dropped = {edge.edge_id for record in records for edge in record.edges}
        groups = tuple(group if dropped.isdisjoint(group.rows) else group.without(dropped) for group in self.edges)
        return replace(self, **_made_ready(groups))


class _Ready(TypedDict):
    edges: tuple[BulkEdges, ...]
    ready: tuple[list[Row], ...]
    fingerprints: frozenset[int]


def _made_ready(groups: tuple[BulkEdges, ...]) -> _Ready:
    return {
        "edges": groups,
        "ready": tuple(group.ordered() for group in groups),
        "fingerprints": frozenset().union(*(map(hash, group.rows) for group in groups)),
    }


def bulk_plan(changes: ChangeSet) -> BulkPlan | None:
    """The plan of the batch, or None where it holds anything that takes more than creating nodes and edges."""
    if not changes.bulk:
        return None
    tenant_id = changes.tenant_id
    nodes, needed = list[NodeStatement](), set[NodeKey]()
    makers: dict[Parts, _Maker] = {}
    hashes: dict[int, str] = {}
    for record in changes.records:
        if record.replaces:
            return None
        nodes.extend(record.nodes)
        needed.update(record.requires)
        for edge in record.edges:
            start, end = edge.start, edge.end
            parts = (edge.rel_type, start.label, start.tenant_id, end.label, end.tenant_id)
            maker = makers.get(parts)
            if maker is None:
                if not _inline(edge.rel_type, tenant_id):
                    return None
                maker = makers[parts] = _Maker(Shape(*parts), edge.tenant_id, hashes)
            maker.take(edge)
    labelled: dict[str, list[NodeStatement]] = defaultdict(list)
    for node in nodes:
        labelled[node.key.label].append(node)
    if not HEADED.isdisjoint(labelled):
        return None
    groups = tuple(maker.edges for maker in makers.values())
    stated = frozenset(node.key for node in nodes)
    return BulkPlan(
        nodes={label: bulk_nodes(label, tenant_id, each) for label, each in labelled.items()},
        stated=stated,
        needed=frozenset(needed.union(*(group.needed() for group in groups)) - stated),
        **_made_ready(groups),
    )


@functools.cache
def _inline(rel_type: str, tenant_id: str) -> bool:
    relationship = load_ontology().relationship(rel_type)
    return not relationship.asserted_by_nodes(tenant_id) and relationship.subject is None


class _Maker:
    """Makes the rows of one shape. Most of a row repeats from one edge to the next and is copied.

    ``hashes`` remembers what mappings of properties hash to, by identity: the batch keeps them alive meanwhile.
    """

    def __init__(self, shape: Shape, tenant_id: str, hashes: dict[int, str]) -> None:
        self.edges = BulkEdges(shape)
        self._columns = edge_columns(shape.rel_type)
        self._own = {
            column.name: (ENDS + at, column.coded, column.type == "float") for at, column in enumerate(self._columns)
        }
        self._tenant = tenant_id
        self._named = edge_namer(
            tenant_id, shape.rel_type, shape.start_label, shape.start_tenant, shape.end_label, shape.end_tenant
        )
        self._hashes = hashes
        self._templates: dict[Said, Row] = {}
        names = ("edge_id", "source_record", "payload_hash", "qualifier")
        self._id, self._record, self._hash, self._qualifier = (self._own[name][0] for name in names)

    def take(self, edge: EdgeStatement) -> None:
        """Add the edge; of several statements about one edge the one that counts stays."""
        start, end, qualifier, properties = edge.start.id, edge.end.id, edge.qualifier, edge.properties
        edge_id, edges = self._named(start, end, qualifier), self.edges
        held = edges.statements.get(edge_id)
        if held is not None:
            edges.repeated = True
            if not _counts_more(edge, held, edge_id):
                return
        valid_from, valid_to, said = edge.valid_from, edge.valid_to, edge.provenance
        if valid_from is None and valid_to is None:
            hashed = self._hashes.get(id(properties))
            if hashed is None:
                hashed = self._hashes[id(properties)] = edge.payload_hash
        else:
            hashed = edge.payload_hash
        key = (
            *(said.source_id, said.observed_at, said.method, said.extractor_version, said.confidence),
            *(valid_from, valid_to, edge.retracts),
        )
        template = self._templates.get(key)
        row = (template or self._template(edge, key)).copy()
        row[0], row[1] = start, end
        row[self._id], row[self._hash], row[self._record] = edge_id, hashed, said.source_record
        row[self._qualifier] = qualifier
        if properties:
            own = self._own
            for name, value in properties.items():
                if value is not None:
                    place, coded, floating = own[name]
                    row[place] = edges.table.code(value) if coded else float(value) if floating else value  # type: ignore[arg-type]
        edges.rows[edge_id] = row
        edges.statements[edge_id] = edge

    def _template(self, edge: EdgeStatement, key: Said) -> Row:
        block: Mapping[str, object] = {
            **PUBLIC_BLOCK,
            **project_inline(Assertion.of(edge, "")),
            "tenant_id": self._tenant,
            "recorded_at": RECORDED_AT,
            "review_state": "auto",
        }
        shared = {name: value for name, value in block.items() if name not in edge.properties}
        made = self._templates[key] = [None, None, *self.edges.table.row(self._columns, shared)]
        return made


def _counts_more(edge: EdgeStatement, held: EdgeStatement, edge_id: str) -> bool:
    return inline_rank(Assertion.of(edge, edge_id)) > inline_rank(Assertion.of(held, edge_id))
