"""The contract of ``apply``: nodes, edges, assertions, versions, on every back end."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from graph.changes import ChangeSet, EdgeStatement, NodeStatement, Record
from graph.keys import NodeKey
from graph.neo4j_store import Neo4jStore
from graph.planning import MAX_STATEMENTS
from graph.store import EdgeRecord, NodeRecord
from ontology.errors import BadInput
from tests.graph.contract import Company, content, day, edge_id


def nodes(store: Neo4jStore, company: Company, label: str) -> list[NodeRecord]:
    return [row for row in store.scan([company.tenant], nodes=[label]) if isinstance(row, NodeRecord)]


def edges(store: Neo4jStore, company: Company, rel_type: str) -> list[EdgeRecord]:
    return [row for row in store.scan([company.tenant], relationships=[rel_type]) if isinstance(row, EdgeRecord)]


def test_a_node_is_stored_with_its_block_and_every_type_of_value(store: Neo4jStore, company: Company) -> None:
    course = company.node(
        "Course",
        "C1",
        name='Größe & "Maß" 測',
        capacity=12,
        language="en",
        cost=120.5,
        starts_on=[date(2024, 2, 1), date(2024, 9, 1)],
    )
    applied = company.load(store, course)
    assert (applied.nodes_written, applied.version) == (2, 1)
    (stored,) = nodes(store, company, "Course")
    assert stored.key == NodeKey("Course", company.tenant, "C1")
    properties = dict(stored.properties)
    assert isinstance(properties.pop("recorded_at"), datetime)
    assert properties == {
        "tenant_id": company.tenant,
        "id": "C1",
        "source_id": "hris",
        "source_record": "Course/C1",
        "observed_at": day(0),
        "payload_hash": course.nodes[0].payload_hash,
        "ontology_version": "1.0.0",
        "name": 'Größe & "Maß" 測',
        "capacity": 12,
        "language": "en",
        "cost": 120.5,
        "starts_on": [date(2024, 2, 1), date(2024, 9, 1)],
    }


def test_an_edge_is_stored_with_its_block_and_its_assertion(store: Neo4jStore, company: Company) -> None:
    held = company.edge(
        "HOLDS_ROLE",
        company.key("Person", "P1"),
        company.key("Role", "R1"),
        3,
        qualifier="2020-05-01",
        valid_from=date(2020, 5, 1),
        employer="Elsewhere",
    )
    applied = company.load(
        store, company.person("P1"), company.node("Role", "R1"), company.consent("P1", "career_path"), held
    )
    assert (applied.edges_written, applied.assertions_written) == (2, 1)
    (stored,) = edges(store, company, "HOLDS_ROLE")
    (assertion,) = nodes(store, company, "Assertion")
    statement = held.edges[0]
    assert (stored.start, stored.end) == (statement.start, statement.end)
    properties = dict(stored.properties)
    assert isinstance(properties.pop("recorded_at"), datetime)
    assert properties == {
        "edge_id": edge_id(held),
        "tenant_id": company.tenant,
        "qualifier": "2020-05-01",
        "source_id": "hris",
        "source_record": held.key,
        "source_count": 1,
        "assertion_ids": [statement.assertion_id],
        "observed_at": day(3),
        "valid_from": date(2020, 5, 1),
        "payload_hash": assertion.properties["payload_hash"],
        "method": "import",
        "extractor_version": "1",
        "confidence": 0.9,
        "confidence_method": "noisy-or/1",
        "scopes": ["career_path"],
        "consent_id": "consent/P1/0/granted/career_path",
        "review_state": "auto",
        "employer": "Elsewhere",
    }
    assert assertion.key.id == statement.assertion_id
    assert assertion.properties["payload"] == '{"employer":"Elsewhere","valid_from":"2020-05-01"}'
    assert assertion.properties["edge_id"] == edge_id(held)


def test_the_same_batch_again_changes_nothing_and_makes_no_version(store: Neo4jStore, company: Company) -> None:
    records = (company.person("P1"), company.skill("S1"), company.consent("P1", "skill_gap"), company.holds("P1", "S1"))
    first = company.load(store, *records)
    before = content(store, company.tenant)
    again = company.load(store, *records)
    assert (first.version, again.version) == (1, 1)
    assert (again.nodes_written, again.edges_written, again.assertions_written) == (0, 0, 0)
    assert (again.nodes_unchanged, again.edges_unchanged) == (4, 2)
    assert content(store, company.tenant) == before
    assert len(store.changes(company.tenant, 0)) == 1


def test_the_later_observation_of_a_node_wins_whichever_comes_first(store: Neo4jStore, company: Company) -> None:
    new = company.skill("S1", 5, description="new")
    company.load(store, new)
    applied = company.load(store, company.skill("S1", 2, description="old"))
    assert (applied.nodes_written, applied.version) == (0, 1)
    (stored,) = nodes(store, company, "Skill")
    assert stored.properties["description"] == "new"
    company.load(store, company.skill("S1", 9))
    (stored,) = nodes(store, company, "Skill")
    assert "description" not in stored.properties


def test_sources_corroborate_and_the_newest_statement_wins(store: Neo4jStore, company: Company) -> None:
    manager = company.from_source("managers")
    said = company.holds("P1", "S1", 2.0, at=1, confidence=0.5)
    company.load(store, company.person("P1"), company.skill("S1"), said)
    manager.load(store, manager.holds("P1", "S1", 4.0, at=3, confidence=0.8, record="review-7"))
    (stored,) = edges(store, company, "HAS_SKILL")
    assert stored.properties["level"] == 4.0
    assert stored.properties["confidence"] == 0.9
    assert stored.properties["source_count"] == 2
    assert stored.properties["source_id"] == "managers"
    assert len(stored.properties["assertion_ids"]) == 2  # type: ignore[arg-type]  # a list


def test_a_source_that_takes_its_word_back_leaves_the_others_standing(store: Neo4jStore, company: Company) -> None:
    manager = company.from_source("managers")
    company.load(store, company.person("P1"), company.skill("S1"), company.holds("P1", "S1", 2.0, record="cv"))
    manager.load(store, manager.holds("P1", "S1", 4.0, at=1))
    company.load(store, company.holds("P1", "S1", at=5, record="cv", retracts=True))
    (stored,) = edges(store, company, "HAS_SKILL")
    assert "retracted_at" not in stored.properties
    assert (stored.properties["source_count"], stored.properties["level"]) == (1, 4.0)
    manager.load(store, manager.holds("P1", "S1", at=7, retracts=True))
    (stored,) = edges(store, company, "HAS_SKILL")
    assert stored.properties["retracted_at"] == day(7)
    assert (stored.properties["source_count"], stored.properties["confidence"]) == (0, 0.0)


def test_inline_edges_have_no_assertion_nodes(store: Neo4jStore, company: Company) -> None:
    here = f"{company.tenant}/"
    reference = Company("_ref", source=f"esco-{company.tenant}")
    broader = reference.edge("BROADER", reference.key("Skill", here + "a"), reference.key("Skill", here + "b"), 2)
    applied = reference.load(store, reference.skill(here + "a"), reference.skill(here + "b"), broader)
    assert (applied.edges_written, applied.assertions_written) == (1, 0)
    (stored,) = store.scan(["_ref"], relationships=["BROADER"], ids=[edge_id(broader)])
    assert (stored.properties["assertion_ids"], stored.properties["scopes"]) == ([], ["public"])
    newer = reference.edge("BROADER", reference.key("Skill", here + "a"), reference.key("Skill", here + "b"), 8)
    assert reference.load(store, newer).edges_written == 1
    assert reference.load(store, broader).edges_unchanged == 1
    gone = reference.edge(
        "BROADER", reference.key("Skill", here + "a"), reference.key("Skill", here + "b"), 8, retracts=True
    )
    assert reference.load(store, gone).edges_written == 1
    assert reference.load(store, gone).edges_unchanged == 1
    (stored,) = store.scan(["_ref"], relationships=["BROADER"], ids=[edge_id(broader)])
    assert stored.properties["retracted_at"] == day(8)


def test_updating_a_person_keeps_their_consent_and_updating_an_edge_its_scopes(
    store: Neo4jStore, company: Company
) -> None:
    company.load(store, company.person("P1"), company.skill("S1"), company.consent("P1", "skill_gap"))
    company.load(store, company.holds("P1", "S1"))
    company.load(store, company.person("P1", 5, location="Oslo"), company.holds("P1", "S1", 4.5, at=6))
    (person,) = nodes(store, company, "Person")
    assert (person.properties["location"], person.properties["scopes"]) == ("Oslo", ["skill_gap"])
    (stored,) = edges(store, company, "HAS_SKILL")
    assert (stored.properties["level"], stored.properties["scopes"]) == (4.5, ["skill_gap"])


def test_what_a_tenant_may_not_write_is_refused_and_nothing_is_written(store: Neo4jStore, company: Company) -> None:
    other = Company(f"{company.tenant}-other")
    foreign_node = company.batch(other.skill("S1"))
    foreign_edge = company.batch(other.edge("BROADER", company.key("Skill", "S1"), company.key("Skill", "S2")))
    reference = NodeKey("Skill", "_ref", "S9")
    out_of_reference = company.batch(company.edge("BROADER", reference, company.key("Skill", "S1")))
    unknown_ends = company.batch(company.edge("BROADER", company.key("Person", "P1"), company.key("Skill", "S1")))
    for changes in (foreign_node, foreign_edge, out_of_reference, unknown_ends):
        with pytest.raises(BadInput):
            store.apply(changes)
    assert store.head([company.tenant, other.tenant]) == {company.tenant: 0, other.tenant: 0}


def test_a_batch_beyond_one_transaction_is_refused_by_size(store: Neo4jStore, company: Company) -> None:
    one = company.skill("S1").nodes[0]
    huge = Record("k", "f", 1, (one,) * (MAX_STATEMENTS + 1))
    with pytest.raises(BadInput, match="one transaction"):
        store.apply(company.batch(huge))


def test_a_failure_half_way_leaves_nothing(store: Neo4jStore, company: Company) -> None:
    company.load(store, company.skill("S1"))
    before = content(store, company.tenant)
    bad = NodeStatement(company.key("Skill", "S3"), {"name": object()}, company.origin("bad"))  # type: ignore[dict-item]
    with pytest.raises(Exception):  # noqa: B017, PT011  # the driver cannot pack it; what matters is what is left
        store.apply(company.batch(company.skill("S2"), Record("bad", "f", 1, (bad,))))
    assert content(store, company.tenant) == before
    assert store.head([company.tenant]) == {company.tenant: 1}


def test_the_change_log_names_what_changed_and_bulk_names_only_consent(store: Neo4jStore, company: Company) -> None:
    held = company.holds("P1", "S1")
    company.load(store, company.person("P1"), company.skill("S1"), held)
    company.load(store, company.consent("P1", "skill_gap"))
    company.load(store, company.person("P2"), company.consent("P2", "skill_gap"), bulk=True)
    company.load(store, company.skill("S2"), bulk=True)
    log = store.changes(company.tenant, 0)
    assert [(entry.version, entry.kind) for entry in log] == [
        (1, "batch"),
        (2, "consent"),
        (3, "consent"),
        (4, "bulk"),
        (5, "bulk"),
    ]
    assert company.key("Person", "P1") in log[0].node_keys
    assert log[0].edge_keys == (("HAS_SKILL", edge_id(held)),)
    assert company.key("Person", "P1") in log[1].node_keys
    assert log[2].node_keys == (company.key("Person", "P2"),)
    assert (log[3].node_keys, log[4].node_keys) == ((), ())
    assert [entry.version for entry in store.changes(company.tenant, 3)] == [4, 5]
    assert store.head([company.tenant]) == {company.tenant: 5}


def test_an_operational_node_is_no_content(store: Neo4jStore, company: Company) -> None:
    company.load(store, company.skill("S1"))
    run = company.node("IngestRun", "run-1", feed="people", source_id="hris", started_at=day(0))
    applied = company.load(store, run)
    assert (applied.nodes_written, applied.version) == (1, 1)


def test_the_moment_of_an_observation_survives_to_the_microsecond_in_any_zone(
    store: Neo4jStore, company: Company
) -> None:
    moment = datetime.fromisoformat("2024-06-01T01:02:03.000004+05:30")
    origin = company.origin("r")
    statement = NodeStatement(
        company.key("Skill", "S1"),
        {"name": "a", "scheme": "company", "kind": "skill"},
        type(origin)("hris", "r", moment),
    )
    store.apply(ChangeSet(company.tenant, "f", company.source_node(), (Record("r", "f", 1, (statement,)),)))
    (stored,) = nodes(store, company, "Skill")
    assert stored.properties["observed_at"] == moment
    assert stored.properties["observed_at"].tzinfo is UTC  # type: ignore[union-attr]  # a datetime


def test_parallel_edges_are_told_apart_by_their_qualifier(store: Neo4jStore, company: Company) -> None:
    def held(first: date) -> Record:
        ends = (company.key("Person", "P1"), company.key("Role", "R1"))
        return company.edge("HOLDS_ROLE", *ends, qualifier=first.isoformat(), valid_from=first)

    both = (held(date(2019, 1, 1)), held(date(2022, 1, 1)))
    company.load(store, company.person("P1"), company.node("Role", "R1"), *both)
    assert {edge.edge_id for edge in edges(store, company, "HOLDS_ROLE")} == {edge_id(each) for each in both}


def test_an_edge_may_state_its_ends_from_the_reference_tenant(store: Neo4jStore, company: Company) -> None:
    shared = f"{company.tenant}/python"
    reference = Company("_ref", source=f"esco-{company.tenant}")
    reference.load(store, reference.skill(shared))
    statement = EdgeStatement(
        company.tenant,
        "HAS_SKILL",
        company.key("Person", "P1"),
        NodeKey("Skill", "_ref", shared),
        {"level": 3.0},
        company.origin("r"),
    )
    applied = company.load(store, company.person("P1"), Record("r", "f", 1, edges=(statement,)))
    assert (applied.edges_written, applied.waiting) == (1, [])
    (stored,) = edges(store, company, "HAS_SKILL")
    assert stored.end == NodeKey("Skill", "_ref", shared)
