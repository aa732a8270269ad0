"""Edges of a document that wait for their assertions, kept on disk so that memory stays bounded."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import orjson

from graph.keys import NodeKey
from graph.rdf.statements import Edge


class WaitingEdges:
    """Edges by edge id. Ask for one to make a statement about it; those never asked for have no assertion."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("")  # a private file that SQLite deletes when closed
        self._base.execute("CREATE TABLE edge (id TEXT PRIMARY KEY, iri TEXT, line INT, ends TEXT, asked INT)")

    def add(self, edge_id: str, edge: Edge, iri: str, line: int) -> None:
        """Keep what statements about the edge need."""
        ends = [edge.tenant_id, edge.rel_type, *_key(edge.start), *_key(edge.end), edge.qualifier]
        row = (edge_id, iri, line, orjson.dumps(ends).decode())
        self._base.execute("INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?, 0)", row)

    def get(self, edge_id: str) -> Edge | None:
        """The edge (without its block), or None where the document has no such edge."""
        row = self._base.execute("SELECT ends FROM edge WHERE id = ?", (edge_id,)).fetchone()
        if row is None:
            return None
        self._base.execute("UPDATE edge SET asked = 1 WHERE id = ?", (edge_id,))
        tenant, rel_type, *ends, qualifier = orjson.loads(row[0])
        return Edge(tenant, rel_type, NodeKey(*ends[:3]), NodeKey(*ends[3:]), qualifier, {})

    def unasserted(self) -> Iterator[tuple[str, int]]:
        """IRI and line of every edge that no assertion spoke of."""
        yield from self._base.execute("SELECT iri, line FROM edge WHERE asked = 0 ORDER BY line, iri")

    def close(self) -> None:
        """Delete the file."""
        self._base.close()


def _key(key: NodeKey) -> tuple[str, str, str]:
    return key.label, key.tenant_id, key.id
