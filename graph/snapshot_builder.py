"""Builds a snapshot from records, from arrays, or from an older snapshot and what changed. It reads no store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt

from graph.adjacency import Adjacency, Int32
from graph.arrivals import OWN_TENANT, EdgeArrivals, EdgeTable, NodeArrivals, expiries_of
from graph.columns import AnyArray, StringColumn
from graph.identities import NO_IDENTITIES, Identities, fold, identities_of, links_of, stated_numbers, stated_of
from graph.identity import SAME_PERSON_AS
from graph.keys import NodeKey
from graph.merging import (
    Numbering,
    chained,
    moved_table,
    number_nodes,
    packed,
    rows_of,
    sorted_unique,
    thaw,
)
from graph.read_model import LABEL_ORDER, SNAPSHOT_TYPES, Snapshot, SnapshotVersion, key_hash
from graph.store import EdgeRecord, NodeRecord
from graph.twins import Observed, unobserved, winners
from ontology.model import PURPOSES, Ontology, load_ontology

_LABELS = frozenset(LABEL_ORDER)
_NOBODY = np.zeros((0, len(PURPOSES)))


def empty_snapshot(version: SnapshotVersion) -> Snapshot:
    """A snapshot of nothing."""
    return Snapshot(
        version=version,
        label_ranges=dict.fromkeys(LABEL_ORDER, (0, 0)),
        tenants=(),
        tenant_codes=np.zeros(0, dtype=np.uint8),
        ids=StringColumn.of(()),
        captions=StringColumn.of(()),
        hashes=np.zeros(0, dtype=np.uint64),
        hash_order=np.zeros(0, dtype=np.int32),
        numbers={},
        texts={},
        scopes=np.zeros(0, dtype=np.uint8),
        scope_expiry=_NOBODY,
        adjacencies={},
    )


class SnapshotBuilder:
    """Collects nodes and edges and builds a snapshot. Input order does not matter: equal graphs give equal arrays.

    With a ``base`` the result is the base with what was added put in, replacing nodes of the same key and edges
    of the same identity; retracted and rejected edges, and removed nodes with all their edges, go.

    Live ``SAME_PERSON_AS`` edges join people: what any identifier of a person states then stands at the leading one,
    and of edges that state one fact the last ``observed`` counts. Links change only where the base holds no people.
    """

    def __init__(
        self,
        version: SnapshotVersion,
        ontology: Ontology | None = None,
        *,
        base: Snapshot | None = None,
        observed: Observed = unobserved,
    ) -> None:
        self._version = version
        self._ontology = ontology or load_ontology()
        self._base = base or empty_snapshot(SnapshotVersion(version.tenant_id, 0, 0, datetime.fromtimestamp(0, UTC)))
        self._nodes: dict[str, NodeArrivals] = {}
        self._edges: dict[str, EdgeArrivals] = {}
        self._removed: set[NodeKey] = set()
        self._observed = observed
        self._identities = NO_IDENTITIES
        self._numbers: dict[NodeKey, int] = {}
        self._tenants: dict[str, int] = {name: code for code, name in enumerate(self._base.tenants)}
        for adjacency in self._base.adjacencies.values():
            for tenant_id in set(adjacency.foreign_tenants.values()):
                self._tenants.setdefault(tenant_id, len(self._tenants))

    def add(self, records: Iterable[NodeRecord | EdgeRecord]) -> SnapshotBuilder:
        """Add nodes of content labels and edges between them; others are passed over."""
        for record in records:
            if isinstance(record, NodeRecord):
                self._add_node(record)
            elif record.start.label in _LABELS and record.end.label in _LABELS:
                self._add_edge(record)
        return self

    def remove(self, keys: Iterable[NodeKey]) -> SnapshotBuilder:
        """Take nodes of the base out, with all their edges, unless they are added again."""
        self._removed.update(keys)
        return self

    def number(self, keys: Iterable[NodeKey]) -> Int32:
        """Numbers to name nodes by in ``add_edges``; they mean nothing outside this builder."""
        return np.fromiter((self._number(key) for key in keys), dtype=np.int32)

    def add_edges(
        self,
        rel_type: str,
        start: Int32,
        end: Int32,
        columns: Mapping[str, AnyArray],
        qualifiers: Iterable[str] = (),
    ) -> SnapshotBuilder:
        """Add many live edges of their start node's tenant at once (see ``EdgeArrivals.extend``)."""
        self._arrivals(rel_type).extend(start, end, columns, qualifiers)
        return self

    def _number(self, key: NodeKey) -> int:
        return self._numbers.setdefault(key, len(self._numbers))

    def _arrivals(self, rel_type: str) -> EdgeArrivals:
        found = self._edges.get(rel_type)
        if found is None:
            found = self._edges[rel_type] = EdgeArrivals(rel_type)
        return found

    def _add_node(self, record: NodeRecord) -> None:
        label = record.key.label
        if label not in _LABELS:
            return
        if label not in self._nodes:
            self._nodes[label] = NodeArrivals(self._ontology.node(label))
        self._tenants.setdefault(record.key.tenant_id, len(self._tenants))
        self._nodes[label].add(record.key, record.properties)

    def _add_edge(self, record: EdgeRecord) -> None:
        tenant_id = str(record.properties.get("tenant_id", record.start.tenant_id))
        tenant = OWN_TENANT
        if tenant_id != record.start.tenant_id:
            tenant = self._tenants.setdefault(tenant_id, len(self._tenants))
        start, end = self._number(record.start), self._number(record.end)
        self._arrivals(record.rel_type).add(start, end, record.properties, tenant)

    def build(self) -> Snapshot:
        """The snapshot of everything added so far."""
        base, arrivals = self._base, [self._nodes[label] for label in LABEL_ORDER if label in self._nodes]
        self._identities = self._joined()
        people = self._nodes.get("Person")
        folded = fold(people, self._identities) if people is not None else frozenset()
        numbering = number_nodes(base, self._nodes, self._removed, folded)
        keys = [key for found in arrivals for key in found.keys]
        captions = [caption for found in arrivals for caption in found.captions]
        tenants, tenant_codes = self._tenant_codes(keys, numbering)
        hashes = self._hashes(keys, numbering)
        hash_order = np.argsort(hashes, kind="stable").astype(np.int32)
        scopes, expiry = self._consents(numbering)
        numbers, texts = self._columns(numbering)
        snapshot = Snapshot(
            version=self._version,
            label_ranges=numbering.ranges,
            tenants=tenants,
            tenant_codes=tenant_codes,
            ids=StringColumn.chain(base.ids, StringColumn.of(key.id for key in keys)).take(numbering.order),
            captions=StringColumn.chain(base.captions, StringColumn.of(captions)).take(numbering.order),
            hashes=hashes[hash_order],
            hash_order=hash_order,
            numbers=numbers,
            texts=texts,
            scopes=scopes,
            scope_expiry=expiry,
            adjacencies={},
            identities=self._identities,
        )
        return replace(snapshot, adjacencies=self._adjacencies(numbering, snapshot))

    def _joined(self) -> Identities:
        """Who is one person by the links that came; without any, as in the base."""
        found = self._edges.get(SAME_PERSON_AS)
        if found is None or not len(found):
            return self._base.identities
        if len(self._base.nodes("Person")):
            raise ValueError("links between people change only where everybody is read anew")
        people = self._nodes.get("Person")
        rows = people.latest() if people is not None else {}
        tenant_id = self._version.tenant_id
        captions = {key.id: people.captions[row] for key, row in rows.items() if people and key.tenant_id == tenant_id}
        return identities_of(tenant_id, links_of(list(self._numbers), found.table()), captions)

    def _tenant_codes(self, keys: list[NodeKey], numbering: Numbering) -> tuple[tuple[str, ...], npt.NDArray[np.uint8]]:
        """The tenants that have nodes, sorted, and which one each node belongs to."""
        arrived = np.fromiter((self._tenants[key.tenant_id] for key in keys), np.uint8, len(keys))
        # The base's tenants were the first to get a code, in order.
        codes = np.concatenate([self._base.tenant_codes, arrived])[numbering.order]
        names = list(self._tenants)
        used = sorted(names[code] for code in np.unique(codes))
        rank = np.zeros(max(len(names), 1), dtype=np.uint8)
        rank[[self._tenants[name] for name in used]] = np.arange(len(used))
        return tuple(used), rank[codes]

    def _hashes(self, keys: list[NodeKey], numbering: Numbering) -> npt.NDArray[np.uint64]:
        known = np.empty(len(self._base), dtype=np.uint64)
        known[self._base.hash_order] = self._base.hashes
        arrived = np.fromiter((key_hash(key) for key in keys), np.uint64, len(keys))
        return np.concatenate([known, arrived])[numbering.order]

    def _local_order(self, label: str, numbering: Numbering) -> tuple[slice, npt.NDArray[np.int64]]:
        """Rows of the label in the base, and the new order over (those rows, then the arrivals)."""
        low, high = self._base.label_ranges.get(label, (0, 0))
        order = numbering.order[slice(*numbering.ranges[label])].astype(np.int64)
        shift = numbering.first_arrival[label] - (high - low)
        return slice(low, high), np.where(order < len(self._base), order - low, order - shift)

    def _columns(
        self, numbering: Numbering
    ) -> tuple[dict[tuple[str, str], npt.NDArray[np.float64]], dict[tuple[str, str], StringColumn]]:
        numbers: dict[tuple[str, str], npt.NDArray[np.float64]] = {}
        texts: dict[tuple[str, str], StringColumn] = {}
        for label in LABEL_ORDER:
            span, order = self._local_order(label, numbering)
            arrivals = self._nodes.get(label) or NodeArrivals(self._ontology.node(label))
            absent = np.full(span.stop - span.start, np.nan)
            for name, column in arrivals.numbers.items():
                known = self._base.numbers.get((label, name), absent)
                numbers[label, name] = np.concatenate([known, np.frombuffer(column, dtype=np.float64)])[order]
            for name, values in arrivals.texts.items():
                old = self._base.texts.get((label, name)) or StringColumn.of([None] * len(absent))
                texts[label, name] = StringColumn.chain(old, StringColumn.of(values)).take(order)
        return numbers, texts

    def _consents(self, numbering: Numbering) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float64]]:
        _, order = self._local_order("Person", numbering)
        people = self._nodes.get("Person")
        if people is None:
            return self._base.scopes[order], self._base.scope_expiry[order]
        scopes = np.concatenate([self._base.scopes, np.frombuffer(people.scopes, dtype=np.uint8)])
        expiry = np.concatenate([self._base.scope_expiry, expiries_of(people)])
        return scopes[order], expiry[order]

    def _adjacencies(self, numbering: Numbering, nodes: Snapshot) -> dict[str, Adjacency]:
        arrived = self._arrived_numbers(numbering)
        members = stated_numbers(self._numbers, self._identities) if len(self._identities) else None
        result: dict[str, Adjacency] = {}
        for rel_type in SNAPSHOT_TYPES:
            if rel_type == SAME_PERSON_AS:
                continue
            known, found = self._base.adjacencies.get(rel_type), self._edges.get(rel_type)
            if found is not None and len(found):
                table = moved_table(stated_of(found.table(), members), arrived)
                if known is not None and len(known):
                    table = chained(moved_table(thaw(known, self._tenants), numbering.moved), table)
                result[rel_type] = self._packed(rel_type, table, nodes)
            elif known is not None and len(known):
                result[rel_type] = self._carried(known, numbering)
        return {rel_type: adjacency for rel_type, adjacency in result.items() if len(adjacency)}

    def _packed(self, rel_type: str, table: EdgeTable, nodes: Snapshot) -> Adjacency:
        """The arrays of a table in any order: every fact once, and nobody tied to themselves by being joined."""
        tenants = tuple(self._tenants)
        table = sorted_unique(rel_type, table, tenants)
        if table.stated is not None:
            table = rows_of(
                table, np.flatnonzero((table.start != table.end) | (table.stated[:, 0] == table.stated[:, 1]))
            )
        kept = winners(rel_type, table, tenants, nodes, self._observed)
        return packed(rel_type, table if kept is None else rows_of(table, kept), nodes.label_ranges, tenants)

    def _carried(self, known: Adjacency, numbering: Numbering) -> Adjacency:
        """The type's arrays where none of its edges came: shared, or renumbered without sorting."""
        if numbering.unchanged:
            return known
        table = moved_table(thaw(known, self._tenants), numbering.moved)
        # Nodes keep their order, so edges do, too, unless some went.
        in_edge = known.in_edge if len(table.start) == len(known) else None
        return packed(known.rel_type, table, numbering.ranges, tuple(self._tenants), in_edge)

    def _arrived_numbers(self, numbering: Numbering) -> Int32:
        """New index of every numbered key, -1 for one that is not in the graph."""
        rows = {
            key: numbering.first_arrival[label] + row
            for label, found in self._nodes.items()
            for row, key in enumerate(found.keys)
        }

        def index(key: NodeKey) -> int:
            key = self._identities.lead(key)
            row = rows.get(key)
            if row is None:
                row = self._base.row(key)
            return -1 if row is None else int(numbering.place[row])

        return np.fromiter((index(key) for key in self._numbers), np.int32, len(self._numbers))
