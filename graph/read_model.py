"""The snapshot as its readers see it: look nodes up, walk edges, ask for edge ids. Never changed, only replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from graph.adjacency import Adjacency, Int32, edge_qualifier, empty_adjacency
from graph.columns import StringColumn
from graph.identities import NO_IDENTITIES, Identities
from graph.keys import NodeKey, edge_id
from ontology.errors import UnknownNode
from ontology.model import PURPOSES, REFERENCE_TENANT, load_ontology

LABEL_ORDER = (
    "OccupationGroup", "Role", "SkillGroup", "Skill", "Course", "Task", "WorkActivity", "Technology",
    "Characteristic", "OrgUnit", "JobPosting", "Person", "Document", "Passage", "Play", "Situation", "CommunityReport",
)  # fmt: skip
"""Labels a snapshot holds, in the order of its ranges."""

SNAPSHOT_TYPES = tuple(
    name
    for name, relationship in sorted(load_ontology().relationships.items())
    if any(start in LABEL_ORDER and end in LABEL_ORDER for start, end in relationship.ends)
)
"""Relationship types a snapshot holds."""


@dataclass(frozen=True, slots=True)
class SnapshotVersion:
    """Which state of the store a snapshot shows: the tenant's and the classifications' version and when it was read."""

    tenant_id: str
    tenant: int
    reference: int
    read_at: datetime

    def __str__(self) -> str:
        return f"{self.tenant_id}@{self.tenant}+{REFERENCE_TENANT}@{self.reference}"


@dataclass(frozen=True)
class Snapshot:
    """The read model. Look nodes up by key, walk edges by type, ask for edge ids when citing.

    A person of several identifiers is one node, the leading one; ``identities`` tells the others.
    """

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
    identities: Identities = NO_IDENTITIES

    def __len__(self) -> int:
        return len(self.tenant_codes)

    # -- nodes ---------------------------------------------------------------------------------------------

    def find(self, key: NodeKey) -> int | None:
        """Index of the node, or None when it is not in the graph. Any identifier of a person finds the person."""
        found = self.row(key)
        if found is None and self.identities.number(key) is not None:
            return self.row(self.identities.lead(key))
        return found

    def row(self, key: NodeKey) -> int | None:
        """Index of the node of exactly this key, or None."""
        wanted = key_hash(key)
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

    def caption_of(self, key: NodeKey) -> str | None:
        """What to call exactly this node or identifier; None when it is not in the graph."""
        number = self.identities.number(key)
        if number is not None:
            return self.identities.members[number].caption
        row = self.row(key)
        return None if row is None else self.caption(row)

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
        return found if found is not None else empty_adjacency(rel_type)

    def edge_id(self, rel_type: str, position: int) -> str:
        """Citation handle of the edge at the position."""
        adjacency = self.adjacencies[rel_type]
        start, end = self.stated_ends(rel_type, position)
        tenant_id = adjacency.foreign_tenants.get(position, start.tenant_id)
        return edge_id(tenant_id, rel_type, start, end, edge_qualifier(adjacency, position))

    def stated_ends(self, rel_type: str, position: int) -> tuple[NodeKey, NodeKey]:
        """The ends of the edge as its source stated them, which may be other identifiers of the people it stands at."""
        adjacency = self.adjacencies[rel_type]
        start, end = self.key(adjacency.start(position)), self.key(int(adjacency.dst[position]))
        if adjacency.stated is None:
            return start, end
        members, (first, second) = self.identities.members, adjacency.stated.at(position)
        return (
            start if first < 0 else self.identities.key(members[first].id),
            end if second < 0 else self.identities.key(members[second].id),
        )

    # -- consent -------------------------------------------------------------------------------------------

    def consents(self, index: int, purpose: str, now: datetime) -> bool:
        """Whether the person allows the purpose at ``now`` according to this snapshot."""
        local = index - self.label_ranges["Person"][0]
        bit = PURPOSES.index(purpose)
        return bool(self.scopes[local] & (1 << bit)) and now.timestamp() < float(self.scope_expiry[local, bit])

    def consenting(self, purpose: str, now: datetime) -> npt.NDArray[np.bool_]:
        """For every person, in order, whether they allow the purpose at ``now``."""
        allowed, ends, first_end = self._consent(PURPOSES.index(purpose))
        moment = now.timestamp()
        return allowed.copy() if moment < first_end else np.asarray(allowed & (ends > moment), dtype=np.bool_)

    def _consent(self, bit: int) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.float64], float]:
        """For every person whether they allow the purpose and until when, and the first moment any of it ends."""
        kept: dict[int, tuple[npt.NDArray[np.bool_], npt.NDArray[np.float64], float]]
        kept = vars(self).setdefault("_consents", {})
        if bit not in kept:
            allowed = np.asarray((self.scopes & np.uint8(1 << bit)) != 0, dtype=np.bool_)
            ends = np.ascontiguousarray(self.scope_expiry[:, bit])
            kept[bit] = allowed, ends, float(np.min(ends[allowed], initial=np.inf))
        return kept[bit]

    @property
    def edge_count(self) -> int:
        """Number of live edges of all types."""
        return sum(len(adjacency) for adjacency in self.adjacencies.values())

    @property
    def edge_nbytes(self) -> int:
        """Bytes held for edges, indexes and columns included."""
        return sum(adjacency.nbytes for adjacency in self.adjacencies.values())


def key_hash(key: NodeKey) -> np.uint64:
    """The 64-bit hash under which a snapshot finds a node."""
    raw = blake2b(f"{key.label}\x1f{key.tenant_id}\x1f{key.id}".encode(), digest_size=8).digest()
    return np.uint64(int.from_bytes(raw, "little"))
