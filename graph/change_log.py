"""The change log: what a committed batch changed, written with it. Readers follow it by version."""

from __future__ import annotations

from graph import statements as cypher
from graph.batch import Batch
from graph.rows import node_columns

LOGGED_KEYS = 20_000
"""A batch that touches more is logged as bulk, without keys."""

Entry = tuple[str, list[str], list[str]]
"""Kind, node keys, edge keys."""


def log(batch: Batch, version: int) -> None:
    """Write the batch's entries after ``version`` and move the tenant there."""
    entries = _entries(batch)
    for number, (kind, node_keys, edge_keys) in enumerate(entries, version + 1):
        entry = {
            **batch.stamp(),
            "id": f"{number:012d}",
            "version": number,
            "kind": kind,
            "node_keys": node_keys,
            "edge_keys": edge_keys,
        }
        batch.put(cypher.create_nodes("Outbox"), node_columns("Outbox"), [entry])
    batch.applied.version = version + len(entries)
    batch.ask(cypher.BUMP_TENANT, version=batch.applied.version, now=batch.now)


def _entries(batch: Batch) -> list[Entry]:
    people = [f"Person:{person}" for person in sorted(batch.consenting)]
    if not batch.changes.bulk and len(batch.node_keys) + len(batch.edge_keys) <= LOGGED_KEYS:
        kind = "consent" if people else "batch"
        return [(kind, sorted({*people, *batch.node_keys}), sorted(batch.edge_keys))]
    # A bulk entry names nothing; whose consent changed must be known by name all the same.
    bulk: Entry = ("bulk", [], [])
    return [("consent", people, []), bulk] if people else [bulk]
