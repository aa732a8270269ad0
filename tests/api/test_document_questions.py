"""documents over GraphQL: quoted with version, narrowed by audience, tenant and day, checked at read-back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from api import node_ids
from api.principal import Principal
from graph.keys import NodeKey, edge_id
from graph.scope import CallerRole, Purpose
from tests.api.company import ACME
from tests.api.conftest import ANN, BOB, PLANNER, Ask, World, caller
from tests.api.documented import NEW_TEXT, OLD_TEXT, add_documents

QUERY = """
query ($q: String!, $day: Date, $kinds: [DocumentKind!]) {
  documents(question: $q, asOf: $day, first: 3, kinds: $kinds) {
    __typename
    ... on Problem { code }
    ... on DocumentsAnswer {
      found confidence mode considered complete withheld { what code }
      passages {
        passage { id name } document { id name } version section quote current inForceFrom
        supersededBy { name } evidence { id type } sentences { text kind edgeIds }
      }
    }
  }
}
"""
RIVALS = caller(CallerRole.EMPLOYEE, person="E1", tenant="rival")


@pytest.fixture
def library(world: World) -> World:
    add_documents(world.company)
    return world


def asked(ask: Ask, principal: Principal, question: str, **variables: Any) -> dict[str, Any]:
    answer = ask(principal, QUERY, {"q": question, **variables})
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["documents"]
    return found


def test_the_passage_in_force_is_quoted_with_its_version_and_edges(library: World, ask: Ask) -> None:
    answer = asked(ask, ANN, "Which class of trains is booked?")
    assert answer["found"]
    assert answer["considered"] == 2
    first = answer["passages"][0]
    assert (first["document"]["name"], first["version"], first["section"]) == ("Travel policy", "2.0", "Trains")
    assert first["quote"] == NEW_TEXT.split("\n")[0]
    assert first["current"]
    assert first["supersededBy"] is None
    passage, document = NodeKey("Passage", ACME, "travel@2.0#1"), NodeKey("Document", ACME, "travel@2.0")
    cited = edge_id(ACME, "HAS_PASSAGE", document, passage)
    assert first["evidence"] == [{"id": cited, "type": "HAS_PASSAGE"}]
    assert first["sentences"] == [
        {
            "text": "Travel policy, version 2.0, section Trains: in force since 2026-01-01.",
            "kind": "passage_in_force",
            "edgeIds": [cited],
        }
    ]


def test_an_earlier_day_gets_the_clause_of_that_day_and_hears_what_replaced_it(library: World, ask: Ask) -> None:
    answer = asked(ask, ANN, "Which class of trains is booked?", day="2025-06-01")
    first = answer["passages"][0]
    assert (first["version"], first["quote"], first["current"]) == ("1.0", OLD_TEXT, False)
    assert first["supersededBy"] == {"name": "Travel policy"}
    assert first["sentences"][1]["text"] == (
        "Travel policy, version 1.0, has been superseded by Travel policy, version 2.0, since 2026-01-01."
    )
    assert asked(ask, ANN, "Which class of trains is booked?", day="2023-01-01")["found"] is False


def test_who_is_no_audience_gets_the_answer_of_a_company_without_the_document(world: World, ask: Ask) -> None:
    question = "How many percent of bonus do managers grant?"
    before = asked(ask, ANN, question)
    add_documents(world.company)
    world.snapshots.taken.clear()
    with_manager = asked(ask, BOB, question)
    assert with_manager["passages"][0]["document"]["name"] == "Bonus guidance"
    without = asked(ask, ANN, question)
    assert before["found"] is without["found"] is False
    assert "Bonus guidance" not in str(without)


def test_another_tenant_sees_its_own_documents_alone(library: World, ask: Ask) -> None:
    assert asked(ask, RIVALS, "Until when does Rival merge with nobody?")["passages"][0]["section"] == "Merger"
    assert asked(ask, ANN, "Until when does Rival merge with nobody?")["found"] is False
    assert asked(ask, RIVALS, "Which class of trains is booked?")["found"] is False


def test_off_topic_is_not_found_and_kinds_narrow(library: World, ask: Ask) -> None:
    answer = asked(ask, ANN, "What is the capital of Portugal?")
    assert (answer["found"], answer["passages"]) == (False, [])
    assert asked(ask, ANN, "Which class of trains is booked?", kinds=["PLAYBOOK"])["considered"] == 0


@pytest.mark.parametrize("question", ["", "   ", "x" * 501])
def test_a_question_that_is_none_is_bad_input(library: World, ask: Ask, question: str) -> None:
    assert asked(ask, ANN, question)["__typename"] == "BadInput"


def test_a_text_that_changed_since_the_snapshot_is_not_quoted(library: World, ask: Ask) -> None:
    key = NodeKey("Passage", ACME, "travel@2.0#1")
    library.snapshots.current(ACME)
    node = library.company.store.nodes[key]
    changed = {**node.properties, "text": "Trains are booked in first class."}
    library.company.store.nodes[key] = replace(node, properties=changed)
    answer = asked(ask, ANN, "Which class of trains is booked?")
    assert "first class" not in str(answer)
    assert {"what": "passage", "code": "EVIDENCE_GONE"} in answer["withheld"]
    assert not answer["complete"]


def test_a_retracted_edge_takes_its_passage_with_it(library: World, ask: Ask) -> None:
    library.snapshots.current(ACME)
    store = library.company.store
    passage, document = NodeKey("Passage", ACME, "travel@2.0#1"), NodeKey("Document", ACME, "travel@2.0")
    del store.edge_records[edge_id(ACME, "HAS_PASSAGE", document, passage)]
    answer = asked(ask, ANN, "Which class of trains is booked?")
    assert NEW_TEXT.split("\n")[0] not in str(answer)


NODE = "query ($id: ID!) { node(id: $id) { id } }"
EDGE = "query ($id: ID!) { edge(id: $id) { ... on Edge { id } ... on Problem { code } } }"


def test_nodes_and_edges_of_a_document_show_to_its_audience_alone(library: World, ask: Ask) -> None:
    document, passage = NodeKey("Document", ACME, "bonus@1.0"), NodeKey("Passage", ACME, "bonus@1.0#1")
    edge = edge_id(ACME, "HAS_PASSAGE", document, passage)
    for key in (document, passage):
        wanted = {"id": node_ids.of_key(key)}
        assert ask(BOB, NODE, wanted)["data"]["node"] is not None
        assert ask(ANN, NODE, wanted)["data"]["node"] is None
        assert ask(PLANNER, NODE, wanted)["data"]["node"] is None
    assert ask(BOB, EDGE, {"id": edge})["data"]["edge"] == {"id": edge}
    assert ask(ANN, EDGE, {"id": edge})["data"]["edge"] == {"code": "NOT_IN_GRAPH"}


PLAYS = """
query ($person: ID) {
  plays(person: $person) {
    __typename
    ... on Problem { code }
    ... on PlaysAnswer {
      considered complete withheld { what code } subject { name }
      plays { play { name } situation { name } document { name } evidence { type } sentences { text } }
    }
  }
}
"""


def plays(ask: Ask, principal: Principal, person: str | None = None) -> dict[str, Any]:
    answer = ask(principal, PLAYS, {"person": person})
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["plays"]
    return found


@pytest.fixture
def played(library: World) -> World:
    company = library.company
    rule = '[{"role_asks_for":{"skills":["s-sql"]}}]'
    play = company.node(ACME, "Play", "p1", name="Play 1")
    situation = company.node(ACME, "Situation", "s1", name="Works with data", conditions=rule, audience=["all"])
    company.edge(ACME, "CALLS_FOR", situation, play, conditions=rule)
    return library


def test_plays_are_asked_about_oneself_by_managers_and_coaches(played: World, ask: Ask) -> None:
    own = plays(ask, ANN)
    assert own["subject"] == {"name": "Ann Arbor"}
    assert [one["play"]["name"] for one in own["plays"]] == ["Play 1"]
    assert own["plays"][0]["sentences"][0]["text"] == (
        "The situation Works with data holds for Ann Arbor; it calls for Play 1."
    )
    assert [edge["type"] for edge in own["plays"][0]["evidence"]] == ["CALLS_FOR", "HOLDS_ROLE", "REQUIRES_SKILL"]
    assert plays(ask, BOB, "E1")["subject"] == {"name": "Ann Arbor"}
    assert plays(ask, ANN, "E2")["code"] == "FORBIDDEN"
    assert plays(ask, PLANNER, "E1")["code"] == "FORBIDDEN"


def test_a_withdrawal_ends_plays_with_the_next_question(played: World, ask: Ask) -> None:
    assert plays(ask, ANN)["plays"]
    played.company.store.withdraw(ACME, "E1", Purpose.SKILL_GAP)
    assert plays(ask, ANN)["code"] == "CONSENT_MISSING"


def test_what_documents_say_is_told_in_words_with_the_passages_cited(library: World) -> None:
    """Over POST /explain; the day asked about travels in the input."""
    with library.client() as client:
        client.headers["Authorization"] = f"Bearer {library.token(ANN)}"
        given = {"question": "Which class of trains is booked?", "first": 1, "asOf": "2025-06-01"}
        told = client.post("/explain", json={"question": "documents", "input": given, "locale": "de"}).json()
    assert told["locale"] == "de"
    assert [one["kind"] for one in told["sentences"]] == ["passage_in_force", "document_superseded"]
    assert "Travel policy" in told["text"]
    assert {one["type"] for one in told["citations"]} == {"HAS_PASSAGE", "SUPERSEDES"}
