"""A small store in memory with the semantics of the port, for fast tests of the pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from graph.changes import Applied, ChangeSet, EdgeStatement, NodeStatement, Record, Rejection
from graph.keys import NodeKey, Value, digest
from graph.scope import Scope
from graph.store import Capabilities, Change, CitedEdge, EdgeRecord, NodeRecord
from graph.waiting import encode_record
from ingestion.versions import provenances
from ontology.model import load_ontology


class Crash(Exception):
    """The process was killed, as far as the store can tell."""


@dataclass(slots=True)
class Entry:
    """One quarantine entry."""

    values: dict[str, Value]
    observed_at: datetime | None

    def older_than(self, moment: datetime) -> bool:
        """Whether a version of that moment makes this one history."""
        return self.observed_at is None or self.observed_at <= moment


def newest(record: Record) -> datetime:
    return max(origin.observed_at for origin in provenances(record))


@dataclass(slots=True)
class FakeStore:
    """Statements in, projections out. ``crash_after`` batches it raises ``Crash`` instead of committing."""

    nodes: dict[NodeKey, NodeStatement] = field(default_factory=dict)
    statements: dict[str, EdgeStatement] = field(default_factory=dict)
    heads: dict[tuple[str, str], datetime] = field(default_factory=dict)
    held: dict[tuple[str, str, str], Entry] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    crash_after: int | None = None
    commits: int = 0

    def migrate(self) -> list[str]:
        return []

    def apply(self, changes: ChangeSet) -> Applied:
        if self.crash_after is not None and self.commits >= self.crash_after:
            raise Crash
        self.commits += 1
        applied = Applied(self.versions.get(changes.tenant_id, 0) + 1)
        self._node(changes.source, applied)
        for key in changes.clears:
            self._clear(changes.feed, key)
        passing, waiting = self._settled(changes.records)
        for record in passing:
            self._record(changes, record, applied)
        for record in waiting:
            self._wait(changes, record)
            applied.waiting.append(record.key)
        for rejection in changes.rejections:
            self._reject(changes, rejection)
            applied.quarantined += 1
        self.versions[changes.tenant_id] = applied.version
        return applied

    def _settled(self, records: Sequence[Record]) -> tuple[list[Record], list[Record]]:
        """Records whose references are stored or stated by records that pass too, and the rest."""
        passing = list(records)
        while True:
            stated = {node.key for record in passing for node in record.nodes}
            kept = [record for record in passing if not self._missing(record, stated)]
            if len(kept) == len(passing):
                return kept, [record for record in records if record not in kept]
            passing = kept

    def _missing(self, record: Record, stated: set[NodeKey]) -> list[NodeKey]:
        needed = {*record.requires, *(end for edge in record.edges for end in (edge.start, edge.end))}
        return sorted(key for key in needed if key not in stated and key not in self.nodes)

    def _node(self, node: NodeStatement, applied: Applied) -> None:
        old = self.nodes.get(node.key)
        rank = (node.provenance.observed_at, node.payload_hash)
        if old is None or (old.provenance.observed_at, old.payload_hash) < rank:
            self.nodes[node.key] = node
            applied.nodes_written += 1
        else:
            applied.nodes_unchanged += 1

    def _record(self, changes: ChangeSet, record: Record, applied: Applied) -> None:
        for node in record.nodes:
            self._node(node, applied)
        for edge in record.edges:
            if edge.assertion_id in self.statements:
                applied.edges_unchanged += 1
            else:
                self.statements[edge.assertion_id] = edge
                applied.edges_written += 1
                applied.assertions_written += 1
        if record.replaces:
            for origin in provenances(record):
                who = (origin.source_id, origin.source_record)
                self.heads[who] = max(origin.observed_at, self.heads.get(who, origin.observed_at))
        applied.released += self._settle(changes.feed, record)

    def _settle(self, feed: str, record: Record) -> int:
        mine = [place for place in self.held if place[:2] == (feed, record.key)]
        gone = [place for place in mine if place[2] in ("", encode_record(record))]
        for place in gone:
            del self.held[place]
        for place in mine:
            if place not in gone and self.held[place].older_than(newest(record)):
                self.held[place].values["superseded"] = True
        return len(gone)

    def _clear(self, feed: str, key: str) -> int:
        gone = [place for place in self.held if place[:2] == (feed, key)]
        for place in gone:
            del self.held[place]
        return len(gone)

    def _wait(self, changes: ChangeSet, record: Record) -> None:
        payload = encode_record(record)
        values: dict[str, Value] = {
            "feed": changes.feed, "file": record.file, "line": record.line, "record_key": record.key,
            "code": "MISSING_REFERENCE", "reason": "It names nodes that are not in the graph.",
            "remedy": "Load them.", "payload": payload, "missing": [str(key) for key in self._missing(record, set())],
        }  # fmt: skip
        self.held[changes.feed, record.key, payload] = Entry(values, newest(record))

    def _reject(self, changes: ChangeSet, rejection: Rejection) -> None:
        values: dict[str, Value] = {
            "feed": changes.feed, "file": rejection.file, "line": rejection.line, "record_key": rejection.key,
            "field": rejection.field, "code": rejection.code, "reason": rejection.reason,
            "remedy": rejection.remedy, "payload": rejection.payload,
        }  # fmt: skip
        self.held[changes.feed, rejection.key, ""] = Entry(values, None)

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
            if key.tenant_id in tenant_ids and key.label in nodes and (ids is None or key.id in ids):
                origin = node.provenance
                block: dict[str, Value] = {"source_id": origin.source_id, "observed_at": origin.observed_at}
                yield NodeRecord(key, {**block, **node.properties})
        if "RecordHead" in nodes:
            for who, moment in self.heads.items():
                if ids is None or digest(*who) in ids:
                    yield NodeRecord(NodeKey("RecordHead", tenant_ids[0], digest(*who)), {"observed_at": moment})
        if "QuarantinedRecord" in nodes:
            for place, entry in sorted(self.held.items()):
                yield NodeRecord(NodeKey("QuarantinedRecord", tenant_ids[0], "|".join(place)), entry.values)
        yield from self.edges_of(tenant_ids, relationships)

    def edges_of(self, tenant_ids: Sequence[str], rel_types: Sequence[str]) -> Iterator[EdgeRecord]:
        """Edges as projected from what each source record said last."""
        by_edge: dict[str, list[EdgeStatement]] = {}
        for statement in self.statements.values():
            if statement.tenant_id in tenant_ids and statement.rel_type in rel_types:
                by_edge.setdefault(statement.edge_id, []).append(statement)
        for edge_id, said in sorted(by_edge.items()):
            yield self._projected(edge_id, said)

    def _projected(self, edge_id: str, said: list[EdgeStatement]) -> EdgeRecord:
        last: dict[tuple[str, str], EdgeStatement] = {}
        for statement in sorted(said, key=_rank):
            last[statement.provenance.source_id, statement.provenance.source_record] = statement
        live = [
            statement
            for who, statement in last.items()
            if not statement.retracts and self.heads.get(who, _when(statement)) <= _when(statement)
        ]
        ends = [max(_when(statement), self.heads.get(who, _when(statement))) for who, statement in last.items()]
        winner = max(live or last.values(), key=_rank)
        return EdgeRecord(
            edge_id,
            winner.rel_type,
            winner.start,
            winner.end,
            {
                **winner.properties,
                "valid_from": winner.valid_from,
                "valid_to": winner.valid_to,
                "source_id": winner.provenance.source_id,
                "source_record": winner.provenance.source_record,
                "observed_at": _when(winner),
                "source_count": len({statement.provenance.source_id for statement in live}),
                "retracted_at": None if live else max(ends),
            },
        )

    def content(self) -> dict[str, dict[str, dict[str, object]]]:
        """Everything that is content, for comparisons: nodes, edges as projected, assertions."""
        rel_types = sorted({statement.rel_type for statement in self.statements.values()})
        tenants = sorted({statement.tenant_id for statement in self.statements.values()})
        return {
            "nodes": {
                str(key): {"payload_hash": node.payload_hash, "observed_at": _when(node)}
                for key, node in sorted(self.nodes.items())
                if not load_ontology().node(key.label).operational
            },
            "edges": {edge.edge_id: dict(edge.properties) for edge in self.edges_of(tenants, rel_types)},
            "assertions": {name: {} for name in sorted(self.statements)},
        }

    def live(self, *rel_types: str) -> list[EdgeRecord]:
        """Live edges of the types, of all tenants."""
        tenants = sorted({statement.tenant_id for statement in self.statements.values()})
        return [edge for edge in self.edges_of(tenants, rel_types) if edge.properties["retracted_at"] is None]

    def read(self, statement: str, scope: Scope, **parameters: object) -> list[dict[str, object]]:
        assert statement == "tenants"
        return [{"id": tenant_id} for tenant_id in sorted(self.versions)]

    def edges(self, scope: Scope, edge_ids: Sequence[str], rel_types: Sequence[str] = ()) -> dict[str, CitedEdge]:
        raise NotImplementedError

    def head(self, tenant_ids: Sequence[str]) -> dict[str, int]:
        return {tenant_id: self.versions.get(tenant_id, 0) for tenant_id in tenant_ids}

    def changes(self, tenant_id: str, since: int) -> list[Change]:
        raise NotImplementedError

    def capabilities(self) -> Capabilities:
        return Capabilities("fake", "1", "none", False, False, False, False)

    def close(self) -> None:
        return None


def _when(statement: EdgeStatement | NodeStatement) -> datetime:
    return statement.provenance.observed_at


def _rank(statement: EdgeStatement) -> tuple[datetime, bool, float, str]:
    return (_when(statement), statement.retracts, statement.provenance.confidence, statement.payload)
