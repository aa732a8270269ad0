"""A publisher's release as tables: known by name and columns, checked before the first row. It knows no mapping."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeAlias

from graph.changes import Rejection
from ingestion.quarantine import UNREADABLE
from ingestion.release_files import Member, members, squash, table_stem, without_language
from ontology.errors import MalformedFile, SettingInvalid

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

Row: TypeAlias = tuple[str, ...]
Reject: TypeAlias = Callable[[Rejection], None]

_PREAMBLE_LINES = 40
_VERSION = re.compile(r"\d{1,2}(\.\d{1,2}){0,2}")
_FINGERPRINTS = (
    ("escooriscouri", "crosswalk", "the ESCO-O*NET crosswalk", "cairn ingest crosswalk PATH"),
    ("onetsoccode", "O*NET", "an O*NET release", "cairn ingest onet PATH"),
    ("concepturi", "ESCO", "an ESCO release", "cairn ingest esco PATH"),
)
"""A column that tells whose data a file is: column, publisher, words for it, how to load it."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One table of a release.

    ``columns`` must be there, in the publisher's spelling; ``extras`` may be (they read as empty where
    absent). Rows come in that order. ``stems`` are further names of the file, ``aliases`` further names of
    a column (alias to official name). Case, spaces and punctuation never matter. In tab-separated text a
    quotation mark is only a character, as O*NET publishes it. ``ragged`` marks a table whose publisher
    leaves out empty values at the end of a row, ``by_header`` one whose file may have any name.
    """

    official: str
    columns: tuple[str, ...]
    extras: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    required: bool = False
    ragged: bool = False
    by_header: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a publisher lays out a release: its tables, its words for "absent", how it names its version."""

    publisher: str
    tables: tuple[Table, ...]
    version: re.Pattern[str]
    absent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Opened:
    member: Member
    delimiter: str
    skipped: int
    picks: tuple[int, ...]
    width: int

    def reader(self, text: TextIO) -> CsvReader:
        """The rows below the header."""
        for _ in range(self.skipped):
            next(text, "")
        if self.delimiter == "\t":
            return csv.reader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
        return csv.reader(text)


def _header(lines: Iterator[str]) -> tuple[list[str], str]:
    line = next(lines, "")
    delimiter = "\t" if "\t" in line else ","
    return next(csv.reader([line], delimiter=delimiter), []), delimiter


def _column_positions(table: Table, header: list[str]) -> dict[str, int]:
    aliases = {squash(alias): squash(official) for alias, official in table.aliases.items()}
    names = [squash(name) for name in header]
    return {aliases.get(name, name): position for position, name in enumerate(names) if name}


