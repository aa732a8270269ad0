"""Reading level: the formulas by hand, syllables by example, and that a brief text is no harder than a detailed one."""

# ruff: noqa: E501  # tables read better unbroken
from __future__ import annotations

import pytest

from reasoning.evidence import ClaimKind
from reasoning.narrators.templates import render
from reasoning.reading_level import Reading, reading_level, syllables_of
from reasoning.style import SUPPORTED, Length, Style
from tests.reasoning.specimens import specimens


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", {"cat": 1, "python": 2, "level": 2, "requires": 2, "asked": 1, "needed": 2, "courses": 2, "table": 1, "the": 1}),
        ("de", {"Stufe": 2, "Anforderung": 4, "verlangt": 2, "Rolle": 2, "Fähigkeiten": 4, "ein": 1, "zu": 1, "über": 2}),
        ("fr", {"niveau": 2, "compétence": 3, "demande": 2, "poste": 1, "formation": 3, "le": 1}),
    ],
)  # fmt: skip
def test_syllables(language: str, words: dict[str, int]) -> None:
    assert {word: syllables_of(word, language) for word in words} == words


def test_the_formulas_by_hand() -> None:
    """Three words of one syllable in one sentence: only the constants and the two weights are left."""
    english, german = reading_level(["The cat sat."], "en"), reading_level(["Der Hund schlief."], "de")
    french = reading_level(["Le chat dort."], "fr")
    assert english is not None
    assert german is not None
    assert french is not None
    assert (english.words, english.sentences, english.syllables) == (3, 1, 3)
    assert english.ease == 100.0  # 206.835 - 1.015 * 3 - 84.6 = 119.19, cut
    assert german.ease == 100.0  # 180 - 3 - 58.5 = 118.5, cut
    assert french.ease == 100.0  # 207 - 1.015 * 3 - 73.6 = 130.4, cut
    hard = reading_level(["Organisational responsibilities necessitate interdisciplinary communication."], "en")
    assert hard is not None
    assert (hard.ease, hard.band) == (0.0, Reading.HARD)
    mixed = reading_level(["Person 412 has Python at level 3."], "en")
    assert mixed is not None
    # 7 words; syllables: Per-son 2, 412 3, has 1, Py-thon 2, at 1, lev-el 2, 3 1 = 12
    assert (mixed.words, mixed.syllables, mixed.ease) == (7, 12, 54.7)
    assert (mixed.band, mixed.formula) == (Reading.PLAIN, "flesch")


def test_nothing_to_read_has_no_level() -> None:
    assert reading_level([]) is None
    assert reading_level(["...", " "]) is None


@pytest.mark.parametrize("locale", SUPPORTED)
def test_every_template_can_be_read(locale: str) -> None:
    """No kind is worded harder than 20 of 100, whatever the slots, and brief is never harder on the whole."""
    eases = {}
    for length in Length:
        texts = [render(claim, Style(locale, length=length)) for kind in ClaimKind for claim in specimens(kind)]
        level = reading_level(texts, locale)
        assert level is not None
        eases[length] = level.ease
    assert min(eases.values()) > 30
    assert eases[Length.BRIEF] >= eases[Length.DETAILED] - 1
