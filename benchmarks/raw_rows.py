"""The rows that the raw driver writes: what a store holds, read back and laid out for UNWIND before the clock runs.

Two ways of writing are tried: a map of properties a row, as one finds it in every manual, and positional rows with
literal properties, which is what Cairn sends. The faster one is the peer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph.rows import Table, edge_columns, node_columns
from graph.statements import create_edges, create_nodes
from graph.store import EdgeRecord, GraphStore, NodeRecord
from ontology.model import REFERENCE_TENANT, load_ontology

Way = Literal["maps", "positions"]
WAYS: tuple[Way, ...] = ("maps", "positions")


@dataclass(frozen=True, slots=True)
class Contents:
    """Nodes by label and edges by what one statement can create together."""

    nodes: dict[str, list[NodeRecord]]
    edges: dict[tuple[str, str, str], list[EdgeRecord]]

    @property
    def size(self) -> int:
        """Nodes and edges together."""
        return sum(map(len, self.nodes.values())) + sum(map(len, self.edges.values()))

    def sample(self, count: int) -> Contents:
        """The first edges of the largest group, and the nodes they touch."""
        shape, group = max(self.edges.items(), key=lambda item: len(item[1]))
        edges = group[:count]
        touched = {key for edge in edges for key in (edge.start, edge.end)}
        nodes = {
            label: [node for node in found if node.key in touched]
            for label, found in self.nodes.items()
            if label in shape[1:]
        }
        return Contents(nodes, {shape: edges})


@dataclass(frozen=True, slots=True)
class Batch:
    """One transaction: a statement and its parameters."""

    statement: str
    parameters: dict[str, Any]


def contents_of(store: GraphStore) -> Contents:
    """Everything in the reference tenant but bookkeeping. All its edges are their own assertion, so none is lost."""
    ontology = load_ontology()
    labels = [name for name, node in ontology.nodes.items() if not node.operational]
    nodes: dict[str, list[NodeRecord]] = defaultdict(list)
    edges: dict[tuple[str, str, str], list[EdgeRecord]] = defaultdict(list)
    for record in store.scan((REFERENCE_TENANT,), nodes=labels, relationships=tuple(ontology.relationships)):
        if isinstance(record, NodeRecord):
            nodes[record.key.label].append(record)
        else:
            edges[record.rel_type, record.start.label, record.end.label].append(record)
    assert not nodes["Assertion"], "assertions of the reference tenant stand in the edges"
    return Contents({label: found for label, found in nodes.items() if found}, dict(edges))


def batches(contents: Contents, way: Way, size: int) -> list[Batch]:
    """The whole content as transactions of at most ``size`` rows, nodes first."""
    make = _Maps if way == "maps" else _Positions
    found: list[Batch] = []
    for label, nodes in contents.nodes.items():
        found += [make.nodes(label, part) for part in _parts(nodes, size)]
    for shape, edges in contents.edges.items():
        ordered = sorted(edges, key=lambda edge: (edge.start.id, edge.end.id))
        found += [make.edges(*shape, part) for part in _parts(ordered, size)]
    return found


def _parts(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    return (items[first : first + size] for first in range(0, len(items), size))


class _Maps:
    @staticmethod
    def nodes(label: str, nodes: Iterable[NodeRecord]) -> Batch:
        statement = f"UNWIND $rows AS row CREATE (n:{label}) SET n = row"
        return Batch(statement, {"rows": [dict(node.properties) for node in nodes]})

    @staticmethod
    def edges(rel_type: str, start: str, end: str, edges: Iterable[EdgeRecord]) -> Batch:
        statement = (
            f"UNWIND $rows AS row MATCH (a:{start} {{tenant_id: $tenant, id: row.start}}) "
            f"MATCH (b:{end} {{tenant_id: $tenant, id: row.end}}) CREATE (a)-[r:{rel_type}]->(b) SET r = row.properties"
        )
        rows = [{"start": edge.start.id, "end": edge.end.id, "properties": dict(edge.properties)} for edge in edges]
        return Batch(statement, {"rows": rows, "tenant": REFERENCE_TENANT})


class _Positions:
    @staticmethod
    def nodes(label: str, nodes: Iterable[NodeRecord]) -> Batch:
        table, columns = Table(), node_columns(label)
        rows = [table.row(columns, node.properties) for node in nodes]
        return Batch(create_nodes(label).text, {"rows": rows, "table": table.values})

    @staticmethod
    def edges(rel_type: str, start: str, end: str, edges: Iterable[EdgeRecord]) -> Batch:
        table, columns = Table(), edge_columns(rel_type)
        rows = [[edge.start.id, edge.end.id, *table.row(columns, edge.properties)] for edge in edges]
        parameters = {"rows": rows, "table": table.values}
        tenants = {"start_tenant": REFERENCE_TENANT, "end_tenant": REFERENCE_TENANT}
        return Batch(create_edges(rel_type, start, end).text, {**parameters, **tenants})
