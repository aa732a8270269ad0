"""Fast readers for exactly what our own writers write; whatever has another shape is left to a full parser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from graph.rdf.terms import Iri, Plain, Term
from ontology.generators.jsonld_context import ENDS
from ontology.model import Property, load_ontology
from ontology.vocabularies import DATATYPES, PREFIXES, expand

Facts = dict[str, list[Term]]

_SUBJECT: Final = re.compile(r"<([^<>\\\s]+)> ")
_PREDICATE: Final = re.compile(r"(a|[a-z]+:[A-Za-z]+) ")
_OBJECT: Final = re.compile(
    r'(?:<([^<>\\\s]*)>|"((?:[^"\\\n]|\\["\\nrt]|\\u(?!D[89A-F])[0-9A-F]{4})*)"(?:\^\^(xsd:[A-Za-z]+))?'
    r"|(-?[0-9]+)|(true|false)|([a-z]+:[A-Za-z0-9_-]+))(, | ;\n  | \.\n)"
)
_ESCAPED: Final = re.compile(r'\\(?:u([0-9A-F]{4})|(["\\nrt]))')
_UNESCAPED: Final = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}


def turtle_block(block: str) -> tuple[str, set[str], Facts] | None:
    """Subject, types and facts of a block under our own prefixes; None where it has another shape."""
    subject = _SUBJECT.match(block)
    if subject is None:
        return None
    types: set[str] = set()
    facts: Facts = {}
    at, end = subject.end(), ""
    while end != " .\n":
        predicate = _PREDICATE.match(block, at)
        if predicate is None:
            return None
        terms: list[Term] = []
        at, end = predicate.end(), ", "
        while end == ", ":
            found = _OBJECT.match(block, at)
            term = _term(found) if found is not None else None
            if found is None or term is None:
                return None
            terms.append(term)
            at, end = found.end(), found[7]
        if predicate[1] == "a":
            types |= {term.value for term in terms if isinstance(term, Iri)}
        elif (iri := _iri(predicate[1])) is not None:
            facts.setdefault(iri, []).extend(terms)
        else:
            return None
    return (subject[1], types, facts) if at == len(block) else None


def _term(found: re.Match[str]) -> Term | None:
    iri, text, datatype, number, flag, name, _ = found.groups()
    if iri is not None:
        return Iri(iri)
    if text is not None:
        return Plain(_ESCAPED.sub(_unescape, text) if "\\" in text else text, datatype or "xsd:string")
    if number is not None:
        return Plain(number, "xsd:integer")
    if flag is not None:
        return Plain(flag, "xsd:boolean")
    named = _iri(name)
    return Iri(named) if named is not None else None


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _UNESCAPED[match[2]]


@cache
def _iri(name: str) -> str | None:
    return expand(name)


def json_line(node: Mapping[str, object]) -> tuple[str, set[str], Facts] | None:
    """The same of one line of a JSON-LD export under our own context; None where it has another shape."""
    iri, names = node.get("@id"), node.get("@type", [])
    if not isinstance(iri, str) or not isinstance(names, list):
        return None
    known = next((name for name in names if name in _contexts()), "")
    fields = _contexts().get(known, {})
    facts: Facts = {}
    for name, value in node.items():
        if name in ("@id", "@type"):
            continue
        predicate, datatype = fields.get(name) or (_iri(name) if ":" in name else None, "")
        values = value if isinstance(value, list) else [value]
        terms = [_json_term(each, datatype) for each in values]
        if predicate is None or None in terms:
            return None
        facts[predicate] = [term for term in terms if term is not None]
    types = {_iri(f"cairn:{name}") if ":" not in str(name) else _iri(str(name)) for name in names}
    return None if None in types else (iri, {each for each in types if each is not None}, facts)


def _json_term(value: object, datatype: str) -> Term | None:
    if isinstance(value, bool):
        return Plain("true" if value else "false", "xsd:boolean")
    if isinstance(value, str):
        return Iri(value) if datatype == "@id" else Plain(value, datatype or "xsd:string")
    if isinstance(value, dict) and value.keys() == {"@id"}:
        return Iri(str(value["@id"]))
    if isinstance(value, dict) and value.keys() == {"@value", "@type"} and isinstance(value["@value"], str):
        return Plain(value["@value"], str(value["@type"]))
    return None


@cache
def _contexts() -> dict[str, dict[str, tuple[str, str]]]:
    """For each type, what its property names stand for: predicate, and datatype or ``@id``."""
    ontology = load_ontology()
    contexts = {
        node.name: _names(ontology.node_fields(node.name)) for node in ontology.nodes.values() if node.exchanged
    }
    ends = {name: (expand(term) or term, "@id") for name, term in ENDS.items()}
    return contexts | {name: ends | _names(ontology.edge_fields(name)) for name in ontology.relationships}


def _names(fields: Mapping[str, Property]) -> dict[str, tuple[str, str]]:
    return {
        name: (expand(field.maps_to) or "", _coerced(field)) for name, field in fields.items() if not field.volatile
    }


def _coerced(field: Property) -> str:
    return "@id" if field.refers_to or field.values_as or field.value_terms else DATATYPES[field.type]


OUR_PREFIXES: Final = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
"""The prefix lines under which ``turtle_block`` may read."""
