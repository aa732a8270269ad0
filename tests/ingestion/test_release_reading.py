"""The short look at a release's table: what it calls harmless can be parsed, whatever the bytes are."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.releases import _harmless

LIMIT = 5


@pytest.fixture(scope="module", autouse=True)
def short_fields() -> Iterator[None]:
    """Fields of six characters are too long already."""
    before = csv.field_size_limit(LIMIT)
    yield
    csv.field_size_limit(before)


def parsed(text: str, delimiter: str) -> bool:
    lines = io.StringIO(text, newline="")
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if delimiter == "\t" else csv.reader(lines)
    try:
        deque(rows, maxlen=0)
    except csv.Error:
        return False
    return True


@settings(max_examples=300)
@given(st.text('a",\t\r\n\0', max_size=14), st.sampled_from([",", "\t"]))
def test_what_is_called_harmless_is_parsed(text: str, delimiter: str) -> None:
    assert parsed(text, delimiter) or not _harmless(io.StringIO(text, newline=""), delimiter)


@pytest.mark.parametrize(
    ("text", "delimiter", "harmless"),
    [
        ("a,b\r\nc,d\r\n", ",", True),
        ("a\rb\r", ",", True),
        ('a,"b\nc"\n', ",", False),
        ('a\t"b\n', "\t", True),
        ("aaaaaa\n", "\t", False),
        ("", ",", True),
    ],
)
def test_what_is_harmless(text: str, delimiter: str, harmless: bool) -> None:
    assert _harmless(io.StringIO(text, newline=""), delimiter) is harmless
