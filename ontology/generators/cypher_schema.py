"""The schema that the Cypher linter checks statements against: labels, relationship types, property keys."""

from __future__ import annotations

from ontology.model import Ontology, load_ontology

EVIDENCE_LINKS = ("FROM_SOURCE", "OBJECT", "SUBJECT")
"""Links of an Assertion node to its source and to both ends of its edge; the store keeps them for itself."""


def cypher_schema(ontology: Ontology | None = None) -> dict[str, list[str]]:
    """Every name a statement may use; a renamed label, type or property breaks the statements that use it."""
    schema = ontology or load_ontology()
    keys = {field for label in schema.nodes for field in schema.node_fields(label)}
    keys |= {field for rel_type in schema.relationships for field in schema.edge_fields(rel_type)}
    return {
        "labels": sorted(schema.nodes),
        "relationshipTypes": sorted([*schema.relationships, *EVIDENCE_LINKS]),
        "propertyKeys": sorted(keys),
    }
