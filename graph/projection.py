"""Projections: assertions become an edge, consent events become scopes. Pure: the same statements in any order give
the same result.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

import orjson

from graph.changes import CONFIDENCE_QUANTUM, EdgeStatement, assertion_digest
from graph.identity import SAME_PERSON_AS, strength
from graph.keys import Value, digest
from graph.rows import edge_columns, typed
from ontology.model import PURPOSES

CONFIDENCE_METHOD = "noisy-or/1"
SHOWN_ASSERTIONS = 20


Rank: TypeAlias = tuple[datetime, bool, float, str, str, str, str]
"""Observed time, whether it retracts, confidence, payload hash, source, source record, method."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One statement of a source about an edge, as it is kept."""

    id: str
    edge_id: str
    rel_type: str
    source_id: str
    source_record: str
    payload: str
    payload_hash: str
    method: str
    extractor_version: str
    confidence: float
    observed_at: datetime
    retracts: bool

    @classmethod
    def of(cls, statement: EdgeStatement, edge_id: str) -> Assertion:
        """The statement as an assertion about the edge with that id (given, since it costs to compute)."""
        origin, payload = statement.provenance, statement.payload
        hashed = digest(payload)
        return cls(
            id=assertion_digest(edge_id, origin, hashed, statement.retracts),
            edge_id=edge_id,
            rel_type=statement.rel_type,
            source_id=origin.source_id,
            source_record=origin.source_record,
            payload=payload,
            payload_hash=hashed,
            method=origin.method,
            extractor_version=origin.extractor_version,
            confidence=origin.confidence,
            observed_at=origin.observed_at,
            retracts=statement.retracts,
        )

    def as_properties(self) -> dict[str, Value]:
        """The properties of its node (without tenant and volatile ones)."""
        return {name: getattr(self, name) for name in self.__slots__}


def age(assertion: Assertion) -> Rank:
    """What orders assertions about one edge; the highest wins, and a retraction beats a statement of its moment."""
    return (
        assertion.observed_at,
        assertion.retracts,
        assertion.confidence,
        assertion.payload_hash,
        assertion.source_id,
        assertion.source_record,
        assertion.method,
    )


def noisy_or(confidences: Iterable[float]) -> float:
    """Probability that at least one of independent sources is right, on the confidence grid."""
    doubt = 1.0
    for confidence in sorted(confidences):
        doubt *= 1.0 - confidence
    return round(round((1.0 - doubt) / CONFIDENCE_QUANTUM) * CONFIDENCE_QUANTUM, 4)


def current(assertions: Iterable[Assertion]) -> list[Assertion]:
    """What each source record says now: its newest assertion, newest first."""
    newest: dict[tuple[str, str], Assertion] = {}
    for assertion in sorted(assertions, key=age):
        newest[assertion.source_id, assertion.source_record] = assertion
    return sorted(newest.values(), key=age, reverse=True)


NEVER: Mapping[str, datetime] = {}


def weight(assertion: Assertion) -> tuple[int, Rank]:
    """What orders statements about two identifiers: the stronger method, then age, so that of a moment parting wins."""
    return strength(assertion.method), age(assertion)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the source records say of an edge now: the statements that hold, the winner, and since when none holds."""

    live: list[Assertion]
    winner: Assertion
    retracted_at: datetime | None


def _standing(said_now: list[Assertion], ended: Mapping[str, datetime]) -> _Standing:
    live = [each for each in said_now if not each.retracts and each.id not in ended]
    over = None if live else max(ended.get(each.id, each.observed_at) for each in said_now)
    return _Standing(live, live[0] if live else said_now[0], over)


def _identity(said_now: list[Assertion], ended: Mapping[str, datetime]) -> _Standing:
    """Of two identifiers one statement decides, whoever made it: else an old match would outlive HR's decision."""
    strongest_first = sorted((each for each in said_now if each.id not in ended), key=weight, reverse=True)
    if not strongest_first:
        return _standing(said_now, ended)
    winner = strongest_first[0]
    if winner.retracts:
        return _Standing([], winner, winner.observed_at)
    parted = max((weight(each) for each in strongest_first if each.retracts), default=None)
    live = [each for each in strongest_first if not each.retracts and (parted is None or weight(each) > parted)]
    return _Standing(live, winner, None)


