"""What is recorded of an answer, and its reading. People stand in it as pseudonyms and tokens, never by name or id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

import orjson
from pydantic import TypeAdapter, ValidationError

from api.principal import Principal
from api.recording.questions import Asked, Json, person_token, result_text, written
from api.reviewing.states import NO_REVIEW, Review, ReviewDecision
from graph.answer_entries import AnswerEntry, EntryKind, Seal, canonical, pack_ids
from graph.keys import NodeKey, digest
from graph.scope import Purpose
from graph.snapshot import Snapshot
from graph.store import CitedEdge
from ontology.errors import RecordUnreadable
from ontology.model import ONTOLOGY_VERSION
from reasoning.citing import caption_text
from reasoning.evidence import Claim, Derivation, EdgeRef, Sentence, SlotValue

FORMAT = 1
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RecordedEdge:
    """A cited edge as it was: type, label and caption of both ends, the values used, and what each source had said.

    ``payload_hash`` and ``assertions`` are hashes; an assertion's names its source's statement.
    """

    type: str
    start: tuple[str, str]
    end: tuple[str, str]
    properties: Mapping[str, SlotValue]
    payload_hash: str
    confidence: float
    source: str
    observed_at: str
    assertions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordedClaim:
    """A released claim with its sentence (people by pseudonym), who worded it, and the edges it rests on, in order."""

    id: str
    kind: str
    slots: Mapping[str, SlotValue]
    edges: tuple[str, ...]
    derivations: tuple[Derivation, ...] = ()
    text: str = ""
    origin: str = "template"
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordedVersion:
    """The state of the graph an answer was computed on."""

    tenant: int
    reference: int
    read_at: str
    age_seconds: float


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """Everything kept of an answer. ``request`` is None for a question that cannot be computed again.

    ``review`` are the rules for which a reviewer is to look at it, ``fingerprint`` what a decision would be about.
    """

    format: int
    operation: str
    purpose: str
    roles: tuple[str, ...]
    request: Json | None
    snapshot: RecordedVersion
    configuration: Mapping[str, str]
    result_hash: str
    claims: tuple[RecordedClaim, ...]
    edges: Mapping[str, RecordedEdge]
    withheld: tuple[tuple[str, str, tuple[str, ...]], ...]
    review: tuple[str, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """An explanation of an answer that was given: its sentences and how they came to be."""

    answer_id: str
    narrator: str
    language: str
    claims: tuple[RecordedClaim, ...]
    model: str | None = None
    prompt_version: str | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float = 0.0
    seconds: float = 0.0
    codes: tuple[str, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer in the moment it is given. Nothing in it changes any more, so it may be written down later.

    ``withheld`` are kind of part, code and edge ids of what was not shown.
    """

    answer_id: str
    operation: str
    purpose: Purpose
    principal: Principal
    now: datetime
    snapshot: Snapshot
    age_seconds: float
    claims: Sequence[Claim]
    sentences: Sequence[Sentence]
    live: Mapping[str, CitedEdge]
    withheld: Sequence[tuple[str, str, tuple[str, ...]]]
    asked: Asked | None = None
    stated: Sequence[tuple[RecordedClaim, Sequence[EdgeRef]]] = ()
    """Claims of answers that have no sentences of their own."""
    review: Review = NO_REVIEW


def entry_of(given: Given, seal: Seal, service: str) -> AnswerEntry:
    """The entry of an answer; costs a millisecond or two, so it is made off the request where that is allowed."""
    version = given.snapshot.version
    record = _record(given, seal, service)
    subject = subject_token(given.asked, given.snapshot, seal)
    return AnswerEntry(
        id=given.answer_id,
        kind=EntryKind.ANSWER,
        answer_id=given.answer_id,
        operation=given.operation,
        given_at=given.now,
        asker=asker_token(seal, given.principal),
        subject=subject,
        tenant_version=version.tenant,
        reference_version=version.reference,
        cited=pack_ids([*record.edges, *_marks(given.live.values())]),
        payload=canonical(record),
    )


def node_mark(key: NodeKey) -> str:
    """What stands for a node among the ids that an answer cites; a change of its name changes the answer."""
    return digest("node", key.label, key.tenant_id, key.id)


def _marks(edges: Iterable[CitedEdge]) -> set[str]:
    """The marks of all cited nodes but people, who are called by their pseudonym whatever they are named."""
    ends = (end for cited in edges for end in (cited.edge.start, cited.edge.end))
    return {node_mark(end) for end in ends if end.label != "Person"}


def asker_token(seal: Seal, principal: Principal) -> str:
    """The token of whoever asks."""
    return seal.token("asker", principal.tenant_id, principal.subject)


def subject_token(asked: Asked | None, snapshot: Snapshot, seal: Seal) -> str:
    """The token of the person a question is about; empty where it concerns nobody, or many."""
    person = getattr(asked.request, "person", None) if asked is not None else None
    return person_token(seal, snapshot.key(person)) if isinstance(person, int) else ""


