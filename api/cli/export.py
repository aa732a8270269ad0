"""``cairn export`` and ``cairn import``: the graph in an open format, and back into any store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli.app import app
from api.cli.console import Exit, err, out, print_json, progress
from api.cli.opening import opened
from api.cli.options import DataDir, Json, Quiet, Tenant
from api.settings import load_settings
from graph.rdf_check import check_file
from graph.rdf_export import export_file
from graph.rdf_import import import_file
from ontology.errors import SettingInvalid
from ontology.model import REFERENCE_TENANT

export_app = typer.Typer(help="Write the graph in an open format.", no_args_is_help=True)
import_app = typer.Typer(help="Read a graph that was exported.", no_args_is_help=True)
app.add_typer(export_app, name="export")
app.add_typer(import_app, name="import")


@export_app.command("rdf")
def export_rdf(
    file: Annotated[Path, typer.Option("--out", "-o", help="File to write.")],
    form: Annotated[str, typer.Option("--format", help="turtle or json-ld.")] = "turtle",
    with_reference: Annotated[
        bool, typer.Option("--with-reference", help="Also the shared classifications (O*NET, ESCO).")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Then check the file against the SHACL shapes (memory: ~30x the file).")
    ] = False,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Write the tenant's graph as RDF with PROV-O provenance. Importing it gives the same graph hash.

    The file holds personal data: treat it as you treat the store.

    Example: cairn export rdf --out northlight.ttl
    """
    if form not in ("turtle", "json-ld"):
        raise SettingInvalid(f"There is no format {form[:40]!r}.", remedy="Use turtle or json-ld.")
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    tenants = [settings.tenant, *([REFERENCE_TENANT] if with_reference else [])]
    with opened(settings) as store, progress("exporting", quiet=quiet or as_json) as bar:
        done = export_file(
            store,
            file,
            tenants,
            "turtle" if form == "turtle" else "json-ld",
            None if bar is None else (lambda _, count: bar(count, None)),
        )
    violations = list(check_file(file)) if check else []
    if as_json:
        found = [{"resource": one.resource, "term": one.term, "rule": one.rule} for one in violations]
        print_json(
            {
                "file": str(file),
                "violations": found,
                "nodes": done.nodes,
                "edges": done.edges,
                "assertions": done.assertions,
            }
        )
    else:
        out.print(f"{escape(str(file))}: {done.nodes:,} nodes, {done.edges:,} edges, {done.assertions:,} assertions")
        for one in violations:
            out.print(f"  {escape(one.resource)}  {escape(str(one.term))}: {escape(one.rule)}")
    if violations:
        raise typer.Exit(Exit.FINDINGS)
    if done.torn:
        err.print(f"cairn: {', '.join(done.torn)} was written to meanwhile; export again for one state.")
        raise typer.Exit(Exit.FINDINGS)


@import_app.command("rdf")
def import_rdf(
    file: Annotated[Path, typer.Argument(help="Turtle or JSON-LD file written by `cairn export rdf`.")],
    data_dir: DataDir = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Read an exported graph; the tenants are those named in the file."""
    settings = load_settings(data_dir=data_dir)
    with opened(settings) as store, progress("importing", quiet=quiet or as_json) as bar:
        done = import_file(store, file, None if bar is None else (lambda count: bar(count, None)))
    if as_json:
        print_json(
            {
                "nodes": done.nodes,
                "statements": done.statements,
                "waiting": done.waiting,
                "rejected": [{"key": one.key, "code": one.code, "reason": one.reason} for one in done.rejected],
            }
        )
    else:
        out.print(f"{done.nodes:,} nodes, {done.statements:,} statements, {done.waiting:,} waiting")
        for one in done.rejected:
            out.print(f"  {escape(one.key)}  {one.code}: {escape(one.reason)}")
    if done.rejected:
        raise typer.Exit(Exit.FINDINGS)
