"""A posting's text as sentences, each with what it is: required, optional, duties, boilerplate, or not said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ingestion.posting_texts.cues import cues

MAX_HEADING_WORDS = 8
MIN_REPEATED_WORDS = 4
"""Shorter sentences ("Full time") say too little to be called boilerplate because they are repeated."""
REPEATED_IN = 3
REPEATED_SHARE = 0.2

_BULLET = re.compile(r"^\s*(?:[-*\u2022\u2013\u00b7]|\d{1,2}[.)])\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÄÖÜ(\"\u201c])")


class Kind(StrEnum):
    """What a sentence of a posting is."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    DUTIES = "duties"
    BOILERPLATE = "boilerplate"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, the line of the text it stands in (from 1), and what it is."""

    text: str
    line: int
    kind: Kind


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences in their order. A heading gives its kind to what follows, a cue in the sentence overrules it."""
    current = Kind.OPEN
    for number, line in enumerate(text.splitlines(), 1):
        stripped = _BULLET.sub("", line).strip()
        if not stripped:
            continue
        heading = _heading(stripped)
        if heading is not None:
            current = heading
            continue
        for sentence in _SENTENCE_END.split(stripped):
            yield Sentence(sentence.strip(), number, _own(sentence) or current)


def repeated(texts: Sequence[str]) -> frozenset[str]:
    """What is said in many of these postings, folded: a fifth of them, and at least three."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({folded(sentence.text) for sentence in sentences(text)})
    least = max(REPEATED_IN, REPEATED_SHARE * len(texts))
    return frozenset(
        sentence for sentence, count in counts.items() if count >= least and len(sentence.split()) >= MIN_REPEATED_WORDS
    )


def without_repeated(found: Iterable[Sentence], said_often: frozenset[str]) -> Iterator[Sentence]:
    """The sentences, those that many postings share marked as boilerplate."""
    for sentence in found:
        often = folded(sentence.text) in said_often
        yield replace(sentence, kind=Kind.BOILERPLATE) if often else sentence


def folded(sentence: str) -> str:
    """A sentence without case, punctuation and double spaces."""
    return " ".join(re.findall(r"\w+", sentence.casefold()))


def _heading(line: str) -> Kind | None:
    text = line.rstrip(":").strip().casefold()
    known = cues().headings.get(text)
    if known is not None:
        return Kind(known)
    # Another short line that ends in a colon opens a section that we know nothing of.
    return Kind.OPEN if line.endswith(":") and len(line.split()) <= MAX_HEADING_WORDS else None


def _own(sentence: str) -> Kind | None:
    stated = cues()
    if stated.boilerplate.search(sentence):
        return Kind.BOILERPLATE
    if stated.optional.search(sentence):
        return Kind.OPTIONAL
    return Kind.REQUIRED if stated.required.search(sentence) else None
