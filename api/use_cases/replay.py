"""Replay: the recorded question computed again on the recorded state of the graph. It must give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from api.inquiry import Inquiry
from api.recording.questions import QUESTIONS, UnreadableError, read, result_text
from api.recording.records import Explained, RecordedClaim, read_explained
from api.use_cases.recorded_answers import Opened, Sight, book_of, opened
from api.use_cases.verify_answer import claim_kind, claims_within
from graph.answer_entries import EntryKind
from graph.keys import digest
from graph.snapshot import Snapshot
from ontology.errors import CairnError
from reasoning.evidence import Claim
from reasoning.narrators.templates import TemplateNarrator, render

TEMPLATE = TemplateNarrator().name


class Outcome(StrEnum):
    """What came of a replay."""

    SAME = "same"
    DIFFERS = "differs"
    SNAPSHOT_NOT_KEPT = "snapshot_not_kept"
    NOT_REPLAYABLE = "not_replayable"


@dataclass(frozen=True, slots=True)
class ReplayedSentence:
    """A recorded sentence. ``text`` is None where the caller may not hear of somebody in it any more.

    ``same`` says whether the template gives the very words again; None for a model's words, which come from the record
    alone, and where nothing was computed.
    """

    claim: RecordedClaim
    text: str | None
    same: bool | None = None


@dataclass(frozen=True, slots=True)
class Replayed:
    """The outcome with both hashes of the canonical result, the sentences, and explanations given later."""

    found: Opened
    outcome: Outcome
    recomputed_hash: str | None
    sentences: tuple[ReplayedSentence, ...]
    explanations: tuple[tuple[Explained, tuple[ReplayedSentence, ...]], ...] = ()


def replay(inquiry: Inquiry, answer_id: str) -> Replayed:
    """Compute the answer again. Raises ``UnknownNode`` and ``BadInput``."""
    found = opened(inquiry, answer_id)
    sight = Sight(inquiry, found)
    outcome, hashed, templates = _computed(inquiry, found)
    told = tuple(_told(claim, sight, templates) for claim in found.record.claims)
    if outcome is Outcome.SAME and any(one.same is False for one in told):
        outcome = Outcome.DIFFERS
    later = [read_explained(each.entry.payload) for each in found.later if each.entry.kind is EntryKind.EXPLANATION]
    explained = tuple((each, tuple(_told(claim, sight, None) for claim in each.claims)) for each in later)
    return Replayed(found, outcome, hashed, told, explained)


def _computed(inquiry: Inquiry, found: Opened) -> tuple[Outcome, str | None, frozenset[str] | None]:
    """The outcome, the hash of the result, and the templates' sentences (None: not computed)."""
    record = found.record
    question = QUESTIONS.get(record.operation)
    if question is None or record.request is None:
        return Outcome.NOT_REPLAYABLE, None, None
    snapshot = _snapshot(inquiry, found)
    if snapshot is None:
        return Outcome.SNAPSHOT_NOT_KEPT, None, None
    try:
        request = read(question, record.request, snapshot, book_of(inquiry).seal)
        result = question.compute(snapshot, request)
    except (UnreadableError, CairnError):
        return Outcome.NOT_REPLAYABLE, None, None
    hashed = digest(result_text(result))
    # By their words: an answer that holds two results numbers its claims anew.
    templates = frozenset(render(claim) for claim in claims_within(result))
    return (Outcome.SAME if hashed == record.result_hash else Outcome.DIFFERS), hashed, templates


def _snapshot(inquiry: Inquiry, found: Opened) -> Snapshot | None:
    version = found.record.snapshot
    return inquiry.deps.snapshots.at(inquiry.principal.tenant_id, version.tenant, version.reference)


def _told(claim: RecordedClaim, sight: Sight, templates: frozenset[str] | None) -> ReplayedSentence:
    seen = all(edge_id in sight.visible or edge_id not in sight.existing for edge_id in claim.edges)
    text = sight.names(claim.text) if seen and sight.may_hear(claim) else None
    same = None if templates is None or claim.origin != TEMPLATE else _same(claim, templates)
    return ReplayedSentence(claim, text, same)


def _same(claim: RecordedClaim, templates: frozenset[str]) -> bool | None:
    """Whether the words come out the same, of the result's own claims or of the slots of one made after it."""
    kind = claim_kind(claim)
    if kind is None:
        return None
    return claim.text in templates or claim.text == render(Claim(claim.id, kind, claim.slots, ()))
