"""Change sets: the only way to write. A record becomes statements about nodes and edges; the store applies
whole records, each once, in any order. Nothing here touches a store.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from graph.keys import NodeKey, Value, canonical_json, digest, edge_id, payload_hash
from ontology.model import load_ontology

if TYPE_CHECKING:
    from dataclasses import dataclass as checked_dataclass
else:

    def checked_dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """A dataclass that only the type checker keeps frozen: made by the million, and in half the time."""
        return dataclass(slots=slots, unsafe_hash=frozen)


@checked_dataclass(frozen=True, slots=True)
class Provenance:
    """Where a statement comes from. ``source_record`` is feed and record key, never a path or line number."""

    source_id: str
    source_record: str
    observed_at: datetime
    method: str = "import"
    extractor_version: str = "1"
    confidence: float = 1.0


CONFIDENCE_QUANTUM = 0.004
"""Step of the grid on which confidences are kept."""


def assertion_digest(edge_id: str, origin: Provenance, payload_hash: str, retracts: bool) -> str:
    """Identity of a statement: what it says of which edge, who said it, from which record, when, how and how surely.

    The connector's version is no part of it: a better connector that reads the same repeats what was said.
    """
    when = origin.observed_at.astimezone(UTC).isoformat()
    surely = str(round(origin.confidence / CONFIDENCE_QUANTUM))
    said = (edge_id, origin.source_id, origin.source_record, when, payload_hash)
    return digest(*said, origin.method, str(retracts), surely)


@checked_dataclass(frozen=True, slots=True)
class NodeStatement:
    """A source says that a node exists with these properties (all of them: the record owns the node)."""

    key: NodeKey
    properties: Mapping[str, Value]
    provenance: Provenance

    @property
    def payload_hash(self) -> str:
        """Hash of the stated properties."""
        return payload_hash(self.properties)


@checked_dataclass(frozen=True, slots=True)
class EdgeStatement:
    """A source says that an edge holds (or, with ``retracts``, that it does not).

    ``properties`` excludes the edge block. ``qualifier`` must be given exactly when the relationship type
    has one; for ``valid_from`` and dates it is the ISO day.
    """

    tenant_id: str
    rel_type: str
    start: NodeKey
    end: NodeKey
    properties: Mapping[str, Value]
    provenance: Provenance
    qualifier: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    retracts: bool = False

    @property
    def edge_id(self) -> str:
        """Citation handle of the edge this statement speaks of."""
        return edge_id(self.tenant_id, self.rel_type, self.start, self.end, self.qualifier)

    @property
    def payload(self) -> str:
        """Canonical JSON of everything the statement says beside ends and provenance."""
        return canonical_json({**self.properties, "valid_from": self.valid_from, "valid_to": self.valid_to})

    @property
    def payload_hash(self) -> str:
        """Hash of the payload."""
        return digest(self.payload)

    @property
    def assertion_id(self) -> str:
        """Identity of the statement itself; saying the same thing twice is one assertion."""
        return assertion_digest(self.edge_id, self.provenance, self.payload_hash, self.retracts)


@checked_dataclass(frozen=True, slots=True)
class Record:
    """One input record: applied as a whole, or kept as a whole in quarantine until its references exist.

    ``key`` identifies the record in its feed (a corrected record has the same key). ``payload`` is the
    record as canonical JSON, kept only if it has to wait (``graph.waiting`` encodes it where it is left at
    ``{}``). ``requires`` are nodes that must exist although no edge of the record touches them.

    ``replaces`` says that the record states *all* edges of its key: once a version of the same source record
    (source_id, source_record) with a later ``observed_at`` has been seen, the statements of older versions are
    no longer live, in whatever order the versions arrive (a unit that moved has one parent, not two).
    """

    key: str
    file: str
    line: int
    nodes: tuple[NodeStatement, ...] = ()
    edges: tuple[EdgeStatement, ...] = ()
    payload: str = "{}"
    requires: tuple[NodeKey, ...] = ()
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Rejection:
    """A record that fails its contract: what is wrong with which field, and what to do."""

    key: str
    file: str
    line: int
    code: str
    reason: str
    remedy: str
    field: str | None = None
    payload: str = "{}"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """A batch of records of one feed for one tenant; the store commits it in one transaction.

    ``bulk`` tells the change log that the batch is part of a large load, so that it notes a rebuild instead
    of every key. ``clears`` are record keys of this feed whose quarantine entries are settled and go. ``run`` is the
    id of the ingest run, noted on new assertions; it is no part of what they say.
    """

    tenant_id: str
    feed: str
    source: NodeStatement
    records: tuple[Record, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    bulk: bool = False
    clears: tuple[str, ...] = ()
    run: str | None = None


@dataclass(slots=True)
class Applied:
    """What a change set did: counts, the tenant version it made, and the records that wait for references."""

    version: int
    nodes_written: int = 0
    nodes_unchanged: int = 0
    edges_written: int = 0
    edges_unchanged: int = 0
    assertions_written: int = 0
    quarantined: int = 0
    released: int = 0
    waiting: list[str] = field(default_factory=list)


def on_grid(owner: str, properties: Mapping[str, Value]) -> dict[str, Value]:
    """Return the properties without nulls and with floats on the grid the ontology declares for ``owner``.

    ``owner`` is a label or relationship type. Whole numbers become floats where floats are declared. Store and
    snapshot then hold the same value to the bit.
    """
    ontology = load_ontology()
    declared = (ontology.nodes.get(owner) or ontology.relationship(owner)).properties
    result: dict[str, Value] = {}
    for name, value in properties.items():
        if value is None:
            continue
        spec = declared.get(name)
        is_float = spec is not None and spec.type == "float"
        result[name] = spec.rounded(float(value)) if spec and is_float and isinstance(value, int | float) else value
    return result
