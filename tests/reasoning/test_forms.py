"""The same sentence in another form (brackets, numbers in words, a word for the present) is the same sentence."""

from __future__ import annotations

import pytest

from reasoning.evidence import Claim, ClaimKind, SlotValue
from reasoning.style import Style
from reasoning.wording import check_text


def claim(kind: ClaimKind, **slots: SlotValue) -> Claim:
    return Claim("c1", kind, slots, ())


def codes(one: Claim, text: str, locale: str = "en") -> list[str]:
    return check_text(one, text, exact=False, style=Style(locale))


MOVES = claim(ClaimKind.PATH_STEP_OBSERVED, origin="Data analyst", destination="Data scientist", count=3)
CAPACITY = claim(ClaimKind.MENTOR_CAPACITY, mentor="Person 77", skill="Python", capacity=2, active=1)
UNIT = claim(ClaimKind.MENTOR_UNIT, mentor="Person 77", person="Person 412", unit="Data", other="Grid", steps=2)


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("en", "Three moves from Data analyst to Data scientist were observed.", "Four"),
        ("de", "Drei Wechsel von Data analyst zu Data scientist wurden beobachtet.", "Vier"),
        ("fr", "Trois passages du poste Data analyst au poste Data scientist ont été observés.", "Quatre"),
    ],
)
def test_a_number_may_be_a_word_and_must_be_the_right_one(locale: str, right: str, wrong: str) -> None:
    assert codes(MOVES, right, locale) == []
    assert codes(MOVES, f"{wrong} {right.split(maxsplit=1)[1]}", locale) != []


def test_brackets_are_read_as_stops() -> None:
    for text in (
        "Person 77 belongs to Data; Person 412 to Grid (2 steps apart in the organisation).",
        "Person 77 belongs to Data (2 steps apart in the organisation); Person 412 to Grid.",
    ):
        assert (codes(UNIT, text) == []) is text.endswith("organisation).")


def test_a_word_for_the_present_stands_where_phrasings_say_now() -> None:
    assert codes(CAPACITY, "Person 77 offers mentoring in Python to 2 people at a time and currently has 1.") == []
    assert codes(CAPACITY, "Person 77 currently offers mentoring in Python to 2 people at a time.") != []
