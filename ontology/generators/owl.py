"""The OWL vocabulary of Cairn's own classes and terms, as an rdflib graph. Standard terms are used, never redefined."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection

from ontology.model import ONTOLOGY_VERSION, Ontology, Property, load_ontology
from ontology.vocabularies import CAIRN, DATATYPES, PREFIXES, expand

ANNOTATIONS = {
    "sensitivity": "How sensitive the value is: public, internal, personal or identifier.",
    "lawfulPurpose": "A purpose for which the value may be used.",
    "retention": "How long the value is kept.",
    "order": "Order of a list whose values are not sorted: property name, colon, index of each item among the values.",
    "layout": "Version of the layout of an exported document.",
}


def term(name: str) -> URIRef:
    """The IRI of a prefixed term of the schema (its prefix has been checked)."""
    return URIRef(expand(name) or name)


def new_document() -> Graph:
    """An empty document with the prefixes that the schema uses."""
    document = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        document.bind(prefix, namespace)
    return document


def owl(ontology: Ontology | None = None) -> Graph:
    """The vocabulary: a class per label and relationship type, a property per term in Cairn's namespace."""
    schema = ontology or load_ontology()
    document = new_document()
    header = URIRef(CAIRN.removesuffix("#"))
    document.add((header, RDF.type, OWL.Ontology))
    document.add((header, OWL.versionInfo, Literal(ONTOLOGY_VERSION)))
    for name, meaning in ANNOTATIONS.items():
        _describe(document, term(f"cairn:{name}"), OWL.AnnotationProperty, name, meaning)
    _add_node_classes(document, schema)
    _add_relationships(document, schema)
    _add_fields(document, schema)
    return document


def _describe(document: Graph, subject: URIRef, kind: URIRef, label: str, meaning: str) -> None:
    document.add((subject, RDF.type, kind))
    document.add((subject, RDFS.label, Literal(label)))
    document.add((subject, RDFS.comment, Literal(meaning)))


def _add_node_classes(document: Graph, ontology: Ontology) -> None:
    for node in ontology.nodes.values():
        subject = term(f"cairn:{node.name}")
        _describe(document, subject, OWL.Class, node.name, node.meaning)
        if node.maps_to != f"cairn:{node.name}":
            document.add((subject, RDFS.subClassOf, term(node.maps_to)))
        if node.exchanged:
            reference = f"A {node.name} that this document refers to and does not describe."
            _describe(document, term(f"cairn:{node.name}Reference"), OWL.Class, f"{node.name} reference", reference)


def _add_relationships(document: Graph, ontology: Ontology) -> None:
    for relationship in ontology.relationships.values():
        subject = term(f"cairn:{relationship.name}")
        _describe(document, subject, OWL.Class, relationship.name, relationship.meaning)
        document.add((subject, RDFS.subClassOf, RDF.Statement))
        document.add((subject, RDFS.subClassOf, term("prov:Entity")))
        if relationship.maps_to.startswith("cairn:"):
            predicate = term(relationship.maps_to)
            _describe(document, predicate, OWL.ObjectProperty, relationship.caption, relationship.meaning)
            _set_classes(document, predicate, RDFS.domain, (start for start, _ in relationship.ends))
            _set_classes(document, predicate, RDFS.range, (end for _, end in relationship.ends))


def _set_classes(document: Graph, subject: URIRef, predicate: URIRef, names: Iterable[str]) -> None:
    classes = [term(f"cairn:{name}") for name in sorted(set(names))]
    if len(classes) == 1:
        document.add((subject, predicate, classes[0]))
        return
    union, members = BNode(), BNode()
    Collection(document, members, list(classes))
    document.add((union, RDF.type, OWL.Class))
    document.add((union, OWL.unionOf, members))
    document.add((subject, predicate, union))


def _add_fields(document: Graph, ontology: Ontology) -> None:
    """A property that several types carry has the meanings of all of them and the classes of all as its domain."""
    owners: dict[str, list[tuple[str, Property]]] = {}
    for name in (*ontology.nodes, *ontology.relationships):
        fields = ontology.node_fields(name) if name in ontology.nodes else ontology.edge_fields(name)
        for field in fields.values():
            if field.maps_to.startswith("cairn:"):
                owners.setdefault(field.maps_to, []).append((name, field))
    for name, uses in owners.items():
        field = uses[0][1]
        by_iri = bool(field.refers_to or field.values_as or field.value_terms)
        kind = OWL.ObjectProperty if by_iri else OWL.DatatypeProperty
        meanings = " / ".join(dict.fromkeys(use.meaning for _, use in uses))
        _describe(document, term(name), kind, name.removeprefix("cairn:"), meanings)
        _set_classes(document, term(name), RDFS.domain, (owner for owner, _ in uses))
        if not by_iri:
            document.add((term(name), RDFS.range, term(DATATYPES[field.type])))


def turtle(document: Graph) -> str:
    """The document as Turtle, the same bytes for the same schema."""
    return document.serialize(format="turtle").rstrip() + "\n"
