"""The snapshot: an immutable, compact read model of one tenant and the shared classifications. Its public names.

Nodes are numbered so that each label is one contiguous range, sorted by (tenant, id). Each relationship type is
a CSR array (by start) with a CSC index (by end) over the labels it touches. Edge ids are not stored: they are a
hash of what is (graph.keys.edge_id). Nothing here reads a store; see graph.extraction for that.
"""

from graph.adjacency import Adjacency, assemble, edge_columns, lean_properties
from graph.read_model import LABEL_ORDER, SNAPSHOT_TYPES, Snapshot, SnapshotVersion
from graph.snapshot_builder import SnapshotBuilder, empty_snapshot

__all__ = [
    "LABEL_ORDER",
    "SNAPSHOT_TYPES",
    "Adjacency",
    "Snapshot",
    "SnapshotBuilder",
    "SnapshotVersion",
    "assemble",
    "edge_columns",
    "empty_snapshot",
    "lean_properties",
]
