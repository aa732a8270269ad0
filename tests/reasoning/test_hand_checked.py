"""Thirty questions on the sample company against the answers an expert would accept, written before looking.

``hand_checked.yaml`` holds question, expectation and reason. This file only reads and compares.
"""

from __future__ import annotations

import os
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.keys import NodeKey
from graph.snapshot import Snapshot
from ingestion.sample.generator import DEFAULT_SEED
from ingestion.sample.identity import TENANT
from ontology.errors import ConsentMissing
from reasoning.answers import CareerPathRequest, MentorMatchRequest, PathConstraints, SkillGapRequest
from reasoning.gaps import skill_gap
from reasoning.mentors import mentor_match
from reasoning.paths import career_path
from tests.ingestion.sample_world import NOW, snapshot

Case = dict[str, Any]
Found = dict[str, Any]
QUESTIONS: list[Case] = yaml.safe_load(Path(__file__).with_name("hand_checked.yaml").read_text("utf-8"))["questions"]


@cache
def world() -> Snapshot:
    """The sample company, built once from its feeds."""
    return snapshot(DEFAULT_SEED)


def at(label: str, node_id: str) -> int:
    found = world().find(NodeKey(label, TENANT, node_id))
    assert found is not None, node_id
    return found


def paths(ask: Case) -> Found:
    constraints = PathConstraints(max_steps=ask.get("max_steps", 4), only_observed=ask.get("only_observed", False))
    start = at("Role", ask["start"]) if "start" in ask else None
    person = at("Person", ask["person"]) if "person" in ask else None
    request = CareerPathRequest(at("Role", ask["role"]), person, start, 3, constraints, NOW)
    ways = [[step.destination.key.id for step in path.steps] for path in career_path(world(), request).paths]
    best = ways[0] if ways else []
    return {
        "none": not ways,
        "first": best[0] if best else None,
        "steps": len(best),
        "direct": any(len(way) == 1 for way in ways),
        "through": {role for way in ways for role in way[:-1]},
    }


def gaps(ask: Case) -> Found:
    answer = skill_gap(world(), SkillGapRequest(at("Person", ask["person"]), at("Role", ask["role"]), now=NOW))
    status = {item.skill.key.id: item.status.value for item in answer.items}
    courses = {item.skill.key.id: item.courses[0].course.key.id for item in answer.items if item.courses}
    return {
        "met": {skill for skill, found in status.items() if found == "met"},
        "unmet": {skill for skill, found in status.items() if found != "met"},
        "essentials": all(item.status.value == "met" for item in answer.items if item.essential),
        "coverage": answer.coverage,
        "course": courses,
    }


def mentors(ask: Case) -> Found:
    role = at("Role", ask["role"]) if "role" in ask else None
    skills = tuple(at("Skill", skill) for skill in ask.get("skills", ()))
    request = MentorMatchRequest(at("Person", ask["person"]), role, skills, first=200, now=NOW)
    order = [one.mentor.key.id for one in mentor_match(world(), request).candidates]
    return {"order": order, "best": order[0] if order else None}


ASKED = {"path": paths, "gap": gaps, "mentors": mentors}


def objections(case: Case) -> list[str]:
    """What the answer does otherwise than expected; empty when an expert would accept it."""
    expect = case["expect"]
    try:
        found = ASKED[case["kind"]](case["ask"])
    except ConsentMissing:
        return [] if expect.get("refused") else ["refused"]
    said = []
    for name, wanted in expect.items():
        if not _holds(name, wanted, found):
            said.append(f"{name}: wanted {wanted}, found {found.get(name, found.get('order', '')) or None}")
    return said


def _holds(name: str, wanted: Any, found: Found) -> bool:
    match name:
        case "refused":
            return False
        case "first" | "best":
            return bool(found[name] in wanted)
        case "through" | "met" | "unmet":
            return bool(set(wanted) <= found[name])
        case "steps":
            return bool(1 <= int(found["steps"]) <= wanted)
        case "direct" | "none" | "essentials":
            return bool(found[name] == wanted)
        case "coverage":
            return bool(wanted[0] <= found["coverage"] <= wanted[1])
        case "course":
            return all(found["course"].get(skill) in given for skill, given in wanted.items())
        case "top":
            first = set(found["order"][: wanted["within"]])
            some = set(wanted.get("any_of", first))
            return set(wanted.get("all_of", ())) <= first and bool(first & some)
        case "absent":
            return not set(wanted) & set(found["order"])
    raise AssertionError(name)


@pytest.mark.parametrize("case", QUESTIONS, ids=[case["id"] for case in QUESTIONS])
def test_an_expert_would_accept_the_answer(case: Case) -> None:
    said = objections(case)
    if said and "miss" in case:
        pytest.xfail(case["miss"])
    assert said == []


def table() -> str:
    """docs/hand-checked.md: the questions with what an expert accepts and why."""
    head = Path(__file__).with_name("hand_checked.md").read_text("utf-8")
    lines = [head, "| | question | accepted | why | as it is |", "|---|---|---|---|---|"]
    for case in QUESTIONS:
        accepted = "; ".join(f"{name}: {_plain(wanted)}" for name, wanted in case["expect"].items())
        verdict = f"**otherwise**: {' '.join(case['miss'].split())}" if "miss" in case else "accepted"
        lines.append(
            f"| {case['id']} | {case['question']} | {accepted} | {' '.join(case['reason'].split())} | {verdict} |"
        )
    return "\n".join(lines) + "\n"


def _plain(wanted: Any) -> str:
    if isinstance(wanted, dict):
        return ", ".join(f"{name} {_plain(value)}" for name, value in wanted.items())
    return " / ".join(map(str, wanted)) if isinstance(wanted, list) else str(wanted).lower()


def test_the_page_tells_the_table() -> None:
    page = Path(__file__).parents[2] / "docs" / "hand-checked.md"
    if os.environ.get("UPDATE_DOCS"):
        page.write_text(table(), encoding="utf-8")
    assert page.read_text("utf-8") == table()


def test_the_table_is_whole() -> None:
    assert Counter(case["kind"] for case in QUESTIONS) == {"path": 10, "gap": 10, "mentors": 10}
    assert len({case["id"] for case in QUESTIONS}) == 30
    assert all(len(case["reason"]) > 20 and case["expect"] and case["question"] for case in QUESTIONS)
    assert sum("miss" in case for case in QUESTIONS) <= 6
