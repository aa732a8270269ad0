"""Reads a snapshot out of a store: as a whole, or what the change log names since an older one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar

from graph.identities import Identities
from graph.identity import SAME_PERSON_AS
from graph.keys import NodeKey, digest, edge_id
from graph.snapshot import LABEL_ORDER, SNAPSHOT_TYPES, Snapshot, SnapshotBuilder, SnapshotVersion
from graph.store import Change, EdgeRecord, GraphStore, NodeRecord, stands
from ontology.model import REFERENCE_TENANT

READ_AT_ONCE = 1000
"""Ids of one narrowed scan."""

MOST_KEYS = 50_000
"""Above this many changed nodes and edges reading everything again is no slower."""

T = TypeVar("T")


def store_identity(store: GraphStore) -> str:
    """What tells this store from any other: when its schema was first laid, to the microsecond.

    Two stores may have the same tenants at the same versions; a snapshot of one must never serve the other.
    """
    laid = [r for r in store.scan((REFERENCE_TENANT,), nodes=("SchemaMigration",)) if isinstance(r, NodeRecord)]
    return digest(*min(((str(r.properties.get("recorded_at")), r.key.id) for r in laid), default=()))


def extract(store: GraphStore, tenant_id: str, read_at: datetime, *, reference: Snapshot | None = None) -> Snapshot:
    """Read the tenant and the classifications whole.

    A snapshot of the classifications alone may be given: then only the tenant is read and put on top of it. The
    versions are taken before anything is read, so that whatever is written meanwhile is read again by ``update``.
    """
    heads = store.head((tenant_id, REFERENCE_TENANT))
    tenants = (tenant_id,) if reference is not None else tuple(dict.fromkeys((tenant_id, REFERENCE_TENANT)))
    shared = heads[REFERENCE_TENANT] if reference is None else reference.version.reference
    version = SnapshotVersion(tenant_id, heads[tenant_id], shared, read_at)
    builder = SnapshotBuilder(version, base=reference, observed=_Observations(store, tenant_id))
    # Nodes first: an edge that is written in between finds its ends in the update that follows.
    builder.add(store.scan(tenants, nodes=LABEL_ORDER))
    builder.add(store.scan(tenants, relationships=SNAPSHOT_TYPES, lean=True))
    return builder.build()


@dataclass(frozen=True, slots=True)
class Backlog:
    """What happened since a snapshot was read: the entries of both change logs, and the version they lead to."""

    changes: tuple[Change, ...]
    version: SnapshotVersion
    complete: bool

    @property
    def size(self) -> int:
        """How many nodes and edges are named."""
        return sum(len(change.node_keys) + len(change.edge_keys) for change in self.changes)

    @property
    def can_be_applied(self) -> bool:
        """Whether reading what the entries name is enough (no bulk load, no gap in the log, not too much)."""
        return self.complete and self.size <= MOST_KEYS and all(change.kind != "bulk" for change in self.changes)


def backlog(store: GraphStore, snapshot: Snapshot, heads: dict[str, int], read_at: datetime) -> Backlog:
    """The change log entries between a snapshot and the heads."""
    held = {REFERENCE_TENANT: snapshot.version.reference, snapshot.version.tenant_id: snapshot.version.tenant}
    found: list[Change] = []
    reached = dict(held)
    complete = True
    for tenant_id, since in held.items():
        if heads[tenant_id] == since:
            continue
        entries = store.changes(tenant_id, since)
        numbers = [entry.version for entry in entries]
        reached[tenant_id] = max(numbers, default=heads[tenant_id])
        unbroken = numbers == list(range(since + 1, reached[tenant_id] + 1))
        complete &= unbroken and reached[tenant_id] >= heads[tenant_id] > since
        found += entries
    tenant_id = snapshot.version.tenant_id
    version = SnapshotVersion(tenant_id, reached[tenant_id], reached[REFERENCE_TENANT], read_at)
    return Backlog(tuple(found), version, complete)


def update(store: GraphStore, snapshot: Snapshot, pending: Backlog) -> Snapshot | None:
    """The snapshot with the backlog applied, or None where it has to be read whole.

    Only nodes and edges that the entries name are read. A node that is not there any more goes with its edges; an
    edge that is not there is only understood after an erasure (retracted edges are still there).
    """
    if not pending.can_be_applied or _links_changed(store, snapshot, pending):
        return None
    identities = snapshot.identities
    observed = _Observations(store, snapshot.version.tenant_id)
    builder = SnapshotBuilder(pending.version, base=snapshot, observed=observed)
    for tenant_id, label, ids in _named_nodes(pending.changes):
        # A person is made of the nodes of all their identifiers.
        named = (NodeKey(label, tenant_id, node_id) for node_id in ids)
        keys = {key for one in named for key in identities.everyone(one)}
        for some in _portions(sorted(key.id for key in keys)):
            found = [r for r in store.scan((tenant_id,), nodes=(label,), ids=some) if isinstance(r, NodeRecord)]
            keys -= {record.key for record in found}
            builder.add(found)
        if any(len(identities.everyone(key)) > 1 for key in keys):
            return None
        builder.remove(keys)
    erased = any(change.kind == "erasure" for change in pending.changes)
    for tenant_id, rel_type, ids in _named_edges(pending.changes):
        for some in _portions(sorted(ids)):
            records = list(store.scan((tenant_id,), relationships=(rel_type,), ids=some, lean=True))
            if len({record.edge_id for record in records if isinstance(record, EdgeRecord)}) < len(some) and not erased:
                return None
            builder.add(records)
            # Of facts that several identifiers state one counts, and which one may have changed.
            for others in _portions(sorted(_twins(records, identities) - set(some))):
                builder.add(store.scan((tenant_id,), relationships=(rel_type,), ids=others, lean=True))
    return builder.build()


def _links_changed(store: GraphStore, snapshot: Snapshot, pending: Backlog) -> bool:
    """Whether people were joined or parted: then all that they state stands somewhere else, and is read anew.

    A link that was only stated once more, by a feed that comes every night, changes nothing.
    """
    named = {one for change in pending.changes for rel_type, one in change.edge_keys if rel_type == SAME_PERSON_AS}
    identities = snapshot.identities
    held = {identities.link_id(number): link.confidence for number, link in enumerate(identities.links)}
    live: dict[str, object] = {}
    for some in _portions(sorted(named)):
        for record in store.scan((snapshot.version.tenant_id,), relationships=(SAME_PERSON_AS,), ids=some, lean=True):
            if isinstance(record, EdgeRecord) and stands(record.properties):
                live[record.edge_id] = record.properties.get("confidence")
    return any((one in held, held.get(one)) != (one in live, live.get(one)) for one in named)


def _twins(records: Iterable[NodeRecord | EdgeRecord], identities: Identities) -> set[str]:
    """Ids under which other identifiers of the people at the edges' ends would state the same facts."""
    found: set[str] = set()
    for record in records if len(identities) else ():
        if isinstance(record, EdgeRecord):
            starts, ends = identities.everyone(record.start), identities.everyone(record.end)
            tenant, qualifier = (record.properties.get(name) for name in ("tenant_id", "qualifier"))
            text = None if qualifier is None else str(qualifier)
            if len(starts) > 1 or len(ends) > 1:
                found |= {edge_id(str(tenant), record.rel_type, a, b, text) for a in starts for b in ends}
    return found


