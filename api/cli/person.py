"""``cairn person ids``: under which identifiers systems know a person, and who says that they are one."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from api.cli.app import app
from api.cli.asking import document, unwrap
from api.cli.console import out, print_json
from api.cli.options import DataDir, Json, Tenant
from api.cli.query import As, asking

person_app = typer.Typer(help="Who is one person.", no_args_is_help=True)
app.add_typer(person_app, name="person")


@person_app.callback()
def _group() -> None:
    """Keeps ``ids`` a command of its own."""


@person_app.command("ids")
def ids(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Any identifier of the person.")],
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """List the identifiers of a person, each with who joined it, how and when.

    Example: cairn person ids LMS-20311
    """
    with asking(tenant, data_dir, person, role) as ask:
        found = unwrap(ask(document("person_identifiers"), {"person": person}), "personIdentifiers")
    if as_json:
        print_json(found)
        return
    out.print(f"[bold]{escape(found['leading'])}[/]  leads")
    for one in found["identifiers"][1:]:
        out.print(f"[bold]{escape(one)}[/]")
    for one in found["links"]:
        system = f" of {one['system']}" if one["system"] else ""
        said = f"{one['method']}, {one['sourceId']}, {one['observedAt']}, confidence {one['confidence']:g}"
        joined = f"{one['identifier']}{system} is {one['sameAs']}: {said}"
        out.print(f"{escape(joined)} [dim]{escape(one['edgeId'])}[/]")
