"""``cairn transition``: how feasible a move between two roles is and why, or scores for many pairs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli.app import app
from api.cli.asking import Json
from api.cli.console import out, print_json
from api.cli.options import DataDir, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.role_lists import Roles, current_snapshot, read_columns, write_rows
from api.settings import load_settings
from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.transitions import Part, Transition, scores, transition

SHOWN = 4


@app.command("transition")
def transition_(
    origin: Annotated[str | None, typer.Argument(metavar="FROM", help="Role moved from: id or exact name.")] = None,
    destination: Annotated[str | None, typer.Argument(metavar="TO", help="Role moved to: id or exact name.")] = None,
    batch: Annotated[Path | None, typer.Option(help="CSV file with columns from,to instead of two roles.")] = None,
    output: Annotated[Path | None, typer.Option("--out", help="Where the scores go: from,to,score,direction.")] = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """How feasible is the move: score from 0 to 1, up, lateral or down, what adds how much, and the edges behind it.

    Examples: cairn transition 15-1232.00 15-1244.00 --json
              cairn transition --batch pairs.csv --out scores.csv
    """
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    if batch is not None:
        if output is None or origin is not None:
            raise BadInput("--batch goes with --out and without roles.", remedy="cairn transition --batch IN --out OUT")
        pairs = [(start, end) for start, end in read_columns(batch, ("from", "to"))]
        with current_snapshot(settings) as snapshot:
            _write(snapshot, pairs, output)
        return
    if origin is None or destination is None:
        raise BadInput(
            "Two roles are needed.", remedy="cairn transition FROM TO, or --batch pairs.csv --out scores.csv"
        )
    with current_snapshot(settings) as snapshot:
        roles = Roles(snapshot)
        found = transition(snapshot, roles.resolve(origin), roles.resolve(destination))
        document = as_document(snapshot, found)
    if as_json:
        print_json(document)
    else:
        _print(document)


def _write(snapshot: Snapshot, pairs: list[tuple[str, str]], output: Path) -> None:
    roles = Roles(snapshot)
    known = [(roles.find(start), roles.find(end)) for start, end in pairs]
    found = iter(scores(snapshot, [(one, two) for one, two in known if one is not None and two is not None]))
    rows = []
    for (start, end), (one, two) in zip(pairs, known, strict=True):
        if one is None or two is None:
            rows.append((start, end, "", ""))
        else:
            scored = next(found)
            rows.append((start, end, f"{scored.score:.6f}", scored.direction))
    write_rows(output, ("from", "to", "score", "direction"), rows)
    roles.report()


def as_document(snapshot: Snapshot, found: Transition) -> Json:
    """The move as JSON."""
    return {
        "from": _role(snapshot, found.origin),
        "to": _role(snapshot, found.destination),
        "score": found.score,
        "direction": found.direction,
        "components": [_part(part) for part in found.parts],
        "snapshot": str(snapshot.version),
    }


def _part(part: Part) -> Json:
    return {
        "name": part.name,
        "meaning": part.meaning,
        "value": round(part.value, 6),
        "share": round(part.share, 6),
        "contribution": part.contribution,
        "evidence": [
            {
                "standpoint": ground.standpoint.value,
                "about": ground.about,
                "edgeIds": [edge.edge_id for edge in ground.edges],
            }
            for ground in part.grounds
        ],
    }


def _role(snapshot: Snapshot, role: int) -> Json:
    return {"id": snapshot.ids[role], "name": snapshot.caption(role), "scheme": snapshot.text("Role", "scheme", role)}


def _print(document: Json) -> None:
    start, end = document["from"]["name"], document["to"]["name"]
    out.print(f"[bold]{escape(start)}[/] to [bold]{escape(end)}[/]: {document['score']:.3f}, {document['direction']}")
    for part in document["components"]:
        out.print(f"  {part['contribution']:.3f}  {part['name']:<17} {escape(part['meaning'])}")
        for standpoint in ("shared", "missing"):
            about = [one["about"] for one in part["evidence"] if one["standpoint"] == standpoint][:SHOWN]
            if about:
                out.print(f"         [dim]{standpoint}: {escape('; '.join(about))}[/]")
