"""``cairn query cohort`` on the sample company: files in, JSON, text and pairs out."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.api.cli.conftest import Run

PEOPLE = ("NE-0001", "NE-0002", "NE-0003", "NE-0004", "NE-0042")
ROLE = "Grid Data Scientist"


def written(path: Path, header: str, *rows: str) -> Path:
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def mentees(tmp_path: Path) -> Path:
    return written(
        tmp_path / "mentees.csv", "person,target_role", *(f"{one},{ROLE}" for one in PEOPLE), f"NE-9999,{ROLE}"
    )


def test_a_round_and_the_next_one(run: Run, sample_dir: Path, mentees: Path, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    given = ("query", "cohort", "--mentees", mentees, "--data-dir", sample_dir)
    first = json.loads(run(*given, "--out", pairs, "--why-not", "NE-0042:NE-0001", "--json").out)
    assert first["complete"]
    assert first["unseen"] == ["NE-9999"]
    matched = {pair["mentee"]["id"]: pair for pair in first["pairs"]}
    assert "NE-0042" in matched
    for pair in first["pairs"]:
        assert sum(part["contribution"] for part in pair["components"]) == pytest.approx(pair["score"], abs=1e-9)
        assert pair["sentences"]
        assert {edge for sentence in pair["sentences"] for edge in sentence["edgeIds"]} <= set(pair["edgeIds"])
    assert sum(one["gives"]["matched"] for one in first["objectives"] if one["chosen"]) == len(first["pairs"])
    with pairs.open(encoding="utf-8") as file:
        assert [row["mentee"] for row in csv.DictReader(file)] == list(matched)
    text = run(*given, "--previous", pairs, "--objective", "max_min", "--keep", "1").out
    assert f"* max_min       {len(matched)} matched" in text
    assert "1 named take no part" in text
    assert " before, " not in text  # every pair is kept, so no change is told


def test_files_that_cannot_be_used(run: Run, tmp_path: Path) -> None:
    for path, said in (
        (tmp_path / "absent.csv", "cannot be read"),
        (written(tmp_path / "no_id.csv", "who,target_role", "NE-0001,x"), "lacks a column"),
    ):
        outcome = run("query", "cohort", "--mentees", path)
        assert outcome.code != 0
        assert said in outcome.err
