"""One batch inside one write transaction: look, decide, write, log. Speaks catalogue statements; knows no driver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias, cast

from graph import statements as cypher
from graph.batch import Batch
from graph.bulk_memory import Learned, Seen
from graph.bulk_writing import write_bulk
from graph.change_log import log
from graph.changes import Applied
from graph.edge_writing import write_edges
from graph.node_writing import Stored, find_nodes, write_nodes
from graph.planning import Prepared, planned_bulk, settle, wanted
from graph.quarantine import settle_quarantine
from graph.record_heads import RECORD_HEAD

Known: TypeAlias = Callable[[int], Seen]
"""What the writer knows of the tenant at a version."""


def apply_batch(batch: Batch, prepared: Sequence[Prepared], known: Known | None = None) -> Applied:
    """Carry the batch out and return what it did; the tenant's version moves only when content changed.

    ``known`` gives what the writer knows of the tenant at a version; without it every question goes to the store.
    """
    held, linked = batch.ask(cypher.LOCK_TENANT)[0]
    version = batch.applied.version = cast("int", held)
    batch.linked = bool(linked)
    plan = planned_bulk(batch.changes)
    seen = None if known is None else known(version)
    if seen is None or plan is None or not write_bulk(batch, plan, prepared, seen):
        _look_and_write(batch, prepared, learn=seen is not None)
    if batch.changed or batch.node_keys or batch.edge_keys or batch.consenting:
        log(batch, version)
    return batch.applied


def _look_and_write(batch: Batch, prepared: Sequence[Prepared], *, learn: bool) -> None:
    """Ask the store about everything that the batch states, wait with what cannot be applied, write the rest."""
    source = batch.changes.source
    keys = wanted(prepared)
    keys["Source", source.key.tenant_id] = [*keys.get(("Source", source.key.tenant_id), ()), source.key.id]
    stored = find_nodes(batch, keys)
    passing, waiting = settle(prepared, stored)
    batch.applied.waiting = [each.record.key for each, _ in waiting]
    stated = [node for each in passing for node in each.record.nodes if node.key.label != RECORD_HEAD]
    write_nodes(batch, [source, *stated], stored)
    write_edges(batch, passing)
    settle_quarantine(batch, [each.record for each in passing], waiting)
    if learn:
        _learn(batch, passing, stored)


def _learn(batch: Batch, passing: Sequence[Prepared], stored: Stored) -> None:
    stated = {batch.changes.source.key, *(node.key for each in passing for node in each.record.nodes)}
    edges = {hash(edge.assertion.edge_id) for each in passing for edge in each.edges}
    batch.learned = Learned(set(stored), stated - stored.keys(), edges)
