"""Recorded answers in GraphQL: verified claim by claim, computed again, and found when a source changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import strawberry

from api.recording.records import RecordedClaim
from api.use_cases.recorded_answers import Opened
from api.use_cases.replay import Outcome, Replayed, ReplayedSentence
from api.use_cases.verify_answer import Standing, Verification, VerifiedClaim
from reasoning.evidence import SlotValue
from reasoning.recheck import ValueChange

strawberry.enum(Standing, name="ClaimStanding", description="What has become of a claim made earlier.")
strawberry.enum(Outcome, name="ReplayOutcome", description="What came of computing an answer again.")


@strawberry.type(description="An answer as it was recorded.")
class RecordedAnswer:
    """Which question, when, on which state of the graph, and its place in the log."""

    id: strawberry.ID = strawberry.field(description="Id of the answer.")
    question: str = strawberry.field(description="The question that was asked: career_path, skill_gap...")
    purpose: str = strawberry.field(description="The purpose it was asked for.")
    answered_at: datetime = strawberry.field(description="When it was given.")
    tenant_version: int = strawberry.field(description="Version of the tenant it was computed on.")
    reference_version: int = strawberry.field(description="Version of the classifications it was computed on.")
    service_version: str = strawberry.field(description="Version of Cairn that gave it.")
    ontology_version: str = strawberry.field(description="Version of the ontology then.")
    result_hash: str = strawberry.field(description="Hash of the canonical result; empty where it was not computed.")
    sequence: int = strawberry.field(description="Place in the tenant's log of answers.")
    entry_hash: str = strawberry.field(description="Hash of the entry; the next entry holds it.")


@strawberry.type(description="A value that is otherwise now.")
class ChangedValue:
    """Before and now."""

    about: str = strawberry.field(description="`claim`, the id of a derivation, or the id of the edge it stands on.")
    name: str = strawberry.field(description="The slot, the operation, or the property of the edge (or from, to).")
    before: str | None = strawberry.field(description="The value then; null where there was none.")
    now: str | None = strawberry.field(description="The value now; null where there is none.")


@strawberry.type(description="A claim of a recorded answer, checked against the graph as it is.")
class CheckedClaim:
    """A claim with its standing."""

    claim_id: strawberry.ID = strawberry.field(description="Id of the claim within its answer.")
    kind: str = strawberry.field(description="What kind of claim it makes.")
    standing: Standing = strawberry.field(
        description="HOLDS: still true. CHANGED: the edges say otherwise now. GONE: an edge is no longer stated. "
        "HIDDEN: an edge is there and no longer yours to see."
    )
    text: str | None = strawberry.field(
        description="The sentence as it was; null where it speaks of somebody you may not hear of any more."
    )
    text_now: str | None = strawberry.field(description="The sentence as it would be now, where it changed.")
    origin: str = strawberry.field(description="Who worded it: template, or the model.")
    edge_ids: list[strawberry.ID] = strawberry.field(description="The edges it rests on.")
    missing_edge_ids: list[strawberry.ID] = strawberry.field(description="Those of them that are gone or hidden.")
    changes: list[ChangedValue] = strawberry.field(
        description="What is otherwise: of the claim, its arithmetic and its edges, even where the claim still holds."
    )
    found_again: bool | None = strawberry.field(
        description="For claims that something was not found, or how many there are: whether the question asked now "
        "says so too. Null for the others."
    )


@strawberry.type(description="A recorded answer, every claim of it checked against the graph as it is now.")
class AnswerVerification:
    """Result of verifyAnswer."""

    answer: RecordedAnswer = strawberry.field(description="The answer.")
    holds: bool = strawberry.field(description="Whether every claim still holds.")
    checked_at: datetime = strawberry.field(description="When the edges were read.")
    claims: list[CheckedClaim] = strawberry.field(description="The claims in the order of the answer.")


@strawberry.type(description="A sentence of a recorded answer.")
class RecordedSentence:
    """A sentence out of the record."""

    claim_id: strawberry.ID = strawberry.field(description="Id of the claim within its answer.")
    kind: str = strawberry.field(description="What kind of claim it makes.")
    text: str | None = strawberry.field(
        description="The sentence; null where it speaks of somebody you may not hear of any more."
    )
    origin: str = strawberry.field(description="Who worded it.")
    edge_ids: list[strawberry.ID] = strawberry.field(description="The edges it rested on.")
    same: bool | None = strawberry.field(
        description="Whether the template gives the same words again; null for a model's words, which are the record's."
    )


@strawberry.type(description="An explanation that was given of the answer, as recorded.")
class RecordedExplanation:
    """Who worded it, and what it cost."""

    narrator: str = strawberry.field(description="Who worded it.")
    model: str | None = strawberry.field(description="The model; null for templates.")
    prompt_version: str | None = strawberry.field(description="Version of the prompt.")
    language: str = strawberry.field(description="Its language.")
    prompt_tokens: int = strawberry.field(description="Tokens of the prompts.")
    completion_tokens: int = strawberry.field(description="Tokens of the replies.")
    cost: float = strawberry.field(description="What it cost, in the currency of the settings.")
    sentences: list[RecordedSentence] = strawberry.field(description="Its sentences.")


@strawberry.type(description="A recorded answer, computed again on the state of the graph it was computed on.")
class AnswerReplay:
    """Result of replay."""

    answer: RecordedAnswer = strawberry.field(description="The answer.")
    outcome: Outcome = strawberry.field(
        description="SAME: the same bytes. DIFFERS: others (compare the versions). SNAPSHOT_NOT_KEPT: that state of "
        "the graph is not kept any more. NOT_REPLAYABLE: the question was recorded without its terms."
    )
    recomputed_hash: str | None = strawberry.field(description="Hash of the result now; null where none was computed.")
    sentences: list[RecordedSentence] = strawberry.field(description="The sentences of the answer.")
    explanations: list[RecordedExplanation] = strawberry.field(description="Explanations given of it, in order.")


def verified(found: Verification, checked_at: datetime) -> AnswerVerification:
    """A verification as GraphQL shows it."""
    return AnswerVerification(
        answer=recorded_answer(found.found),
        holds=found.holds,
        checked_at=checked_at,
        claims=[_checked(one) for one in found.claims],
    )


def replayed(found: Replayed) -> AnswerReplay:
    """A replay as GraphQL shows it."""
    explanations = [
        RecordedExplanation(
            narrator=one.narrator,
            model=one.model,
            prompt_version=one.prompt_version,
            language=one.language,
            prompt_tokens=one.prompt_tokens,
            completion_tokens=one.completion_tokens,
            cost=one.cost,
            sentences=[_sentence(sentence) for sentence in sentences],
        )
        for one, sentences in found.explanations
    ]
    return AnswerReplay(
        answer=recorded_answer(found.found),
        outcome=found.outcome,
        recomputed_hash=found.recomputed_hash,
        sentences=[_sentence(one) for one in found.sentences],
        explanations=explanations,
    )


def recorded_answer(found: Opened) -> RecordedAnswer:
    """The record's head."""
    entry, record = found.sealed.entry, found.record
    return RecordedAnswer(
        id=strawberry.ID(entry.answer_id),
        question=entry.operation,
        purpose=record.purpose,
        answered_at=entry.given_at,
        tenant_version=entry.tenant_version,
        reference_version=entry.reference_version,
        service_version=record.configuration.get("cairn", ""),
        ontology_version=record.configuration.get("ontology", ""),
        result_hash=record.result_hash,
        sequence=found.sealed.sequence,
        entry_hash=found.sealed.entry_hash,
    )


def _checked(one: VerifiedClaim) -> CheckedClaim:
    claim: RecordedClaim = one.claim
    return CheckedClaim(
        claim_id=strawberry.ID(claim.id),
        kind=claim.kind,
        standing=one.standing,
        text=one.text,
        text_now=one.now,
        origin=claim.origin,
        edge_ids=_ids(claim.edges),
        missing_edge_ids=_ids(one.missing),
        changes=[_changed(change) for change in one.changes],
        found_again=one.found_again,
    )


def _sentence(one: ReplayedSentence) -> RecordedSentence:
    claim = one.claim
    return RecordedSentence(
        claim_id=strawberry.ID(claim.id),
        kind=claim.kind,
        text=one.text,
        origin=claim.origin,
        edge_ids=_ids(claim.edges),
        same=one.same,
    )


def _changed(change: ValueChange) -> ChangedValue:
    return ChangedValue(about=change.about, name=change.name, before=shown(change.before), now=shown(change.now))


def shown(value: SlotValue | None) -> str | None:
    """A value as text."""
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _ids(given: Iterable[str]) -> list[strawberry.ID]:
    return [strawberry.ID(one) for one in given]
