"""The auditor: silent on healthy graphs of every back end, and exactly one finding for each planted fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from graph.audit import Code, audit
from graph.keys import NodeKey, Value, edge_id
from graph.neo4j_store import Neo4jStore
from graph.store import EdgeRecord, NodeRecord
from ontology.model import REFERENCE_TENANT, load_ontology
from tests.graph.contract import Company, day
from tests.graph.memory_store import MemoryStore
from tests.graph.replay_store import ReplayStore

COMPANY = Company("northlight")
SHARED = Company(REFERENCE_TENANT, "esco")
TENANTS = (COMPANY.tenant, REFERENCE_TENANT)


def load(store: Neo4jStore | ReplayStore, company: Company) -> None:
    """A graph with everything the auditor looks at: sources that disagree, retraction, consent, a replaced record."""
    ada, ben, units = (
        company.key("Person", "ada"),
        company.key("Person", "ben"),
        [company.key("OrgUnit", u) for u in "abc"],
    )
    welding, brazing = company.key("Skill", "welding"), company.key("Skill", "brazing")
    records = [
        company.person("ada"), company.person("ben"), company.skill("welding"), company.skill("brazing"),
        company.node("Role", "fitter"), *(company.node("OrgUnit", unit.id) for unit in units),
        company.holds("ada", "welding", 3.5), company.holds("ben", "welding", 2.0),
        company.holds("ben", "brazing", 1.0), company.holds("ben", "brazing", 1.0, at=4, retracts=True),
        company.edge("REQUIRES_SKILL", company.key("Role", "fitter"), welding, essential=True, weight=0.8),
        company.edge("BROADER", brazing, welding),
        company.edge("PART_OF", units[0], units[1], record="unit-a", replaces=True),
        company.edge("PART_OF", units[0], units[2], at=5, record="unit-a", replaces=True),
        company.edge("PART_OF", units[1], units[2]),
        company.edge("REPORTS_TO", ada, ben, qualifier="2020-01-01", valid_from=date(2020, 1, 1),
                     valid_to=date(2021, 1, 1)),
        company.edge("REPORTS_TO", ben, ada, qualifier="2021-06-01", valid_from=date(2021, 6, 1)),
        company.consent("ada", "career_path", "mentor_match", expires=day(300)),
        company.consent("ada", "mentor_match", at=2, status="withdrawn"),
        company.person("ada-lms"), company.consent("ada-lms", "skill_gap", at=3),
        company.holds("ada-lms", "brazing", 2.0), company.same_person("ada-lms", "ada", at=4),
        company.same_person("ben", "ada", at=1), company.same_person("ben", "ada", at=5, retracts=True),
    ]  # fmt: skip
    store.apply(company.batch(*records))
    rated = company.from_source("manager")
    store.apply(rated.batch(rated.holds("ada", "welding", 4.0, at=9, confidence=0.7)))


def healthy() -> MemoryStore:
    """The same in memory, together with classifications whose edges state themselves."""
    replayed = ReplayStore()
    load(replayed, COMPANY)
    replayed.apply(SHARED.batch(
        SHARED.skill("welding"), SHARED.skill("joining"),
        SHARED.edge("BROADER", SHARED.key("Skill", "welding"), SHARED.key("Skill", "joining")),
    ))  # fmt: skip
    labels = ["Tenant", *(node.name for node in load_ontology().nodes.values() if node.exchanged)]
    return MemoryStore(list(replayed.scan(TENANTS, nodes=labels, relationships=list(load_ontology().relationships))))


def codes(store: MemoryStore) -> list[Code]:
    return [finding.code for finding in audit(store, TENANTS)]


def find(store: MemoryStore, rel_type: str, start: str, end: str, tenant: str = COMPANY.tenant) -> EdgeRecord:
    (found,) = [
        record for record in store.held_edges.values()
        if (record.rel_type, record.start.id, record.end.id) == (rel_type, start, end)
        and record.properties["tenant_id"] == tenant
    ]  # fmt: skip
    return found


def change(store: MemoryStore, record: EdgeRecord, **properties: Value) -> None:
    store.held_edges[record.edge_id] = replace(record, properties=_changed(record.properties, properties))


def _changed(before: Mapping[str, Value], properties: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in {**before, **properties}.items() if value is not None}


def change_node(store: MemoryStore, key: NodeKey, **properties: Value) -> None:
    store.nodes[key] = replace(store.nodes[key], properties=_changed(store.nodes[key].properties, properties))


def assertions_of(store: MemoryStore, record: EdgeRecord) -> list[NodeKey]:
    found = [
        n for n in store.nodes.values() if n.key.label == "Assertion" and n.properties["edge_id"] == record.edge_id
    ]
    return [n.key for n in sorted(found, key=lambda n: (str(n.properties["observed_at"]), n.key.id))]


def held(store: MemoryStore) -> EdgeRecord:
    return find(store, "HAS_SKILL", "ada", "welding")


def inline(store: MemoryStore) -> EdgeRecord:
    return find(store, "BROADER", "welding", "joining", REFERENCE_TENANT)


def no_node_property(store: MemoryStore) -> None:
    change_node(store, COMPANY.key("Person", "ben"), scopes=None)


def scopes_of_a_person(store: MemoryStore) -> None:
    change_node(store, COMPANY.key("Person", "ben"), scopes=["analytics"], scope_expiries=[""])


def consent_of_one_identifier(store: MemoryStore) -> None:
    change_node(store, COMPANY.key("Person", "ada-lms"), scopes=["skill_gap"], scope_expiries=[""])


def linked_to_itself(store: MemoryStore) -> None:
    link = find(store, "SAME_PERSON_AS", "ada-lms", "ada")
    store.held_edges[link.edge_id] = replace(link, end=link.start)
    for key in (COMPANY.key("Person", person) for person in ("ada", "ada-lms")):
        only = ["career_path"] if key.id == "ada" else ["skill_gap"]
        change_node(store, key, scopes=only, scope_expiries=[day(300).isoformat()] if key.id == "ada" else [""])
    _each_for_itself(store)


def _each_for_itself(store: MemoryStore) -> None:
    """Give the edges of the two what the consent of each alone allows."""
    apart = ReplayStore()
    load(apart, COMPANY)
    apart.apply(COMPANY.batch(COMPANY.same_person("ada-lms", "ada", at=9, retracts=True)))
    for record in apart.scan(TENANTS, relationships=list(load_ontology().relationships)):
        if isinstance(record, EdgeRecord) and record.start.id in ("ada", "ada-lms"):
            names = ("scopes", "consent_id", "consent_expires_at")
            change(store, store.held_edges[record.edge_id], **{name: record.properties[name] for name in names})


def linked_to_another_tenant(store: MemoryStore) -> None:
    link = find(store, "SAME_PERSON_AS", "ben", "ada")
    store.held_edges[link.edge_id] = replace(link, end=SHARED.key("Person", "ada"))


def links_not_noted(store: MemoryStore) -> None:
    change_node(store, NodeKey("Tenant", COMPANY.tenant, COMPANY.tenant), linked=None)


def block_incomplete(store: MemoryStore) -> None:
    change(store, held(store), source_count=None)


def another_qualifier(store: MemoryStore) -> None:
    change(store, find(store, "REPORTS_TO", "ben", "ada"), qualifier="2021-06-02")


def other_tenant(store: MemoryStore) -> None:
    _redirect(store, inline(store), COMPANY.key("Skill", "welding"))


def strange_ends(store: MemoryStore) -> None:
    _redirect(store, find(store, "BROADER", "brazing", "welding"), COMPANY.key("OrgUnit", "a"))


def _redirect(store: MemoryStore, record: EdgeRecord, end: NodeKey) -> None:
    store.held_edges[record.edge_id] = replace(record, end=end)


def twice(store: MemoryStore) -> None:
    store.held_edges["again"] = held(store)


def no_assertion(store: MemoryStore) -> None:
    for key in assertions_of(store, find(store, "HAS_SKILL", "ben", "welding")):
        del store.nodes[key]


def revived(store: MemoryStore) -> None:
    change(store, find(store, "HAS_SKILL", "ben", "brazing"), retracted_at=None)


def wider_scopes(store: MemoryStore) -> None:
    change(store, held(store), scopes=["career_path", "analytics"])


def public_person(store: MemoryStore) -> None:
    change(store, find(store, "HAS_SKILL", "ben", "welding"), scopes=["public"])


def later_expiry(store: MemoryStore) -> None:
    change(store, held(store), consent_expires_at=day(300) + timedelta(days=1))


def better_confidence(store: MemoryStore) -> None:
    change(store, held(store), confidence=1.0)


def between_steps(store: MemoryStore) -> None:
    change(store, inline(store), confidence=0.9001)


def another_level(store: MemoryStore) -> None:
    change(store, held(store), level=5.0)


def a_property_nobody_stated(store: MemoryStore) -> None:
    change(store, held(store), years=7.0)


def an_older_source(store: MemoryStore) -> None:
    change(store, held(store), source_id="hris")


def another_payload(store: MemoryStore) -> None:
    change(store, inline(store), valid_from=date(2020, 1, 1))


def one_assertion_gone(store: MemoryStore) -> None:
    del store.nodes[assertions_of(store, held(store))[0]]


def payload_of_an_assertion(store: MemoryStore) -> None:
    key = assertions_of(store, held(store))[0]
    change_node(store, key, payload='{"level":4.5}')


def confidence_of_an_assertion(store: MemoryStore) -> None:
    # Too small a change to move the edge's confidence, on its grid, would go unseen there.
    key = assertions_of(store, find(store, "HAS_SKILL", "ben", "brazing"))[0]
    change_node(store, key, confidence=0.5)


def edge_gone(store: MemoryStore) -> None:
    del store.held_edges[find(store, "HAS_SKILL", "ben", "welding").edge_id]


def source_gone(store: MemoryStore) -> None:
    del store.nodes[SHARED.key("Source", "esco")]


def circle_of_units(store: MemoryStore) -> None:
    closing = find(store, "PART_OF", "b", "c")
    _replay_onto(store, [("PART_OF", closing.end, closing.start)])


def to_itself(store: MemoryStore) -> None:
    welding = COMPANY.key("Skill", "welding")
    _replay_onto(store, [("BROADER", welding, welding)])


def _replay_onto(store: MemoryStore, ends: list[tuple[str, NodeKey, NodeKey]]) -> None:
    """Put in well-formed edges that only the hierarchy forbids."""
    replayed = ReplayStore()
    load(replayed, COMPANY)
    replayed.apply(COMPANY.batch(*(COMPANY.edge(*each, record="planted") for each in ends)))
    for record in replayed.scan(TENANTS, nodes=("Assertion",), relationships=[each[0] for each in ends]):
        if isinstance(record, NodeRecord):
            store.nodes.setdefault(record.key, record)
        else:
            store.held_edges.setdefault(record.edge_id, record)


FAULTS: list[tuple[Callable[[MemoryStore], None], Code]] = [
    (no_node_property, Code.NODE_INCOMPLETE),
    (scopes_of_a_person, Code.PERSON_CONSENT_DIFFERS),
    (consent_of_one_identifier, Code.PERSON_CONSENT_DIFFERS),
    (linked_to_itself, Code.LINK_TO_ITSELF),
    (linked_to_another_tenant, Code.EDGE_CROSSES_TENANTS),
    (links_not_noted, Code.LINKS_NOT_NOTED),
    (block_incomplete, Code.EDGE_INCOMPLETE),
    (another_qualifier, Code.EDGE_ID_DIFFERS),
    (other_tenant, Code.EDGE_CROSSES_TENANTS),
    (strange_ends, Code.EDGE_ENDS_UNKNOWN),
    (twice, Code.EDGE_DUPLICATE),
    (no_assertion, Code.EDGE_WITHOUT_ASSERTION),
    (revived, Code.EDGE_WITHOUT_ASSERTION),
    (wider_scopes, Code.EDGE_SCOPES_DIFFER),
    (public_person, Code.EDGE_SCOPES_DIFFER),
    (later_expiry, Code.EDGE_SCOPES_DIFFER),
    (better_confidence, Code.EDGE_CONFIDENCE_DIFFERS),
    (between_steps, Code.EDGE_CONFIDENCE_DIFFERS),
    (another_level, Code.EDGE_PROJECTION_DIFFERS),
    (a_property_nobody_stated, Code.EDGE_PROJECTION_DIFFERS),
    (an_older_source, Code.EDGE_PROJECTION_DIFFERS),
    (another_payload, Code.EDGE_PAYLOAD_DIFFERS),
    (one_assertion_gone, Code.ASSERTION_UNKNOWN),
    (payload_of_an_assertion, Code.ASSERTION_ALTERED),
    (confidence_of_an_assertion, Code.ASSERTION_ALTERED),
    (edge_gone, Code.ASSERTION_WITHOUT_EDGE),
    (source_gone, Code.SOURCE_UNKNOWN),
    (circle_of_units, Code.CYCLE),
    (to_itself, Code.CYCLE),
]


def test_a_healthy_graph_has_no_findings() -> None:
    assert codes(healthy()) == []


def test_a_stored_graph_is_healthy(store: Neo4jStore, company: Company) -> None:
    load(store, company)
    assert list(audit(store, (company.tenant, REFERENCE_TENANT))) == []


@pytest.mark.parametrize(("plant", "code"), FAULTS, ids=lambda fault: getattr(fault, "__name__", str(fault)))
def test_each_fault_is_found_once_and_named(plant: Callable[[MemoryStore], None], code: Code) -> None:
    store = healthy()
    plant(store)
    findings = list(audit(store, TENANTS))
    assert [finding.code for finding in findings] == [code]
    assert findings[0].text.endswith(".")
    assert findings[0].as_dict() == {"code": code.value, "text": findings[0].text, "subject": findings[0].subject}


@pytest.mark.parametrize(("plant", "code"), FAULTS, ids=lambda fault: getattr(fault, "__name__", str(fault)))
def test_several_passes_find_the_same(plant: Callable[[MemoryStore], None], code: Code) -> None:
    store = healthy()
    plant(store)
    assert [finding.code for finding in audit(store, TENANTS, assertions_at_once=3)] == [code]


def test_every_code_is_planted() -> None:
    assert {code for _, code in FAULTS} == set(Code) - {Code.CONSENT_EXPIRED}


def test_consent_that_ran_out_is_named_when_asked_for() -> None:
    store = healthy()
    assert list(audit(store, TENANTS, now=day(300) - timedelta(seconds=1))) == []
    findings = list(audit(store, TENANTS, now=day(300)))
    assert {finding.code for finding in findings} == {Code.CONSENT_EXPIRED}
    assert sorted(finding.text for finding in findings) == [
        f"The consent of Person {identifier} for career_path has run out and still stands in scopes."
        for identifier in ("ada", "ada-lms")
    ]


def test_a_circle_is_spelled_out() -> None:
    store = healthy()
    circle_of_units(store)
    (finding,) = audit(store, TENANTS)
    assert finding.text == "PART_OF goes in a circle: OrgUnit b > OrgUnit c."


def test_who_led_once_and_follows_now_makes_no_circle() -> None:
    store = healthy()
    reports = [find(store, "REPORTS_TO", "ada", "ben"), find(store, "REPORTS_TO", "ben", "ada")]
    assert [record.properties.get("valid_to") for record in reports] == [date(2021, 1, 1), None]
    assert codes(store) == []


def test_the_id_of_a_planted_edge_is_what_keys_say() -> None:
    record = inline(healthy())
    assert record.edge_id == edge_id(REFERENCE_TENANT, "BROADER", record.start, record.end)
