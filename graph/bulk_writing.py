"""A bulk batch inside its transaction: when everything it states is new, it is written without further looks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph import statements as cypher
from graph.batch import Batch
from graph.bulk_memory import Learned, Seen
from graph.bulk_planning import RECORDED_AT, BulkEdges, BulkPlan, bulk_plan
from graph.keys import NodeKey
from graph.node_writing import Stored, find_nodes, write_nodes
from graph.planning import Prepared, Waiting, settle
from graph.quarantine import settle_quarantine


def write_bulk(batch: Batch, plan: BulkPlan, prepared: Sequence[Prepared], seen: Seen) -> bool:
    """Write the plan if its edges are known to be new; else write nothing and say so.

    Records that refer to nodes which are not there wait, and the others are planned anew without them.
    """
    stored, waiting = _stored(batch, plan, seen), list[Waiting]()
    records = batch.changes.records
    if not plan.needed <= stored.keys():
        passing, waiting = settle(prepared, stored)
        records = tuple(each.record for each in passing)
        plan = bulk_plan(replace(batch.changes, records=records)) or plan
    born = plan.stated - stored.keys()
    statements = (edge for group in plan.edges for edge in group.statements.values())
    if not seen.all_new(plan.fingerprints, statements, born):
        return False
    batch.applied.waiting = [each.record.key for each, _ in waiting]
    source = batch.changes.source
    write_nodes(batch, [source, *plan.nodes], stored)
    for group, rows in zip(plan.edges, plan.ready, strict=True):
        _create(batch, group, rows)
    batch.applied.edges_written += plan.count
    batch.changed = plan.count > 0
    batch.learned = Learned(set(stored), {*born, *(() if source.key in stored else (source.key,))}, plan.fingerprints)
    settle_quarantine(batch, records, waiting)
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


def _create(batch: Batch, group: BulkEdges, rows: list[list[object]]) -> None:
    shape = group.shape
    table = [batch.now if value is RECORDED_AT else value for value in group.table.values]
    statement = cypher.create_edges(shape.rel_type, shape.start_label, shape.end_label)
    tenants = {"start_tenant": shape.start_tenant, "end_tenant": shape.end_tenant}
    batch.ask(statement, rows=rows, table=table, **tenants)
