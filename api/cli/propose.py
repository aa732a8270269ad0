"""``cairn propose``: rows for a feed, read from texts, for a person to look through before they are loaded."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli.app import app
from api.cli.console import err, out, print_json
from api.cli.opening import opened
from api.cli.options import DataDir, Json, Tenant
from api.settings import load_settings
from graph.store import GraphStore, NodeRecord
from ingestion.posting_texts import PostingText, Reading, SkillName, SkillNames, read_postings
from ingestion.reading import BadRow, read_rows
from ontology.errors import MalformedFile
from ontology.model import REFERENCE_TENANT

propose_app = typer.Typer(help="Propose rows for a feed from texts; nothing is loaded.", no_args_is_help=True)
app.add_typer(propose_app, name="propose")

COLUMNS = ("posting_id", "skill_id", "essential", "min_level")


@propose_app.command("posting-skills")
def posting_skills(
    file: Annotated[Path, typer.Argument(help="CSV or JSON Lines with posting_id and text.")],
    rows: Annotated[Path, typer.Option("--out", "-o", help="Rows of the feed posting_skills to look through.")],
    evidence: Annotated[
        Path | None,
        typer.Option("--evidence", help="JSON Lines: the sentence behind each row, dates, what was left out."),
    ] = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Read what postings ask for, by the names of the skills in the graph. Nothing is loaded.

    Sentences about the company, offers and what many postings share are left out. Look the rows through, then load
    them: cairn ingest posting_skills FILE --observed-at 2026-10-01

    Example: cairn propose posting-skills texts.csv --out posting_skills.csv --evidence why.jsonl
    """
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    postings = list(_postings(file))
    with opened(settings) as store:
        names = SkillNames(skill_names(store, settings.tenant))
    readings = read_postings(postings, names)
    _write_rows(rows, readings)
    if evidence is not None:
        evidence.write_text("".join(_evidence(readings)), "utf-8")
    counts = {
        "postings": len(readings),
        "proposals": sum(len(reading.proposals) for reading in readings),
        "ambiguous": sum(len(reading.ambiguous) for reading in readings),
        "boilerplate_sentences": sum(reading.left_out for reading in readings),
    }
    if as_json:
        print_json(counts)
        return
    out.print(
        f"{escape(str(rows))}: {counts['proposals']:,} proposals from {counts['postings']:,} postings; "
        f"{counts['boilerplate_sentences']:,} sentences left out, {counts['ambiguous']:,} ambiguous names"
    )
    err.print(f"Look them through, then load them: cairn ingest posting_skills {escape(str(rows))} --observed-at DAY")


def skill_names(store: GraphStore, tenant: str) -> Iterator[SkillName]:
    """Every skill that the tenant may name, with all its names; the company's own go before the shared ones."""
    for record in store.scan([tenant, REFERENCE_TENANT], nodes=("Skill",)):
        if isinstance(record, NodeRecord):
            stated = record.properties
            others = stated.get("alt_labels")
            names = [stated.get("name"), *(others if isinstance(others, list) else [])]
            rank = int(record.key.tenant_id == tenant)
            yield SkillName(record.key.id, tuple(name for name in names if isinstance(name, str)), rank)


def _postings(file: Path) -> Iterator[PostingText]:
    for row in read_rows(file, ("posting_id", "text"), ("posting_id", "text")):
        if isinstance(row, BadRow):
            raise MalformedFile(f"{file.name}, line {row.line}: {row.reason}", remedy=row.remedy, file=file.name)
        yield PostingText(str(row.values.get("posting_id", "")), str(row.values.get("text", "")))


def _write_rows(file: Path, readings: Sequence[Reading]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for reading in readings:
            for one in reading.proposals:
                level = "" if one.min_level is None else f"{one.min_level:g}"
                writer.writerow([one.posting_id, one.skill_id, str(one.essential).lower(), level])


def _evidence(readings: Sequence[Reading]) -> Iterator[str]:
    for reading in readings:
        told = {
            "posting_id": reading.posting_id,
            "opened_on": None if reading.opened_on is None else str(reading.opened_on),
            "closed_on": None if reading.closed_on is None else str(reading.closed_on),
            "ambiguous": list(reading.ambiguous),
            "boilerplate_sentences": reading.left_out,
            "proposals": [
                {"skill_id": one.skill_id, "line": one.line, "sentence": one.sentence} for one in reading.proposals
            ],
        }
        yield json.dumps(told, ensure_ascii=False) + "\n"
