"""The run of a source into the store: check, write in batches, retry what waited, report. Restart it anywhere.

A batch is one transaction, so a killed run leaves whole records only; running it again says the same facts with
the same keys and completes the graph. The pipeline wires nothing: store, clock and connector are given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import TypeVar

from graph.changes import ChangeSet, Record, Rejection
from graph.store import GraphStore
from ingestion.connector import Connector, Item, Note
from ingestion.journal import Journal
from ingestion.quarantine import settled_lines
from ingestion.report import RunReport
from ingestion.retry import dependents, release_waiting
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

    ``screened=False`` skips the look for duplicates and cycles (for a source that cannot have them). At the end
    waiting records are tried again: those of the tenant, and after a load of the shared classifications those
    of every tenant that the store knows (and of ``retry_tenants``).
    """
    started = clock()
    report = RunReport(connector.feed, connector.tenant_id, connector.source.key.id)
    tell = _teller(report, progress, clock, started)
    tell()
    journal = Journal(store, connector, started)
    journal.write(report)
    items, screening = _check(connector, store, screened)
    report.phase = "writing"
    _note(report, screening)
    written = _write(connector, store, items, screening, report, batch_size=batch_size, bulk=bulk, tell=tell)
    _settle(connector, store, written, report)
    report.phase = "retrying"
    for tenant_id in dict.fromkeys((*dependents(store, connector.tenant_id), *retry_tenants)):
        release_waiting(store, tenant_id, report, batch_size=batch_size, tell=tell)
    report.phase = "done"
    tell()
    journal.write(report, finished=clock())
    return report


def _teller(report: RunReport, progress: Progress | None, clock: Clock, started: datetime) -> Callable[[], None]:
    def tell() -> None:
        report.seconds = (clock() - started).total_seconds()
        if progress is not None:
            progress(report)

    return tell


def _check(connector: Connector, store: GraphStore, screened: bool) -> tuple[Iterable[Item], Screening]:
    """What to write, read once where it fits in memory, and what the look at it found."""
    if not screened:
        return connector.records(), Screening()
    stream = connector.records()
    head = list(islice(stream, KEPT_IN_MEMORY + 1))
    if len(head) <= KEPT_IN_MEMORY:
        return head, screen(head, connector.tenant_id, store)
    del head, stream
    return connector.records(), screen(connector.records(), connector.tenant_id, store)


def _note(report: RunReport, screening: Screening) -> None:
    for code, count in (("repeated_rows", screening.repeated), ("older_versions", screening.superseded)):
        if count:
            report.notes[code] += count


def _write(
    connector: Connector,
    store: GraphStore,
    items: Iterable[Item],
    screening: Screening,
    report: RunReport,
    *,
    batch_size: int,
    bulk: bool,
    tell: Callable[[], None],
) -> set[str]:
    """Apply the items batch by batch; returns the keys of the rejections."""
    refused: set[str] = set()
    last: tuple[str, int] | None = None
    for batch in batches(_verdicts(items, screening, report), batch_size):
        records = tuple(item for item in batch if isinstance(item, Record))
        rejections = _one_a_key(item for item in batch if isinstance(item, Rejection))
        changes = ChangeSet(connector.tenant_id, connector.feed, connector.source, records, rejections, bulk)
        applied = store.apply(changes)
        for item in batch:
            # one row may make several records; a source without line numbers counts each
            here = (item.file, item.line) if item.line else None
            report.read += here is None or here != last
            last = here
        report.count(applied)
        report.waiting += len(applied.waiting)
        report.applied += len(records) - len(applied.waiting)
        report.quarantined.update(item.code for item in batch if isinstance(item, Rejection))
        refused.update(item.key for item in rejections)
        tell()
    return refused


def _verdicts(items: Iterable[Item], screening: Screening, report: RunReport) -> Iterator[Record | Rejection]:
    for item in items:
        if isinstance(item, Note):
            report.notes[item.code] += item.count
        else:
            yield screening.verdict(item) if isinstance(item, Record) else item


def _one_a_key(rejections: Iterable[Rejection]) -> tuple[Rejection, ...]:
    """One rejection for each key, the first: the quarantine keeps one entry for a record."""
    first: dict[str, Rejection] = {}
    for rejection in rejections:
        first.setdefault(rejection.key, rejection)
    return tuple(first.values())


def _settle(connector: Connector, store: GraphStore, refused: set[str], report: RunReport) -> None:
    """Clear the entries of unreadable lines of the same file that are not unreadable any more."""
    clears = settled_lines(store, connector, refused)
    for chunk in batches(clears, BATCH_SIZE):
        changes = ChangeSet(connector.tenant_id, connector.feed, connector.source, clears=tuple(chunk))
        store.apply(changes)
        report.released += len(chunk)


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most ``size``."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch
