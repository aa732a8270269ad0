"""``cairn transition`` and ``cairn adjacent`` on the sample company: one role, many roles, roles that are not there."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.api.cli.conftest import Run

DATA = "--data-dir"


def test_one_move_as_json_adds_up(run: Run, sample_dir: Path) -> None:
    listed = json.loads(run("adjacent", "grid-data-scientist", "--first", "3", "--json", DATA, sample_dir).out)
    assert [one["rank"] for one in listed["roles"]] == [1, 2, 3]
    near = listed["roles"][0]["id"]
    shown = run("transition", "grid-data-scientist", near, "--json", DATA, sample_dir)
    assert shown.code == 0
    move = json.loads(shown.out)
    assert move["score"] == pytest.approx(listed["roles"][0]["score"], abs=2e-6)
    assert sum(part["contribution"] for part in move["components"]) == pytest.approx(move["score"], abs=1e-6)
    assert move["direction"] in ("up", "lateral", "down")
    assert any(ground["edgeIds"] for part in move["components"] for ground in part["evidence"])


def test_a_move_for_people_names_both_roles(run: Run, sample_dir: Path) -> None:
    shown = run("transition", "Grid Data Scientist", "Grid Data Scientist", DATA, sample_dir)
    assert shown.code == 0
    assert "Grid Data Scientist to Grid Data Scientist" in " ".join(shown.out.split())


def test_pairs_in_scores_out_with_unknown_ids_empty_and_counted(run: Run, sample_dir: Path, tmp_path: Path) -> None:
    given, got = tmp_path / "pairs.csv", tmp_path / "scores.csv"
    given.write_text("note,from,to\nx,grid-data-scientist,nobody\ny,grid-data-scientist,grid-data-scientist\n")
    shown = run("transition", "--batch", given, "--out", got, DATA, sample_dir)
    assert shown.code == 0
    assert "1 ids are not in the graph" in shown.err
    with got.open(newline="") as file:
        unknown, known = list(csv.DictReader(file))
    assert unknown == {"from": "grid-data-scientist", "to": "nobody", "score": "", "direction": ""}
    assert 0.9 < float(known["score"]) <= 1
    assert known["direction"] == "lateral"


def test_roles_in_lists_out(run: Run, sample_dir: Path, tmp_path: Path) -> None:
    given, got = tmp_path / "roles.csv", tmp_path / "lists.csv"
    given.write_text("role\ngrid-data-scientist\nnobody\n")
    shown = run("adjacent", "--batch", given, "--by", "similarity", "--first", "4", "--out", got, DATA, sample_dir)
    assert shown.code == 0
    with got.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["rank"] for row in rows] == ["1", "2", "3", "4", ""]
    assert rows[-1] == {"role": "nobody", "rank": "", "neighbour": "", "score": ""}
    assert "grid-data-scientist" not in {row["neighbour"] for row in rows}


@pytest.mark.parametrize(
    "arguments",
    [
        ("transition",),
        ("transition", "a"),
        ("transition", "nobody", "nothing"),
        ("transition", "--batch", "no-such-file.csv", "--out", "x.csv"),
        ("adjacent",),
        ("adjacent", "nobody"),
        ("adjacent", "--batch", "no-such-file.csv"),
    ],
)
def test_bad_input_is_one_message_with_a_remedy(run: Run, sample_dir: Path, arguments: tuple[str, ...]) -> None:
    shown = run(*arguments, DATA, sample_dir)
    assert shown.code == 2
    assert "cairn:" in shown.err
    assert "Traceback" not in shown.err