def reviewed_entry(
    found: AnswerEntry, record: AnswerRecord, decided: tuple[str, datetime, ReviewDecision, str], reviewer: str
) -> AnswerEntry:
    """The entry of a reviewer's decision; ``decided`` is its id, moment, decision and reason.

    The decision stands in ``operation`` and what it is about in ``cited``, so that it is known without the payload.
    """
    entry_id, moment, decision, reason = decided
    return replace(
        found,
        id=entry_id,
        kind=EntryKind.REVIEW,
        operation=decision.value,
        given_at=moment,
        asker=reviewer,
        cited=pack_ids([record.fingerprint]),
        payload=canonical({"decision": decision, "reason": reason, "rules": record.review}),
    )


def _record(given: Given, seal: Seal, service: str) -> AnswerRecord:
    asked, version = given.asked, given.snapshot.version
    said = {sentence.claim_id: sentence for sentence in given.sentences}
    claims = [_claim(claim, said[claim.id]) for claim in given.claims if claim.id in said]
    used = {edge.edge_id: edge for claim in given.claims if claim.id in said for edge in claim.edges}
    for stated, edges in given.stated:
        claims.append(stated)
        used |= {edge.edge_id: edge for edge in edges}
    return AnswerRecord(
        format=FORMAT,
        operation=given.operation,
        purpose=str(given.purpose),
        roles=tuple(sorted(given.principal.roles)),
        request=written(asked, given.snapshot, seal) if asked is not None else None,
        snapshot=RecordedVersion(
            version.tenant, version.reference, version.read_at.isoformat(), round(given.age_seconds, 3)
        ),
        configuration={"cairn": service, "ontology": ONTOLOGY_VERSION},
        result_hash=digest(result_text(asked.found)) if asked is not None else "",
        claims=tuple(claims),
        edges={edge_id: _edge(cited, used.get(edge_id)) for edge_id, cited in sorted(given.live.items())},
        withheld=tuple(given.withheld),
        review=tuple(one.rule for one in given.review.reasons),
        fingerprint=given.review.fingerprint,
    )


def _claim(claim: Claim, said: Sentence) -> RecordedClaim:
    edges = tuple(edge.edge_id for edge in claim.edges)
    kind, slots = str(claim.kind), dict(claim.slots)
    return RecordedClaim(
        claim.id, kind, slots, edges, claim.derivations, said.text, said.origin, tuple(said.fallback_codes)
    )


def _edge(cited: CitedEdge, used: EdgeRef | None) -> RecordedEdge:
    stated = cited.edge.properties
    observed = stated.get("observed_at")
    confidence = stated.get("confidence")
    return RecordedEdge(
        type=cited.edge.rel_type,
        start=(cited.edge.start.label, caption_text(cited.start_caption)),
        end=(cited.edge.end.label, caption_text(cited.end_caption)),
        properties=dict(used.properties) if used is not None else {},
        payload_hash=str(stated.get("payload_hash", "")),
        confidence=float(confidence) if isinstance(confidence, int | float) else 0.0,
        source=str(stated.get("source_id", "")),
        observed_at=observed.isoformat() if isinstance(observed, datetime) else "",
        assertions=tuple(each.id for each in cited.assertions),
    )


def read_record(payload: str) -> AnswerRecord:
    """The record out of an entry's payload. Raises ``RecordUnreadable``."""
    return _parsed(_ANSWER, payload)


def read_explained(payload: str) -> Explained:
    """The explanation out of an entry's payload. Raises ``RecordUnreadable``."""
    return _parsed(_EXPLAINED, payload)


def _parsed(kind: TypeAdapter[T], payload: str) -> T:
    try:
        return kind.validate_python(orjson.loads(payload))
    except (ValidationError, orjson.JSONDecodeError):
        raise RecordUnreadable(
            "The stored record of the answer cannot be read.",
            remedy="Run `cairn audit answers` to see whether it was altered.",
        ) from None


_ANSWER, _EXPLAINED = TypeAdapter(AnswerRecord), TypeAdapter(Explained)


def explained_entry(
    explained: Explained, given: tuple[str, datetime, Snapshot], seal: Seal, principal: Principal, operation: str
) -> AnswerEntry:
    """The entry of an explanation; ``given`` is its own id, its moment and the snapshot the answer was computed on."""
    entry_id, now, snapshot = given
    return AnswerEntry(
        id=entry_id,
        kind=EntryKind.EXPLANATION,
        answer_id=explained.answer_id,
        operation=operation,
        given_at=now,
        asker=asker_token(seal, principal),
        subject="",
        tenant_version=snapshot.version.tenant,
        reference_version=snapshot.version.reference,
        cited=pack_ids(_edges_of(explained.claims)),
        payload=canonical(explained),
    )


def _edges_of(claims: Iterable[RecordedClaim]) -> list[str]:
    return [edge_id for claim in claims for edge_id in claim.edges]
