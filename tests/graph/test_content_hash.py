"""The graph hash: blind to order and to the moment of writing, and to nothing else; the same on every back end."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.content_hash import content_hash
from graph.keys import NodeKey, Value
from graph.neo4j_store import Neo4jStore
from graph.store import EdgeRecord, NodeRecord
from ontology.model import REFERENCE_TENANT, load_ontology
from tests.graph.contract import Company
from tests.graph.memory_store import MemoryStore
from tests.graph.replay_store import ReplayStore
from tests.graph.small_graphs import MOMENT, TENANT, Drawn, edge, graphs, node
from tests.graph.test_audit import load

TENANTS = (TENANT, REFERENCE_TENANT)
ADA, WELDING = NodeKey("Person", TENANT, "ada"), NodeKey("Skill", REFERENCE_TENANT, "welding")


def holding(*records: NodeRecord | EdgeRecord) -> MemoryStore:
    return MemoryStore(records)


@given(graphs(), st.randoms(use_true_random=False))
def test_order_and_moment_of_writing_do_not_count(drawn: Drawn, chance: random.Random) -> None:
    later: dict[str, Value] = {"recorded_at": MOMENT + timedelta(days=1), "ontology_version": "2"}
    again = [replace(record, properties={**record.properties, **later}) for record in drawn.records]
    chance.shuffle(again)
    assert content_hash(holding(*again), TENANTS) == content_hash(holding(*drawn.records), TENANTS)


@given(graphs(), graphs())
def test_different_graphs_have_different_hashes(first: Drawn, second: Drawn) -> None:
    def told(drawn: Drawn) -> set[str]:
        return {repr((type(r), {n: v for n, v in r.properties.items() if v is not None}, getattr(r, "key", None),
                      getattr(r, "edge_id", None))) for r in drawn.records}  # fmt: skip

    same = content_hash(holding(*first.records), TENANTS) == content_hash(holding(*second.records), TENANTS)
    assert same == (told(first) == told(second))


def sample() -> list[NodeRecord | EdgeRecord]:
    said = node("Assertion", "a1", payload="{}")
    return [node("Person", "ada"), node("Skill", "welding", REFERENCE_TENANT), edge("HAS_SKILL", ADA, WELDING), said]


@pytest.mark.parametrize(
    "alter",
    [
        lambda store: store.nodes.pop(ADA),
        lambda store: store.nodes.pop(NodeKey("Assertion", TENANT, "a1")),
        lambda store: store.held_edges.clear(),
        lambda store: store.write(TENANT, [node("Person", "ada", location="Oslo")]),
        lambda store: store.write(TENANT, [node("Assertion", "a1", payload='{"level":1.0}')]),
        lambda store: store.write(TENANT, [edge("HAS_SKILL", ADA, WELDING, level=1.0)]),
        lambda store: store.write(TENANT, [edge("HAS_SKILL", ADA, WELDING, confidence=0.4)]),
        lambda store: store.write(TENANT, [node("RecordHead", "h1", observed_at=MOMENT)]),
        lambda store: store.write(TENANT, [node("ConsentGrant", "g1", status="granted")]),
    ],
)
def test_every_change_counts(alter: Callable[[MemoryStore], object]) -> None:
    store = holding(*sample())
    before = content_hash(store, TENANTS)
    alter(store)
    assert content_hash(store, TENANTS) != before


def test_the_run_that_wrote_a_statement_does_not_count() -> None:
    """Else no two loads of the same feeds would have one hash, nor an export and its import."""
    store = holding(*sample())
    before = content_hash(store, TENANTS)
    for run in ("2026-11-24T19:32:27|people|hris", "another"):
        store.write(TENANT, [node("Assertion", "a1", payload="{}", ingest_run=run)])
        assert content_hash(store, TENANTS) == before


def test_an_edge_that_is_there_twice_counts_twice() -> None:
    store = holding(*sample())
    once = content_hash(store, TENANTS)
    store.held_edges["again"] = next(iter(store.held_edges.values()))
    twice = content_hash(store, TENANTS)
    store.held_edges["and again"] = store.held_edges["again"]
    assert len({once, twice, content_hash(store, TENANTS)}) == 3


@pytest.mark.parametrize("label", [n.name for n in load_ontology().nodes.values() if n.operational and not n.exchanged])
def test_operational_nodes_do_not_count(label: str) -> None:
    store = holding(*sample())
    before = content_hash(store, TENANTS)
    key = NodeKey(label, TENANT, "x")
    store.nodes[key] = NodeRecord(key, {"tenant_id": TENANT, "id": "x"})
    assert content_hash(store, TENANTS) == before


def test_only_the_tenants_asked_for_count_and_each_once() -> None:
    store = holding(*sample())
    own = content_hash(store, (TENANT,))
    store.write("other", [node("Person", "eve", "other")])
    assert content_hash(store, (TENANT,)) == own
    assert content_hash(store, (TENANT, TENANT)) == own
    assert content_hash(store, TENANTS) != own
    assert content_hash(store, ("nobody",)) == "0" * 64


def test_a_known_graph_has_a_known_hash() -> None:
    """Hashes are compared across machines and versions: a change of this value is a change of the format."""
    known = "f4650c08137487e37c10d6f728b7b8b5333400f917b025ed01a7e7a5507ee61e"
    assert content_hash(holding(*sample()), TENANTS) == known


def test_every_back_end_gives_the_hash_of_the_statements_themselves(store: Neo4jStore) -> None:
    company = Company(f"tenant-{uuid4().hex[:12]}")
    replayed = ReplayStore()
    load(replayed, company)
    load(store, company)
    assert content_hash(store, (company.tenant,)) == content_hash(replayed, (company.tenant,))
