"""The schema as an immutable model, read once from ontology/schema/*.yaml. It validates itself and knows no store."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from importlib import resources
from types import MappingProxyType
from typing import Literal, cast

import yaml

from ontology.errors import SchemaInvalid
from ontology.types import (
    ONTOLOGY_VERSION,
    PURPOSES,
    REFERENCE_TENANT,
    SENSITIVITY,
    VALUE_TYPES,
    NodeType,
    Ontology,
    Property,
    RelationshipType,
    ValueType,
    Variant,
)
from ontology.vocabularies import expand

__all__ = [
    "ONTOLOGY_VERSION",
    "PURPOSES",
    "REFERENCE_TENANT",
    "SENSITIVITY",
    "VALUE_TYPES",
    "NodeType",
    "Ontology",
    "Property",
    "RelationshipType",
    "ValueType",
    "Variant",
    "load_ontology",
    "read_ontology",
]

ATTRIBUTES = frozenset(
    {"type", "meaning", "class", "required", "volatile", "purposes", "retention", "maps_to", "range", "quantum"}
    | {"values", "column", "derived", "refers_to", "values_as", "value_terms"}
)
LAWFUL = frozenset({*PURPOSES, "governance"})

RawTable = Mapping[str, Mapping[str, object]]


def _property(owner: str, name: str, raw: Mapping[str, object], *, block: bool) -> Property:
    def fail(why: str) -> SchemaInvalid:
        return SchemaInvalid(f"{owner}.{name} {why}.", remedy="Mend it in ontology/schema.")

    if unknown := raw.keys() - ATTRIBUTES:
        raise fail(f"has the unknown attribute {min(unknown)!r} (is a meaning with a comma unquoted?)")
    if raw.get("type") not in VALUE_TYPES:
        raise fail(f"has no known type ({raw.get('type')!r})")
    if raw.get("class") not in SENSITIVITY:
        raise fail("has no sensitivity class")
    purposes = frozenset(cast("list[str]", raw.get("purposes", [])))
    if not block and not purposes:
        raise fail("names no lawful purpose")
    if not purposes <= LAWFUL:
        raise fail("names an unknown purpose")
    if "public" in purposes and raw["class"] in ("personal", "identifier"):
        raise fail("is about a person and cannot be public")
    if not block and not raw.get("retention"):
        raise fail("does not say how long it is kept")
    if not raw.get("meaning") or not raw.get("maps_to"):
        raise fail("lacks its meaning or the standard term it maps to")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise fail("is not in snake_case")
    low, high = cast("tuple[float | None, float | None]", raw.get("range", (None, None)))
    return Property(
        name=name,
        type=cast("ValueType", raw["type"]),
        meaning=str(raw["meaning"]),
        sensitivity=str(raw["class"]),
        required=bool(raw.get("required", False)),
        volatile=bool(raw.get("volatile", False)),
        purposes=tuple(cast("list[str]", raw.get("purposes", []))),
        retention=str(raw.get("retention", "")),
        maps_to=str(raw["maps_to"]),
        minimum=low,
        maximum=high,
        quantum=cast("float | None", raw.get("quantum")),
        values=tuple(cast("list[str]", raw.get("values", []))),
        column=cast("str | None", raw.get("column")),
        derived=bool(raw.get("derived", False)),
        refers_to=str(raw.get("refers_to", "")),
        values_as=str(raw.get("values_as", "")),
        value_terms=MappingProxyType(cast("dict[str, str]", raw.get("value_terms", {}))),
    )


def _variants(raw: Mapping[str, object]) -> tuple[Variant, ...]:
    return tuple(Variant(**fields) for fields in cast("list[dict[str, str]]", raw.get("variants", [])))


def _properties(owner: str, raw: RawTable, *, block: bool = False) -> Mapping[str, Property]:
    return MappingProxyType({name: _property(owner, name, fields, block=block) for name, fields in raw.items()})


def _node_type(family: str, name: str, raw: Mapping[str, object]) -> NodeType:
    return NodeType(
        name=name,
        family=family,
        meaning=str(raw["meaning"]),
        maps_to=str(raw["maps_to"]),
        caption=str(raw["caption"]),
        tenancy=cast("Literal['reference', 'tenant', 'both']", raw["tenancy"]),
        properties=_properties(name, cast("RawTable", raw["properties"])),
        personal=bool(raw.get("personal", False)),
        operational=bool(raw.get("operational", False)),
        exchanged=bool(raw.get("exchanged", not raw.get("operational", False))),
        evidence=bool(raw.get("evidence", False)),
        search=tuple(cast("list[str]", raw.get("search", []))),
        variants=_variants(raw),
    )


def _relationship_type(family: str, name: str, raw: Mapping[str, object]) -> RelationshipType:
    return RelationshipType(
        name=name,
        family=family,
        meaning=str(raw["meaning"]),
        ends=tuple((start, end) for start, end in cast("list[list[str]]", raw["ends"])),
        caption=str(raw["caption"]),
        reverse=str(raw["reverse"]),
        maps_to=str(raw["maps_to"]),
        properties=_properties(name, cast("RawTable", raw["properties"])),
        assertions=cast("Literal['node', 'inline', 'by_tenant']", raw["assertions"]),
        subject=cast("Literal['start', 'end'] | None", raw.get("subject")),
        qualifier=cast("str | None", raw.get("qualifier")),
        acyclic=bool(raw.get("acyclic", False)),
        variants=_variants(raw),
    )


def _check(ontology: Ontology) -> None:
    for node in ontology.nodes.values():
        _check_terms(node.name, (node.maps_to, *(variant.maps_to for variant in node.variants)))
        if node.exchanged:
            _check_fields(node.name, ontology.node_fields(node.name))
        if node.caption not in ontology.node_fields(node.name):
            raise SchemaInvalid(f"{node.name} has an unknown property as its caption.")
    for relationship in ontology.relationships.values():
        _check_terms(relationship.name, (relationship.maps_to, *(variant.maps_to for variant in relationship.variants)))
        _check_fields(relationship.name, ontology.edge_fields(relationship.name))
        _check_relationship(relationship, ontology)


def _check_relationship(relationship: RelationshipType, ontology: Ontology) -> None:
    for label in {label for ends in relationship.ends for label in ends}:
        ontology.node(label)
    personal = any(ontology.node(start).name == "Person" for start, _ in relationship.ends)
    if personal and relationship.subject is None:
        raise SchemaInvalid(f"{relationship.name} starts at a person but names no subject end.")
    if relationship.qualifier is not None and relationship.qualifier not in ontology.edge_fields(relationship.name):
        raise SchemaInvalid(f"{relationship.name} is qualified by an unknown property.")


def _check_terms(owner: str, terms: Iterable[str]) -> None:
    for term in terms:
        if expand(term) is None:
            raise SchemaInvalid(f"{owner} maps to {term}, whose prefix is not declared in ontology/vocabularies.py.")


def _check_fields(owner: str, fields: Mapping[str, Property]) -> None:
    """Each property needs its own term, or RDF could not be read back."""
    seen: dict[str, str] = {}
    for name, field in fields.items():
        _check_terms(f"{owner}.{name}", (field.maps_to, *field.value_terms.values()))
        if other := seen.get(field.maps_to):
            raise SchemaInvalid(f"{owner}.{name} and {owner}.{other} both map to {field.maps_to}.")
        seen[field.maps_to] = name


def read_ontology(files: Mapping[str, str]) -> Ontology:
    """Read the schema from YAML texts by file name and check it.

    Raises ``SchemaInvalid`` when a property lacks type, class, purpose, retention, meaning or standard term,
    when an end is unknown, when two properties of a type share a term, or when a personal relationship names
    no subject.
    """
    nodes: dict[str, NodeType] = {}
    relationships: dict[str, RelationshipType] = {}
    blocks: Mapping[str, RawTable] = {}
    for name, text in sorted(files.items()):
        raw = yaml.safe_load(text)
        if name == "blocks.yaml":
            blocks = raw
            continue
        try:
            nodes |= {label: _node_type(raw["family"], label, row) for label, row in (raw.get("nodes") or {}).items()}
            for rel_type, row in (raw.get("relationships") or {}).items():
                relationships[rel_type] = _relationship_type(raw["family"], rel_type, row)
        except KeyError as missing:
            raise SchemaInvalid(f"A type in {name} lacks the key {missing}.", remedy="Add it.") from None
    ontology = Ontology(
        nodes=MappingProxyType(nodes),
        relationships=MappingProxyType(relationships),
        node_block=_properties("node_block", blocks["node_block"], block=True),
        person_block=_properties("person_block", blocks["person_block"], block=True),
        edge_block=_properties("edge_block", blocks["edge_block"], block=True),
    )
    _check(ontology)
    return ontology


@functools.cache
def load_ontology() -> Ontology:
    """Read, check and cache the schema files of this installation."""
    files = resources.files("ontology") / "schema"
    return read_ontology(
        {file.name: file.read_text("utf-8") for file in files.iterdir() if file.name.endswith(".yaml")}
    )
