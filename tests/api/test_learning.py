"""Learning plans, unlocks and fading over GraphQL: typed, cited, for whoever may ask for the gap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from api.principal import Principal
from graph.keys import NodeKey
from tests.api.company import ACME
from tests.api.conftest import ADMIN, ANN, AUDITOR, BOB, COACH, PLANNER, Ask, World
from tests.api.questions import ANSWER, PLAN, PROBLEM


def plan(ask: Ask, principal: Principal = ANN, **given: Any) -> dict[str, Any]:
    answer: dict[str, Any] = ask(principal, PLAN, {"input": {"targetRole": "r-lead", **given}})["data"]["learningPlan"]
    return answer


def course(world: World, course_id: str, skill: str, level: float, **more: Any) -> None:
    key = world.company.node(ACME, "Course", course_id, name=course_id, currency="EUR", hours=10.0, **more)
    world.company.edge(ACME, "TEACHES_SKILL", key, NodeKey("Skill", ACME, skill), to_level=level)


def test_a_plan_with_what_it_leaves_open(ask: Ask) -> None:
    answer = plan(ask, hoursPerWeek=10)
    assert (answer["status"], answer["complete"], answer["subject"]["name"]) == ("OPTIMAL", True, "Ann Arbor")
    assert (answer["cost"], answer["currency"], answer["weeks"], answer["endsOn"]) == (500.0, "EUR", 4, "2026-06-28")
    assert (answer["value"], answer["bound"], answer["gap"], answer["gapCount"]) == (500.0, 500.0, 0.0, 2)
    (one,) = answer["courses"]
    assert (one["course"]["name"], one["firstWeek"], one["lastWeek"], one["beginsOn"]) == (
        "Python in a month", 1, 4, "2026-06-01",
    )  # fmt: skip
    assert [skill["name"] for skill in one["closes"]] == ["Python"]
    assert [edge["type"] for edge in one["evidence"]] == ["TEACHES_SKILL", "REQUIRES_SKILL"]
    assert one["sentences"][0]["text"].startswith("Python in a month teaches Python to level 4")
    (left,) = answer["open"]
    assert (left["skill"]["name"], left["reason"]) == ("Team leadership", "NO_COURSE")
    assert left["sentences"][0]["edgeIds"] == [left["evidence"][0]["id"]]


def test_a_conflict_is_named_with_its_remedy(ask: Ask) -> None:
    answer = plan(ask, budget=499)
    assert (answer["status"], answer["courses"], answer["value"]) == ("INFEASIBLE", [], None)
    assert answer["conflict"] == {
        "remedies": [
            {"limit": "BUDGET", "stated": "499.00 EUR", "atLeast": "500.00 EUR", "needed": "500.00 EUR", "courses": []}
        ],
        "gaps": [{"name": "Python"}],
        "exhaustive": True,
    }


def test_a_replan_says_what_changed_and_why(ask: Ask, world: World) -> None:
    course(world, "c-lead", "s-lead", 3.0, cost=100.0)
    first = plan(ask, hoursPerWeek=10)
    assert [one["course"]["name"] for one in first["courses"]] == ["c-lead", "Python in a month"]
    previous = [{"course": one["course"]["id"], "beginsOn": one["beginsOn"]} for one in first["courses"]]
    again = plan(ask, hoursPerWeek=10, previous=previous, progress={"completed": ["c-lead"]})
    assert [(one["course"]["name"], one["change"], one["reason"]) for one in again["changes"]] == [
        ("c-lead", "DROPPED", "COMPLETED"),
        ("Python in a month", "KEPT", "STILL_NEEDED"),
    ]
    failed = plan(ask, hoursPerWeek=10, previous=previous, progress={"assessed": [{"skill": "s-python", "level": 2}]})
    assert {one["change"] for one in failed["changes"]} == {"KEPT"}


@pytest.mark.parametrize("asker", [PLANNER, AUDITOR, ADMIN])
def test_who_may_not_ask_for_the_gap_may_not_ask_for_the_plan(ask: Ask, asker: Principal) -> None:
    assert plan(ask, asker, person="E1")["code"] == "FORBIDDEN"


def test_a_manager_and_a_coach_may_ask_for_their_people(ask: Ask) -> None:
    assert plan(ask, BOB, person="E1")["status"] == "OPTIMAL"
    assert plan(ask, COACH, person="E1")["status"] == "OPTIMAL"
    assert plan(ask, ANN, person="E7")["code"] == "FORBIDDEN"


def test_a_course_whose_edge_is_gone_is_withheld_and_no_optimum_is_claimed(ask: Ask, world: World) -> None:
    plan(ask)
    gone = next(one for one in world.company.store.edge_records.values() if one.rel_type == "TEACHES_SKILL"
                and one.start.tenant_id == ACME)  # fmt: skip
    del world.company.store.edge_records[gone.edge_id]
    answer = plan(ask)
    assert (answer["complete"], answer["courses"], answer["value"], answer["bound"]) == (False, [], None, None)
    assert [one["what"] for one in answer["withheld"]] == ["course"]


@pytest.mark.parametrize(
    "given",
    [
        {"targetRole": None},
        {"hoursPerWeek": 0},
        {"budget": -1},
        {"deadline": "2020-01-01"},
        {"startsOn": "1800-01-01"},
        {"skills": [{"skill": "s-sql", "level": 9}]},
        {"progress": {"assessed": [{"skill": "s-sql"}]}},
        {"booked": [{"course": "c-python", "seats": -1}]},
        {"avoid": ["c-python"] * 101},
    ],
)
def test_what_makes_no_sense_is_refused_with_a_remedy(ask: Ask, given: dict[str, Any]) -> None:
    answer = plan(ask, **given)
    assert (answer["code"], bool(answer["remedy"])) == ("BAD_USER_INPUT", True)


def test_two_currencies_are_a_typed_error(ask: Ask, world: World) -> None:
    key = world.company.node(ACME, "Course", "c-pound", name="Pound", cost=10.0, currency="GBP", hours=1.0)
    world.company.edge(ACME, "TEACHES_SKILL", key, NodeKey("Skill", ACME, "s-python"), to_level=4.0)
    answer = plan(ask)
    assert (answer["code"], "EUR, GBP" in answer["message"]) == ("BAD_USER_INPUT", True)
    assert plan(ask, currency="GBP")["cost"] == 10.0


def test_start_days_seats_language_and_modality(ask: Ask, world: World) -> None:
    days = [date(2026, 6, 8), date(2026, 7, 6)]
    course(world, "c-room", "s-lead", 3.0, cost=50.0, starts_on=days, capacity=2, language="de", modality="classroom")
    answer = plan(ask, hoursPerWeek=10)
    by = {one["course"]["name"]: one for one in answer["courses"]}
    assert by["c-room"]["beginsOn"] in ("2026-06-08", "2026-07-06")
    booked = [{"course": "c-room", "startsOn": "2026-06-08", "seats": 2}]
    late = plan(ask, hoursPerWeek=20, booked=booked)
    assert {one["course"]["name"]: one["beginsOn"] for one in late["courses"]}["c-room"] == "2026-07-06"
    limits: dict[str, dict[str, Any]] = {"LANGUAGE": {"languages": ["en"]}, "MODALITY": {"modalities": ["ONLINE"]}}
    for limit, given in limits.items():
        conflict = plan(ask, **given)["conflict"]
        assert [one["limit"] for one in conflict["remedies"]] == [limit]


UNLOCKS = f"""query Unlocks($input: UnlocksInput!) {{ unlocks(input: $input) {{ __typename {PROBLEM}
  ... on UnlocksAnswer {{ {ANSWER} subject {{ name }} coverage considered openNow
    unlocks {{ count skills {{ skill {{ name }} level heldLevel }}
      roles {{ role {{ name }} met total sentences {{ text edgeIds }} evidence {{ id type }} }} }} }} }} }}"""


def unlocks(ask: Ask, principal: Principal = ANN, **given: Any) -> dict[str, Any]:
    answer: dict[str, Any] = ask(principal, UNLOCKS, {"input": given})["data"]["unlocks"]
    return answer


def test_the_skill_that_opens_most_roles(ask: Ask) -> None:
    answer = unlocks(ask)
    assert (answer["considered"], answer["openNow"], answer["coverage"]) == (3, 1, 1.0)
    (first,) = answer["unlocks"]
    assert (first["count"], first["skills"]) == (1, [{"skill": {"name": "Python"}, "level": 3.0, "heldLevel": 0.0}])
    (role,) = first["roles"]
    assert (role["role"]["name"], role["met"], role["total"]) == ("Data engineer", 1, 2)
    assert role["sentences"][0]["text"] == (
        "Ann Arbor meets 1 of 2 essential requirements of Data engineer; still needed: Python at level 3."
    )
    assert {edge["id"] for edge in role["evidence"]} == set(role["sentences"][0]["edgeIds"])


def test_two_skills_open_more_than_either(ask: Ask) -> None:
    (pair,) = unlocks(ask, skills=2)["unlocks"]
    assert [one["skill"]["name"] for one in pair["skills"]] == ["Team leadership", "Python"]
    assert (pair["count"], [one["role"]["name"] for one in pair["roles"]]) == (2, ["Data engineer", "Data lead"])


def test_a_lower_bar_opens_more(ask: Ask) -> None:
    answer = unlocks(ask, coverage=0.5)
    assert (answer["openNow"], [one["count"] for one in answer["unlocks"]]) == (2, [1, 1])


@pytest.mark.parametrize("asker", [PLANNER, AUDITOR, ADMIN])
def test_who_may_not_ask_for_the_gap_may_not_ask_for_unlocks(ask: Ask, asker: Principal) -> None:
    assert unlocks(ask, asker, person="E1")["code"] == "FORBIDDEN"


def test_a_role_whose_edge_is_gone_is_not_counted(ask: Ask, world: World) -> None:
    unlocks(ask)
    gone = next(
        one.edge_id
        for one in world.company.store.edge_records.values()
        if one.rel_type == "REQUIRES_SKILL" and (one.start.id, one.start.tenant_id) == ("r-engineer", ACME)
    )
    del world.company.store.edge_records[gone]
    answer = unlocks(ask)
    assert (answer["complete"], answer["unlocks"][0]["count"], answer["unlocks"][0]["roles"]) == (False, 0, [])


@pytest.mark.parametrize(
    "given", [{"skills": 3}, {"coverage": 0}, {"coverage": 1.1}, {"first": 0}, {"first": 51}, {"scheme": "isco"}]
)
def test_unlocks_out_of_bounds_are_refused(ask: Ask, given: dict[str, Any]) -> None:
    assert unlocks(ask, **given)["code"] == "BAD_USER_INPUT"


GAP = f"""query Gap($input: SkillGapInput!) {{ skillGap(input: $input) {{ __typename {PROBLEM}
  ... on SkillGapAnswer {{ coverage recency {{ name graceMonths halfLifeMonths floor }}
    items {{ skill {{ name }} status heldLevel statedLevel lastEvidence recencyRule sentences {{ text kind }}
    }} }} }} }}"""


def test_a_faded_level_is_told_with_its_rule(ask: Ask, world: World) -> None:
    store = world.company.store
    used = {
        one.edge_id: one
        for one in store.edge_records.values()
        if one.rel_type == "HAS_SKILL" and (one.start.id, one.start.tenant_id) == ("E2", ACME)
    }
    for edge_id, edge in used.items():
        store.edge_records[edge_id] = replace(edge, properties={**edge.properties, "last_used": date(2019, 6, 1)})
    asked: dict[str, Any] = {"targetRole": "r-analyst"}
    answer = ask(BOB, GAP, {"input": asked})["data"]["skillGap"]
    (item,) = answer["items"]
    assert (item["statedLevel"], item["heldLevel"], item["status"]) == (4.0, 2.0, "PARTLY_MET")
    assert (item["lastEvidence"], item["recencyRule"]) == ("2019-06-01", "skill")
    assert item["sentences"][0]["kind"] == "level_faded"
    assert answer["recency"][0] == {"name": "skill", "graceMonths": 24, "halfLifeMonths": 60, "floor": 0.4}
    off = ask(BOB, GAP, {"input": {**asked, "recency": False}})["data"]["skillGap"]
    assert (off["items"][0]["heldLevel"], off["items"][0]["recencyRule"], off["recency"]) == (4.0, None, [])
