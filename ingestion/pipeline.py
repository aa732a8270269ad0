"""The run of a source into the store: check, write in batches, retry what waited, report. Restart it anywhere.

A batch is one transaction, so a killed run leaves whole records only; running it again says the same facts with
the same keys and completes the graph. The pipeline wires nothing: store, clock and connector are given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import TypeVar

from graph.changes import Applied, ChangeSet, Record, Rejection
from graph.store import GraphStore
from ingestion.connector import Connector, Item, Note
from ingestion.journal import Journal
from ingestion.quarantine import settled_lines
from ingestion.report import Phase, RunReport
from ingestion.retry import Waiting, dependents, release_waiting
from ingestion.screening import Screening, screen

BATCH_SIZE = 1000
KEPT_IN_MEMORY = 50_000
"""A source with at most so many items is read once; a larger one twice (once to check, once to write)."""

Progress = Callable[[RunReport], None]
Clock = Callable[[], datetime]
T = TypeVar("T")


def run(
    connector: Connector,
    store: GraphStore,
    *,
    clock: Clock,
    batch_size: int = BATCH_SIZE,
    bulk: bool = False,
    progress: Progress | None = None,
    screened: bool = True,
    retry_tenants: Sequence[str] = (),
) -> RunReport:
    """Load the connector's records and report. Raises only ``MalformedFile`` and ``StoreFailure``.

    ``screened=False`` skips the look for duplicates and circles (for a source that cannot have them). At the end
    waiting records are tried again: those of the tenant, and after a load of the shared classifications those
    of every tenant that the store knows (and of ``retry_tenants``).
    """
    started = clock()
    report = RunReport(connector.feed, connector.tenant_id, connector.source.key.id)
    journal = Journal(store, connector, started)
    this = _Run(connector, store, report, progress, clock, started, batch_size, bulk)
    this.enter("checking")
    journal.write(report)
    items, screening = this.check() if screened else (connector.records(), Screening())
    this.enter("writing")
    this.write(items, screening)
    this.settle()
    this.enter("retrying")
    this.retry((*dependents(store, connector.tenant_id), *retry_tenants))
    this.enter("done")
    journal.write(report, finished=clock())
    return report


@dataclass(slots=True)
class _Run:
    """One run under way, and what of it waits or was refused."""

    connector: Connector
    store: GraphStore
    report: RunReport
    progress: Progress | None
    clock: Clock
    started: datetime
    batch_size: int
    bulk: bool
    refused: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)
    place: tuple[str, int] | None = None

    def enter(self, phase: Phase) -> None:
        """Begin a phase."""
        self.report.phase = phase
        self.tell()

    def tell(self) -> None:
        """Let the caller see the report as it stands."""
        self.report.seconds = (self.clock() - self.started).total_seconds()
        if self.progress is not None:
            self.progress(self.report)

    def check(self) -> tuple[Iterable[Item], Screening]:
        """What to write, read once where it fits in memory, and what the look at it found."""
        connector = self.connector
        stream = connector.records()
        items: Iterable[Item] = list(islice(stream, KEPT_IN_MEMORY + 1))
        if next(stream, None) is None:
            screening = screen(items, connector.tenant_id, self.store)
        else:
            del stream
            items = connector.records()
            screening = screen(connector.records(), connector.tenant_id, self.store)
        notes = {"repeated_rows": screening.repeated, "older_versions": screening.superseded}
        self.report.notes.update({code: count for code, count in notes.items() if count})
        return items, screening

    def write(self, items: Iterable[Item], screening: Screening) -> None:
        """Apply the items batch by batch."""
        for batch in batches(self._verdicts(items, screening), self.batch_size):
            records = tuple(item for item in batch if isinstance(item, Record))
            rejections = tuple(item for item in batch if isinstance(item, Rejection))
            changes = self._changes(records, _one_a_key(rejections))
            applied = self.store.apply(changes)
            self.report.count(applied)
            self.report.applied += len(records) - len(applied.waiting)
            self.report.waiting += len(applied.waiting)
            self.report.read += sum(map(self._is_new_row, batch))
            self.report.quarantined.update(rejection.code for rejection in rejections)
            self.waiting.update(applied.waiting)
            self.refused.update(rejection.key for rejection in rejections)
            self.tell()

    def settle(self) -> None:
        """Clear the entries of unreadable lines of the same file that are not unreadable any more."""
        for keys in batches(settled_lines(self.store, self.connector, self.refused), self.batch_size):
            self.store.apply(self._changes((), (), tuple(keys)))
            self.report.released += len(keys)

    def retry(self, tenants: Iterable[str]) -> None:
        """Give waiting records of the tenants another chance and bring the report up to date."""
        for tenant_id in dict.fromkeys(tenants):
            left, refused = release_waiting(self.store, tenant_id, batch_size=self.batch_size, tell=self._retried)
            if refused:
                self.report.quarantined["CYCLE"] += len(refused)
            if tenant_id == self.connector.tenant_id:
                self._count_waiting(left, refused)

    def _count_waiting(self, left: Waiting, refused: Waiting) -> None:
        mine = {(self.connector.feed, key) for key in self.waiting}
        self.report.waiting = len(mine & left)
        self.report.applied += len(mine - left - refused)

    def _retried(self, applied: Applied) -> None:
        self.report.count(applied)
        self.tell()

    def _changes(
        self, records: tuple[Record, ...], rejections: tuple[Rejection, ...], clears: tuple[str, ...] = ()
    ) -> ChangeSet:
        connector = self.connector
        return ChangeSet(connector.tenant_id, connector.feed, connector.source, records, rejections, self.bulk, clears)

    def _verdicts(self, items: Iterable[Item], screening: Screening) -> Iterator[Record | Rejection]:
        for item in items:
            if isinstance(item, Note):
                self.report.notes[item.code] += item.count
            else:
                yield screening.verdict(item) if isinstance(item, Record) else item

    def _is_new_row(self, item: Record | Rejection) -> bool:
        """One row may make several records; a source without line numbers counts each."""
        before, self.place = self.place, (item.file, item.line) if item.line else None
        return self.place is None or self.place != before


def _one_a_key(rejections: Iterable[Rejection]) -> tuple[Rejection, ...]:
    """One rejection for each key, the first: the quarantine keeps one entry for a record."""
    first: dict[str, Rejection] = {}
    for rejection in rejections:
        first.setdefault(rejection.key, rejection)
    return tuple(first.values())


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most ``size``."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch
