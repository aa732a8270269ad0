"""Who writes a node last: the record owns its properties, and of several statements the highest rank counts. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias

from graph.changes import NodeStatement
from graph.keys import NodeKey

NodeRank: TypeAlias = tuple[datetime, str, str, str]
"""What decides who writes a node last: observed time, payload hash, source and source record."""


def node_rank(node: NodeStatement) -> NodeRank:
    """The rank of a statement about a node; the highest one writes."""
    origin = node.provenance
    return (origin.observed_at, node.payload_hash, origin.source_id, origin.source_record)


def last_writers(nodes: Iterable[NodeStatement]) -> dict[NodeKey, tuple[NodeRank, NodeStatement]]:
    """For each node the statement with the highest rank."""
    best: dict[NodeKey, tuple[NodeRank, NodeStatement]] = {}
    for node in nodes:
        rank = node_rank(node)
        held = best.get(node.key)
        if held is None or rank > held[0]:
            best[node.key] = (rank, node)
    return best


def node_properties(node: NodeStatement, rank: NodeRank) -> dict[str, object]:
    """What is written of a node beside its block: a person starts without consent."""
    observed_at, payload_hash, source_id, source_record = rank
    return {
        "scopes": [],
        "scope_expiries": [],
        **node.properties,
        "id": node.key.id,
        "source_id": source_id,
        "source_record": source_record,
        "observed_at": observed_at,
        "payload_hash": payload_hash,
    }
