"""A changed source flags the answers that used it, and only those; the change log keeps the look cheap."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from api.principal import Principal
from api.recording.cited_index import CitedIndex, Touched
from api.recording.records import node_mark
from api.use_cases.stale_answers import StaleAnswers, stale_answers
from graph.keys import NodeKey
from graph.store import Change
from ontology.errors import AccessDenied, BadInput
from ontology.model import REFERENCE_TENANT
from tests.api.company import ACME
from tests.api.conftest import ADMIN, ANN, AUDITOR, BOB, COACH, PLANNER, Ask, World
from tests.api.test_recorded_answers import asked, change, edge_of

STALE = """{ staleAnswers(first: 10) { __typename ... on Problem { code }
  ... on StaleAnswers { watched candidates complete
    answers { id question claimIds edges { id type gone names } } } } }"""


def commit(world: World, kind: str = "batch", *edges: str, nodes: tuple[NodeKey, ...] = ()) -> None:
    """Note a batch that touched these edges and nodes."""
    store = world.company.store
    store.versions[ACME] += 1
    keys = tuple(
        (store.edge_records[one].rel_type, one) if one in store.edge_records else ("GONE", one) for one in edges
    )
    store.log.append(Change(ACME, store.versions[ACME], kind, nodes, keys))


def found(world: World, who: Principal = AUDITOR, first: int = 20) -> StaleAnswers:
    return stale_answers(world.inquiry(who), first)


def test_nothing_is_stale_while_nothing_changed(world: World) -> None:
    for question in ("skill_gap", "career_path", "mentor_match", "transition"):
        asked(world, question)
    assert found(world) == StaleAnswers((), 4, 0, 0, True)


def test_a_changed_value_flags_the_answers_that_cite_the_edge_and_no_others(world: World) -> None:
    gap, move = asked(world, "skill_gap"), asked(world, "transition")
    needs_leading = edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead")
    change(world, needs_leading, min_level=4.0, payload_hash="other")
    commit(world, "batch", needs_leading)
    said = found(world)
    assert [one.answer_id for one in said.answers] == [gap]
    (edge,) = said.answers[0].edges
    assert (edge.edge_id, edge.gone, edge.names) == (needs_leading, False, ("min_level",))
    assert len(said.answers[0].claims) >= 2
    assert said.candidates == 1
    assert move not in {one.answer_id for one in said.answers}


def test_a_retracted_edge_is_gone(world: World) -> None:
    path = asked(world, "career_path")
    moves = edge_of(world, "TRANSITIONS_TO", "r-engineer", "r-lead")
    change(world, moves, retracted_at=world.now)
    commit(world, "batch", moves)
    (one,) = found(world).answers
    assert (one.answer_id, [(edge.edge_id, edge.gone) for edge in one.edges]) == (path, [(moves, True)])


def test_a_renamed_role_touches_what_was_said_of_it(world: World) -> None:
    gap = asked(world, "skill_gap")
    key = NodeKey("Role", ACME, "r-lead")
    node = world.company.store.nodes[key]
    world.company.store.nodes[key] = replace(node, properties={**node.properties, "name": "Head of data"})
    commit(world, nodes=(key,))
    (one,) = found(world).answers
    assert one.answer_id == gap
    assert {name for edge in one.edges for name in edge.names} == {"from"}


def test_a_batch_that_names_nothing_is_looked_into_and_an_unchanged_answer_is_let_go(world: World) -> None:
    asked(world, "skill_gap")
    commit(world, "bulk")
    assert found(world) == StaleAnswers((), 1, 1, 1, True)
    calls = world.company.store.calls
    calls.clear()
    assert found(world) == StaleAnswers((), 1, 0, 0, True)
    assert "edges" not in calls


def test_a_touched_edge_that_says_the_same_flags_nothing(world: World) -> None:
    asked(world, "skill_gap")
    commit(world, "batch", edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead"))
    assert found(world) == StaleAnswers((), 1, 1, 1, True)
    assert found(world) == StaleAnswers((), 1, 0, 0, True)


def test_a_change_of_the_classifications_counts_by_their_own_version(world: World) -> None:
    asked(world, "skill_gap")
    store = world.company.store
    needs = edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead")
    change(world, needs, min_level=4.0)
    store.log.append(Change(REFERENCE_TENANT, 2, "batch", (), (("REQUIRES_SKILL", needs),)))
    assert found(world).answers == ()  # version 2 was known to the answer
    store.log.append(Change(REFERENCE_TENANT, 3, "batch", (), (("REQUIRES_SKILL", needs),)))
    assert len(found(world).answers) == 1


def test_withdrawn_consent_alone_makes_no_answer_stale(world: World) -> None:
    asked(world, "mentor_match")
    world.company.store.withdraw(ACME, "E4")
    commit(world, "consent", edge_of(world, "OFFERS_MENTORING", "E4", "s-python"))
    assert found(world).answers == ()


def test_only_the_first_are_told_newest_first(world: World) -> None:
    ids = [asked(world, "skill_gap") for _ in range(4)]
    needs = edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead")
    change(world, needs, min_level=4.0)
    commit(world, "batch", needs)
    said = found(world, first=2)
    assert [one.answer_id for one in said.answers] == [ids[3], ids[2]]
    assert (said.examined, said.complete) == (2, False)
    for first in (0, 101):
        with pytest.raises(BadInput):
            found(world, first=first)


def test_planners_and_auditors_and_nobody_else_and_without_a_person(world: World, ask: Ask) -> None:
    gap = asked(world, "skill_gap")
    needs = edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead")
    change(world, needs, min_level=4.0)
    commit(world, "batch", needs)
    for allowed in (PLANNER, AUDITOR):
        said: dict[str, Any] = ask(allowed, STALE)["data"]["staleAnswers"]
        assert [one["id"] for one in said["answers"]] == [gap]
        assert "Person" not in str(said)
        assert "E1" not in str(said)
    for refused in (ANN, BOB, COACH, ADMIN):
        with pytest.raises(AccessDenied):
            found(world, refused)
        assert ask(refused, STALE)["data"]["staleAnswers"] == {"__typename": "Forbidden", "code": "FORBIDDEN"}


def test_the_index_watches_the_last_answers_only(world: World) -> None:
    ids = [asked(world, "transition") for _ in range(5)]
    index = CitedIndex(world.log, world.log.seal, recent=3)
    assert [one.answer_id for one in index.answers(ACME)] == ids[:1:-1]
    ids.append(asked(world, "transition"))
    assert [one.answer_id for one in index.answers(ACME)] == ids[:2:-1]
    assert index.answers("nobody") == []


def test_touched_keeps_the_last_version_of_an_id() -> None:
    first, second = "a" * 32, node_mark(NodeKey("Role", ACME, "r"))
    touched = Touched.of([(3, [first]), (5, [second]), (7, [first])], 4)
    assert touched.versions == {int(first[:16], 16): 7, int(second[:16], 16): 5}
    assert touched.bulk == 4
