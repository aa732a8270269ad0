"""Explanations: the claims of an answer in the words asked for, each verified at the moment it is given out.

Templates word them, or a model whose every sentence is checked; what fails is said in the template's words. After a
model had its time the cited edges are read back again, so that nothing leaves that has changed or been withdrawn.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from api.inquiry import Inquiry
from api.narration.narrator import ModelNarrator
from api.narration.record import Voice, Worded, WordingRecord
from api.readback import read_cited
from api.recording.records import Explained, RecordedClaim
from api.use_cases.answered import Answered, people_of
from graph.store import CitedEdge
from reasoning.evidence import Claim, ClaimKind, EdgeRef, NodeRef
from reasoning.narrators.templates import render
from reasoning.style import Audience, Length, Style
from reasoning.verifier import verify_claim
from reasoning.wording import check_text

BRIEF_PARTS = 3
FRESH_SECONDS = 1.0
"""How old a read-back may be when a sentence is given out."""
TEMPLATE, MODEL = "template", "llm"
_log = logging.getLogger("cairn.api.explanations")


class Mode(StrEnum):
    """Who is to word: the model where there is one, templates, or the model and else say why not."""

    AUTO = "auto"
    TEMPLATE = "template"
    MODEL = "model"


class Fallback(StrEnum):
    """Whether templates had to serve for sentences that the model was asked for."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Wish:
    """How an explanation is wanted."""

    audience: Audience = Audience.EMPLOYEE
    length: Length = Length.NORMAL
    locale: str = "en"
    mode: Mode = Mode.AUTO


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A sentence that may be shown. ``pseudonymous`` is the text before names were restored, for the record."""

    claim: Claim
    text: str
    origin: str
    codes: tuple[str, ...] = ()
    pseudonymous: str = field(default="", repr=False)

    @property
    def kind(self) -> ClaimKind:
        """What it states."""
        return self.claim.kind

    @property
    def edge_ids(self) -> tuple[str, ...]:
        """The edges it rests on."""
        return tuple(edge.edge_id for edge in self.claim.edges)


@dataclass(frozen=True, slots=True)
class DroppedClaim:
    """A claim that is not said, and why."""

    claim_id: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The sentences in the order of the answer, and how they came to be."""

    explanation_id: str
    claims: tuple[ExplainedClaim, ...]
    dropped: tuple[DroppedClaim, ...]
    wish: Wish
    language: str
    fallback: Fallback
    record: WordingRecord
    graph_version: str

    @property
    def codes(self) -> dict[str, int]:
        """How often each reason for a template in a model's place occurred."""
        counted: dict[str, int] = {}
        for code in (code for claim in self.claims for code in claim.codes):
            counted[code] = counted.get(code, 0) + 1
        return counted


def explain(answered: Answered[Any], wish: Wish) -> Explanation:
    """The whole explanation, at the latest when the model's deadline has passed."""
    *_, last = explaining(answered, wish)
    assert isinstance(last, Explanation)
    return last


def explaining(answered: Answered[Any], wish: Wish) -> Iterator[ExplainedClaim | Explanation]:
    """Each sentence as soon as it is verified, then the explanation with all of them in order."""
    work = _Work(answered, wish)
    yield from work.run()
    explanation = work.explanation()
    _recorded(answered, explanation)
    _logged(answered, explanation)
    yield explanation


class _Work:
    """One explanation while it is made."""

    def __init__(self, answered: Answered[Any], wish: Wish) -> None:
        self._started = time.monotonic()
        self._answered, self._wish, self._inquiry = answered, wish, answered.inquiry
        self._claims = _chosen(answered, wish.length)
        style = Style(wish.locale, wish.audience, wish.length, _reader(answered, wish.audience))
        self._voice = Voice(style, frozenset(_labels(self._claims)))
        self._said: dict[str, ExplainedClaim] = {}
        self._dropped: list[DroppedClaim] = []
        self._live: Mapping[str, CitedEdge] = answered.evidence
        self._read_at = self._started
        self._record = WordingRecord(None)
        self._asked = False

    def run(self) -> Iterator[ExplainedClaim]:
        narration, refusal = self._narration()
        if narration is None:
            codes = (refusal,) if refusal is not None and self._wish.mode is Mode.MODEL else ()
            self._record = WordingRecord(None, codes=(refusal,) if refusal else ())
            self._asked = bool(codes)
            yield from self._offered(Worded(claim.id, None, codes) for claim in self._claims)
            return
        self._asked = True
        yield from self._offered(self._worded(narration))

    def explanation(self) -> Explanation:
        said = tuple(self._said[claim.id] for claim in self._claims if claim.id in self._said)
        by_model = sum(one.origin == MODEL for one in said)
        fallback = Fallback.NONE
        if self._asked and by_model < len(said):
            fallback = Fallback.PARTIAL if by_model else Fallback.FULL
        version = str(self._answered.state.version)
        digest = hashlib.sha256("\n".join([version, *(f"{one.claim.id} {one.pseudonymous}" for one in said)]).encode())
        return Explanation(
            explanation_id=f"x{digest.hexdigest()[:20]}",
            claims=said,
            dropped=tuple(self._dropped),
            wish=self._wish,
            language=self._voice.style.language,
            fallback=fallback,
            record=replace(self._record, seconds=time.monotonic() - self._started),
            graph_version=version,
        )

    def _narration(self) -> tuple[ModelNarrator | None, str | None]:
        """The model to ask, or None and why not."""
        narration = self._inquiry.deps.narration
        if narration is None:
            return None, "no_model"
        if self._wish.mode is Mode.TEMPLATE:
            return None, None
        held_back = self._answered.review.holds_back
        if held_back is not None:
            return None, held_back
        refusal = narration.refusal(self._inquiry.principal.tenant_id, str(self._answered.purpose))
        return (None, refusal) if refusal is not None else (narration, None)

    def _worded(self, narration: ModelNarrator) -> Iterator[Worded]:
        deadline = self._inquiry.model_deadline(narration)
        principal = self._inquiry.principal
        for one in narration.word(self._claims, self._voice, principal.tenant_id, deadline, principal.subject):
            if isinstance(one, WordingRecord):
                self._record = one
            else:
                self._refresh()
                yield one

    def _refresh(self) -> None:
        """Read the cited edges again unless that was done a moment ago."""
        now = time.monotonic()
        if now - self._read_at < FRESH_SECONDS and self._live is not self._answered.evidence:
            return
        inquiry = self._inquiry
        edges: list[EdgeRef] = [edge for claim in self._claims for edge in claim.edges]
        self._live = read_cited(
            inquiry.deps.store, inquiry.principal.scope(self._answered.purpose), edges, inquiry.deps.clock()
        )
        self._read_at = now

    def _offered(self, worded: Iterator[Worded]) -> Iterator[ExplainedClaim]:
        claims = {claim.id: claim for claim in self._claims}
        for one in worded:
            said = self._sentence(claims[one.claim_id], one)
            if said is not None:
                self._said[one.claim_id] = said
                yield said

    def _sentence(self, claim: Claim, worded: Worded) -> ExplainedClaim | None:
        codes = [] if self._live is self._answered.evidence else verify_claim(claim, self._live)
        text, origin = worded.text, MODEL
        if text is None:
            text, origin = render(claim, self._voice.style), TEMPLATE
            codes += check_text(claim, text, exact=True, style=self._voice.style)
        if codes:
            self._dropped.append(DroppedClaim(claim.id, tuple(dict.fromkeys(codes))))
            return None
        shown = self._answered.naming.restore(text, people_of(claim).items())
        return ExplainedClaim(claim, shown, origin, worded.codes, text)


