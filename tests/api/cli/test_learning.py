"""Learning plans and unlocks as a person types them, on the sample company."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from api.cli.learning_rendering import print_learning_plan, print_unlocks
from api.cli.rendering import Footnotes
from tests.api.cli.conftest import Run

PLAN = ("query", "learning-plan", "--person", "NE-0042", "--to", "Grid Data Scientist", "--hours-per-week", "8")


def test_a_plan_is_cited_and_can_be_replanned(run: Run, sample_dir: Path, tmp_path: Path) -> None:
    given = (*PLAN, "--starts-on", "2026-12-01", "--data-dir", sample_dir)
    shown = run(*given, "--json")
    answer = json.loads(shown.out)
    assert (answer["status"], answer["gap"], answer["conflict"]) == ("OPTIMAL", 0.0, None)
    cited = {edge["id"] for edge in answer["citedEdges"]}
    assert {one for course in answer["courses"] for said in course["sentences"] for one in said["edgeIds"]} <= cited
    kept = tmp_path / "plan.json"
    kept.write_text(shown.out, "utf-8")
    first = answer["courses"][0]["course"]["name"]
    told = run(*given, "--previous", kept, "--completed", first).out
    assert "proven best" in told
    assert f"Dropped: {first} (completed;" in told
    assert told.count("Kept: ") == len(answer["courses"]) - 1


def test_unlocks_cite_what_is_still_needed(run: Run, sample_dir: Path) -> None:
    shown = run("query", "unlocks", "--person", "NE-0042", "--skills", "2", "--data-dir", sample_dir, "--json")
    answer = json.loads(shown.out)
    assert all(one["count"] == len(one["roles"]) >= 1 for one in answer["unlocks"])
    assert all("still needed:" in role["sentences"][0]["text"] for one in answer["unlocks"] for role in one["roles"])
    assert answer["citedEdges"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--previous", "no-such-plan.json"), "holds no learning plan"),
        (("--skill", "Python=high"), "states no level"),
        (("--under-way", "SD-101"), "states no hours"),
    ],
)
def test_what_cannot_be_read_is_said_with_a_remedy(run: Run, tmp_path: Path, more: tuple[str, str], said: str) -> None:
    shown = run(*PLAN, *more, "--data-dir", tmp_path)
    assert shown.code == 2
    assert said in shown.err
    assert "Traceback" not in shown.err


def printed(show: Any, answer: dict[str, Any]) -> str:
    console = Console(width=200, record=True)
    with console.capture() as capture:
        show(console, answer, Footnotes())
    return capture.get()


def named(name: str) -> dict[str, str]:
    return {"id": name, "label": "", "name": name}


def test_a_conflict_names_limits_and_what_would_do() -> None:
    remedies = [
        {"limit": "BUDGET", "stated": "100.00 EUR", "atLeast": "900.00 EUR", "needed": None, "courses": []},
        {"limit": "LANGUAGE", "stated": "de", "atLeast": "x", "needed": "x", "courses": [named("SQL")]},
    ]
    text = printed(
        print_learning_plan,
        {
            "subject": named("Ann"), "target": None, "status": "INFEASIBLE", "sentences": [], "courses": [], "open": [],
            "conflict": {"remedies": remedies, "gaps": [named("SQL")], "exhaustive": False},
            "changes": [],
        },
    )  # fmt: skip
    assert "No plan keeps all limits" in text
    assert "budget: 100.00 EUR; not enough alone; at least 900.00 EUR" in text
    assert "language: de; x would do (keeps out SQL)" in text
    assert "The search was ended at its limit" in text


def test_when_nothing_opens_a_role_the_next_thing_to_try_is_said() -> None:
    empty = {"subject": named("Ann"), "coverage": 1.0, "considered": 9, "openNow": 2, "unlocks": []}
    assert "try --skills 2, or --coverage 0.8" in printed(print_unlocks, empty)
