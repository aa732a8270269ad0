"""Which identifiers are one person: the rule, as one pure function. It touches no store and guesses nothing.

A live ``SAME_PERSON_AS`` edge says that the identifier at its start belongs to the person known by the one at its
end. Nothing is rewritten when two identifiers are joined or parted again: what each source said stays keyed by the
identifier it named, and who is one person is worked out from the links that hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

SAME_PERSON_AS = "SAME_PERSON_AS"
"""The relationship type of the links."""

METHOD_STRENGTH = ("email_match", "import", "verified_document", "hr_decision")
"""Methods of statements about identity, the weakest first; one that is not listed is weaker than all."""


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


K = TypeVar("K", bound=_Ordered)
"""What names an identifier: its id within a tenant, or its node key. It must be hashable and ordered."""


@dataclass(frozen=True, slots=True)
class Cluster(Generic[K]):
    """The identifiers of one person, sorted, and the one that leads: under it the person is shown."""

    leading: K
    members: tuple[K, ...]


def clusters(links: Iterable[tuple[K, K]]) -> list[Cluster[K]]:
    """Join live links (start, end) of one tenant into people, ordered by leading identifier.

    The members of a cluster are all that are connected, whichever way the links point. Its leading identifier is
    the one that no link leads on from. Of several such, the smallest; where all lead on (a circle), the smallest of
    all members. Neither the order nor the number of equal links matters; a link of a node to itself says nothing.
    """
    neighbours: dict[K, set[K]] = defaultdict(set)
    leads_on: set[K] = set()
    for start, end in links:
        if start != end:
            neighbours[start].add(end)
            neighbours[end].add(start)
            leads_on.add(start)
    found: list[Cluster[K]] = []
    seen: set[K] = set()
    for first in neighbours:
        if first not in seen:
            members = _connected(first, neighbours)
            seen |= members
            found.append(Cluster(min(members - leads_on or members), tuple(sorted(members))))
    return sorted(found, key=lambda cluster: cluster.leading)


def _connected(first: K, neighbours: dict[K, set[K]]) -> set[K]:
    members, todo = {first}, [first]
    while todo:
        fresh = neighbours[todo.pop()] - members
        members |= fresh
        todo += fresh
    return members


def leaders(links: Iterable[tuple[K, K]]) -> dict[K, K]:
    """The leading identifier of each linked one, itself included; who is not linked is not named and leads itself."""
    return {member: cluster.leading for cluster in clusters(links) for member in cluster.members}


def strength(method: str) -> int:
    """How much a method of identification weighs: an HR decision more than a match of e-mail addresses."""
    return METHOD_STRENGTH.index(method) if method in METHOD_STRENGTH else -1
