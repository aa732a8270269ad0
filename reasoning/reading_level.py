"""How easy a text is to read, by the formula that is in use for its language. It judges no sentence true or false.

Flesch reading ease (English), Amstad (German), Kandel and Moles (French): 0 is very hard, 100 very easy; all three
weigh the words of a sentence and the syllables of a word. Names of the claims count as they stand in the text: a reader
has to read them, too. Syllables are counted as groups of vowels, which errs by a few percent and not to one side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reasoning.style import SUPPORTED

WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
SENTENCE = re.compile(r"[.!?;:]+(?=\s|$)")
VOWELS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"[aeiouy]+"),
    "de": re.compile(r"aa|ee|oo|ie|ei|ai|au|äu|eu|[aeiouyäöü]"),
    "fr": re.compile(r"eau|oin|ien|oui|[aeiouyàâäéèêëîïôöùûü]{1,2}"),
}
SILENT: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?:[^aeiouy]e|[^aeiouydt]ed|[^aeiouyscgxz]es)$"),
    "de": re.compile(r"(?!)"),
    "fr": re.compile(r"(?<=[^aeiouy])(?:e|es|ent)$"),
}
EASE: Mapping[str, Callable[[float, float], float]] = {
    "en": lambda words, syllables: 206.835 - 1.015 * words - 84.6 * syllables,
    "de": lambda words, syllables: 180 - words - 58.5 * syllables,
    "fr": lambda words, syllables: 207 - 1.015 * words - 73.6 * syllables,
}
FORMULAS: Mapping[str, str] = {"en": "flesch", "de": "amstad", "fr": "kandel-moles"}


class Reading(StrEnum):
    """The usual bands of the three formulas."""

    EASY = "easy"
    PLAIN = "plain"
    DEMANDING = "demanding"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """Ease (0 very hard to 100 very easy, both ends cut), its band, the formula, and what it was computed from."""

    ease: float
    band: Reading
    formula: str
    words: int
    sentences: int
    syllables: int


def reading_level(texts: Iterable[str], language: str = SUPPORTED[0]) -> ReadingLevel | None:
    """The level of the texts together; None where there is no word to read. A semicolon ends a sentence, too."""
    words, sentences, syllables = 0, 0, 0
    for text in texts:
        found = WORD.findall(text)
        words += len(found)
        syllables += sum(syllables_of(word, language) for word in found)
        sentences += max(1, len(SENTENCE.findall(text))) if found else 0
    if not words:
        return None
    ease = EASE[language](words / sentences, syllables / words)
    ease = round(min(100.0, max(0.0, ease)), 1)
    return ReadingLevel(ease, _band(ease), FORMULAS[language], words, sentences, syllables)


def syllables_of(word: str, language: str) -> int:
    """Groups of vowels less a silent ending, at least one. A number counts one for each of its digits."""
    if word[0].isdigit():
        return sum(char.isdigit() for char in word)
    small = word.casefold()
    count = len(VOWELS[language].findall(small))
    return max(1, count - (1 if count > 1 and SILENT[language].search(small) else 0))


def _band(ease: float) -> Reading:
    if ease >= 70:
        return Reading.EASY
    if ease >= 50:
        return Reading.PLAIN
    return Reading.DEMANDING if ease >= 30 else Reading.HARD
