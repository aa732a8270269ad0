"""Citations: turns nodes and edge positions into the references that answers carry. It decides nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from graph.adjacency import edge_qualifier
from graph.keys import edge_id
from graph.snapshot import Snapshot
from reasoning.evidence import Claim, ClaimKind, Derivation, EdgeRef, NodeRef, SlotValue

MAX_CAPTION = 80
_UNSAFE = re.compile(r"[|\[\]{}<>]")

EdgeAt = tuple[str, int]
"""A relationship type and a position in its adjacency: an edge, before it is cited."""


def caption_text(caption: str) -> str:
    """A caption as it may stand in a sentence: NFKC, no control characters or markup, at most 80 characters."""
    plain = unicodedata.normalize("NFKC", caption)
    plain = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in plain)
    return " ".join(_UNSAFE.sub(" ", plain).split())[:MAX_CAPTION].rstrip()


class Citations:
    """References to nodes and edges of one snapshot, each made once per answer."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._nodes: dict[int, NodeRef] = {}
        self._edges: dict[EdgeAt, EdgeRef] = {}

    def node(self, index: int) -> NodeRef:
        """Reference to a node, with its caption fit for a sentence."""
        found = self._nodes.get(index)
        if found is None:
            caption = caption_text(self._snapshot.caption(index)) or self._snapshot.ids[index]
            found = self._nodes[index] = NodeRef(self._snapshot.key(index), caption)
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
        for name, column in self._snapshot.edges(rel_type).columns.items():
            raw = int(column.raw[position])
            if raw == column.absent:
                continue
            if column.kind == "grid":
                stated[name] = round(raw * column.quantum, 4)
            elif column.kind == "days":
                stated[name] = str(column.day(position))
            elif column.kind == "code":
                stated[name] = str(column.label(position))
            elif column.kind == "flag":
                stated[name] = bool(raw)
            else:
                stated[name] = raw
        return stated


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
