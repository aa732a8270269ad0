"""Read-back: the edges an answer cites are read from the store under the scope before anything is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from api.ports import DroppedClaim, Reasoning, Release
from graph.scope import Purpose, Scope
from graph.store import CitedEdge, GraphStore
from reasoning.evidence import Claim, EdgeRef, with_links

CHUNK = 200
"""Edges asked for in one call."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A part of an answer that is not shown, why, and the edges that are gone or not permitted."""

    what: str
    code: str
    message: str
    edge_ids: tuple[str, ...] = ()


def read_back(
    store: GraphStore, scope: Scope, edge_ids: Iterable[str], now: datetime, rel_types: Iterable[str] = ()
) -> dict[str, CitedEdge]:
    """The edges that exist, are permitted to the scope and whose consent has not run out, by id.

    ``rel_types``, when all types of the ids are known, saves the store looking through the others.
    """
    wanted, types = sorted(set(edge_ids)), sorted(set(rel_types))
    found: dict[str, CitedEdge] = {}
    for start in range(0, len(wanted), CHUNK):
        found |= store.edges(scope, wanted[start : start + CHUNK], types)
    if scope.purpose is Purpose.GOVERNANCE:
        return found
    return {edge_id: cited for edge_id, cited in found.items() if not _expired(cited, now)}


def read_cited(store: GraphStore, scope: Scope, cited: Sequence[EdgeRef], now: datetime) -> dict[str, CitedEdge]:
    """Read back what an answer cites, with the links between identifiers that it rests on."""
    cited = with_links(cited)
    return read_back(store, scope, [ref.edge_id for ref in cited], now, [ref.rel_type for ref in cited])


def _expired(cited: CitedEdge, now: datetime) -> bool:
    """Whether consent has run out, where the edge can tell: it keeps the first end of all its purposes.

    The store has judged each purpose by itself, from the person; with more than one this would be stricter.
    """
    end, scopes = (cited.edge.properties.get(name) for name in ("consent_expires_at", "scopes"))
    alone = isinstance(scopes, list) and len(scopes) == 1
    return alone and isinstance(end, datetime) and end <= now


def missing(evidence: Iterable[EdgeRef], live: Mapping[str, CitedEdge]) -> tuple[str, ...]:
    """Ids of the edges that were cited and are not live, in order, each once."""
    return tuple(dict.fromkeys(ref.edge_id for ref in with_links(evidence) if ref.edge_id not in live))


def gone(what: str, edge_ids: Sequence[str]) -> Withheld:
    """A part withheld because of edges that are gone."""
    message = f"A {what} was left out: {len(edge_ids)} of its edges are gone or may not be used any more."
    return Withheld(what, "EVIDENCE_GONE", message, tuple(edge_ids))


def release(
    reasoning: Reasoning, claims: Sequence[Claim], live: Mapping[str, CitedEdge]
) -> tuple[Release, list[Withheld]]:
    """Word and verify the claims whose edges are all live; the others, and what the verifier drops, are withheld."""
    standing = [claim for claim in claims if not missing(claim.edges, live)]
    withheld = [gone("sentence", lost) for claim in claims if (lost := missing(claim.edges, live))]
    released = reasoning.release(standing, live)
    edges = {claim.id: tuple(ref.edge_id for ref in claim.edges) for claim in standing}
    return released, withheld + [_unverified(dropped, edges) for dropped in released.dropped]


def _unverified(dropped: DroppedClaim, edges: Mapping[str, tuple[str, ...]]) -> Withheld:
    message = "A sentence was left out: its words do not follow from its edges."
    return Withheld("sentence", "UNVERIFIED", message, edges.get(dropped.claim_id, ()))
