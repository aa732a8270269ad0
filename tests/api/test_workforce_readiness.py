"""workforceReadiness over GraphQL: for planners alone, in counts, with the catalogue's edges read back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.scope import Purpose
from tests.api.company import ACME, ALL
from tests.api.conftest import ADMIN, ANN, BOB, COACH, PLANNER, Ask, World
from tests.api.questions import ANSWER, EDGE, PROBLEM

QUERY = f"""query Ready($roles: [ID!]!) {{ workforceReadiness(roles: $roles) {{ __typename {PROBLEM}
  ... on WorkforceReadinessAnswer {{ {ANSWER} people withWayOut rolesNotTold
    roles {{ role {{ name }} holders skills {{ skill {{ name }} askedElsewhere evidence {{ {EDGE} }} }}
      waysOut {{ role {{ name }} feasibility direction observed carried {{ name }} toLearn {{ name }} taught openPosting
        evidence {{ {EDGE} }} }} }} }} }} }}"""


def found(answer: dict[str, Any]) -> dict[str, Any]:
    assert "errors" not in answer, answer
    result: dict[str, Any] = answer["data"]["workforceReadiness"]
    return result


def crew(world: World, count: int) -> None:
    """More analysts at Acme, beside Ann, Abe and Fay (Eve allows nothing)."""
    since = date(2023, 1, 1)
    company = world.company
    role = next(key for key in company.store.nodes if key.label == "Role" and key.id == "r-analyst")
    for number in range(count):
        person = company.person(ACME, f"X{number}", f"Extra {number}", ALL)
        company.edge(ACME, "HOLDS_ROLE", person, role, since.isoformat(), valid_from=since)


def test_a_planner_sees_counts_and_ways_out(world: World, ask: Ask) -> None:
    crew(world, 3)
    answer = found(ask(PLANNER, QUERY, {"roles": ["r-analyst", "r-lead"]}))
    analyst, lead = answer["roles"]
    assert (analyst["holders"], lead["holders"]) == (6, None)
    assert (answer["people"], answer["withWayOut"], answer["rolesNotTold"]) == (6, 6, 1)
    (way,) = analyst["waysOut"]
    assert (way["role"]["name"], way["observed"], way["taught"]) == ("Data engineer", 12, 1)
    assert ([one["name"] for one in way["carried"]], [one["name"] for one in way["toLearn"]]) == (["SQL"], ["Python"])
    assert {edge["type"] for edge in way["evidence"]} == {"TRANSITIONS_TO", "REQUIRES_SKILL"}
    assert answer["complete"]
    assert "Extra" not in str(answer)


def test_who_withdrew_meanwhile_is_not_counted(world: World, ask: Ask) -> None:
    crew(world, 2)
    assert found(ask(PLANNER, QUERY, {"roles": ["r-analyst"]}))["roles"][0]["holders"] == 5
    world.company.store.withdraw(ACME, "X0", Purpose.ANALYTICS)
    assert found(ask(PLANNER, QUERY, {"roles": ["r-analyst"]}))["roles"][0]["holders"] is None


@pytest.mark.parametrize("who", [ANN, BOB, COACH, ADMIN])
def test_others_may_not(ask: Ask, who: Any) -> None:
    assert found(ask(who, QUERY, {"roles": ["r-analyst"]}))["__typename"] == "Forbidden"


def test_limits_and_unknown_roles(ask: Ask) -> None:
    assert found(ask(PLANNER, QUERY, {"roles": []}))["__typename"] == "BadInput"
    assert found(ask(PLANNER, QUERY, {"roles": ["r-analyst"] * 51}))["__typename"] == "BadInput"
    assert found(ask(PLANNER, QUERY, {"roles": ["r-nothing"]}))["__typename"] == "NotInGraph"


def test_a_way_out_goes_with_its_edges(world: World, ask: Ask) -> None:
    assert len(found(ask(PLANNER, QUERY, {"roles": ["r-analyst"]}))["roles"][0]["waysOut"]) == 1
    moves = [one.edge_id for one in world.company.store.edge_records.values() if one.rel_type == "TRANSITIONS_TO"]
    for edge_id in moves:
        del world.company.store.edge_records[edge_id]
    answer = found(ask(PLANNER, QUERY, {"roles": ["r-analyst"]}))
    assert answer["roles"][0]["waysOut"] == []
    assert [(one["what"], one["code"]) for one in answer["withheld"]] == [("way out", "EVIDENCE_GONE")]
    assert not answer["complete"]
