"""``cairn adjacent``: the roles next to one, most alike or easiest to move into, or lists for many roles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli.app import app
from api.cli.console import out, print_json
from api.cli.options import DataDir, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.role_lists import Roles, current_snapshot, read_columns, write_rows
from api.settings import load_settings
from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.transitions import Order, adjacent

HEADER = ("role", "rank", "neighbour", "score")


@app.command("adjacent")
def adjacent_(
    role: Annotated[str | None, typer.Argument(help="Role: id or exact name.")] = None,
    by: Annotated[Order, typer.Option(help="Easiest to move into (feasibility) or most alike (similarity).")] = (
        Order.FEASIBILITY
    ),
    first: Annotated[int, typer.Option(min=1, max=10_000, help="How many.")] = 20,
    scheme: Annotated[
        list[str] | None,
        typer.Option(help="Look among roles of this scheme (esco, onet, company; repeatable); default the role's own."),
    ] = None,
    batch: Annotated[Path | None, typer.Option(help="CSV file with a column role instead of one role.")] = None,
    output: Annotated[Path | None, typer.Option("--out", help="Where the lists go: role,rank,neighbour,score.")] = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Which roles are next to this one, best first.

    Examples: cairn adjacent 15-1232.00 --by feasibility --first 20 --json
              cairn adjacent --batch roles.csv --by similarity --first 20 --out lists.csv
    """
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    if batch is not None:
        if output is None or role is not None:
            raise BadInput("--batch goes with --out and without a role.", remedy="cairn adjacent --batch IN --out OUT")
        wanted = [row[0] for row in read_columns(batch, ("role",))]
        with current_snapshot(settings) as snapshot:
            roles = Roles(snapshot)
            write_rows(output, HEADER, _lists(snapshot, roles, wanted, by, first, scheme))
            roles.report()
        return
    if role is None:
        raise BadInput("A role is needed.", remedy="cairn adjacent ROLE, or --batch roles.csv --out lists.csv")
    with current_snapshot(settings) as snapshot:
        found = adjacent(snapshot, Roles(snapshot).resolve(role), by, first, scheme)
        rows = [
            {
                "rank": rank,
                "id": snapshot.ids[one.role],
                "name": snapshot.caption(one.role),
                "score": one.score,
                "direction": one.direction,
            }
            for rank, one in enumerate(found, start=1)
        ]
    if as_json:
        print_json({"role": role, "by": by.value, "roles": rows})
        return
    for row in rows:
        out.print(f"{row['rank']:>4}  {row['score']:.3f}  {row['direction']:<8} {escape(str(row['name']))}")


def _lists(
    snapshot: Snapshot, roles: Roles, wanted: list[str], by: Order, first: int, scheme: list[str] | None
) -> Iterator[tuple[object, ...]]:
    for role_id in wanted:
        index = roles.find(role_id)
        if index is None:
            yield (role_id, "", "", "")
            continue
        for rank, one in enumerate(adjacent(snapshot, index, by, first, scheme), start=1):
            yield (role_id, rank, snapshot.ids[one.role], f"{one.score:.6f}")
