"""Nodes inside a batch: which exist, who wrote them last, and writing those that are new or newer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, cast

from graph import statements as cypher
from graph.batch import Batch
from graph.changes import NodeStatement
from graph.keys import NodeKey
from graph.node_ranks import NodeRank, last_writers, node_properties
from graph.rows import as_datetime, node_columns
from ontology.model import load_ontology

Stored: TypeAlias = Mapping[NodeKey, NodeRank | None]
"""Nodes that exist, with the rank of who wrote them last where that is known."""
Ranked: TypeAlias = tuple[NodeRank, NodeStatement]


def find_nodes(batch: Batch, keys: Mapping[tuple[str, str], list[str]]) -> dict[NodeKey, NodeRank | None]:
    """Those of the nodes (ids by label and tenant) that exist."""
    found: dict[NodeKey, NodeRank | None] = {}
    for (label, tenant_id), ids in keys.items():
        for node_id, observed_at, *rest in batch.ask(cypher.find_nodes(label), tenant=tenant_id, ids=ids):
            key = NodeKey(label, tenant_id, cast("str", node_id))
            found[key] = _rank(observed_at, rest) if observed_at else None
    return found


def _rank(observed_at: object, rest: Sequence[object]) -> NodeRank:
    payload_hash, source_id, source_record = (str(part or "") for part in rest)
    return (as_datetime(cast("str", observed_at)), payload_hash, source_id, source_record)


def write_nodes(batch: Batch, nodes: Iterable[NodeStatement], stored: Stored) -> None:
    """Write the nodes that are not stored or were written by somebody older; of several statements the last counts."""
    new: dict[str, list[Ranked]] = defaultdict(list)
    newer: dict[str, list[Ranked]] = defaultdict(list)
    for key, (rank, node) in sorted(last_writers(nodes).items()):
        held = stored.get(key)
        if key not in stored:
            new[key.label].append((rank, node))
        elif held is None or rank > held:
            newer[key.label].append((rank, node))
        else:
            batch.applied.nodes_unchanged += 1
    for make, groups in ((cypher.create_nodes, new), (cypher.update_nodes, newer)):
        for label, group in groups.items():
            stamp = batch.stamp()
            entries = ({**node_properties(node, rank), **stamp} for rank, node in group)
            batch.applied.nodes_written += batch.put(make(label), node_columns(label), entries)
            _note(batch, label, [node for _, node in group])


def _note(batch: Batch, label: str, nodes: Sequence[NodeStatement]) -> None:
    if label == "ConsentGrant":
        batch.consenting.update(str(node.properties["person_id"]) for node in nodes)
    if not load_ontology().node(label).operational:
        batch.node_keys += [f"{label}:{node.key.id}" for node in nodes]
