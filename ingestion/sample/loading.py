"""Loads the sample company through the same pipeline as any customer's files. It opens no store."""

from __future__ import annotations

from collections.abc import Callable, Collection

from graph.store import GraphStore
from ingestion.hr import ingest_rows
from ingestion.pipeline import Clock, Progress
from ingestion.report import RunReport
from ingestion.sample.feeds import SOURCE, feeds
from ingestion.sample.generator import DEFAULT_SEED
from ingestion.sample.identity import TENANT
from ingestion.sample.rows import EXPORTED_AT

FILE = "sample"
"""What quarantine entries of the sample would name as their file."""


def ingest_sample(
    store: GraphStore,
    *,
    clock: Clock,
    tenant_id: str = TENANT,
    seed: int = DEFAULT_SEED,
    told: Callable[[int, int], None] | None = None,
    only: Collection[str] | None = None,
    bulk: bool = False,
) -> list[RunReport]:
    """Load the feeds (or ``only`` some of them) in the order that leaves nothing waiting, and report on each.

    ``bulk`` is for a first load: the change log notes one rebuild instead of every key. Links to O*NET and ESCO
    occupations wait until those classifications are in the store. ``told`` hears how many rows of how many are read.
    """
    chosen = {feed: rows for feed, rows in feeds(seed).items() if only is None or feed in only}
    reports: list[RunReport] = []
    for feed, rows in chosen.items():
        reports.append(
            ingest_rows(
                store,
                feed,
                rows,
                tenant_id,
                file=FILE,
                clock=clock,
                observed_at=EXPORTED_AT,
                source=SOURCE,
                bulk=bulk,
                progress=None if told is None else _counting(told, reports, sum(map(len, chosen.values()))),
            )
        )
    return reports


def _counting(told: Callable[[int, int], None], before: Collection[RunReport], total: int) -> Progress:
    read = sum(report.read for report in before)
    return lambda report: told(read + report.read, total)
