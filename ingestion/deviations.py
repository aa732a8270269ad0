"""What a connector met that is not plain data and how it was handled: declared kinds, counted for the run report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ingestion.connector import Note


@dataclass(slots=True)
class Deviations:
    """Counts deviations of the kinds a connector declares (code to meaning); any other kind is a mistake in it."""

    meanings: Mapping[str, str]
    counts: Counter[str] = field(default_factory=Counter)

    def count(self, code: str, times: int = 1) -> None:
        """Count ``times`` deviations of one kind."""
        if code not in self.meanings:
            raise KeyError(code)
        if times:
            self.counts[code] += times

    def notes(self) -> Iterator[Note]:
        """What was met, in the order in which the connector declares its kinds."""
        return (Note(code, self.counts[code]) for code in self.meanings if self.counts[code])
