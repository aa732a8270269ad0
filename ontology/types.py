"""What the schema is made of: properties, node types, relationship types. Plain data; ontology.model reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

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
    """One property of a node or relationship type, with its meaning, class and lawful purposes.

    ``derived`` values are computed by the store and never stated. In RDF the value is a literal, unless it is
    the id of another node (``refers_to`` its label, or ``edge``), stands for a term ``values_as`` + value, or
    is one of the terms in ``value_terms``.
    """

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
    derived: bool = False
    refers_to: str = ""
    values_as: str = ""
    value_terms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def rounded(self, value: float) -> float:
        """Return ``value`` on this property's grid (``quantum``), or unchanged where it has none."""
        if self.quantum is None:
            return value
        return round(round(value / self.quantum) * self.quantum, 4)


@dataclass(frozen=True, slots=True)
class Variant:
    """A narrower standard term for nodes or edges whose ``property`` has ``value`` or that start at ``start``."""

    maps_to: str
    property: str = ""
    value: str | bool | None = None
    start: str = ""

    def fits(self, properties: Mapping[str, object], start: str = "") -> bool:
        """Whether the variant applies to a node or edge with these properties (and this start label)."""
        if self.start:
            return self.start == start
        return properties.get(self.property) == self.value


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label: meaning, standard term, own properties (without the node block) and how it is treated.

    ``operational`` nodes are the service's own and no part of the graph's content; ``exchanged`` ones go out and
    come in as RDF.
    """

    name: str
    family: str
    meaning: str
    maps_to: str
    caption: str
    tenancy: Literal["reference", "tenant", "both"]
    properties: Mapping[str, Property]
    personal: bool = False
    operational: bool = False
    exchanged: bool = True
    evidence: bool = False
    search: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()


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
    variants: tuple[Variant, ...] = ()

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

    def owners(self) -> Iterator[NodeType | RelationshipType]:
        """Everything that has properties of its own: node types, then relationship types."""
        yield from self.nodes.values()
        yield from self.relationships.values()

    def node_fields(self, label: str) -> dict[str, Property]:
        """All properties a node of the label carries, blocks first; its own definition wins over the block's."""
        block = {**self.node_block, **(self.person_block if label == "Person" else {})}
        return {**block, **self.node(label).properties}

    def edge_fields(self, rel_type: str) -> dict[str, Property]:
        """All properties an edge of the type carries, the block first."""
        return {**self.edge_block, **self.relationship(rel_type).properties}

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
