"""The SHACL check of a file, as people call it: it names resource, term and rule, never the value."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.rdf.terms import node_iri
from graph.rdf_check import Violation, check_file
from graph.rdf_export import export_file
from ontology.errors import MalformedFile
from tests.graph.rdf_sample import ANN, ESCO_ROLE, TENANT, sample_store


@pytest.mark.parametrize("name", ["out.ttl", "out.jsonld"])
def test_a_valid_file_has_no_violations(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    export_file(sample_store(), path, ["_ref", TENANT], "turtle" if name.endswith("ttl") else "json-ld")
    assert check_file(path) == []


def test_each_violation_is_named_once_and_in_order(tmp_path: Path) -> None:
    path = tmp_path / "out.ttl"
    export_file(sample_store(), path, ["_ref", TENANT], "turtle")
    text = path.read_text("utf-8").replace("cairn:jobZone 4", 'cairn:jobZone "Ann"', 1)
    path.write_text(text.replace('schema:alternateName "Person 1" ;\n', "", 1), "utf-8")
    found = check_file(path)
    assert Violation(ESCO_ROLE, "cairn:jobZone", "Datatype") in found
    assert Violation(node_iri(ANN.key), "schema:alternateName", "MinCount") in found
    assert found == sorted(set(found))
    assert "Ann" not in str([(each.term, each.rule) for each in found])


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text("<urn:a> nonsense", "utf-8")
    with pytest.raises(MalformedFile, match="not valid Turtle"):
        check_file(path)
