"""Graph records as RDF resources, by the ontology. Pure and one way; ``statements`` goes the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import cast
from urllib.parse import quote

from graph.keys import NodeKey, Scalar, Value
from graph.rdf.terms import Fact, Iri, Plain, Resource, Term, edge_iri, literal, node_iri, referred_iri
from graph.store import EdgeRecord, NodeRecord, stands
from ontology.errors import SchemaInvalid
from ontology.generators.jsonld_context import ENDS
from ontology.model import Property, Variant, load_ontology
from ontology.vocabularies import expand

ORDER = "cairn:order"
"""Term under which the order of an unsorted list is kept: RDF knows sets of values only."""


def node_resource(record: NodeRecord) -> Resource:
    """A node: its class, the standard class, a narrower one where it fits, and its properties."""
    node = load_ontology().node(record.key.label)
    fields = _fields(record.key.label)
    types = [f"cairn:{node.name}", node.maps_to, *_fitting(node.variants, record.properties)]
    return Resource(
        node_iri(record.key), tuple(dict.fromkeys(types)), tuple(_facts(record, fields, record.key.tenant_id))
    )


def edge_resources(record: EdgeRecord) -> Iterator[Resource]:
    """An edge as a statement resource with its provenance, and the plain triple while it holds."""
    tenant = str(record.properties["tenant_id"])
    fields = _fields(record.rel_type)
    predicate = edge_term(record)
    start, end = Iri(node_iri(record.start)), Iri(node_iri(record.end))
    ends = zip(ENDS.items(), (start, Iri(expand(predicate) or predicate), end), strict=True)
    facts = [Fact(name, term, (value,)) for (name, term), value in ends]
    types = (f"cairn:{record.rel_type}", "rdf:Statement", "prov:Entity")
    yield Resource(edge_iri(tenant, record.edge_id), types, (*facts, *_facts(record, fields, tenant)))
    if holds(record):
        yield Resource(start.value, (), (Fact(predicate, predicate, (end,)),))


@cache
def _fields(owner: str) -> Mapping[str, Property]:
    """All fields of a label or relationship type."""
    ontology = load_ontology()
    fields = ontology.node_fields(owner) if owner in ontology.nodes else ontology.edge_fields(owner)
    return MappingProxyType(fields)


def reference(key: NodeKey) -> Resource:
    """The mere mention of a node that the document does not describe, so that its kind is known."""
    return Resource(node_iri(key), (f"cairn:{key.label}Reference",), ())


def holds(record: EdgeRecord) -> bool:
    """Whether the edge may be said without qualification: asserted, not ended, not rejected."""
    return stands(record.properties) and record.properties.get("valid_to") is None


def edge_term(record: EdgeRecord) -> str:
    """The standard term for this very edge (``skos:exactMatch`` for an exact match)."""
    relationship = load_ontology().relationship(record.rel_type)
    fitting = _fitting(relationship.variants, record.properties, record.start.label)
    return next(fitting, relationship.maps_to)


def _fitting(variants: tuple[Variant, ...], properties: Mapping[str, Value], start: str = "") -> Iterator[str]:
    return (variant.maps_to for variant in variants if variant.fits(properties, start))


def _facts(record: NodeRecord | EdgeRecord, fields: Mapping[str, Property], tenant: str) -> Iterator[Fact]:
    itself = (Iri(node_iri(record.key)),) if isinstance(record, NodeRecord) else ()
    for name in record.properties.keys() - fields.keys():
        if record.properties[name] is not None:
            raise SchemaInvalid(f"The store holds the property {name}, which the ontology does not declare.")
    order: list[Term] = []
    for name, field in fields.items():
        value = record.properties.get(name)
        if value is None or field.volatile:
            continue
        values = cast("list[Scalar]", value) if isinstance(value, list) else [value]
        if isinstance(value, list) and not field.derived and (mark := list_order(name, values)):
            order.append(Plain(mark, "xsd:string"))
        terms = tuple(_term(item, field, tenant) for item in dict.fromkeys(values))
        if terms and terms != itself:  # a source is not derived from itself
            yield Fact(name, field.maps_to, terms)
    if order:
        yield Fact(ORDER, ORDER, tuple(order))


def list_order(name: str, values: list[Scalar]) -> str | None:
    """What tells the list apart from the sorted set of its values; None where they are the same."""
    distinct = sorted(set(values), key=str)
    if values and values == distinct:
        return None
    places = {value: place for place, value in enumerate(distinct)}
    return f"{name}:{','.join(str(places[value]) for value in values)}"


def _term(value: Scalar, field: Property, tenant: str) -> Term:
    if field.refers_to:
        return Iri(referred_iri(field.refers_to, tenant, str(value)))
    if field.value_terms:
        term = field.value_terms[str(value)]
        return Iri(expand(term) or term)
    if field.values_as:
        return Iri(f"{expand(field.values_as)}{quote(str(value), safe='')}")
    return literal(value)
