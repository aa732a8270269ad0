"""Every term the schema maps to exists in its vocabulary."""

from __future__ import annotations

import pytest
from rdflib import RDF
from rdflib.namespace import DCTERMS, PROV, SDO, SKOS, DefinedNamespace

from ontology.model import load_ontology
from ontology.vocabularies import PREFIXES, expand

CLOSED = {"dct": DCTERMS, "prov": PROV, "schema": SDO, "skos": SKOS, "rdf": RDF}
# Read in the vocabularies' own files: DPV 2.0 (modules consent, consent_status, entities_datasubject, legal_basis,
# purposes, consent records) and the ESCO ontology 2.0.0. rdflib carries neither.
READ = {
    "dpv": {
        "ConsentGiven",
        "ConsentRecord",
        "ConsentWithdrawn",
        "hasConsentStatus",
        "hasDataSubject",
        "hasLegalBasis",
        "hasPurpose",
    },
    "esco": {"Occupation", "Skill", "relatedEssentialSkill", "relatedOptionalSkill"},
}


def used_terms() -> set[str]:
    ontology = load_ontology()
    terms: set[str] = set()
    for owner in ontology.owners():
        terms |= {owner.maps_to, *(variant.maps_to for variant in owner.variants)}
        fields = owner.properties.values()
        terms |= {term for field in fields for term in (field.maps_to, *field.value_terms.values())}
    for block in (ontology.node_block, ontology.person_block, ontology.edge_block):
        terms |= {field.maps_to for field in block.values()}
    return terms


@pytest.mark.parametrize("term", sorted(term for term in used_terms() if not term.startswith("cairn:")))
def test_a_standard_term_exists(term: str) -> None:
    prefix, _, local = term.partition(":")
    if prefix in CLOSED:
        assert local in CLOSED[prefix]
    else:
        assert local in READ[prefix]


@pytest.mark.parametrize("namespace", CLOSED.values())
def test_the_check_above_can_fail(namespace: type[DefinedNamespace]) -> None:
    assert "noSuchTermAtAll" not in namespace


def test_prefixes_agree_with_rdflib_and_unknown_ones_are_refused() -> None:
    assert all(PREFIXES[prefix] == str(namespace) for prefix, namespace in CLOSED.items())
    assert expand("skos:broader") == "http://www.w3.org/2004/02/skos/core#broader"
    assert expand("nope:broader") is None
    assert expand("skos:") is None
