"""Why not, what decides, what if, what is within reach and for whom, over GraphQL."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from api.use_cases.who_could_reach import _counted
from graph.keys import NodeKey
from reasoning.evidence import NodeRef
from reasoning.who_could_reach import GroupCount, WhoCouldReachAnswer
from tests.api.conftest import ADMIN, ANN, AUDITOR, BOB, COACH, PLANNER, Ask
from tests.api.questions import EDGES_BY_ID, PROBLEM
from tests.api.test_answers import edge_ids

ANSWER = "__typename complete withheld { what code } sentences { text edgeIds }"
PATH = """cost months sentences { text edgeIds } steps { from { name } to { name }
  supposed { type from { name } to { name } properties { name value } } evidence { id type } }"""
PATHS = f"paths {{ {PATH} }} conflict {{ constraints {{ kind }} }}"
WHY_NOT = f"""query Q($input: WhyNotInput!) {{ answer: whyNot(input: $input) {{ __typename {PROBLEM}
  ... on WhyNotAnswer {{ {ANSWER} verdict missed {{ name }} costsMore apart exact
    gap {{ from {{ name }} to {{ name }} }} best {{ {PATH} }} against {{ {PATH} }}
    conflict {{ constraints {{ kind value role {{ name }} helpsAlone }} }} }} }} }}"""
SENSITIVITY = f"""query Q($input: CareerPathInput!) {{ answer: pathSensitivity(input: $input) {{ __typename {PROBLEM}
  ... on PathSensitivityAnswer {{ {ANSWER} best {{ {PATH} }} facts examined unmoved exact
    deciding {{ change effect edge {{ id type }} skill {{ name }} level costChange roles {{ name }}
      sentences {{ text edgeIds }} }} }} }} }}"""
WHAT_IF = f"""query Q($input: WhatIfInput!) {{ answer: whatIf(input: $input) {{ __typename {PROBLEM}
  ... on WhatIfAnswer {{ {ANSWER} costChange monthsChange closed {{ name }} facts {{ type to {{ name }} }}
    actual {{ sentences {{ text edgeIds }} {PATHS} }} supposed {{ sentences {{ text edgeIds }} {PATHS} }} }} }} }}"""
REACHABLE = f"""query Q($input: ReachableRolesInput!) {{ answer: reachableRoles(input: $input) {{ __typename {PROBLEM}
  ... on ReachableRolesAnswer {{ {ANSWER} considered exact roles {{ role {{ name }} interest value
    path {{ {PATH} }} evidence {{ id type }} }} }} }} }}"""
WHO = f"""query Q($input: WhoCouldReachInput!) {{ answer: whoCouldReach(input: $input) {{ __typename {PROBLEM}
  ... on WhoCouldReachAnswer {{ {ANSWER} within considered hidden groups {{ role {{ name }} people medianMonths }}
    people {{ person {{ name pseudonymous }} path {{ {PATH} }} }} }} }} }}"""
LEAD = {"targetRole": "r-lead"}
LONG = {"constraints": {"maxMonths": 200.0}}


@pytest.fixture
def put(ask: Ask) -> Any:
    def send(caller: Any, document: str, given: dict[str, Any]) -> dict[str, Any]:
        answer = ask(caller, document, {"input": given})
        assert "errors" not in answer, answer["errors"]
        found: dict[str, Any] = answer["data"]["answer"]
        return found

    return send


def test_why_not_tells_the_comparison_that_was_lost(put: Any) -> None:
    answer = put(ANN, WHY_NOT, {"question": LEAD | {"alternatives": 1}, "path": ["r-lead"]})
    assert answer["verdict"] in ("NO_MOVE", "COSTLIER")
    included = put(ANN, WHY_NOT, {"question": LEAD, "role": "r-engineer"})
    assert included["verdict"] == "INCLUDED"
    assert included["best"]["sentences"]
    limits = {"constraints": {"avoid": ["r-engineer"]}}
    excluded = put(ANN, WHY_NOT, {"question": LEAD | limits, "role": "r-engineer"})
    assert excluded["verdict"] == "EXCLUDED"
    assert excluded["conflict"]["constraints"] == [
        {"kind": "AVOID", "value": "r-engineer", "role": {"name": "Data engineer"}, "helpsAlone": True}
    ]


@pytest.mark.parametrize("bad", [{}, {"role": "r-lead", "path": ["r-lead"]}, {"path": ["r-engineer", "r-engineer"]}])
def test_why_not_wants_a_role_or_a_way(put: Any, bad: dict[str, Any]) -> None:
    assert put(ANN, WHY_NOT, {"question": LEAD} | bad)["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize("name", ["maxMonths", "budget", "payFloor"])
@pytest.mark.parametrize("value", [-1.0, 1.1e12, 1e308])
def test_a_limit_beyond_all_measure_is_refused(put: Any, name: str, value: float) -> None:
    for document in (SENSITIVITY, WHO):
        assert put(BOB, document, LEAD | {"constraints": {name: value}})["code"] == "BAD_USER_INPUT"
        assert "code" not in put(BOB, document, LEAD | {"constraints": {name: 1e12}})


def test_the_facts_that_decide_are_edges_that_resolve(put: Any, ask: Ask) -> None:
    answer = put(ANN, SENSITIVITY, LEAD)
    assert answer["exact"] is True
    assert answer["examined"] == answer["facts"] == len(answer["deciding"]) + answer["unmoved"]
    ids = [one["edge"]["id"] for one in answer["deciding"] if one["edge"]]
    resolved = ask(ANN, EDGES_BY_ID, {"ids": ids})["data"]["edges"] if ids else []
    assert [edge["id"] for edge in resolved] == ids


def test_what_is_supposed_is_marked_and_not_cited(put: Any, ask: Ask) -> None:
    given = {"question": LEAD, "learn": [{"skill": "s-python", "level": 4.0}], "close": ["r-analyst"]}
    answer = put(ANN, WHAT_IF, given)
    assert answer["facts"] == [{"type": "HAS_SKILL", "to": {"name": "Python"}}]
    assert [one["name"] for one in answer["closed"]] == ["Data analyst"]
    assert answer["monthsChange"] < 0
    supposed = answer["supposed"]["paths"][0]["steps"]
    marked = [fact for step in supposed for fact in step["supposed"]]
    assert {fact["to"]["name"] for fact in marked} == {"Python"}
    assert marked[0]["properties"] == [{"name": "level", "value": "4.0"}]
    assert all(step["supposed"] == [] for path in answer["actual"]["paths"] for step in path["steps"])
    cited = sorted(edge_ids(answer))
    resolved = ask(ANN, EDGES_BY_ID, {"ids": cited})["data"]["edges"]
    assert [edge.get("id") for edge in resolved] == cited
    assert answer["complete"] is True
    # asked again without suppositions, nothing has changed
    assert put(ANN, WHAT_IF, given) == answer


@pytest.mark.parametrize(
    "bad",
    [
        {},
        {"learn": [{"skill": "s-python", "level": 6.0}]},
        {"open": [{"from": "r-analyst", "to": "r-lead", "observed": 0}]},
        {"needs": [{"role": "r-lead", "skill": "s-python", "level": 0.0}]},
        {"close": ["r-analyst"] * 21},
    ],
)
def test_suppositions_out_of_range_are_refused(put: Any, bad: dict[str, Any]) -> None:
    assert put(ANN, WHAT_IF, {"question": LEAD} | bad)["code"] == "BAD_USER_INPUT"


def test_only_a_person_learns(put: Any) -> None:
    question = {"startRole": "r-analyst", "targetRole": "r-lead"}
    answer = put(PLANNER, WHAT_IF, {"question": question, "learn": [{"skill": "s-python"}]})
    assert answer["code"] == "BAD_USER_INPUT"
    opened = put(PLANNER, WHAT_IF, {"question": question, "open": [{"from": "r-analyst", "to": "r-lead"}]})
    ways = [[step["to"]["name"] for step in path["steps"]] for path in opened["supposed"]["paths"]]
    assert ["Data lead"] in ways


def test_roles_within_reach(put: Any) -> None:
    answer = put(ANN, REACHABLE, {"roles": ["r-lead"], "interestMonths": 120.0} | LONG)
    assert answer["exact"] is True
    first = answer["roles"][0]
    assert (first["role"]["name"], first["interest"]) == ("Data lead", 1.0)
    assert len(answer["roles"]) == answer["considered"]
    assert put(ANN, REACHABLE, {"constraints": {"maxMonths": 1.0}})["roles"] == []
    assert put(PLANNER, REACHABLE, {"startRole": "r-analyst"} | LONG)["considered"] >= 1


def test_who_could_reach_is_told_by_name_only_to_those_who_may_advise(put: Any) -> None:
    question = LEAD | LONG
    told = put(COACH, WHO, question)
    assert told["people"]
    assert not any(one["person"]["pseudonymous"] for one in told["people"])
    assert told["groups"] == []
    line = {one["person"]["name"] for one in put(BOB, WHO, question)["people"]}
    assert line <= {one["person"]["name"] for one in told["people"]}
    counted = put(PLANNER, WHO, question)
    assert counted["people"] == []
    assert counted["sentences"] == []
    assert counted["within"] == counted["hidden"] + sum(group["people"] for group in counted["groups"])
    assert counted["considered"] > 0
    for count in (counted["within"], counted["hidden"], counted["considered"]):
        assert count % 5 == 0
    for caller in (ANN, AUDITOR, ADMIN):
        assert put(caller, WHO, question)["code"] == "FORBIDDEN"


def test_who_may_count_everybody_and_advise_some_is_told_of_those_alone(put: Any) -> None:
    question = LEAD | LONG
    both = replace(BOB, roles=BOB.roles | PLANNER.roles)
    told, line, counted = (put(who, WHO, question) for who in (both, BOB, PLANNER))
    assert told["people"] == line["people"]
    assert len(told["people"]) < len(put(COACH, WHO, question)["people"])
    for name in ("groups", "within", "hidden", "considered"):
        assert told[name] == counted[name]


def test_nobody_without_consent_is_among_them(put: Any) -> None:
    names = {one["person"]["name"] for one in put(COACH, WHO, LEAD | LONG)["people"]}
    assert "Cyd Cedar" not in names


def test_counts_are_told_in_fives() -> None:
    role = NodeRef(NodeKey("Role", "acme", "r"), "Role")
    other = NodeRef(NodeKey("Role", "acme", "q"), "Other")
    groups = (GroupCount(role, 9, 11.6), GroupCount(other, 5, 11.4))
    told = _counted(WhoCouldReachAnswer(role, (), groups, 6, 20, 44, True))
    assert [(one.people, one.median_months) for one in told.groups] == [(5, 11.0), (5, 12.0)]
    assert (told.suppressed, told.within, told.considered) == (5, 15, 40)
    assert _counted(WhoCouldReachAnswer(role, (), (), 4, 4, 4, True)).within == 0
