"""A liar: from a claim and a true sentence for it, plausible and well-formed sentences that the edges do not prove.

``lies(claim, text, locale, world)`` yields (kind of lie, sentence). Nothing of it may ever be released. The words are
in ``lying_words.py``, per locale; ``World`` holds the labels a liar can reach for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reasoning.evidence import Claim
from reasoning.narrators.spoken import DATE_SLOTS, WORDING_SLOTS, spoken
from reasoning.narrators.templates import render
from reasoning.style import SUPPORTED, Style
from tests.reasoning.lying_more import AVERAGE, CHANGED, INSERTED, PRONOUNS, SCRIPTS
from tests.reasoning.lying_words import WORDS, Words

NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)?(?![\w-]|[.,]\d)")
CYRILLIC = str.maketrans("aeocpx", "аеосрх")  # noqa: RUF001  # homoglyphs are the point


@dataclass(frozen=True, slots=True)
class World:
    """Labels by what they name, other than those of the claim at hand too; ``foreign`` people are another tenant's."""

    people: Sequence[str] = ("Person 3", "Person 412", "Person 77", "Person 90")
    roles: Sequence[str] = ("Data analyst", "Data scientist", "Head of data", "Solar technician")
    skills: Sequence[str] = ("Python", "SQL", "SQL Server", "Statistics", "Machine learning", "R")
    courses: Sequence[str] = ("Python 1", "Python 2", "Statistics 1", "SCADA basics")
    foreign: Sequence[str] = ("Person 8801", "Chief architect of Northwind")
    names: Sequence[str] = ("Ana López", "Benjamin Okafor")

    @property
    def labels(self) -> frozenset[str]:
        """All of them: what the verifier may know as labels."""
        return frozenset((*self.people, *self.roles, *self.skills, *self.courses, *self.foreign))


def lies(claim: Claim, text: str, locale: str, world: World | None = None) -> Iterator[tuple[str, str]]:
    """All lies about the claim that start from the sentence, each with its kind; never the sentence itself."""
    seen = {text, text.rstrip(".")}
    for kind, lie in _all(claim, text, locale, world or World()):
        if lie not in seen:
            seen.add(lie)
            yield kind, lie


def _all(claim: Claim, text: str, locale: str, world: World) -> Iterator[tuple[str, str]]:
    words = WORDS[locale]
    yield from _names(claim, text, world)
    yield from _numbers(claim, text, words)
    yield from _added(text, words, world)
    yield from _changed(claim, text, words)
    yield from _forms(text, words)
    yield from _more(claim, text, locale)
    for other in SUPPORTED:
        if other != locale:
            yield from (("other_language", told) for told in _in_other_words(claim, other))
            yield "mixed_language", f"{text[:-1]}, {WORDS[other].extra}."


def _in_other_words(claim: Claim, locale: str) -> Iterator[str]:
    try:
        yield render(claim, Style(locale))
    except KeyError:
        return  # claims that people wrote down need not have every slot


def _names(claim: Claim, text: str, world: World) -> Iterator[tuple[str, str]]:
    shown = {name: str(value) for name, value in claim.slots.items() if isinstance(value, str) and str(value) in text}
    shown = {name: value for name, value in shown.items() if name not in DATE_SLOTS | WORDING_SLOTS and len(value) > 1}
    for name, value in shown.items():
        for other in _alike(name, world):
            if other not in claim.slots.values():
                yield "wrong_name", _put(text, value, other)
        yield "unknown_name", _put(text, value, "Quantum basket weaving")
        yield "name_extended", _put(text, value, value + " II")
        yield "name_extended", _put(text, value, "Senior " + value)
        yield "name_gone", " ".join(_put(text, value, "").split())
        yield "homoglyph", _put(text, value, value.translate(CYRILLIC))
        if " " in value:
            yield "name_cut", _put(text, value, value.rsplit(" ", 1)[0])
        if name in ("person", "mentor"):
            for real in world.names:
                yield "real_name", _put(text, value, real)
            for foreign in world.foreign:
                yield "foreign_person", _put(text, value, foreign)
    for first, second in combinations(dict.fromkeys(shown.values()), 2):
        if first not in second and second not in first:
            yield "names_swapped", text.replace(first, "\0").replace(second, first).replace("\0", second)


def _alike(slot: str, world: World) -> Sequence[str]:
    if slot in ("person", "mentor"):
        return world.people
    if slot in ("course", "prerequisite"):
        return world.courses
    if slot in ("role", "origin", "destination", "target") or slot.startswith("via"):
        return world.roles
    return world.skills


def _numbers(claim: Claim, text: str, words: Words) -> Iterator[tuple[str, str]]:
    names = sorted({str(value) for value in claim.slots.values() if isinstance(value, str)}, key=len, reverse=True)
    hidden = text
    for name in names:
        hidden = hidden.replace(name, "\0" * len(name))
    found = list(NUMBER.finditer(hidden))
    for number in found:
        value = float(number.group().replace(",", "."))
        for kind, other in (
            ("number_plus", value + 1),
            ("number_minus", value - 1),
            ("number_tenfold", value * 10 + 1),
            ("number_half", value + 0.5),
        ):
            if other >= 0:
                yield kind, _at(text, number, f"{other:g}".replace(".", words.decimal))
        if number.group() != "7":  # seven is seven
            yield "number_word", _at(text, number, words.seven)
        yield "number_gone", _at(text, number, words.some)
        yield "range", _at(text, number, f"{number.group()}-{value + 2:g}")
        yield "unit", _at(text, number, f"{number.group()} {words.unit}")
        yield "about", _at(text, number, f"{words.about} {number.group()}")
        yield "ordinal", _at(text, number, number.group() + words.ordinal)
    for first, second in combinations(found, 2):
        if first.group() != second.group():
            swapped = _at(text, second, first.group())
            yield "numbers_swapped", _at(swapped, first, second.group())
    for name in DATE_SLOTS & claim.slots.keys():
        shown = spoken(claim.slots, words.locale)[name]
        if shown in text:
            yield "date", text.replace(shown, _next_year(shown))
            yield "date", text.replace(shown, words.in_year)


