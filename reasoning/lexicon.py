"""Which words a sentence of each kind may contain in each language: those of its phrasings and its templates."""

from __future__ import annotations

import re
from functools import lru_cache

from reasoning.evidence import Claim, ClaimKind
from reasoning.lexicons import LEXICONS
from reasoning.narrators.pieces import Slots
from reasoning.narrators.spoken import WORDING_SLOTS, followed
from reasoning.narrators.templates import BY_LANGUAGE
from reasoning.phrasing.locales import LOCALES
from reasoning.phrasing.matching import automaton
from reasoning.style import Length

SLOT = re.compile(r"\{(\w+)\}")
WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*'?")


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.casefold().replace("\u2019", "'") for word in WORD.findall(text)]


@lru_cache(maxsize=512)
def allowed_words(kind: ClaimKind, language: str) -> frozenset[str]:
    """The closed list of the kind: whatever else a sentence contains is residue."""
    pieces = " ".join(f"{piece.text} {piece.you or ''}" for piece in BY_LANGUAGE[language][kind])
    of = automaton(kind, language)
    declared = of.alphabet if of is not None else frozenset[str]()
    said = {word for word in declared if not word.startswith("{")} | LOCALES[language].silent
    return frozenset(words_of(SLOT.sub(" ", pieces))) | said


@lru_cache(maxsize=512)
def predicate_words(kind: ClaimKind, language: str) -> frozenset[str]:
    """Words of relations that occur in the phrasings of the kind: one of them must be said."""
    return allowed_words(kind, language) & _predicates(language)


@lru_cache(maxsize=512)
def other_predicates(kind: ClaimKind, language: str) -> frozenset[str]:
    """Words of relations that the kind never states."""
    return _predicates(language) - allowed_words(kind, language)


def template_words(claim: Claim, language: str) -> frozenset[str]:
    """The words of the template as it would be said of this claim, in detail."""
    known = followed(claim.slots)
    pieces = BY_LANGUAGE[language][claim.kind]
    return frozenset(words_of(SLOT.sub(" ", " ".join(piece.text for piece in pieces if piece.when(known)))))


def slot_order(kind: ClaimKind, slots: Slots, language: str, length: Length = Length.NORMAL) -> list[str]:
    """Slots in the order in which the template says them, each once."""
    known = followed(slots)
    pieces = BY_LANGUAGE[language][kind]
    text = "".join(piece.text for piece in pieces if length in piece.lengths and piece.when(known))
    return [name for name in dict.fromkeys(SLOT.findall(text)) if name not in WORDING_SLOTS]


def _predicates(language: str) -> frozenset[str]:
    return frozenset().union(*LEXICONS[language].predicates.values())
