"""``cairn ingest`` and ``cairn template``: load a source into the store, show what a feed looks like."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import app
from api.cli.console import Exit, ProgressCallback, err, out, print_json, progress
from api.cli.opening import address, now, opened
from api.cli.options import DataDir, Json, Quiet, Tenant
from api.settings import load_settings
from graph.store import GraphStore
from ingestion.crosswalk import ingest_crosswalk
from ingestion.documents import ingest_documents
from ingestion.documents.plays import ingest_plays
from ingestion.esco import ingest_esco
from ingestion.feeds import FEEDS
from ingestion.hr import ingest_feed
from ingestion.onet import ingest_onet
from ingestion.pipeline import Progress
from ingestion.report import RunReport
from ingestion.sample import ingest_sample
from ingestion.sample.documents import ingest_library
from ingestion.templates import json_schema, template
from ontology.errors import SettingInvalid

REFERENCE: dict[str, Callable[..., RunReport]] = {
    "onet": ingest_onet,
    "esco": ingest_esco,
    "crosswalk": ingest_crosswalk,
}
"""Published classifications: loaded in bulk into the reference tenant."""
TEXTS: dict[str, Callable[..., RunReport]] = {"documents": ingest_documents, "plays": ingest_plays}
"""Policies and playbooks of the tenant, and the plays and situations declared for them."""


@app.command("ingest")
def ingest(
    source: Annotated[
        str, typer.Argument(help="sample, documents, plays, onet, esco, crosswalk, or a feed (`cairn template`).")
    ],
    path: Annotated[Path | None, typer.Argument(help="File, directory or .zip; not needed for sample.")] = None,
    tenant: Tenant = None,
    observed_at: Annotated[
        str | None, typer.Option(help="When the rows were true, for rows that do not say (ISO 8601).")
    ] = None,
    release: Annotated[
        str | None, typer.Option(help="Version of the release, where its files do not tell it (29.2, 1.1.1).")
    ] = None,
    batch_size: Annotated[int, typer.Option(min=1, max=50_000, help="Records per transaction.")] = 1000,
    data_dir: DataDir = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Load a source. Safe to repeat, to interrupt and to run in any order: the graph comes out the same.

    A bad record goes to quarantine with its reason and remedy (`cairn quarantine`), the rest loads.

    Examples:

      cairn ingest sample

      cairn ingest esco ./ESCO-dataset-v1.1.1-en-csv

      cairn ingest people people.csv --observed-at 2026-10-01

      cairn ingest documents ./policies
    """
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    observed = _moment(observed_at)
    if source != "sample" and source not in {**REFERENCE, **TEXTS, **FEEDS}:
        known = ", ".join(["sample", *TEXTS, *REFERENCE, *FEEDS])
        raise SettingInvalid(f"There is no source {source!r}.", remedy=f"Use one of: {known}.")
    if path is None and source != "sample":
        raise SettingInvalid(f"`cairn ingest {source}` needs a file or directory.", remedy="Name it after the source.")
    with opened(settings) as store, progress(f"{source} into {address(settings)}", quiet=quiet or as_json) as bar:
        reports = _load(store, source, path, settings.tenant, observed, release, batch_size, bar)
    if as_json:
        print_json([report.as_dict() for report in reports])
    else:
        for report in reports:
            _print_report(report)
    if not as_json:
        _print_kept_back(reports)


def _print_kept_back(reports: list[RunReport]) -> None:
    waiting = sum(report.waiting for report in reports)
    refused = sum(sum(report.quarantined.values()) for report in reports)
    if waiting:
        err.print(
            f"Waiting for something they name that is not loaded yet: {_records(waiting)}; added by themselves "
            "when it arrives (`cairn quarantine` says what is missing)."
        )
    if refused:
        err.print(f"Refused: {_records(refused)}; `cairn quarantine` says which, why, and what to do.")


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count:,} records"


def _load(
    store: GraphStore,
    source: str,
    path: Path | None,
    tenant: str,
    observed: datetime | None,
    release: str | None,
    batch_size: int,
    bar: ProgressCallback | None,
) -> list[RunReport]:
    shown = _shown(bar)
    if source == "sample":
        bulk = store.head([tenant]).get(tenant, 0) == 0
        reports = ingest_sample(store, clock=now, tenant_id=tenant, bulk=bulk, told=bar)
        return [*reports, *ingest_library(store, clock=now, tenant_id=tenant, progress=shown)]
    assert path is not None
    if source in TEXTS:
        return [TEXTS[source](store, path, tenant, clock=now, observed_at=observed, progress=shown)]
    if source in REFERENCE:
        return [REFERENCE[source](store, path, clock=now, release=release, progress=shown, retry_tenants=(tenant,))]
    return [
        ingest_feed(store, source, path, tenant, clock=now, observed_at=observed, batch_size=batch_size, progress=shown)
    ]


def _shown(bar: ProgressCallback | None) -> Progress | None:
    return None if bar is None else lambda report: bar(report.read, None)


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise SettingInvalid(
            f"--observed-at {text[:40]!r} is not a date or time.", remedy="Write it as 2026-10-01 or 2026-10-01T08:00Z."
        ) from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _print_report(report: RunReport) -> None:
    refused = sum(report.quarantined.values())
    out.print(
        f"{report.feed}: {_records(report.read)} read, {report.written:,} nodes and edges written, "
        f"{report.unchanged:,} unchanged, {report.waiting:,} waiting, {refused:,} refused ({report.seconds:.1f} s)"
    )
    for code, count in sorted(report.quarantined.items()):
        out.print(f"  refused    {count:>8,}  {code}")
    for note, count in sorted(report.notes.items()):
        out.print(f"  noted      {count:>8,}  {note}")


@app.command("template")
def show_template(
    feed: Annotated[str | None, typer.Argument(help="Name of the feed; without it the feeds are listed.")] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema instead of the CSV template.")
    ] = False,
) -> None:
    """Print a template file of a feed: every column, what it means, two example rows.

    Example: cairn template people > people.csv
    """
    if feed is None:
        for name in FEEDS:
            out.print(name)
        return
    if schema:
        print_json(json_schema(feed))
    else:
        out.file.write(template(feed))
    raise typer.Exit(Exit.OK)
