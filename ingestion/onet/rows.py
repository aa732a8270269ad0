"""Rows of an O*NET release on their way into records: each key once, bad rows put aside, deviations counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from graph.changes import Record, Rejection
from graph.keys import NodeKey
from ingestion.classification import Place, Statements, rejection
from ingestion.deviations import Deviations
from ingestion.onet import layout
from ingestion.quarantine import UNREADABLE
from ingestion.releases import Release, Row, Table

_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")


class Rows:
    """One pass through a release. ``known`` are the nodes it states; ``rejected`` the rows put aside."""

    def __init__(self, release: Release, said: Statements) -> None:
        self.release = release
        self.said = said
        self.met = Deviations(layout.NOTES)
        self.rejected: list[Rejection] = []
        self.known: set[NodeKey] = set()

    def settled(self, table: Table, *key: int, may_lack: int | None = None) -> Iterator[tuple[Place, Row]]:
        """Rows of the table, one for each key (column positions); of several the one that sorts last by its text.

        Rows that lack a part of their key (other than ``may_lack``), or whose first column should be an
        occupation code and is not, are put aside.
        """
        found: dict[Row, tuple[int, Row]] = {}
        pick = itemgetter(*key) if len(key) > 1 else lambda row: (row[key[0]],)
        needed = tuple(position for position in key if position != may_lack)
        file, coded = self.release.file(table), table.columns[0] == layout.CODE
        for line, row in self.release.rows(table, self.rejected.append):
            identity = pick(row)
            if ("" in identity and not all(row[position] for position in needed)) or (
                coded and not _CODE.fullmatch(row[0])
            ):
                self._put_aside_unkeyed(Place(file, line), table, row, needed)
            elif (before := found.setdefault(identity, (line, row)))[1] is not row:
                self.met.count("onet_repeated_rows" if before[1] == row else "onet_conflicting_rows")
                found[identity] = max(before, (line, row), key=itemgetter(1))
        return ((Place(file, line), row) for line, row in found.values())

    def put_aside(
        self, place: Place, field: str, code: str, reason: str, remedy: str, *, key: str | None = None
    ) -> None:
        """Keep a bad row for the quarantine; ``key`` is that of the record it would have made."""
        key = key or f"{UNREADABLE}{place.file}:{place.line}"
        self.rejected.append(rejection(place, key, code=code, field=field, reason=reason, remedy=remedy))

    def checked(self, record: Record) -> Record:
        """The record, counted if it names a node that this release does not state."""
        for edge in record.edges:
            if edge.start not in self.known or edge.end not in self.known:
                self.met.count("onet_dangling_rows")
                break
        return record

    def stated(self, record: Record) -> Record:
        """The record, its nodes remembered as stated by this release."""
        self.known.update(node.key for node in record.nodes)
        return record

    def _put_aside_unkeyed(self, place: Place, table: Table, row: Row, key: tuple[int, ...]) -> None:
        empty = next((position for position in key if not row[position]), None)
        if empty is not None:
            column = table.columns[empty]
            self.put_aside(
                place, column, "MISSING_VALUE", f"The row has no {column}.", "Fill it in or leave the row out."
            )
        else:
            reason = f"{row[0][:40]!r} is no O*NET-SOC code."
            self.put_aside(place, layout.CODE, "INVALID_CODE", reason, "Write it as text in the form 11-1011.00.")
