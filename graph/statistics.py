"""Counts of a graph by label and type. It counts; it judges nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.scope import CallerRole, Purpose, Scope, Viewer
from graph.store import GraphStore
from ontology.model import REFERENCE_TENANT, load_ontology

_COUNTER = Viewer("statistics", frozenset({CallerRole.SERVICE}))


@dataclass(frozen=True, slots=True)
class Statistics:
    """How many nodes of each label and edges of each type there are; labels and types without any are left out."""

    nodes: Mapping[str, int]
    edges: Mapping[str, int]

    def as_dict(self) -> dict[str, object]:
        """Plain data, totals included."""
        return {
            "nodes": dict(self.nodes),
            "edges": dict(self.edges),
            "node_count": sum(self.nodes.values()),
            "edge_count": sum(self.edges.values()),
        }


def statistics(store: GraphStore, tenants: Sequence[str]) -> Statistics:
    """Count the content and evidence of the tenants on the server."""
    ontology = load_ontology()
    labels = sorted(node.name for node in ontology.nodes.values() if not node.operational)
    return Statistics(
        nodes=_counted(store, tenants, "count_nodes", labels),
        edges=_counted(store, tenants, "count_edges", sorted(ontology.relationships)),
    )


def _counted(store: GraphStore, tenants: Sequence[str], statement: str, names: Iterable[str]) -> dict[str, int]:
    wanted = set(tenants)
    # A scope sees its own tenant and the classifications: those are counted along with the first.
    scopes = [Scope(each, Purpose.GOVERNANCE, _COUNTER) for each in sorted(wanted - {REFERENCE_TENANT})]
    scopes = scopes or [Scope(REFERENCE_TENANT, Purpose.GOVERNANCE, _COUNTER)]
    counts: Counter[str] = Counter()
    for name in names:
        by_tenant = {
            str(row["tenant"]): row["count"] for scope in scopes for row in store.read(f"{statement}:{name}", scope)
        }
        for tenant_id, count in by_tenant.items():
            if tenant_id in wanted and isinstance(count, int):
                counts[name] += count
    return {name: count for name, count in counts.items() if count}
