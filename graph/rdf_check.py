"""Checks an RDF file against the SHACL shapes of the ontology. Reads the whole file into memory; writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyshacl
from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from graph.rdf.reading import parse_file
from ontology.generators.shacl import shacl
from ontology.vocabularies import PREFIXES


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with one resource: the rule that it breaks, at which term. No value is repeated."""

    resource: str
    term: str
    rule: str


def check_file(path: Path) -> list[Violation]:
    """All violations in the file, sorted; an empty list means that it conforms.

    Raises ``MalformedFile`` when the file cannot be read.
    """
    conforms, report, _ = pyshacl.validate(parse_file(path), shacl_graph=shacl())
    if conforms or not isinstance(report, Graph):
        return []
    results = report.subjects(predicate=SH.resultSeverity)
    return sorted({_violation(report, result) for result in results})


def _violation(report: Graph, result: Node) -> Violation:
    component = str(report.value(result, SH.sourceConstraintComponent) or "")
    return Violation(
        resource=str(report.value(result, SH.focusNode) or ""),
        term=_short(report.value(result, SH.resultPath)),
        rule=component.rpartition("#")[2].removesuffix("ConstraintComponent"),
    )


def _short(term: Node | None) -> str:
    if not isinstance(term, URIRef):
        return ""
    iri = str(term)
    prefix = next((prefix for prefix, namespace in PREFIXES.items() if iri.startswith(namespace)), None)
    return f"{prefix}:{iri.removeprefix(PREFIXES[prefix])}" if prefix else iri
