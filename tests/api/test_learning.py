"""Learning plans over GraphQL: typed, cited, under limits, for whoever may ask for the gap, and replanned by value."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from api.principal import Principal
from graph.keys import NodeKey
from tests.api.company import ACME
from tests.api.conftest import ADMIN, ANN, AUDITOR, BOB, COACH, PLANNER, Ask, World
from tests.api.questions import PLAN


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
