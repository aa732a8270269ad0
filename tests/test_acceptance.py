"""docs/acceptance.md names tests that exist, for exactly the rows that the release is judged by."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "acceptance.md").read_text("utf-8")
ROWS = [line.strip("|").split("|") for line in PAGE.splitlines() if re.match(r"\| [DS]\d+ \|", line)]
D_ROWS = [1, 2, 3, 4, 5, 6, 7, 10, 11, 12]
S_ROWS = [
    7, 8, 9, 13, 22, 23, 24, 26, 28, 32, 33, 57, 62, 69, 81, 82, 83, 84, 93, 95, 98, 99, 100, 101, 102, 104, 105,
    106, 107, 115, 116, 118, 125, 155, 156, 157, 182,
]  # fmt: skip
IDS = [*(f"D{number}" for number in D_ROWS), *(f"S{number}" for number in S_ROWS)]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def test_the_page_has_exactly_the_rows_of_the_release() -> None:
    assert [row[0].strip() for row in ROWS] == IDS
    assert all(len(row) == 5 for row in ROWS)


def test_every_row_names_tests_and_its_limits() -> None:
    for row in ROWS:
        assert NAMED.search(row[3]), row[0]
        assert row[4].strip(), row[0]


def test_every_named_test_exists() -> None:
    named = NAMED.findall(PAGE)
    missing = [
        f"{file}::{name}"
        for file, name in named
        if not re.search(rf"^\s*(async )?def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE)
    ]
    assert missing == []
    assert len(named) == PAGE.count("`tests/") - 2  # besides: this file, and the folder


def test_every_place_exists() -> None:
    places = [place for row in ROWS for place in re.findall(r"`([\w./]+)`", row[2])]
    assert [place for place in places if place != ".ci/run" and not (ROOT / place).exists()] == []
    assert (ROOT / ".ci" / "run").exists()
