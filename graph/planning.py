"""Planning a batch: which of its records can be applied, who writes last, what an edge becomes. Pure; the store's
answers come in as plain values.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, fields
from typing import TypeAlias

from graph.bulk_planning import BulkPlan, bulk_plan
from graph.changes import ChangeSet, EdgeStatement, Record
from graph.identity import SAME_PERSON_AS
from graph.keys import NodeKey
from graph.projection import Assertion
from ontology.errors import BadInput
from ontology.model import REFERENCE_TENANT, load_ontology

MAX_STATEMENTS = 200_000
"""Most statements a batch may hold; a batch is one transaction and must fit the server's memory."""


@dataclass(frozen=True, slots=True)
class Stated:
    """An edge statement as the assertion it is; ids and hashes are computed once."""

    statement: EdgeStatement
    assertion: Assertion


@dataclass(slots=True)
class Prepared:
    """A record that may be written, with its edges as assertions and the nodes it refers to, worked out when asked."""

    record: Record
    _edges: tuple[Stated, ...] | None = field(default=None, compare=False)
    _references: frozenset[NodeKey] | None = field(default=None, compare=False)

    @property
    def edges(self) -> tuple[Stated, ...]:
        """The record's edge statements as assertions; their hashes cost, so they are computed once."""
        if self._edges is None:
            self._edges = tuple(Stated(edge, Assertion.of(edge, edge.edge_id)) for edge in self.record.edges)
        return self._edges

    @property
    def references(self) -> frozenset[NodeKey]:
        """Every node that must be there for the record to be applied."""
        if self._references is None:
            ends = (end for edge in self.record.edges for end in (edge.start, edge.end))
            self._references = frozenset((*self.record.requires, *ends))
        return self._references


Waiting: TypeAlias = tuple[Prepared, list[NodeKey]]
"""A record that cannot be applied yet, and the nodes that it waits for."""


@dataclass(frozen=True, slots=True)
class PlannedChangeSet(ChangeSet):
    """A change set that has been prepared. A store applies it like any other and need not prepare it again.

    ``bulk_plan`` is there where the batch can be written without working out assertions (graph.bulk_planning).
    """

    prepared: tuple[Prepared, ...] = ()
    bulk_plan: BulkPlan | None = None

    @property
    def planned_for(self) -> tuple[int, ...]:
        """The very records that were prepared: replacing them makes the preparation void."""
        return tuple(id(each.record) for each in self.prepared)


def planned(changes: ChangeSet) -> PlannedChangeSet:
    """The change set with what ``prepare`` makes of it, so that this can happen before the store's turn comes."""
    given = {each.name: getattr(changes, each.name) for each in fields(ChangeSet)}
    prepared, plan = tuple(prepare(changes)), bulk_plan(changes)
    if plan is None:
        for each in prepared:
            each.edges, each.references  # noqa: B018  # worked out here, on the caller's thread
    return PlannedChangeSet(**given, prepared=prepared, bulk_plan=plan)


def planned_bulk(changes: ChangeSet) -> BulkPlan | None:
    """The bulk plan of a planned change set whose records are still those it was made for."""
    if isinstance(changes, PlannedChangeSet) and tuple(map(id, changes.records)) == changes.planned_for:
        return changes.bulk_plan
    return None


def prepare(changes: ChangeSet) -> Sequence[Prepared]:
    """Check what a change set may never do, and compute ids.

    Raises ``BadInput`` when it is too large, writes to another tenant, or lets an edge leave ``_ref``.
    """
    if isinstance(changes, PlannedChangeSet) and tuple(map(id, changes.records)) == changes.planned_for:
        return changes.prepared
    size = sum(len(record.nodes) + len(record.edges) for record in changes.records)
    if size > MAX_STATEMENTS:
        raise BadInput(
            f"A change set of {size} statements is more than one transaction may hold ({MAX_STATEMENTS}).",
            remedy="Send it in batches of 500 to 5000 records.",
        )
    return [_prepared(record, changes.tenant_id) for record in changes.records]


