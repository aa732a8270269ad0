"""From a validated record to a change record, by the rules of its feed and the ontology. Pure."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import cast

from graph.changes import EdgeStatement, NodeStatement, Provenance, Record, on_grid
from graph.keys import NodeKey, Value, digest
from ingestion.contracts.base import FeedRecord
from ingestion.faults import Refused
from ingestion.references import own, reference, shared
from ingestion.rules import METHOD_CONFIDENCE, Computed, EdgeRule, End, Feed, NodeRule
from ingestion.sources import SourceDescription, confidence_on_grid
from ontology.model import load_ontology

EXTRACTOR_VERSION = "1"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Origin:
    """What a run says of all of its rows: tenant, source, file, and the moment for rows that state none."""

    tenant_id: str
    source: SourceDescription
    file: str
    observed_at: datetime | None = None


def record_key(feed: Feed, row: FeedRecord) -> str:
    """What identifies the row in its feed; a corrected row has the same."""
    named = getattr(row, feed.identified_by) if feed.identified_by else None
    values = [named] if named is not None else [getattr(row, name) for name in feed.key]
    return joined_key(values, row.source_system)


def joined_key(values: Sequence[object], system: str | None) -> str:
    """The key parts as one text; a row of another system than the run's is another record."""
    key = "|".join(_key_part(value) for value in values)
    return key if system is None else f"{key}@{system}"


def _key_part(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "+".join(sorted(str(item) for item in value))
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value).replace("|", "%7C")


def mapped(feed: Feed, row: FeedRecord, line: int, origin: Origin) -> Iterator[Record]:
    """The change records of a row; raises ``Refused``. The first is the row itself, others may wait apart."""
    key = record_key(feed, row)
    source = origin.source if row.source_system is None else replace(origin.source, system=row.source_system)
    stamp = Provenance(
        source_id=source.id,
        source_record=f"{feed.name}:{key}",
        observed_at=_observed(feed, row, origin),
        method=str(getattr(row, "method", "import")),
        extractor_version=EXTRACTOR_VERSION,
    )
    nodes = tuple(_node(rule, row, origin.tenant_id, stamp) for rule in feed.nodes)
    edges = [(rule, edge) for rule in feed.edges for edge in _edges(feed, rule, row, origin.tenant_id, stamp, source)]
    named = () if row.source_system is None else (source.statement(origin.tenant_id),)
    main = tuple(edge for rule, edge in edges if rule.apart is None)
    yield Record(key, origin.file, line, (*named, *nodes), main, replaces=feed.replaces)
    for rule, edge in edges:
        if rule.apart is not None:
            yield Record(f"{key}#{rule.apart}", origin.file, line, named, (edge,))


def _observed(feed: Feed, row: FeedRecord, origin: Origin) -> datetime:
    moment = row.observed_at or (cast("datetime | None", getattr(row, feed.moment)) if feed.moment else None)
    if moment is None and origin.observed_at is None:
        reason = "Neither the row nor the run says when this was so."
        raise Refused("NO_OBSERVED_AT", reason, "Fill in observed_at, or load with --observed-at.", "observed_at")
    return cast("datetime", moment or origin.observed_at)


def _node(rule: NodeRule, row: FeedRecord, tenant_id: str, stamp: Provenance) -> NodeStatement:
    if callable(rule.id):
        key = NodeKey(rule.label, tenant_id, rule.id(row))
    else:
        key = own(rule.label, tenant_id, str(getattr(row, rule.id)), rule.id)
    values = _values(rule.label, rule.computed, row)
    if rule.label == "Person":
        values["pseudonym"] = pseudonym(tenant_id, key.id)
    return NodeStatement(key, values, stamp)


def pseudonym(tenant_id: str, person_id: str) -> str:
    """A stable name for a person that says nothing of them."""
    return f"Person {digest(tenant_id, person_id)[:6]}"


