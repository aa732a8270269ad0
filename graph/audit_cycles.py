"""The auditor on hierarchies: relationship types that the ontology declares acyclic have no cycle on any day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import networkx as nx

from graph.audit_findings import Code, Finding
from graph.keys import NodeKey
from graph.store import EdgeRecord, GraphStore, stands
from ontology.model import load_ontology

_SHOWN = 10


def cycles(store: GraphStore, tenants: Sequence[str]) -> Iterator[Finding]:
    """One finding for each knot of live edges that lead back to where they start on the same day."""
    for relationship in sorted(load_ontology().relationships.values(), key=lambda each: each.name):
        if relationship.acyclic:
            yield from _cycles_of(store, tenants, relationship.name)


def _cycles_of(store: GraphStore, tenants: Sequence[str], rel_type: str) -> Iterator[Finding]:
    live = [
        record
        for record in store.scan(tenants, relationships=(rel_type,))
        if isinstance(record, EdgeRecord) and stands(record.properties)
    ]
    for knot in _knots(live):
        inside = [edge for edge in live if edge.start in knot and edge.end in knot]
        ring = _ring_on_some_day(inside)
        if ring:
            names = " > ".join(f"{edge.start.label} {edge.start.id}" for edge in ring[:_SHOWN])
            more = f" (and {len(ring) - _SHOWN} more)" if len(ring) > _SHOWN else ""
            text = f"{rel_type} goes in a circle: {names}{more}."
            yield Finding(Code.CYCLE, text, min(edge.edge_id for edge in ring))


def _knots(edges: Iterable[EdgeRecord]) -> list[set[NodeKey]]:
    nx_view: nx.DiGraph[NodeKey] = nx.DiGraph((edge.start, edge.end) for edge in edges)
    found = nx.strongly_connected_components(nx_view)
    return sorted((knot for knot in found if len(knot) > 1 or all(nx_view.has_edge(n, n) for n in knot)), key=min)


def _ring_on_some_day(edges: Sequence[EdgeRecord]) -> list[EdgeRecord]:
    """The edges of a circle that holds on one and the same day; who once led and now follows makes none."""
    for day in sorted({_first_day(edge) for edge in edges}):
        nx_view: nx.DiGraph[NodeKey] = nx.DiGraph()
        for edge in sorted(edges, key=lambda each: each.edge_id):
            if _first_day(edge) <= day <= _last_day(edge):
                nx_view.add_edge(edge.start, edge.end, record=edge)
        try:
            ring = nx.find_cycle(nx_view)
        except nx.NetworkXNoCycle:
            continue
        return [nx_view.edges[start, end]["record"] for start, end, *_ in ring]
    return []


def _first_day(edge: EdgeRecord) -> date:
    first = edge.properties.get("valid_from")
    return first if isinstance(first, date) else date.min


def _last_day(edge: EdgeRecord) -> date:
    last = edge.properties.get("valid_to")
    return last if isinstance(last, date) else date.max
