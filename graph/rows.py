"""How properties travel to and from the store: positional rows, with repeated values sent once. Holds no Cypher.

A batch of thousands of edges repeats a handful of timestamps, sources and scope lists. Those are sent as positions
in one table that accompanies the rows; a map per row would send every property name and value again and cost the
driver three times as much as the server.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from graph.adjacency import lean_properties
from graph.keys import Value
from ontology.model import Property, load_ontology

REPEATED = frozenset(
    {"tenant_id", "source_id", "method", "extractor_version", "confidence_method", "review_state"}
    | {"ontology_version", "ingest_run", "scopes", "scope_expiries", "consent_id", "rel_type", "scheme", "kind"}
)
"""Properties whose values repeat within a batch, beside all dates and datetimes."""


@dataclass(frozen=True, slots=True)
class Column:
    """One property of a label or relationship type, and whether it travels as a position in the table."""

    name: str
    type: str
    coded: bool


def _column(spec: Property) -> Column:
    return Column(spec.name, spec.type, spec.type in ("date", "datetime", "date[]") or spec.name in REPEATED)


@functools.cache
def node_columns(label: str) -> tuple[Column, ...]:
    """All properties a node of the label may have, blocks first."""
    ontology = load_ontology()
    own = ontology.node(label).properties
    blocks = {**ontology.node_block, **(ontology.person_block if label == "Person" else {})}
    return tuple(_column(spec) for spec in {**blocks, **own}.values())


@functools.cache
def edge_columns(rel_type: str) -> tuple[Column, ...]:
    """All properties an edge of the type may have, block first."""
    ontology = load_ontology()
    return tuple(
        _column(spec) for spec in {**ontology.edge_block, **ontology.relationship(rel_type).properties}.values()
    )


@functools.cache
def lean_columns(rel_type: str) -> tuple[Column, ...]:
    """The properties of an edge that a snapshot keeps or needs to tell whether the edge is live."""
    kept = {"edge_id", *lean_properties(rel_type)}
    return tuple(column for column in edge_columns(rel_type) if column.name in kept)


@functools.cache
def answer_columns(*, lean: bool = False) -> tuple[Column, ...]:
    """The properties of an entry of the log of answers; ``lean`` without the record itself."""
    return tuple(column for column in node_columns("AnswerEntry") if not lean or column.name != "payload")


class Table:
    """The values that rows refer to by position."""

    __slots__ = ("_positions", "values")

    def __init__(self) -> None:
        self.values: list[object] = []
        self._positions: dict[object, int] = {}

    def code(self, value: object) -> int | None:
        """Position of the value, added when new; None for None."""
        if value is None:
            return None
        key = tuple(value) if isinstance(value, list) else value
        position = self._positions.get(key)
        if position is None:
            position = self._positions[key] = len(self.values)
            self.values.append(value.astimezone(UTC) if isinstance(value, datetime) else value)
        return position

    def row(self, columns: Sequence[Column], properties: Mapping[str, object]) -> list[object]:
        """The properties in column order, repeated values as positions."""
        get, code = properties.get, self.code
        return [code(get(column.name)) if column.coded else get(column.name) for column in columns]


@functools.lru_cache(maxsize=65536)
def as_date(text: str) -> date:
    """A date from its ISO text."""
    return date.fromisoformat(text)


@functools.lru_cache(maxsize=65536)
def as_datetime(text: str) -> datetime:
    """An aware UTC datetime from ISO text; the embedded store returns UTC without saying so."""
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def typed(value: object, value_type: str) -> Value:
    """A value as change sets hold it, from what the store or canonical JSON gives (dates as ISO text)."""
    if value_type == "date" and isinstance(value, str):
        return as_date(value)
    if value_type == "datetime" and isinstance(value, str):
        return as_datetime(value)
    if value_type == "date[]" and isinstance(value, list):
        return [as_date(item) for item in value]
    if value_type == "float" and isinstance(value, int):
        return float(value)
    return value  # type: ignore[return-value]  # the store returns what was written


def decoded(columns: Sequence[Column], values: Sequence[object]) -> dict[str, Value]:
    """Properties from a row that the store returned in column order, nulls left out."""
    return {
        column.name: (typed(value, column.type) if column.type in _CONVERTED else value)  # type: ignore[misc]
        for column, value in zip(columns, values, strict=True)
        if value is not None
    }


_CONVERTED = frozenset({"date", "datetime", "date[]", "float"})