def _edges(
    feed: Feed, rule: EdgeRule, row: FeedRecord, tenant_id: str, stamp: Provenance, source: SourceDescription
) -> Iterator[EdgeStatement]:
    if rule.when is not None and not rule.when(row):
        return
    starts, ends = _ends(feed, rule.start, row, tenant_id), _ends(feed, rule.end, row, tenant_id)
    retracts = bool(getattr(row, "removed", False))
    qualifier = getattr(row, rule.qualifier) if rule.qualifier else None
    for start, end in ((start, end) for start in starts for end in ends):
        yield EdgeStatement(
            tenant_id=tenant_id,
            rel_type=rule.rel_type,
            start=start,
            end=end,
            properties={} if retracts else _values(rule.rel_type, rule.computed, row),
            provenance=_stamp(rule, row, stamp, source),
            qualifier=None if qualifier is None else str(qualifier),
            valid_from=_day(row, rule.valid_from),
            valid_to=_day(row, rule.valid_to),
            retracts=retracts,
        )


def _ends(feed: Feed, end: End, row: FeedRecord, tenant_id: str) -> list[NodeKey]:
    if not end.field:  # the node that the record owns
        rule = next(rule for rule in feed.nodes if rule.label == end.label)
        return [NodeKey(end.label, tenant_id, cast("Callable[[FeedRecord], str]", rule.id)(row))]
    value = getattr(row, end.field)
    ids = () if value is None else value if isinstance(value, tuple) else (value,)
    if end.whose == "shared":
        return [shared(end.label, node_id, end.field) for node_id in ids]
    resolve = own if end.whose == "own" else reference
    return [resolve(end.label, tenant_id, node_id, end.field) for node_id in ids]


def _stamp(rule: EdgeRule, row: FeedRecord, stamp: Provenance, source: SourceDescription) -> Provenance:
    method = rule.method or stamp.method
    stated = getattr(row, rule.confidence) if rule.confidence else None
    prior = METHOD_CONFIDENCE[method] if stated is None else float(stated)
    stamp = replace(stamp, method=method, confidence=confidence_on_grid(prior * source.trust))
    if rule.event_day is None:
        return stamp
    day = cast("date | None", getattr(row, rule.event_day))
    moment = stamp.observed_at if day is None else event_moment(day, stamp.observed_at)
    # a record of its own, since it lives on the time line of events and not on that of exports
    return replace(stamp, observed_at=moment, source_record=f"{stamp.source_record}#{rule.rel_type.lower()}")


def event_moment(day: date, observed_at: datetime) -> datetime:
    """When a fact that an event of that day implies was so: on that day, later exports of the event later in it.

    A level measured in 2019 must not beat a manager's word of 2024 only because it was exported in 2026; and
    a corrected export of the same event must beat the first one. A minute of export time is a millisecond.
    """
    minutes = int((observed_at - _EPOCH).total_seconds() // 60)
    return min(datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(milliseconds=minutes), observed_at)


def _day(row: FeedRecord, name: str | None) -> date | None:
    return cast("date | None", getattr(row, name)) if name else None


@functools.cache
def _named(owner: str, model: type[FeedRecord]) -> tuple[str, ...]:
    """Properties of the label or relationship type that the contract has a field for."""
    ontology = load_ontology()
    declared = (ontology.nodes.get(owner) or ontology.relationship(owner)).properties
    return tuple(name for name in declared if name in model.model_fields)


def _values(owner: str, computed: Mapping[str, Computed], row: FeedRecord) -> dict[str, Value]:
    values = {name: _plain(getattr(row, name)) for name in _named(owner, type(row))}
    values.update({name: compute(row) for name, compute in computed.items()})
    return on_grid(owner, values)


def _plain(value: object) -> Value:
    """Tuples as lists; an empty list is nothing said."""
    if isinstance(value, tuple):
        return cast("Value", list(value) or None)
    return cast("Value", value)
