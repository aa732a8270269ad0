"""Writes the sample feeds as CSV or JSON Lines files, one per feed, byte for byte the same for a seed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

import orjson

from ingestion.contracts.base import columns
from ingestion.contracts.values import LIST_SEPARATOR
from ingestion.feeds import feed_named
from ingestion.sample.rows import Cell, Row

Format = Literal["csv", "jsonl"]


def write_feeds(rows: Mapping[str, Iterable[Row]], folder: Path, form: Format = "csv") -> list[Path]:
    """Write every feed into the folder (made where it is missing) and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    render = as_csv if form == "csv" else as_json_lines
    paths = []
    for feed, lines in rows.items():
        path = folder / f"{feed}.{form}"
        path.write_bytes(render(feed, lines))
        paths.append(path)
    return paths


def as_csv(feed: str, rows: Iterable[Row]) -> bytes:
    """The feed as CSV with all columns of its contract that some row fills, in the contract's order."""
    lines = list(rows)
    used = {name for line in lines for name in line}
    names = [name for name in columns(feed_named(feed).model) if name in used]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(line.get(name)) for name in names] for line in lines)
    return text.getvalue().encode()


def as_json_lines(_: str, rows: Iterable[Row]) -> bytes:
    """The feed as JSON Lines."""
    return b"".join(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE) for line in rows)


def _cell(value: Cell | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return LIST_SEPARATOR.join(value) if isinstance(value, list) else str(value)
