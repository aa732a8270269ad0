"""Reads feed files: CSV (comma, semicolon, tab) and JSON Lines, plain or gzip, UTF-8 with or without BOM.

What is wrong with the file as a whole raises ``MalformedFile``; what is wrong with one row is a ``BadRow`` and the
rest is read on. It knows no feed: columns and required columns are given.
"""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default_field
from pathlib import Path
from typing import IO, TypeAlias, cast

import orjson

from ingestion.contracts.values import did_you_mean
from ingestion.lines import Line, Lines
from ontology.errors import MalformedFile

MAX_FIELD = 100_000
"""Longest field, in characters."""
_GZIP = b"\x1f\x8b"
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line (the first, if it spans several) and the cells that are not empty."""

    line: int
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class BadRow:
    """One row that cannot be read, why, and the cells that could be."""

    line: int
    code: str
    reason: str
    remedy: str
    field: str | None = None
    values: Mapping[str, object] = default_field(default_factory=dict)


Reading: TypeAlias = Row | BadRow


def read_rows(path: Path, columns: Collection[str], required: Collection[str]) -> Iterator[Reading]:
    """The rows of the file, format and delimiter found out from its content."""
    with _opened(path) as stream:
        try:
            lines = Lines(stream)
            first = _first(lines, path)
            if first.text.lstrip().startswith("{"):
                lines.push_back([first])
                yield from _json_rows(lines)
            else:
                yield from _csv_rows(lines, first, path, columns, required)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise MalformedFile(
                f"{path.name} is not a whole gzip file.", remedy="Transfer it again.", file=path.name
            ) from None


def _opened(path: Path) -> IO[bytes]:
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        raise MalformedFile(f"There is no file {path}.", remedy="Check the path.", file=path.name) from None
    except IsADirectoryError:
        raise MalformedFile(f"{path} is a folder.", remedy="Name a file.", file=path.name) from None
    except OSError:
        remedy = "Check that this user may read it."
        raise MalformedFile(f"{path} cannot be opened.", remedy=remedy, file=path.name) from None
    magic = stream.read(2)
    stream.seek(0)
    if magic == _GZIP:
        stream.close()
        return cast("IO[bytes]", gzip.open(path, "rb"))
    if path.suffix == ".gz" and magic:
        stream.close()
        remedy = "Remove the ending .gz, or compress it with gzip."
        raise MalformedFile(f"{path.name} is not gzip although its name says so.", remedy=remedy, file=path.name)
    return stream


def _first(lines: Lines, path: Path) -> Line:
    """The first line that is neither empty nor a comment of the template."""
    for line in lines:
        if line.text.startswith(("\ufeff\ufeff", "\ufffe")) or "\x00" in line.text or line.utf16:
            raise MalformedFile(
                f"{path.name} is not UTF-8 (it looks like UTF-16 or a binary file).",
                remedy='Save it as "CSV UTF-8".',
                file=path.name,
                line=line.number,
            )
        if line.fault == "BAD_ENCODING":
            raise MalformedFile(
                f"{path.name} is not UTF-8: line {line.number} has bytes that are not valid.",
                remedy='Save it as "CSV UTF-8" (in a terminal: iconv -f latin1 -t utf-8).',
                file=path.name,
                line=line.number,
            )
        if line.text.strip() and not line.text.startswith(("#", '"#')):
            return line
    raise MalformedFile(f"{path.name} is empty.", remedy="Export it again; `cairn template` shows the columns.")


# -- JSON Lines ------------------------------------------------------------------------------------------------


def _json_rows(lines: Lines) -> Iterator[Reading]:
    for line in lines:
        if line.fault is not None:
            yield _faulty(line.number, line.fault)
        elif line.text.strip() and not line.text.startswith("#"):
            yield _json_row(line)


def _json_row(line: Line) -> Reading:
    try:
        values = orjson.loads(line.text)
    except orjson.JSONDecodeError:
        return BadRow(line.number, "BAD_JSON", "The line is not valid JSON.", "Write one JSON object on each line.")
    if not isinstance(values, dict):
        return BadRow(line.number, "BAD_JSON", "The line is not a JSON object.", "Write one JSON object on each line.")
    present = {name: value for name, value in values.items() if value is not None and value != ""}
    for name, value in present.items():
        if isinstance(value, str) and len(value) > MAX_FIELD:
            return _too_large(line.number, name, {key: cell for key, cell in present.items() if key != name})
    return Row(line.number, present)


# -- CSV -------------------------------------------------------------------------------------------------------


def _csv_rows(
    lines: Lines, header: Line, path: Path, columns: Collection[str], required: Collection[str]
) -> Iterator[Reading]:
    delimiter = _delimiter(header.text)
    if header.text.lower().startswith("sep=") and len(header.text.strip()) == 5:
        delimiter = header.text.strip()[4]
        header = _first(lines, path)
    names = _header(header.text, delimiter, path, columns, required)
    while True:
        reader = csv.reader((line.text for line in lines.marked()), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                reading = _csv_row(names, cells, lines.taken)
                if reading is not None:
                    yield reading
                    if isinstance(reading, BadRow) and len(lines.taken) > 1:
                        break  # a stray quote swallowed lines: give them back and read them on their own
                lines.mark()
            else:
                return
        except csv.Error as error:
            yield _unreadable(lines.taken, str(error))
        lines.push_back(lines.taken[1:])
        lines.mark()


def _unreadable(taken: Sequence[Line], error: str) -> BadRow:
    line = taken[0].number if taken else 0
    if "field larger" in error:
        return _too_large(line)
    if "unexpected end" in error:
        reason, remedy = "A quoted field is never closed.", 'Close it, or double the quotes inside it ("").'
        return BadRow(line, "UNTERMINATED_QUOTE", reason, remedy)
    remedy = 'Put quotes around the whole field and double those inside it ("").'
    return BadRow(line, "BAD_QUOTE", "The quotes of a field are not balanced.", remedy)


def _csv_row(names: Sequence[str], cells: Sequence[str], taken: Sequence[Line]) -> Reading | None:
    number = taken[0].number if taken else 0
    values: dict[str, object] = {name: cell for name, cell in zip(names, cells, strict=False) if cell.strip()}
    fault = next((line.fault for line in taken if line.fault is not None), None)
    if fault is not None:
        return _faulty(number, fault, values if fault != "BAD_ENCODING" else {})
    if not any(cell.strip() for cell in cells):
        return None
    if any("\x00" in cell for cell in cells):
        return _faulty(number, "NUL_BYTE")
    for name, cell in values.items():
        if len(str(cell)) > MAX_FIELD:
            return _too_large(number, name, {key: value for key, value in values.items() if key != name})
    extra = [cell for cell in cells[len(names) :] if cell.strip()]
    if extra or len(cells) < len(names):
        reason = f"The row has {len(cells)} cells, the header {len(names)}."
        remedy = "Put quotes around cells that contain the separator, and fill up missing cells."
        return BadRow(number, "RAGGED_ROW", reason, remedy, values=values)
    return Row(number, values)


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=lambda mark: (header.count(mark), -_DELIMITERS.index(mark)))


def _header(
    text: str, delimiter: str, path: Path, columns: Collection[str], required: Collection[str]
) -> Sequence[str]:
    def fail(reason: str, remedy: str) -> MalformedFile:
        return MalformedFile(f"{path.name}: {reason}", remedy=remedy, file=path.name, line=1)

    try:
        cells = next(csv.reader([text], delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration):
        raise fail("The header row cannot be read.", "Check its quotes and line ends.") from None
    names = [cell.strip().lower().replace(" ", "_").replace("-", "_") for cell in cells]
    while names and not names[-1]:
        names.pop()
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise fail(f"The column {repeated[0]!r} stands there twice.", "Remove or rename one of the two.")
    missing = sorted(set(required) - set(names))
    unknown = [name for name in names if name not in columns]
    if unknown:
        hint = did_you_mean(unknown[0], set(columns) - set(names)) or f" Known are {', '.join(columns)}."
        raise fail(f"The column {unknown[0][:60]!r} is not known.{hint}", "Rename or remove it.")
    if missing:
        raise fail(f"The column {missing[0]!r} is missing.", "Add it; `cairn template` shows all columns.")
    return names


# -- faults ----------------------------------------------------------------------------------------------------

_FAULTS = {
    "BAD_ENCODING": ("The row has bytes that are not UTF-8.", 'Save the file as "CSV UTF-8" and load it again.'),
    "NUL_BYTE": ("The row contains NUL bytes.", "Export the file again; it was damaged."),
    "LINE_TOO_LONG": ("The line is longer than 1 MiB.", "Shorten its fields, or check for a missing line end."),
}


def _faulty(line: int, fault: str, values: Mapping[str, object] | None = None) -> BadRow:
    reason, remedy = _FAULTS[fault]
    return BadRow(line, fault, reason, remedy, values=values or {})


def _too_large(line: int, name: str | None = None, values: Mapping[str, object] | None = None) -> BadRow:
    reason = f"A field has more than {MAX_FIELD} characters."
    remedy = "Shorten it, or close the quote that lets it run on."
    return BadRow(line, "FIELD_TOO_LARGE", reason, remedy, field=name, values=values or {})
