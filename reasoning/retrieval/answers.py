"""The typed question to the documents and its answer. Plain data, no logic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reasoning.evidence import Claim, EdgeRef, NodeRef

EVERYBODY = "all"
"""The audience of documents that every caller of the tenant may read."""


class SearchMode(StrEnum):
    """How passages were ranked."""

    HYBRID = "hybrid"
    LEXICAL = "lexical"


@dataclass(frozen=True, slots=True)
class DocumentRequest:
    """A question in words. ``as_of`` is the day whose rules are asked for, ``audiences`` what the caller is.

    ``kinds`` narrows to policies, playbooks or guides; ``now`` says what is current.
    """

    question: str
    as_of: date
    audiences: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    first: int = 5
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that answers: where it stands, what is quoted, and whether its version is still the current one.

    ``quote`` is a stretch of ``text`` to the letter; ``text_hash`` is what the passage had when it was indexed.
    """

    passage: NodeRef
    document: NodeRef
    series: str
    version: str
    kind: str
    section: str
    place: int
    quote: str
    text: str
    in_force_from: date
    in_force_to: date | None
    current: bool
    superseded_by: NodeRef | None
    owner: str | None
    score: float
    evidence: tuple[EdgeRef, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class DocumentsAnswer:
    """The best passages, or none where the documents do not answer the question.

    ``confidence`` is the calibrated probability that the documents answer the question; below ``threshold`` nothing is
    shown. ``considered`` counts the passages that were in force and open to the caller.
    """

    question: str
    as_of: date
    found: bool
    confidence: float
    threshold: float
    mode: SearchMode
    considered: int
    hits: tuple[PassageHit, ...]
    claims: tuple[Claim, ...] = ()
