"""Whether a sentence states a claim: the whole of it must be one of the phrasings of its kind, with its slots in it."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reasoning.evidence import Claim, ClaimKind, SlotValue
from reasoning.narrators.spoken import followed, spoken
from reasoning.phrasing.automaton import Automaton, Machine, Token, build
from reasoning.phrasing.locales import LOCALES
from reasoning.phrasing.tokens import Said

COMPARED = ("==", ">")
BRACKETS = (frozenset({"lpar"}), frozenset({"rpar"}))
STOP: Token = frozenset({";"})

_BUILT: dict[tuple[ClaimKind, str], Automaton | None] = {}
_BUILDING = threading.Lock()


def states(claim: Claim, said: Said, language: str) -> bool:
    """Whether the sentence is one of the declared phrasings of the claim."""
    if accepts(claim, said.tokens, language):
        return True
    return BRACKETS[0] in said.tokens and accepts(claim, _with_stops(said.tokens), language)


def _with_stops(tokens: Sequence[Token]) -> list[Token]:
    """Brackets read as stops: an aside is the same in either. None at the end, and one where two meet."""
    found = list[Token]()
    for token in tokens:
        read = STOP if token in BRACKETS else token
        if read != STOP or (found and found[-1] != STOP):
            found.append(read)
    return found[:-1] if found and found[-1] == STOP else found


def accepts(claim: Claim, tokens: Sequence[Token], language: str) -> bool:
    """The same of tokens."""
    of = automaton(claim.kind, language)
    return of is not None and _machine(claim.kind, language, flags(claim, of, language)).accepts(tokens)


def flags(claim: Claim, of: Automaton, language: str) -> frozenset[str]:
    """The flags, of those that the phrasings ask for, that hold for the claim."""
    slots = {**spoken(claim.slots, language), **followed(claim.slots)}
    return frozenset(flag for flag in of.flags if _holds(flag, slots))


def automaton(kind: ClaimKind, language: str) -> Automaton | None:
    """The phrasings of a kind, or None where none are declared: then only the templates count."""
    if (kind, language) not in _BUILT:
        # Tenths of a second of work: many who ask first at the same moment must not do it each.
        with _BUILDING:
            if (kind, language) not in _BUILT:
                found = LOCALES[language].by_kind.get(kind)
                parts, silent = LOCALES[language].parts, LOCALES[language].silent
                _BUILT[kind, language] = None if found is None else build(found, parts, silent)
    return _BUILT[kind, language]


@lru_cache(maxsize=2048)
def _machine(kind: ClaimKind, language: str, holding: frozenset[str]) -> Machine:
    of = automaton(kind, language)
    assert of is not None
    return Machine(of, holding)


def _holds(flag: str, slots: Mapping[str, SlotValue]) -> bool:
    for sign in COMPARED:
        first, found, second = flag.partition(sign)
        if found:
            return _compared(slots.get(first), sign, slots.get(second))
    name, found, value = flag.partition("=")
    return str(slots.get(name)) == value if found else name in slots


def _compared(first: SlotValue | None, sign: str, second: SlotValue | None) -> bool:
    if first is None or second is None:
        return False
    if sign == "==":
        return first == second
    return isinstance(first, int | float) and isinstance(second, int | float) and first > second
