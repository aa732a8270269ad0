"""A sentence as tokens: names and numbers of the claim by the slots they may stand for, everything else as words."""

# ruff: noqa: RUF001  # quotation marks and dashes as people write them

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reasoning.evidence import Claim
from reasoning.narrators.spoken import DATE_SLOTS, DECIMAL_MARK, ISO_DATE, followed, spoken
from reasoning.phrasing.automaton import Token
from reasoning.phrasing.locales import LOCALES

FIRST_MARK = 0xE000
MAX_TOKENS = 120
MARK = "[\ue000-\uf8ff]"
QUOTED = re.compile(rf"[\"“”„«‹‘‚']\s?({MARK})\s?[\"”“»›’']")
PIECE = re.compile(
    rf"(?P<mark>{MARK})|(?P<number>[0-9](?:[0-9.,]*[0-9])?)"
    r"|(?P<word>[^\W\d_]+(?:['-][^\W\d_]+)*'?)|(?P<tail>-[^\W\d_]+|'s\b|')"
    r"|(?P<space>[\s,]+)|(?P<stop>[;:–—]|-(?=\s))|(?P<sign>[()%])|(?P<other>.)"
)
UNFINISHED = set(",;:-–—(")
SIGNS = {"(": "lpar", ")": "rpar", "%": "%"}
GROUPING: Mapping[str, tuple[str, ...]] = {"en": (",",), "de": (".",), "fr": ()}
AT_PRESENT = {"currently": "now", "derzeit": "jetzt", "aktuell": "jetzt", "actuellement": "maintenant"}
"""Words for the present that are silent, by the word that phrasings use where they are not."""
PRESENT = frozenset(AT_PRESENT)
"""Silent words that say no more than the present tense does, so not of what ends, went before or is taken."""
ENDING = frozenset({"until", "then", "active", "as_of", "last"})
COPULAS = frozenset({"is", "as", "been", "be", "being", "ist", "war", "als", "est", "comme"})
"""Before an article and a name: somebody "is the analyst" who may be one of several, so there the article counts."""
DEFINITE = frozenset({"the", "die", "das", "le", "la"})
NUMBER_WORDS: Mapping[str, tuple[str, ...]] = {
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    "de": ("null", "", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    "fr": ("zéro", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
}
"""Small whole numbers as words. One is an article in German and French, so it is not told as a number there."""
MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "de": (
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence taken apart. ``names`` are the forms found, with the slots they may stand for; ``words`` the rest.

    ``masked`` is the text without the names of the claim.
    """

    tokens: tuple[Token, ...]
    names: tuple[Token, ...]
    numbers: tuple[str, ...]
    words: tuple[str, ...]
    masked: str
    strange: bool


@dataclass(frozen=True, slots=True)
class Forms:
    """How the slots of a claim may be written: names (and dates) and numbers, each with its slots.

    ``silent`` words are no tokens.
    """

    names: Mapping[str, Token]
    numbers: Mapping[str, Token]
    silent: frozenset[str]


def forms(claim: Claim, language: str) -> Forms:
    """Every accepted way of writing each slot in the language."""
    names: dict[str, set[str]] = {}
    numbers: dict[str, set[str]] = {}
    slots = followed(claim.slots)
    for name, text in spoken(claim.slots, language).items():
        value = slots.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            for form in _numbers(value, text, language):
                numbers.setdefault(form, set()).add("{" + name + "}")
        elif text:
            for form in _dates(str(value), language) if name in DATE_SLOTS else _names(text):
                names.setdefault(form, set()).add("{" + name + "}")
    for form in list(names):
        # a name that is itself one word or number may stand as that, too
        if PIECE.fullmatch(form):
            names[form].add(form.casefold())
            names[form] |= numbers.get(form, set())
    return Forms(
        {form: frozenset(of) for form, of in names.items()},
        {form: frozenset(of) for form, of in numbers.items()},
        LOCALES[language].silent - (PRESENT if slots.keys() & ENDING else frozenset()),
    )


def taken_apart(text: str, known: Forms) -> Said:
    """The tokens of a sentence; its last full stop does not count."""
    plain = re.sub(MARK, "\ufffd", unicodedata.normalize("NFC", text)).replace("\u2019", "'")
    masked, marks = _masked(plain, known.names)
    masked = QUOTED.sub(r"\1", masked).rstrip()
    masked = masked[:-1] if masked.endswith(".") else masked
    tokens, numbers, words = list[Token](), list[str](), list[str]()
    strange = masked.rstrip()[-1:] in UNFINISHED
    if strange:
        tokens.append(_plain(""))
    for found in PIECE.finditer(masked):
        piece, kind = found.group(), found.lastgroup
        if kind == "mark":
            tokens.append(marks[ord(piece) - FIRST_MARK])
        elif kind == "number":
            numbers.append(piece)
            tokens.append(known.numbers.get(piece) or _plain(piece))
        elif kind in ("word", "tail"):
            # capitals throughout spell a name ("IT"), not the word that the phrasings know
            word = piece if len(piece) > 1 and piece.isupper() else piece.casefold()
            words.append(word)
            if word not in known.silent or (word in DEFINITE and _is_sole(masked, found)):
                tokens.append(_plain(AT_PRESENT.get(word, word)) | known.numbers.get(word, frozenset()))
        elif kind == "stop":
            tokens.append(_plain(";"))
        elif kind == "sign":
            tokens.append(_plain(SIGNS[piece]))
        elif kind == "other":
            strange = True
            tokens.append(_plain(piece))
    names = tuple(marks[ord(char) - FIRST_MARK] for char in masked if char >= "\ue000" and char <= "\uf8ff")
    return Said(tuple(tokens), names, tuple(numbers), tuple(words), re.sub(MARK, " ", masked), strange)


def _is_sole(masked: str, article: re.Match[str]) -> bool:
    """Whether the article stands between a copula and a name."""
    before, after = masked[: article.start()].split(), masked[article.end() :].lstrip()
    return bool(before) and before[-1].casefold() in COPULAS and re.match(MARK, after) is not None


@lru_cache(maxsize=4096)
def _plain(word: str) -> Token:
    return frozenset({word})


def _masked(text: str, names: Mapping[str, Token]) -> tuple[str, list[Token]]:
    """The text with a mark for each name, longer names first, so that one inside another is not mistaken for it."""
    marks: list[Token] = []
    for form in sorted(names, key=lambda form: (-len(form), form)):
        if form not in text:
            continue
        mark = chr(FIRST_MARK + len(marks))
        marks.append(names[form])
        text = _replaced(text, form, mark)
    return text, marks


def _replaced(text: str, form: str, mark: str) -> str:
    kept, at = [], 0
    while (found := text.find(form, at)) >= 0:
        end = found + len(form)
        whole = not joined(text[max(found - 1, 0) : found], form[0]) and not joined(text[end : end + 1], form[-1])
        kept.append(text[at:found] + (mark if whole else text[found:end]))
        at = end
    return "".join([*kept, text[at:]])


def joined(outside: str, inside: str) -> bool:
    """Whether two neighbouring characters belong to one word or number (an apostrophe and a hyphen part words)."""
    return bool(outside) and inside.isalnum() and (outside.isalnum() or outside == "_")


def _names(text: str) -> Iterator[str]:
    """A name, also with its first letter large or small, as at the beginning of a sentence."""
    text = unicodedata.normalize("NFC", text).replace("\u2019", "'")
    yield text
    for first in (text[0].upper(), text[0].lower()):
        if len(first) == 1 and len(text) > 1 and not text[1].isupper():
            yield first + text[1:]


def _numbers(value: float, text: str, language: str) -> Iterator[str]:
    yield text
    mark = DECIMAL_MARK[language]
    if value in range(len(NUMBER_WORDS[language])) and NUMBER_WORDS[language][int(value)]:
        yield NUMBER_WORDS[language][int(value)]
    if isinstance(value, int):
        for group in GROUPING[language] if abs(value) >= 1000 else ():
            yield f"{value:,}".replace(",", group)
        return
    if round(value, 1) == value:
        yield f"{value:.1f}".replace(".", mark)
    if mark != "." and "," in text:
        yield text.replace(",", ".")


def _dates(value: str, language: str) -> Iterator[str]:
    yield value
    found = ISO_DATE.fullmatch(value)
    if found is None:
        return
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return
    month = MONTHS[language][day.month - 1]
    if language == "en":
        yield from (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", f"{month} {day.day} {day.year}")
    elif language == "de":
        yield from (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", f"{day.day}. {month} {day.year}")
    else:
        ordinal = "1er" if day.day == 1 else str(day.day)
        yield from (f"{day:%d/%m/%Y}", f"{ordinal} {month} {day.year}")
