"""The contract of ``edges``: what a scope may see, at this moment, with assertions and sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from graph.changes import Record
from graph.content_hash import content_hash
from graph.keys import NodeKey
from graph.neo4j_store import MAX_CITED, Neo4jStore
from graph.scope import Purpose, Scope
from ontology.errors import AccessDenied, BadInput
from tests.graph.contract import AUDITOR, COACH, Company, day, edge_id


def citable(store: Neo4jStore, company: Company, record: Record, purpose: Purpose) -> bool:
    return edge_id(record) in store.edges(company.scope(purpose), [edge_id(record)])


@pytest.fixture
def held(store: Neo4jStore, company: Company) -> Record:
    """A skill that a person holds, with consent for two purposes."""
    record = company.holds("P1", "S1")
    company.load(store, company.person("P1"), company.skill("S1"), record)
    company.load(store, company.consent("P1", "skill_gap", "career_path"))
    return record


def test_an_edge_comes_with_captions_assertions_and_sources(store: Neo4jStore, company: Company, held: Record) -> None:
    manager = company.from_source("managers")
    manager.load(store, manager.holds("P1", "S1", 4.0, at=2, record="review"))
    (found,) = store.edges(company.scope(Purpose.SKILL_GAP), [edge_id(held)]).values()
    assert (found.edge.edge_id, found.edge.rel_type) == (edge_id(held), "HAS_SKILL")
    assert (found.edge.start, found.edge.end) == (company.key("Person", "P1"), company.key("Skill", "S1"))
    assert (found.start_caption, found.end_caption) == ("Person P1", "skill S1")
    assert found.edge.properties["level"] == 4.0
    assert [each.source_record for each in found.assertions] == ["review", held.key]
    assert [each.source.properties["dataset"] for each in found.assertions] == ["managers", "hris"]
    older = found.assertions[1]
    assert (older.payload, older.observed_at, older.retracts) == ('{"level":3.0}', day(0), False)
    assert older.id == held.edges[0].assertion_id


def test_an_inline_edge_comes_with_the_one_assertion_its_block_states(store: Neo4jStore, company: Company) -> None:
    here = f"{company.tenant}/"
    esco = Company("_ref", source=f"esco-{company.tenant}")
    ends = (esco.key("Role", here + "r"), esco.key("Skill", here + "s"))
    needs = esco.edge("REQUIRES_SKILL", *ends, 4, essential=True, weight=1.0, confidence=1.0)
    esco.load(store, esco.node("Role", here + "r"), esco.skill(here + "s"), needs)
    (found,) = store.edges(company.scope(Purpose.PUBLIC), [edge_id(needs)]).values()
    (assertion,) = found.assertions
    statement = needs.edges[0]
    assert (assertion.id, assertion.payload) == (statement.assertion_id, statement.payload)
    assert (assertion.source_record, assertion.observed_at) == (needs.key, day(4))
    assert assertion.source.properties["dataset"] == esco.source


def test_ids_that_are_unknown_or_asked_for_with_another_type_are_absent(
    store: Neo4jStore, company: Company, held: Record
) -> None:
    scope = company.scope(Purpose.SKILL_GAP)
    assert store.edges(scope, []) == {}
    assert store.edges(scope, ["0" * 32, "' OR 1=1"]) == {}
    assert store.edges(scope, [edge_id(held)], ["HOLDS_ROLE"]) == {}
    assert list(store.edges(scope, [edge_id(held), edge_id(held)], ["HAS_SKILL", "HOLDS_ROLE"])) == [edge_id(held)]
    with pytest.raises(BadInput):
        store.edges(scope, ["x"] * (MAX_CITED + 1))


def test_purpose_decides(store: Neo4jStore, company: Company, held: Record) -> None:
    seen = {purpose: citable(store, company, held, purpose) for purpose in Purpose}
    assert seen == {
        Purpose.CAREER_PATH: True,
        Purpose.SKILL_GAP: True,
        Purpose.MENTOR_MATCH: False,
        Purpose.ANALYTICS: False,
        Purpose.PUBLIC: False,
        Purpose.GOVERNANCE: True,
    }


def test_withdrawal_counts_in_the_very_next_read_and_a_later_grant_restores(
    store: Neo4jStore, company: Company, held: Record
) -> None:
    company.load(store, company.consent("P1", "skill_gap", at=3, status="withdrawn"))
    assert not citable(store, company, held, Purpose.SKILL_GAP)
    assert citable(store, company, held, Purpose.CAREER_PATH)
    company.load(store, company.consent("P1", "skill_gap", at=1))
    assert not citable(store, company, held, Purpose.SKILL_GAP)
    company.load(store, company.consent("P1", "skill_gap", at=4))
    assert citable(store, company, held, Purpose.SKILL_GAP)
    rows = store.read("person_consents", company.scope(Purpose.SKILL_GAP), ids=["P1", "nobody"])
    assert rows == [
        {
            "id": "P1",
            "pseudonym": "Person P1",
            "scopes": ["career_path", "skill_gap"],
            "scope_expiries": ["", ""],
        }
    ]


def test_a_grant_ends_when_it_says_so_for_its_own_purpose_only(store: Neo4jStore, company: Company) -> None:
    held, now = company.holds("P1", "S1"), datetime.now(UTC)
    company.load(store, company.person("P1"), company.skill("S1"), held)
    company.load(store, company.consent("P1", "skill_gap", at=1, expires=now - timedelta(seconds=1)))
    company.load(store, company.consent("P1", "career_path", at=1, expires=now + timedelta(hours=1)))
    assert not citable(store, company, held, Purpose.SKILL_GAP)
    assert citable(store, company, held, Purpose.CAREER_PATH)


def test_who_is_only_pointed_at_must_have_agreed_too(store: Neo4jStore, company: Company) -> None:
    ends = (company.key("Person", "P1"), company.key("Person", "P2"))
    reports = company.edge("REPORTS_TO", *ends, qualifier="2024-01-01", valid_from=date(2024, 1, 1))
    company.load(store, company.person("P1"), company.person("P2"), reports, company.consent("P1", "career_path"))
    assert not citable(store, company, reports, Purpose.CAREER_PATH)
    company.load(store, company.consent("P2", "career_path"))
    assert citable(store, company, reports, Purpose.CAREER_PATH)
    company.load(store, company.consent("P1", "career_path", at=9, status="withdrawn"))
    assert not citable(store, company, reports, Purpose.CAREER_PATH)


def test_a_retracted_edge_is_absent(store: Neo4jStore, company: Company, held: Record) -> None:
    company.load(store, company.holds("P1", "S1", at=5, retracts=True))
    assert not citable(store, company, held, Purpose.SKILL_GAP)
    assert not citable(store, company, held, Purpose.GOVERNANCE)


def test_as_of_reads_what_was_valid_then(store: Neo4jStore, company: Company) -> None:
    ends = (company.key("Person", "P1"), company.key("Role", "R1"))
    past = company.edge(
        "HOLDS_ROLE", *ends, qualifier="2020-01-01", valid_from=date(2020, 1, 1), valid_to=date(2021, 12, 31)
    )
    company.load(store, company.person("P1"), company.node("Role", "R1"), past, company.consent("P1", "career_path"))

    def seen(moment: datetime | None) -> bool:
        return bool(store.edges(company.scope(Purpose.CAREER_PATH, moment), [edge_id(past)]))

    assert seen(None)
    assert seen(datetime(2021, 12, 31, 23, tzinfo=UTC))
    assert not seen(datetime(2022, 1, 1, tzinfo=UTC))
    assert not seen(datetime(2019, 12, 31, tzinfo=UTC))


def test_another_tenant_sees_nothing_even_with_the_right_id(store: Neo4jStore, company: Company, held: Record) -> None:
    other = Company(f"{company.tenant}-other")
    other.load(store, other.person("P1"), other.skill("S1"), other.consent("P1", "skill_gap"))
    for purpose in Purpose:
        assert store.edges(other.scope(purpose), [edge_id(held)]) == {}
    assert store.read("person_consents", other.scope(Purpose.SKILL_GAP), ids=["P1"])[0]["scopes"] == ["skill_gap"]


def test_reads_refuse_what_is_not_in_the_catalogue(store: Neo4jStore, company: Company) -> None:
    scope = company.scope(Purpose.GOVERNANCE)
    for statement in ("MATCH (n) RETURN n", "create_nodes:Person", "drop_quarantine", "scan_nodes:Person"):
        with pytest.raises(BadInput):
            store.read(statement, scope)
    counted = store.read("count_nodes:Person", scope)
    assert [row for row in counted if row["tenant"] not in (company.tenant, "_ref")] == []


def test_governance_is_for_those_who_govern(store: Neo4jStore, company: Company, held: Record) -> None:
    posing = Scope(company.tenant, Purpose.GOVERNANCE, COACH)
    with pytest.raises(AccessDenied):
        store.edges(posing, [edge_id(held)])
    with pytest.raises(AccessDenied):
        store.read("quarantine", posing, feed=None, limit=1)
    for statement in ("quarantine", "quarantine_waiting", "quarantine_count", "tenants"):
        with pytest.raises(AccessDenied):
            store.read(statement, company.scope(Purpose.SKILL_GAP), feed=None, after="", limit=1)


def test_only_the_operator_of_the_classifications_sees_all_tenants(
    store: Neo4jStore, company: Company, held: Record
) -> None:
    other = Company(f"{company.tenant}-other")
    other.load(store, other.skill("S1"))
    assert store.read("tenants", company.scope(Purpose.GOVERNANCE)) == [{"id": company.tenant, "version": 2}]
    everyone = {row["id"] for row in store.read("tenants", Scope("_ref", Purpose.GOVERNANCE, AUDITOR))}
    assert {company.tenant, other.tenant} <= everyone


def test_a_caller_cannot_widen_the_scope_by_a_parameter(store: Neo4jStore, company: Company, held: Record) -> None:
    other = Company(f"{company.tenant}-other")
    rows = store.read("person_consents", other.scope(Purpose.GOVERNANCE), ids=["P1"], tenant=company.tenant)
    assert rows == []


def test_reading_back_is_flat_in_the_number_of_edges(store: Neo4jStore, company: Company) -> None:
    """Twenty edges by id must not cost more among 8,000 than among 200 (a scan would cost a hundredfold)."""
    few, many = company, Company(f"{company.tenant}-many")
    first = [fill(store, few, 10, 20)[0], fill(store, many, 200, 40)[0]]
    small = min(seconds(store, few, first[0]) for _ in range(5))
    large = min(seconds(store, many, first[1]) for _ in range(5))
    assert large < 5 * small + 0.02


def fill(store: Neo4jStore, company: Company, people: int, each: int) -> list[list[str]]:
    """Give the people consent and skills; returns edge ids in groups of twenty."""
    company.load(store, *(company.skill(f"S{number}") for number in range(each)))
    company.load(store, *(company.person(f"P{number}") for number in range(people)))
    company.load(store, *(company.consent(f"P{number}", "skill_gap") for number in range(people)))
    records = [company.holds(f"P{number}", f"S{skill}") for number in range(people) for skill in range(each)]
    for at in range(0, len(records), 5000):
        company.load(store, *records[at : at + 5000])
    ids = [edge_id(record) for record in records]
    return [ids[at : at + 20] for at in range(0, len(ids), 20)]


def seconds(store: Neo4jStore, company: Company, ids: list[str]) -> float:
    started = datetime.now(UTC)
    assert len(store.edges(company.scope(Purpose.SKILL_GAP), ids)) == len(ids)
    return (datetime.now(UTC) - started).total_seconds()


def test_an_edge_of_the_tenant_between_shared_nodes_is_seen_by_the_tenant_only(
    store: Neo4jStore, company: Company
) -> None:
    here = f"{company.tenant}/"
    reference, other = Company("_ref", source=f"esco-{company.tenant}"), Company(f"{company.tenant}-other")
    reference.load(store, reference.node("Role", here + "a"), reference.node("Role", here + "b"))
    ends = (NodeKey("Role", "_ref", here + "a"), NodeKey("Role", "_ref", here + "b"))
    move = company.edge("TRANSITIONS_TO", *ends, observed_count=3)
    company.load(store, move)
    assert citable(store, company, move, Purpose.PUBLIC)
    assert not citable(store, other, move, Purpose.PUBLIC)


def test_an_assertion_names_the_run_that_wrote_it_first(store: Neo4jStore, company: Company) -> None:
    holds = company.holds("ada", "S1")
    batch = company.batch(company.person("ada"), company.skill("S1"), company.consent("ada", "skill_gap"), holds)
    store.apply(replace(batch, run="run-1"))
    before = content_hash(store, (company.tenant,))
    store.apply(replace(batch, run="run-2"))
    cited = store.edges(company.scope(Purpose.SKILL_GAP), [edge_id(holds)])[edge_id(holds)]
    assert [each.ingest_run for each in cited.assertions] == ["run-1"]
    assert content_hash(store, (company.tenant,)) == before
