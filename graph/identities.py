"""The identities of a snapshot: which identifiers were joined into which person, and by which links.

Of the people of a snapshot only the leading identifier of each is a node. The others are kept here, with the links
that lead from them to it, so that an edge can still be cited under the ends its source stated.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from graph.adjacency import Int32, edge_columns
from graph.arrivals import EdgeTable, NodeArrivals
from graph.columns import NumberColumn
from graph.identity import SAME_PERSON_AS, clusters
from graph.keys import NodeKey, edge_id

UNFILLED = frozenset({"pseudonym", "scopes", "scope_expiries", "left_on"})
"""What a person never takes over from another of their identifiers."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A live ``SAME_PERSON_AS`` edge: the ids of its ends, and its confidence."""

    start: str
    end: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """An identifier that does not lead: its pseudonym, the leading one, and the links (by number) that lead there."""

    id: str
    caption: str
    lead: str
    path: tuple[int, ...]


class Identities:
    """The linked identifiers of a tenant. ``members`` are sorted by id; numbers are places in ``members``."""

    __slots__ = ("_ids", "_of", "links", "members", "tenant_id")

    def __init__(self, tenant_id: str, links: Sequence[Link], members: Sequence[Member]) -> None:
        self.tenant_id, self.links, self.members = tenant_id, tuple(links), tuple(members)
        self._ids = [member.id for member in self.members]
        self._of: dict[str, list[Member]] = defaultdict(list)
        for member in self.members:
            self._of[member.lead].append(member)

    def __len__(self) -> int:
        return len(self.members)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Identities):
            return NotImplemented
        mine, theirs = (self.links, self.members), (other.links, other.members)
        return mine == theirs and (not self.members or self.tenant_id == other.tenant_id)

    def __hash__(self) -> int:
        return hash((self.links, self.members))

    def number(self, key: NodeKey) -> int | None:
        """Number of the identifier among the members; None for one that leads or is not linked."""
        if key.label != "Person" or key.tenant_id != self.tenant_id:
            return None
        at = bisect_left(self._ids, key.id)
        return at if at < len(self._ids) and self._ids[at] == key.id else None

    def lead(self, key: NodeKey) -> NodeKey:
        """The leading identifier of the person; any other key is its own."""
        number = self.number(key)
        return key if number is None else self.key(self.members[number].lead)

    def key(self, person_id: str) -> NodeKey:
        """Node key of an identifier."""
        return NodeKey("Person", self.tenant_id, person_id)

    def others(self, lead_id: str) -> tuple[Member, ...]:
        """The members that the identifier leads, by id."""
        return tuple(self._of.get(lead_id, ()))

    def everyone(self, key: NodeKey) -> tuple[NodeKey, ...]:
        """All identifiers of the person that the key is one of, the leading one first; the key alone if not linked."""
        lead = self.lead(key)
        if lead.label != "Person" or lead.tenant_id != self.tenant_id:
            return (key,)
        return (lead, *(self.key(member.id) for member in self.others(lead.id)))

    def link_id(self, number: int) -> str:
        """Citation handle of a link."""
        link = self.links[number]
        return edge_id(self.tenant_id, SAME_PERSON_AS, self.key(link.start), self.key(link.end))


NO_IDENTITIES = Identities("", (), ())
"""Nobody has a second identifier."""


def links_of(keys: Sequence[NodeKey], table: EdgeTable) -> list[Link]:
    """The live links of a table of ``SAME_PERSON_AS`` edges whose ends are numbers of ``keys``; the last row counts."""
    latest = {ends: row for row, ends in enumerate(zip(table.start.tolist(), table.end.tolist(), strict=True))}
    kind, _, quantum, _ = edge_columns(SAME_PERSON_AS)["confidence"]
    certain = NumberColumn(table.columns["confidence"], kind, quantum)
    return [
        Link(keys[start].id, keys[end].id, certain.number(row))
        for (start, end), row in latest.items()
        if bool(table.live[row])
    ]


def identities_of(tenant_id: str, links: Iterable[Link], captions: Mapping[str, str]) -> Identities:
    """Join the live links of a tenant. ``captions`` are pseudonyms by id; links to what is not there do not count."""
    held = sorted(link for link in links if {link.start, link.end} <= captions.keys() and link.start != link.end)
    touching: dict[str, list[int]] = defaultdict(list)
    for number, link in enumerate(held):
        touching[link.start].append(number)
        touching[link.end].append(number)
    members = []
    for cluster in clusters((link.start, link.end) for link in held):
        numbers = sorted({number for one in cluster.members for number in touching[one]})
        paths = _paths(cluster.leading, [(number, held[number]) for number in numbers])
        members += [Member(one, captions[one], cluster.leading, paths[one]) for one in cluster.members if one in paths]
    members.sort(key=lambda member: member.id)
    return Identities(tenant_id, held, members) if members else NO_IDENTITIES


def _paths(leading: str, links: Sequence[tuple[int, Link]]) -> dict[str, tuple[int, ...]]:
    """For every other member, the links from it to the leading one; those that point there are followed first."""
    into: dict[str, list[tuple[str, int]]] = defaultdict(list)
    back: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, link in links:
        into[link.end].append((link.start, number))
        back[link.start].append((link.end, number))
    paths: dict[str, tuple[int, ...]] = {leading: ()}
    queue = [leading]
    while queue:
        for current in queue:  # grows while it is walked: breadth first along links that point the right way
            for other, number in into[current]:
                if other not in paths:
                    paths[other] = (number, *paths[current])
                    queue.append(other)
        # Only then one step the other way, where two identifiers both lead.
        aside = [(other, number, at) for at in paths for other, number in back[at] if other not in paths]
        queue = []
        if aside:
            other, number, at = min(aside)
            paths[other] = (number, *paths[at])
            queue = [other]
    return {member: path for member, path in paths.items() if path}


def fold(people: NodeArrivals, identities: Identities) -> frozenset[NodeKey]:
    """Fill what leading people do not state from their other identifiers, and tell which keys are no nodes.

    Nothing is taken from an identifier under which the person has left: the place and hours of a former contract.
    """
    rows = people.latest()
    for member in identities.members:
        given, taking = rows.get(identities.key(member.id)), rows.get(identities.key(member.lead))
        if given is None or taking is None or not np.isnan(people.numbers["left_on"][given]):
            continue
        for name, column in people.numbers.items():
            if name not in UNFILLED and np.isnan(column[taking]):
                column[taking] = column[given]
        for name, texts in people.texts.items():
            if name not in UNFILLED and not texts[taking]:
                texts[taking] = texts[given]
    return frozenset(identities.key(member.id) for member in identities.members)


def stated_numbers(keys: Iterable[NodeKey], identities: Identities) -> Int32:
    """For every key the number of the member it is, or -1."""
    return np.fromiter((-1 if (n := identities.number(key)) is None else n for key in keys), dtype=np.int32)


def stated_of(table: EdgeTable, members: Int32 | None) -> EdgeTable:
    """The table with the members that its edges were stated of, by the numbers of its ends."""
    if members is None:
        return table
    stated = np.stack([members[table.start], members[table.end]], axis=1)
    return replace(table, stated=stated) if (stated >= 0).any() else table
