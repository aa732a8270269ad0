"""Descriptions of GraphQL fields that mirror a property of the ontology: taken from it, never written twice."""

from __future__ import annotations

from ontology.errors import SchemaInvalid
from ontology.model import load_ontology


def node_meaning(label: str) -> str:
    """What the ontology says the label means."""
    return load_ontology().node(label).meaning


def meaning_of(owner: str, name: str) -> str:
    """What the ontology says a property means; ``owner`` is a label, a relationship type or ``edge``.

    Raises ``SchemaInvalid`` when there is no such property, so that a renamed one is noticed at start.
    """
    ontology = load_ontology()
    if owner == "edge":
        spec = ontology.edge_block.get(name)
    elif owner in ontology.nodes:
        spec = ontology.nodes[owner].properties.get(name) or ontology.node_block.get(name)
    else:
        spec = ontology.relationship(owner).properties.get(name)
    if spec is None:
        raise SchemaInvalid(f"The ontology has no property {owner}.{name}.", remedy="Mend api/schema.")
    return spec.meaning