class Release:
    """The tables of one release, checked before the first row is handed out.

    Opening raises ``MalformedFile`` when the path holds no such release (and says what it holds instead),
    when a needed table or column is missing, when a file is not UTF-8 or cut off. So a release that cannot
    be read whole writes nothing.
    """

    def __init__(self, path: Path, layout: Layout) -> None:
        if not path.exists():
            raise MalformedFile(f"There is nothing at {path}.", remedy="Check the path.", file=str(path))
        self.path = path
        self.layout = layout
        self._members = members(path)
        self._tables = {table.official: found for table in layout.tables if (found := self._find(table)) is not None}
        for table in layout.tables:
            if table.required and table.official not in self._tables:
                raise self._missing(table)
        for table in layout.tables:
            if table.official in self._tables:
                self._check_readable(self._tables[table.official])

    def has(self, table: Table) -> bool:
        """Whether the release brings the table."""
        return table.official in self._tables

    @property
    def files(self) -> tuple[str, ...]:
        """Names of the files that are read."""
        return tuple(opened.member.name for opened in self._tables.values())

    def brings(self, table: Table, column: str) -> bool:
        """Whether the release has this extra column of the table."""
        opened = self._tables.get(table.official)
        return opened is not None and opened.picks[(*table.columns, *table.extras).index(column)] >= 0

    def file(self, table: Table) -> str:
        """Name of the file that holds the table (the official one where the release lacks it)."""
        opened = self._tables.get(table.official)
        return table.official if opened is None else opened.member.name

    def unread(self) -> list[str]:
        """Table files of the release that no mapping reads."""
        read = {opened.member for opened in self._tables.values()}
        others = (member for member in self._members if member not in read and not _is_notes(member.name))
        return sorted(member.name for member in others if table_stem(member.name))

    def version(self, stated: str | None, otherwise: str | None = None) -> str:
        """The version as stated, as names, read-me files and preambles of the release tell it, or ``otherwise``.

        Raises ``SettingInvalid`` for a stated version that is none, ``MalformedFile`` where nothing tells it.
        """
        if stated is not None:
            if not _VERSION.fullmatch(stated):
                raise SettingInvalid(f"--release {stated[:20]!r} is no version.", remedy="Write it as 29.2 or 1.1.1.")
            return stated
        texts = [
            self.path.name,
            self.path.resolve().name,
            *(member.inside or member.path.name for member in self._members),
        ]
        texts += [self._text(member) for member in self._members if _is_notes(member.name)]
        texts += [self._text(opened.member) for opened in self._tables.values() if opened.skipped > 1]
        for text in texts:
            if found := self.layout.version.search(text):
                return found[1]
        if otherwise is not None:
            return otherwise
        remedy = "State it with --release, as in --release 29.2."
        raise MalformedFile(
            f"{self.path.name} does not tell which {self.layout.publisher} release it is.", remedy=remedy
        )

    def rows(self, table: Table, reject: Reject) -> Iterator[tuple[int, Row]]:
        """Rows of the table as (last line of the row, values); rows of the wrong width go to ``reject``."""
        opened = self._tables.get(table.official)
        if opened is None:
            return
        name, absent = opened.member.name, self.layout.absent
        pick = _picker(opened.picks)
        with opened.member.text() as text:
            reader = opened.reader(text)
            for row in reader:
                if len(row) < opened.width and table.ragged:
                    row += [""] * (opened.width - len(row))
                if len(row) != opened.width:
                    if row:
                        reject(_wrong_width(name, opened.skipped + reader.line_num, len(row), opened.width))
                    continue
                if not absent.isdisjoint(row):
                    row = ["" if value in absent else value for value in row]
                row.append("")
                yield opened.skipped + reader.line_num, pick(row)

    def _find(self, table: Table) -> _Opened | None:
        for name in (Path(table.official).stem, *table.stems):
            wanted = squash(without_language(name))
            found = [member for member in self._members if table_stem(member.name) == wanted]
            if found:
                return self._open(table, self._one(table, found))
        if table.by_header:
            found = [member for member in self._members if table_stem(member.name) and _has_columns(member, table)]
            return self._open(table, self._one(table, found)) if found else None
        return None

    def _one(self, table: Table, found: list[Member]) -> Member:
        english = [member for member in found if "_en." in member.name]
        candidates = english if len(english) == 1 else found
        if len(candidates) > 1:
            names = " and ".join(str(member.inside or member.path) for member in candidates[:2])
            raise MalformedFile(
                f"Two files hold the table {table.official}: {names}.",
                remedy="Give the folder or archive of one release.",
                file=candidates[1].name,
            )
        return candidates[0]

    def _open(self, table: Table, member: Member) -> _Opened:
        with member.text() as text:
            for skipped in range(_PREAMBLE_LINES):
                header, delimiter = _header(text)
                positions = _column_positions(table, header)
                if squash(table.columns[0]) in positions:
                    break
                if skipped == 0:
                    first = positions
        missing = [column for column in table.columns if squash(column) not in positions]
        if missing:
            self._refuse_other_publisher(first if squash(table.columns[0]) not in positions else positions)
            raise MalformedFile(
                f"{member.name} has no column {missing[0]}.",
                remedy=f"Take {table.official} as {self.layout.publisher} publishes it: {', '.join(table.columns)}.",
                file=member.name,
                column=missing[0],
            )
        # A row gets one empty value appended, at index -1: columns the release lacks read from there.
        picks = tuple(positions.get(squash(column), -1) for column in (*table.columns, *table.extras))
        return _Opened(member, delimiter, skipped + 1, picks, len(header))

    def _missing(self, table: Table) -> MalformedFile:
        for member in self._members:
            if table_stem(member.name):
                with member.text() as text:
                    lines = [_header(text)[0] for _ in range(_PREAMBLE_LINES)]
                self._refuse_other_publisher({squash(column): 0 for line in lines for column in line})
        publisher = self.layout.publisher
        return MalformedFile(
            f"{self.path} holds no {table.official}, which every {publisher} release has.",
            remedy=f"Give the folder or .zip of the {publisher} release as its publisher offers it.",
            file=table.official,
        )

    def _refuse_other_publisher(self, columns: Mapping[str, int]) -> None:
        for column, publisher, what, command in _FINGERPRINTS:
            if column in columns:
                if publisher != self.layout.publisher:
                    message = f"{self.path} is {what}, not the {self.layout.publisher} data asked for."
                    raise MalformedFile(message, remedy=f"Use: {command}", file=str(self.path))
                return

    def _check_readable(self, opened: _Opened) -> None:
        with opened.member.text() as text:
            harmless = _harmless(text, opened.delimiter)
        if not harmless:
            with opened.member.text() as text:
                deque(opened.reader(text), maxlen=0)

    def _text(self, member: Member) -> str:
        with member.text(errors="replace") as text:
            return text.read(20_000)


def _harmless(lines: Iterable[str], delimiter: str) -> bool:
    """Whether these lines must parse as a table: only a field beyond the limit does not, and only quotes span lines."""
    limit, quoted = csv.field_size_limit(), delimiter != "\t"
    return all(len(line) <= limit and not (quoted and '"' in line) for line in lines)


def _has_columns(member: Member, table: Table) -> bool:
    wanted = {squash(column) for column in table.columns}
    with member.text() as text:
        return any(wanted <= _column_positions(table, _header(text)[0]).keys() for _ in range(_PREAMBLE_LINES))


def _picker(positions: tuple[int, ...]) -> Callable[[list[str]], Row]:
    if len(positions) == 1:
        only = positions[0]
        return lambda row: (row[only],)
    return itemgetter(*positions)


def _is_notes(name: str) -> bool:
    return squash(name.partition(".")[0]) in {"readme", "source"}


def _wrong_width(name: str, line: int, found: int, wanted: int) -> Rejection:
    return Rejection(
        key=f"{UNREADABLE}{name}:{line}",
        file=name,
        line=line,
        code="WRONG_COLUMN_COUNT",
        reason=f"The row has {found} values where the header has {wanted} columns.",
        remedy="Compare the line with the publisher's file and mend its separators.",
    )
