"""Links between identifiers in RDF: as alternates that can be taken back, whole in and out, never as owl:sameAs."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import OWL, PROV, Graph, URIRef

from graph.rdf.terms import node_iri
from graph.rdf_export import Format, export
from graph.rdf_import import import_file
from ontology.generators.shacl import shacl
from tests.graph.contract import Company
from tests.graph.replay_store import ReplayStore

COMPANY = Company("acme")
SUFFIX: dict[Format, str] = {"turtle": ".ttl", "json-ld": ".jsonld"}


def linked() -> ReplayStore:
    """Two identifiers that are one person, two that were, and consent under one of them."""
    store = ReplayStore()
    store.apply(COMPANY.batch(
        *(COMPANY.person(person) for person in ("p1", "p2", "p3")), COMPANY.skill("welding"),
        COMPANY.holds("p1", "welding"), COMPANY.holds("p2", "welding", 4.0), COMPANY.consent("p2", "skill_gap"),
        COMPANY.same_person("p1", "p2", method="hr_decision"), COMPANY.same_person("p1", "p2", method="email_match"),
        COMPANY.same_person("p3", "p1"), COMPANY.same_person("p3", "p1", at=2, retracts=True),
    ))  # fmt: skip
    return store


def text_of(store: ReplayStore, form: Format) -> str:
    out = io.StringIO()
    export(store, out, [COMPANY.tenant], form)
    return out.getvalue()


@pytest.mark.parametrize("form", SUFFIX)
def test_links_separations_and_shared_consent_come_back_the_same(form: Format, tmp_path: Path) -> None:
    path = tmp_path / f"graph{SUFFIX[form]}"
    path.write_text(text_of(linked(), form), "utf-8")
    again = ReplayStore()
    done = import_file(again, path)
    assert done.rejected == []
    assert again.content([COMPANY.tenant]) == linked().content([COMPANY.tenant])


def test_a_link_is_an_alternate_that_shapes_accept_and_no_identity_of_things() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        read = Graph().parse(data=text_of(linked(), "turtle"), format="turtle")
    ends = [URIRef(node_iri(COMPANY.key("Person", person))) for person in ("p1", "p2")]
    assert (ends[0], PROV.alternateOf, ends[1]) in read
    assert list(read.triples((None, OWL.sameAs, None))) == []
    conforms, _, words = validate(read, shacl_graph=shacl())
    assert conforms, words
