"""Which words a sentence of each kind may and must contain, derived from the English templates. No graph access."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reasoning.evidence import ClaimKind
from reasoning.narrators.pieces import Slots
from reasoning.narrators.spoken import followed
from reasoning.narrators.templates import TEMPLATES, WORDING_SLOTS
from reasoning.style import Length

SLOT = re.compile(r"\{(\w+)\}")
WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")

PREDICATES: Mapping[ClaimKind, frozenset[str]] = {
    ClaimKind.HOLDS_ROLE: frozenset({"held", "holds", "time"}),
    ClaimKind.HAS_SKILL: frozenset({"has", "assessed", "passed"}),
    ClaimKind.REQUIRES_SKILL: frozenset({"asks"}),
    ClaimKind.MEETS_SKILL: frozenset({"meets", "asks"}),
    ClaimKind.PARTLY_MEETS_SKILL: frozenset({"asks"}),
    ClaimKind.LACKS_SKILL: frozenset({"no"}),
    ClaimKind.GAP_SUMMARY: frozenset({"meets"}),
    ClaimKind.COURSE_CLOSES_GAP: frozenset({"teaches"}),
    ClaimKind.NO_COURSE: frozenset({"no"}),
    ClaimKind.COURSE_PREREQUISITE: frozenset({"requires"}),
    ClaimKind.PATH_STEP_OBSERVED: frozenset({"observed", "record"}),
    ClaimKind.PATH_STEP_SKILLS: frozenset({"learned"}),
    ClaimKind.PATH_TOTAL: frozenset({"takes"}),
    ClaimKind.PATH_STEP_OPENING: frozenset({"advertises"}),
    ClaimKind.PATH_CONFLICT: frozenset({"conflict"}),
    ClaimKind.NO_PATH: frozenset({"no"}),
    ClaimKind.MENTOR_SKILL: frozenset({"has"}),
    ClaimKind.MENTOR_MOVE: frozenset({"began"}),
    ClaimKind.MENTOR_CAPACITY: frozenset({"offers"}),
    ClaimKind.NO_MENTOR: frozenset({"no"}),
    ClaimKind.PASSAGE_IN_FORCE: frozenset({"force"}),
    ClaimKind.DOCUMENT_SUPERSEDED: frozenset({"superseded"}),
}
"""Words of which at least one must be said, so that the relation is stated."""

NEGATIONS = frozenset({"no", "not", "never", "none", "nobody", "lacks", "lack", "without", "cannot", "neither", "nor"})
OVERCLAIMS = frozenset(
    {"guarantee", "guarantees", "guaranteed", "always", "best", "certainly", "certain", "only", "perfect", "must"}
    | {"salary", "pay", "promise", "promises", "surely", "definitely", "everyone", "most", "all", "every"}
)
NUMBER_WORDS = frozenset(
    {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
    | {"twenty", "thirty", "forty", "fifty", "hundred", "thousand", "half", "double", "dozen", "first", "second"}
)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.casefold() for word in WORD.findall(text)]


def allowed_words(kind: ClaimKind) -> frozenset[str]:
    """Every word that some template piece of the kind contains beside its slots."""
    return _ALLOWED[kind]


def slot_order(kind: ClaimKind, slots: Slots) -> list[str]:
    """Slots in the order in which the template says them, each once."""
    said = "".join(
        piece.text for piece in TEMPLATES[kind] if Length.NORMAL in piece.lengths and piece.when(followed(slots))
    )
    return [name for name in dict.fromkeys(SLOT.findall(said)) if name not in WORDING_SLOTS]


_ALLOWED = {
    kind: frozenset(words_of(SLOT.sub(" ", " ".join(piece.text for piece in pieces if Length.NORMAL in piece.lengths))))
    for kind, pieces in TEMPLATES.items()
}
