"""How a whole record is written down while it waits for a reference, and read back. Pure; knows no store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeAlias, cast

import orjson

from graph.changes import EdgeStatement, NodeStatement, Provenance, Record
from graph.keys import NodeKey, Value
from ontology.model import Property, load_ontology

Json: TypeAlias = Mapping[str, object]


def encode_record(record: Record) -> str:
    """The record as canonical JSON: its statements word for word, so that any feed's records can wait."""
    return orjson.dumps(record, option=orjson.OPT_SORT_KEYS | orjson.OPT_UTC_Z).decode()


def decode_record(payload: str) -> Record:
    """The record that ``encode_record`` wrote; value types come from the ontology."""
    raw = cast("Json", orjson.loads(payload))
    return Record(
        key=str(raw["key"]),
        file=str(raw["file"]),
        line=int(cast("int", raw["line"])),
        nodes=tuple(_node(node) for node in cast("list[Json]", raw["nodes"])),
        edges=tuple(_edge(edge) for edge in cast("list[Json]", raw["edges"])),
        requires=tuple(_key(key) for key in cast("list[Json]", raw["requires"])),
        replaces=bool(raw["replaces"]),
    )


def _key(raw: Json) -> NodeKey:
    return NodeKey(str(raw["label"]), str(raw["tenant_id"]), str(raw["id"]))


def _provenance(raw: Json) -> Provenance:
    return Provenance(
        source_id=str(raw["source_id"]),
        source_record=str(raw["source_record"]),
        observed_at=datetime.fromisoformat(str(raw["observed_at"])),
        method=str(raw["method"]),
        extractor_version=str(raw["extractor_version"]),
        confidence=float(cast("float", raw["confidence"])),
    )


def _node(raw: Json) -> NodeStatement:
    key = _key(cast("Json", raw["key"]))
    declared = load_ontology().node(key.label).properties
    return NodeStatement(
        key, _values(cast("Json", raw["properties"]), declared), _provenance(cast("Json", raw["provenance"]))
    )


def _edge(raw: Json) -> EdgeStatement:
    rel_type = str(raw["rel_type"])
    return EdgeStatement(
        tenant_id=str(raw["tenant_id"]),
        rel_type=rel_type,
        start=_key(cast("Json", raw["start"])),
        end=_key(cast("Json", raw["end"])),
        properties=_values(cast("Json", raw["properties"]), load_ontology().relationship(rel_type).properties),
        provenance=_provenance(cast("Json", raw["provenance"])),
        qualifier=cast("str | None", raw["qualifier"]),
        valid_from=_day(raw["valid_from"]),
        valid_to=_day(raw["valid_to"]),
        retracts=bool(raw["retracts"]),
    )


def _day(raw: object) -> date | None:
    return None if raw is None else date.fromisoformat(str(raw))


def _values(raw: Json, declared: Mapping[str, Property]) -> dict[str, Value]:
    return {name: _value(value, declared[name].type if name in declared else "") for name, value in raw.items()}


def _value(raw: object, value_type: str) -> Value:
    if raw is None:
        return None
    if value_type == "date":
        return date.fromisoformat(str(raw))
    if value_type == "datetime":
        return datetime.fromisoformat(str(raw))
    if value_type == "date[]":
        return [date.fromisoformat(str(day)) for day in cast("list[str]", raw)]
    if value_type == "float":
        return float(cast("float", raw))
    return cast("Value", raw)
