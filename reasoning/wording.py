"""Checks of a sentence against its claim, whoever worded it: names, numbers, direction, no word beyond the claim."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

from reasoning.evidence import Claim, SlotValue
from reasoning.lexicon import (
    NEGATIONS,
    NUMBER_WORDS,
    OVERCLAIMS,
    PREDICATES,
    allowed_words,
    slot_order,
    words_of,
)
from reasoning.narrators.templates import render, spoken
from reasoning.style import DEFAULT_STYLE, Style

MAX_LENGTH = 600
MARKUP = re.compile(r"[<>{}\[\]|`]|\*\*|__")
PERSONAL = re.compile(r"[\w.+-]+@[\w-]+\.\w|https?:|www\.|\b\+?\d[\d ()-]{8,}\d\b", re.IGNORECASE)
NUMBER = re.compile(r"\d[\d.,:/-]*\d|\d")
MARK = "\ue000{}\ue001"
MARKED = re.compile("\ue000(\\w+)\ue001")


def check_text(
    claim: Claim, text: str, *, exact: bool, style: Style = DEFAULT_STYLE, known: Collection[str] = ()
) -> list[str]:
    """Codes of what is wrong with the text. With ``exact`` it must be the template's sentence to the letter.

    ``known`` are labels of the bundle or snapshot: one that is not a name of the claim is an ``uncited_entity``.

    The template's own sentence is right about the claim by construction, so only its shape and safety are
    checked: a caption may hold anything.
    """
    if not text.strip():
        return ["empty_text"]
    codes = _safety(text, claim)
    if text == _template(claim, style):
        return codes
    if style.language != "en":
        return [*codes, "wording" if exact else "residue"]
    codes += _content(claim, text)
    return [*codes, "wording"] if exact else codes


def _template(claim: Claim, style: Style) -> str | None:
    """The template's sentence; None for a claim without the slots its kind needs (which no proof lets pass)."""
    try:
        return render(claim, style)
    except KeyError:
        return None


def _safety(text: str, claim: Claim) -> list[str]:
    codes = []
    if len(text) > MAX_LENGTH or any(unicodedata.category(char)[0] == "C" for char in text):
        codes.append("shape")
    if MARKUP.search(text):
        codes.append("markup")
    dates = [str(value) for value in claim.slots.values() if isinstance(value, str)]
    if PERSONAL.search(_without(text, [value for value in dates if re.fullmatch(r"\d{4}-\d\d-\d\d", value)])):
        codes.append("pii_or_link")
    return codes


def _content(claim: Claim, text: str) -> list[str]:
    order = slot_order(claim.kind, claim.slots)
    slots = {name: value for name, value in spoken(claim.slots).items() if name in order}
    names = {name: value for name, value in slots.items() if not _is_number(claim.slots, name)}
    marked = _mask(text, names)
    said = MARKED.findall(marked)
    rest = MARKED.sub(" ", marked)
    words = words_of(rest)
    codes = []
    if any(ord(char) > 0x24F and char.isalpha() for char in rest):
        codes.append("script")
    if {slots[name] for name in names} - {slots[name] for name in said}:
        codes.append("endpoint_missing")
    if [slots[name] for name in dict.fromkeys(said)] != _order(claim, slots, names):
        codes.append("direction")
    codes += _numbers(rest, slots, names)
    codes += _words(claim, words)
    return codes


def _numbers(rest: str, slots: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    stated = sorted(value for name, value in slots.items() if name not in names)
    found = sorted(number.rstrip(".,:/-") for number in NUMBER.findall(rest))
    spelled = [word for word in words_of(rest) if word in NUMBER_WORDS]
    return ["number"] if spelled or found != stated else []


def _words(claim: Claim, words: list[str]) -> list[str]:
    allowed = allowed_words(claim.kind)
    codes = []
    if not PREDICATES[claim.kind] & set(words):
        codes.append("predicate_missing")
    others = frozenset().union(*(PREDICATES[kind] for kind in PREDICATES)) - allowed
    if others & set(words):
        codes.append("other_predicate")
    if (NEGATIONS - allowed) & set(words):
        codes.append("negation")
    if (OVERCLAIMS - allowed) & set(words):
        codes.append("overclaim")
    if any(word not in allowed for word in words):
        codes.append("residue")
    return codes


def _order(claim: Claim, slots: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    """Names in the order of the template; a name said for two slots counts where it comes first."""
    ordered = [slots[name] for name in slot_order(claim.kind, claim.slots) if name in names and name in slots]
    return list(dict.fromkeys(ordered))


def _mask(text: str, names: Mapping[str, str]) -> str:
    """Replace each name by a mark, longer names first, so that one inside another is not mistaken for it."""
    first: dict[str, str] = {}
    for name, value in names.items():
        first.setdefault(value, name)
    for value in sorted(first, key=lambda value: (-len(value), value)):
        pattern = re.compile(rf"(?<![\w\ue000]){re.escape(value)}(?![\w\ue001])")
        text = pattern.sub(MARK.format(first[value]), text)
    return text


def _is_number(slots: Mapping[str, SlotValue], name: str) -> bool:
    return isinstance(slots.get(name), int | float)


def _without(text: str, parts: list[str]) -> str:
    for part in parts:
        text = text.replace(part, " ")
    return text
