"""The three answers over GraphQL: typed, cited, each citation resolving through edge(id), names where allowed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from api.inquiry import Inquiry
from api.readback import CHUNK, read_back
from api.use_cases.skill_gap import SkillGapQuestion, skill_gap
from graph.scope import Purpose
from tests.api.company import pseudonym
from tests.api.conftest import ANN, BOB, COACH, PLANNER, Ask, World
from tests.api.fakes import nothing_released
from tests.api.questions import EDGES_BY_ID, GAP, MENTORS, PATH, PURPOSES, QUESTIONS, SEARCH


def edge_ids(value: Any) -> set[str]:
    """Every edge id that an answer cites, wherever it stands."""
    if isinstance(value, list):
        return set().union(*(edge_ids(one) for one in value))
    if not isinstance(value, dict):
        return set()
    own = set(value.get("edgeIds") or ())
    evidence = {edge["id"] for edge in value.get("evidence") or ()}
    return own | evidence | set().union(*(edge_ids(one) for one in value.values()))


def test_a_path_step_by_step(ask: Ask) -> None:
    answer = ask(ANN, PATH, {"input": {"targetRole": "r-lead"}})["data"]["careerPath"]
    assert answer["complete"] is True
    assert answer["subject"]["name"] == "Ann Arbor"
    best = answer["paths"][0]
    assert [(step["from"]["name"], step["to"]["name"]) for step in best["steps"]] == [
        ("Data analyst", "Data engineer"),
        ("Data engineer", "Data lead"),
    ]
    assert [[one["name"] for one in step["gained"]] for step in best["steps"]] == [["Python"], ["Team leadership"]]
    assert all(step["evidence"][0]["type"] == "TRANSITIONS_TO" for step in best["steps"])
    assert best["sentences"]


def test_limits_in_conflict_are_named_with_what_would_do(ask: Ask) -> None:
    limits = {"maxMonths": 1.0, "maxSteps": 3, "avoid": ["r-engineer"]}
    answer = ask(ANN, PATH, {"input": {"targetRole": "r-lead", "constraints": limits}})["data"]["careerPath"]
    assert answer["paths"] == []
    assert answer["complete"] is True
    conflict = answer["conflict"]
    assert [one["kind"] for one in conflict["constraints"]] == ["MAX_MONTHS"]
    assert conflict["constraints"][0]["helpsAlone"] is False
    assert conflict["smallest"] is True
    assert conflict["more"] is True
    assert [step["to"]["name"] for step in conflict["without"]["steps"]] == ["Data engineer", "Data lead"]
    assert all(sentence["edgeIds"] for sentence in conflict["without"]["sentences"])


def test_wishes_and_distance_are_stated(ask: Ask) -> None:
    given = {"targetRole": "r-lead", "minDiversity": 1.0, "preferences": [{"kind": "OPENING", "months": 2.0}]}
    answer = ask(ANN, PATH, {"input": given})["data"]["careerPath"]
    assert answer["minDiversity"] == 1.0
    best = answer["paths"][0]
    assert best["preferenceCost"] == 2.0 * len(best["steps"])
    wish = {"kind": "OPENING", "months": 2.0, "text": None, "number": None}
    assert [step["unmet"] for step in best["steps"]] == [[wish]] * len(best["steps"])
    assert best["distance"] is None


@pytest.mark.parametrize(
    "bad",
    [
        {"minDiversity": 1.5},
        {"preferences": [{"kind": "OBSERVED", "months": -1.0}]},
        {"constraints": {"budget": -1.0}},
        {"constraints": {"kinds": ["LEARNING"]}},
        {"constraints": {"maxSteps": 9}},
    ],
)
def test_limits_out_of_range_are_refused(ask: Ask, bad: dict[str, Any]) -> None:
    answer = ask(ANN, PATH, {"input": {"targetRole": "r-lead"} | bad})["data"]["careerPath"]
    assert answer["code"] == "BAD_USER_INPUT"


def test_a_path_between_roles_concerns_nobody(ask: Ask) -> None:
    answer = ask(PLANNER, PATH, {"input": {"startRole": "r-analyst", "targetRole": "r-lead"}})["data"]["careerPath"]
    assert answer["__typename"] == "CareerPathAnswer"
    assert answer["subject"] is None
    assert len(answer["paths"][0]["steps"]) == 2


def test_a_gap_with_the_course_that_closes_it(ask: Ask) -> None:
    answer = ask(ANN, GAP, {"input": {"targetRole": "r-engineer"}})["data"]["skillGap"]
    found = {item["skill"]["name"]: item for item in answer["items"]}
    assert found["SQL"]["status"] == "MET"
    assert found["Python"]["status"] == "MISSING"
    assert [course["course"]["name"] for course in found["Python"]["courses"]] == ["Python in a month"]
    assert answer["coverage"] == 0.5


def test_mentors_are_those_who_offer_and_agreed(ask: Ask) -> None:
    answer = ask(ANN, MENTORS, {"input": {"skills": ["s-python"]}})["data"]["mentorMatch"]
    assert [one["mentor"]["name"] for one in answer["candidates"]] == ["Dan Dogwood"]
    assert answer["candidates"][0]["mentor"]["pseudonymous"] is False


def test_a_coach_also_sees_mentors_who_do_not_offer(ask: Ask) -> None:
    answer = ask(COACH, MENTORS, {"input": {"person": "E1", "skills": ["s-python"]}})["data"]["mentorMatch"]
    assert {one["mentor"]["name"] for one in answer["candidates"]} == {"Dan Dogwood", "Fay Fir"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_cited_edge_resolves_to_its_source(ask: Ask, question: str) -> None:
    document, given = QUESTIONS[question]
    answer = ask(ANN, document, {"input": given})["data"][question]
    cited = sorted(edge_ids(answer))
    assert len(cited) >= 3
    assert ask(ANN, EDGES_BY_ID, {"ids": cited}).get("errors") is None
    for variables in ({"ids": cited}, {"ids": cited, "purpose": PURPOSES[question]}):
        resolved = ask(ANN, EDGES_BY_ID, variables)["data"]["edges"]
        assert [edge["id"] for edge in resolved] == cited
        for edge in resolved:
            assert edge["assertions"][0]["record"].startswith("feed:")
            assert edge["assertions"][0]["source"]["dataset"] == "HR of acme"
            assert edge["assertions"][0]["payload"] is None


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_state_their_snapshot(ask: Ask, question: str) -> None:
    document, given = QUESTIONS[question]
    snapshot = ask(ANN, document, {"input": given})["data"][question]["snapshot"]
    assert snapshot == {
        "version": "acme@7+_ref@2",
        "tenantVersion": 7,
        "referenceVersion": 2,
        "readAt": "2026-06-01T12:00:00+00:00",
        "ageSeconds": 1.5,
        "stalenessBoundSeconds": 30.0,
    }


def test_the_same_question_gives_the_same_answer(ask: Ask) -> None:
    for question, (document, given) in QUESTIONS.items():
        first, second = (ask(ANN, document, {"input": given}) for _ in range(2))
        assert first == second, question


def test_a_manager_reads_the_names_of_the_reporting_line_only(ask: Ask) -> None:
    answer = ask(BOB, PATH, {"input": {"person": "E1", "targetRole": "r-lead"}})["data"]["careerPath"]
    assert answer["subject"]["name"] == "Ann Arbor"
    assert "Ann Arbor" in str(answer)
    assert pseudonym("E1") not in str(answer)


def test_gone_edges_take_their_part_and_its_sentences_with_them(ask: Ask, world: World) -> None:
    before = ask(ANN, GAP, {"input": {"targetRole": "r-engineer"}})["data"]["skillGap"]
    python = next(item for item in before["items"] if item["skill"]["name"] == "Python")
    gone = next(edge["id"] for edge in python["evidence"] if edge["type"] == "REQUIRES_SKILL")
    del world.company.store.edge_records[gone]
    after = ask(ANN, GAP, {"input": {"targetRole": "r-engineer"}})["data"]["skillGap"]
    assert after["complete"] is False
    assert [item["skill"]["name"] for item in after["items"]] == ["SQL"]
    assert after["coverage"] is None
    assert {(one["what"], one["code"]) for one in after["withheld"]} >= {("requirement", "EVIDENCE_GONE")}
    assert gone in edge_ids(after["withheld"])
    assert gone not in edge_ids([after["items"], after["sentences"]])
    assert "Python" not in str([after["items"], after["sentences"]])


def test_a_path_over_a_gone_transition_is_not_shown(ask: Ask, world: World) -> None:
    store = world.company.store
    world.snapshots.current("acme")
    gone = [
        one.edge_id
        for one in store.edge_records.values()
        if one.rel_type == "TRANSITIONS_TO" and one.end.id == "r-lead"
    ]
    for edge_id in gone:
        del store.edge_records[edge_id]
    answer = ask(ANN, PATH, {"input": {"targetRole": "r-lead"}})["data"]["careerPath"]
    shown = [step["evidence"] for path in answer["paths"] for step in path["steps"]]
    assert not set(gone) & edge_ids(shown)
    assert any(one["what"] == "path" for one in answer["withheld"])


def test_search_finds_the_catalogue_and_the_people_one_may_see(ask: Ask) -> None:
    def names(principal: Any, text: str) -> list[str]:
        found = ask(principal, SEARCH, {"input": {"text": text}})["data"]["search"]
        return [hit["node"]["name"] for hit in found["hits"]]

    assert names(ANN, "data engineer")[0] == "Data engineer"
    assert names(ANN, "data enginer")[0] == "Data engineer"
    assert "Dan Dogwood" in names(ANN, "Dan Dogwood")
    assert "Ann Arbor" in names(ANN, "Ann Arbor")
    for hidden in ("Abe Alder", "Eve Elm", "Fay Fir", "Ann Rival", "Rita Rival"):
        assert hidden not in names(ANN, hidden)
        assert hidden not in names(PLANNER, hidden)
    assert "Abe Alder" in names(BOB, "Abe Alder")
    assert "Eve Elm" not in names(COACH, "Eve Elm")
    assert "Fay Fir" in names(COACH, "Fay Fir")
    assert names(PLANNER, "Dan Dogwood") == [] or "Dan Dogwood" not in names(PLANNER, "Dan Dogwood")


def test_what_the_verifier_drops_is_said_to_be_missing(world: World) -> None:
    deps = replace(world.deps, reasoning=replace(world.deps.reasoning, release=nothing_released))
    answer = skill_gap(Inquiry(deps, ANN), SkillGapQuestion("r-engineer"))
    assert answer.sentences == {}
    assert {one.code for one in answer.withheld} == {"UNVERIFIED"}
    assert len(answer.answer.items) == 2, "the facts stay"


def test_large_answers_are_read_back_in_parts(world: World) -> None:
    store = world.company.store
    ids = [edge_id for edge_id, one in store.edge_records.items() if one.properties["scopes"] == ["public"]]
    many = [f"{at:032x}" for at in range(1000)]
    store.calls.clear()
    found = read_back(store, ANN.scope(Purpose.PUBLIC), [*ids, *many], world.now)
    assert set(found) == {one for one in ids if store.edge_records[one].properties["tenant_id"] in ("acme", "_ref")}
    assert store.calls.count("edges") == -(-(len(ids) + len(many)) // CHUNK)
