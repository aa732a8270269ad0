"""The snapshot: an immutable, compact read model of one tenant and the shared classifications.

Nodes are numbered so that each label is one contiguous range, sorted by (tenant, id). Each relationship type is
a CSR array (by start) with a CSC index (by end) over the labels it touches. Edge ids are not stored: they are a
hash of what is (graph.keys.edge_id). Nothing here reads a store; see graph.extraction for that.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from graph.columns import LIST_SEPARATOR, AnyArray, Kind, NumberColumn, StringColumn, encode_numbers
from graph.keys import NodeKey, edge_id
from graph.store import EdgeRecord, NodeRecord
from ontology.errors import UnknownNode
from ontology.model import PURPOSES, REFERENCE_TENANT, Ontology, Property, RelationshipType, load_ontology

Int32 = npt.NDArray[np.int32]
Int64 = npt.NDArray[np.int64]

LABEL_ORDER = (
    "OccupationGroup", "Role", "SkillGroup", "Skill", "Course", "Task", "WorkActivity", "Technology",
    "Characteristic", "OrgUnit", "JobPosting", "Person",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SnapshotVersion:
    """Which state of the store a snapshot shows: the tenant's and the classifications' version and when it was read."""

    tenant_id: str
    tenant: int
    reference: int
    read_at: datetime

    def __str__(self) -> str:
        return f"{self.tenant_id}@{self.tenant}+{REFERENCE_TENANT}@{self.reference}"


@dataclass(frozen=True, slots=True)
class Adjacency:
    """All live edges of one relationship type. An edge is known by its position in the start-sorted order.

    ``offsets``/``dst``: CSR over start nodes from ``start_base``. ``in_offsets``/``in_edge``/``in_src``: for
    end nodes from ``end_base``, positions and start nodes of the incoming edges. ``columns`` are parallel to
    ``dst``.
    """

    rel_type: str
    start_base: int
    offsets: Int64
    dst: Int32
    end_base: int
    in_offsets: Int64
    in_edge: Int32
    in_src: Int32
    columns: Mapping[str, NumberColumn]
    qualifiers: StringColumn | None = None
    foreign_tenants: Mapping[int, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.dst)

    def out(self, node: int) -> slice:
        """Positions of the edges that start at the node."""
        local = node - self.start_base
        if not 0 <= local < len(self.offsets) - 1:
            return slice(0, 0)
        return slice(int(self.offsets[local]), int(self.offsets[local + 1]))

    def into(self, node: int) -> slice:
        """Where in ``in_edge`` and ``in_src`` the edges that end at the node are."""
        local = node - self.end_base
        if not 0 <= local < len(self.in_offsets) - 1:
            return slice(0, 0)
        return slice(int(self.in_offsets[local]), int(self.in_offsets[local + 1]))

    def targets(self, node: int) -> Int32:
        """End nodes of the edges that start at the node."""
        return self.dst[self.out(node)]

    def sources(self, node: int) -> Int32:
        """Start nodes of the edges that end at the node."""
        return self.in_src[self.into(node)]

    def start(self, position: int) -> int:
        """Start node of the edge at the position."""
        return self.start_base + int(np.searchsorted(self.offsets, position, side="right")) - 1

    def find(self, start: int, end: int) -> int | None:
        """Position of the first edge from ``start`` to ``end``, or None."""
        span = self.out(start)
        hits = np.flatnonzero(self.dst[span] == end)
        return span.start + int(hits[0]) if len(hits) else None

    @property
    def nbytes(self) -> int:
        """Bytes held by the arrays."""
        arrays: list[AnyArray] = [self.offsets, self.dst, self.in_offsets, self.in_edge, self.in_src]
        arrays += [column.raw for column in self.columns.values()]
        return sum(array.nbytes for array in arrays) + (self.qualifiers.nbytes if self.qualifiers else 0)


@dataclass(frozen=True)
class Snapshot:
    """The read model. Look nodes up by key, walk edges by type, ask for edge ids when citing."""

    version: SnapshotVersion
    label_ranges: Mapping[str, tuple[int, int]]
    tenants: tuple[str, ...]
    tenant_codes: npt.NDArray[np.uint8]
    ids: StringColumn
    captions: StringColumn
    hashes: npt.NDArray[np.uint64]
    hash_order: Int32
    numbers: Mapping[tuple[str, str], npt.NDArray[np.float64]]
    texts: Mapping[tuple[str, str], StringColumn]
    scopes: npt.NDArray[np.uint8]
    scope_expiry: npt.NDArray[np.float64]
    adjacencies: Mapping[str, Adjacency]

    def __len__(self) -> int:
        return len(self.tenant_codes)

    # -- nodes ---------------------------------------------------------------------------------------------

    def find(self, key: NodeKey) -> int | None:
        """Index of the node, or None when it is not in the graph."""
        wanted = _key_hash(key)
        at = int(np.searchsorted(self.hashes, wanted))
        while at < len(self.hashes) and self.hashes[at] == wanted:
            index = int(self.hash_order[at])
            if self.key(index) == key:
                return index
            at += 1
        return None

    def resolve(self, label: str, node_id: str) -> int:
        """Index of the node with this id in the tenant or else in the classifications.

        Raises ``UnknownNode`` when there is none.
        """
        for tenant_id in (self.version.tenant_id, REFERENCE_TENANT):
            index = self.find(NodeKey(label, tenant_id, node_id))
            if index is not None:
                return index
        raise UnknownNode(
            f"{label} {node_id[:200]!r} is not in the graph.", remedy="Look it up with `search`.", label=label
        )

    def label(self, index: int) -> str:
        """Label of the node."""
        for label, (low, high) in self.label_ranges.items():
            if low <= index < high:
                return label
        raise IndexError(index)

    def key(self, index: int) -> NodeKey:
        """Key of the node."""
        return NodeKey(self.label(index), self.tenants[int(self.tenant_codes[index])], self.ids[index])

    def caption(self, index: int) -> str:
        """What to call the node in a sentence (a person's is the pseudonym)."""
        return self.captions[index]

    def nodes(self, label: str) -> range:
        """Indices of all nodes with the label."""
        return range(*self.label_ranges.get(label, (0, 0)))

    def number(self, label: str, name: str, index: int) -> float | None:
        """A numeric, boolean or date (days since 1970) property of a node, or None."""
        column = self.numbers.get((label, name))
        if column is None:
            return None
        value = float(column[index - self.label_ranges[label][0]])
        return None if np.isnan(value) else value

    def text(self, label: str, name: str, index: int) -> str | None:
        """A string property of a node, or None."""
        column = self.texts.get((label, name))
        return (column[index - self.label_ranges[label][0]] or None) if column is not None else None

    def text_list(self, label: str, name: str, index: int) -> list[str]:
        """A string[] property of a node."""
        column = self.texts.get((label, name))
        return column.items(index - self.label_ranges[label][0]) if column is not None else []

    # -- edges ---------------------------------------------------------------------------------------------

    def edges(self, rel_type: str) -> Adjacency:
        """All live edges of the type (empty when there are none)."""
        found = self.adjacencies.get(rel_type)
        return found if found is not None else _empty(rel_type)

    def edge_id(self, rel_type: str, position: int) -> str:
        """Citation handle of the edge at the position."""
        adjacency = self.adjacencies[rel_type]
        start, end = self.key(adjacency.start(position)), self.key(int(adjacency.dst[position]))
        tenant_id = adjacency.foreign_tenants.get(position, start.tenant_id)
        qualifier = (
            adjacency.qualifiers[position] if adjacency.qualifiers is not None else _qualifier(adjacency, position)
        )
        return edge_id(tenant_id, rel_type, start, end, qualifier)

    # -- consent -------------------------------------------------------------------------------------------

    def consents(self, index: int, purpose: str, now: datetime) -> bool:
        """Whether the person allows the purpose at ``now`` according to this snapshot."""
        local = index - self.label_ranges["Person"][0]
        bit = PURPOSES.index(purpose)
        return bool(self.scopes[local] & (1 << bit)) and now.timestamp() < float(self.scope_expiry[local, bit])

    def consenting(self, purpose: str, now: datetime) -> npt.NDArray[np.bool_]:
        """For every person, in order, whether they allow the purpose at ``now``."""
        bit = PURPOSES.index(purpose)
        allowed = (self.scopes & np.uint8(1 << bit)) != 0
        return np.asarray(allowed & (self.scope_expiry[:, bit] > now.timestamp()), dtype=np.bool_)

    @property
    def edge_count(self) -> int:
        """Number of live edges of all types."""
        return sum(len(adjacency) for adjacency in self.adjacencies.values())

    @property
    def edge_nbytes(self) -> int:
        """Bytes held for edges, indexes and columns included."""
        return sum(adjacency.nbytes for adjacency in self.adjacencies.values())


def _key_hash(key: NodeKey) -> np.uint64:
    raw = blake2b(f"{key.label}\x1f{key.tenant_id}\x1f{key.id}".encode(), digest_size=8).digest()
    return np.uint64(int.from_bytes(raw, "little"))


@functools.cache
def _empty(rel_type: str) -> Adjacency:
    nothing32, nothing64 = np.zeros(0, dtype=np.int32), np.zeros(1, dtype=np.int64)
    columns = {name: encode_numbers([], *layout) for name, layout in edge_columns(rel_type).items()}
    return Adjacency(rel_type, 0, nothing64, nothing32, 0, nothing64, nothing32, nothing32, columns)


def _qualifier(adjacency: Adjacency, position: int) -> str | None:
    name = load_ontology().relationship(adjacency.rel_type).qualifier
    if name is None:
        return None
    day = adjacency.columns[name].day(position)
    return day.isoformat() if day else None


Layout = tuple[Kind, str, float, tuple[str, ...]]


def _layout(spec: Property) -> Layout | None:
    if spec.values:
        return ("code", "uint8", 1.0, spec.values)
    if spec.column is None:
        return None
    if spec.column == "days":
        return ("days", "uint16", 1.0, ())
    kind: Kind = "flag" if spec.type == "boolean" else "number" if spec.type == "integer" else "grid"
    return (kind, spec.column, spec.quantum or 1.0, ())


@functools.cache
def edge_columns(rel_type: str) -> Mapping[str, Layout]:
    """Which edge properties a snapshot keeps for the type, and how: (kind, dtype, quantum, labels)."""
    relationship = load_ontology().relationship(rel_type)
    layouts = {name: layout for name, spec in relationship.properties.items() if (layout := _layout(spec))}
    if relationship.qualifier == "valid_from":
        layouts |= {"valid_from": ("days", "uint16", 1.0, ()), "valid_to": ("days", "uint16", 1.0, ())}
    return {**layouts, "confidence": ("grid", "uint8", 0.004, ())}


def _has_text_qualifier(relationship: RelationshipType) -> bool:
    return relationship.qualifier is not None and relationship.qualifier not in edge_columns(relationship.name)


class SnapshotBuilder:
    """Collects nodes and edges and builds a snapshot. Input order does not matter: equal graphs give equal arrays."""

    def __init__(self, version: SnapshotVersion, ontology: Ontology | None = None) -> None:
        self._version = version
        self._ontology = ontology or load_ontology()
        self._nodes: dict[NodeKey, Mapping[str, object]] = {}
        self._edges: dict[str, list[EdgeRecord]] = {}

    def add(self, records: Iterable[NodeRecord | EdgeRecord]) -> SnapshotBuilder:
        """Add records of content labels and live edges; others are passed over."""
        for record in records:
            if isinstance(record, NodeRecord):
                if record.key.label in LABEL_ORDER:
                    self._nodes[record.key] = record.properties
            elif record.properties.get("retracted_at") is None and record.properties.get("review_state") != "rejected":
                self._edges.setdefault(record.rel_type, []).append(record)
        return self

    def build(self) -> Snapshot:
        """Number the nodes, pack the columns, build the indexes."""
        rank = {label: position for position, label in enumerate(LABEL_ORDER)}
        keys = sorted(self._nodes, key=lambda key: (rank[key.label], key.tenant_id, key.id))
        index = {key: position for position, key in enumerate(keys)}
        ranges, start = {}, 0
        for label in LABEL_ORDER:
            count = sum(1 for key in keys[start:] if key.label == label) if start < len(keys) else 0
            ranges[label] = (start, start + count)
            start += count
        tenants = tuple(sorted({key.tenant_id for key in keys}))
        codes = {tenant: code for code, tenant in enumerate(tenants)}
        hashes = np.fromiter((_key_hash(key) for key in keys), dtype=np.uint64, count=len(keys))
        order = np.argsort(hashes, kind="stable").astype(np.int32)
        numbers, texts = self._node_columns(keys, ranges)
        scopes, expiry = self._consents(keys[slice(*ranges["Person"])])
        return Snapshot(
            version=self._version,
            label_ranges=ranges,
            tenants=tenants,
            tenant_codes=np.fromiter((codes[key.tenant_id] for key in keys), dtype=np.uint8, count=len(keys)),
            ids=StringColumn.of(key.id for key in keys),
            captions=StringColumn.of(self._captions(keys)),
            hashes=hashes[order],
            hash_order=order,
            numbers=numbers,
            texts=texts,
            scopes=scopes,
            scope_expiry=expiry,
            adjacencies={
                rel_type: pack_edges(rel_type, records, index, ranges)
                for rel_type, records in sorted(self._edges.items())
                if rel_type in self._ontology.relationships
            },
        )

    def _captions(self, keys: Sequence[NodeKey]) -> Iterator[str]:
        for key in keys:
            caption = self._nodes[key].get(self._ontology.node(key.label).caption)
            yield str(caption) if caption is not None else key.id

    def _node_columns(
        self, keys: Sequence[NodeKey], ranges: Mapping[str, tuple[int, int]]
    ) -> tuple[dict[tuple[str, str], npt.NDArray[np.float64]], dict[tuple[str, str], StringColumn]]:
        numbers: dict[tuple[str, str], npt.NDArray[np.float64]] = {}
        texts: dict[tuple[str, str], StringColumn] = {}
        for label, (low, high) in ranges.items():
            rows = [self._nodes[key] for key in keys[low:high]]
            for name, spec in self._ontology.node(label).properties.items():
                values = [row.get(name) for row in rows]
                if spec.type in ("integer", "float", "boolean", "date", "datetime"):
                    numbers[label, name] = np.fromiter((_as_number(value) for value in values), np.float64, len(values))
                else:
                    texts[label, name] = StringColumn.of(_as_text(value) for value in values)
        return numbers, texts

    def _consents(self, people: Sequence[NodeKey]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float64]]:
        scopes = np.zeros(len(people), dtype=np.uint8)
        expiry = np.full((len(people), len(PURPOSES)), np.inf)
        for row, key in enumerate(people):
            allowed = self._nodes[key].get("scopes") or []
            ends = self._nodes[key].get("scope_expiries") or []
            assert isinstance(allowed, list)
            assert isinstance(ends, list)
            for position, purpose in enumerate(allowed):
                bit = PURPOSES.index(purpose)
                scopes[row] |= 1 << bit
                if position < len(ends) and ends[position]:
                    expiry[row, bit] = datetime.fromisoformat(ends[position]).timestamp()
        return scopes, expiry


