"""Turtle and JSON-LD, written resource by resource. Each writer owns the look of its format and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, Protocol, TextIO

import orjson

from graph.rdf.shapes import OUR_PREFIXES
from graph.rdf.terms import LAYOUT, Fact, Iri, Resource, Term
from ontology.generators.jsonld_context import ENDS, jsonld_context
from ontology.model import Property, load_ontology
from ontology.vocabularies import DATATYPES, PREFIXES

TURTLE_MARK: Final = f"# Cairn RDF export, layout {LAYOUT}: one resource per block, a blank line between blocks."
"""First line of a Turtle export; a reader that sees it may read block by block."""

JSON_LD_TAIL: Final = '"@graph":['
"""How the first line of a JSON-LD export ends; each line after it is one resource."""

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE: Final = re.compile(r'[\\"\x00-\x1f\x7f\u0085\u2028\u2029]')


class Writer(Protocol):
    """Writes resources one after the other; nothing is kept."""

    def write(self, resource: Resource) -> None:
        """Write one resource."""
        ...

    def close(self) -> None:
        """Write what ends the document; the file itself stays open."""
        ...


class TurtleWriter:
    """One block per resource: subject, types, one line per predicate."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        out.write(f"{TURTLE_MARK}\n{OUR_PREFIXES}\n")

    def write(self, resource: Resource) -> None:
        """Write one block."""
        lines = [f"a {', '.join(resource.types)}"] if resource.types else []
        lines += [f"{fact.term} {', '.join(map(_turtle, fact.values))}" for fact in resource.facts]
        self._out.write(f"<{resource.iri}> " + " ;\n  ".join(lines) + " .\n\n")

    def close(self) -> None:
        """Turtle needs no end."""


def _turtle(term: Term) -> str:
    if isinstance(term, Iri):
        return f"<{term.value}>"
    if term.datatype in ("xsd:integer", "xsd:boolean"):
        return term.lexical
    text = f'"{_UNSAFE.sub(_escape, term.lexical)}"'
    return text if term.datatype == "xsd:string" else f"{text}^^{term.datatype}"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


class JsonLdWriter:
    """One line per resource under the generated context, in the schema's own property names."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._first = True
        out.write(f'{{"@context":{_json(jsonld_context())},{JSON_LD_TAIL}')

    def write(self, resource: Resource) -> None:
        """Write one line."""
        names = (name.removeprefix("cairn:") for name in resource.types)
        kind = next((name for name in names if name in _named_types()), "")
        fields = _fields(kind)
        node: dict[str, object] = {"@id": resource.iri}
        if resource.types:
            node["@type"] = [kind if name == f"cairn:{kind}" else name for name in resource.types]
        node |= {fact.name: _json_values(fact, fields.get(fact.name)) for fact in resource.facts}
        self._out.write(f"{'' if self._first else ','}\n{_json(node)}")
        self._first = False

    def close(self) -> None:
        """Close the list and the document."""
        self._out.write("\n]}\n")


@cache
def _named_types() -> frozenset[str]:
    """Types that the context has a name for."""
    return frozenset(jsonld_context()) - PREFIXES.keys()


def _fields(kind: str) -> Mapping[str, Property]:
    ontology = load_ontology()
    if kind in ontology.nodes:
        return ontology.node_fields(kind)
    return ontology.edge_fields(kind) if kind in ontology.relationships else {}


def _json_values(fact: Fact, field: Property | None) -> object:
    coerced = field is not None or fact.name in ENDS
    declared = DATATYPES[field.type] if field is not None else "xsd:string"
    values = [_json_value(term, declared, coerced=coerced) for term in fact.values]
    return values[0] if len(values) == 1 else values


def _json_value(term: Term, declared: str, *, coerced: bool) -> object:
    """Numbers stay text: JSON readers may turn 3.0 into 3, and the value must come back as it went."""
    if isinstance(term, Iri):
        return term.value if coerced else {"@id": term.value}
    if term.datatype == "xsd:boolean":
        return term.lexical == "true"
    return term.lexical if term.datatype == declared else {"@value": term.lexical, "@type": term.datatype}


def _json(content: object) -> str:
    return orjson.dumps(content).decode()
