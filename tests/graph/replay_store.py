"""A store in memory built on the real planning and projection functions: fast, and exact where RDF must be exact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from graph.changes import Applied, ChangeSet, NodeStatement, Provenance, Rejection
from graph.identity import SAME_PERSON_AS, clusters
from graph.keys import NodeKey, Value, canonical_json
from graph.node_ranks import last_writers
from graph.planning import Stated, prepare, settle
from graph.projection import (
    PUBLIC_BLOCK,
    Assertion,
    Consent,
    ConsentEvent,
    consent,
    inline_rank,
    project,
    project_inline,
)
from graph.record_heads import RECORD_HEAD, head_id
from graph.scope import Scope
from graph.shapes import subject_of
from graph.store import Capabilities, Change, CitedEdge, EdgeRecord, NodeRecord
from ontology.model import ONTOLOGY_VERSION, load_ontology

NOW = datetime(2030, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class ReplayStore:
    """Statements in, projections out."""

    nodes: dict[NodeKey, NodeStatement] = field(default_factory=dict)
    stated: dict[str, Stated] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    rejections: list[Rejection] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)

    def migrate(self) -> list[str]:
        return []

    def apply(self, changes: ChangeSet) -> Applied:
        applied = Applied(self.versions.get(changes.tenant_id, 0) + 1)
        passing, waiting = settle(prepare(changes), self.nodes)
        stated = [changes.source, *(node for each in passing for node in each.record.nodes), *self.nodes.values()]
        self.nodes = {key: node for key, (_, node) in last_writers(stated).items()}
        for record in (each.record for each in passing if each.record.replaces):
            for origin in {edge.provenance for edge in record.edges} | {node.provenance for node in record.nodes}:
                self._raise_head(changes.tenant_id, origin)
        self.stated |= {edge.assertion.id: edge for each in passing for edge in each.edges}
        applied.waiting = [each.record.key for each, _ in waiting]
        self.waiting += applied.waiting
        self.rejections += changes.rejections
        self.versions[changes.tenant_id] = applied.version
        return applied

    def _raise_head(self, tenant: str, origin: Provenance) -> None:
        key = NodeKey(RECORD_HEAD, tenant, head_id(origin.source_id, origin.source_record))
        held = self.nodes.get(key)
        if held is None or held.provenance.observed_at < origin.observed_at:
            self.nodes[key] = NodeStatement(key, {}, origin)

    def _ended(self, tenant: str, assertions: list[Assertion]) -> dict[str, datetime]:
        ended = {}
        for each in assertions:
            head = self.nodes.get(NodeKey(RECORD_HEAD, tenant, head_id(each.source_id, each.source_record)))
            if head is not None and each.observed_at < head.provenance.observed_at:
                ended[each.id] = head.provenance.observed_at
        return ended

    def scan(
        self,
        tenant_ids: Sequence[str],
        *,
        nodes: Sequence[str] = (),
        relationships: Sequence[str] = (),
        ids: Sequence[str] | None = None,
        lean: bool = False,
    ) -> Iterator[NodeRecord | EdgeRecord]:
        for key, node in sorted(self.nodes.items()):
            if key.tenant_id in tenant_ids and key.label in nodes:
                yield self._node(node)
        if "Assertion" in nodes:
            yield from self._assertions(tenant_ids)
        if "Tenant" in nodes:
            yield from self._tenants(tenant_ids)
        by_edge: dict[str, list[Stated]] = {}
        for each in self.stated.values():
            if each.statement.rel_type in relationships and each.statement.tenant_id in tenant_ids:
                by_edge.setdefault(each.assertion.edge_id, []).append(each)
        for edge_id, said in sorted(by_edge.items()):
            yield self._edge(edge_id, said)

    def _tenants(self, tenant_ids: Sequence[str]) -> Iterator[NodeRecord]:
        said = (each.statement for each in self.stated.values())
        linked = {one.tenant_id for one in said if one.rel_type == SAME_PERSON_AS}
        for tenant in sorted(self.versions.keys() & set(tenant_ids)):
            told: dict[str, Value] = {"tenant_id": tenant, "id": tenant, "version": self.versions[tenant]}
            yield NodeRecord(NodeKey("Tenant", tenant, tenant), {**told, "linked": tenant in linked or None})

    def _node(self, node: NodeStatement) -> NodeRecord:
        origin = node.provenance
        block: dict[str, Value] = {
            "tenant_id": node.key.tenant_id,
            "id": node.key.id,
            "source_id": origin.source_id,
            "source_record": origin.source_record,
            "observed_at": origin.observed_at,
            "payload_hash": None if node.key.label == RECORD_HEAD else node.payload_hash,
            "recorded_at": NOW,
            "ontology_version": ONTOLOGY_VERSION,
        }
        person = self._consent(node.key.id).person_block if node.key.label == "Person" else {}
        return NodeRecord(node.key, {**node.properties, **block, **person})

    def _assertions(self, tenant_ids: Sequence[str]) -> Iterator[NodeRecord]:
        for identifier, each in sorted(self.stated.items()):
            said, tenant = each.assertion, each.statement.tenant_id
            if tenant in tenant_ids and load_ontology().relationship(said.rel_type).asserted_by_nodes(tenant):
                names = (
                    name for name, spec in load_ontology().node("Assertion").properties.items() if not spec.volatile
                )
                values: dict[str, Value] = {name: getattr(said, name) for name in names}
                block: dict[str, Value] = {"tenant_id": tenant, "id": identifier, "recorded_at": NOW}
                yield NodeRecord(NodeKey("Assertion", tenant, identifier), {**values, **block})

    def _edge(self, edge_id: str, said: list[Stated]) -> EdgeRecord:
        first = said[0].statement
        assertions = [each.assertion for each in said]
        by_nodes = load_ontology().relationship(first.rel_type).asserted_by_nodes(first.tenant_id)
        if by_nodes:
            projected = project(assertions, self._ended(first.tenant_id, assertions))
        else:
            projected = project_inline(max(assertions, key=inline_rank))
        person = subject_of(first)
        block: dict[str, Value] = {
            "edge_id": edge_id,
            "tenant_id": first.tenant_id,
            "qualifier": first.qualifier,
            "recorded_at": NOW,
            "review_state": "auto",
        }
        allowed = PUBLIC_BLOCK if person is None else self._consent(person.id).edge_block
        return EdgeRecord(edge_id, first.rel_type, first.start, first.end, {**projected, **block, **allowed})

    def _links(self) -> Iterator[tuple[str, str]]:
        """Live links between identifiers (of all tenants: tests that link use one)."""
        by_edge: dict[str, list[Stated]] = {}
        for each in self.stated.values():
            if each.statement.rel_type == SAME_PERSON_AS:
                by_edge.setdefault(each.assertion.edge_id, []).append(each)
        for said in by_edge.values():
            if project([each.assertion for each in said])["retracted_at"] is None:
                yield said[0].statement.start.id, said[0].statement.end.id

    def _consent(self, person_id: str) -> Consent:
        events = []
        people = next((one.members for one in clusters(self._links()) if person_id in one.members), (person_id,))
        for key, node in self.nodes.items():
            if key.label == "ConsentGrant" and node.properties["person_id"] in people:
                stated = node.properties
                purposes, given_at, expires_at = stated["purposes"], stated["given_at"], stated.get("expires_at")
                assert isinstance(purposes, list)
                assert isinstance(given_at, datetime)
                assert expires_at is None or isinstance(expires_at, datetime)
                names = tuple(str(purpose) for purpose in purposes)
                events.append(ConsentEvent(key.id, names, stated["status"] == "granted", given_at, expires_at))
        return consent(events)

    def content(self, tenant_ids: Sequence[str]) -> list[str]:
        """Everything that belongs to the graph, canonically, without what is volatile."""
        ontology = load_ontology()
        labels = [node.name for node in ontology.nodes.values() if node.exchanged]
        lines = []
        for record in self.scan(tenant_ids, nodes=labels, relationships=list(ontology.relationships)):
            told = {name: value for name, value in record.properties.items() if name not in VOLATILE}
            head = (
                str(record.key) if isinstance(record, NodeRecord) else f"{record.rel_type} {record.start} {record.end}"
            )
            lines.append(f"{head} {canonical_json(told)}")
        return sorted(lines)

    def head(self, tenant_ids: Sequence[str]) -> dict[str, int]:
        return {tenant: self.versions.get(tenant, 0) for tenant in tenant_ids}

    def read(self, statement: str, scope: Scope, **parameters: object) -> list[dict[str, object]]:
        raise NotImplementedError

    def edges(self, scope: Scope, edge_ids: Sequence[str], rel_types: Sequence[str] = ()) -> dict[str, CitedEdge]:
        raise NotImplementedError

    def changes(self, tenant_id: str, since: int) -> list[Change]:
        raise NotImplementedError

    def capabilities(self) -> Capabilities:
        return Capabilities("replay", "1", "none", False, False, False, False)

    def close(self) -> None:
        return None


VOLATILE = ("recorded_at", "ontology_version")
