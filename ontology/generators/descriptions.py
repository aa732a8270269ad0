"""Descriptions of every type and property, for the GraphQL schema: what a reader of the API is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from ontology.model import Ontology, Property, load_ontology

Described: TypeAlias = dict[str, str | dict[str, str]]


def descriptions(ontology: Ontology | None = None) -> dict[str, dict[str, Described]]:
    """``{"nodes": {label: {"description", "fields": {name: text}}}, "relationships": {...}}``."""
    schema = ontology or load_ontology()
    return {
        "nodes": {
            node.name: {"description": node.meaning, "fields": _fields(schema.node_fields(node.name).values())}
            for node in schema.nodes.values()
        },
        "relationships": {
            relationship.name: {
                "description": relationship.meaning,
                "reverse": relationship.reverse,
                "fields": _fields(schema.edge_fields(relationship.name).values()),
            }
            for relationship in schema.relationships.values()
        },
    }


def _fields(fields: Iterable[Property]) -> dict[str, str]:
    return {field.name: describe(field) for field in fields}


def describe(field: Property) -> str:
    """The meaning, then what the reader must know to use the value: its class and lawful purposes if personal."""
    if field.sensitivity not in ("personal", "identifier"):
        return field.meaning
    kind = "Identifies a person" if field.sensitivity == "identifier" else "Personal data"
    return f"{field.meaning} {kind}; used for {', '.join(field.purposes)}."
