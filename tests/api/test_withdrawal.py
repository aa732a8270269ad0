"""A withdrawal counts on the very next answer, although the snapshot does not know of it yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from api.node_ids import global_id
from graph.keys import NodeKey, Value
from graph.scope import CallerRole, Purpose
from tests.api.company import ACME, ALL
from tests.api.conftest import ANN, BOB, COACH, Ask, World, caller
from tests.api.questions import EDGES_BY_ID, MENTORS, NODE, PURPOSES, QUESTIONS, SEARCH


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_person_asked_about(ask: Ask, world: World, question: str) -> None:
    document, given = QUESTIONS[question]
    for principal, person in ((ANN, "E1"), (BOB, "E1"), (COACH, "E1")):
        assert "code" not in ask(principal, document, {"input": {**given, "person": person}})["data"][question]
    before = world.snapshots.current(ACME)
    world.company.store.withdraw(ACME, "E1", Purpose(PURPOSES[question]))
    assert world.snapshots.current(ACME) is before
    for principal, code in ((ANN, "CONSENT_MISSING"), (BOB, "CONSENT_MISSING"), (COACH, "NOT_IN_GRAPH")):
        assert ask(principal, document, {"input": {**given, "person": "E1"}})["data"][question]["code"] == code


def test_other_purposes_stay(ask: Ask, world: World) -> None:
    world.company.store.withdraw(ACME, "E1", Purpose.SKILL_GAP)
    for question, (document, given) in QUESTIONS.items():
        refused = PURPOSES[question] == "skill_gap"
        assert ("code" in ask(ANN, document, {"input": given})["data"][question]) is refused


def test_a_mentor_who_withdraws_is_proposed_no_more_and_another_takes_the_place(ask: Ask, world: World) -> None:
    question = {"input": {"person": "E1", "skills": ["s-python"], "first": 1}}
    first = ask(COACH, MENTORS, question)["data"]["mentorMatch"]
    assert [one["mentor"]["name"] for one in first["candidates"]] == ["Dan Dogwood"]
    world.company.store.withdraw(ACME, "E4", Purpose.MENTOR_MATCH)
    second = ask(COACH, MENTORS, question)["data"]["mentorMatch"]
    assert [one["mentor"]["name"] for one in second["candidates"]] == ["Fay Fir"]
    assert second["complete"] is True
    assert "Dan" not in str(second)


def test_nobody_is_left(ask: Ask, world: World) -> None:
    world.snapshots.current(ACME)
    world.company.store.withdraw(ACME, "E4", Purpose.MENTOR_MATCH)
    answer = ask(ANN, MENTORS, {"input": {"skills": ["s-python"]}})["data"]["mentorMatch"]
    assert answer["candidates"] == []


def test_their_edges_node_and_name_are_gone_too(ask: Ask, world: World) -> None:
    store = world.company.store
    dan = NodeKey("Person", ACME, "E4")
    ids = [one.edge_id for one in store.edge_records.values() if one.start == dan and one.rel_type == "HAS_SKILL"]
    assert ids
    assert all("id" in edge for edge in ask(ANN, EDGES_BY_ID, {"ids": ids})["data"]["edges"])
    store.withdraw(ACME, "E4", *(Purpose(one) for one in ALL))
    assert all(edge["code"] == "NOT_IN_GRAPH" for edge in ask(ANN, EDGES_BY_ID, {"ids": ids})["data"]["edges"])
    assert ask(ANN, NODE, {"id": global_id("Person", ACME, "E4")})["data"]["node"] is None
    assert "Dan" not in str(ask(ANN, SEARCH, {"input": {"text": "Dan Dogwood"}})["data"])


def test_an_erased_person_is_as_if_never_there(ask: Ask, world: World) -> None:
    world.snapshots.current(ACME)
    del world.company.store.nodes[NodeKey("Person", ACME, "E1")]
    for question, (document, given) in QUESTIONS.items():
        for principal, code in ((COACH, "NOT_IN_GRAPH"), (BOB, "CONSENT_MISSING")):
            answer = ask(principal, document, {"input": {**given, "person": "E1"}})["data"][question]
            assert answer["code"] == code


def test_consent_that_runs_out_counts_from_that_second(ask: Ask, world: World) -> None:
    store, key = world.company.store, NodeKey("Person", ACME, "E1")
    document, given = QUESTIONS["skillGap"]
    end = world.now + timedelta(seconds=1)
    limited = {"scopes": ["skill_gap"], "scope_expiries": [end.isoformat()]}
    store.nodes[key] = replace(store.nodes[key], properties={**store.nodes[key].properties, **limited})
    assert "code" not in ask(ANN, document, {"input": given})["data"]["skillGap"]
    world.now = end
    assert ask(ANN, document, {"input": given})["data"]["skillGap"]["code"] == "CONSENT_MISSING"


def test_edges_whose_consent_ran_out_are_not_shown(ask: Ask, world: World) -> None:
    store, ann = world.company.store, NodeKey("Person", ACME, "E1")
    ids = [one.edge_id for one in store.edge_records.values() if one.start == ann]

    def limited(*scopes: str) -> None:
        for edge_id in ids:
            edge = store.edge_records[edge_id]
            until: dict[str, Value] = {"scopes": list(scopes), "consent_expires_at": world.now}
            store.edge_records[edge_id] = replace(edge, properties={**edge.properties, **until})

    limited("career_path", "skill_gap")  # one of them has ended: the store tells which, the edge cannot
    assert all("id" in edge for edge in ask(ANN, EDGES_BY_ID, {"ids": ids})["data"]["edges"])
    limited("career_path")
    assert all("code" in edge for edge in ask(ANN, EDGES_BY_ID, {"ids": ids})["data"]["edges"])
    auditor = caller(CallerRole.AUDITOR)
    assert all("id" in edge for edge in ask(auditor, EDGES_BY_ID, {"ids": ids})["data"]["edges"])
