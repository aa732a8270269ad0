"""Documents, plays and themes as text: quotes, footnotes, and what is said when there is nothing."""

from __future__ import annotations

from typing import Any

from rich.console import Console

from api.cli.document_query import print_documents, print_plays
from api.cli.rendering import Footnotes
from api.cli.themes import print_themes

SENTENCE = {"text": "Said.", "kind": "passage_in_force", "edgeIds": ["e1"], "origin": "template"}
HIT: dict[str, Any] = {
    "document": {"name": "Travel [policy]"}, "version": "2.0", "section": "Trains", "quote": "Second class.",
    "sentences": [SENTENCE],
}  # fmt: skip
FOUND: dict[str, Any] = {
    "asOf": "2026-06-01", "question": "Which class?", "found": True, "considered": 7, "confidence": 0.9,
    "threshold": 0.5, "mode": "HYBRID", "passages": [HIT],
}  # fmt: skip


def printed(show: Any, answer: dict[str, Any]) -> str:
    console = Console(record=True, width=200, color_system=None)
    show(console, answer, Footnotes())
    return console.export_text()


def test_a_passage_is_quoted_with_its_version_and_footnote() -> None:
    text = printed(print_documents, FOUND)
    assert "1. Travel [policy], version 2.0, Trains" in text
    assert "\u201cSecond class.\u201d" in text
    assert "Said. [1]" in text
    assert "hybrid search" in text


def test_not_found_and_nothing_there_are_told_apart() -> None:
    nothing = printed(print_documents, {**FOUND, "found": False, "passages": []})
    assert "Not found: none of the 7 passages" in nothing
    assert "cairn ingest documents" in printed(print_documents, {**FOUND, "found": False, "considered": 0})


def test_a_play_is_told_with_its_rule_in_words() -> None:
    play = {"play": {"name": "Play 7"}, "rule": '[{"new_in_role":{"months":12}}]', "sentences": [SENTENCE]}
    answer = {"subject": {"name": "Ada"}, "considered": 6, "plays": [play]}
    assert "1. Play 7  rule: in the present role for at most 12 months" in printed(print_plays, answer)
    assert "None of the 6 declared situations holds." in printed(print_plays, {**answer, "plays": []})


def test_a_theme_is_told_with_the_edges_that_stand() -> None:
    theme = {
        "report": {"name": "Data"}, "origin": "template", "edgesStanding": 3, "edgeIds": ["a", "b", "c", "d"],
        "text": "Roles (1): Analyst.\nSkills (2): A, B.", "sentences": [SENTENCE],
    }  # fmt: skip
    answer = {"question": "What?", "considered": 2, "themes": [theme]}
    text = printed(print_themes, answer)
    assert "1. Data  template, 3 of 4 edges standing" in text
    assert "     Skills (2): A, B." in text
    assert "cairn themes build" in printed(print_themes, {**answer, "considered": 0, "themes": []})
    assert "None of 2 reports fits." in printed(print_themes, {**answer, "themes": []})
