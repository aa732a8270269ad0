"""``cairn propose``: a feed file out of texts, ready to be looked through and loaded."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import orjson

from tests.api.cli.conftest import Run

TEXTS = """posting_id,text
X-1,"Your profile:
Strong Python programming and 3 years of machine learning
SCADA systems are a plus
Benefits
Free coffee and project management courses"
"""


def test_rows_are_proposed_with_their_sentence_and_fit_the_feed(run: Run, sample_dir: Path, tmp_path: Path) -> None:
    texts, rows, why = tmp_path / "texts.csv", tmp_path / "posting_skills.csv", tmp_path / "why.jsonl"
    texts.write_text(TEXTS, "utf-8")
    done = run("propose", "posting-skills", texts, "--out", rows, "--evidence", why, "--json", "--data-dir", sample_dir)
    assert done.code == 0, done.err
    told = orjson.loads(done.out)
    with rows.open(encoding="utf-8", newline="") as stream:
        found = {row["skill_id"]: row for row in csv.DictReader(stream)}
    assert told["proposals"] == len(found) >= 2
    assert found["python"] == {"posting_id": "X-1", "skill_id": "python", "essential": "true", "min_level": "4"}
    assert found["machine-learning"]["min_level"] == "3"
    evidence = json.loads(why.read_text("utf-8"))
    sentences = {one["skill_id"]: one["sentence"] for one in evidence["proposals"]}
    assert "Python programming" in sentences["python"]
    assert evidence["boilerplate_sentences"] == 1
    observed = ("--observed-at", "2026-10-01", "--data-dir", tmp_path / "empty", "--quiet")
    checked = run("ingest", "posting_skills", rows, "--json", *observed)
    assert checked.code in (0, 1), checked.err
    # Its posting and skills are not in that store: the rows are well formed and wait.
    assert orjson.loads(checked.out)[0]["waiting"] == len(found)


def test_a_file_without_the_columns_is_one_message(run: Run, sample_dir: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts.csv"
    texts.write_text("id,body\n1,x\n", "utf-8")
    done = run("propose", "posting-skills", texts, "--out", tmp_path / "rows.csv", "--data-dir", sample_dir)
    assert done.code == 2
    assert "posting_id" in done.err
    assert not (tmp_path / "rows.csv").exists()
