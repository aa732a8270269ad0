"""``cairn graph``: count, hash and audit what the store holds; ``cairn quarantine``: what it does not."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from api.cli.app import app
from api.cli.console import Exit, out, print_json
from api.cli.opening import opened
from api.cli.options import DataDir, Json, Tenant
from api.settings import load_settings
from graph.audit import audit
from graph.content_hash import content_hash
from graph.scope import CallerRole, Purpose, Scope, Viewer
from graph.statistics import statistics
from ontology.model import REFERENCE_TENANT

graph_app = typer.Typer(help="Count, hash and audit the graph.", no_args_is_help=True)
app.add_typer(graph_app, name="graph")

Only = Annotated[bool, typer.Option("--only-tenant", help="Leave the shared classifications out.")]


def _tenants(tenant: str, only: bool) -> tuple[str, ...]:
    return (tenant,) if only else (tenant, REFERENCE_TENANT)


@graph_app.command("stats")
def stats(tenant: Tenant = None, only_tenant: Only = False, data_dir: DataDir = None, as_json: Json = False) -> None:
    """Count nodes by label and edges by type."""
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    with opened(settings) as store:
        counted = statistics(store, _tenants(settings.tenant, only_tenant))
    if as_json:
        print_json(counted.as_dict())
        return
    for title, counts in (("nodes", counted.nodes), ("edges", counted.edges)):
        out.print(f"[bold]{title}[/] {sum(counts.values()):,}")
        for name, count in sorted(counts.items(), key=lambda entry: -entry[1]):
            out.print(f"  {name:<20} {count:>10,}")


@graph_app.command("hash")
def hash_(tenant: Tenant = None, only_tenant: Only = False, data_dir: DataDir = None, as_json: Json = False) -> None:
    """Print the canonical hash over every node, edge and assertion; equal graphs have equal hashes."""
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    with opened(settings) as store:
        value = content_hash(store, _tenants(settings.tenant, only_tenant))
    if as_json:
        print_json({"hash": value, "tenants": list(_tenants(settings.tenant, only_tenant))})
    else:
        out.file.write(value + "\n")


@graph_app.command("audit")
def audit_(tenant: Tenant = None, only_tenant: Only = False, data_dir: DataDir = None, as_json: Json = False) -> None:
    """Prove the invariants of the graph; exits with 1 when there is a finding."""
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    with opened(settings) as store:
        findings = list(audit(store, _tenants(settings.tenant, only_tenant)))
    if as_json:
        print_json({"findings": [finding.as_dict() for finding in findings]})
    else:
        for finding in findings:
            out.print(f"[red]{finding.code}[/] {escape(finding.text)}")
        out.print(f"{len(findings)} findings")
    if findings:
        raise typer.Exit(Exit.FINDINGS)


@app.command("quarantine")
def quarantine(
    feed: Annotated[str | None, typer.Option(help="Only this feed.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 50,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """List records that were refused or wait for something: where, why, and what to do."""
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    viewer = Viewer("cli", frozenset({CallerRole.ADMIN}))
    with opened(settings) as store:
        scopes = [Scope(owner, Purpose.GOVERNANCE, viewer) for owner in (settings.tenant, REFERENCE_TENANT)]
        rows = [row for scope in scopes for row in store.read("quarantine", scope, feed=feed, limit=limit)][:limit]
        counts = [row for scope in scopes for row in store.read("quarantine_count", scope)]
    if as_json:
        print_json([{name: value for name, value in row.items() if name != "payload"} for row in rows])
        return
    for row in rows:
        place = f"{row['file']}:{row['line']}"
        field = f" [{row['field']}]" if row["field"] else ""
        out.print(f"{escape(place + field)}  {row['code']}: {escape(str(row['reason']))}")
        out.print(f"    {escape(str(row['remedy']))}")
    total = sum(int(str(row["count"])) for row in counts if feed in (None, row["feed"]))
    left = f"; these are the first {len(rows)}, see --limit" if total > len(rows) else ""
    out.print(f"{total:,} in quarantine{left}")
