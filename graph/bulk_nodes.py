"""Nodes of a bulk batch as rows, made ready before the store's turn comes. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from graph.changes import NodeStatement
from graph.node_ranks import last_writers, node_properties
from graph.rows import Table, node_columns
from ontology.model import ONTOLOGY_VERSION

RECORDED_AT: Final = object()
"""Stands in a table for the moment of writing, which is not known yet."""


@dataclass(frozen=True, slots=True)
class BulkNodes:
    """Nodes of one label: who states each last, and their rows if they are new, with the table these refer to."""

    statements: tuple[NodeStatement, ...]
    rows: list[list[object]]
    table: Table


def bulk_nodes(label: str, tenant_id: str, stated: Iterable[NodeStatement]) -> BulkNodes:
    """The nodes in the order of their ids; of several statements about one node the last writer's."""
    table, columns = Table(), node_columns(label)
    block = {"tenant_id": tenant_id, "recorded_at": RECORDED_AT, "ontology_version": ONTOLOGY_VERSION}
    written = sorted(last_writers(stated).values(), key=lambda each: each[1].key.id)
    rows = [table.row(columns, {**node_properties(node, rank), **block}) for rank, node in written]
    return BulkNodes(tuple(node for _, node in written), rows, table)
