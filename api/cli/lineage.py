"""``cairn lineage``: where a source, a record or an edge came from, and the answers that used it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from api.cli.app import app
from api.cli.asking import document, unwrap
from api.cli.console import out, print_json
from api.cli.options import DataDir, Json, Tenant
from api.cli.query import asking
from api.cli.rendering import print_altered


@app.command("lineage")
def lineage(
    source: Annotated[str | None, typer.Option(help="Id of a source.")] = None,
    record: Annotated[str | None, typer.Option(help="A record of a source, as assertions name it.")] = None,
    edge: Annotated[str | None, typer.Option(help="Id of an edge.")] = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Follow a source, a record or an edge: the runs that wrote it, what it states, the answers that used it.

    Example: cairn lineage --edge 9b1c02d4e5f60718293a4b5c6d7e8f90
    """
    with asking(tenant, data_dir, None, "auditor") as ask:
        given = {"source": source, "record": record, "edge": edge}
        found = unwrap(ask(document("lineage"), given), "lineage")
    if as_json:
        print_json(found)
        return
    for one in found["runs"]:
        ended = one["finishedAt"] or "not finished"
        out.print(f"run     {escape(one['id'])} [dim]{escape(ended)}[/]")
    for one in found["nodes"]:
        out.print(f"node    {one['label']} {escape(one['id'])}")
    for one in found["edgeCounts"]:
        out.print(f"edges   {one['edges']:>8,} {one['type']}")
    for one in found["statements"]:
        verb = "retracts" if one["retracts"] else "states"
        out.print(f"record  {escape(one['record'])} {verb} {one['type']} {escape(one['edgeId'])}")
    for one in found["answers"]:
        out.print(f"answer  {escape(one['id'])} {one['question']} of {escape(one['answeredAt'])}")
    print_altered(out, found)
    more = "" if found["complete"] else "; there is more than is listed"
    out.print(f"{len(found['answers'])} of {found['examined']} recent answers used it{more}")
