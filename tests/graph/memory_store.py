"""A store that holds records and a change log in memory: what a snapshot source needs of a store, and counts of it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.changes import Applied, ChangeSet
from graph.keys import NodeKey
from graph.scope import Scope
from graph.store import Capabilities, Change, CitedEdge, EdgeRecord, NodeRecord
from ontology.errors import StoreUnavailable


class MemoryStore:
    """Records go in by ``write``; the port's reading methods give them back."""

    def __init__(self, records: Sequence[NodeRecord | EdgeRecord] = ()) -> None:
        self.nodes: dict[NodeKey, NodeRecord] = {}
        self.held_edges: dict[str, EdgeRecord] = {}
        self.log: list[Change] = []
        self.calls: Counter[str] = Counter()
        self.down = False
        self._lock = threading.Lock()
        for tenant_id in sorted({_tenant(record) for record in records}):
            self.write(tenant_id, [r for r in records if _tenant(r) == tenant_id], kind="bulk")

    def write(
        self,
        tenant_id: str,
        records: Sequence[NodeRecord | EdgeRecord] = (),
        *,
        kind: str = "batch",
        gone: Sequence[NodeKey | str] = (),
    ) -> int:
        """Commit one batch: records put in, nodes (by key) and edges (by id) deleted. Returns its version."""
        with self._lock:
            edge_keys = [(r.rel_type, r.edge_id) for r in records if isinstance(r, EdgeRecord)]
            node_keys = [r.key for r in records if isinstance(r, NodeRecord)]
            for record in records:
                if isinstance(record, NodeRecord):
                    self.nodes[record.key] = record
                else:
                    self.held_edges[record.edge_id] = record
            for key in gone:
                if isinstance(key, NodeKey):
                    node_keys.append(key)
                    self.nodes.pop(key, None)
                    lost = [e for e in self.held_edges.values() if key in (e.start, e.end)]
                else:
                    lost = [self.held_edges[key]]
                edge_keys += [(edge.rel_type, edge.edge_id) for edge in lost]
                for edge in lost:
                    del self.held_edges[edge.edge_id]
            version = self._head(tenant_id) + 1
            keyed = kind != "bulk"
            self.log.append(
                Change(tenant_id, version, kind, tuple(node_keys) if keyed else (), tuple(edge_keys) if keyed else ())
            )
            return version

    def _head(self, tenant_id: str) -> int:
        return max((change.version for change in self.log if change.tenant_id == tenant_id), default=0)

    def _called(self, name: str) -> None:
        self.calls[name] += 1
        if self.down:
            raise StoreUnavailable("Nothing answers.", remedy="Start it.")

    def head(self, tenant_ids: Sequence[str]) -> dict[str, int]:
        self._called("head")
        with self._lock:
            return {tenant_id: self._head(tenant_id) for tenant_id in tenant_ids}

    def changes(self, tenant_id: str, since: int) -> list[Change]:
        self._called("changes")
        with self._lock:
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
        self._called("scan" if ids is None else "narrow_scan")
        with self._lock:
            found: list[NodeRecord | EdgeRecord] = [
                record
                for key, record in self.nodes.items()
                if key.label in nodes and key.tenant_id in tenant_ids and (ids is None or key.id in ids)
            ]
            found += [
                record
                for record in self.held_edges.values()
                if record.rel_type in relationships
                and record.properties["tenant_id"] in tenant_ids
                and (ids is None or record.edge_id in ids)
            ]
        return iter(found)

    def migrate(self) -> list[str]:
        return []

    def apply(self, changes: ChangeSet) -> Applied:
        raise NotImplementedError

    def read(self, statement: str, scope: Scope, **parameters: object) -> list[dict[str, object]]:
        kind, name = statement.split(":")
        owners = Counter(
            [key.tenant_id for key in self.nodes if key.label == name]
            if kind == "count_nodes"
            else [_tenant(record) for record in self.held_edges.values() if record.rel_type == name]
        )
        return [{"tenant": tenant, "count": owners[tenant]} for tenant in sorted(owners) if tenant in scope.tenants]

    def edges(self, scope: Scope, edge_ids: Sequence[str], rel_types: Sequence[str] = ()) -> dict[str, CitedEdge]:
        raise NotImplementedError

    def capabilities(self) -> Capabilities:
        return Capabilities("memory", "0", "test", False, False, False, False)

    def close(self) -> None:
        pass


def _tenant(record: NodeRecord | EdgeRecord) -> str:
    return record.key.tenant_id if isinstance(record, NodeRecord) else str(record.properties["tenant_id"])
