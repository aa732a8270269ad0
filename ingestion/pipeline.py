"""The run of a source into the store: check, write in batches, retry what waited, report. Restart it anywhere.

A batch is one transaction, so a killed run leaves whole records only; running it again says the same facts with
the same keys and completes the graph. The pipeline wires nothing: store, clock and connector are given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import TypeAlias, TypeVar

from graph.changes import Applied, ChangeSet, Record, Rejection
from graph.planning import planned
from graph.store import GraphStore
from ingestion.ahead import ahead
from ingestion.connector import Connector, Item, Note
from ingestion.journal import Journal
from ingestion.quarantine import settled_lines
from ingestion.report import Phase, RunReport
from ingestion.retry import Waiting, dependents, release_waiting
from ingestion.screening import Screening, screen
from ingestion.unhurried import unhurried

BATCH_SIZE = 1000
FIRST_OF_BULK = 1_000
"""A large load begins with small batches, so that the store has something to do early."""
KEPT_IN_MEMORY = 50_000
"""A source with at most so many items is read once; a larger one twice (once to check, once to write)."""

Progress = Callable[[RunReport], None]
Row: TypeAlias = Record | Rejection
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
    journal = Journal(store, connector, started, bulk)
    this = _Run(connector, store, report, progress, clock, started, batch_size, bulk, journal.run_id)
    this.enter("checking")
    journal.write(report)
    items, screening = this.check() if screened else (connector.records(), Screening())
    this.enter("writing")
    with unhurried() if bulk else nullcontext():
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
    run_id: str
    refused: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)

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
        for batch in ahead(self._batches(items, screening)):
            for note in batch.notes:
                self.report.notes[note.code] += note.count
            if not batch.changes.records and not batch.rejections:
                continue
            applied = self.store.apply(batch.changes)
            self.report.count(applied)
            self.report.applied += len(batch.changes.records) - len(applied.waiting)
            self.report.waiting += len(applied.waiting)
            self.report.read += batch.read
            self.report.quarantined.update(rejection.code for rejection in batch.rejections)
            self.waiting.update(applied.waiting)
            self.refused.update(rejection.key for rejection in batch.rejections)
            self.tell()

    def settle(self) -> None:
        """Clear the entries of unreadable lines of the same file that are not unreadable any more."""
        for keys in batches(settled_lines(self.store, self.connector, self.refused), self.batch_size):
            self.store.apply(self._changes((), (), tuple(keys)))
            self.report.released += len(keys)

    def retry(self, tenants: Iterable[str]) -> None:
        """Give waiting records of the tenants another chance and bring the report up to date."""
        for tenant_id in dict.fromkeys(tenants):
            left, refused = release_waiting(
                self.store, tenant_id, batch_size=self.batch_size, tell=self._retried, run=self.run_id
            )
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
        return ChangeSet(
            connector.tenant_id, connector.feed, connector.source, records, rejections, self.bulk, clears, self.run_id
        )

    def _batches(self, items: Iterable[Item], screening: Screening) -> Iterator[_Batch]:
        """The items in batches ready to apply. Runs on another thread, so it touches nothing of the run."""
        last: Row | None = None
        for some in batches(items, self.batch_size, first=FIRST_OF_BULK if self.bulk else None):
            notes, rows = list[Note](), list[Row]()
            for item in some:
                if isinstance(item, Note):
                    notes.append(item)
                else:
                    rows.append(screening.verdict(item) if screening.refused and isinstance(item, Record) else item)
            records = tuple(row for row in rows if isinstance(row, Record))
            rejected = [row for row in rows if isinstance(row, Rejection)]
            read, last = _new_rows(rows, last), rows[-1] if rows else last
            yield _Batch(read, rejected, notes, planned(self._changes(records, _one_a_key(rejected))))


@dataclass(frozen=True, slots=True)
class _Batch:
    """What one transaction writes, the rows read for it and those of them refused, and what was noted on the way."""

    read: int
    rejections: list[Rejection]
    notes: list[Note]
    changes: ChangeSet


def _new_rows(rows: Iterable[Row], before: Row | None) -> int:
    """How many rows were read: one may make several records; a source without line numbers counts each."""
    read = 0
    for row in rows:
        if before is None or not row.line or row.line != before.line or row.file != before.file:
            read += 1
        before = row
    return read


def _one_a_key(rejections: Iterable[Rejection]) -> tuple[Rejection, ...]:
    """One rejection for each key, the first: the quarantine keeps one entry for a record."""
    first: dict[str, Rejection] = {}
    for rejection in rejections:
        first.setdefault(rejection.key, rejection)
    return tuple(first.values())


def batches(items: Iterable[T], size: int, *, first: int | None = None) -> Iterator[list[T]]:
    """The items in lists of at most ``size``; from ``first`` on each is twice as long as the one before."""
    stream, length = iter(items), size if first is None else min(first, size)
    while batch := list(islice(stream, length)):
        yield batch
        length = min(2 * length, size)
