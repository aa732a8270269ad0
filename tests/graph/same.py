"""Whether two snapshots are the same: every array, every column, bit for bit."""

from __future__ import annotations

import numpy as np

from graph.adjacency import Adjacency
from graph.columns import StringColumn
from graph.snapshot import Snapshot


def _texts(first: StringColumn | None, second: StringColumn | None) -> bool:
    if first is None or second is None:
        return first is second
    return first.blob.tobytes() == second.blob.tobytes() and np.array_equal(first.offsets, second.offsets)


def _stated(adjacency: Adjacency) -> list[tuple[int, int, int]]:
    held = adjacency.stated
    return (
        []
        if held is None
        else list(zip(*(each.tolist() for each in (held.positions, held.starts, held.ends)), strict=True))
    )


def _edges(first: Adjacency, second: Adjacency) -> bool:
    return (
        (first.rel_type, first.start_base, first.end_base) == (second.rel_type, second.start_base, second.end_base)
        and np.array_equal(first.offsets, second.offsets)
        and np.array_equal(first.dst, second.dst)
        and np.array_equal(first.in_offsets, second.in_offsets)
        and np.array_equal(first.in_edge, second.in_edge)
        and np.array_equal(first.in_src, second.in_src)
        and first.columns.keys() == second.columns.keys()
        and all(
            np.array_equal(column.raw, second.columns[name].raw)
            and column.raw.dtype == second.columns[name].raw.dtype
            and (column.kind, column.quantum, column.labels)
            == (second.columns[name].kind, second.columns[name].quantum, second.columns[name].labels)
            for name, column in first.columns.items()
        )
        and _texts(first.qualifiers, second.qualifiers)
        and dict(first.foreign_tenants) == dict(second.foreign_tenants)
        and _stated(first) == _stated(second)
    )


def same_snapshot(first: Snapshot, second: Snapshot) -> bool:
    """Compare everything but the order of mappings."""
    return (
        first.version == second.version
        and dict(first.label_ranges) == dict(second.label_ranges)
        and first.tenants == second.tenants
        and np.array_equal(first.tenant_codes, second.tenant_codes)
        and _texts(first.ids, second.ids)
        and _texts(first.captions, second.captions)
        and np.array_equal(first.hashes, second.hashes)
        and np.array_equal(first.hash_order, second.hash_order)
        and first.numbers.keys() == second.numbers.keys()
        and all(np.array_equal(first.numbers[k], second.numbers[k], equal_nan=True) for k in first.numbers)
        and first.texts.keys() == second.texts.keys()
        and all(_texts(first.texts[key], second.texts[key]) for key in first.texts)
        and np.array_equal(first.scopes, second.scopes)
        and np.array_equal(first.scope_expiry, second.scope_expiry)
        and first.adjacencies.keys() == second.adjacencies.keys()
        and all(_edges(first.adjacencies[key], second.adjacencies[key]) for key in first.adjacencies)
        and first.identities == second.identities
    )
