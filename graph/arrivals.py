"""Collects nodes and edges as they stream in, straight into columns: a few bytes an edge, whatever a record weighs."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import numpy.typing as npt

from graph.adjacency import Int32, edge_columns, has_text_qualifier
from graph.columns import EPOCH, LIST_SEPARATOR, AnyArray, StringColumn, encode_array, encoder
from graph.keys import NodeKey
from graph.store import stands
from ontology.model import PURPOSES, NodeType, load_ontology

NUMERIC_TYPES = frozenset({"integer", "float", "boolean", "date", "datetime"})
_BITS = {purpose: bit for bit, purpose in enumerate(PURPOSES)}
_TYPE_CODES = {"uint8": "B", "uint16": "H"}
OWN_TENANT = -1


class NodeArrivals:
    """Nodes of one label in the order they came; the last one of a key counts."""

    def __init__(self, node_type: NodeType) -> None:
        self.keys: list[NodeKey] = []
        self.captions: list[str] = []
        fields = node_type.properties.items()
        self.numbers = {name: array("d") for name, spec in fields if spec.type in NUMERIC_TYPES}
        self.texts: dict[str, list[str | None]] = {
            name: [] for name in node_type.properties if name not in self.numbers
        }
        self.scopes = array("B")
        self.expiries = array("d")
        self._caption = node_type.caption
        self._person = node_type.name == "Person"

    def add(self, key: NodeKey, properties: Mapping[str, object]) -> None:
        """Take one node."""
        self.keys.append(key)
        caption = properties.get(self._caption)
        self.captions.append(key.id if caption is None else str(caption))
        for name, column in self.numbers.items():
            column.append(_as_number(properties.get(name)))
        for name, texts in self.texts.items():
            texts.append(_as_text(properties.get(name)))
        if self._person:
            self._add_consent(properties)

    def _add_consent(self, properties: Mapping[str, object]) -> None:
        allowed, ends = properties.get("scopes") or [], properties.get("scope_expiries") or []
        assert isinstance(allowed, list)
        assert isinstance(ends, list)
        mask, expiries = 0, [np.inf] * len(PURPOSES)
        for position, purpose in enumerate(allowed):
            bit = _BITS[purpose]
            mask |= 1 << bit
            if position < len(ends) and ends[position]:
                expiries[bit] = datetime.fromisoformat(ends[position]).timestamp()
        self.scopes.append(mask)
        self.expiries.extend(expiries)

    def latest(self) -> dict[NodeKey, int]:
        """Row of each key, sorted by tenant and id."""
        rows = {key: row for row, key in enumerate(self.keys)}
        return dict(sorted(rows.items()))


def _as_number(value: object) -> float:
    if value is None:
        return np.nan
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, date):
        return float((value - EPOCH).days)
    return float(value)  # type: ignore[arg-type]  # the ontology types it as a number


def _as_text(value: object) -> str | None:
    if isinstance(value, list):
        return LIST_SEPARATOR.join(str(item) for item in value)
    return None if value is None else str(value)


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """Edges as parallel arrays in any order. ``tenants`` holds a tenant code, or -1 for the start node's tenant.

    ``stated`` has two columns, where any edge was said of another identifier: the members' numbers at start and end.
    """

    start: Int32
    end: Int32
    columns: Mapping[str, AnyArray]
    qualifiers: StringColumn | None
    tenants: npt.NDArray[np.int16]
    live: npt.NDArray[np.bool_]
    stated: Int32 | None = None


class EdgeArrivals:
    """Edges of one type in the order they came, with the numbers of their ends; dead ones remove what they replace."""

    def __init__(self, rel_type: str) -> None:
        self._layouts = edge_columns(rel_type)
        self._start, self._end = array("i"), array("i")
        self._columns = {name: array(_TYPE_CODES[dtype]) for name, (_, dtype, _, _) in self._layouts.items()}
        self._encoders = [
            (name, encoder(*layout), self._columns[name].append) for name, layout in self._layouts.items()
        ]
        textual = has_text_qualifier(load_ontology().relationship(rel_type))
        self._qualifiers: list[str] | None = [] if textual else None
        self._tenants: dict[int, int] = {}
        self._dead: list[int] = []

    def __len__(self) -> int:
        return len(self._start)

    def add(self, start: int, end: int, properties: Mapping[str, object], tenant: int = OWN_TENANT) -> None:
        """Take one edge between two numbered nodes."""
        if not stands(properties):
            self._dead.append(len(self._start))
        if tenant != OWN_TENANT:
            self._tenants[len(self._start)] = tenant
        self._start.append(start)
        self._end.append(end)
        for name, encode, append in self._encoders:
            append(encode(properties.get(name)))
        if self._qualifiers is not None:
            self._qualifiers.append(str(properties.get("qualifier") or ""))

    def extend(self, start: Int32, end: Int32, columns: Mapping[str, AnyArray], qualifiers: Iterable[str] = ()) -> None:
        """Take many live edges at once. Columns hold plain numbers (days since 1970, codes), NaN for absent."""
        self._start.frombytes(start.astype(np.int32).tobytes())
        self._end.frombytes(end.astype(np.int32).tobytes())
        for name, (_, dtype, quantum, _) in self._layouts.items():
            values = columns.get(name)
            numbers = np.full(len(start), np.nan) if values is None else values
            self._columns[name].frombytes(encode_array(numbers, dtype, quantum).tobytes())
        if self._qualifiers is not None:
            self._qualifiers.extend(qualifiers)

    def table(self) -> EdgeTable:
        """Everything taken so far."""
        live = np.ones(len(self), dtype=np.bool_)
        live[self._dead] = False
        tenants = np.full(len(self), OWN_TENANT, dtype=np.int16)
        tenants[list(self._tenants)] = list(self._tenants.values())
        return EdgeTable(
            start=np.frombuffer(self._start, dtype=np.int32),
            end=np.frombuffer(self._end, dtype=np.int32),
            columns={name: np.frombuffer(self._columns[name], dtype=spec[1]) for name, spec in self._layouts.items()},
            qualifiers=None if self._qualifiers is None else StringColumn.of(self._qualifiers),
            tenants=tenants,
            live=live,
        )


def expiries_of(people: NodeArrivals) -> npt.NDArray[np.float64]:
    """The expiry table of people, one column a purpose."""
    return np.frombuffer(people.expiries, dtype=np.float64).reshape(-1, len(PURPOSES))
