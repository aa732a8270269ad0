"""The store port: what the rest of Cairn asks of a graph store. Eight methods, no Cypher, no driver types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from graph.changes import Applied, ChangeSet
from graph.keys import NodeKey, Value
from graph.scope import Scope


@dataclass(frozen=True, slots=True)
class NodeRecord:
    """A node as stored: key and all properties (node block included)."""

    key: NodeKey
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class EdgeRecord:
    """An edge as stored: id, type, both ends and all properties (edge block included)."""

    edge_id: str
    rel_type: str
    start: NodeKey
    end: NodeKey
    properties: Mapping[str, Value]


def stands(properties: Mapping[str, object]) -> bool:
    """Whether an edge with these properties is asserted: neither retracted nor rejected in review."""
    return properties.get("retracted_at") is None and properties.get("review_state") != "rejected"


@dataclass(frozen=True, slots=True)
class AssertionRecord:
    """One source's statement about an edge, with the source it came from.

    ``ingest_run`` is the run that wrote it down first; None where the edge itself is the statement.
    """

    id: str
    edge_id: str
    source: NodeRecord
    source_record: str
    payload: str
    method: str
    extractor_version: str
    confidence: float
    observed_at: datetime
    retracts: bool
    ingest_run: str | None = None


@dataclass(frozen=True, slots=True)
class CitedEdge:
    """An edge read back for a citation: the edge, the captions of its ends, its assertions.

    Edges whose assertions are inline come with the one assertion that their block states, so that a reader
    sees no difference.
    """

    edge: EdgeRecord
    start_caption: str
    end_caption: str
    assertions: tuple[AssertionRecord, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the change log."""

    tenant_id: str
    version: int
    kind: str
    node_keys: tuple[NodeKey, ...]
    edge_keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the connected server is and what it can do beyond the core statements."""

    product: str
    version: str
    edition: str
    full_text: bool
    vector: bool
    enforces_read_mode: bool
    enforces_timeout: bool


class GraphStore(Protocol):
    """A graph store. All failures are ``ontology.errors.StoreFailure`` leaves."""

    def migrate(self) -> list[str]:
        """Apply missing schema migrations and return their names. Safe to run twice and concurrently."""
        ...

    def apply(self, changes: ChangeSet) -> Applied:
        """Write the change set in one transaction, or nothing of it."""
        ...

    def read(self, statement: str, scope: Scope, **parameters: object) -> list[dict[str, object]]:
        """Run a catalogue statement by name under the scope and return its rows."""
        ...

    def edges(self, scope: Scope, edge_ids: Sequence[str], rel_types: Sequence[str] = ()) -> dict[str, CitedEdge]:
        """Read edges back by id. Ids that are gone, retracted or not permitted to the scope are absent.

        ``rel_types`` (all types of the ids, when the caller knows them) saves looking through the others.
        """
        ...

    def head(self, tenant_ids: Sequence[str]) -> dict[str, int]:
        """The current version of each tenant (0 for one that was never written)."""
        ...

    def changes(self, tenant_id: str, since: int) -> list[Change]:
        """The change log after version ``since``, in order."""
        ...

    def scan(
        self,
        tenant_ids: Sequence[str],
        *,
        nodes: Sequence[str] = (),
        relationships: Sequence[str] = (),
        ids: Sequence[str] | None = None,
        lean: bool = False,
    ) -> Iterator[NodeRecord | EdgeRecord]:
        """Stream all nodes of the labels and all edges of the types (operational use: snapshot, hash, audit).

        With ``ids`` only the nodes with these ids and the edges with these edge ids, retracted ones included.
        With ``lean`` an edge carries only what a snapshot keeps of it (``graph.adjacency.lean_properties``).
        """
        ...

    def capabilities(self) -> Capabilities:
        """What the server can do, probed once."""
        ...

    def close(self) -> None:
        """Release connections (and stop the embedded server this process started)."""
        ...
