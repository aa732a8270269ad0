"""What no sentence may contain, whoever worded it and whatever it states: markup, addresses, invisible characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

MAX_LENGTH = 600
MARKUP = re.compile(r"[<>{}\[\]|`\\]|\*\*|__|^\s*[#>*-]\s|&[a-z#]\w*;|\$\$?")
ADDRESS = re.compile(
    r"\w\s?(?:@|\(at\)|\[at\])\s?\w|https?:|\bwww\.|(?<=\w)\.(?:com|org|net|io|de|fr|eu|example)\b", re.IGNORECASE
)
SPACES = str.maketrans("\u00a0\u202f", "  ")
"""Spaces that do not break, as French writes them. Every other invisible character is refused."""
LONG_NUMBER = re.compile(r"(?<!\w)\+?\d[\d ()./-]{8,}\d(?!\w)")


def unsafe(text: str, dates: Iterable[str] = ()) -> list[str]:
    """Codes ``shape``, ``markup`` and ``pii_or_link``. ``dates`` are forms of dates that the claim states."""
    codes = []
    if len(text) > MAX_LENGTH or not text.translate(SPACES).isprintable():
        codes.append("shape")
    if MARKUP.search(text):
        codes.append("markup")
    if ADDRESS.search(text) or LONG_NUMBER.search(_without(text, sorted(dates, key=len, reverse=True))):
        codes.append("pii_or_link")
    return codes


def foreign_letters(text: str) -> bool:
    """Whether a letter of another script than Latin is in the text (names of the claim taken out)."""
    return any(ord(char) > 0x24F and char.isalpha() and "LATIN" not in unicodedata.name(char, "") for char in text)


def _without(text: str, parts: Collection[str]) -> str:
    for part in parts:
        text = text.replace(part, " ")
    return text