def project(assertions: Collection[Assertion], ended: Mapping[str, datetime] = NEVER) -> dict[str, Value]:
    """Edge properties and block (without ends, consent and review) from all assertions about one edge.

    What a source record says of the edge is its newest assertion; it is live unless it retracts or, by ``ended``
    (assertion id to moment), a newer version of the record no longer states the edge. The newest live assertion
    wins: one source taking its word back leaves the others standing. With none live the edge is retracted and
    keeps what was last said of it, with no source and no confidence, so that history stays readable.

    Of a link between identifiers the weightiest statement decides alone (``weight``): where it parts the two, the
    link is retracted, whatever weaker or older statements say.
    """
    said_now = current(assertions)
    standing = (_identity if said_now[0].rel_type == SAME_PERSON_AS else _standing)(said_now, ended)
    live, winner = standing.live, standing.winner
    best: dict[str, float] = {}
    for each in live:
        best[each.source_id] = max(each.confidence, best.get(each.source_id, 0.0))
    newest_first = sorted(assertions, key=age, reverse=True)
    shown = winner if live else next((each for each in newest_first if not each.retracts), winner)
    return {
        **said(shown),
        "source_id": winner.source_id,
        "source_record": winner.source_record,
        "source_count": len(best),
        "assertion_ids": [each.id for each in newest_first[:SHOWN_ASSERTIONS]],
        "observed_at": winner.observed_at,
        "retracted_at": standing.retracted_at,
        "payload_hash": winner.payload_hash,
        "method": winner.method,
        "extractor_version": winner.extractor_version,
        "confidence": noisy_or(best.values()),
        "confidence_method": CONFIDENCE_METHOD,
    }


def inline_rank(assertion: Assertion) -> Rank:
    """The rank of a statement about an edge whose block is its only assertion, as the stored edge can tell it."""
    return (
        assertion.observed_at,
        assertion.retracts,
        noisy_or((assertion.confidence,)),
        assertion.payload_hash,
        assertion.source_id,
        assertion.source_record,
        assertion.method,
    )


def project_inline(winner: Assertion) -> dict[str, Value]:
    """Edge properties and block from the only assertion; a retraction keeps its confidence, to be ranked by."""
    return {
        **project((winner,)),
        "assertion_ids": [],
        "confidence": noisy_or((winner.confidence,)),
    }


def said(assertion: Assertion) -> dict[str, Value]:
    """What the assertion states: the edge's own properties, ``valid_from`` and ``valid_to``."""
    types = _types(assertion.rel_type)
    stated: dict[str, object] = orjson.loads(assertion.payload)
    return {name: typed(value, types.get(name, "string")) for name, value in stated.items()}


@functools.cache
def _types(rel_type: str) -> Mapping[str, str]:
    return {column.name: column.type for column in edge_columns(rel_type)}


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """A person said yes (granted) or no (withdrawn) to purposes at a moment."""

    id: str
    purposes: tuple[str, ...]
    granted: bool
    given_at: datetime
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person allows, projected from their events: parallel ``scopes`` and ``expiries`` and the grant behind."""

    scopes: tuple[str, ...] = ()
    expiries: tuple[datetime | None, ...] = ()
    consent_id: str | None = None

    @property
    def earliest_expiry(self) -> datetime | None:
        """When the first of the scopes ends."""
        return min((expiry for expiry in self.expiries if expiry is not None), default=None)

    @property
    def person_block(self) -> dict[str, Value]:
        """The block as a Person carries it."""
        texts = ["" if expiry is None else expiry.isoformat() for expiry in self.expiries]
        return {"scopes": list(self.scopes), "scope_expiries": texts}

    @property
    def edge_block(self) -> dict[str, Value]:
        """The part of the block of every edge whose subject is the person."""
        return {
            "scopes": list(self.scopes),
            "consent_id": self.consent_id,
            "consent_expires_at": self.earliest_expiry,
        }


PUBLIC_BLOCK: Mapping[str, Value] = {"scopes": ["public"], "consent_id": None, "consent_expires_at": None}
"""The same for edges that concern no person."""


def consent(events: Iterable[ConsentEvent]) -> Consent:
    """Project consent events: per purpose the latest counts, and withdrawal wins a tie."""
    newest_first = sorted(events, key=lambda event: (event.given_at, not event.granted, event.id), reverse=True)
    deciding: dict[str, ConsentEvent] = {}
    for event in newest_first:
        for purpose in event.purposes:
            deciding.setdefault(purpose, event)
    allowed = [purpose for purpose in PURPOSES if purpose != "public" and _grants(deciding.get(purpose))]
    behind = [deciding[purpose] for purpose in allowed]
    latest = max(behind, key=lambda event: (event.given_at, event.id), default=None)
    return Consent(
        tuple(allowed),
        tuple(event.expires_at for event in behind),
        latest.id if latest is not None else None,
    )


def _grants(event: ConsentEvent | None) -> bool:
    return event is not None and event.granted
