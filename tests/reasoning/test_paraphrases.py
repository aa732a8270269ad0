"""True paraphrases by several hands are accepted; what only looks like one is not."""

from __future__ import annotations

from collections import Counter

import pytest

from reasoning.style import SUPPORTED, Style
from reasoning.wording import check_text
from tests.reasoning.hands import FIRST, OWN, Written, written

PARAPHRASES = written("paraphrases")
NEAR_MISSES = written("near_misses")


def codes(one: Written) -> list[str]:
    return check_text(one.claim, one.text, exact=False, style=Style(one.locale))


def share(sentences: list[Written]) -> float:
    return sum(not codes(one) for one in sentences) / len(sentences)


def test_there_are_enough_by_more_than_one_hand() -> None:
    assert len(PARAPHRASES) >= 300
    assert {one.locale for one in PARAPHRASES} == set(SUPPORTED)
    assert len({one.hand for one in PARAPHRASES} - OWN) >= 1
    assert min(Counter(one.locale for one in PARAPHRASES).values()) >= 90


@pytest.mark.parametrize("locale", SUPPORTED)
def test_nine_in_ten_are_accepted(locale: str) -> None:
    """On failure the rest is listed by code."""
    sentences = [one for one in PARAPHRASES if one.locale == locale]
    rest = {one.text: found for one in sentences if (found := codes(one))}
    assert share(sentences) >= 0.9, rest


def test_nine_in_ten_of_those_held_out_are_accepted() -> None:
    """By the hand that wrote the phrasings; other hands never saw them."""
    assert share([one for one in PARAPHRASES if one.hand in FIRST and one.held_out]) >= 0.9


def test_nine_in_ten_of_other_hands_are_accepted() -> None:
    """As of today; at the first reading it was fewer, see docs/verification.md."""
    assert share([one for one in PARAPHRASES if one.hand not in OWN]) >= 0.9


@pytest.mark.parametrize("one", NEAR_MISSES, ids=lambda one: f"{one.claim.id}-{one.locale}")
def test_what_says_more_than_is_proved_is_rejected(one: Written) -> None:
    assert codes(one) != []
    assert "wording" in check_text(one.claim, one.text, exact=True, style=Style(one.locale))


def test_a_rejected_paraphrase_names_a_reason() -> None:
    for one in PARAPHRASES + NEAR_MISSES:
        assert all(code.isidentifier() for code in codes(one))
