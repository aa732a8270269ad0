"""How a row is put together: fields that say nothing are left out, days and moments are ISO text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | list[str]
Row: TypeAlias = dict[str, Cell]
"""One row, as a line of JSON Lines holds it."""

EXPORTED_AT = datetime(2026, 10, 1, 5, tzinfo=UTC)
"""Moment of the export: when most rows were so."""

EXPORTED = EXPORTED_AT.strftime("%Y-%m-%dT%H:%M:%SZ")


def row(observed_at: str | None = EXPORTED, /, **fields: Cell | date | datetime | Sequence[str] | None) -> Row:
    """A row with the fields that say something."""
    cells = {name: _cell(value) for name, value in fields.items() if value is not None and value != ()}
    return cells if observed_at is None else {**cells, "observed_at": observed_at}


def morning(day: date) -> str:
    """A moment on the day, for statements of which only the day is known."""
    return f"{day.isoformat()}T08:00:00Z"


def _cell(value: Cell | date | datetime | Sequence[str]) -> Cell:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float):
        return value
    return list(value)
