"""A bulk batch inside its transaction: when everything it states is new, it is written without further looks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph import statements as cypher
from graph.batch import Batch
from graph.bulk_memory import Learned, Seen
from graph.bulk_nodes import RECORDED_AT, BulkNodes
from graph.bulk_planning import BulkEdges, BulkPlan, bulk_plan
from graph.keys import NodeKey
from graph.node_writing import Stored, find_nodes, write_nodes
from graph.planning import Prepared, Waiting, settle
from graph.quarantine import settle_quarantine
from graph.rows import Table
from ontology.model import load_ontology


def write_bulk(batch: Batch, plan: BulkPlan, prepared: Sequence[Prepared], seen: Seen) -> bool:
    """Write the plan if its edges are known to be new; else write nothing and say so.

    Records that refer to nodes which are not there wait, and the others are written without them.
    """
    stored = _stored(batch, plan, seen)
    plan, waiting = _possible(batch, plan, prepared, stored)
    born = plan.stated.difference(stored)
    statements = (edge for group in plan.edges for edge in group.statements.values())
    if not seen.all_new(plan.fingerprints, statements, born):
        return False
    batch.applied.waiting = [each.record.key for each, _ in waiting]
    _write_nodes(batch, plan, stored)
    for group, rows in zip(plan.edges, plan.ready, strict=True):
        _create_edges(batch, group, rows)
    source = batch.changes.source.key
    batch.learned = Learned(set(stored), {*born, *(() if source in stored else (source,))}, plan.fingerprints)
    held = {id(each.record) for each, _ in waiting}
    settle_quarantine(batch, [each for each in batch.changes.records if id(each) not in held], waiting)
    return True


def _stored(batch: Batch, plan: BulkPlan, seen: Seen) -> Stored:
    """The nodes of the plan that exist, those that it states with what decides who writes last."""
    source = batch.changes.source.key
    stated = {source, *plan.stated}
    asked = seen.unsure(plan.needed) | seen.unsure(stated) | seen.exist(stated)
    grouped: Mapping[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(asked):
        grouped[key.label, key.tenant_id].append(key.id)
    known: dict[NodeKey, None] = dict.fromkeys(seen.exist(plan.needed - asked))
    return {**known, **find_nodes(batch, grouped)}


def _possible(
    batch: Batch, plan: BulkPlan, prepared: Sequence[Prepared], stored: Stored
) -> tuple[BulkPlan, list[Waiting]]:
    """What of the plan can be written now, and the records that wait with what they wait for."""
    missing = plan.needed.difference(stored)
    if not missing:
        return plan, []
    waiting = [
        (each, sorted(missing & each.references)) for each in prepared if not missing.isdisjoint(each.references)
    ]
    smaller = plan.without(each.record for each, _ in waiting)
    if smaller is None:
        passing, waiting = settle(prepared, stored)
        smaller = bulk_plan(replace(batch.changes, records=tuple(each.record for each in passing)))
        assert smaller is not None, "a part of what can be planned in bulk can be planned in bulk"
    return smaller, waiting


def _write_nodes(batch: Batch, plan: BulkPlan, stored: Stored) -> None:
    """The source and the nodes of the plan; a label of which nothing is stored goes as it was made ready."""
    source = batch.changes.source
    label = source.key.label
    write_nodes(batch, [source, *(plan.nodes[label].statements if label in plan.nodes else ())], stored)
    for other, nodes in plan.nodes.items():
        if other == label:
            continue
        if any(node.key in stored for node in nodes.statements):
            write_nodes(batch, nodes.statements, stored)
        else:
            _create_nodes(batch, other, nodes)


def _create_nodes(batch: Batch, label: str, nodes: BulkNodes) -> None:
    batch.ask(cypher.create_nodes(label), rows=nodes.rows, table=_filled(batch, nodes.table))
    batch.applied.nodes_written += len(nodes.rows)
    batch.changed |= not load_ontology().node(label).operational


def _create_edges(batch: Batch, group: BulkEdges, rows: list[list[object]]) -> None:
    if not rows:
        return
    shape = group.shape
    statement = cypher.create_edges(shape.rel_type, shape.start_label, shape.end_label)
    tenants = {"start_tenant": shape.start_tenant, "end_tenant": shape.end_tenant}
    batch.ask(statement, rows=rows, table=_filled(batch, group.table), **tenants)
    batch.applied.edges_written += len(rows)
    batch.changed = True


def _filled(batch: Batch, table: Table) -> list[object]:
    return [batch.now if value is RECORDED_AT else value for value in table.values]
