"""The schema as an immutable model, read once from ontology/schema/*.yaml. It validates itself and knows no store."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Literal, cast

import yaml

from ontology.errors import SchemaInvalid

REFERENCE_TENANT = "_ref"
"""Tenant id under which shared classifications live. Tenant edges may point into it, never out of it."""

ONTOLOGY_VERSION = "1.0.0"

ValueType = Literal["string", "text", "integer", "float", "boolean", "date", "datetime", "string[]", "date[]"]
VALUE_TYPES = frozenset({"string", "text", "integer", "float", "boolean", "date", "datetime", "string[]", "date[]"})
SENSITIVITY = frozenset({"public", "internal", "personal", "identifier"})
PURPOSES = ("career_path", "skill_gap", "mentor_match", "analytics", "public")
"""Purposes that may stand in an edge's ``scopes``; the order is the bit order of the snapshot's masks."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or relationship type, with its meaning, class and lawful purposes."""

    name: str
    type: ValueType
    meaning: str
    sensitivity: str
    required: bool = False
    volatile: bool = False
    purposes: tuple[str, ...] = ()
    retention: str = ""
    maps_to: str = ""
    minimum: float | None = None
    maximum: float | None = None
    quantum: float | None = None
    values: tuple[str, ...] = ()
    column: str | None = None

    def rounded(self, value: float) -> float:
        """Return ``value`` on this property's grid (``quantum``), or unchanged where it has none."""
        if self.quantum is None:
            return value
        return round(round(value / self.quantum) * self.quantum, 4)


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label: meaning, standard term, own properties (without the node block) and how it is treated."""

    name: str
    family: str
    meaning: str
    maps_to: str
    caption: str
    tenancy: Literal["reference", "tenant", "both"]
    properties: Mapping[str, Property]
    personal: bool = False
    operational: bool = False
    evidence: bool = False
    search: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A relationship type: permitted ends, subject person, qualifier and how its assertions are kept.

    ``subject`` is the end that is the person concerned (None for non-personal types). ``qualifier`` names
    the property that tells parallel edges apart. ``assertions`` is ``node`` (each statement is an
    ``Assertion`` node), ``inline`` (the edge's own block is the statement) or ``by_tenant`` (inline in
    ``_ref``, nodes elsewhere).
    """

    name: str
    family: str
    meaning: str
    ends: tuple[tuple[str, str], ...]
    caption: str
    reverse: str
    maps_to: str
    properties: Mapping[str, Property]
    assertions: Literal["node", "inline", "by_tenant"]
    subject: Literal["start", "end"] | None = None
    qualifier: str | None = None
    acyclic: bool = False

    def asserted_by_nodes(self, tenant_id: str) -> bool:
        """Whether statements about edges of this type are kept as ``Assertion`` nodes in that tenant."""
        return self.assertions == "node" or (self.assertions == "by_tenant" and tenant_id != REFERENCE_TENANT)


@dataclass(frozen=True, slots=True)
class Ontology:
    """All node and relationship types and the blocks they carry."""

    nodes: Mapping[str, NodeType]
    relationships: Mapping[str, RelationshipType]
    node_block: Mapping[str, Property]
    person_block: Mapping[str, Property]
    edge_block: Mapping[str, Property]

    def content_nodes(self) -> Iterator[NodeType]:
        """Node types that are part of the graph's content (not operational, not assertions)."""
        return (node for node in self.nodes.values() if not node.operational and not node.evidence)

    def node(self, label: str) -> NodeType:
        """The node type, or ``SchemaInvalid``."""
        try:
            return self.nodes[label]
        except KeyError:
            raise SchemaInvalid(f"The ontology has no node type {label}.") from None

    def relationship(self, rel_type: str) -> RelationshipType:
        """The relationship type, or ``SchemaInvalid``."""
        try:
            return self.relationships[rel_type]
        except KeyError:
            raise SchemaInvalid(f"The ontology has no relationship type {rel_type}.") from None


RawTable = Mapping[str, Mapping[str, object]]


def _property(owner: str, name: str, raw: Mapping[str, object], *, block: bool) -> Property:
    def fail(why: str) -> SchemaInvalid:
        return SchemaInvalid(f"{owner}.{name} {why}.", remedy="Mend it in ontology/schema.")

    if raw.get("type") not in VALUE_TYPES:
        raise fail(f"has no known type ({raw.get('type')!r})")
    if raw.get("class") not in SENSITIVITY:
        raise fail("has no sensitivity class")
    if not block and not raw.get("purposes"):
        raise fail("names no lawful purpose")
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
    )


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
        evidence=bool(raw.get("evidence", False)),
        search=tuple(cast("list[str]", raw.get("search", []))),
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
    )


def _check(ontology: Ontology) -> None:
    for relationship in ontology.relationships.values():
        for label in {label for ends in relationship.ends for label in ends}:
            ontology.node(label)
        personal = any(ontology.node(start).name == "Person" for start, _ in relationship.ends)
        if personal and relationship.subject is None:
            raise SchemaInvalid(f"{relationship.name} starts at a person but names no subject end.")
        known = {*relationship.properties, *ontology.edge_block}
        if relationship.qualifier is not None and relationship.qualifier not in known:
            raise SchemaInvalid(f"{relationship.name} is qualified by an unknown property.")


@functools.cache
def load_ontology() -> Ontology:
    """Read, check and cache the schema files.

    Raises ``SchemaInvalid`` when a property lacks type, class, purpose, meaning or standard term, when an
    end is unknown, or when a personal relationship names no subject.
    """
    nodes: dict[str, NodeType] = {}
    relationships: dict[str, RelationshipType] = {}
    blocks: Mapping[str, RawTable] = {}
    files = resources.files("ontology") / "schema"
    for file in sorted(files.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".yaml"):
            continue
        raw = yaml.safe_load(file.read_text("utf-8"))
        if file.name == "blocks.yaml":
            blocks = raw
            continue
        family = raw["family"]
        for name, fields in (raw.get("nodes") or {}).items():
            nodes[name] = _node_type(family, name, fields)
        for name, fields in (raw.get("relationships") or {}).items():
            relationships[name] = _relationship_type(family, name, fields)
    ontology = Ontology(
        nodes=MappingProxyType(nodes),
        relationships=MappingProxyType(relationships),
        node_block=_properties("node_block", blocks["node_block"], block=True),
        person_block=_properties("person_block", blocks["person_block"], block=True),
        edge_block=_properties("edge_block", blocks["edge_block"], block=True),
    )
    _check(ontology)
    return ontology
