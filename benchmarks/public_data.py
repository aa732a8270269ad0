"""Loads the open data through Cairn's pipeline, whole or a part of it. The data is read in place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.plan import Plan
from graph.store import GraphStore
from ingestion.crosswalk import ingest_crosswalk
from ingestion.esco import ingest_esco
from ingestion.onet import ingest_onet
from ingestion.report import RunReport

PART = ("occupations", "content_model_reference", "skills.", "job_zones")
"""Files of O*NET whose loading stands for the whole in a quick run: about 1,000 roles, 30,000 requirements."""


class DataAbsent(Exception):
    """The open data is not there; the message says where it was looked for."""


def now() -> datetime:
    """The clock of the pipeline."""
    return datetime.now(UTC)


def require_data(plan: Plan) -> None:
    """Raise ``DataAbsent`` where the open data is not to be found."""
    if not (plan.data / "onet").is_dir() or not (plan.data / "esco").is_dir():
        raise DataAbsent(f"no open data in {plan.data} (set CAIRN_SHARED_DATA or give --data)")


def load(store: GraphStore, plan: Plan) -> list[RunReport]:
    """Run the pipeline over O*NET, ESCO and the crosswalk, or over the part of O*NET."""
    if not plan.whole_data:
        with _part(plan.data / "onet") as folder:
            return [ingest_onet(store, folder, clock=now, release="29.2")]
    return [
        ingest_onet(store, plan.data / "onet", clock=now, release="29.2"),
        ingest_esco(store, plan.data / "esco", clock=now, release="1.1.1"),
        ingest_crosswalk(store, plan.data / "crosswalks", clock=now),
    ]


@contextmanager
def _part(onet: Path) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        for file in sorted(onet.iterdir()):
            if file.name.startswith(PART):
                (Path(folder) / file.name).symlink_to(file.resolve())
        yield Path(folder)
