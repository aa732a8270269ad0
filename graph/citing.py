"""Reading cited edges back: what the scope permits at this moment, with assertions and sources. Knows no driver."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, cast

from graph import statements as cypher
from graph.changes import Provenance, assertion_digest
from graph.keys import NodeKey, Value, canonical_json
from graph.rows import as_datetime, decoded, edge_columns, node_columns, typed
from graph.scope import CallerRole, Purpose, Scope
from graph.statements import Statement
from graph.store import AssertionRecord, CitedEdge, EdgeRecord, NodeRecord
from ontology.errors import AccessDenied
from ontology.model import load_ontology

GOVERNORS = frozenset({CallerRole.AUDITOR, CallerRole.ADMIN, CallerRole.SERVICE, CallerRole.REVIEWER})
"""Who may read for governance, which sees people whatever they consented to."""

Run = Callable[[Statement, Mapping[str, object]], list[list[object]]]


def admit(scope: Scope) -> None:
    """Refuse a scope that its viewer cannot have; a second fence behind the API's own rules."""
    if scope.purpose is Purpose.GOVERNANCE and not scope.viewer.roles & GOVERNORS:
        raise AccessDenied(
            "Reading for governance is for auditors, administrators and services.",
            remedy="Ask for the purpose that the question serves.",
        )


def cited(
    run: Run, scope: Scope, edge_ids: Sequence[str], rel_types: tuple[str, ...], now: datetime
) -> dict[str, CitedEdge]:
    """The edges with these ids that the scope may see at ``now``, in one transaction."""
    known = tuple(sorted(load_ontology().relationships))
    statement = cypher.cite_edges(tuple(name for name in rel_types if name in known) or known)
    rows = run(
        statement,
        {
            "ids": list(edge_ids),
            "tenants": list(scope.tenants),
            "purpose": scope.purpose.value,
            "governance": scope.purpose is Purpose.GOVERNANCE,
        },
    )
    permitted = [row for row in map(_read_row, rows) if _permits(scope, row, now)]
    asserted = _assertions(run, [edge.edge_id for edge, _, _ in permitted if _has_nodes(edge)])
    sources = _sources(run, (edge for edge, _, _ in permitted), asserted)
    return {
        edge.edge_id: CitedEdge(
            edge,
            _caption(edge.start, start),
            _caption(edge.end, end),
            tuple(_stated(edge, asserted.get(edge.edge_id, []), sources)),
        )
        for edge, start, end in permitted
    }


Row = tuple[EdgeRecord, Mapping[str, Any], Mapping[str, Any]]


def _read_row(row: Sequence[object]) -> Row:
    rel_type, properties, a_label, a, b_label, b = cast("tuple[str, dict[str, Any], str, Any, str, Any]", tuple(row))
    types = {column.name: column.type for column in edge_columns(rel_type)}
    stored = {name: _plain(value, types.get(name, "string")) for name, value in properties.items() if value is not None}
    start, end = NodeKey(a_label, a["tenant_id"], a["id"]), NodeKey(b_label, b["tenant_id"], b["id"])
    return EdgeRecord(str(stored["edge_id"]), rel_type, start, end, stored), a, b


def _plain(value: Any, value_type: str) -> Value:
    if isinstance(value, list):
        return [_plain(item, value_type.removesuffix("[]")) for item in value]  # type: ignore[return-value]  # a list
    if hasattr(value, "iso_format"):
        return typed(value.iso_format(), value_type)
    return typed(value, value_type)


def _permits(scope: Scope, row: Row, now: datetime) -> bool:
    """Consent of every person the edge names, at this very moment, and validity at ``as_of``.

    The statement has already filtered tenant, retraction, review and scopes; expiry differs by purpose and is
    known to the person. Who is only pointed at (a manager) must have agreed too: they would be seen.
    """
    edge, start, end = row
    if scope.purpose is not Purpose.GOVERNANCE:
        people = [node for key, node in ((edge.start, start), (edge.end, end)) if key.label == "Person"]
        if not all(agrees(node, scope.purpose, now) for node in people):
            return False
    return scope.as_of is None or _valid(edge, scope.as_of)


