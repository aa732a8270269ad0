"""The generators: no drift, the same bytes twice, and every construct of the schema in every target."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, Graph, URIRef

from ontology.generators.__main__ import REPOSITORY, main
from ontology.generators.catalogue import outputs
from ontology.generators.neo4j_ddl import snake, statements, vector
from ontology.model import NodeType, RelationshipType, load_ontology
from ontology.vocabularies import CAIRN
from tests.ontology.conftest import Plant

FILES = outputs()
OWNERS = list(load_ontology().owners())


def generated(name: str) -> str:
    return FILES[f"ontology/generated/{name}"]


@pytest.mark.parametrize("path", sorted(FILES))
def test_committed_output_is_what_the_schema_gives(path: str) -> None:
    assert (REPOSITORY / path).read_text("utf-8") == FILES[path], "run: python -m ontology.generators"


def test_no_stale_file_lies_in_the_folder() -> None:
    folder = REPOSITORY / "ontology" / "generated"
    present = {str(file.relative_to(REPOSITORY)) for file in folder.rglob("*") if file.is_file()}
    assert present == {path for path in FILES if path.startswith("ontology/")} | {"ontology/generated/README.md"}


def test_another_process_with_another_hash_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ontology.generators", str(tmp_path)]
    subprocess.run(command, check=True, cwd=REPOSITORY, env={"PYTHONHASHSEED": "4711"}, capture_output=True)
    assert {path: (tmp_path / path).read_text("utf-8") for path in FILES} == FILES


def test_the_command_writes_only_what_changed_and_check_tells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.count("wrote ") == len(FILES)
    assert main([str(tmp_path), "--check"]) == 0
    (tmp_path / "docs/ontology.md").write_text("edited by hand", "utf-8")
    assert main([str(tmp_path), "--check"]) == 1
    assert "out of date" in capsys.readouterr().out
    assert (tmp_path / "docs/ontology.md").read_text("utf-8") == "edited by hand"
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"wrote {tmp_path / 'docs/ontology.md'}\n"


def test_a_new_field_reaches_every_target(plant: Plant) -> None:
    field = (
        "      grade: {type: integer, meaning: Pay grade., class: internal, purposes: [analytics],"
        ' retention: source, maps_to: "cairn:grade"}'
    )
    ontology = plant("organisation.yaml", "      kind:", f"{field}\n      kind:")
    texts = outputs(ontology)
    changed = {path.rsplit("/", 1)[-1] for path, text in texts.items() if text != FILES[path]}
    assert changed == {
        "3-enterprise.cypher",
        "cairn.owl.ttl",
        "cairn.shacl.ttl",
        "context.jsonld",
        "descriptions.json",
        "cypher-schema.json",
        "access.csv",
        "ontology.md",
    }


class TestDdl:
    def test_every_label_and_type_has_its_identity_constraint_and_names_are_unique(self) -> None:
        made = {statement.name: statement.cypher for statement in statements("enterprise")}
        assert len(made) == len(statements("enterprise"))
        for owner in OWNERS:
            suffix = "tenant_id_id_unique" if isinstance(owner, NodeType) else "edge_id_unique"
            pattern = f"(n:{owner.name})" if isinstance(owner, NodeType) else f"()-[r:{owner.name}]-()"
            assert f"FOR {pattern} REQUIRE" in made[f"{snake(owner.name)}_{suffix}"]

    def test_each_edition_begins_with_the_one_before(self) -> None:
        embedded, community, enterprise = (statements(edition) for edition in ("embedded", "community", "enterprise"))
        assert community[: len(embedded)] == embedded
        assert enterprise[: len(community)] == community
        assert len(embedded) < len(community) < len(enterprise)

    def test_statements_can_be_run_twice_and_one_by_one(self) -> None:
        for statement in [*statements("enterprise"), vector("Skill", "embedding", 384)]:
            assert re.match(rf"CREATE [A-Z ]+ {statement.name} IF NOT EXISTS FOR ", statement.cypher)
            assert ";" not in statement.cypher

    def test_enterprise_states_existence_and_type(self) -> None:
        made = {statement.name: statement.cypher for statement in statements("enterprise")}
        assert made["has_skill_level_type"].endswith("FOR ()-[r:HAS_SKILL]-() REQUIRE r.level IS :: FLOAT")
        assert made["skill_name_exists"].endswith("FOR (r:Skill) REQUIRE r.name IS NOT NULL")
        assert made["role_alt_labels_type"].endswith("IS :: LIST<STRING NOT NULL>")
        assert "has_skill_level_exists" not in made

    def test_lookups_the_store_lives_on_are_indexed(self) -> None:
        made = [statement.cypher for statement in statements("embedded")]
        assert "CREATE INDEX assertion_edge_id_index IF NOT EXISTS FOR (n:Assertion) ON (n.edge_id)" in made
        assert any("(n:Outbox) REQUIRE (n.tenant_id, n.version) IS UNIQUE" in cypher for cypher in made)

    def test_full_text_is_only_for_servers_that_have_it(self) -> None:
        assert not any("FULLTEXT" in statement.cypher for statement in statements("embedded"))
        assert sum("FULLTEXT" in statement.cypher for statement in statements("community")) == 3


class TestOwl:
    document = Graph().parse(data=generated("cairn.owl.ttl"), format="turtle")

    @pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.name)
    def test_every_label_and_type_is_a_class_with_its_meaning(self, owner: NodeType | RelationshipType) -> None:
        subject = URIRef(CAIRN + owner.name)
        assert (subject, RDF.type, OWL.Class) in self.document
        assert str(self.document.value(subject, RDFS.comment)) == owner.meaning

    def test_only_own_terms_are_defined(self) -> None:
        defined = {str(subject) for subject in self.document.subjects(RDF.type) if isinstance(subject, URIRef)}
        assert all(subject.startswith("urn:cairn:ontology") for subject in defined)

    def test_every_own_term_has_one_kind_and_one_range(self) -> None:
        for kind in (OWL.DatatypeProperty, OWL.ObjectProperty):
            for subject in self.document.subjects(RDF.type, kind):
                assert len(set(self.document.objects(subject, RDF.type))) == 1, subject
                assert len(set(self.document.objects(subject, RDFS.range))) <= 1, subject

    def test_a_term_shared_by_types_means_values_of_one_datatype(self) -> None:
        ontology = load_ontology()
        kinds: dict[str, set[str]] = {}
        for owner in ontology.owners():
            for field in owner.properties.values():
                kinds.setdefault(field.maps_to, set()).add(field.type.replace("text", "string").removesuffix("[]"))
        assert {term: kind for term, kind in kinds.items() if len(kind) > 1} == {}


class TestShacl:
    document = Graph().parse(data=generated("cairn.shacl.ttl"), format="turtle")

    @pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.name)
    def test_every_exported_type_has_a_shape_that_names_all_its_fields(
        self, owner: NodeType | RelationshipType
    ) -> None:
        ontology = load_ontology()
        shapes = list(self.document.subjects(SH.targetClass, URIRef(CAIRN + owner.name)))
        if isinstance(owner, NodeType) and not owner.exchanged:
            assert shapes == []
            return
        is_node = isinstance(owner, NodeType)
        fields = ontology.node_fields(owner.name) if is_node else ontology.edge_fields(owner.name)
        named = {
            str(name)
            for rules in self.document.objects(shapes[0], SH.property)
            for name in self.document.objects(rules, SH.name)
        }
        assert named == {field.name for field in fields.values() if not field.volatile}


class TestOthers:
    @pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.name)
    def test_every_label_and_type_is_described_listed_and_documented(self, owner: NodeType | RelationshipType) -> None:
        kind = "nodes" if isinstance(owner, NodeType) else "relationships"
        described = json.loads(generated("descriptions.json"))[kind][owner.name]
        assert described["description"] == owner.meaning
        assert set(owner.properties) <= set(described["fields"])
        listed = json.loads(generated("cypher-schema.json"))
        assert owner.name in listed["labels" if kind == "nodes" else "relationshipTypes"]
        assert set(owner.properties) <= set(listed["propertyKeys"])
        section = FILES["docs/ontology.md"].split(f"### {owner.name}\n")[1].split("\n### ")[0]
        assert owner.meaning in section
        assert all(f"| `{name}` |" in section for name in owner.properties)

    def test_the_access_table_has_one_row_per_field_with_class_purposes_and_retention(self) -> None:
        rows = list(csv.DictReader(io.StringIO(generated("access.csv"))))
        own = [row for row in rows if not row["owner"].startswith("(")]
        assert len(own) == sum(len(owner.properties) for owner in OWNERS)
        assert all(row["class"] and row["purposes"] and row["retention"] for row in own)
        name = next(row for row in own if (row["owner"], row["property"]) == ("Person", "name"))
        assert name == {
            "owner": "Person",
            "property": "name",
            "class": "identifier",
            "purposes": "career_path skill_gap mentor_match",
            "retention": "employment+1y",
            "derived": "no",
        }

    def test_a_personal_field_says_so_to_the_reader_of_the_api(self) -> None:
        fields = json.loads(generated("descriptions.json"))["nodes"]["Person"]["fields"]
        assert fields["location"].endswith("Personal data; used for career_path, mentor_match, analytics.")
        assert fields["name"].endswith("Identifies a person; used for career_path, skill_gap, mentor_match.")

    def test_the_context_gives_each_type_its_own_names(self) -> None:
        context = json.loads(generated("context.jsonld"))["@context"]
        assert context["Skill"]["@context"]["name"]["@id"] == "skos:prefLabel"
        assert context["Person"]["@context"]["name"]["@id"] == "schema:name"
        assert context["HAS_SKILL"]["@context"]["level"] == {"@id": "cairn:level", "@type": "xsd:double"}
