"""Captions as they may stand in a sentence, and the short way for those that are plain already."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reasoning.citing import MAX_CAPTION, MOST_SHARED, Citations, SharedEdges, caption_text, keep
from reasoning.derived import derived
from tests.reasoning.companies import solara


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


def test_only_edges_that_join_no_people_are_kept_for_the_next_answer() -> None:
    snapshot = solara()[0].snapshot()
    cited = {kind: Citations(snapshot).edge((kind, 0)) for kind in ("HAS_SKILL", "REPORTS_TO", "REQUIRES_SKILL")}
    again = {kind: Citations(snapshot).edge((kind, 0)) for kind in cited}
    assert again == cited
    assert {kind for kind in cited if again[kind] is cited[kind]} == {"REQUIRES_SKILL"}
    shared = derived(snapshot, SharedEdges).values()
    assert {edge.start.key.label for edge in shared} | {edge.end.key.label for edge in shared} == {"Role", "Skill"}


def test_a_full_shelf_is_emptied() -> None:
    shelf = dict.fromkeys(range(MOST_SHARED - 1), "kept")
    assert keep(shelf, -1, "last") == "last"
    assert len(shelf) == MOST_SHARED
    assert keep(shelf, -2, "first") == "first"
    assert list(shelf.items()) == [(-2, "first")]
