"""All that is content of a tenant in a store, for comparing two stores or two tenants."""

from __future__ import annotations

from graph.store import EdgeRecord, GraphStore
from ontology.model import load_ontology

_VOLATILE = frozenset({"recorded_at", "ontology_version", "ingest_run"})


def contents(store: GraphStore, tenant: str) -> dict[str, dict[str, object]]:
    """Every node, assertion and edge of the tenant with all properties that do not vary by time of writing."""
    ontology = load_ontology()
    labels = [name for name, label in ontology.nodes.items() if not label.operational]
    found: dict[str, dict[str, object]] = {}
    for row in store.scan([tenant], nodes=labels, relationships=list(ontology.relationships)):
        name = row.edge_id if isinstance(row, EdgeRecord) else str(row.key)
        found[name] = {key: value for key, value in sorted(row.properties.items()) if key not in _VOLATILE}
    return found


def live(store: GraphStore, tenant: str, *rel_types: str) -> list[EdgeRecord]:
    """Live edges of the types."""
    rows = store.scan([tenant], relationships=rel_types)
    return [row for row in rows if isinstance(row, EdgeRecord) and row.properties.get("retracted_at") is None]