def agrees(person: Mapping[str, Any], purpose: Purpose, now: datetime) -> bool:
    """Whether the person allows the purpose at ``now``, from the consent projected to their node."""
    scopes, expiries = person.get("scopes") or [], person.get("scope_expiries") or []
    for allowed, expiry in zip(scopes, expiries, strict=True):
        if allowed == purpose.value:
            return not expiry or now < as_datetime(expiry)
    return False


def _valid(edge: EdgeRecord, moment: datetime) -> bool:
    day = moment.date()
    first, last = edge.properties.get("valid_from"), edge.properties.get("valid_to")
    return (not isinstance(first, date) or first <= day) and (not isinstance(last, date) or day <= last)


def _has_nodes(edge: EdgeRecord) -> bool:
    return load_ontology().relationship(edge.rel_type).asserted_by_nodes(str(edge.properties["tenant_id"]))


def _caption(key: NodeKey, node: Mapping[str, Any]) -> str:
    return str(node.get(load_ontology().node(key.label).caption) or key.id)


def _assertions(run: Run, edge_ids: Sequence[str]) -> dict[str, list[dict[str, Value]]]:
    found: dict[str, list[dict[str, Value]]] = defaultdict(list)
    if edge_ids:
        columns = node_columns("Assertion")
        for row in run(cypher.find_assertions(), {"ids": list(edge_ids)}):
            properties = decoded(columns, row)
            found[str(properties["edge_id"])].append(properties)
    return found


def _sources(
    run: Run, edges: Iterable[EdgeRecord], asserted: Mapping[str, list[dict[str, Value]]]
) -> dict[tuple[str, str], NodeRecord]:
    wanted = {(str(edge.properties["tenant_id"]), str(edge.properties["source_id"])) for edge in edges}
    wanted |= {(str(each["tenant_id"]), str(each["source_id"])) for group in asserted.values() for each in group}
    if not wanted:
        return {}
    columns = node_columns("Source")
    nodes = (decoded(columns, row) for row in run(cypher.FIND_SOURCES, {"ids": [list(key) for key in sorted(wanted)]}))
    return {
        (str(node["tenant_id"]), str(node["id"])): NodeRecord(
            NodeKey("Source", str(node["tenant_id"]), str(node["id"])), node
        )
        for node in nodes
    }


def _stated(
    edge: EdgeRecord, asserted: Sequence[Mapping[str, Value]], sources: Mapping[tuple[str, str], NodeRecord]
) -> Iterable[AssertionRecord]:
    statements = asserted or ([] if _has_nodes(edge) else [_inline(edge)])
    newest_first = sorted(
        statements, key=lambda each: (cast("datetime", each["observed_at"]), each["id"]), reverse=True
    )
    for each in newest_first:
        key = NodeKey("Source", str(edge.properties["tenant_id"]), str(each["source_id"]))
        yield AssertionRecord(
            id=str(each["id"]),
            edge_id=edge.edge_id,
            source=sources.get((key.tenant_id, key.id)) or NodeRecord(key, {}),
            source_record=str(each["source_record"]),
            payload=str(each["payload"]),
            method=str(each["method"]),
            extractor_version=str(each["extractor_version"]),
            confidence=float(cast("float", each["confidence"])),
            observed_at=cast("datetime", each["observed_at"]),
            retracts=bool(each["retracts"]),
            ingest_run=None if each.get("ingest_run") is None else str(each["ingest_run"]),
        )


def _inline(edge: EdgeRecord) -> dict[str, Value]:
    """The one assertion that an edge's own block states."""
    block = edge.properties
    own = load_ontology().relationship(edge.rel_type).properties
    stated = {name: value for name, value in block.items() if name in own or name in ("valid_from", "valid_to")}
    retracts = block.get("retracted_at") is not None
    origin = Provenance(
        str(block["source_id"]),
        str(block["source_record"]),
        cast("datetime", block["observed_at"]),
        str(block["method"]),
        confidence=float(cast("float", block["confidence"])),
    )
    return {
        "id": assertion_digest(edge.edge_id, origin, str(block["payload_hash"]), retracts),
        "payload": canonical_json(stated),
        "retracts": retracts,
        **{name: block[name] for name in _ORIGIN},
    }


_ORIGIN = ("source_id", "source_record", "method", "extractor_version", "confidence", "observed_at")
