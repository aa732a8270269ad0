"""Reads RDF files as resources: our own exports block by block, anybody else's as a whole. Judges nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TextIO, TypeAlias

import orjson
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.plugins.parsers.jsonld import to_rdf
from rdflib.plugins.parsers.notation3 import BadSyntax

from graph.rdf.shapes import OUR_PREFIXES, json_line, turtle_block
from graph.rdf.terms import Iri, Plain, Term
from graph.rdf.writers import JSON_LD_TAIL, TURTLE_MARK
from ontology.errors import MalformedFile
from ontology.generators.jsonld_context import jsonld_context
from ontology.vocabularies import PREFIXES

Lines: TypeAlias = Iterator[tuple[int, str]]
_XSD: Final = PREFIXES["xsd"]
_SUFFIXES: Final = {".ttl": "turtle", ".nt": "turtle", ".jsonld": "json-ld", ".json": "json-ld"}


@dataclass(slots=True)
class Described:
    """What a file says of one subject: types and facts by full IRI. ``line`` is where (0 if the file is not ours)."""

    iri: str
    line: int
    types: set[str] = field(default_factory=set)
    facts: dict[str, list[Term]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """Resources of a file. ``ordered`` says that nodes come before edges and edges before their assertions."""

    resources: Iterator[Described]
    ordered: bool


def read_rdf(path: Path) -> Document:
    """Open an RDF file (.ttl, .nt, .jsonld, .json) and read its resources lazily.

    Raises ``MalformedFile``, here or while reading, with the line where one is known. Nothing is fetched from
    the network: a JSON-LD context must stand in the file.
    """
    form, first = _kind(path)
    if form == "turtle":
        return Document(_turtle_blocks(path), True) if first == TURTLE_MARK else Document(_whole(path), False)
    ours = first.startswith('{"@context":') and first.endswith(JSON_LD_TAIL)
    return Document(_json_lines(path), True) if ours else Document(_whole(path), False)


def parse_file(path: Path) -> Graph:
    """The whole file as one rdflib document, with the same errors."""
    form, _ = _kind(path)
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        raise _not_utf8(path) from None
    return _parsed(path, text, form, 0) if form == "turtle" else _parsed_json(path, _json(path, text, 0), 0)


def _kind(path: Path) -> tuple[str, str]:
    """The format by the file's name, and its first line."""
    form = _SUFFIXES.get(path.suffix.lower())
    if form is None:
        remedy = "Name it .ttl, .nt, .jsonld or .json by its format."
        raise MalformedFile(f"The kind of {path.name} cannot be told.", remedy=remedy, file=path.name)
    try:
        with path.open(encoding="utf-8") as lines:
            return form, lines.readline().rstrip("\n")
    except UnicodeDecodeError:
        raise _not_utf8(path) from None
    except OSError as error:
        message = f"{path.name} cannot be read ({error.strerror or 'unknown reason'})."
        raise MalformedFile(message, remedy="Give the path of a readable file.", file=path.name) from None


def _turtle_blocks(path: Path) -> Iterator[Described]:
    """Block by block; one that is not as we write it goes through the full parser, under the same prefixes."""
    try:
        with path.open(encoding="utf-8") as lines:
            header = "".join(itertools.takewhile(lambda line: line != "\n", lines))
            ours = header == f"{TURTLE_MARK}\n{OUR_PREFIXES}"
            for number, block in _blocks(lines, header.count("\n") + 2):
                if ours and (found := turtle_block(block)) is not None:
                    yield Described(found[0], number, found[1], found[2])
                else:
                    parsed = _parsed(path, header + block, "turtle", number - header.count("\n") - 1)
                    yield from described(parsed, number)
    except UnicodeDecodeError:
        raise _not_utf8(path) from None


def _blocks(lines: TextIO, number: int) -> Lines:
    """Blocks that end with a blank line (none stands inside one: literals have their line breaks escaped)."""
    start, block = number, ""
    for line in lines:
        number += 1
        if line == "\n":
            if block:
                yield start, block
            start, block = number, ""
        else:
            block += line
    if block:
        yield start, block


