"""Deterministic identifiers. The same fact gets the same id on every machine, in every order, at every time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import TypeAlias

import orjson

Scalar: TypeAlias = str | int | float | bool | date | datetime
Value: TypeAlias = Scalar | list[str] | list[date] | None
"""A property value as change sets and records hold it. Datetimes are aware and in UTC."""


@dataclass(frozen=True, slots=True, order=True)
class NodeKey:
    """What identifies a node: its label, its tenant (``_ref`` for shared classifications) and its id."""

    label: str
    tenant_id: str
    id: str

    def __str__(self) -> str:
        return f"{self.label}:{self.tenant_id}:{self.id}"


def digest(*parts: str) -> str:
    """Return 32 hex digits (128-bit BLAKE2b) of the parts; parts may not contain the unit separator."""
    return blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


def edge_id(tenant_id: str, rel_type: str, start: NodeKey, end: NodeKey, qualifier: str | None = None) -> str:
    """Return the citation handle of an edge: a hash of tenant, type, both ends and the qualifier."""
    name = edge_namer(tenant_id, rel_type, start.label, start.tenant_id, end.label, end.tenant_id)
    return name(start.id, end.id, qualifier)


def edge_namer(
    tenant_id: str, rel_type: str, start_label: str, start_tenant: str, end_label: str, end_tenant: str
) -> Callable[[str, str, str | None], str]:
    """What names edges of one type between nodes of two labels: start id, end id and qualifier give the edge's id."""
    before = f"{tenant_id}\x1f{rel_type}\x1f{start_label}\x1f{start_tenant}\x1f"
    between = f"\x1f{end_label}\x1f{end_tenant}\x1f"

    def name(start: str, end: str, qualifier: str | None) -> str:
        named = f"{before}{start}{between}{end}\x1f{qualifier or ''}"
        return blake2b(named.encode(), digest_size=16).hexdigest()

    return name


def canonical_json(properties: Mapping[str, Value]) -> str:
    """Return the properties as JSON with sorted keys, no nulls, ISO dates; equal facts give equal bytes."""
    present = {name: value for name, value in properties.items() if value is not None}
    return orjson.dumps(present, option=orjson.OPT_SORT_KEYS | orjson.OPT_UTC_Z).decode()


def payload_hash(properties: Mapping[str, Value]) -> str:
    """Return the hash of the canonical JSON of the stated properties."""
    return digest(canonical_json(properties))
