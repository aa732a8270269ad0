"""A process that loads the small company into the embedded store, one row a transaction, until it is killed.

Run as ``python -m tests.ingestion.ingesting_child DATA_DIR TENANT ROUNDS``; prints one line for each batch.
"""

from __future__ import annotations

import sys
from pathlib import Path

from graph.embedded import open_embedded
from ingestion.hr import ingest_rows
from tests.ingestion.feeding import NOW, clock
from tests.ingestion.world import many


def main(data_dir: str, tenant: str) -> None:
    store = open_embedded(Path(data_dir))
    store.migrate()
    for feed, rows in many():
        ingest_rows(
            store, feed, rows, tenant, file="f", clock=clock, observed_at=NOW, batch_size=7,
            progress=lambda report: print(report.feed, report.read, flush=True),
        )  # fmt: skip
    store.close()
    print("end", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
