"""A bulk batch that is written without looking leaves what a batch that looks would leave, whoever else writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from graph import neo4j_store
from graph.bulk_memory import BulkMemory, Learned
from graph.bulk_planning import bulk_plan
from graph.changes import Record
from graph.keys import NodeKey
from graph.neo4j_store import Neo4jStore
from graph.planning import planned
from graph.statements import Statement
from ontology.model import REFERENCE_TENANT
from tests.graph.conftest import Server
from tests.graph.contract import Company, content, edge_id

REFERENCE = Company(REFERENCE_TENANT)


def role(name: str) -> Record:
    return REFERENCE.node("Role", name)


def skill(name: str, at: int = 0) -> Record:
    return REFERENCE.skill(name, at)


def asks(start: str, end: str, weight: float, at: int = 0, *, retracts: bool = False) -> Record:
    ends = (REFERENCE.key("Role", start), REFERENCE.key("Skill", end))
    said = {} if retracts else {"essential": True, "weight": weight}
    return REFERENCE.edge("REQUIRES_SKILL", *ends, at, retracts=retracts, record=f"{start}/{end}/{weight}", **said)  # type: ignore[arg-type]  # values


def story(name: str) -> list[list[Record]]:
    """Batches with what happens in loads: repeats, older and newer statements, retractions, ends that come late."""
    a, b, s, t, late = (f"{name}-{each}" for each in ("a", "b", "s", "t", "late"))
    return [
        [role(a), skill(s), asks(a, s, 0.4)],
        [role(b), asks(b, s, 0.2), asks(b, s, 0.6, 2), asks(b, s, 0.8, 1), asks(a, late, 0.4)],
        [skill(t), asks(a, t, 1.0), asks(b, t, 0.4, retracts=True)],
        [asks(a, s, 0.2), asks(a, t, 0.8, 3), skill(s, 4)],
        [skill(late), asks(a, late, 0.4), asks(b, late, 1.0)],
        [asks(a, s, 0.4)],
    ]


def stored(store: Neo4jStore, name: str) -> dict[str, object]:
    """What the store holds of the story, under names that every telling shares."""
    found: dict[str, object] = {}
    for key, properties in content(store, REFERENCE_TENANT).items():
        if name in key:
            said = {each: value for each, value in properties.items() if each not in ("edge_id", "payload_hash")}
            found[key.partition("#")[0].replace(name, "")] = str(said).replace(name, "")
    return found


def test_told_in_bulk_or_one_by_one_it_is_the_same_graph(server: Server, store: Neo4jStore) -> None:
    slow, fast, mixed = (uuid4().hex[:10] for _ in range(3))
    for records in story(slow):
        store.apply(REFERENCE.batch(*records))
    writer = server.connect()
    counts = [writer.apply(planned(REFERENCE.batch(*records, bulk=True))) for records in story(fast)]
    for number, records in enumerate(story(mixed)):
        batch = REFERENCE.batch(*records, bulk=number % 2 == 0)
        writer.apply(planned(batch) if number % 4 == 0 else batch)
    writer.close()
    expected = stored(store, slow)
    assert len(expected) == 5 + 6
    assert stored(store, fast) == expected
    assert stored(store, mixed) == expected
    assert [each.edges_written for each in counts] == [1, 1, 2, 2, 2, 0]
    assert [len(each.waiting) for each in counts] == [0, 1, 0, 0, 0, 0]
    assert counts[-1].version == counts[-2].version


def test_what_another_writer_did_in_between_is_seen(server: Server, store: Neo4jStore) -> None:
    name = uuid4().hex[:10]
    first, second, last = asks(f"{name}a", f"{name}s", 0.4), asks(f"{name}b", f"{name}s", 0.8, 5), role(f"{name}c")
    writer = server.connect()
    writer.apply(planned(REFERENCE.batch(role(f"{name}a"), role(f"{name}b"), skill(f"{name}s"), first, bulk=True)))
    store.apply(REFERENCE.batch(second))
    older = asks(f"{name}b", f"{name}s", 0.2, 4)
    applied = writer.apply(planned(REFERENCE.batch(last, older, bulk=True)))
    writer.close()
    assert (applied.nodes_written, applied.edges_written, applied.edges_unchanged) == (1, 0, 1)
    (edge,) = (said for key, said in content(store, REFERENCE_TENANT).items() if edge_id(second) in key)
    assert edge["weight"] == 0.8


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the statements sent from here on."""
    names: list[str] = []
    real = neo4j_store._runner

    def counting(tx: object) -> object:
        inner = real(tx)  # type: ignore[arg-type]  # passed on

        def ask(statement: Statement, parameters: object) -> object:
            names.append(statement.name.partition(":")[0])
            return inner(statement, parameters)  # type: ignore[arg-type]  # passed on

        return ask

    monkeypatch.setattr(neo4j_store, "_runner", counting)
    return names


