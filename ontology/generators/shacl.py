"""SHACL shapes: what an exported document must look like to be read back. One shape per label and relationship type."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.generators.owl import new_document, term
from ontology.model import Ontology, Property, RelationshipType, load_ontology
from ontology.vocabularies import DATATYPES


def shacl(ontology: Ontology | None = None) -> Graph:
    """A shapes document for every label and type that an export may contain."""
    schema = ontology or load_ontology()
    document = new_document()
    for node in schema.nodes.values():
        if node.exchanged:
            shape = _node_shape(document, node.name)
            for field in schema.node_fields(node.name).values():
                _add_field(document, shape, _owner(schema, node.name, field), field)
    for relationship in schema.relationships.values():
        shape = _node_shape(document, relationship.name)
        for field in schema.edge_fields(relationship.name).values():
            _add_field(document, shape, _owner(schema, relationship.name, field), field)
        _add_ends(document, shape, relationship)
    return document


def _owner(ontology: Ontology, name: str, field: Property) -> str:
    """Whose property it is: what every node or edge carries has one shape for all of them."""
    blocks = {"node": ontology.node_block, "person": ontology.person_block, "edge": ontology.edge_block}
    return next((block for block, fields in blocks.items() if fields.get(field.name) is field), name)


def _node_shape(document: Graph, name: str) -> URIRef:
    shape = term(f"cairn:shape-{name}")
    document.add((shape, RDF.type, SH.NodeShape))
    document.add((shape, SH.targetClass, term(f"cairn:{name}")))
    document.add((shape, SH.nodeKind, SH.IRI))
    return shape


def _add_field(document: Graph, shape: URIRef, owner: str, field: Property) -> None:
    if field.volatile:
        return
    rules = term(f"cairn:shape-{owner}-{field.name}")
    if (rules, RDF.type, SH.PropertyShape) in document:  # of a block, and written for an earlier type
        document.add((shape, SH.property, rules))
        return
    _property_shape(document, shape, f"{owner}-{field.name}", term(field.maps_to))
    document.add((rules, SH.name, Literal(field.name)))
    document.add((rules, SH.description, Literal(field.meaning)))
    document.add((rules, term("cairn:sensitivity"), Literal(field.sensitivity)))
    for purpose in field.purposes:
        document.add((rules, term("cairn:lawfulPurpose"), Literal(purpose)))
    if field.retention:
        document.add((rules, term("cairn:retention"), Literal(field.retention)))
    is_list = field.type.endswith("[]")
    if field.required and not is_list:
        document.add((rules, SH.minCount, _count(1)))
    if not is_list:
        document.add((rules, SH.maxCount, _count(1)))
    _add_values(document, rules, field)


def _add_values(document: Graph, rules: URIRef, field: Property) -> None:
    if field.refers_to or field.values_as or field.value_terms:
        document.add((rules, SH.nodeKind, SH.IRI))
    else:
        document.add((rules, SH.datatype, term(DATATYPES[field.type])))
    if field.refers_to == "edge":
        document.add((rules, SH["class"], RDF.Statement))
    elif field.refers_to:
        _add_either_class(document, rules, field.refers_to)
    elif field.values_as:
        document.add((rules, SH.pattern, Literal(f"^{term(field.values_as)}")))
    elif field.value_terms:
        _add_list(document, rules, SH["in"], [term(name) for name in field.value_terms.values()])
    elif field.values:
        _add_list(document, rules, SH["in"], [Literal(value) for value in field.values])
    datatype = term(DATATYPES[field.type])
    for bound, predicate in ((field.minimum, SH.minInclusive), (field.maximum, SH.maxInclusive)):
        if bound is not None:
            number = str(float(bound)) if field.type == "float" else str(int(bound))
            document.add((rules, predicate, Literal(number, datatype=datatype)))


def _add_ends(document: Graph, shape: URIRef, relationship: RelationshipType) -> None:
    """Both ends, the predicate between them, and which pairs of labels may stand at the ends."""
    name = relationship.name
    for local in ("subject", "predicate", "object"):
        rules = _property_shape(document, shape, f"{name}-{local}", RDF[local])
        document.add((rules, SH.nodeKind, SH.IRI))
        document.add((rules, SH.minCount, _count(1)))
        document.add((rules, SH.maxCount, _count(1)))
        if local == "predicate":
            terms = dict.fromkeys([relationship.maps_to, *(variant.maps_to for variant in relationship.variants)])
            _add_list(document, rules, SH["in"], [term(used) for used in terms])
    pairs = [_pair(document, name, start, end) for start, end in relationship.ends]
    _add_list(document, shape, SH["or"], pairs)


def _pair(document: Graph, name: str, start: str, end: str) -> URIRef:
    pair = term(f"cairn:shape-{name}-{start}-{end}")
    document.add((pair, RDF.type, SH.NodeShape))
    for local, label in (("subject", start), ("object", end)):
        rules = _property_shape(document, pair, f"{name}-{start}-{end}-{local}", RDF[local])
        _add_either_class(document, rules, label)
    return pair


def _property_shape(document: Graph, shape: URIRef, name: str, path: URIRef) -> URIRef:
    rules = term(f"cairn:shape-{name}")
    document.add((shape, SH.property, rules))
    document.add((rules, RDF.type, SH.PropertyShape))
    document.add((rules, SH.path, path))
    return rules


def _add_either_class(document: Graph, rules: URIRef, label: str) -> None:
    """A node of the label, or a reference to one that the document does not describe."""
    choices: list[Node] = []
    for name in (label, f"{label}Reference"):
        choice = term(f"cairn:shape-is-{name}")
        document.add((choice, RDF.type, SH.NodeShape))
        document.add((choice, SH["class"], term(f"cairn:{name}")))
        choices.append(choice)
    _add_list(document, rules, SH["or"], choices)


def _add_list(document: Graph, subject: URIRef, predicate: URIRef, items: Iterable[Node]) -> None:
    members = BNode()
    Collection(document, members, list(items))
    document.add((subject, predicate, members))


def _count(number: int) -> Literal:
    return Literal(number, datatype=XSD.integer)