def _logged(answered: Answered[Any], explanation: Explanation) -> None:
    """One line without a word of the text, so that fallbacks can be counted and alarmed on."""
    record = explanation.record
    _log.info(
        "tenant=%s purpose=%s model=%s fallback=%s sentences=%d dropped=%d codes=%s calls=%s tokens=%d ms=%.0f",
        answered.inquiry.principal.tenant_id, answered.purpose, record.model or "-", explanation.fallback,
        len(explanation.claims), len(explanation.dropped), ",".join(explanation.codes) or "-",
        ",".join(record.codes) or "-", record.prompt_tokens + record.completion_tokens, record.seconds * 1000,
    )  # fmt: skip


def _recorded(answered: Answered[Any], explanation: Explanation) -> None:
    """Write down what was said, by whom and at what cost, with people by pseudonym. May raise ``NotRecorded``."""
    book, given, record = answered.inquiry.deps.answers, answered.given, explanation.record
    if book is None or given is None:
        return
    claims = tuple(
        RecordedClaim(
            one.claim.id,
            str(one.kind),
            dict(one.claim.slots),
            one.edge_ids,
            one.claim.derivations,
            one.pseudonymous,
            one.origin,
            one.codes,
        )
        for one in explanation.claims
    )
    wish = explanation.wish
    book.explained(
        given,
        Explained(
            answer_id=given.answer_id,
            narrator=TEMPLATE if record.model is None else MODEL,
            language=explanation.language,
            claims=claims,
            model=record.model,
            prompt_version=record.prompt_version,
            prompt_tokens=record.prompt_tokens,
            completion_tokens=record.completion_tokens,
            cost=record.cost,
            seconds=round(record.seconds, 4),
            codes=record.codes,
            details={
                "explanation": explanation.explanation_id,
                "fallback": str(explanation.fallback),
                "audience": str(wish.audience),
                "length": str(wish.length),
                "mode": str(wish.mode),
            },
        ),
    )


def _chosen(answered: Answered[Any], length: Length) -> list[Claim]:
    """The claims to word, all proven when the answer was given; brief: of the whole, and one of each first part."""
    proven = [claim for claim in answered.claims if claim.id in answered.sentences]
    if length is not Length.BRIEF:
        return proven
    deciding = {claim.id for claim in getattr(answered.answer, "claims", ())}
    parts = [part.claims for part in _parts(answered.answer) if part.claims]
    deciding |= {claims[0].id for claims in parts[:BRIEF_PARTS]}
    return [claim for claim in proven if claim.id in deciding] or proven[:BRIEF_PARTS]


def _parts(answer: object) -> Iterator[Any]:
    """Paths, items, candidates: whatever the answer holds that makes claims of its own, in its order."""
    for one in fields(answer):  # type: ignore[arg-type]  # every answer is a dataclass
        value = getattr(answer, one.name)
        if isinstance(value, tuple):
            yield from (part for part in value if not isinstance(part, Claim) and hasattr(part, "claims"))


def _reader(answered: Answered[Any], audience: Audience) -> str | None:
    """The caption of the person asked about, when they ask themselves."""
    subject = getattr(answered.answer, "subject", None)
    inquiry: Inquiry = answered.inquiry
    if audience is not Audience.EMPLOYEE or not isinstance(subject, NodeRef) or inquiry.caller_index is None:
        return None
    return subject.caption if inquiry.snapshot.find(subject.key) == inquiry.caller_index else None


def _labels(claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        for edge in claim.edges:
            yield edge.start.caption
            yield edge.end.caption