def test_a_new_edge_of_a_known_load_is_not_looked_up(server: Server, asked: list[str]) -> None:
    writer, name = server.connect(), uuid4().hex[:10]
    writer.apply(planned(REFERENCE.batch(role(f"{name}a"), skill(f"{name}s"), bulk=True)))
    asked.clear()
    writer.apply(planned(REFERENCE.batch(asks(f"{name}a", f"{name}s", 0.4), bulk=True)))
    writer.close()
    assert "find_edges" not in asked
    assert asked.count("find_nodes") <= 1  # of the source, which the batch states


def test_what_was_empty_when_a_load_began_is_not_looked_through(server: Server, asked: list[str]) -> None:
    company = Company(f"empty-{uuid4().hex[:10]}")
    writer = server.connect()
    writer.apply(company.batch(company.skill("a"), bulk=True))  # as a run notes that it began
    asked.clear()
    applied = writer.apply(planned(company.batch(company.skill("b"), company.skill("a", 3), bulk=True)))
    known = [name for name in asked if name == "find_nodes"]
    again = writer.apply(planned(company.batch(company.skill("b"), company.skill("c"), bulk=True)))
    writer.close()
    assert (applied.nodes_written, applied.nodes_unchanged) == (2, 1)  # the source was there
    assert known == ["find_nodes", "find_nodes"]  # of the source and of the skill that is stated again
    assert (again.nodes_written, again.nodes_unchanged) == (1, 2)


def test_a_record_that_waits_is_left_out_of_the_plan() -> None:
    kept, late = asks("a", "s", 0.4), asks("a", "late", 0.4)
    plan = bulk_plan(REFERENCE.batch(role("a"), kept, late, bulk=True))
    assert plan is not None
    less = plan.without([late])
    assert less is not None
    assert (less.count, [list(group.rows) for group in less.edges]) == (1, [[kept.edges[0].edge_id]])
    assert less.ready == ([less.edges[0].rows[kept.edges[0].edge_id]],)
    assert less.fingerprints == {hash(kept.edges[0].edge_id)}
    assert plan.without([role("a")]) is None
    twice = bulk_plan(REFERENCE.batch(kept, late, asks("a", "late", 0.6), bulk=True))
    assert twice is not None
    assert twice.without([late]) is None


def test_a_memory_counts_at_its_version_alone() -> None:
    memory, key = BulkMemory(), NodeKey("Skill", REFERENCE_TENANT, "s")
    seen = memory.at(REFERENCE_TENANT, 0)
    assert seen.complete
    assert seen.unsure({key}) == set()
    memory.keep(REFERENCE_TENANT, seen, Learned(born={key}, edges={1}), 1)
    assert memory.at(REFERENCE_TENANT, 1).exist({key}) == {key}
    assert not memory.at(REFERENCE_TENANT, 1).all_new(frozenset({1}), (), ())
    other = memory.at(REFERENCE_TENANT, 2)
    assert (other.complete, other.exist({key}), other.unsure({key})) == (False, set(), {key})
    memory.forget(REFERENCE_TENANT)
    assert not memory.holds(REFERENCE_TENANT)
    assert memory.at(REFERENCE_TENANT, 1).exist({key}) == set()


def test_an_edge_between_nodes_that_were_there_before_may_be_there_too() -> None:
    (edge,) = asks("a", "s", 0.4).edges
    seen = BulkMemory().at(REFERENCE_TENANT, 7)
    assert not seen.all_new(frozenset({1}), [edge], ())
    assert seen.all_new(frozenset({1}), [edge], {edge.end})
    seen.take(Learned(met={edge.end}, born={edge.start}), 8)
    assert seen.all_new(frozenset({1}), [edge], ())


def plans(*records: Record) -> Sequence[object]:
    batch = REFERENCE.batch(*records, bulk=True)
    return [bulk_plan(batch), bulk_plan(replace(batch, bulk=False)), planned(batch).bulk_plan]


def test_only_what_needs_no_assertions_is_planned_in_bulk() -> None:
    plan, none, same = plans(role("a"), asks("a", "s", 0.4))
    assert plan is not None
    assert none is None
    assert same is not None
    company = Company("acme")
    theirs = company.edge("BROADER", company.key("Skill", "a"), company.key("Skill", "b"))
    assert bulk_plan(company.batch(theirs, bulk=True)) is None
    assert bulk_plan(company.batch(company.person("P1"), bulk=True)) is None
    assert bulk_plan(REFERENCE.batch(replace(role("a"), replaces=True), bulk=True)) is None


def test_the_moment_of_writing_is_filled_in_when_it_is_known() -> None:
    plan = bulk_plan(REFERENCE.batch(asks("a", "s", 0.4), asks("b", "s", 0.4, 3), bulk=True))
    assert plan is not None
    (group,) = plan.edges
    assert group.shape.rel_type == "REQUIRES_SKILL"
    assert datetime(2024, 1, 4, 12, 0, 0, 123456, tzinfo=UTC) in group.table.values
    assert [row[:2] for row in plan.ready[0]] == [["a", "s"], ["b", "s"]]
    assert {key.id for key in plan.needed} == {"a", "b", "s"}
