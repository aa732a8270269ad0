"""Counts by label and type, per tenant, on every back end."""

from __future__ import annotations

from graph.neo4j_store import Neo4jStore
from graph.statistics import Statistics, statistics
from ontology.model import REFERENCE_TENANT
from tests.graph.contract import Company
from tests.graph.memory_store import MemoryStore
from tests.graph.small_graphs import TENANT, node
from tests.graph.test_audit import load


def test_a_stored_graph_is_counted_by_label_and_type(store: Neo4jStore, company: Company) -> None:
    load(store, company)
    counted = statistics(store, (company.tenant,))
    # Retracted edges are still there: history is kept.
    assert counted.edges == {
        "BROADER": 1, "GRANTED": 3, "HAS_SKILL": 4, "PART_OF": 3, "REPORTS_TO": 2, "REQUIRES_SKILL": 1,
        "SAME_PERSON_AS": 2,
    }  # fmt: skip
    assert counted.nodes == {
        "Assertion": 16, "ConsentGrant": 3, "OrgUnit": 3, "Person": 3, "Role": 1, "Skill": 2, "Source": 2,
    }  # fmt: skip
    assert counted.as_dict()["edge_count"] == 16
    assert counted.as_dict()["node_count"] == 30


def test_several_tenants_are_counted_together_and_each_once() -> None:
    store = MemoryStore([node("Person", "ada"), node("Skill", "welding", REFERENCE_TENANT)])
    store.write("other", [node("Person", "eve", "other"), node("Skill", "x", "other")])
    assert statistics(store, (TENANT, "other", REFERENCE_TENANT)) == Statistics({"Person": 2, "Skill": 2}, {})
    assert statistics(store, (TENANT, TENANT)) == Statistics({"Person": 1}, {})
    assert statistics(store, (REFERENCE_TENANT,)) == Statistics({"Skill": 1}, {})
    assert statistics(store, ("nobody",)) == Statistics({}, {})
