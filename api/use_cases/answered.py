"""What every recommendation is returned in: the answer less what no longer holds, its sentences and its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from api.inquiry import Inquiry
from api.naming import Naming
from api.readback import Withheld, release
from api.recording.questions import Asked, result_text
from api.recording.records import Given, RecordedClaim, asker_token, subject_token
from api.reviewing.facts import Fact, facts_of
from api.reviewing.rules import load_rules
from api.reviewing.states import NO_REVIEW, STATES, Review, ReviewDecision, ReviewState, fingerprint
from graph.keys import NodeKey, digest
from graph.scope import Purpose
from graph.snapshot import SnapshotVersion
from graph.store import CitedEdge
from reasoning.evidence import Claim, EdgeRef, Sentence

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class SnapshotState:
    """Which state of the graph an answer was computed on, its age, and the bound on that age (seconds)."""

    version: SnapshotVersion
    age_seconds: float
    bound_seconds: float


@dataclass(frozen=True, slots=True)
class Answered(Generic[A]):
    """An answer that may be shown: ``sentences`` by claim id, ``evidence`` by edge id, what was withheld and why."""

    answer: A
    purpose: Purpose
    sentences: Mapping[str, Sentence]
    evidence: Mapping[str, CitedEdge]
    withheld: tuple[Withheld, ...]
    state: SnapshotState
    naming: Naming
    inquiry: Inquiry
    claims: tuple[Claim, ...] = ()
    given: Given | None = None
    review: Review = NO_REVIEW

    @property
    def answer_id(self) -> str | None:
        """The id under which the answer is recorded; None where nothing is."""
        return None if self.given is None else self.given.answer_id

    def spoken(self, claims: Iterable[Claim]) -> list[Sentence]:
        """The sentences of these claims that were let through, in the claims' order."""
        return [self.sentences[claim.id] for claim in claims if claim.id in self.sentences]


def state_of(inquiry: Inquiry) -> SnapshotState:
    """The state of the graph this inquiry answers from."""
    return SnapshotState(inquiry.snapshot.version, inquiry.age_seconds, inquiry.deps.staleness_bound_seconds)


def answered(
    inquiry: Inquiry,
    purpose: Purpose,
    answer: A,
    claims: Sequence[Claim],
    live: Mapping[str, CitedEdge],
    withheld: Sequence[Withheld],
    asked: Asked | None = None,
) -> Answered[A]:
    """Word and verify the claims, record the answer, put names where the caller may see them.

    ``asked`` is the question with what it came to before anything was withheld: without it the answer is recorded
    and can be verified, but not computed again. Raises ``NotRecorded`` where an answer must be recorded and cannot.
    """
    released, lost = release(inquiry.deps.reasoning, claims, live)
    naming = Naming(inquiry, purpose)
    people = {claim.id: people_of(claim) for claim in claims}
    sentences = {
        sentence.claim_id: replace(sentence, text=naming.restore(sentence.text, people[sentence.claim_id].items()))
        for sentence in released.sentences
    }
    gone = (*withheld, *lost)
    operation = asked.name if asked is not None else type(answer).__name__
    said = {sentence.claim_id for sentence in released.sentences}
    told = [claim for claim in claims if claim.id in said]
    review = reviewed(inquiry, operation, asked, facts_of_answer(inquiry, asked, answer, told, live, gone))
    given = recorded(
        inquiry, purpose, operation, asked, live, gone, claims=claims, sentences=released.sentences, review=review
    )
    return Answered(
        answer, purpose, sentences, live, gone, state_of(inquiry), naming, inquiry, tuple(claims), given, review
    )


def recorded(
    inquiry: Inquiry,
    purpose: Purpose,
    operation: str,
    asked: Asked | None,
    live: Mapping[str, CitedEdge],
    withheld: Sequence[Withheld],
    *,
    claims: Sequence[Claim] = (),
    sentences: Sequence[Sentence] = (),
    stated: Sequence[tuple[RecordedClaim, Sequence[EdgeRef]]] = (),
    review: Review = NO_REVIEW,
) -> Given | None:
    """Record an answer in the moment it is given; None where nothing is recorded."""
    book = inquiry.deps.answers
    if book is None:
        return None
    given = Given(
        answer_id=book.new_id(),
        operation=operation,
        purpose=purpose,
        principal=inquiry.principal,
        now=inquiry.asked_at,
        snapshot=inquiry.snapshot,
        age_seconds=inquiry.age_seconds,
        claims=tuple(claims),
        sentences=tuple(sentences),
        live=live,
        withheld=tuple((one.what, one.code, one.edge_ids) for one in withheld),
        asked=asked,
        stated=tuple(stated),
        review=review,
    )
    book.record(given)
    return given


def facts_of_answer(
    inquiry: Inquiry,
    asked: Asked | None,
    answer: object,
    claims: Sequence[Claim],
    live: Mapping[str, CitedEdge],
    withheld: Sequence[Withheld],
) -> dict[Fact, float | None]:
    """What rules of review may speak of."""
    person = getattr(asked.request, "person", None) if asked is not None else None
    another = isinstance(person, int) and person != inquiry.caller_index
    return facts_of(answer, claims, live, len(withheld), about_another=another)


def reviewed(inquiry: Inquiry, operation: str, asked: Asked | None, facts: Mapping[Fact, float | None]) -> Review:
    """Whether a reviewer is to look at the answer first, and what was decided about one that says the same."""
    reasons = load_rules().reasons(operation, facts)
    if not reasons:
        return NO_REVIEW
    book = inquiry.deps.answers
    if book is None or asked is None:
        return Review(ReviewState.PENDING, reasons)
    subject = subject_token(asked, inquiry.snapshot, book.seal)
    mark = fingerprint(operation, subject, digest(result_text(asked.found)))
    asker = asker_token(book.seal, inquiry.principal)
    decided = book.index.decision(inquiry.principal.tenant_id, mark, asker)
    state = ReviewState.PENDING if decided is None else STATES[ReviewDecision(decided)]
    return Review(state, reasons, mark)


def people_of(claim: Claim) -> dict[NodeKey, str]:
    """The persons a sentence can speak of, with the pseudonyms it uses for them."""
    ends = [ref for edge in claim.edges for ref in (edge.start, edge.end)]
    return {ref.key: ref.caption for ref in ends if ref.key.label == "Person"}
