"""The notation in which phrasings are declared, and its parser. It knows no language and no claim.

    word            a literal word, in small letters        {slot}    a name or number of the claim
    ( a | b )       either                                  [ a ]     or nothing
    <part>          another phrase by name                  @flag     only where the flag holds, @!flag where not
    ;               a stop inside the sentence (; : -)      %         the sign; lpar rpar: round brackets

A flag is a slot there is (``level``), a value (``cover=same``) or a comparison (``level>required``, ``own==level``).
Commas are not written: they carry no meaning that the words do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

SYMBOL = re.compile(r"[()\[\]|]|<\w+>|\{\w+\}|@!?[\w=>.]+|[^\s()\[\]|<>{}@]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One terminal: a word, a sign, or a slot in braces."""

    text: str


@dataclass(frozen=True, slots=True)
class Guard:
    """Stands for nothing where the claim has (or has not) the flag, else for no text at all."""

    flag: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    items: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of them."""

    options: tuple[Phrase, ...]


Phrase: TypeAlias = Word | Guard | Part | Sequence | Choice
Parts: TypeAlias = Mapping[str, str]
Kind = TypeVar("Kind")

NOTHING = Sequence(())


class NotationError(ValueError):
    """A phrase that cannot be read."""


def parse(text: str) -> Phrase:
    """The phrase that the notation declares."""
    reader = _Reader(text)
    found = reader.choice()
    if reader.left:
        raise NotationError(f"unexpected {reader.left[0]!r} in {text!r}")
    return found


def widened(parts: Parts, more: Parts) -> Parts:
    """The parts, each with further alternatives where there are any."""
    unknown = more.keys() - parts.keys()
    if unknown:
        raise NotationError(f"{sorted(unknown)} are widened and not declared")
    return {name: f"{text} | {more[name]}" if name in more else text for name, text in parts.items()}


def layered(parts: Iterable[Parts], *layers: tuple[Parts, Parts]) -> Parts:
    """The parts of all; then layer by layer further alternatives to what was declared before, and parts of its own."""
    found = {name: text for declared in parts for name, text in declared.items()}
    for more, own in layers:
        found = {**widened(found, more), **own}
    return found


def joint(*declared: Mapping[Kind, tuple[str, ...]]) -> Mapping[Kind, tuple[str, ...]]:
    """The phrasings of all by kind."""
    found: dict[Kind, tuple[str, ...]] = {}
    for phrasings in declared:
        for kind, phrases in phrasings.items():
            found[kind] = found.get(kind, ()) + phrases
    return found


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.left = text, SYMBOL.findall(text)

    def choice(self) -> Phrase:
        options = [self._sequence()]
        while self.left and self.left[0] == "|":
            self.left.pop(0)
            options.append(self._sequence())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _sequence(self) -> Phrase:
        items = []
        while self.left and self.left[0] not in (")", "]", "|"):
            items.append(self._item(self.left.pop(0)))
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def _item(self, symbol: str) -> Phrase:
        if symbol == "(":
            return self._closed(")")
        if symbol == "[":
            return Choice((NOTHING, self._closed("]")))
        if symbol.startswith("<"):
            return Part(symbol[1:-1])
        if symbol.startswith("@"):
            return Guard(symbol.lstrip("@!"), not symbol.startswith("@!"))
        if symbol != symbol.lower():
            raise NotationError(f"{symbol!r} is not in small letters in {self.text!r}")
        return Word(symbol.casefold())

    def _closed(self, end: str) -> Phrase:
        found = self.choice()
        if not self.left or self.left.pop(0) != end:
            raise NotationError(f"{end!r} is missing in {self.text!r}")
        return found
