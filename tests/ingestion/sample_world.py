"""The sample company as a snapshot, built from its feeds without a store: consent is projected as the store does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from graph.changes import EdgeStatement, NodeStatement, Record, Rejection
from graph.identity import SAME_PERSON_AS, leaders
from graph.keys import NodeKey, Value
from graph.snapshot import Snapshot, SnapshotVersion
from graph.snapshot_builder import SnapshotBuilder
from graph.store import EdgeRecord, NodeRecord
from ingestion.hr import row_connector
from ingestion.sample.feeds import SOURCE, feeds
from ingestion.sample.identity import TENANT
from ingestion.sample.rows import EXPORTED_AT

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
"""Two months after the export, as on the machine of somebody who tries the sample."""


def records(seed: int) -> Iterator[Record]:
    """Every record of every feed; a rejection fails."""
    for feed, rows in feeds(seed).items():
        connector = row_connector(feed, rows, TENANT, file="sample", observed_at=EXPORTED_AT, source=SOURCE)
        for item in connector.records():
            assert not isinstance(item, Rejection), item
            if isinstance(item, Record):
                yield item


def snapshot(seed: int) -> Snapshot:
    """The snapshot that a store with only the sample in it would give."""
    return SnapshotBuilder(SnapshotVersion(TENANT, 1, 0, NOW)).add(graph_records(seed)).build()


def graph_records(seed: int) -> Iterator[NodeRecord | EdgeRecord]:
    """The nodes and edges that the records make, with consent projected."""
    nodes: dict[NodeKey, NodeStatement] = {}
    edges: dict[str, EdgeStatement] = {}
    for record in records(seed):
        nodes |= {node.key: node for node in record.nodes}
        for edge in record.edges:
            known = edges.get(edge.edge_id)
            if known is None or known.provenance.observed_at <= edge.provenance.observed_at:
                edges[edge.edge_id] = edge
    scopes = _scopes(nodes, _leaders(edges.values()))
    yield from (NodeRecord(key, {**node.properties, **_person(key, scopes)}) for key, node in nodes.items())
    yield from (_edge(edge, scopes) for edge in edges.values() if {edge.start, edge.end} <= nodes.keys())


def _leaders(edges: Iterable[EdgeStatement]) -> dict[str, str]:
    return leaders((e.start.id, e.end.id) for e in edges if e.rel_type == SAME_PERSON_AS and not e.retracts)


def _scopes(nodes: dict[NodeKey, NodeStatement], led: Mapping[str, str]) -> dict[str, list[str]]:
    """What each identifier allows: what its person does, under whichever identifier they said so."""
    allowed: dict[str, dict[str, bool]] = {}
    events = [node.properties for key, node in nodes.items() if key.label == "ConsentGrant"]
    for event in sorted(events, key=lambda event: (str(event["given_at"]), event["status"] == "withdrawn")):
        purposes = event["purposes"]
        assert isinstance(purposes, list)
        for purpose in purposes:
            person = str(event["person_id"])
            allowed.setdefault(led.get(person, person), {})[str(purpose)] = event["status"] == "granted"
    by_person = {person: sorted(name for name, yes in by.items() if yes) for person, by in allowed.items()}
    return by_person | {member: by_person[person] for member, person in led.items() if person in by_person}


def _person(key: NodeKey, scopes: dict[str, list[str]]) -> dict[str, Value]:
    if key.label != "Person":
        return {}
    mine = scopes.get(key.id, [])
    return {"scopes": mine, "scope_expiries": [""] * len(mine)}


def _edge(edge: EdgeStatement, scopes: dict[str, list[str]]) -> EdgeRecord:
    personal = edge.start.label == "Person"
    block: dict[str, Value] = {
        "tenant_id": edge.tenant_id,
        "qualifier": edge.qualifier,
        "confidence": edge.provenance.confidence,
        "observed_at": edge.provenance.observed_at,
        "valid_from": edge.valid_from,
        "valid_to": edge.valid_to,
        "scopes": scopes.get(edge.start.id, []) if personal else ["public"],
        "review_state": "auto",
        "retracted_at": edge.provenance.observed_at if edge.retracts else None,
    }
    return EdgeRecord(edge.edge_id, edge.rel_type, edge.start, edge.end, {**block, **edge.properties})
