"""What a person reads: marks, footnotes and brief answers."""

from __future__ import annotations

import io

from rich.console import Console

from api.cli.rendering import Footnotes, Json, print_mentor_match, print_sentences, print_skill_gap, spelled


def console() -> tuple[Console, io.StringIO]:
    written = io.StringIO()
    return Console(file=written, width=200, highlight=False, soft_wrap=True), written


def sentence(text: str, kind: str = "has_skill", *edges: str) -> Json:
    return {"text": text, "kind": kind, "edgeIds": list(edges)}


def edge(**given: object) -> Json:
    return {
        "type": "HOLDS_ROLE",
        "from": {"name": "Ada"},
        "to": {"name": "Analyst"},
        "confidence": 0.96,
        "validFrom": None,
        "validTo": None,
        "properties": [],
        "assertions": [],
    } | given


def test_three_marks_in_a_row_become_a_range_and_numbers_stay_with_their_edges() -> None:
    notes = Footnotes()
    assert notes.marks(["a", "b"]) == "[1][2]"
    assert notes.marks(["c", "d", "e"]) == "[3-5]"
    assert notes.marks(["a", "c", "d", "e", "f"]) == "[1][3-6]"
    assert notes.marks(["e", "a", "a"]) == "[1][5]"
    assert notes.cited() == ["a", "b", "c", "d", "e", "f"]


def test_a_footnote_states_the_dates_that_the_sentence_rests_on() -> None:
    assert spelled(edge(validFrom="2023-02-01")) == "Ada —holds role→ Analyst (from 2023-02-01); confidence 0.96"
    assert "(from 2016-11-01, to 2019-01-31)" in spelled(edge(validFrom="2016-11-01", validTo="2019-01-31"))


def test_a_footnote_says_essential_or_optional_and_whole_numbers_without_a_point() -> None:
    properties = [
        {"name": "essential", "value": "false"},
        {"name": "min_level", "value": "3.0"},
        {"name": "weight", "value": "0.34"},
    ]
    assert "(optional, min level 3, weight 0.34)" in spelled(edge(properties=properties))


def test_the_same_sentence_is_said_once() -> None:
    out, written = console()
    print_sentences(out, [sentence("A first."), sentence("B needs A."), sentence("B needs A.")], Footnotes())
    assert written.getvalue().count("B needs A.") == 1


def test_a_brief_gap_tells_the_best_course_with_what_it_needs_and_says_what_is_left_out() -> None:
    told = [
        sentence("Lacks it.", "lacks_skill", "r"),
        sentence("Best course.", "course_closes_gap", "c1"),
        sentence("Best needs basics.", "course_prerequisite", "p"),
        sentence("Other course.", "course_closes_gap", "c2"),
    ]
    items = [{"status": "MISSING", "skill": {"name": f"S{n}"}, "sentences": told} for n in range(3)]
    items.insert(0, {"status": "MET", "skill": {"name": "Held"}, "sentences": [sentence("Meets it.")]})
    answer = {"subject": {"name": "Ada"}, "target": {"name": "Lead"}, "sentences": [], "items": items}
    out, written = console()
    print_skill_gap(out, answer, Footnotes(), brief=2)
    said = written.getvalue()
    assert said.count("Best needs basics.") == 2
    assert "Other course." not in said
    assert "Meets it." not in said
    assert "and 1 more; " in said
    out, written = console()
    print_skill_gap(out, answer, Footnotes())
    assert written.getvalue().count("Other course.") == 3


def test_a_brief_mentor_match_keeps_what_is_not_a_skill() -> None:
    told = [
        *(sentence(f"Has skill {n}.", "mentor_skill", f"e{n}") for n in range(6)),
        sentence("Moved.", "mentor_move"),
    ]
    candidate = {"mentor": {"name": "Bo"}, "score": 0.7, "sentences": told}
    answer = {"subject": {"name": "Ada"}, "target": None, "sentences": [], "candidates": [candidate]}
    out, written = console()
    print_mentor_match(out, answer, Footnotes(), brief=True)
    said = written.getvalue()
    assert "Has skill 3." in said
    assert "Has skill 4." not in said
    assert "and 2 more; " in said
    assert "Moved." in said
