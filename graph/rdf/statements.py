"""RDF resources as statements of a change set, each checked by the identifier that follows from it. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, cast

import orjson

from graph.changes import EdgeStatement, NodeStatement, Provenance
from graph.keys import NodeKey, Value, digest
from graph.rdf.reading import Described
from graph.rdf.terms import edge_iri, node_iri
from graph.rdf.values import ValueReader
from graph.rows import typed
from ontology.errors import InvalidRecord
from ontology.model import REFERENCE_TENANT, load_ontology

REMAKE: Final = "Export it again, or leave out identifiers and hashes that no longer fit."
_NOBODY: Final = Provenance("", "", datetime.min.replace(tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge resource: what a statement about it needs, and the values of its own block."""

    tenant_id: str
    rel_type: str
    start: NodeKey
    end: NodeKey
    qualifier: str | None
    values: Mapping[str, Value]

    def statement(self, said: Mapping[str, Value], provenance: Provenance, *, retracts: bool) -> EdgeStatement:
        """A statement that says this of the edge (``valid_from`` and ``valid_to`` among it)."""
        own = {name: value for name, value in said.items() if name not in ("valid_from", "valid_to")}
        return EdgeStatement(
            tenant_id=self.tenant_id,
            rel_type=self.rel_type,
            start=self.start,
            end=self.end,
            properties=own,
            provenance=provenance,
            qualifier=self.qualifier,
            valid_from=cast("date | None", said.get("valid_from")),
            valid_to=cast("date | None", said.get("valid_to")),
            retracts=retracts,
        )


def node_statement(reader: ValueReader, described: Described, label: str) -> NodeStatement:
    """What the source of a node says of it."""
    ontology = load_ontology()
    values = reader.values(described, ontology.node_fields(label))
    key = NodeKey(label, str(values["tenant_id"]), str(values["id"]))
    if node_iri(key) != described.iri:
        raise InvalidRecord("The IRI does not fit tenant and identifier.", remedy=REMAKE, field="dct:identifier")
    own = {name: values[name] for name in ontology.node(label).properties if name in values}
    statement = NodeStatement(key, own, _node_provenance(key, values))
    _check(values, "payload_hash", statement.payload_hash)
    return statement


def _node_provenance(key: NodeKey, values: Mapping[str, Value]) -> Provenance:
    """A source speaks for itself; everything else must say who said it and when."""
    needed = ("observed_at",) if key.label == "Source" else ("source_id", "source_record", "observed_at")
    missing = [name for name in needed if values.get(name) is None]
    if missing:
        term = load_ontology().node_block[missing[0]].maps_to
        raise InvalidRecord(f"{term} is missing: nothing enters without a source.", remedy="Add it.", field=term)
    source = str(values.get("source_id") or key.id)
    return Provenance(source, str(values.get("source_record") or source), cast("datetime", values["observed_at"]))


def edge(reader: ValueReader, described: Described, rel_type: str) -> Edge:
    """The edge that a statement resource stands for."""
    ontology = load_ontology()
    start, end = reader.end(described, "start"), reader.end(described, "end")
    if (start.label, end.label) not in ontology.relationship(rel_type).ends:
        message = f"{rel_type} does not lead from {start.label} to {end.label}."
        raise InvalidRecord(message, remedy="See docs/ontology.md for the ends it may have.", field="rdf:type")
    values = reader.values(described, ontology.edge_fields(rel_type))
    tenant = str(values["tenant_id"])
    allowed = {REFERENCE_TENANT, tenant}
    if not {start.tenant_id, end.tenant_id} <= allowed:
        remedy = "Let it lead to its own tenant or to _ref."
        raise InvalidRecord("An edge leads into another tenant.", remedy=remedy, field="cairn:tenant")
    result = Edge(tenant, rel_type, start, end, cast("str | None", values.get("qualifier")), values)
    identifier = result.statement({}, _NOBODY, retracts=False).edge_id
    _check(values, "edge_id", identifier)
    if edge_iri(tenant, identifier) != described.iri:
        raise InvalidRecord("The IRI does not fit type, ends and qualifier.", remedy=REMAKE, field="dct:identifier")
    return result


def inline_statement(about: Edge) -> EdgeStatement:
    """The one statement that an edge's own block makes, where no assertions are kept."""
    own = (*load_ontology().relationship(about.rel_type).properties, "valid_from", "valid_to")
    said = {name: about.values[name] for name in own if name in about.values}
    retracts = about.values.get("retracted_at") is not None
    statement = about.statement(said, _provenance(about.values), retracts=retracts)
    _check(about.values, "payload_hash", digest(statement.payload))
    return statement


def assertion(reader: ValueReader, described: Described) -> Mapping[str, Value]:
    """The values of an assertion resource."""
    return reader.values(described, load_ontology().node_fields("Assertion"))


def assertion_statement(about: Edge, values: Mapping[str, Value]) -> EdgeStatement:
    """The statement that an assertion makes about an edge."""
    said = _payload(str(values["payload"]), about.rel_type)
    statement = about.statement(said, _provenance(values), retracts=bool(values["retracts"]))
    _check(values, "edge_id", statement.edge_id)
    _check(values, "id", statement.assertion_id)
    return statement


def _payload(text: str, rel_type: str) -> dict[str, Value]:
    fields = load_ontology().edge_fields(rel_type)
    try:
        said = orjson.loads(text)
        unknown = said.keys() - fields.keys()
        if not unknown:
            return {name: _exact(value, fields[name].type) for name, value in said.items()}
    except (ValueError, TypeError, AttributeError):
        message = "prov:value is not the canonical JSON of an assertion."
        raise InvalidRecord(message, remedy=REMAKE, field="prov:value") from None
    message = f"The assertion states {min(unknown)}, which {rel_type} does not have."
    raise InvalidRecord(message, remedy="Mend prov:value.", field="prov:value")


def _exact(value: object, value_type: str) -> Value:
    """The value as the statement had it: dates from their text, numbers as they are written."""
    return value if isinstance(value, int | float) else typed(value, value_type)


def _provenance(values: Mapping[str, Value]) -> Provenance:
    return Provenance(
        source_id=str(values["source_id"]),
        source_record=str(values["source_record"]),
        observed_at=cast("datetime", values["observed_at"]),
        method=str(values["method"]),
        extractor_version=str(values["extractor_version"]),
        confidence=cast("float", values["confidence"]),
    )


def _check(values: Mapping[str, Value], name: str, computed: str) -> None:
    """An identifier or hash that the file states must be the one that follows from what it says."""
    stated = values.get(name)
    if stated is not None and stated != computed:
        message = f"The stated {name} does not follow from the resource: it was changed, or damaged on the way."
        raise InvalidRecord(message, remedy=REMAKE, field=name)
