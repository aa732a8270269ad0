"""What templates are made of: pieces of text, each with the condition under which it is said. No language here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from reasoning.evidence import ClaimKind, SlotValue
from reasoning.style import Audience, Length

Slots: TypeAlias = Mapping[str, SlotValue]
Condition: TypeAlias = Callable[[Slots], bool]

EVERY_LENGTH = frozenset(Length)
EVERYBODY = frozenset(Audience)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with slots in braces, said when the condition holds.

    ``you`` is the text for a reader who is the person spoken of; without it the text is the same for everybody.
    """

    text: str
    when: Condition
    you: str | None = None
    lengths: frozenset[Length] = EVERY_LENGTH
    audiences: frozenset[Audience] = EVERYBODY


Template: TypeAlias = tuple[Piece, ...]
Templates: TypeAlias = Mapping[ClaimKind, Template]


def always(slots: Slots) -> bool:
    """Whatever the slots."""
    return True


def given(*names: str) -> Condition:
    """All the slots are there."""
    return lambda slots: all(name in slots for name in names)


def without(*names: str) -> Condition:
    """None of the slots is there."""
    return lambda slots: not any(name in slots for name in names)


def equal(name: str, *values: SlotValue) -> Condition:
    """The slot has one of the values."""
    return lambda slots: slots.get(name) in values


def differs(name: str, *values: SlotValue) -> Condition:
    """The slot has none of the values."""
    return lambda slots: slots.get(name) not in values


def both(*conditions: Condition) -> Condition:
    """All the conditions hold."""
    return lambda slots: all(condition(slots) for condition in conditions)


def said(text: str, *conditions: Condition, you: str | None = None) -> Piece:
    """A piece under conditions (none: always)."""
    return Piece(text, both(*conditions) if conditions else always, you)


def more(text: str, *conditions: Condition, you: str | None = None) -> Piece:
    """A piece that a brief text leaves out. What is left must be a true sentence with all ends of the relation."""
    return replace(said(text, *conditions, you=you), lengths=frozenset({Length.NORMAL, Length.DETAILED}))


def detail(text: str, *conditions: Condition, you: str | None = None) -> Piece:
    """A piece that only a detailed text has. It must follow from the slots."""
    return replace(said(text, *conditions, you=you), lengths=frozenset({Length.DETAILED}))


def to(audiences: frozenset[Audience], piece: Piece) -> Piece:
    """The piece for these audiences alone; another piece must say the same to the others."""
    return replace(piece, audiences=audiences)
