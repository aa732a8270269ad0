"""The JSON-LD 1.1 context: schema property names become standard terms, by the type of the object they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ontology.model import Ontology, Property, load_ontology
from ontology.vocabularies import DATATYPES, PREFIXES

Definition: TypeAlias = "str | bool | float | dict[str, Definition]"

ENDS = {"start": "rdf:subject", "predicate": "rdf:predicate", "end": "rdf:object"}
"""Names of the ends of an edge object, and the terms they stand for."""


def jsonld_context(ontology: Ontology | None = None) -> dict[str, Definition]:
    """The context; a type brings the names of its own properties (`name` is skos:prefLabel on a Skill)."""
    schema = ontology or load_ontology()
    context: dict[str, Definition] = {"@version": 1.1, **PREFIXES}
    for node in schema.nodes.values():
        if node.exchanged:
            context[node.name] = _type(node.name, schema.node_fields(node.name))
            context[f"{node.name}Reference"] = f"cairn:{node.name}Reference"
    for relationship in schema.relationships.values():
        ends: dict[str, Definition] = {name: {"@id": term, "@type": "@id"} for name, term in ENDS.items()}
        context[relationship.name] = _type(relationship.name, schema.edge_fields(relationship.name), ends)
    return context


def _type(name: str, fields: Mapping[str, Property], more: Mapping[str, Definition] | None = None) -> Definition:
    stated = {field.name: _field(field) for field in fields.values() if not field.volatile}
    return {"@id": f"cairn:{name}", "@context": {**stated, **(more or {})}}


def _field(field: Property) -> Definition:
    by_iri = field.refers_to or field.values_as or field.value_terms
    definition: dict[str, Definition] = {"@id": field.maps_to}
    datatype = "@id" if by_iri else DATATYPES[field.type]
    if datatype != "xsd:string":  # plain text needs none, and is the same literal then as in Turtle
        definition["@type"] = datatype
    if field.type.endswith("[]"):
        definition["@container"] = "@set"
    return definition
