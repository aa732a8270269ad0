"""RDF terms as Cairn writes them: stable IRIs, exact literals, and one described resource. Knows no file format."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final, TypeAlias
from urllib.parse import quote, unquote

from graph.keys import NodeKey, Scalar
from ontology.errors import InvalidRecord
from ontology.model import REFERENCE_TENANT

LAYOUT: Final = "1"
"""Version of the layout of exported documents; a reader refuses those it does not know."""

_URN: Final = re.compile(r"urn:cairn:([^:]+):([A-Za-z]+):([^:]+)")
_ESCO: Final = re.compile(r"http://data\.europa\.eu/esco/[A-Za-z0-9._~/#-]+")
_EDGE: Final = "edge"


@dataclass(frozen=True, slots=True)
class Iri:
    """A reference to a resource, absolute."""

    value: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A literal: its lexical form and its datatype as a prefixed XSD name (``xsd:string`` for plain text)."""

    lexical: str
    datatype: str


Term: TypeAlias = Iri | Plain


@dataclass(frozen=True, slots=True)
class Fact:
    """One predicate of a resource with its values; ``name`` is the schema's name, ``term`` the prefixed term."""

    name: str
    term: str
    values: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """What a document says of one subject: its types (prefixed terms) and facts."""

    iri: str
    types: tuple[str, ...]
    facts: tuple[Fact, ...]


@lru_cache(maxsize=65_536)
def node_iri(key: NodeKey) -> str:
    """The IRI of a node: ESCO's own for ESCO's concepts, else ``urn:cairn:<tenant>:<Label>:<id>``, percent-encoded."""
    if key.tenant_id == REFERENCE_TENANT and _ESCO.fullmatch(key.id):
        return key.id
    return f"urn:cairn:{quote(key.tenant_id, safe='')}:{key.label}:{quote(key.id, safe='')}"


def edge_iri(tenant_id: str, edge_id: str) -> str:
    """The IRI of an edge, ``urn:cairn:<tenant>:edge:<edge_id>``."""
    return node_iri(NodeKey(_EDGE, tenant_id, edge_id))


def referred_iri(label: str, tenant_id: str, identifier: str) -> str:
    """The IRI that a property with ``refers_to`` holds."""
    return node_iri(NodeKey(label, tenant_id, identifier))


def node_key(iri: str) -> NodeKey | None:
    """The key that a minted IRI stands for; None for others (an ESCO IRI does not tell its label)."""
    match = _URN.fullmatch(iri)
    return NodeKey(match[2], unquote(match[1]), unquote(match[3])) if match else None


def literal(value: Scalar) -> Plain:
    """The literal for a value by its Python type, so that it reads back as the same value to the bit."""
    if isinstance(value, bool):
        return Plain("true" if value else "false", "xsd:boolean")
    if isinstance(value, int):
        return Plain(str(value), "xsd:integer")
    if isinstance(value, float):
        return Plain(repr(value), "xsd:double")
    if isinstance(value, datetime):
        return Plain(value.astimezone(UTC).isoformat().replace("+00:00", "Z"), "xsd:dateTime")
    if isinstance(value, date):
        return Plain(value.isoformat(), "xsd:date")
    return Plain(value, "xsd:string")


def scalar(plain: Plain, value_type: str) -> Scalar:
    """The value of a literal where the schema declares ``value_type``.

    Raises ``InvalidRecord`` when the datatype is another one or the lexical form is not of it.
    """
    allowed = _DATATYPES[value_type.removesuffix("[]")]
    if plain.datatype not in allowed:
        raise InvalidRecord(
            f"A literal is a {plain.datatype} where {allowed[0]} is declared.", remedy=f"Write it as {allowed[0]}."
        )
    try:
        return _parse(plain)
    except ValueError:
        remedy = "Write a value that the datatype allows."
        raise InvalidRecord(f"A literal is not a valid {plain.datatype}.", remedy=remedy) from None


_DATATYPES: Final = {
    "string": ("xsd:string",),
    "text": ("xsd:string",),
    "integer": ("xsd:integer",),
    "float": ("xsd:double", "xsd:decimal", "xsd:integer"),
    "boolean": ("xsd:boolean",),
    "date": ("xsd:date",),
    "datetime": ("xsd:dateTime",),
}


def _parse(plain: Plain) -> Scalar:
    text, datatype = plain.lexical, plain.datatype
    if datatype == "xsd:boolean":
        return {"true": True, "1": True, "false": False, "0": False}[text] if text in _BOOLEANS else _fail()
    if datatype == "xsd:integer":
        return int(text)
    if datatype in ("xsd:double", "xsd:decimal"):
        number = float(text)
        return number if math.isfinite(number) else _fail()
    if datatype == "xsd:dateTime":
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else _fail()
    if datatype == "xsd:date":
        return date.fromisoformat(text)
    return text


_BOOLEANS: Final = frozenset({"true", "1", "false", "0"})


def _fail() -> Scalar:
    raise ValueError
