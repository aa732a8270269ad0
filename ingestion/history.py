"""What stands out in employment histories: roles held at the same time, times without any. It is noted, not mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from ingestion.connector import Note
from ingestion.contracts.base import FeedRecord
from ingestion.contracts.people import EmploymentRecord

NOTES = {
    "overlapping_roles": "roles that a person took up while still holding another; both are kept",
    "gaps_in_history": "times between two roles in which a person held none; nothing is filled in",
}


class Histories:
    """Collects the periods of the employment rows of a source."""

    def __init__(self) -> None:
        self._periods: dict[str, list[tuple[date, date]]] = defaultdict(list)

    def add(self, row: FeedRecord) -> None:
        """Take the period of an employment row; other rows have none."""
        if isinstance(row, EmploymentRecord) and not row.removed:
            self._periods[row.person_id].append((row.start_date, row.end_date or date.max))

    def notes(self) -> Iterator[Note]:
        """How many overlaps and gaps there are, by person in the order of dates."""
        overlaps = gaps = 0
        for periods in self._periods.values():
            latest: date | None = None
            for start, end in sorted(periods):
                if latest is not None and start <= latest:
                    overlaps += 1
                elif latest is not None and start > latest + timedelta(days=1):
                    gaps += 1
                latest = end if latest is None else max(latest, end)
        for code, count in (("overlapping_roles", overlaps), ("gaps_in_history", gaps)):
            if count:
                yield Note(code, count)
