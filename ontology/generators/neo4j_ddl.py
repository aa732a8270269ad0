"""Constraints and indexes as Cypher, in layers by what a server can take. It applies nothing; the store does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ontology.model import Ontology, Property, ValueType, load_ontology

Edition = Literal["embedded", "community", "enterprise"]

CYPHER_TYPES: dict[ValueType, str] = {
    "string": "STRING",
    "text": "STRING",
    "integer": "INTEGER",
    "float": "FLOAT",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "datetime": "ZONED DATETIME",
    "string[]": "LIST<STRING NOT NULL>",
    "date[]": "LIST<DATE NOT NULL>",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One DDL statement. ``name`` is the name of the constraint or index it makes."""

    name: str
    cypher: str


def snake(name: str) -> str:
    """``HAS_SKILL`` and ``SkillGroup`` as ``has_skill`` and ``skill_group``."""
    if name.isupper():
        return name.lower()
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name).lstrip("_")


def statements(edition: Edition, ontology: Ontology | None = None) -> list[Statement]:
    """All statements for the edition, in order: ``embedded`` < ``community`` < ``enterprise``.

    Each edition starts with the statements of the one before it, so that an upgrade only adds.
    """
    schema = ontology or load_ontology()
    result = list(core(schema))
    if edition != "embedded":
        result += full_text(schema)
    if edition == "enterprise":
        result += enterprise(schema)
    return result


def core(ontology: Ontology) -> Iterator[Statement]:
    """What every back end takes: identity of nodes and edges, and the two look-ups the store lives on."""
    for label in ontology.nodes:
        yield _unique_node(label, "tenant_id", "id")
    for rel_type in ontology.relationships:
        yield _constraint(f"{snake(rel_type)}_edge_id_unique", f"()-[r:{rel_type}]-()", "r.edge_id IS UNIQUE")
    yield _unique_node("Outbox", "tenant_id", "version")
    yield _index("Assertion", "edge_id")
    yield _index("Assertion", "source_record")
    yield _index("QuarantinedRecord", "record_key")
    yield _index("ConsentGrant", "tenant_id", "person_id")
    yield _unique_node("AnswerEntry", "tenant_id", "sequence")
    yield _index("AnswerEntry", "tenant_id", "answer_id")


def full_text(ontology: Ontology) -> Iterator[Statement]:
    """One full-text index per searchable label (Neo4j only)."""
    for node in ontology.nodes.values():
        if node.search:
            name = f"{snake(node.name)}_full_text"
            fields = ", ".join(f"n.{field}" for field in node.search)
            yield Statement(name, f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{node.name}) ON EACH [{fields}]")


def vector(label: str, field: str, dimensions: int) -> Statement:
    """A vector index for a configured encoder (Neo4j only); not part of any edition because the size is a setting."""
    name = f"{snake(label)}_{field}_vector"
    options = f"{{indexConfig: {{`vector.dimensions`: {dimensions}, `vector.similarity_function`: 'cosine'}}}}"
    return Statement(name, f"CREATE VECTOR INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{field}) OPTIONS {options}")


def enterprise(ontology: Ontology) -> Iterator[Statement]:
    """Existence of what is required and type of what is not text (Neo4j Enterprise only).

    Uniqueness and existence of the same properties together are a key. A KEY constraint beside the uniqueness
    constraint of ``core`` would be refused as conflicting, so none is made.
    """
    for node in ontology.nodes.values():
        for field in ontology.node_fields(node.name).values():
            yield from _field(f"{snake(node.name)}_{field.name}", f"(r:{node.name})", field)
    for relationship in ontology.relationships.values():
        for field in ontology.edge_fields(relationship.name).values():
            yield from _field(f"{snake(relationship.name)}_{field.name}", f"()-[r:{relationship.name}]-()", field)


def _field(name: str, pattern: str, field: Property) -> Iterator[Statement]:
    if field.required:
        yield _constraint(f"{name}_exists", pattern, f"r.{field.name} IS NOT NULL")
    if field.type not in ("string", "text"):
        yield _constraint(f"{name}_type", pattern, f"r.{field.name} IS :: {CYPHER_TYPES[field.type]}")


def _unique_node(label: str, *fields: str) -> Statement:
    columns = ", ".join(f"n.{field}" for field in fields)
    return _constraint(f"{snake(label)}_{'_'.join(fields)}_unique", f"(n:{label})", f"({columns}) IS UNIQUE")


def _constraint(name: str, pattern: str, rule: str) -> Statement:
    return Statement(name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR {pattern} REQUIRE {rule}")


def _index(label: str, *fields: str) -> Statement:
    name = f"{snake(label)}_{'_'.join(fields)}_index"
    columns = ", ".join(f"n.{field}" for field in fields)
    return Statement(name, f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON ({columns})")
