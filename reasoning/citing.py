"""Citations: turns nodes and edge positions into the references that answers carry. It decides nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import TypeVar

from graph.adjacency import Adjacency, edge_qualifier
from graph.columns import EPOCH, NumberColumn
from graph.identity import SAME_PERSON_AS
from graph.keys import edge_id
from graph.snapshot import Snapshot
from ontology.model import load_ontology
from reasoning.derived import derived
from reasoning.evidence import (
    Claim,
    ClaimKind,
    Derivation,
    EdgeRef,
    LinkedEdgeRef,
    NodeRef,
    SlotValue,
    with_links,
)

Key = TypeVar("Key")
T = TypeVar("T")
MAX_CAPTION = 80
_UNSAFE = re.compile(r"[|\[\]{}<>]")
_WORD = r"[!-;=?-Z\\^-z~]+"
_PLAIN = re.compile(rf"(?=.{{1,{MAX_CAPTION}}}\Z){_WORD}(?: {_WORD})*")
"""Words of printable ASCII without markup, one space between: what ``caption_text`` leaves as it is."""

EdgeAt = tuple[str, int]
"""A relationship type and a position in its adjacency: an edge, before it is cited."""

MOST_SHARED = 65_536
"""So many edges and values are kept for all answers over a snapshot (some 30 MB); then they are let go."""


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


class SharedEdges(dict[EdgeAt, EdgeRef]):
    """References to edges that join no people: what roles ask for and courses teach is cited by answer after answer.

    Their properties can only be read: an answer that its caller changes must not change the next one.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()


def keep(shelf: dict[Key, T], key: Key, value: T, most: int = MOST_SHARED) -> T:
    """Put a value on a shelf that every answer over a snapshot uses, which is emptied when it is full."""
    if len(shelf) >= most:
        shelf.clear()
    shelf[key] = value
    return value


class Citations:
    """References to nodes and edges of one snapshot, each made once per answer (or once for all, if of no person)."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._nodes: dict[int, NodeRef] = {}
        self._shared = derived(snapshot, SharedNodes)
        self._edges: dict[EdgeAt, EdgeRef] = {}
        self._shared_edges = derived(snapshot, SharedEdges)
        self._types = derived(snapshot, _Types)
        self._starts: dict[str, tuple[int, int, int]] = {}

    def node(self, index: int) -> NodeRef:
        """Reference to a node, with its caption fit for a sentence."""
        found = self._shared.get(index) or self._nodes.get(index)
        if found is None:
            caption = caption_text(self.snapshot.caption(index)) or self.snapshot.ids[index]
            found = NodeRef(self.snapshot.key(index), caption)
            kept = self._nodes if found.key.label == "Person" else self._shared
            kept[index] = found
        return found

    def nodes(self, indices: Iterable[int]) -> tuple[NodeRef, ...]:
        """References to several nodes, in the given order."""
        return tuple([self.node(index) for index in indices])

    def edge(self, at: EdgeAt) -> EdgeRef:
        """Reference to an edge with the stated properties the snapshot keeps."""
        found = self._shared_edges.get(at) or self._edges.get(at)
        return self._cite(at) if found is None else found

    def edges(self, ats: Iterable[EdgeAt]) -> tuple[EdgeRef, ...]:
        """References to several edges in the given order, each once."""
        return tuple([self.edge(at) for at in dict.fromkeys(ats)])

    def _cite(self, at: EdgeAt) -> EdgeRef:
        rel_type, position = at
        kind = self._types[rel_type]
        adjacency = kind.adjacency
        start, end = self.node(self._start(rel_type, adjacency, position)), self.node(adjacency.dst.item(position))
        tenant_id = adjacency.foreign_tenants.get(position, start.key.tenant_id)
        qualifier = edge_qualifier(adjacency, position) if kind.qualified else None
        if adjacency.stated is not None and (members := adjacency.stated.at(position)) != (-1, -1):
            properties = kind.properties(position)
            linked = self._linked(rel_type, tenant_id, (start, end), members, qualifier, properties)
            self._edges[at] = linked
            return linked
        properties, shared = kind.properties(position), "Person" not in (start.key.label, end.key.label)
        found = EdgeRef(
            # the same as snapshot.edge_id, with the ends that are already at hand
            edge_id=edge_id(tenant_id, rel_type, start.key, end.key, qualifier),
            rel_type=rel_type,
            start=start,
            end=end,
            properties=MappingProxyType(properties) if shared else properties,
        )
        if shared:
            return keep(self._shared_edges, at, found)
        self._edges[at] = found
        return found

    def _linked(
        self,
        rel_type: str,
        tenant_id: str,
        ends: tuple[NodeRef, NodeRef],
        members: tuple[int, int],
        qualifier: str | None,
        properties: Mapping[str, SlotValue],
    ) -> LinkedEdgeRef:
        """Reference to an edge that was stated of other identifiers, with the links that make it the person's."""
        all_members = self.snapshot.identities.members
        stated = [
            end if number < 0 else self._identifier(all_members[number].id)
            for end, number in zip(ends, members, strict=True)
        ]
        links = dict.fromkeys(link for number in members if number >= 0 for link in all_members[number].path)
        return LinkedEdgeRef(
            edge_id=edge_id(tenant_id, rel_type, stated[0].key, stated[1].key, qualifier),
            rel_type=rel_type,
            start=ends[0],
            end=ends[1],
            properties=properties,
            stated_start=stated[0],
            stated_end=stated[1],
            links=tuple([self._link(number) for number in links]),
        )

    def _identifier(self, person_id: str) -> NodeRef:
        """Reference to one identifier of a person, under its own pseudonym."""
        key = self.snapshot.identities.key(person_id)
        return NodeRef(key, caption_text(self.snapshot.caption_of(key) or "") or key.id)

    def _link(self, number: int) -> EdgeRef:
        """Reference to a link between two identifiers of a person."""
        identities = self.snapshot.identities
        link = identities.links[number]
        return EdgeRef(
            edge_id=identities.link_id(number),
            rel_type=SAME_PERSON_AS,
            start=self._identifier(link.start),
            end=self._identifier(link.end),
            properties={} if link.confidence is None else {"confidence": link.confidence},
        )

    def _start(self, rel_type: str, adjacency: Adjacency, position: int) -> int:
        """Start node of the edge; the edges of one node mostly are cited one after the other."""
        low, high, start = self._starts.get(rel_type, (0, 0, 0))
        if not low <= position < high:
            start = adjacency.start(position)
            span = adjacency.out(start)
            self._starts[rel_type] = (span.start, span.stop, start)
        return start


