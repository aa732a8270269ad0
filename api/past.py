"""Questions as of a past moment: the graph as it was known then, under the rights and consents of today.

The snapshot of that moment must still be kept. Cited edges are shown with the values they had then; whether the
caller may see them, and whether everybody they name agrees, is decided now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from api.authorization import Relation
from api.consent import live_consents
from api.inquiry import Inquiry
from graph.changes import Applied, ChangeSet
from graph.columns import NumberColumn
from graph.identity import SAME_PERSON_AS
from graph.keys import Value
from graph.scope import CallerRole, Purpose, Scope, Viewer
from graph.snapshot import Snapshot
from graph.store import AssertionRecord, Capabilities, Change, CitedEdge, EdgeRecord, GraphStore, NodeRecord
from ontology.errors import BadInput, SnapshotNotKept
from ontology.model import REFERENCE_TENANT, load_ontology

FIRST_YEAR = 1970
"""Nothing was known before; moments near the year 1 cannot even be told in universal time."""
_SERVICE = Viewer("as of", frozenset({CallerRole.SERVICE}))


def as_of(inquiry: Inquiry, moment: datetime | None) -> Inquiry:
    """The inquiry on the graph as it was known at the moment; the same one without a moment.

    Raises ``BadInput`` for a moment without a zone or to come, and ``SnapshotNotKept``.
    """
    if moment is None:
        return inquiry
    if moment.tzinfo is None or moment > inquiry.now:
        raise BadInput(
            "asOf is not a past moment with a time zone.", remedy="Send something like 2026-03-01T12:00:00Z."
        )
    tenant_id = inquiry.principal.tenant_id
    if moment.year < FIRST_YEAR:
        raise _not_kept()
    versions = [_version_at(inquiry.deps.store, one, moment) for one in (tenant_id, REFERENCE_TENANT)]
    snapshot = inquiry.deps.snapshots.at(tenant_id, *versions) if versions[0] else None
    if snapshot is None:
        raise _not_kept()
    return PastInquiry(inquiry, moment, snapshot)


def _not_kept() -> SnapshotNotKept:
    return SnapshotNotKept(
        "The graph of that moment is not kept.",
        remedy="Ask as of a later moment; CAIRN_SNAPSHOTS_KEPT says how many states are kept.",
    )


def _version_at(store: GraphStore, tenant_id: str, moment: datetime) -> int:
    """The version of the tenant at the moment, by the change log; 0 before its first."""
    scope = Scope(tenant_id, Purpose.GOVERNANCE, _SERVICE)
    version = store.read("version_at", scope, moment=moment)[0]["version"]
    return version if isinstance(version, int) else 0


class PastInquiry(Inquiry):
    """An inquiry that computes on a kept snapshot and decides access today."""

    def __init__(self, present: Inquiry, moment: datetime, snapshot: Snapshot) -> None:
        store = PastStore(present.deps.store, snapshot, moment, present.asked_at)
        super().__init__(replace(present.deps, store=store), present.principal)
        self._present = present
        self.asked_at = present.asked_at
        self.now = moment
        self.snapshot = snapshot
        self.age_seconds = (present.asked_at - moment).total_seconds()

    def relations(self, person: int | None) -> frozenset[Relation]:
        """What the person is to the caller today, whatever it was then."""
        today = None if person is None else self._present.snapshot.find(self.snapshot.key(person))
        return self._present.relations(today)


class PastStore:
    """A store whose cited edges have the values of a snapshot; everything else is the store's."""

    def __init__(self, store: GraphStore, snapshot: Snapshot, moment: datetime, now: datetime) -> None:
        self._store, self._snapshot, self._moment, self._now = store, snapshot, moment, now

    def edges(self, scope: Scope, edge_ids: Sequence[str], rel_types: Sequence[str] = ()) -> dict[str, CitedEdge]:
        """The edges as the snapshot has them, where the scope may see them now and everybody they name agrees."""
        types = list(rel_types) or sorted(load_ontology().relationships)
        stored = self._store.scan(scope.tenants, relationships=types, ids=list(edge_ids))
        found = [one for one in stored if isinstance(one, EdgeRecord) and _permitted(one, scope)]
        agreed = self._agreed(scope, found)
        said = self._store.edges(scope, edge_ids, rel_types)
        past = (self._past(one, said.get(one.edge_id)) for one in found if _people(one) <= agreed)
        return {one.edge.edge_id: one for one in past if one is not None}

    def _agreed(self, scope: Scope, found: Sequence[EdgeRecord]) -> set[str]:
        people = set[str]().union(*map(_people, found))
        if scope.purpose is Purpose.GOVERNANCE:
            return people
        consents = live_consents(self._store, scope, people)
        return {one for one, consent in consents.items() if consent.allows(scope.purpose, self._now)}

    def _past(self, stored: EdgeRecord, said: CitedEdge | None) -> CitedEdge | None:
        if stored.rel_type == SAME_PERSON_AS:
            return self._link(stored, said)
        snapshot = self._snapshot
        start, end = snapshot.find(stored.start), snapshot.find(stored.end)
        if start is None or end is None:
            return None
        adjacency = snapshot.edges(stored.rel_type)
        span = adjacency.out(start)
        for position in range(span.start, span.stop):
            if int(adjacency.dst[position]) != end or snapshot.edge_id(stored.rel_type, position) != stored.edge_id:
                continue
            values = {name: _value(column, position) for name, column in adjacency.columns.items()}
            return self._cited(stored, values, said)
        return None

    def _link(self, stored: EdgeRecord, said: CitedEdge | None) -> CitedEdge | None:
        """A link between two identifiers of a person, if it held then."""
        for link in self._snapshot.identities.links:
            if (link.start, link.end) == (stored.start.id, stored.end.id):
                return self._cited(stored, {"confidence": link.confidence}, said)
        return None

    def _cited(self, stored: EdgeRecord, values: Mapping[str, Value], said: CitedEdge | None) -> CitedEdge:
        properties = {name: value for name, value in stored.properties.items() if name != "retracted_at"}
        then = {name: value for name, value in {**properties, **values}.items() if value is not None}
        start, end = (self._snapshot.caption_of(key) or key.id for key in (stored.start, stored.end))
        return CitedEdge(replace(stored, properties=then), start, end, self._statements(said))

    def _statements(self, said: CitedEdge | None) -> tuple[AssertionRecord, ...]:
        """What sources had said by then, of an edge that still holds."""
        return tuple(one for one in said.assertions if one.observed_at <= self._moment) if said is not None else ()

    # -- as they are ---------------------------------------------------------------------------------------

    def migrate(self) -> list[str]:
        """Nothing: the past is read only."""
        return []

    def apply(self, changes: ChangeSet) -> Applied:
        """Refuse: the past is read only."""
        raise BadInput("The past cannot be written.", remedy="Write to the store itself.")

    def read(self, statement: str, scope: Scope, **parameters: object) -> list[dict[str, object]]:
        """The store's own, of today."""
        return self._store.read(statement, scope, **parameters)

    def head(self, tenant_ids: Sequence[str]) -> dict[str, int]:
        """The store's own, of today."""
        return self._store.head(tenant_ids)

    def changes(self, tenant_id: str, since: int) -> list[Change]:
        """The store's own, of today."""
        return self._store.changes(tenant_id, since)

    def scan(
        self,
        tenant_ids: Sequence[str],
        *,
        nodes: Sequence[str] = (),
        relationships: Sequence[str] = (),
        ids: Sequence[str] | None = None,
        lean: bool = False,
    ) -> Iterator[NodeRecord | EdgeRecord]:
        """The store's own, of today."""
        return self._store.scan(tenant_ids, nodes=nodes, relationships=relationships, ids=ids, lean=lean)

    def capabilities(self) -> Capabilities:
        """The store's own."""
        return self._store.capabilities()

    def close(self) -> None:
        """Nothing: the store is not ours."""


def _permitted(edge: EdgeRecord, scope: Scope) -> bool:
    scopes = edge.properties.get("scopes")
    allowed = {"public", str(scope.purpose)} & set(scopes if isinstance(scopes, list) else ())
    return edge.properties.get("review_state") != "rejected" and (scope.purpose is Purpose.GOVERNANCE or bool(allowed))


def _people(edge: EdgeRecord) -> set[str]:
    return {key.id for key in (edge.start, edge.end) if key.label == "Person"}


def _value(column: NumberColumn, position: int) -> Value:
    raw = int(column.raw[position])
    if raw == column.absent:
        return None
    match column.kind:
        case "grid":
            return round(raw * column.quantum, 4)
        case "days":
            return column.day(position)
        case "code":
            return column.label(position)
        case "flag":
            return bool(raw)
        case _:
            return raw
