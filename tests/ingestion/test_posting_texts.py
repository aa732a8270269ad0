"""What a posting asks for, read from its text."""

from __future__ import annotations

import csv
import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from ingestion.posting_texts import PostingText, Reading, SkillName, SkillNames, read_postings
from ingestion.posting_texts.sections import Kind, sentences

NAMES = SkillNames(
    [
        SkillName("py", ("Python", "Python programming"), 1),
        SkillName("sql", ("SQL",), 1),
        SkillName("r", ("R",), 1),
        SkillName("stats", ("statistics", "statistical methods"), 1),
        SkillName("ml", ("machine learning",), 1),
        SkillName("comm", ("communication",), 1),
        SkillName("esco-py", ("Python",), 0),
        SkillName("plan-a", ("planning",), 1),
        SkillName("plan-b", ("planning",), 1),
    ]
)

TEXT = """Data Scientist (m/f/d)
Date posted: 2026-02-03
About us
We build wind farms and we love machine learning. Communication is our strength.

Your profile:
- 5+ years of experience with Python
- Strong statistics, planning and SQL
- Experience in R is a plus
Nice to have
* Basic machine learning
Benefits
Free courses in communication. Apply by 31 March 2026.
"""


def _read(text: str, *others: str) -> Reading:
    return read_postings([PostingText("P-1", text), *(PostingText(f"O-{n}", o) for n, o in enumerate(others))], NAMES)[
        0
    ]


def _told(reading: Reading) -> dict[str, tuple[bool, float | None]]:
    return {one.skill_id: (one.essential, one.min_level) for one in reading.proposals}


def test_what_a_posting_asks_for_is_told_from_what_it_says_of_the_company() -> None:
    reading = _read(TEXT)
    assert _told(reading) == {
        "py": (True, 4.0),
        "stats": (True, 4.0),
        "sql": (True, 4.0),
        "r": (False, 3.0),
        "ml": (False, 2.0),
    }
    assert reading.left_out == 4
    assert reading.ambiguous == ("planning",)
    assert (reading.opened_on, reading.closed_on) == (date(2026, 2, 3), date(2026, 3, 31))


def test_every_proposal_shows_the_sentence_it_was_read_from() -> None:
    lines = TEXT.splitlines()
    reading = _read(TEXT)
    assert reading.proposals
    for one in reading.proposals:
        assert one.sentence in lines[one.line - 1]


def test_what_many_postings_share_is_said_of_the_company() -> None:
    shared = "You will work with SQL in a team of twenty people."
    alone = _read(f"Requirements:\nPython is needed.\n{shared}")
    among = _read(f"Requirements:\nPython is needed.\n{shared}", shared, shared)
    assert _told(alone).keys() == {"py", "sql"}
    assert _told(among).keys() == {"py"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Pythonic thinking", set[str]()),
        ("we go for it", set[str]()),
        ("our r team", set[str]()),
        ("R and SQL", {"r", "sql"}),
        ("Knowledge of python programming.", {"py"}),
        ("(Python/SQL)", {"py", "sql"}),
        ("Statistical methods, Python.", {"stats", "py"}),
    ],
)
def test_names_are_found_as_whole_words_in_any_case_but_short_ones_to_the_letter(
    sentence: str, expected: set[str]
) -> None:
    assert {skill for mention in NAMES.find(sentence) for skill in mention.skill_ids} == expected


@pytest.mark.parametrize(
    ("sentence", "essential", "level"),
    [
        ("Python", True, None),
        ("Python is preferred", False, None),
        ("Ideally you know Python", False, None),
        ("Excellent Python", True, 4.0),
        ("At least 3 years of Python", True, 3.0),
        ("10-12 years of Python", True, 5.0),
        ("Basic SQL and expert Python", True, 5.0),
        ("Grundkenntnisse in Python von Vorteil", False, 2.0),
        ("Sehr gute Kenntnisse in Python", True, 4.0),
    ],
)
def test_level_and_necessity_of_a_sentence(sentence: str, essential: bool, level: float | None) -> None:
    assert _told(_read(sentence))["py"] == (essential, level)


def test_of_several_mentions_the_stronger_counts() -> None:
    assert _told(_read("Python is a plus.\nMust have: expert Python")) == {"py": (True, 5.0)}


def test_headings_give_their_kind_to_the_lines_below() -> None:
    kinds = [sentence.kind for sentence in sentences("Requirements:\nA b\nWhat we offer\nC d\nSomething else:\nE f")]
    assert kinds == [Kind.REQUIRED, Kind.BOILERPLATE, Kind.OPEN]


@pytest.mark.requires_data
def test_names_found_in_real_postings_lie_on_what_experts_marked(shared_data: Path) -> None:
    """Precision against the expert spans of SkillSpan. The lexicon is ESCO's; recall is bounded by its wording."""
    skills = []
    with gzip.open(shared_data / "esco" / "skills.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            others = row["altLabels"].split("\n") if row["altLabels"] else []
            skills.append(SkillName(row["conceptUri"], (row["preferredLabel"], *others)))
    names = SkillNames(skills)
    hits, found = 0, 0
    with gzip.open(shared_data / "jobs" / "skillspan_train.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            tokens: list[str] = row["tokens"]
            marked = [
                skill != "O" or knowledge != "O"
                for skill, knowledge in zip(row["tags_skill"], row["tags_knowledge"], strict=True)
            ]
            ends, at = [], 0
            for token in tokens:
                ends.append((at, at + len(token)))
                at += len(token) + 1
            for mention in names.find(" ".join(tokens)):
                inside = [
                    mark
                    for (start, end), mark in zip(ends, marked, strict=True)
                    if start < mention.end and end > mention.start
                ]
                found += 1
                hits += any(inside)
    assert found > 500
    assert hits / found >= 0.5, (hits, found)
