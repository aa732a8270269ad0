"""Edges inside a batch: statements become assertions, and edges the projection of all assertions about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from graph import statements as cypher
from graph.batch import Batch
from graph.consenting import note_links, project_consent, read_consents
from graph.identity import SAME_PERSON_AS
from graph.keys import Value
from graph.planning import Prepared, Stated
from graph.projection import PUBLIC_BLOCK, Assertion, Consent, Rank, inline_rank, project, project_inline
from graph.record_heads import ended, raise_heads
from graph.rows import Table, as_datetime, decoded, edge_columns, node_columns
from graph.shapes import Shape, subject_of
from ontology.model import load_ontology

GRANTED = "GRANTED"
ByEdge: TypeAlias = Mapping[str, list[Stated]]
"""Statements by the id of the edge they speak of."""


@dataclass(slots=True)
class Settled:
    """Projections to write, by edge id: of edges to create and of edges that exist."""

    new: dict[str, dict[str, Value]] = field(default_factory=dict)
    changed: dict[str, dict[str, Value]] = field(default_factory=dict)


def write_edges(batch: Batch, passing: Sequence[Prepared]) -> None:
    """Write all edges of the records; consent and identity first, so that every other edge is born with its scopes."""
    outdated = raise_heads(batch, (each.record for each in passing))
    stated = [edge for each in passing for edge in each.edges]
    by_type: dict[str, dict[str, list[Stated]]] = defaultdict(lambda: defaultdict(list))
    for edge in stated:
        by_type[edge.statement.rel_type][edge.assertion.edge_id].append(edge)
    _write_type(batch, GRANTED, by_type.pop(GRANTED, {}), ())
    _write_type(batch, SAME_PERSON_AS, by_type.pop(SAME_PERSON_AS, {}), outdated.pop(SAME_PERSON_AS, ()))
    read_consents(batch, (edge.statement for edge in stated))
    project_consent(batch)
    for rel_type in sorted(by_type.keys() | outdated.keys()):
        _write_type(batch, rel_type, by_type.get(rel_type, {}), outdated.get(rel_type, ()))


def _write_type(batch: Batch, rel_type: str, edges: ByEdge, outdated: Collection[str]) -> None:
    if not edges and not outdated:
        return
    by_nodes = load_ontology().relationship(rel_type).asserted_by_nodes(batch.changes.tenant_id)
    settled = _asserted(batch, edges, outdated) if by_nodes else _inline(batch, rel_type, edges)
    _update(batch, rel_type, settled.changed)
    shapes: dict[Shape, list[str]] = defaultdict(list)
    for edge_id in settled.new:
        shapes[Shape.of(edges[edge_id][0].statement)].append(edge_id)
    for shape, edge_ids in shapes.items():
        _create(batch, shape, [(edges[edge_id][0], settled.new[edge_id]) for edge_id in edge_ids])
    written = settled.new.keys() | settled.changed.keys()
    batch.applied.edges_written += len(written)
    batch.applied.edges_unchanged += len(edges.keys() - written)
    batch.edge_keys += [f"{rel_type}:{edge_id}" for edge_id in written]
    if rel_type == GRANTED:
        batch.consenting.update(edges[edge_id][0].statement.start.id for edge_id in written)
    elif rel_type == SAME_PERSON_AS:
        note_links(batch, written)


def _update(batch: Batch, rel_type: str, changed: Mapping[str, Mapping[str, Value]]) -> None:
    if not changed:
        return
    table, columns = Table(), edge_columns(rel_type)
    own = {"tenant_id": batch.changes.tenant_id, "recorded_at": batch.now}
    rows = {
        edge_id: [None, None, *table.row(columns, {**properties, **own, "edge_id": edge_id})]
        for edge_id, properties in changed.items()
    }
    batch.ask(cypher.update_edges(rel_type), ids=list(rows), rows=rows, table=table.values)


def _create(batch: Batch, shape: Shape, group: list[tuple[Stated, dict[str, Value]]]) -> None:
    # Sorted by ends, so that two writers take the same locks in the same order.
    group.sort(key=lambda each: (each[0].statement.start.id, each[0].statement.end.id))
    table, columns = Table(), edge_columns(shape.rel_type)
    rows = [
        [
            first.statement.start.id,
            first.statement.end.id,
            *table.row(columns, {**properties, **_block(batch, first)}),
        ]
        for first, properties in group
    ]
    statement = cypher.create_edges(shape.rel_type, shape.start_label, shape.end_label)
    tenants = {"start_tenant": shape.start_tenant, "end_tenant": shape.end_tenant}
    batch.ask(statement, rows=rows, table=table.values, **tenants)


def _block(batch: Batch, first: Stated) -> dict[str, object]:
    person = subject_of(first.statement)
    allowed = PUBLIC_BLOCK if person is None else batch.consents.get(person.id, Consent()).edge_block
    return {
        **allowed,
        "edge_id": first.assertion.edge_id,
        "tenant_id": batch.changes.tenant_id,
        "qualifier": first.statement.qualifier,
        "recorded_at": batch.now,
        "review_state": "auto",
    }


# -- edges whose block is their only assertion -----------------------------------------------------------------


def _inline(batch: Batch, rel_type: str, edges: ByEdge) -> Settled:
    stored = dict(map(_stored_rank, batch.ask(cypher.find_edges(rel_type), ids=list(edges))))
    settled = Settled()
    for edge_id, stated in edges.items():
        winner = max((each.assertion for each in stated), key=inline_rank)
        held = stored.get(edge_id)
        if held is None:
            settled.new[edge_id] = project_inline(winner)
        elif inline_rank(winner) > held:
            settled.changed[edge_id] = project_inline(winner)
    return settled


def _stored_rank(row: Sequence[Any]) -> tuple[str, Rank]:
    edge_id, observed_at, *rest = row
    retracts, confidence, payload_hash, source_id, source_record, method = rest
    return edge_id, (as_datetime(observed_at), retracts, confidence, payload_hash, source_id, source_record, method)


# -- edges behind which assertions stand -----------------------------------------------------------------------


def _asserted(batch: Batch, edges: ByEdge, outdated: Collection[str]) -> Settled:
    stored = _stored_assertions(batch, [*edges, *(edge_id for edge_id in outdated if edge_id not in edges)])
    fresh: dict[str, Stated] = {}
    together: dict[str, dict[str, Assertion]] = {edge_id: stored.get(edge_id, {}) for edge_id in outdated}
    for edge_id, stated in edges.items():
        held = stored.get(edge_id, {})
        new = {each.assertion.id: each for each in stated if each.assertion.id not in held}
        if new:
            fresh.update(new)
            together[edge_id] = {**held, **{found: each.assertion for found, each in new.items()}}
    _create_assertions(batch, fresh.values())
    over = ended(batch, (each for group in together.values() for each in group.values()))
    settled = Settled()
    for edge_id, group in together.items():
        of_edge = {each: over[each] for each in group if each in over} if over else over
        target = settled.changed if edge_id in stored else settled.new
        target[edge_id] = project(group.values(), of_edge)
    return settled


def _stored_assertions(batch: Batch, edge_ids: Sequence[str]) -> dict[str, dict[str, Assertion]]:
    columns = node_columns("Assertion")
    stored: dict[str, dict[str, Assertion]] = defaultdict(dict)
    for row in batch.ask(cypher.find_assertions(), ids=edge_ids):
        properties = cast("dict[str, Any]", decoded(columns, row))
        assertion = Assertion(**{name: properties[name] for name in Assertion.__slots__})
        stored[assertion.edge_id][assertion.id] = assertion
    return stored


def _create_assertions(batch: Batch, fresh: Iterable[Stated]) -> None:
    groups: dict[tuple[str, str, str, str, str], list[Stated]] = defaultdict(list)
    for each in fresh:
        start, end = each.statement.start, each.statement.end
        groups[each.assertion.source_id, start.label, start.tenant_id, end.label, end.tenant_id].append(each)
    columns, stamp = node_columns("Assertion"), {**batch.stamp(), "ingest_run": batch.changes.run}
    for (source, start_label, start_tenant, end_label, end_tenant), group in sorted(groups.items()):
        table = Table()
        rows = [
            [
                each.statement.start.id,
                each.statement.end.id,
                *table.row(columns, {**stamp, **each.assertion.as_properties()}),
            ]
            for each in group
        ]
        statement = cypher.create_assertions(start_label, end_label)
        tenants = {"start_tenant": start_tenant, "end_tenant": end_tenant}
        batch.ask(statement, source=source, rows=rows, table=table.values, **tenants)
        batch.applied.assertions_written += len(rows)
