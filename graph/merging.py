"""Array operations behind a snapshot: numbering merged nodes and merging edge tables. Pure; knows no records."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from graph.adjacency import Adjacency, Int32, StatedEnds, assemble, edge_columns
from graph.arrivals import OWN_TENANT, EdgeTable, NodeArrivals
from graph.columns import AnyArray, NumberColumn, StringColumn, uniform
from graph.keys import NodeKey
from graph.read_model import LABEL_ORDER, Snapshot
from ontology.model import RelationshipType, load_ontology


@dataclass(frozen=True, slots=True)
class Numbering:
    """Where nodes go. ``order`` lists old rows, then (from ``len(base)`` on) arrivals by label and row.

    ``moved`` gives an old row its new index (-1 for one that is gone), ``place`` does so for whatever ``order``
    may list. ``ranges`` are the new label ranges.
    """

    order: Int32
    ranges: Mapping[str, tuple[int, int]]
    moved: Int32
    place: Int32
    first_arrival: Mapping[str, int]

    @property
    def unchanged(self) -> bool:
        """Whether every node stays where it is and none came."""
        return len(self.order) == len(self.moved) and bool(np.array_equal(self.moved, np.arange(len(self.moved))))


def number_nodes(
    base: Snapshot,
    arrivals: Mapping[str, NodeArrivals],
    removed: Iterable[NodeKey],
    folded: frozenset[NodeKey] = frozenset(),
) -> Numbering:
    """Merge arrivals into the base, each label sorted by (tenant, id). What is ``folded`` is no node of its own."""
    gone = {row for key in removed if (row := base.row(key)) is not None}
    replaced: dict[int, int] = {}
    first_arrival: dict[str, int] = {}
    ranges: dict[str, tuple[int, int]] = {}
    pieces: list[Int32] = []
    at, arrived = 0, len(base)
    for label in LABEL_ORDER:
        found = arrivals.get(label)
        first_arrival[label] = arrived
        latest = {key: arrived + row for key, row in found.latest().items() if key not in folded} if found else {}
        here = {row: arrival for key, arrival in latest.items() if (row := base.row(key)) is not None}
        piece = _merge_label(base, base.label_ranges.get(label, (0, 0)), latest, gone | here.keys())
        replaced |= here
        arrived += len(found.keys) if found else 0
        ranges[label] = (at, at + len(piece))
        at += len(piece)
        pieces.append(piece)
    order = np.concatenate(pieces)
    place = np.full(arrived, -1, dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    moved = place[: len(base)].copy()
    moved[list(replaced)] = place[list(replaced.values())]
    return Numbering(order, ranges, moved, place, first_arrival)


def _merge_label(base: Snapshot, span: tuple[int, int], latest: Mapping[NodeKey, int], gone: set[int]) -> Int32:
    low, high = span
    kept = np.arange(low, high, dtype=np.int32)
    dropped = [row - low for row in gone if low <= row < high]
    if dropped:
        kept = np.delete(kept, dropped)

    def identity(row: int) -> tuple[str, str]:
        return base.tenants[int(base.tenant_codes[row])], base.ids[row]

    rows = np.fromiter(latest.values(), np.int32, len(latest))
    if not len(kept):
        return rows
    places = [bisect_left(kept, (key.tenant_id, key.id), key=identity) for key in latest]
    return np.insert(kept, np.asarray(places, dtype=np.int64), rows)


def thaw(adjacency: Adjacency, tenant_codes: Mapping[str, int]) -> EdgeTable:
    """The arrays of a type as a plain table."""
    nodes = np.arange(adjacency.start_base, adjacency.start_base + len(adjacency.offsets) - 1, dtype=np.int32)
    tenants = np.full(len(adjacency), OWN_TENANT, dtype=np.int16)
    for position, tenant_id in adjacency.foreign_tenants.items():
        tenants[position] = tenant_codes[tenant_id]
    return EdgeTable(
        start=np.repeat(nodes, np.diff(adjacency.offsets)),
        end=adjacency.dst,
        columns={name: column.raw for name, column in adjacency.columns.items()},
        qualifiers=adjacency.qualifiers,
        tenants=tenants,
        live=np.ones(len(adjacency), dtype=np.bool_),
        stated=_thawed(adjacency),
    )


def _thawed(adjacency: Adjacency) -> Int32 | None:
    if adjacency.stated is None:
        return None
    stated = np.full((len(adjacency), 2), -1, dtype=np.int32)
    stated[adjacency.stated.positions, 0] = adjacency.stated.starts
    stated[adjacency.stated.positions, 1] = adjacency.stated.ends
    return stated


def moved_table(table: EdgeTable, numbers: Int32) -> EdgeTable:
    """The table with its ends renumbered; edges whose ends are gone or unknown (-1) are left out."""
    start, end = numbers[table.start], numbers[table.end]
    kept = (start >= 0) & (end >= 0)
    moved = replace(table, start=start, end=end)
    return moved if kept.all() else rows_of(moved, np.flatnonzero(kept))


def chained(first: EdgeTable, second: EdgeTable) -> EdgeTable:
    """Both tables, one after the other."""
    qualifiers = None
    if first.qualifiers is not None and second.qualifiers is not None:
        qualifiers = StringColumn.chain(first.qualifiers, second.qualifiers)
    return EdgeTable(
        start=np.concatenate([first.start, second.start]),
        end=np.concatenate([first.end, second.end]),
        columns={name: np.concatenate([raw, second.columns[name]]) for name, raw in first.columns.items()},
        qualifiers=qualifiers,
        tenants=np.concatenate([first.tenants, second.tenants]),
        live=np.concatenate([first.live, second.live]),
        stated=_both(first, second),
    )


def _both(first: EdgeTable, second: EdgeTable) -> Int32 | None:
    if first.stated is None and second.stated is None:
        return None
    parts = (np.full((len(t.start), 2), -1, dtype=np.int32) if t.stated is None else t.stated for t in (first, second))
    return np.concatenate(list(parts))


def rows_of(table: EdgeTable, rows: npt.NDArray[np.int64]) -> EdgeTable:
    """The table's rows in the given order."""
    return EdgeTable(
        start=table.start[rows],
        end=table.end[rows],
        columns={name: raw[rows] for name, raw in table.columns.items()},
        qualifiers=None if table.qualifiers is None else table.qualifiers.take(rows),
        tenants=table.tenants[rows],
        live=table.live[rows],
        stated=None if table.stated is None else table.stated[rows],
    )


