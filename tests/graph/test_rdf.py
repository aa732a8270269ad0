"""RDF out and in: the graph comes back the same, other tools can read it, and bad input is told by name."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import PROV, RDF, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from graph.changes import ChangeSet, NodeStatement, Record, on_grid
from graph.keys import NodeKey, Value
from graph.rdf.shapes import OUR_PREFIXES
from graph.rdf.terms import node_iri, node_key
from graph.rdf_export import Format, export, export_file
from graph.rdf_import import Imported, import_file
from graph.store import NodeRecord
from ontology.errors import MalformedFile, SchemaInvalid, SettingInvalid
from ontology.generators.shacl import shacl
from tests.graph.rdf_sample import (
    ANN,
    BOB,
    COURSE,
    ESCO_ROLE,
    ESCO_SKILL,
    HRIS,
    NEW_UNIT,
    OCCUPATION,
    ROLE,
    SKILL,
    TEAM,
    TENANT,
    edge,
    node,
    sample_store,
    told,
)
from tests.graph.replay_store import ReplayStore

BOTH = ["_ref", TENANT]
FORMATS = get_args(Format)
SUFFIX = {"turtle": ".ttl", "json-ld": ".jsonld"}
GROUP_END = "rdf:object <http://data.europa.eu/esco/isco/C2652>"
LEVEL = 'prov:value "{\\"level\\":3.5}"'
SCHEMA = "https://schema.org/"


def iri(statement: NodeStatement) -> URIRef:
    return URIRef(node_iri(statement.key))


def text_of(store: ReplayStore, form: Format = "turtle", tenants: list[str] = BOTH) -> str:
    out = io.StringIO()
    export(store, out, tenants, form)
    return out.getvalue()


def graph_of(store: ReplayStore, form: Format = "turtle") -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, inside its JSON-LD plugin
        return Graph().parse(data=text_of(store, form), format=form)


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., tuple[ReplayStore, Imported]]:
    """Import a text into an empty store (or a given one)."""

    def read(text: str, suffix: str = ".ttl", store: ReplayStore | None = None) -> tuple[ReplayStore, Imported]:
        path = tmp_path / f"in{suffix}"
        path.write_text(text, "utf-8")
        target = store or ReplayStore()
        return target, import_file(target, path)

    return read


Load = Callable[..., tuple[ReplayStore, Imported]]


class TestRoundTrip:
    @pytest.mark.parametrize("form", FORMATS)
    def test_export_and_import_give_the_same_graph(self, form: Format, load: Load) -> None:
        before = sample_store()
        after, done = load(text_of(before, form), SUFFIX[form])
        assert after.content(BOTH) == before.content(BOTH)
        assert (done.nodes, done.statements, done.waiting, done.rejected, done.ignored) == (17, 19, 0, [], {})

    @pytest.mark.parametrize("form", FORMATS)
    def test_what_rdflib_read_and_wrote_again_in_another_order_is_still_the_same_graph(
        self, form: Format, load: Load
    ) -> None:
        before = sample_store()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            again = graph_of(before, form).serialize(format=form)
        after, done = load(again, SUFFIX[form])
        assert done.rejected == []
        assert after.content(BOTH) == before.content(BOTH)

    def test_n_triples_are_read_too(self, load: Load) -> None:
        before = sample_store()
        after, _ = load(graph_of(before).serialize(format="nt"), ".nt")
        assert after.content(BOTH) == before.content(BOTH)

    def test_importing_twice_or_beside_the_original_changes_nothing(self, load: Load) -> None:
        store = sample_store()
        expected = store.content(BOTH)
        text = text_of(store)
        load(text, store=store)
        load(text, store=store)
        assert store.content(BOTH) == expected

    def test_both_formats_say_the_same(self) -> None:
        store = sample_store()
        assert isomorphic(graph_of(store, "turtle"), graph_of(store, "json-ld"))

    def test_the_same_graph_gives_the_same_bytes_whenever_it_was_written(self) -> None:
        assert text_of(sample_store()) == text_of(sample_store())
        assert "recordedAt" not in text_of(sample_store())

    def test_a_company_without_the_classifications_waits_for_them_and_is_then_the_same(self, load: Load) -> None:
        before = sample_store()
        text = text_of(before, "turtle", [TENANT])
        assert f"<{ESCO_SKILL}> a cairn:SkillReference ." in text
        assert "manage musical staff" not in text
        alone, done = load(text)
        assert done.waiting > 0
        assert sorted(alone.waiting) == sorted(set(alone.waiting))
        whole, _ = load(text_of(before, "turtle", ["_ref"]))
        load(text, store=whole)
        assert whole.content(BOTH) == before.content(BOTH)

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        texts=st.lists(st.text(max_size=12), max_size=5),
        days=st.lists(st.dates(date(1970, 1, 1), date(2100, 12, 31)), max_size=4),
        cost=st.floats(0, 1_000_000),
        identifier=st.text(min_size=1, max_size=12),
        moment=st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
        form=st.sampled_from(FORMATS),
    )
    def test_any_value_comes_back_to_the_bit(
        self,
        load: Load,
        texts: list[str],
        days: list[date],
        cost: float,
        identifier: str,
        moment: datetime,
        form: Format,
    ) -> None:
        course = on_grid("Course", {"name": "".join(texts) or "x", "starts_on": days, "cost": cost})
        role: dict[str, Value] = {"name": "r", "scheme": identifier, "alt_labels": texts}
        before = ReplayStore()
        origin = told("hris")
        origin = type(origin)(origin.source_id, "".join(texts) or "y", moment)
        statements = [
            NodeStatement(NodeKey("Course", TENANT, identifier), course, origin),
            NodeStatement(NodeKey("Role", TENANT, identifier), role, origin),
        ]
        records = tuple(Record(str(each.key), "f", 1, nodes=(each,)) for each in statements)
        before.apply(ChangeSet(TENANT, "t", HRIS, records))
        after, done = load(text_of(before, form, [TENANT]), SUFFIX[form])
        assert done.rejected == []
        assert after.content([TENANT]) == before.content([TENANT])

    @given(label=st.sampled_from(["Skill", "edge"]), tenant=st.text(min_size=1), identifier=st.text(min_size=1))
    def test_minted_iris_are_one_to_one(self, label: str, tenant: str, identifier: str) -> None:
        key = NodeKey(label, tenant, identifier)
        assert node_key(node_iri(key)) == key


class TestWhatOthersSee:
    document = graph_of(sample_store())

    def test_esco_concepts_keep_their_iris_and_speak_skos(self) -> None:
        skill = URIRef(ESCO_SKILL)
        assert (skill, RDF.type, URIRef("http://data.europa.eu/esco/model#Skill")) in self.document
        assert (skill, RDF.type, SKOS.Concept) in self.document
        assert self.document.value(skill, SKOS.prefLabel) == Literal("manage musical staff")
        assert set(self.document.objects(skill, SKOS.altLabel)) == {Literal("z first"), Literal("a second")}
        assert (skill, SKOS.narrowMatch, URIRef("urn:cairn:_ref:Skill:1.A.1")) in self.document
        assert (iri(OCCUPATION), SKOS.broader, URIRef("http://data.europa.eu/esco/isco/C2652")) in self.document

    def test_only_esco_s_own_concepts_are_typed_with_esco_s_classes(self) -> None:
        ours = URIRef("urn:cairn:_ref:Skill:1.A.1")
        assert (ours, RDF.type, URIRef("http://data.europa.eu/esco/model#Skill")) not in self.document
        assert (ours, RDF.type, SKOS.Concept) in self.document

    def test_essential_and_optional_skills_use_esco_s_terms(self) -> None:
        esco = "http://data.europa.eu/esco/model#related"
        assert (URIRef(ESCO_ROLE), URIRef(f"{esco}EssentialSkill"), URIRef(ESCO_SKILL)) in self.document
        optional = set(self.document.objects(URIRef(ESCO_ROLE), URIRef(f"{esco}OptionalSkill")))
        assert optional == {URIRef("urn:cairn:_ref:Skill:1.A.1")}

    def test_people_and_courses_speak_schema_org(self) -> None:
        assert (iri(ANN), RDF.type, URIRef(f"{SCHEMA}Person")) in self.document
        assert (iri(ANN), URIRef(f"{SCHEMA}name"), Literal("Ann")) in self.document
        assert (iri(COURSE), URIRef(f"{SCHEMA}teaches"), iri(SKILL)) in self.document

    def test_the_plain_triple_stands_only_while_the_edge_holds(self) -> None:
        skills = URIRef(f"{SCHEMA}skills")
        assert (iri(ANN), skills, iri(SKILL)) in self.document
        assert (iri(BOB), skills, iri(SKILL)) not in self.document  # retracted
        assert list(self.document.triples((URIRef(ESCO_SKILL), SKOS.related, None))) == []  # retracted
        assert (iri(ANN), URIRef(f"{SCHEMA}hasOccupation"), iri(ROLE)) in self.document  # the open one of two

    def test_each_assertion_is_derived_from_its_source_and_spoken_of_by_its_edge(self) -> None:
        found = self.document.query(
            """
            PREFIX cairn: <urn:cairn:ontology#> PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX dct: <http://purl.org/dc/terms/>
            SELECT ?title ?when WHERE {
              ?edge a cairn:HAS_SKILL ; rdf:subject ?ann ; prov:wasQuotedFrom ?said .
              ?said a cairn:Assertion, prov:Entity ; cairn:about ?edge ;
                    prov:wasDerivedFrom/dct:title ?title ; prov:generatedAtTime ?when } ORDER BY ?when
            """,
            initBindings={"ann": iri(ANN)},
        )
        assert [str(row[0]) for row in found if not isinstance(row, bool)] == ["Data of hris", "Data of l m/s"]

    def test_what_a_newer_version_of_a_record_no_longer_says_has_no_plain_triple(self) -> None:
        parents = set(self.document.objects(iri(TEAM), URIRef(f"{SCHEMA}parentOrganization")))
        assert parents == {iri(NEW_UNIT)}

    def test_no_entity_is_derived_from_itself(self) -> None:
        assert [pair for pair in self.document.subject_objects(PROV.wasDerivedFrom) if pair[0] == pair[1]] == []


class TestShapes:
    """Every kind of violation, planted in a valid export, is found at the resource that has it."""

    shapes = shacl()

    def report(self, document: Graph) -> tuple[bool, str]:
        conforms, _, text = validate(document, shacl_graph=self.shapes)
        return bool(conforms), str(text)

    @pytest.mark.parametrize("form", FORMATS)
    def test_an_export_conforms(self, form: Format) -> None:
        conforms, text = self.report(graph_of(sample_store(), form))
        assert conforms, text

    def test_an_export_of_the_company_alone_conforms(self) -> None:
        conforms, text = self.report(Graph().parse(data=text_of(sample_store(), "turtle", [TENANT]), format="turtle"))
        assert conforms, text

    @pytest.mark.parametrize(
        ("old", "new", "component"),
        [
            ('skos:prefLabel "conductor" ;\n', "", "MinCount"),
            ('skos:prefLabel "conductor"', 'skos:prefLabel "conductor", "maestro"', "MaxCount"),
            ("cairn:jobZone 4", 'cairn:jobZone "4"', "Datatype"),
            ("cairn:jobZone 4", "cairn:jobZone 7", "MaxInclusive"),
            ("cairn:jobZone 4", "cairn:jobZone 0", "MinInclusive"),
            ('cairn:level "3.5"^^xsd:double', "cairn:level 3.5", "Datatype"),
            ('cairn:level "3.5"^^xsd:double', 'cairn:level "5.02"^^xsd:double', "MaxInclusive"),
            ('cairn:hiredOn "2020-02-29"^^xsd:date', 'cairn:hiredOn "2020-02-30"^^xsd:date', "Datatype"),
            ('cairn:kind "ability"', 'cairn:kind "talent"', "In"),
            ('cairn:reviewState "auto"', 'cairn:reviewState "perhaps"', "In"),
            ("dpv#ConsentGiven>", "dpv#Maybe>", "In"),
            ("skos:inScheme <urn:cairn:ontology#scheme-onet>", 'skos:inScheme "onet"', "NodeKind"),
            ("urn:cairn:ontology#scheme-onet>", "urn:other:onet>", "Pattern"),
            ("rdf:predicate <http://www.w3.org/2004/02/skos/core#narrowMatch>", "rdf:predicate skos:member", "In"),
            (GROUP_END, "rdf:object <urn:cairn:_ref:Task:1>", "Or"),
            ("cairn:_ref:Source:esco-1.1.1> a cairn:Source,", "cairn:_ref:Source:esco-1.1.1> a", "Or"),
            ("a cairn:BROADER, rdf:Statement", "a cairn:HAS_TASK, rdf:Statement", "Or"),
        ],
    )
    def test_a_planted_violation_is_found(self, old: str, new: str, component: str) -> None:
        text = text_of(sample_store())
        assert old in text
        conforms, report = self.report(Graph().parse(data=text.replace(old, new, 1), format="turtle"))
        assert not conforms
        assert f"{component}ConstraintComponent" in report

    @pytest.mark.parametrize("part", ["rdf:subject", "rdf:object", "prov:wasDerivedFrom", "cairn:confidence"])
    def test_an_edge_without_an_end_source_or_confidence_is_found(self, part: str) -> None:
        lines = text_of(sample_store()).splitlines(keepends=True)
        start = next(at for at, line in enumerate(lines) if " a cairn:HAS_SKILL," in line)
        at = next(at for at in range(start, len(lines)) if lines[at].startswith(f"  {part} "))
        document = Graph().parse(data="".join(lines[:at] + lines[at + 1 :]), format="turtle")
        conforms, report = self.report(document)
        assert not conforms
        assert "MinCountConstraintComponent" in report


class TestBadInput:
    def changed(self, load: Load, old: str, new: str) -> Imported:
        text = text_of(sample_store())
        assert old in text
        _, done = load(text.replace(old, new, 1))
        return done

    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ('skos:prefLabel "conductor" ;\n', "", "skos:prefLabel is missing"),
            ('skos:prefLabel "conductor"', 'skos:prefLabel "conductor", "maestro"', "has several values"),
            ('skos:prefLabel "conductor"', 'skos:prefLabel "director"', "stated payload_hash does not follow"),
            ("cairn:jobZone 4", 'cairn:jobZone "4"', "cairn:jobZone: A literal is a xsd:string"),
            ("cairn:jobZone 4", "cairn:jobZone 7", "cairn:jobZone: The value is out of range"),
            ("cairn:jobZone 4", "cairn:jobzone 4", "cairn:jobzone is no property of this kind"),
            ('cairn:hiredOn "2020-02-29"^^xsd:date', 'cairn:hiredOn "2020-02-30"^^xsd:date', "not a valid xsd:date"),
            ('dct:date "2024-03-02T12:30:05Z"', 'dct:date "2024-03-02T12:30:05"', "not a valid xsd:dateTime"),
            ('cairn:payMax "60000.5"^^xsd:double', 'cairn:payMax "INF"^^xsd:double', "not a valid xsd:double"),
            ('cairn:kind "ability"', 'cairn:kind "talent"', "cairn:kind: The value is not one of those allowed"),
            ("dpv#ConsentGiven>", "dpv#Maybe>", "dpv:hasConsentStatus: The resource named here"),
            ("skos:inScheme <urn:cairn:ontology#scheme-onet>", 'skos:inScheme "onet"', "a resource must be named"),
            ("a cairn:OccupationGroup", "a cairn:OccupationGruop", "cairn:OccupationGruop is no type"),
            ("a cairn:OccupationGroup", "a cairn:Outbox", "cairn:Outbox is no type"),
            ("a cairn:OccupationGroup", "a cairn:OccupationGroup, cairn:Role", "is of two kinds"),
            ('dct:identifier "1.A.1"', 'dct:identifier "1.A.2"', "The IRI does not fit tenant and identifier"),
            ('cairn:order "alt_labels:1,0,0', 'cairn:order "alt_labels:1,0,9', "cairn:order does not fit"),
            ('cairn:order "alt_labels:1,0,0', 'cairn:order "alt_labels:x', "cairn:order cannot be read"),
            ("  rdf:object <http://data.europa.eu/esco/isco/C2652> ;\n", "", "needs exactly one rdf:object"),
            (GROUP_END, "rdf:object <http://x/y>", "kind of the edge's rdf:object"),
            (GROUP_END, "rdf:object <urn:cairn:_ref:Task:1>", "does not lead from Role to Task"),
            (GROUP_END, "rdf:object <urn:cairn:other:Role:1>", "leads into another tenant"),
            (GROUP_END, f"rdf:object <{ESCO_ROLE}>", "stated edge_id does not follow"),
            (LEVEL, 'prov:value "{\\"level\\":4.5}"', "stated id does not follow"),
            (LEVEL, 'prov:value "{\\"lvl\\":3.5}"', "states lvl, which HAS_SKILL does not have"),
            (LEVEL, 'prov:value "level"', "is not the canonical JSON"),
        ],
    )  # fmt: skip
    def test_a_resource_that_is_wrong_is_left_out_and_told_with_its_line(
        self, load: Load, old: str, new: str, says: str
    ) -> None:
        done = self.changed(load, old, new)
        assert any(says in rejection.reason for rejection in done.rejected), done.rejected
        assert all(
            rejection.line > 15 and rejection.file == "in.ttl" and rejection.remedy for rejection in done.rejected
        )

    def test_a_message_never_repeats_a_value(self, load: Load) -> None:
        done = self.changed(load, "cairn:jobZone 4", 'cairn:jobZone "Ann"')
        assert all("Ann" not in rejection.reason for rejection in done.rejected)

    def test_rejections_are_kept_in_quarantine_of_their_tenant(self, load: Load) -> None:
        text = text_of(sample_store())
        store, done = load(text.replace("cairn:jobZone 4", "cairn:jobZone 7", 1))
        assert store.rejections == done.rejected
        assert [rejection.key for rejection in done.rejected] == [ESCO_ROLE]
        assert done.waiting == 4  # edges at the occupation that was left out, until it comes

    def test_an_assertion_about_no_edge_and_an_edge_without_assertion(self, load: Load) -> None:
        blocks = text_of(sample_store()).split("\n\n")
        kept = [block for block in blocks if " a cairn:TEACHES_SKILL" not in block]
        _, done = load("\n\n".join(kept))
        assert [rejection.reason for rejection in done.rejected] == [
            "The assertion speaks of an edge that is not described."
        ]
        kept = [block for block in blocks if 'cairn:relationshipType "TEACHES_SKILL"' not in block]
        _, done = load("\n\n".join(kept))
        assert [rejection.reason for rejection in done.rejected] == ["No assertion says that this edge holds."]

    def test_what_has_no_source_does_not_enter(self, load: Load) -> None:
        blocks = text_of(sample_store()).split("\n\n")
        store, done = load("\n\n".join(block for block in blocks if ":Source:hris> a " not in block))
        assert {rejection.reason for rejection in done.rejected} >= {"Its source is not described."}
        assert ANN.key not in store.nodes
        assert store.nodes.keys() >= {SKILL.key, COURSE.key}

    def test_the_least_source_of_the_manual_enters_and_needs_its_moment(self, load: Load) -> None:
        manual = (Path(__file__).parents[2] / "docs" / "rdf.md").read_text("utf-8")
        block = manual.split("```turtle\n")[2].split("```")[0]
        store, done = load(OUR_PREFIXES + block)
        assert done.rejected == []
        assert [(key.tenant_id, key.id) for key in store.nodes] == [("northlight", "survey")]
        moment = '\n  prov:generatedAtTime "2026-03-01T00:00:00Z"^^xsd:dateTime .'
        assert moment in block
        with pytest.raises(MalformedFile, match="describes no source"):
            load(OUR_PREFIXES + block.replace(f" ;{moment}", " ."))

    def test_a_value_edited_as_the_manual_says_wins(self, load: Load) -> None:
        store = sample_store()
        lines = text_of(store).splitlines(keepends=True)
        start = next(at for at, line in enumerate(lines) if line.startswith(f"<{ESCO_ROLE}> a cairn:Role,"))
        block = "".join(lines[start : lines.index("\n", start)])
        edited = "".join(line for line in block.splitlines(keepends=True) if "cairn:payloadHash" not in line)
        edited = edited.replace('"conductor"', '"maestro"').replace('"2024-03-01T', '"2024-04-01T')
        load(text_of(store).replace(block, edited), store=store)
        assert store.nodes[OCCUPATION.key].properties["name"] == "maestro"

    @pytest.mark.parametrize("line", [2, 3, 4])
    def test_a_node_without_its_provenance_does_not_enter(self, load: Load, line: int) -> None:
        lines = text_of(sample_store()).splitlines(keepends=True)
        at = next(at for at, text in enumerate(lines) if f"<{ESCO_SKILL}> a cairn:Skill," in text) + 1 + line
        _, done = load("".join(lines[:at] + lines[at + 1 :]))
        assert [each.key for each in done.rejected] == [ESCO_SKILL]
        assert done.rejected[0].reason == f"{done.rejected[0].field} is missing: nothing enters without a source."

    def test_foreign_predicates_are_counted_not_lost_silently(self, load: Load) -> None:
        done = self.changed(load, "cairn:jobZone 4", "cairn:jobZone 4 ; rdfs:seeAlso <http://x/y>")
        assert done.rejected == []
        assert done.ignored == {"http://www.w3.org/2000/01/rdf-schema#seeAlso": 1}

    @pytest.mark.parametrize(
        ("name", "content", "says", "line"),
        [
            ("a.ttl", b"<urn:a> <urn:b> .", "not valid Turtle near line 1", 1),
            ("a.ttl", b"\n\n<urn:a> foo:b 1 .", "not valid Turtle near line 3", 3),
            ("a.ttl", "<urn:a> <urn:b> \"é\" .".encode("latin-1"), "is not UTF-8 text", None),
            ("a.ttl", b"", "describes no source", None),
            ("a.jsonld", b'{"@graph": [', "not valid JSON near line 1", 1),
            ("a.jsonld", b'{"@context": "https://example.org/context", "@graph": []}', "context elsewhere", None),
            ("a.jsonld", b'[{"@context": {"@import": "https://example.org/context"}}]', "context elsewhere", None),
            ("a.jsonld", b'{"@context": {"a": {"@id": 7}}, "a": 1}', "not valid JSON-LD", None),
            ("a.rdf", b"<rdf/>", "kind of a.rdf cannot be told", None),
        ],
    )  # fmt: skip
    def test_a_file_that_cannot_be_read_is_told_and_nothing_is_written(
        self, tmp_path: Path, name: str, content: bytes, says: str, line: int | None
    ) -> None:
        (tmp_path / name).write_bytes(content)
        store = ReplayStore()
        with pytest.raises(MalformedFile, match=says) as caught:
            import_file(store, tmp_path / name)
        assert caught.value.details.get("line") == line
        assert caught.value.remedy
        assert store.versions == {}

    def test_a_missing_file_and_an_unknown_layout_are_told(self, tmp_path: Path, load: Load) -> None:
        with pytest.raises(MalformedFile, match="cannot be read"):
            import_file(ReplayStore(), tmp_path / "none.ttl")
        with pytest.raises(MalformedFile, match="layout that is not known"):
            load(text_of(sample_store()).replace('cairn:layout "1"', 'cairn:layout "99"'))

    def test_a_syntax_error_deep_in_an_export_names_its_line(self, load: Load) -> None:
        text = text_of(sample_store())
        line = text[: text.index("cairn:jobZone 4")].count("\n") + 1
        with pytest.raises(MalformedFile) as caught:
            load(text.replace("cairn:jobZone 4", "cairn:jobZone )", 1))
        told_line = caught.value.details["line"]
        assert isinstance(told_line, int)
        assert abs(told_line - line) <= 1


class TestFiles:
    def test_a_failed_export_leaves_no_file_and_keeps_the_old_one(self, tmp_path: Path) -> None:
        class Broken(ReplayStore):
            def _node(self, node: NodeStatement) -> NodeRecord:
                raise SchemaInvalid("planted")

        broken = Broken()
        broken.apply(ChangeSet(TENANT, "t", HRIS))
        target = tmp_path / "out.ttl"
        target.write_text("old", "utf-8")
        with pytest.raises(SchemaInvalid):
            export_file(broken, target, BOTH, "turtle")
        assert target.read_text("utf-8") == "old"
        assert [file.name for file in tmp_path.iterdir()] == ["out.ttl"]

    def test_a_place_that_cannot_be_written_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(SettingInvalid, match="cannot be written"):
            export_file(sample_store(), tmp_path / "no" / "out.ttl", BOTH, "turtle")

    def test_counts_versions_and_progress_are_reported(self, tmp_path: Path) -> None:
        seen: list[tuple[str, int]] = []
        done = export_file(
            sample_store(), tmp_path / "out.jsonld", BOTH, "json-ld", lambda kind, count: seen.append((kind, count))
        )
        assert (done.nodes, done.edges, done.assertions, done.torn) == (17, 17, 12, ())
        assert seen[-1] == ("assertions", 12)
        assert len(json.loads((tmp_path / "out.jsonld").read_text("utf-8"))["@graph"]) > 46

    def test_a_write_during_the_export_is_told(self, tmp_path: Path) -> None:
        store = sample_store()
        extra = edge("HAS_SKILL", TENANT, ANN, SKILL, told("hris", 20), level=4.0)
        change = ChangeSet(TENANT, "t", HRIS, (Record("k", "f", 1, edges=(extra,)),))
        apply_once = iter([partial(store.apply, change)])

        def write(kind: str, count: int) -> None:
            if (late := next(apply_once, None)) is not None:
                late()

        assert export_file(store, tmp_path / "out.ttl", BOTH, "turtle", write).torn == (TENANT,)

    def test_a_property_that_the_ontology_does_not_know_is_not_dropped(self) -> None:
        class Odd(ReplayStore):
            def _node(self, node: NodeStatement) -> NodeRecord:
                record = super(Odd, self)._node(node)
                return NodeRecord(record.key, {**record.properties, "shoe_size": 44})

        store = Odd()
        store.apply(ChangeSet(TENANT, "t", HRIS, ()))
        with pytest.raises(SchemaInvalid, match="the property shoe_size"):
            text_of(store)

    def test_large_files_are_read_in_chunks_with_right_line_numbers(self, load: Load) -> None:
        store = ReplayStore()
        skills = [
            node("Skill", TENANT, f"s{at}", "hris", name=f"Skill {at}", scheme="company", kind="skill")
            for at in range(4500)
        ]
        store.apply(
            ChangeSet(TENANT, "t", HRIS, tuple(Record(str(each.key), "f", 1, nodes=(each,)) for each in skills))
        )
        text = text_of(store, "turtle", [TENANT])
        line = text[: text.index('skos:prefLabel "Skill 4321"')].count("\n") + 1
        after, done = load(text.replace('skos:prefLabel "Skill 4321"', "skos:prefLabel 7", 1))
        assert len(after.nodes) == 4500
        assert [(each.line < line < each.line + 12, each.key) for each in done.rejected] == [
            (True, f"urn:cairn:{TENANT.replace(':', '%3A').replace('%7E', '%257E').replace(' ', '%20')}:Skill:s4321")
        ]
