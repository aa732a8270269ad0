"""One batch inside one write transaction: look, decide, write. Speaks catalogue statements only; knows no driver."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias, cast

from graph import statements as cypher
from graph.changes import Applied, ChangeSet, EdgeStatement, NodeStatement, Provenance, assertion_digest
from graph.keys import NodeKey, Value
from graph.planning import NodeRank, Prepared, Shape, Stated, last_writers, settle, subject_of, wanted
from graph.projection import (
    PUBLIC_BLOCK,
    Assertion,
    Consent,
    ConsentEvent,
    Rank,
    consent,
    inline_rank,
    project,
    project_inline,
)
from graph.quarantine import Quarantine
from graph.rows import Table, as_datetime, decoded, edge_columns, node_columns
from graph.statements import Statement
from ontology.model import ONTOLOGY_VERSION, load_ontology

Run: TypeAlias = Callable[[Statement, Mapping[str, object]], list[list[object]]]
"""Runs a statement in the transaction and returns its rows as lists of values."""

LOGGED_KEYS = 20_000
"""A batch that touches more is logged as bulk, without keys."""


@dataclass(slots=True)
class Application:
    """Applies one prepared change set through ``run``; made anew for every attempt, since attempts are retried."""

    run: Run
    changes: ChangeSet
    now: datetime
    applied: Applied = field(default_factory=lambda: Applied(version=0))
    node_keys: list[str] = field(default_factory=list)
    edge_keys: list[str] = field(default_factory=list)
    consenting: set[str] = field(default_factory=set)
    consents: dict[str, Consent] = field(default_factory=dict)

    def apply(self, prepared: Sequence[Prepared]) -> Applied:
        """Carry the batch out and return what it did."""
        changes = self.changes
        self.applied.version = version = cast("int", self._run(cypher.LOCK_TENANT)[0][0])
        stored = self._stored_nodes(wanted(prepared))
        passing, waiting = settle(prepared, stored)
        self.applied.waiting = [each.record.key for each, _ in waiting]
        self._write_nodes([changes.source, *(node for each in passing for node in each.record.nodes)], stored)
        self._write_edges([stated for each in passing for stated in each.edges])
        Quarantine(self._run, changes, self.now).settle([each.record for each in passing], waiting, self.applied)
        if self.node_keys or self.edge_keys or self.consenting:
            self._log(version)
        return self.applied

    def _run(self, statement: Statement, **parameters: object) -> list[list[object]]:
        return self.run(statement, {"tenant": self.changes.tenant_id, **parameters})

    # -- nodes ---------------------------------------------------------------------------------------------

    def _stored_nodes(self, keys: Mapping[tuple[str, str], list[str]]) -> dict[NodeKey, NodeRank | None]:
        source = self.changes.source.key
        groups = {
            **keys,
            (source.label, source.tenant_id): sorted({*keys.get((source.label, source.tenant_id), ()), source.id}),
        }
        found: dict[NodeKey, NodeRank | None] = {}
        for (label, tenant_id), ids in groups.items():
            for node_id, observed_at, *rest in self._run(cypher.find_nodes(label), tenant=tenant_id, ids=ids):
                rank = (
                    (as_datetime(cast("str", observed_at)), *(str(part or "") for part in rest))
                    if observed_at
                    else None
                )
                found[NodeKey(label, tenant_id, cast("str", node_id))] = cast("NodeRank | None", rank)
        return found

    def _write_nodes(self, nodes: Iterable[NodeStatement], stored: Mapping[NodeKey, NodeRank | None]) -> None:
        new: dict[str, list[NodeStatement]] = defaultdict(list)
        newer: dict[str, list[NodeStatement]] = defaultdict(list)
        for key, (rank, node) in last_writers(nodes).items():
            held = stored.get(key)
            if key not in stored:
                new[key.label].append(node)
            elif held is None or rank > held:
                newer[key.label].append(node)
            else:
                self.applied.nodes_unchanged += 1
        for label, group in sorted(new.items()):
            self._put_nodes(cypher.create_nodes(label), label, group)
        for label, group in sorted(newer.items()):
            self._put_nodes(cypher.update_nodes(label), label, group)

    def _put_nodes(self, statement: Statement, label: str, nodes: Sequence[NodeStatement]) -> None:
        table, columns = Table(), node_columns(label)
        rows = [table.row(columns, self._node_properties(node)) for node in sorted(nodes, key=lambda each: each.key)]
        self._run(statement, rows=rows, table=table.values)
        self.applied.nodes_written += len(rows)
        if label == "ConsentGrant":
            self.consenting.update(str(node.properties["person_id"]) for node in nodes)
        if not load_ontology().node(label).operational:
            self.node_keys += [f"{label}:{node.key.id}" for node in nodes]

    def _node_properties(self, node: NodeStatement) -> dict[str, object]:
        origin = node.provenance
        # A person starts without consent; an update keeps what is projected (see statements.update_nodes).
        return {
            "scopes": [],
            "scope_expiries": [],
            **node.properties,
            "tenant_id": node.key.tenant_id,
            "id": node.key.id,
            "source_id": origin.source_id,
            "source_record": origin.source_record,
            "observed_at": origin.observed_at,
            "payload_hash": node.payload_hash,
            "recorded_at": self.now,
            "ontology_version": ONTOLOGY_VERSION,
        }

    # -- edges ---------------------------------------------------------------------------------------------

    def _write_edges(self, stated: Sequence[Stated]) -> None:
        by_type: dict[str, dict[str, list[Stated]]] = defaultdict(lambda: defaultdict(list))
        for each in stated:
            by_type[each.statement.rel_type][each.assertion.edge_id].append(each)
        granted = by_type.pop("GRANTED", None)
        if granted:
            self._write_type("GRANTED", granted)
        self._read_consents(each.statement for each in stated)
        self._project_consent()
        for rel_type, edges in sorted(by_type.items()):
            self._write_type(rel_type, edges)

    def _write_type(self, rel_type: str, edges: Mapping[str, list[Stated]]) -> None:
        by_nodes = load_ontology().relationship(rel_type).asserted_by_nodes(self.changes.tenant_id)
        settled = self._asserted(edges) if by_nodes else self._inline(rel_type, edges)
        new: dict[Shape, list[tuple[Stated, dict[str, Value]]]] = defaultdict(list)
        newer: dict[str, list[object]] = {}
        table, columns = Table(), edge_columns(rel_type)
        for edge_id, (exists, properties) in settled.items():
            first = edges[edge_id][0]
            if exists:
                newer[edge_id] = [None, None, *table.row(columns, self._edge_properties(first, properties))]
            else:
                new[Shape.of(first.statement)].append((first, properties))
        if newer:
            self._run(cypher.update_edges(rel_type), ids=list(newer), rows=newer, table=table.values)
        for shape, group in new.items():
            self._create_edges(shape, group)
        self.applied.edges_written += len(settled)
        self.applied.edges_unchanged += len(edges) - len(settled)
        self.edge_keys += [f"{rel_type}:{edge_id}" for edge_id in settled]
        if rel_type == "GRANTED":
            self.consenting.update(edges[edge_id][0].statement.start.id for edge_id in settled)

    def _create_edges(self, shape: Shape, group: list[tuple[Stated, dict[str, Value]]]) -> None:
        table, columns = Table(), edge_columns(shape.rel_type)
        group.sort(key=lambda each: (each[0].statement.start.id, each[0].statement.end.id))
        rows = [
            [
                first.statement.start.id,
                first.statement.end.id,
                *table.row(columns, self._edge_properties(first, properties)),
            ]
            for first, properties in group
        ]
        self._run(
            cypher.create_edges(shape.rel_type, shape.start_label, shape.end_label),
            rows=rows,
            table=table.values,
            start_tenant=shape.start_tenant,
            end_tenant=shape.end_tenant,
        )

    def _edge_properties(self, first: Stated, properties: Mapping[str, Value]) -> dict[str, Value]:
        person = subject_of(first.statement)
        allowed = PUBLIC_BLOCK if person is None else self.consents.get(person.id, Consent()).edge_block
        return {
            **properties,
            **allowed,
            "edge_id": first.assertion.edge_id,
            "tenant_id": self.changes.tenant_id,
            "qualifier": first.statement.qualifier,
            "recorded_at": self.now,
            "review_state": "auto",
        }

    def _inline(self, rel_type: str, edges: Mapping[str, list[Stated]]) -> dict[str, tuple[bool, dict[str, Value]]]:
        stored = dict(map(_stored_rank, self._run(cypher.find_edges(rel_type), ids=list(edges))))
        settled: dict[str, tuple[bool, dict[str, Value]]] = {}
        for edge_id, stated in edges.items():
            winner = max((each.assertion for each in stated), key=inline_rank)
            held = stored.get(edge_id)
            if held is None or inline_rank(winner) > held:
                settled[edge_id] = (held is not None, project_inline(winner))
        return settled

    def _asserted(self, edges: Mapping[str, list[Stated]]) -> dict[str, tuple[bool, dict[str, Value]]]:
        columns = node_columns("Assertion")
        stored: dict[str, dict[str, Assertion]] = defaultdict(dict)
        for row in self._run(cypher.find_assertions(), ids=list(edges)):
            assertion = _assertion(decoded(columns, row))
            stored[assertion.edge_id][assertion.id] = assertion
        settled: dict[str, tuple[bool, dict[str, Value]]] = {}
        fresh: dict[str, Stated] = {}
        for edge_id, stated in edges.items():
            held = stored.get(edge_id, {})
            new = {each.assertion.id: each for each in stated if each.assertion.id not in held}
            if new:
                fresh.update(new)
                together = [*held.values(), *(each.assertion for each in new.values())]
                settled[edge_id] = (bool(held), project(together))
        self._create_assertions(fresh.values())
        return settled

    def _create_assertions(self, fresh: Iterable[Stated]) -> None:
        groups: dict[tuple[str, str, str, str, str], list[Stated]] = defaultdict(list)
        for each in fresh:
            start, end = each.statement.start, each.statement.end
            groups[each.assertion.source_id, start.label, start.tenant_id, end.label, end.tenant_id].append(each)
        columns = node_columns("Assertion")
        for (source, start_label, start_tenant, end_label, end_tenant), group in sorted(groups.items()):
            table = Table()
            rows = [
                [each.statement.start.id, each.statement.end.id, *table.row(columns, self._as_node(each.assertion))]
                for each in group
            ]
            self._run(
                cypher.create_assertions(start_label, end_label),
                source=source,
                rows=rows,
                table=table.values,
                start_tenant=start_tenant,
                end_tenant=end_tenant,
            )
            self.applied.assertions_written += len(rows)

    def _as_node(self, assertion: Assertion) -> dict[str, object]:
        return {
            "tenant_id": self.changes.tenant_id,
            "recorded_at": self.now,
            "ontology_version": ONTOLOGY_VERSION,
            **assertion.as_properties(),
        }

    # -- consent -------------------------------------------------------------------------------------------

    def _read_consents(self, edges: Iterable[EdgeStatement]) -> None:
        subjects = {key.id for key in map(subject_of, edges) if key is not None} | self.consenting
        if not subjects:
            return
        events: dict[str, list[ConsentEvent]] = defaultdict(list)
        for person, grant, purposes, status, given_at, expires_at in self._run(
            cypher.FIND_CONSENTS, ids=sorted(subjects)
        ):
            events[cast("str", person)].append(
                ConsentEvent(
                    cast("str", grant),
                    tuple(cast("list[str]", purposes)),
                    status == "granted",
                    as_datetime(cast("str", given_at)),
                    as_datetime(cast("str", expires_at)) if expires_at else None,
                )
            )
        self.consents = {person: consent(of_person) for person, of_person in events.items()}

    def _project_consent(self) -> None:
        if not self.consenting:
            return
        rows = [
            [person, *now.person_block.values(), *list(now.edge_block.values())[1:]]
            for person in sorted(self.consenting)
            for now in (self.consents.get(person, Consent()),)
        ]
        self._run(cypher.PROJECT_CONSENT_TO_PEOPLE, rows=rows)
        for subject in sorted({each.subject for each in load_ontology().relationships.values() if each.subject}):
            self._run(cypher.project_consent_to_edges(subject), rows=rows)

    # -- change log ----------------------------------------------------------------------------------------

    def _log(self, version: int) -> None:
        keyed = not self.changes.bulk and len(self.node_keys) + len(self.edge_keys) <= LOGGED_KEYS
        people = [f"Person:{person}" for person in sorted(self.consenting)]
        if keyed:
            kind = "consent" if people else "batch"
            entries = [(kind, sorted({*people, *self.node_keys}), sorted(self.edge_keys))]
        else:
            # A bulk entry names nothing; who changed their consent must be known by name all the same.
            entries = [("consent", people, [])] if people else []
            entries.append(("bulk", [], []))
        for number, (kind, node_keys, edge_keys) in enumerate(entries, version + 1):
            self._log_entry(number, kind, node_keys, edge_keys)
        self.applied.version = version + len(entries)
        self._run(cypher.BUMP_TENANT, version=self.applied.version, now=self.now)

    def _log_entry(self, version: int, kind: str, node_keys: list[str], edge_keys: list[str]) -> None:
        table, entry = (
            Table(),
            {
                "tenant_id": self.changes.tenant_id,
                "id": f"{version:012d}",
                "recorded_at": self.now,
                "ontology_version": ONTOLOGY_VERSION,
                "version": version,
                "kind": kind,
                "node_keys": node_keys,
                "edge_keys": edge_keys,
            },
        )
        rows = [table.row(node_columns("Outbox"), entry)]
        self._run(cypher.create_nodes("Outbox"), rows=rows, table=table.values)


def _assertion(row: Mapping[str, Value]) -> Assertion:
    names = Assertion.__slots__
    return Assertion(**{name: row[name] for name in names})  # type: ignore[arg-type]  # typed by the ontology


def _stored_rank(row: Sequence[object]) -> tuple[str, Rank]:
    edge_id, observed_at, retracts, confidence, payload_hash, source_id, source_record, method = row
    moment = as_datetime(cast("str", observed_at))
    origin = Provenance(cast("str", source_id), cast("str", source_record), moment, cast("str", method))
    hashed, retracted = cast("str", payload_hash), bool(retracts)
    identity = assertion_digest(cast("str", edge_id), origin, hashed, retracted)
    return cast("str", edge_id), (moment, retracted, cast("float", confidence), hashed, identity)
