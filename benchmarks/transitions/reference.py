"""O*NET, ESCO and the crosswalk as a snapshot, read from their files without a store."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from graph.changes import EdgeStatement, Record
from graph.keys import NodeKey, Value
from graph.snapshot import Snapshot, SnapshotBuilder, SnapshotVersion
from graph.store import EdgeRecord, NodeRecord
from ingestion.connector import Connector
from ingestion.crosswalk import CrosswalkConnector
from ingestion.esco import EscoConnector
from ingestion.onet import OnetConnector
from ontology.model import REFERENCE_TENANT

READ_AT = datetime(2026, 1, 1, tzinfo=UTC)


def reference_snapshot(data: Path) -> Snapshot:
    """What a store with only the three classifications would give (some 20 seconds)."""
    sources: tuple[Connector, ...] = (
        OnetConnector(data / "onet"),
        EscoConnector(data / "esco"),
        CrosswalkConnector(data / "crosswalks"),
    )
    nodes: dict[NodeKey, NodeRecord] = {}
    edges: dict[str, EdgeStatement] = {}
    for source in sources:
        for item in source.records():
            if isinstance(item, Record):
                nodes |= {node.key: NodeRecord(node.key, node.properties) for node in item.nodes}
                edges |= {edge.edge_id: edge for edge in item.edges}
    builder = SnapshotBuilder(SnapshotVersion(REFERENCE_TENANT, 1, 1, READ_AT)).add(nodes.values())
    return builder.add(edge_record(edge) for edge in edges.values() if {edge.start, edge.end} <= nodes.keys()).build()


def edge_record(edge: EdgeStatement) -> EdgeRecord:
    """The edge as a store projects a single statement about it."""
    block: dict[str, Value] = {
        "tenant_id": edge.tenant_id,
        "qualifier": edge.qualifier,
        "confidence": edge.provenance.confidence,
        "scopes": ["public"],
        "review_state": "auto",
    }
    return EdgeRecord(edge.edge_id, edge.rel_type, edge.start, edge.end, {**block, **edge.properties})
