"""Who gets what over GraphQL: each kind of caller, each question, each person; denials leak nothing, change nothing."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest

from api.node_ids import global_id
from api.principal import Principal
from graph.keys import NodeKey
from graph.scope import CallerRole, Purpose
from tests.api.company import ACME, PEOPLE, pseudonym
from tests.api.conftest import ADMIN, ANN, AUDITOR, BOB, COACH, PLANNER, Ask, World, caller
from tests.api.questions import EDGE_BY_ID, EDGES_BY_ID, NODE, PURPOSES, QUESTIONS

SERVICE = caller(CallerRole.SERVICE, purposes=(Purpose.SKILL_GAP,))
IDLE_SERVICE = caller(CallerRole.SERVICE)
CALLERS = {
    "ann": ANN, "bob": BOB, "coach": COACH, "planner": PLANNER, "auditor": AUDITOR, "admin": ADMIN,
    "service": SERVICE, "idle service": IDLE_SERVICE, "manager only": caller(CallerRole.MANAGER, person="E3"),
    "nobody's manager": caller(CallerRole.MANAGER),
}  # fmt: skip
PERSONS = [*PEOPLE, "E404"]


def expected(name: str, question: str, person: str) -> str:
    """What the caller gets: the answer's type, or the type of the problem."""
    answer = question[0].upper() + question[1:] + "Answer"
    allowed = {
        "ann": ["E1"],
        "bob": ["E2", "E1", "E7"],
        "manager only": ["E3", "E2", "E1", "E7"],
    }.get(name)
    if allowed is not None:
        return answer if person in allowed else "Forbidden"
    if name == "coach" or (name == "service" and PURPOSES[question] == "skill_gap"):
        return "NotInGraph" if person in ("E5", "E404") else answer
    return "Forbidden"


@pytest.mark.parametrize("name", CALLERS)
def test_each_question_about_each_person(ask: Ask, world: World, name: str) -> None:
    for question, person in itertools.product(QUESTIONS, PERSONS):
        document, given = QUESTIONS[question]
        world.company.store.calls.clear()
        answer = ask(CALLERS[name], document, {"input": {**given, "person": person}})["data"][question]
        assert answer["__typename"] == expected(name, question, person), (question, person)
        if "code" in answer:
            assert set(answer) == {"__typename", "code", "message", "remedy"}
            assert "edges" not in world.company.store.calls
            leaked = [one for one in (*PEOPLE.values(), *map(pseudonym, PEOPLE)) if one in str(answer)]
            assert leaked == []


@pytest.mark.parametrize("name", ["ann", "bob", "planner", "admin", "auditor", "idle service"])
def test_a_stranger_and_nobody_look_the_same(ask: Ask, name: str) -> None:
    for document, given in QUESTIONS.values():
        exists = ask(CALLERS[name], document, {"input": {**given, "person": "E6"}})
        does_not = ask(CALLERS[name], document, {"input": {**given, "person": "E404"}})
        assert exists == does_not


def test_for_a_coach_not_agreed_and_not_there_look_the_same(ask: Ask) -> None:
    for document, given in QUESTIONS.values():
        refused, absent = (ask(COACH, document, {"input": {**given, "person": one}}) for one in ("E5", "E404"))
        assert refused == absent


def test_a_person_learns_that_their_own_consent_is_missing(ask: Ask) -> None:
    eve = caller(CallerRole.EMPLOYEE, person="E5")
    for question, (document, given) in QUESTIONS.items():
        assert ask(eve, document, {"input": given})["data"][question]["code"] == "CONSENT_MISSING"


def test_a_caller_who_is_nobody_in_the_graph_is_told_so(ask: Ask) -> None:
    stranger = caller(CallerRole.EMPLOYEE, person="E404")
    for question, (document, given) in QUESTIONS.items():
        answer = ask(stranger, document, {"input": given})["data"][question]
        assert answer["__typename"] == "BadInput"


def edges_of(world: World, person: str, *types: str) -> list[str]:
    return [
        one.edge_id
        for one in world.company.store.edge_records.values()
        if one.start.label == "Person"
        and one.start.tenant_id == "acme"
        and one.start.id == person
        and (not types or one.rel_type in types)
    ]


def visible(ask: Ask, principal: Principal, ids: list[str]) -> list[str]:
    return [edge["id"] for edge in ask(principal, EDGES_BY_ID, {"ids": ids})["data"]["edges"] if "id" in edge]


def test_edges_of_persons(ask: Ask, world: World) -> None:
    own, mentor = edges_of(world, "E1"), edges_of(world, "E4")
    shown_of_mentor = edges_of(world, "E4", "HAS_SKILL", "HOLDS_ROLE", "OFFERS_MENTORING")
    assert len(mentor) > len(shown_of_mentor) > 0
    refused = edges_of(world, "E5")
    assert visible(ask, ANN, own) == own
    assert visible(ask, ANN, mentor) == shown_of_mentor
    assert visible(ask, ANN, edges_of(world, "E7")) == []
    assert visible(ask, BOB, edges_of(world, "E7")) == edges_of(world, "E7")
    assert visible(ask, COACH, mentor) == mentor
    assert visible(ask, PLANNER, own) == own
    assert visible(ask, ADMIN, own) == []
    assert visible(ask, SERVICE, own) == own
    assert visible(ask, IDLE_SERVICE, own) == []
    for principal in (ANN, BOB, COACH, PLANNER, SERVICE):
        assert visible(ask, principal, refused) == []
    assert visible(ask, AUDITOR, refused) == refused


