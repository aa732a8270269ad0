"""Fakes for the API's tests: a store over lists, fixed snapshots, a clock, a plain narrator. No network, no files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from api.ports import DroppedClaim, Release
from graph.changes import Applied, ChangeSet
from graph.keys import NodeKey, Value
from graph.scope import Purpose, Scope
from graph.snapshot import Snapshot, SnapshotBuilder, SnapshotVersion
from graph.store import AssertionRecord, Capabilities, Change, CitedEdge, EdgeRecord, NodeRecord
from ontology.errors import StaleSnapshot, StoreFailure
from ontology.model import REFERENCE_TENANT, load_ontology
from reasoning.evidence import Claim

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


@dataclass
class FakeStore:
    """The store port over plain lists, with the consent rule of the real one."""

    nodes: dict[NodeKey, NodeRecord] = field(default_factory=dict)
    edge_records: dict[str, EdgeRecord] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    failure: StoreFailure | None = None
    log: list[Change] = field(default_factory=list)
    moments: dict[str, list[tuple[datetime, int]]] = field(default_factory=dict)

    def _called(self, name: str) -> None:
        self.calls.append(name)
        if self.failure is not None:
            raise self.failure

    def migrate(self) -> list[str]:
        return []

    def apply(self, changes: ChangeSet) -> Applied:
        raise AssertionError("the API does not write")

    def read(self, statement: str, scope: Scope, **parameters: object) -> list[dict[str, object]]:
        self._called(statement)
        if statement == "version_at":
            moment = parameters["moment"]
            known = [version for when, version in self.moments.get(scope.tenant_id, []) if when <= moment]  # type: ignore[operator]
            return [{"version": max(known, default=None)}]
        if statement in ("lineage_of_source", "runs_of_source", "runs"):
            return []
        assert statement == "person_consents"
        ids = parameters["ids"]
        assert isinstance(ids, list)
        found = (self.nodes.get(NodeKey("Person", scope.tenant_id, one)) for one in ids)
        return [
            {"id": one.key.id, **{name: one.properties[name] for name in ("pseudonym", "scopes", "scope_expiries")}}
            for one in found
            if one is not None
        ]

    def edges(self, scope: Scope, edge_ids: Sequence[str], rel_types: Sequence[str] = ()) -> dict[str, CitedEdge]:
        self._called("edges")
        found = (self.edge_records.get(edge_id) for edge_id in edge_ids)
        assert not rel_types or all(
            one.rel_type in rel_types for one in self.edge_records.values() if one.edge_id in edge_ids
        )
        return {one.edge_id: self._cited(one) for one in found if one is not None and _permitted(one, scope)}

    def _cited(self, edge: EdgeRecord) -> CitedEdge:
        source = self.nodes[NodeKey("Source", str(edge.properties["tenant_id"]), str(edge.properties["source_id"]))]
        observed = edge.properties["observed_at"]
        assert isinstance(observed, datetime)
        assertion = AssertionRecord(
            id=f"assertion-of-{edge.edge_id}",
            edge_id=edge.edge_id,
            source=source,
            source_record=str(edge.properties["source_record"]),
            payload='{"stated":true}',
            method="import",
            extractor_version="1",
            confidence=0.9,
            observed_at=observed,
            retracts=False,
        )
        return CitedEdge(edge, self._caption(edge.start), self._caption(edge.end), (assertion,))

    def _caption(self, key: NodeKey) -> str:
        return str(self.nodes[key].properties[load_ontology().node(key.label).caption])

    def head(self, tenant_ids: Sequence[str]) -> dict[str, int]:
        self._called("head")
        return {tenant_id: self.versions.get(tenant_id, 0) for tenant_id in tenant_ids}

    def changes(self, tenant_id: str, since: int) -> list[Change]:
        return [change for change in self.log if change.tenant_id == tenant_id and change.version > since]

    def scan(
        self,
        tenant_ids: Sequence[str],
        *,
        nodes: Sequence[str] = (),
        relationships: Sequence[str] = (),
        ids: Sequence[str] | None = None,
        lean: bool = False,
    ) -> Iterator[NodeRecord | EdgeRecord]:
        self._called("scan")
        for node in self.nodes.values():
            if node.key.label in nodes and node.key.tenant_id in tenant_ids:
                yield node
        for edge in self.edge_records.values():
            wanted = ids is None or edge.edge_id in ids
            if wanted and edge.rel_type in relationships and edge.properties["tenant_id"] in tenant_ids:
                yield edge

    def capabilities(self) -> Capabilities:
        self._called("capabilities")
        return Capabilities("Fake", "1", "community", False, False, False, False)

    def close(self) -> None:
        return None

    # -- what tests do to it -----------------------------------------------------------------------------------

    def withdraw(self, tenant_id: str, person_id: str, *purposes: Purpose) -> None:
        """The person withdraws these purposes: from the person and from all edges about them."""
        gone = {str(purpose) for purpose in purposes}
        key = NodeKey("Person", tenant_id, person_id)
        node = self.nodes[key]
        scopes = node.properties["scopes"]
        assert isinstance(scopes, list)
        kept: list[str] = [str(one) for one in scopes if one not in gone]
        changed: dict[str, Value] = {"scopes": kept, "scope_expiries": [""] * len(kept)}
        self.nodes[key] = replace(node, properties={**node.properties, **changed})
        for edge_id, edge in self.edge_records.items():
            subject = load_ontology().relationship(edge.rel_type).subject
            if subject is not None and (edge.start if subject == "start" else edge.end) == key:
                self.edge_records[edge_id] = replace(edge, properties={**edge.properties, "scopes": kept})
        self.versions[tenant_id] = self.versions.get(tenant_id, 0) + 1

    def snapshot(self, tenant_id: str) -> Snapshot:
        """A snapshot of what the store holds now."""
        tenants = (tenant_id, REFERENCE_TENANT)
        version = SnapshotVersion(
            tenant_id, self.versions.get(tenant_id, 0), self.versions.get(REFERENCE_TENANT, 0), NOW
        )
        labels = tuple(load_ontology().nodes)
        types = tuple(load_ontology().relationships)
        return SnapshotBuilder(version).add(self.scan(tenants, nodes=labels, relationships=types)).build()


def _permitted(edge: EdgeRecord, scope: Scope) -> bool:
    stated = edge.properties
    if stated["tenant_id"] not in scope.tenants or stated.get("retracted_at") is not None:
        return False
    scopes = stated["scopes"]
    assert isinstance(scopes, list)
    return scope.purpose is Purpose.GOVERNANCE or bool({"public", str(scope.purpose)} & set(scopes))


@dataclass
class FixedSnapshots:
    """Snapshots taken once; they do not follow the store until told to."""

    store: FakeStore
    taken: dict[str, Snapshot] = field(default_factory=dict)
    age_seconds: float = 1.5
    stale: bool = False
    kept: list[Snapshot] = field(default_factory=list)

    def current(self, tenant_id: str) -> Snapshot:
        if self.stale:
            raise StaleSnapshot("No snapshot is fresh enough.", remedy="Try again soon.")
        if tenant_id not in self.taken:
            self.taken[tenant_id] = self.store.snapshot(tenant_id)
        return self.taken[tenant_id]

    def age(self, tenant_id: str, now: datetime) -> float:
        return self.age_seconds

    def at(self, tenant_id: str, tenant: int, reference: int) -> Snapshot | None:
        held = (*self.kept, *self.taken.values())
        wanted = (tenant_id, tenant, reference)
        return next((one for one in held if wanted == (one.version.tenant_id, *_numbers(one))), None)

    def renew(self, tenant_id: str, *, keep: bool = True) -> None:
        """Take the snapshot anew; the old one is kept unless said otherwise."""
        old = self.taken.pop(tenant_id, None)
        if old is not None and keep:
            self.kept.append(old)


def _numbers(snapshot: Snapshot) -> tuple[int, int]:
    return snapshot.version.tenant, snapshot.version.reference


def nothing_released(claims: Sequence[Claim], cited: Mapping[str, CitedEdge]) -> Release:
    """A verifier that lets no sentence through."""
    return Release((), tuple(DroppedClaim(claim.id, str(claim.kind), ("residue",)) for claim in claims))