def _json_lines(path: Path) -> Iterator[Described]:
    """Line by line, with the same way out for lines that are not as we write them."""
    try:
        with path.open(encoding="utf-8") as lines:
            head = _json(path, lines.readline().rstrip("\n") + "]}", 1)
            context = head.get("@context") if isinstance(head, dict) else None
            ours = context == jsonld_context()
            for number, line in enumerate(lines, start=2):
                row = line.rstrip().removesuffix(",")
                if row in ("", "]}"):
                    continue
                node = _json(path, row, number)
                if ours and isinstance(node, dict) and (found := json_line(node)) is not None:
                    yield Described(found[0], number, found[1], found[2])
                else:
                    content = {"@context": context, "@graph": [node]}
                    yield from described(_parsed_json(path, content, number), number)
    except UnicodeDecodeError:
        raise _not_utf8(path) from None


def _whole(path: Path) -> Iterator[Described]:
    """Lazily too, so that a file is opened when it is read."""
    yield from described(parse_file(path), 0)


def described(document: Graph, line: int) -> Iterator[Described]:
    """The named subjects of a parsed document, sorted. Blank nodes are left out."""
    found: dict[str, Described] = {}
    for subject, predicate, value in document:
        if not isinstance(subject, URIRef):
            continue
        iri = str(subject)
        each = found.get(iri) or found.setdefault(iri, Described(iri, line))
        if predicate == RDF.type:
            each.types.add(str(value))
        else:
            each.facts.setdefault(str(predicate), []).append(_term(value))
    yield from (found[iri] for iri in sorted(found))


def _term(value: object) -> Term:
    if not isinstance(value, Literal):
        return Iri(str(value))
    datatype = str(value.datatype) if value.datatype is not None else f"{_XSD}string"
    return Plain(str(value), datatype.replace(_XSD, "xsd:"))


def _parsed(path: Path, text: str, form: str, offset: int) -> Graph:
    document = Graph(bind_namespaces="none")
    try:
        document.parse(data=text, format=form)
    except BadSyntax as error:
        line = max(int(error.lines) + 1 + offset, 1)
        message = f"{path.name} is not valid Turtle near line {line}."
        raise MalformedFile(message, remedy="Mend the syntax there.", file=path.name, line=line) from None
    except Exception as error:  # rdflib lets many kinds through for bad input
        raise _unreadable(path, "Turtle", error) from None
    return document


def _json(path: Path, text: str, line: int) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        at = line if line > 1 else error.lineno
        message = f"{path.name} is not valid JSON near line {at}."
        raise MalformedFile(message, remedy="Mend the syntax there.", file=path.name, line=at) from None


def _parsed_json(path: Path, content: object, line: int) -> Graph:
    if _names_remote_context(content):
        message = f"{path.name} refers to a JSON-LD context elsewhere; nothing is fetched."
        remedy = "Put the context into the file (ontology/generated/context.jsonld)."
        raise MalformedFile(message, remedy=remedy, file=path.name)
    document = Graph(bind_namespaces="none")
    try:
        to_rdf(content, document)
    except Exception as error:  # rdflib lets many kinds through for bad input
        raise _unreadable(path, "JSON-LD", error, line) from None
    return document


def _names_remote_context(content: object) -> bool:
    if isinstance(content, list):
        return any(_names_remote_context(item) for item in content)
    if not isinstance(content, dict):
        return False
    contexts = content.get("@context")
    listed = contexts if isinstance(contexts, list) else [contexts]
    return (
        any(isinstance(each, str) for each in listed)
        or "@import" in content
        or any(_names_remote_context(item) for item in content.values())
    )


def _unreadable(path: Path, kind: str, error: Exception, line: int = 0) -> MalformedFile:
    with suppress(AttributeError):
        line = line or int(getattr(error, "lineno", 0) or 0)
    near = f" near line {line}" if line else ""
    message = f"{path.name} is not valid {kind}{near} ({type(error).__name__})."
    return MalformedFile(message, remedy="Mend it or export it again.", file=path.name, line=line or None)


def _not_utf8(path: Path) -> MalformedFile:
    return MalformedFile(f"{path.name} is not UTF-8 text.", remedy="Save it as UTF-8.", file=path.name)
