"""Citations: turns nodes and edge positions into the references that answers carry. It decides nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta

from graph.adjacency import edge_qualifier
from graph.columns import EPOCH, AnyArray, NumberColumn
from graph.keys import edge_id
from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.evidence import Claim, ClaimKind, Derivation, EdgeRef, NodeRef, SlotValue

MAX_CAPTION = 80
_UNSAFE = re.compile(r"[|\[\]{}<>]")
_WORD = r"[!-;=?-Z\\^-z~]+"
_PLAIN = re.compile(rf"(?=.{{1,{MAX_CAPTION}}}\Z){_WORD}(?: {_WORD})*")
"""Words of printable ASCII without markup, one space between: what ``caption_text`` leaves as it is."""

EdgeAt = tuple[str, int]
"""A relationship type and a position in its adjacency: an edge, before it is cited."""

_Read = tuple[str, AnyArray, int, Callable[[int], SlotValue]]
"""Of a column: its name, raw values, what stands for absent, and how a value is stated."""


def caption_text(caption: str) -> str:
    """A caption as it may stand in a sentence: NFKC, no control characters or markup, at most 80 characters."""
    if _PLAIN.fullmatch(caption):  # most are, and need none of what follows
        return caption
    plain = unicodedata.normalize("NFKC", caption)
    plain = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in plain)
    return " ".join(_UNSAFE.sub(" ", plain).split())[:MAX_CAPTION].rstrip()


class SharedNodes(dict[int, NodeRef]):
    """References that every answer over a snapshot may use: to roles, skills and the like, not to people."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()


class Citations:
    """References to nodes and edges of one snapshot, each made once per answer."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._nodes: dict[int, NodeRef] = {}
        self._shared = derived(snapshot, SharedNodes)
        self._edges: dict[EdgeAt, EdgeRef] = {}
        self._columns: dict[str, Sequence[_Read]] = {}

    def node(self, index: int) -> NodeRef:
        """Reference to a node, with its caption fit for a sentence."""
        found = self._nodes.get(index) or self._shared.get(index)
        if found is None:
            caption = caption_text(self._snapshot.caption(index)) or self._snapshot.ids[index]
            found = NodeRef(self._snapshot.key(index), caption)
            kept = self._nodes if found.key.label == "Person" else self._shared
            kept[index] = found
        return found

    def nodes(self, indices: Iterable[int]) -> tuple[NodeRef, ...]:
        """References to several nodes, in the given order."""
        return tuple(self.node(index) for index in indices)

    def edge(self, at: EdgeAt) -> EdgeRef:
        """Reference to an edge with the stated properties the snapshot keeps."""
        found = self._edges.get(at)
        if found is None:
            rel_type, position = at
            adjacency = self._snapshot.edges(rel_type)
            start, end = self.node(adjacency.start(position)), self.node(int(adjacency.dst[position]))
            tenant_id = adjacency.foreign_tenants.get(position, start.key.tenant_id)
            qualifier = edge_qualifier(adjacency, position)
            found = self._edges[at] = EdgeRef(
                # the same as snapshot.edge_id, with the ends that are already at hand
                edge_id=edge_id(tenant_id, rel_type, start.key, end.key, qualifier),
                rel_type=rel_type,
                start=start,
                end=end,
                properties=self._properties(rel_type, position),
            )
        return found

    def edges(self, ats: Iterable[EdgeAt]) -> tuple[EdgeRef, ...]:
        """References to several edges in the given order, each once."""
        return tuple(self.edge(at) for at in dict.fromkeys(ats))

    def _properties(self, rel_type: str, position: int) -> Mapping[str, SlotValue]:
        stated: dict[str, SlotValue] = {}
        for name, raw, absent, said in self._columns_of(rel_type):
            value = raw.item(position)
            if value != absent:
                stated[name] = said(value)
        return stated

    def _columns_of(self, rel_type: str) -> Sequence[_Read]:
        found = self._columns.get(rel_type)
        if found is None:
            columns = self._snapshot.edges(rel_type).columns.items()
            reads = [(name, column.raw, column.absent, _wording(column)) for name, column in columns]
            found = self._columns[rel_type] = reads
        return found


def _wording(column: NumberColumn) -> Callable[[int], SlotValue]:
    """How a raw value of the column is stated."""
    if column.kind == "grid":
        quantum = column.quantum
        return lambda raw: round(raw * quantum, 4)
    if column.kind == "days":
        return lambda raw: (EPOCH + timedelta(days=raw)).isoformat()
    if column.kind == "code":
        labels = column.labels
        return lambda raw: str(labels[raw])
    return bool if column.kind == "flag" else int


class ClaimWriter:
    """Numbers the claims of one answer in the order in which they are made, after a prefix that tells parts apart."""

    def __init__(self, prefix: str = "") -> None:
        self._count, self._prefix = 0, prefix

    def claim(
        self,
        kind: ClaimKind,
        edges: Iterable[EdgeRef],
        slots: Mapping[str, SlotValue],
        derivations: tuple[Derivation, ...] = (),
    ) -> Claim:
        """A new claim; edges are cited once each, in the given order."""
        self._count += 1
        cited = tuple({edge.edge_id: edge for edge in edges}.values())
        return Claim(f"{self._prefix}c{self._count}", kind, dict(slots), cited, derivations)