def test_an_edge_that_is_not_there_and_one_that_is_not_yours_look_the_same(ask: Ask, world: World) -> None:
    forbidden = edges_of(world, "E7")[0]
    assert ask(ANN, EDGE_BY_ID, {"id": forbidden}) == ask(ANN, EDGE_BY_ID, {"id": "0" * 32})


def test_planners_see_pseudonyms_and_no_way_back(ask: Ask, world: World) -> None:
    text = str(ask(PLANNER, EDGES_BY_ID, {"ids": edges_of(world, "E1")}))
    assert pseudonym("E1") in text
    assert "Ann" not in text
    assert "E1" not in text.replace(pseudonym("E1"), "")
    hidden = ask(PLANNER, EDGES_BY_ID, {"ids": edges_of(world, "E1")})["data"]["edges"][0]
    assert hidden["assertions"][0]["record"] is None
    again = ask(PLANNER, NODE, {"id": hidden["from"]["id"]})["data"]["node"]
    assert (again["name"], again["personId"], again["pseudonymous"]) == (pseudonym("E1"), None, True)
    assert again["location"] == "Hamburg"
    assert again["timeZone"] is None, "time zones are for mentor matching"
    assert ask(PLANNER, NODE, {"id": global_id("Person", "acme", "E1")})["data"]["node"] is None


def test_auditors_see_what_each_source_said_and_no_name(ask: Ask, world: World) -> None:
    edge = ask(AUDITOR, EDGES_BY_ID, {"ids": edges_of(world, "E1", "HAS_SKILL")})["data"]["edges"][0]
    assert edge["assertions"][0]["payload"] == '{"stated":true}'
    assert edge["assertions"][0]["record"] == "feed:E1"
    assert edge["from"] == {**edge["from"], "name": pseudonym("E1"), "pseudonymous": True}


def test_persons_as_nodes(ask: Ask) -> None:
    def node(principal: Principal, person: str) -> Any:
        return ask(principal, NODE, {"id": global_id("Person", "acme", person)})["data"]["node"]

    assert node(ANN, "E1")["name"] == "Ann Arbor"
    assert node(ANN, "E4")["name"] == "Dan Dogwood"
    assert node(ANN, "E4")["purpose"] == "mentor_match"
    assert node(ANN, "E4")["hiredOn"] is None, "the day of hire is not for mentor matching"
    assert node(BOB, "E1")["hiredOn"] == "2020-03-01"
    for principal, person in itertools.product((ANN, ADMIN, AUDITOR, IDLE_SERVICE), ("E5", "E6", "E7", "E404")):
        assert node(principal, person) is None


def test_pay_is_for_those_who_may_ask_for_paths(ask: Ask) -> None:
    role = global_id("Role", "acme", "r-lead")
    for principal in (ANN, BOB, COACH, PLANNER):
        assert ask(principal, NODE, {"id": role})["data"]["node"]["payMin"] == 40_005.0
    for principal in (ADMIN, AUDITOR, SERVICE):
        shown = ask(principal, NODE, {"id": role})["data"]["node"]
        assert (shown["name"], shown["payMin"], shown["payMax"]) == ("Data lead", None, None)


def test_only_administrators_see_the_store(ask: Ask) -> None:
    query = "{ about { tenant store { product behind } } }"
    assert ask(ADMIN, query)["data"]["about"] == {"tenant": "acme", "store": {"product": "Fake", "behind": 0}}
    for principal in (ANN, BOB, COACH, PLANNER, AUDITOR, SERVICE):
        assert ask(principal, query)["data"]["about"]["store"] is None


def test_the_store_is_asked_alike_about_who_did_not_agree_and_who_is_not_there(world: World, ask: Ask) -> None:
    """The time a refusal takes must not tell them apart: so the same is read, as often."""
    calls = world.company.store.calls
    world.inquiry(COACH).snapshot  # noqa: B018  # what is read once is read before
    for name, (document, given) in QUESTIONS.items():
        read: dict[str, list[str]] = {}
        for person in ("E5", "E404"):
            calls.clear()
            answer = ask(COACH, document, {"input": {**given, "person": person}})
            assert answer["data"][name]["__typename"] == "NotInGraph"
            read[person] = list(calls)
        assert read["E5"] == read["E404"]
        assert read["E5"].count("person_consents") == 1
    calls.clear()
    gap = "skillGap(input: $input) { __typename }"
    twice = f"query($input: SkillGapInput!) {{ a: {gap} b: {gap} }}"
    counts = []
    for person in ("E5", "E404"):
        calls.clear()
        ask(COACH, twice, {"input": {"targetRole": "r-lead", "person": person}})
        counts.append(calls.count("person_consents"))
    assert counts == [1, 1]


def test_a_pseudonym_that_two_people_share_names_neither(world: World) -> None:
    """It is short: among thousands of people two may have the same one by chance."""
    store = world.company.store
    ann, bob = (NodeKey("Person", ACME, one) for one in ("E1", "E2"))
    asked = f"~{pseudonym('E1')}"
    assert world.inquiry(SERVICE).find_person(asked) is not None
    shared = {**store.nodes[bob].properties, "pseudonym": pseudonym("E1")}
    store.nodes[bob] = replace(store.nodes[bob], properties=shared)
    world.snapshots.renew(ACME)
    inquiry = world.inquiry(SERVICE)
    assert inquiry.find_person(asked) is None
    assert inquiry.find_person(f"~{pseudonym('E2')}") is None
    assert inquiry.snapshot.find(ann) == inquiry.find_person("E1") != inquiry.find_person("E2")
