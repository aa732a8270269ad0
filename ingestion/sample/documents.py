"""The sample company's library: authored in Markdown, delivered as Markdown, HTML, DOCX and PDF, loaded like any.

``internal-mobility-2.1.docx.md`` is the text of ``internal-mobility-2.1.docx``.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from graph.store import GraphStore
from ingestion.documents import ingest_documents
from ingestion.documents.files import SIDECAR
from ingestion.documents.markdown import read_markdown
from ingestion.documents.plays import ingest_plays
from ingestion.pipeline import Clock, Progress
from ingestion.report import RunReport
from ingestion.sample.feeds import SOURCE
from ingestion.sample.identity import TENANT
from ingestion.sample.printing import as_docx, as_html, as_pdf
from ingestion.sample.rows import EXPORTED_AT

PLAYS = "plays.yaml"


def write_library(folder: Path) -> list[Path]:
    """Write every document of the library, and the plays, into the folder; the documents' paths come back."""
    written = []
    for entry in sorted((resources.files("ingestion.sample") / "library").iterdir(), key=lambda one: one.name):
        text = entry.read_text("utf-8")
        name, _, suffix = entry.name.removesuffix(".md").rpartition(".")
        if entry.name == PLAYS or suffix not in ("html", "docx", "pdf"):
            target = folder / entry.name
            target.write_text(text, "utf-8")
        else:
            target = folder / f"{name}.{suffix}"
            _print(target, suffix, text)
        if entry.name != PLAYS:
            written.append(target)
    return written


def _print(target: Path, suffix: str, text: str) -> None:
    reading = read_markdown(text)
    title = str(reading.stated["title"])
    if suffix == "html":
        body = text.split("\n---\n", 1)[1]
        target.write_text(as_html(title, body, reading.stated), "utf-8")
        return
    target.write_bytes(as_docx(title, reading.blocks) if suffix == "docx" else as_pdf(title, reading.blocks))
    beside = yaml.safe_dump(dict(reading.stated), sort_keys=False, allow_unicode=True)
    target.with_name(target.name + SIDECAR).write_text(beside, "utf-8")


def ingest_library(
    store: GraphStore, *, clock: Clock, tenant_id: str = TENANT, progress: Progress | None = None
) -> list[RunReport]:
    """Load the library and its plays for the tenant; roles, skills and people should be there before."""
    with TemporaryDirectory(prefix="cairn-library-") as name:
        folder = Path(name)
        write_library(folder)
        return [
            ingest_documents(store, folder, tenant_id, clock=clock, source=SOURCE, progress=progress),
            ingest_plays(
                store,
                folder / PLAYS,
                tenant_id,
                clock=clock,
                observed_at=EXPORTED_AT,
                source=SOURCE,
                progress=progress,
            ),
        ]
