"""Captions as they may stand in a sentence, and the short way for those that are plain already."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reasoning.citing import MAX_CAPTION, caption_text


def cleaned(caption: str) -> str:
    """The rule, in one piece."""
    plain = unicodedata.normalize("NFKC", caption)
    kept = "".join(" " if unicodedata.category(char)[0] == "C" or char in "|[]{}<>" else char for char in plain)
    return " ".join(kept.split())[:MAX_CAPTION].rstrip()


@settings(max_examples=200)
@given(st.one_of(st.text(max_size=100), st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7F), max_size=100)))
def test_the_short_way_changes_nothing(caption: str) -> None:
    assert caption_text(caption) == cleaned(caption)


@pytest.mark.parametrize(
    ("caption", "text"),
    [
        ("Grid Data Scientist", "Grid Data Scientist"),
        ("a" * MAX_CAPTION, "a" * MAX_CAPTION),
        ("a" * (MAX_CAPTION + 1), "a" * MAX_CAPTION),
        ("two  spaces", "two spaces"),
        (" before and after ", "before and after"),
        ("a|b<c>d", "a b c d"),
        ("line\nbreak", "line break"),
        ("ends with a break\n", "ends with a break"),
        ("C++ \\ C# @ 50%", "C++ \\ C# @ 50%"),
        ("", ""),
    ],
)
def test_captions(caption: str, text: str) -> None:
    assert caption_text(caption) == text
