"""One batch inside one write transaction: look, decide, write, log. Speaks catalogue statements; knows no driver."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from graph import statements as cypher
from graph.batch import Batch
from graph.change_log import log
from graph.changes import Applied, NodeStatement
from graph.edge_writing import write_edges
from graph.keys import NodeKey
from graph.planning import NodeRank, Prepared, last_writers, settle, wanted
from graph.quarantine import settle_quarantine
from graph.record_heads import RECORD_HEAD
from graph.rows import as_datetime, node_columns
from ontology.model import load_ontology


def apply_batch(batch: Batch, prepared: Sequence[Prepared]) -> Applied:
    """Carry the batch out and return what it did; the tenant's version moves only when content changed."""
    version = cast("int", batch.ask(cypher.LOCK_TENANT)[0][0])
    batch.applied.version = version
    stored = _stored_nodes(batch, wanted(prepared))
    passing, waiting = settle(prepared, stored)
    batch.applied.waiting = [each.record.key for each, _ in waiting]
    stated = (node for each in passing for node in each.record.nodes if node.key.label != RECORD_HEAD)
    _write_nodes(batch, [batch.changes.source, *stated], stored)
    write_edges(batch, passing)
    settle_quarantine(batch, [each.record for each in passing], waiting)
    if batch.node_keys or batch.edge_keys or batch.consenting:
        log(batch, version)
    return batch.applied


def _stored_nodes(batch: Batch, keys: Mapping[tuple[str, str], list[str]]) -> dict[NodeKey, NodeRank | None]:
    source = batch.changes.source.key
    with_source = {**keys, ("Source", source.tenant_id): [*keys.get(("Source", source.tenant_id), ()), source.id]}
    found: dict[NodeKey, NodeRank | None] = {}
    for (label, tenant_id), ids in with_source.items():
        for node_id, observed_at, *rest in batch.ask(cypher.find_nodes(label), tenant=tenant_id, ids=ids):
            key = NodeKey(label, tenant_id, cast("str", node_id))
            found[key] = _rank(observed_at, rest) if observed_at else None
    return found


def _rank(observed_at: object, rest: Sequence[object]) -> NodeRank:
    payload_hash, source_id, source_record = (str(part or "") for part in rest)
    return (as_datetime(cast("str", observed_at)), payload_hash, source_id, source_record)


def _write_nodes(batch: Batch, nodes: Iterable[NodeStatement], stored: Mapping[NodeKey, NodeRank | None]) -> None:
    new: dict[str, list[NodeStatement]] = defaultdict(list)
    newer: dict[str, list[NodeStatement]] = defaultdict(list)
    for key, (rank, node) in sorted(last_writers(nodes).items()):
        held = stored.get(key)
        if key not in stored:
            new[key.label].append(node)
        elif held is None or rank > held:
            newer[key.label].append(node)
        else:
            batch.applied.nodes_unchanged += 1
    for make, groups in ((cypher.create_nodes, new), (cypher.update_nodes, newer)):
        for label, group in groups.items():
            entries = (_node_properties(batch, node) for node in group)
            batch.applied.nodes_written += batch.put(make(label), node_columns(label), entries)
            _note(batch, label, group)


def _note(batch: Batch, label: str, nodes: Sequence[NodeStatement]) -> None:
    if label == "ConsentGrant":
        batch.consenting.update(str(node.properties["person_id"]) for node in nodes)
    if not load_ontology().node(label).operational:
        batch.node_keys += [f"{label}:{node.key.id}" for node in nodes]


def _node_properties(batch: Batch, node: NodeStatement) -> dict[str, object]:
    origin = node.provenance
    # A person starts without consent; an update leaves alone what is projected (statements.update_nodes).
    return {
        "scopes": [],
        "scope_expiries": [],
        **node.properties,
        **batch.stamp(),
        "id": node.key.id,
        "source_id": origin.source_id,
        "source_record": origin.source_record,
        "observed_at": origin.observed_at,
        "payload_hash": node.payload_hash,
    }