class _Observations:
    """Reads from the store when edges were observed last; asked only for facts that two identifiers state."""

    def __init__(self, store: GraphStore, tenant_id: str) -> None:
        self._store, self._tenant_id = store, tenant_id

    def __call__(self, rel_type: str, edge_ids: Sequence[str]) -> Mapping[str, datetime]:
        found: dict[str, datetime] = {}
        for some in _portions(sorted(edge_ids)):
            for record in self._store.scan((self._tenant_id,), relationships=(rel_type,), ids=some):
                moment = record.properties.get("observed_at")
                if isinstance(record, EdgeRecord) and isinstance(moment, datetime):
                    found[record.edge_id] = moment
        return found


def _named_nodes(changes: Iterable[Change]) -> Iterator[tuple[str, str, set[str]]]:
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for change in changes:
        for key in change.node_keys:
            if key.label in LABEL_ORDER:
                named[key.tenant_id, key.label].add(key.id)
    return ((tenant_id, label, ids) for (tenant_id, label), ids in sorted(named.items()))


def _named_edges(changes: Iterable[Change]) -> Iterator[tuple[str, str, set[str]]]:
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for change in changes:
        for rel_type, changed in change.edge_keys:
            if rel_type in SNAPSHOT_TYPES and rel_type != SAME_PERSON_AS:
                named[change.tenant_id, rel_type].add(changed)
    return ((tenant_id, rel_type, ids) for (tenant_id, rel_type), ids in sorted(named.items()))


def _portions(items: Sequence[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while portion := list(islice(rest, READ_AT_ONCE)):
        yield portion