def _added(text: str, words: Words, world: World) -> Iterator[tuple[str, str]]:
    body = text.rstrip(".")
    for kind, clauses in words.clauses.items():
        for clause in clauses:
            yield kind, f"{body}{clause.format(label=world.skills[-2], person=world.people[0])}."
    for kind, openings in words.openings.items():
        for opening in openings:
            yield kind, f"{opening} {text}"
            yield kind, f"{opening} {text[0].lower()}{text[1:]}"
    middle = body.split(" ")
    for kind, inserted in words.inserted.items():
        for word in inserted:
            for at in range(1, len(middle)):
                yield kind, " ".join([*middle[:at], word, *middle[at:]]) + "."


def _changed(claim: Claim, text: str, words: Words) -> Iterator[tuple[str, str]]:
    for kind, pairs in words.changed.items():
        for pattern, by in pairs:
            changed = re.sub(pattern, by, text, count=1)
            if changed != text:
                yield kind, changed
    option = next((phrase for phrase in words.options if phrase in text), None)
    if claim.slots.get("optional") and option is not None:
        yield "option_dropped", text.replace(option, "")
    if "role" in claim.slots and not claim.slots.get("optional"):
        for phrase in words.options:
            yield "option_added", f"{text.rstrip('.')}{phrase}."


def _forms(text: str, words: Words) -> Iterator[tuple[str, str]]:
    body = text.rstrip(".")
    yield "question", body + "?"
    yield "shout", body + "!"
    yield "ellipsis", body + "..."
    yield "repeated", f"{text} {text}"
    yield "repeated", f"{body}, {body}."
    half = body.split(" ")
    for at in range(1, max(2, len(half) // 3)):  # the rest of a longer cut may well be true
        yield "fragment", " ".join(half[:at]) + "."
        yield "fragment", " ".join(half[-at:]) + "."
    yield "reversed", " ".join(reversed(half)) + "."
    yield "newline", text.replace(" ", "\n", 1)
    yield "zero_width", text[:4] + "\u200b" + text[4:]
    yield "bidi", "\u202e" + text
    yield "emoji", body + " 🎉."
    yield "html", text.replace(" ", " <b>", 1)
    yield "markdown", f"[{body}](https://example.com)."
    yield "heading", "# " + text
    yield "citation", body + " [e12]."
    yield "json", '{"c1": "' + text + '"}'
    yield "script", body + " Да."
    yield "long", (text + " ") * 200
    yield "mail", body + ", ana@example.com."
    yield "link", body + ", https://example.com/x."
    yield "phone", body + ", +49 30 1234567 89."
    yield "quoted", f"„{body}“: {words.extra}."


def _more(claim: Claim, text: str, locale: str) -> Iterator[tuple[str, str]]:
    names = [str(value) for value in claim.slots.values() if isinstance(value, str) and str(value) in text]
    body = text.rstrip(".").split(" ")
    for kind, inserted in INSERTED[locale].items():
        for word in inserted:
            before, _, after = word.partition(" ... ")
            for at in range(1, len(body)):
                split = (
                    [*body[:at], before, body[at], after, *body[at + 1 :]]
                    if after
                    else [*body[:at], before, *body[at:]]
                )
                yield kind, " ".join(split) + "."
    for kind, pairs in CHANGED[locale].items():
        for pattern, by in pairs:
            if (changed := re.sub(pattern, by, text, count=1)) != text:
                yield kind, " ".join(changed.split())
    if claim.slots.get("finished") != 1 and (changed := re.sub(AVERAGE[locale], "", text)) != text:
        yield "average_gone", changed
    for word in body[1:]:
        if word.isalpha() and len(word) > 1 and not any(word in name for name in names):
            yield "capitals", text.replace(f" {word} ", f" {word.upper()} ", 1)
            yield "struck", text.replace(f" {word} ", f" {''.join(letter + chr(0x336) for letter in word)} ", 1)
    for person in (name for slot in ("person", "mentor") if (name := str(claim.slots.get(slot))) in names):
        for pronoun in PRONOUNS[locale]:
            yield "pronoun", text.replace(person, pronoun, 1)
    for script in SCRIPTS:
        yield "digits", text.translate(str.maketrans("0123456789", script))


def _put(text: str, name: str, by: str) -> str:
    return text.replace(name, by)


def _at(text: str, number: re.Match[str], by: str) -> str:
    return text[: number.start()] + by + text[number.end() :]


def _next_year(shown: str) -> str:
    year = re.search(r"\d{4}", shown)
    return shown if year is None else shown.replace(year.group(), str(int(year.group()) + 1))