class _Types(dict[str, "_Type"]):
    """How edges of each relationship type are read, made when first asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self._snapshot = snapshot

    def __missing__(self, rel_type: str) -> _Type:
        return self.setdefault(rel_type, _Type(self._snapshot.edges(rel_type)))


class _Type:
    """How edges of one relationship type are read."""

    def __init__(self, adjacency: Adjacency) -> None:
        self.adjacency = adjacency
        qualifier = load_ontology().relationship(adjacency.rel_type).qualifier
        self.qualified = adjacency.qualifiers is not None or qualifier is not None
        self._reads = [
            (name, column.raw.item, column.absent, _Said(_wording(column)))
            for name, column in adjacency.columns.items()
        ]

    def properties(self, position: int) -> Mapping[str, SlotValue]:
        """What the columns state of an edge."""
        stated: dict[str, SlotValue] = {}
        for name, read, absent, said in self._reads:
            value = read(position)
            if value != absent:
                stated[name] = said[value]
        return stated


class _Said(dict[int, SlotValue]):
    """How the raw values of a column are stated, each worked out once."""

    def __init__(self, word: Callable[[int], SlotValue]) -> None:
        super().__init__()
        self._word = word

    def __missing__(self, raw: int) -> SlotValue:
        return keep(self, raw, self._word(raw))


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
        return self.prepared(kind, tuple({edge.edge_id: edge for edge in edges}.values()), dict(slots), derivations)

    def prepared(
        self,
        kind: ClaimKind,
        edges: tuple[EdgeRef, ...],
        slots: Mapping[str, SlotValue],
        derivations: tuple[Derivation, ...] = (),
    ) -> Claim:
        """A new claim of edges that are known to be distinct and of slots that nobody will change."""
        self._count += 1
        return Claim(f"{self._prefix}c{self._count}", kind, slots, with_links(edges), derivations)
