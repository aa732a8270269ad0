"""Lineage: who may ask, and what cannot be asked. What it finds on a store is in test_recorded_embedded."""

from __future__ import annotations

import pytest

from api.use_cases.lineage import LineageQuestion, lineage
from ontology.errors import AccessDenied, BadInput
from tests.api.conftest import ADMIN, ANN, AUDITOR, BOB, COACH, PLANNER, Ask, World
from tests.api.test_recorded_answers import asked, edge_of

LINEAGE = """query L($edge: ID, $source: ID) { lineage(edge: $edge, source: $source) { __typename
  ... on Problem { code } ... on Lineage { statements { record type } answers { id question } examined complete } } }"""


@pytest.mark.parametrize("who", [ANN, BOB, COACH, PLANNER, ADMIN])
def test_a_record_of_the_hr_system_is_for_auditors(world: World, ask: Ask, who: object) -> None:
    edge_id = edge_of(world, "HAS_SKILL", "E1", "s-sql")
    with pytest.raises(AccessDenied):
        lineage(world.inquiry(who), LineageQuestion(edge=edge_id))  # type: ignore[arg-type]  # a principal
    refused = ask(who, LINEAGE, {"edge": edge_id})["data"]["lineage"]
    assert refused == {"__typename": "Forbidden", "code": "FORBIDDEN"}


@pytest.mark.parametrize(
    "question",
    [LineageQuestion(), LineageQuestion("feed", "record"), LineageQuestion(edge=""), LineageQuestion("x" * 2000)],
)
def test_exactly_one_thing_is_followed(world: World, question: LineageQuestion) -> None:
    with pytest.raises(BadInput):
        lineage(world.inquiry(AUDITOR), question)


def test_an_edge_leads_to_the_answers_that_cite_it_and_to_no_others(world: World, ask: Ask) -> None:
    path, move = asked(world, "career_path"), asked(world, "transition")
    gap = asked(world, "skill_gap")
    moves = edge_of(world, "TRANSITIONS_TO", "r-engineer", "r-lead")
    found = ask(AUDITOR, LINEAGE, {"edge": moves})["data"]["lineage"]
    assert found["answers"] == [{"id": path, "question": "career_path"}]
    assert (found["examined"], found["complete"]) == (3, True)
    assert [one["type"] for one in found["statements"]] == ["TRANSITIONS_TO"]
    needs = edge_of(world, "REQUIRES_SKILL", "r-engineer", "s-python")
    users = {one["id"] for one in ask(AUDITOR, LINEAGE, {"edge": needs})["data"]["lineage"]["answers"]}
    assert gap not in users
    assert move in users
    assert lineage(world.inquiry(AUDITOR), LineageQuestion(edge="no such edge")).uses == ()