def sorted_unique(rel_type: str, table: EdgeTable, tenants: Sequence[str]) -> EdgeTable:
    """Sort by (start, end, qualifier, tenant), keep the last row of each edge, and drop it where it is dead.

    Edges that differ only in which identifier of a person they were stated of stay side by side.
    """
    keys = _fact_keys(rel_type, table, tenants)
    if table.stated is not None:
        keys = (table.stated[:, 1], table.stated[:, 0], *keys)
    order = np.lexsort(keys)
    last = np.ones(len(order), dtype=np.bool_)
    last[:-1] = ~_same_as_next(keys, order)
    return rows_of(table, order[last & table.live[order]])


def twins(rel_type: str, table: EdgeTable, tenants: Sequence[str]) -> list[range]:
    """Of a sorted table, the runs of rows that state one fact, each of another identifier of the same person."""
    if table.stated is None or not len(table.start):
        return []
    same = _same_as_next(_fact_keys(rel_type, table, tenants), np.arange(len(table.start)))
    steps = np.diff(np.concatenate([[False], same, [False]]).astype(np.int8))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return [range(int(low), int(high) + 1) for low, high in zip(starts, ends, strict=True)]


def _fact_keys(rel_type: str, table: EdgeTable, tenants: Sequence[str]) -> tuple[AnyArray, ...]:
    """What tells edges apart, the least significant first."""
    rank = np.zeros(len(tenants) + 1, dtype=np.int16)
    rank[: len(tenants)] = np.argsort(np.argsort(np.asarray(tenants, dtype=object))) + 1
    return (
        rank[table.tenants] if len(tenants) else np.zeros(len(table.start), dtype=np.int16),
        _qualifier_ranks(load_ontology().relationship(rel_type), table),
        (table.start.astype(np.int64) << 32) | table.end,
    )


def _same_as_next(keys: Sequence[AnyArray], order: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    same = np.ones(max(len(order) - 1, 0), dtype=np.bool_)
    for key in keys:
        same &= key[order[1:]] == key[order[:-1]]
    return same


def _qualifier_ranks(relationship: RelationshipType, table: EdgeTable) -> npt.NDArray[np.int64]:
    if table.qualifiers is not None:
        texts = list(table.qualifiers)
        ranks = {text: rank for rank, text in enumerate(sorted(set(texts)))}
        return np.fromiter((ranks[text] for text in texts), np.int64, len(texts))
    if relationship.qualifier is None:
        return np.zeros(len(table.start), dtype=np.int64)
    raw = table.columns[relationship.qualifier]
    # An edge without the qualifier comes first, as the empty string does.
    return np.where(raw == np.iinfo(raw.dtype).max, -1, raw.astype(np.int64))


def packed(
    rel_type: str,
    table: EdgeTable,
    ranges: Mapping[str, tuple[int, int]],
    tenants: Sequence[str],
    in_edge: Int32 | None = None,
) -> Adjacency:
    """The adjacency of a sorted table. ``in_edge`` may be given where the order by end node is known."""
    relationship = load_ontology().relationship(rel_type)
    layouts = edge_columns(rel_type)
    columns = {
        name: NumberColumn(uniform(raw), layouts[name][0], layouts[name][2], layouts[name][3])
        for name, raw in table.columns.items()
    }
    foreign = {int(row): tenants[table.tenants[row]] for row in np.flatnonzero(table.tenants != OWN_TENANT)}
    return assemble(
        rel_type,
        table.start,
        table.end,
        columns,
        _span((first for first, _ in relationship.ends), ranges),
        _span((second for _, second in relationship.ends), ranges),
        table.qualifiers,
        foreign,
        in_edge,
        _stated_ends(table),
    )


def _stated_ends(table: EdgeTable) -> StatedEnds | None:
    """The few rows that were said of another identifier."""
    if table.stated is None:
        return None
    rows = np.flatnonzero((table.stated >= 0).any(axis=1)).astype(np.int32)
    if not len(rows):
        return None
    return StatedEnds(rows, np.ascontiguousarray(table.stated[rows, 0]), np.ascontiguousarray(table.stated[rows, 1]))


def _span(labels: Iterable[str], ranges: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """The smallest contiguous node range that covers all the labels."""
    spans = [ranges[label] for label in labels if label in ranges and ranges[label][0] < ranges[label][1]]
    return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else (0, 0)
