"""The vocabularies that terms of the schema come from, and the RDF datatype of each value type. Names only."""

from __future__ import annotations

from types import MappingProxyType

from ontology.types import ValueType

CAIRN = "urn:cairn:ontology#"
"""Namespace of Cairn's own terms: used where no standard term says the same of the same kind of thing."""

PREFIXES = MappingProxyType(
    {
        "cairn": CAIRN,
        "dct": "http://purl.org/dc/terms/",
        "dpv": "https://w3id.org/dpv#",
        "esco": "http://data.europa.eu/esco/model#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

DATATYPES: MappingProxyType[ValueType, str] = MappingProxyType(
    {
        "string": "xsd:string",
        "text": "xsd:string",
        "integer": "xsd:integer",
        "float": "xsd:double",
        "boolean": "xsd:boolean",
        "date": "xsd:date",
        "datetime": "xsd:dateTime",
        "string[]": "xsd:string",
        "date[]": "xsd:date",
    }
)


def expand(term: str) -> str | None:
    """The IRI of a prefixed term, or None where the prefix is not declared."""
    prefix, _, local = term.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES and local else None
