"""The edges of one relationship type as arrays, and which edge properties they keep. It reads no store."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from graph.columns import AnyArray, Kind, NumberColumn, StringColumn, encode_numbers
from ontology.model import Property, RelationshipType, load_ontology

Int32 = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class StatedEnds:
    """Of the edges that a source stated of another identifier of a person: which they are, and of which identifier.

    ``positions`` are sorted; ``starts`` and ``ends`` are numbers of ``graph.identities`` members, -1 for an end that
    was stated as it stands.
    """

    positions: Int32
    starts: Int32
    ends: Int32

    def at(self, position: int) -> tuple[int, int]:
        """Numbers of the stated start and end of the edge at the position."""
        at = int(self.positions.searchsorted(self.positions.dtype.type(position)))
        if at < len(self.positions) and self.positions[at] == position:
            return int(self.starts[at]), int(self.ends[at])
        return -1, -1

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        return self.positions.nbytes + self.starts.nbytes + self.ends.nbytes


@dataclass(frozen=True, slots=True)
class Adjacency:
    """All live edges of one relationship type. An edge is known by its position in the start-sorted order.

    ``offsets``/``dst``: CSR over start nodes from ``start_base``. ``in_offsets``/``in_edge``/``in_src``: for
    end nodes from ``end_base``, positions and start nodes of the incoming edges. ``columns`` are parallel to
    ``dst``. ``stated`` tells the ends of edges that stand at a person but were said of another of their identifiers.
    """

    rel_type: str
    start_base: int
    offsets: Int32
    dst: Int32
    end_base: int
    in_offsets: Int32
    in_edge: Int32
    in_src: Int32
    columns: Mapping[str, NumberColumn]
    qualifiers: StringColumn | None = None
    foreign_tenants: Mapping[int, str] = field(default_factory=dict)
    stated: StatedEnds | None = None

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
        # a key of the offsets' own type: with any other numpy would convert all offsets, every time
        key = self.offsets.dtype.type(position)
        return self.start_base + int(self.offsets.searchsorted(key, side="right")) - 1

    def find(self, start: int, end: int) -> int | None:
        """Position of the first edge from ``start`` to ``end``, or None."""
        span = self.out(start)
        hits = np.flatnonzero(self.dst[span] == end)
        return span.start + int(hits[0]) if len(hits) else None

    @property
    def nbytes(self) -> int:
        """Bytes held by the arrays."""
        arrays: list[AnyArray] = [self.offsets, self.dst, self.in_offsets, self.in_edge, self.in_src]
        columns = sum(column.nbytes for column in self.columns.values())
        others = sum(each.nbytes for each in (self.qualifiers, self.stated) if each is not None)
        return columns + sum(array.nbytes for array in arrays) + others


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


def has_text_qualifier(relationship: RelationshipType) -> bool:
    """Whether parallel edges are told apart by a text that no column keeps."""
    return relationship.qualifier is not None and relationship.qualifier not in edge_columns(relationship.name)


@functools.cache
def lean_properties(rel_type: str) -> tuple[str, ...]:
    """The edge properties a snapshot needs: its columns, what identifies the edge, what tells whether it is live."""
    return (*edge_columns(rel_type), "tenant_id", "qualifier", "retracted_at", "review_state")


@functools.cache
def empty_adjacency(rel_type: str) -> Adjacency:
    """The arrays of a type without edges."""
    nothing, no_offsets = np.zeros(0, dtype=np.int32), np.zeros(1, dtype=np.int32)
    columns = {name: encode_numbers([], *layout) for name, layout in edge_columns(rel_type).items()}
    return Adjacency(rel_type, 0, no_offsets, nothing, 0, no_offsets, nothing, nothing, columns)


def edge_qualifier(adjacency: Adjacency, position: int) -> str | None:
    """What tells the edge at the position apart from parallel ones, as its edge id states it."""
    if adjacency.qualifiers is not None:
        return adjacency.qualifiers[position]
    name = load_ontology().relationship(adjacency.rel_type).qualifier
    if name is None:
        return None
    day = adjacency.columns[name].day(position)
    return day.isoformat() if day else None


def assemble(
    rel_type: str,
    start: Int32,
    end: Int32,
    columns: Mapping[str, NumberColumn],
    start_span: tuple[int, int],
    end_span: tuple[int, int],
    qualifiers: StringColumn | None = None,
    foreign: Mapping[int, str] | None = None,
    in_edge: Int32 | None = None,
    stated: StatedEnds | None = None,
) -> Adjacency:
    """Index edges that are already sorted by (start, end, qualifier). ``in_edge`` saves a sort where it is known."""
    offsets = np.zeros(start_span[1] - start_span[0] + 1, dtype=np.int32)
    np.cumsum(np.bincount(start - start_span[0], minlength=len(offsets) - 1), out=offsets[1:])
    in_offsets = np.zeros(end_span[1] - end_span[0] + 1, dtype=np.int32)
    np.cumsum(np.bincount(end - end_span[0], minlength=len(in_offsets) - 1), out=in_offsets[1:])
    if in_edge is None:
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
        stated=stated,
    )
