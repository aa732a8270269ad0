"""What no sentence may contain, whoever worded it and whatever it states: markup, addresses, invisible characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

MAX_LENGTH = 600
MARKUP = re.compile(r"[<>{}\[\]|`\\]|\*\*|__|^\s*[#>*-]\s|&[a-z#]\w*;|\$\$?")
ADDRESS = re.compile(
    r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+\s?(?:\.|\(dot\))\s?\w|https?:|\bwww\.|\b[\w-]+\.(?:com|org|net|io|de|fr|eu)\b",
    re.IGNORECASE,
)
LONG_NUMBER = re.compile(r"(?<!\w)\+?\d[\d ()./-]{8,}\d(?!\w)")


def unsafe(text: str, dates: Iterable[str] = ()) -> list[str]:
    """Codes ``shape``, ``markup`` and ``pii_or_link``. ``dates`` are forms of dates that the claim states."""
    codes = []
    if len(text) > MAX_LENGTH or any(unicodedata.category(char)[0] == "C" for char in text):
        codes.append("shape")
    if MARKUP.search(text):
        codes.append("markup")
    if ADDRESS.search(text) or LONG_NUMBER.search(_without(text, sorted(dates, key=len, reverse=True))):
        codes.append("pii_or_link")
    return codes


def foreign_letters(text: str) -> bool:
    """Whether a letter of another script than Latin is in the text (names of the claim taken out)."""
    return any(char.isalpha() and not unicodedata.name(char, "").startswith("LATIN") for char in text)


def _without(text: str, parts: Collection[str]) -> str:
    for part in parts:
        text = text.replace(part, " ")
    return text