def _as_number(value: object) -> float:
    if value is None:
        return np.nan
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, date):
        return float((value - date(1970, 1, 1)).days)
    return float(value)  # type: ignore[arg-type]  # the ontology types it as a number


def _as_text(value: object) -> str | None:
    if isinstance(value, list):
        return LIST_SEPARATOR.join(str(item) for item in value)
    return None if value is None else str(value)


def _span(ends: Iterable[str], ranges: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """The smallest contiguous node range that covers all the labels."""
    spans = [ranges[label] for label in ends if label in ranges and ranges[label][0] < ranges[label][1]]
    return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else (0, 0)


def pack_edges(
    rel_type: str,
    records: Sequence[EdgeRecord],
    index: Mapping[NodeKey, int],
    ranges: Mapping[str, tuple[int, int]],
) -> Adjacency:
    """Build the arrays of one relationship type; edges whose ends are not in ``index`` are left out."""
    relationship = load_ontology().relationship(rel_type)
    known = [record for record in records if record.start in index and record.end in index]
    known.sort(
        key=lambda record: (
            index[record.start],
            index[record.end],
            str(record.properties.get("qualifier") or ""),
        )
    )
    start = np.fromiter((index[record.start] for record in known), np.int32, len(known))
    end = np.fromiter((index[record.end] for record in known), np.int32, len(known))
    columns = {
        name: encode_numbers((record.properties.get(name) for record in known), *layout)
        for name, layout in edge_columns(rel_type).items()
    }
    qualifiers = None
    if _has_text_qualifier(relationship):
        qualifiers = StringColumn.of(str(record.properties.get("qualifier") or "") for record in known)
    foreign = {
        position: str(record.properties["tenant_id"])
        for position, record in enumerate(known)
        if record.properties.get("tenant_id", record.start.tenant_id) != record.start.tenant_id
    }
    start_labels = {first for first, _ in relationship.ends}
    end_labels = {second for _, second in relationship.ends}
    return assemble(
        rel_type,
        start,
        end,
        columns,
        _span(start_labels, ranges),
        _span(end_labels, ranges),
        qualifiers,
        foreign,
    )


def assemble(
    rel_type: str,
    start: Int32,
    end: Int32,
    columns: Mapping[str, NumberColumn],
    start_span: tuple[int, int],
    end_span: tuple[int, int],
    qualifiers: StringColumn | None = None,
    foreign: Mapping[int, str] | None = None,
) -> Adjacency:
    """Index edges that are already sorted by (start, end, qualifier)."""
    offsets = np.zeros(start_span[1] - start_span[0] + 1, dtype=np.int64)
    np.cumsum(np.bincount(start - start_span[0], minlength=len(offsets) - 1), out=offsets[1:])
    in_offsets = np.zeros(end_span[1] - end_span[0] + 1, dtype=np.int64)
    np.cumsum(np.bincount(end - end_span[0], minlength=len(in_offsets) - 1), out=in_offsets[1:])
    in_edge = np.argsort(end, kind="stable").astype(np.int32)
    return Adjacency(
        rel_type=rel_type,
        start_base=start_span[0],
        offsets=offsets,
        dst=end,
        end_base=end_span[0],
        in_offsets=in_offsets,
        in_edge=in_edge,
        in_src=start[in_edge],
        columns=columns,
        qualifiers=qualifiers,
        foreign_tenants=foreign or {},
    )
