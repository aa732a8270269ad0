"""What a row becomes: exact nodes and edges, all fields used, only what the ontology knows, moments and confidence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.changes import EdgeStatement, Record
from graph.identity import METHOD_STRENGTH
from graph.keys import NodeKey
from graph.waiting import decode_record, encode_record
from ingestion.contracts.base import columns
from ingestion.feeds import FEEDS
from ingestion.hr import row_connector
from ingestion.mapping import event_moment, pseudonym
from ingestion.rules import METHOD_CONFIDENCE
from ingestion.sources import SourceDescription
from ingestion.templates import example_rows
from ontology.model import load_ontology
from tests.ingestion.feeding import NOW, TENANT, at


def records(feed: str, row: dict[str, object], source: SourceDescription | None = None) -> list[Record]:
    connector = row_connector(feed, [row], TENANT, file="f", observed_at=NOW, source=source)
    found = [item for item in connector.records() if isinstance(item, Record)]
    assert found, list(connector.records())
    return found


def edges(feed: str, row: dict[str, object]) -> dict[str, EdgeStatement]:
    return {edge.rel_type: edge for record in records(feed, row) for edge in record.edges}


def own(label: str, node_id: str) -> NodeKey:
    return NodeKey(label, TENANT, node_id)


def test_an_employment_row_is_role_unit_and_manager_with_its_dates() -> None:
    row = {
        "employment_id": "E1", "person_id": "7", "role_id": "R1", "start_date": "2022-09-01",
        "end_date": "2025-12-31", "org_unit_id": "OU1", "manager_id": "3", "location": "Lyon",
    }  # fmt: skip
    (record,) = records("employment", dict(row))
    assert (record.key, record.replaces, record.nodes) == ("E1", True, ())
    assert [(edge.rel_type, edge.end, dict(edge.properties)) for edge in record.edges] == [
        ("HOLDS_ROLE", own("Role", "R1"), {"location": "Lyon"}),
        ("MEMBER_OF", own("OrgUnit", "OU1"), {}),
        ("REPORTS_TO", own("Person", "3"), {}),
    ]
    for edge in record.edges:
        assert edge.start == own("Person", "7")
        assert (edge.qualifier, edge.valid_from, edge.valid_to) == ("2022-09-01", date(2022, 9, 1), date(2025, 12, 31))
        assert (edge.provenance.source_id, edge.provenance.source_record) == ("hris:employment", "employment:E1")
    assert records("employment", {**row, "employment_id": None})[0].key == "7|R1|2022-09-01"


def test_a_person_has_a_pseudonym_that_is_stable_and_their_tenants_own() -> None:
    (record,) = records("people", {"person_id": "7", "languages": ["de", "en", "de"], "hired_on": "2019-04-01"})
    assert dict(record.nodes[0].properties) == {
        "languages": ["de", "en"],
        "hired_on": date(2019, 4, 1),
        "pseudonym": pseudonym(TENANT, "7"),
    }
    assert pseudonym(TENANT, "7") != pseudonym("other", "7")
    assert len(pseudonym(TENANT, "7")) == len("Person ") + 6


def test_an_assessment_measures_a_level_and_says_that_the_person_holds_it() -> None:
    row = {
        "assessment_id": "A1", "person_id": "7", "skill_id": "S1", "taken_on": "2019-10-02", "score": "41",
        "max_score": "50", "expires_on": "2021-10-02",
    }  # fmt: skip
    found = edges("assessments", dict(row))
    assessed, held = found["ASSESSED"], found["HAS_SKILL"]
    assert dict(assessed.properties) == {
        "assessment": "A1", "level": 4.1, "score": 41.0, "max_score": 50.0, "taken_on": date(2019, 10, 2),
        "expires_on": date(2021, 10, 2),
    }  # fmt: skip
    assert (assessed.qualifier, assessed.valid_to) == ("A1", date(2021, 10, 2))
    assert dict(held.properties) == {"level": 4.1, "last_used": date(2019, 10, 2)}
    assert (held.provenance.method, held.provenance.confidence) == ("assessment", METHOD_CONFIDENCE["assessment"])
    assert held.provenance.observed_at.date() == date(2019, 10, 2)
    assert assessed.provenance.observed_at == NOW


def test_a_completion_says_a_level_only_when_passed() -> None:
    row = {
        "person_id": "7", "course_id": "C1", "completed_on": "2025-11-14", "skill_id": "S1", "level_gained": "3",
    }  # fmt: skip
    assert set(edges("completions", {**row, "passed": "true"})) == {"COMPLETED", "HAS_SKILL"}
    assert set(edges("completions", {**row, "passed": "false"})) == {"COMPLETED"}


@pytest.mark.parametrize(
    ("essential", "weight", "expected"), [("true", None, 1.0), ("false", None, 0.5), ("false", "0.8", 0.8)]
)
def test_a_requirement_weighs_as_in_esco_unless_it_says_otherwise(
    essential: str, weight: str | None, expected: float
) -> None:
    row = {"role_id": "R1", "skill_id": "S1", "essential": essential, "weight": weight}
    assert edges("role_skills", {k: v for k, v in row.items() if v})["REQUIRES_SKILL"].properties["weight"] == expected


def test_levels_lie_on_the_grid_of_the_ontology() -> None:
    row = {"person_id": "7", "skill_id": "S1", "level": "3.333"}
    assert edges("person_skills", dict(row))["HAS_SKILL"].properties["level"] == 3.34


def test_a_match_with_a_classification_waits_apart() -> None:
    row = {"role_id": "R1", "name": "Engineer", "onet_soc_code": "17-2071.00", "match_confidence": "0.7"}
    main, match = records("roles", dict(row))
    assert (main.key, main.edges, main.replaces) == ("R1", (), True)
    assert (match.key, match.replaces) == ("R1#onet_soc_code", False)
    (edge,) = match.edges
    assert (edge.end, edge.provenance.confidence) == (NodeKey("Role", "_ref", "17-2071.00"), 0.7)
    assert edge.provenance.source_record == "roles:R1"


@pytest.mark.parametrize(
    ("skill", "tenant"),
    [("SK-1", TENANT), ("2.B.3.l", "_ref"), ("http://data.europa.eu/esco/skill/x-1", "_ref"), ("2.B.3.l.x", TENANT)],
)
def test_the_form_of_an_identifier_tells_whose_it_is(skill: str, tenant: str) -> None:
    assert edges("person_skills", {"person_id": "7", "skill_id": skill})["HAS_SKILL"].end.tenant_id == tenant


def test_a_removed_statement_retracts_without_properties() -> None:
    (record,) = records("role_skills", {"role_id": "R1", "skill_id": "S1", "removed": "true"})
    assert (record.edges[0].retracts, dict(record.edges[0].properties)) == (True, {})


def test_trust_in_the_source_and_the_rows_own_confidence_count() -> None:
    source = SourceDescription("survey", "person_skills", trust=0.5)
    row = {"person_id": "7", "skill_id": "S1", "method": "manager"}
    assert records("person_skills", dict(row), source)[0].edges[0].provenance.confidence == 0.42
    row["confidence"] = "0.9"
    assert records("person_skills", dict(row), source)[0].edges[0].provenance.confidence == 0.448


def test_another_system_in_a_row_is_another_source_and_another_record() -> None:
    row = {"person_id": "7", "skill_id": "S1", "source_system": "lms"}
    (record,) = records("person_skills", dict(row))
    assert record.key == "7|S1|import@lms"
    assert record.edges[0].provenance.source_id == "lms:person_skills"
    assert record.nodes[0].key == NodeKey("Source", TENANT, "lms:person_skills")


def test_a_consent_without_id_has_one_that_its_content_gives() -> None:
    row = {"person_id": "7", "status": "granted", "given_at": "2026-01-05T09:12:00Z"}
    (one,) = records("consents", {**row, "purposes": "skill_gap|career_path"})
    (two,) = records("consents", {**row, "purposes": ["career_path", "skill_gap"]})
    assert one.nodes[0].key == two.nodes[0].key
    assert one.nodes[0].properties["purposes"] == ["career_path", "skill_gap"]
    assert one.nodes[0].provenance.observed_at == datetime(2026, 1, 5, 9, 12, tzinfo=UTC)


@pytest.mark.parametrize("feed", FEEDS)
def test_every_field_makes_a_difference(feed: str) -> None:
    """No column is read and then forgotten: without it, the change records differ."""
    full = example_rows(FEEDS[feed])[0]
    for name in columns(FEEDS[feed].model):
        if name not in full or name in FEEDS[feed].required:
            continue
        value: dict[str, object] = {"removed": "true", "kind": "knowledge", "passed": "false", "status": "closed"}
        less: dict[str, object] = {key: cell for key, cell in full.items() if key != name}
        if name in ("removed", "passed", "kind") or (name == "status" and feed == "postings"):
            less[name] = value[name]
        if name in ("esco_match", "onet_match"):
            less[name] = "narrow"
        if name == "method":
            less[name] = "inferred"
        if name == "state":
            less[name] = "separate"
        if name == "internal":
            less[name] = "true"
        try:
            differs = records(feed, less) != records(feed, dict(full))
        except AssertionError:  # it is needed together with another field, and was missed
            differs = True
        assert differs, name


@pytest.mark.parametrize("feed", FEEDS)
def test_only_what_the_ontology_knows_is_stated(feed: str) -> None:
    ontology = load_ontology()
    for row in example_rows(FEEDS[feed]):
        for record in records(feed, dict(row)):
            for node in record.nodes:
                assert set(node.properties) <= set(ontology.node(node.key.label).properties)
            for edge in record.edges:
                relationship = ontology.relationship(edge.rel_type)
                assert (edge.start.label, edge.end.label) in relationship.ends
                assert set(edge.properties) <= set(relationship.properties)
                assert (edge.qualifier is not None) == (relationship.qualifier is not None)
                required = {name for name, spec in relationship.properties.items() if spec.required}
                assert required <= set(edge.properties)


@pytest.mark.parametrize("feed", FEEDS)
def test_a_record_that_waits_comes_back_word_for_word(feed: str) -> None:
    for row in example_rows(FEEDS[feed]):
        for record in records(feed, dict(row)):
            again = decode_record(encode_record(record))
            assert again == record
            assert [edge.assertion_id for edge in again.edges] == [edge.assertion_id for edge in record.edges]
            assert [node.payload_hash for node in again.nodes] == [node.payload_hash for node in record.nodes]


moments = st.datetimes(datetime(2020, 1, 2), datetime(2100, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001


@settings(deadline=None)
@given(moments, moments)
def test_a_later_export_of_an_event_is_later_but_on_the_same_day(one: datetime, two: datetime) -> None:
    day = date(2020, 1, 1)
    first, second = sorted((one, two))
    assert event_moment(day, first) <= event_moment(day, second)
    assert event_moment(day, second).date() == day
    if second - first >= timedelta(minutes=1):
        assert event_moment(day, first) < event_moment(day, second)


def test_an_event_after_its_export_is_not_in_the_future() -> None:
    assert event_moment(date(2030, 1, 1), at(2026)) == at(2026)


def test_every_method_is_one_that_the_ontology_knows_and_has_a_confidence() -> None:
    assert set(METHOD_CONFIDENCE) == set(load_ontology().node("Assertion").properties["method"].values)
    assert set(METHOD_STRENGTH) <= set(METHOD_CONFIDENCE)