def _prepared(record: Record, tenant_id: str) -> Prepared:
    for node in record.nodes:
        if node.key.tenant_id != tenant_id or not node.key.id:
            raise _foreign(record, tenant_id)
        _check_known(record, node.key.label, node.properties)
    for edge in record.edges:
        start, end = edge.start, edge.end
        if edge.tenant_id != tenant_id or not _may_lead(tenant_id, start.tenant_id, end.tenant_id):
            raise _foreign(record, tenant_id)
        if edge.rel_type == SAME_PERSON_AS and (start == end or end.tenant_id != tenant_id):
            raise _no_link(record)
        _check_known(record, edge.rel_type, edge.properties)
        if (start.label, end.label) not in _ends(edge.rel_type):
            raise BadInput(
                f"Record {record.key[:200]!r} states {edge.rel_type} from {start.label} to {end.label}, "
                "which the ontology does not know.",
                remedy="Correct the mapping of this feed.",
            )
    return Prepared(record)


@functools.cache
def _may_lead(tenant_id: str, start: str, end: str) -> bool:
    """Whether the tenant may state an edge between nodes of these tenants."""
    permitted = (tenant_id, REFERENCE_TENANT)
    escapes = start == REFERENCE_TENANT != end
    return start in permitted and end in permitted and not escapes


@functools.cache
def _ends(rel_type: str) -> frozenset[tuple[str, str]]:
    return frozenset(load_ontology().relationship(rel_type).ends)


@functools.cache
def _known(owner: str) -> frozenset[str]:
    ontology = load_ontology()
    return frozenset((ontology.nodes.get(owner) or ontology.relationship(owner)).properties)


def _check_known(record: Record, owner: str, properties: Mapping[str, object]) -> None:
    """A property the schema does not have would be lost on the way; the mapping must be mended instead."""
    known = _known(owner)
    if not properties.keys() <= known:
        unknown = min(properties.keys() - known)
        raise BadInput(
            f"Record {record.key[:200]!r} states {owner}.{unknown[:80]}, which the ontology does not know.",
            remedy="Correct the mapping of this feed or declare the property in ontology/schema.",
        )


def _no_link(record: Record) -> BadInput:
    return BadInput(
        f"Record {record.key[:200]!r} links an identifier to itself or to a person of another tenant.",
        remedy="Link two identifiers of one tenant.",
    )


def _foreign(record: Record, tenant_id: str) -> BadInput:
    return BadInput(
        f"Record {record.key[:200]!r} of tenant {tenant_id!r} writes to another tenant or has no id.",
        remedy="A change set may state nodes and edges of its own tenant and refer to _ref.",
    )


def wanted(prepared: Iterable[Prepared]) -> dict[tuple[str, str], list[str]]:
    """Ids of all nodes stated or referred to, by label and tenant."""
    keys: set[NodeKey] = set()
    for each in prepared:
        keys |= each.references
        keys.update(node.key for node in each.record.nodes)
    grouped: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(keys):
        grouped[key.label, key.tenant_id].append(key.id)
    return grouped


def settle(
    prepared: Sequence[Prepared], stored: Set[NodeKey] | Mapping[NodeKey, object]
) -> tuple[list[Prepared], list[Waiting]]:
    """Split records into those that can be applied and those that wait, with what each waits for.

    A record may refer to nodes that another record of the batch states, but only if that one can be applied too.
    """
    passing, waiting = list(prepared), list[Waiting]()
    while True:
        stated = {node.key for each in passing for node in each.record.nodes}
        kept: list[Prepared] = []
        for each in passing:
            missing = [key for key in each.references if key not in stored and key not in stated]
            if missing:
                waiting.append((each, sorted(missing)))
            else:
                kept.append(each)
        if len(kept) == len(passing):
            return passing, waiting
        passing = kept
