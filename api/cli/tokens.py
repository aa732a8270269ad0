"""``cairn token``: a development token, signed with the data directory's own key."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from api.cli.app import app
from api.cli.console import out, print_json
from api.cli.opening import now
from api.cli.options import DataDir, Json, Tenant
from api.cli.service import issuer_of
from api.development_issuer import development_principal
from api.settings import load_settings
from graph.scope import CallerRole, Purpose
from ontology.errors import SettingInvalid


def caller_role(text: str) -> CallerRole:
    """The role of that name; raises ``SettingInvalid``."""
    try:
        return CallerRole(text)
    except ValueError:
        known = ", ".join(CallerRole)
        raise SettingInvalid(f"There is no role {text[:40]!r}.", remedy=f"Use one of: {known}.") from None


@app.command("token")
def token(
    role: Annotated[list[str] | None, typer.Option("--role", help="employee, manager, coach, planner...")] = None,
    person: Annotated[str | None, typer.Option(help="Person id the caller is (for employee and manager).")] = None,
    purpose: Annotated[list[str] | None, typer.Option(help="Purposes a service token is limited to.")] = None,
    hours: Annotated[float, typer.Option(min=0.01, max=720, help="Lifetime.")] = 8,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Print a bearer token for `cairn serve --dev-issuer` and `cairn demo` on the same data directory.

    Example: cairn token --role planner
    """
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    roles = [caller_role(text) for text in role or ["employee" if person else "planner"]]
    try:
        purposes = [Purpose(text) for text in purpose or []]
    except ValueError:
        raise SettingInvalid("Unknown purpose.", remedy=f"Use one of: {', '.join(Purpose)}.") from None
    principal = development_principal(settings.tenant, roles, person, purposes)
    signed = issuer_of(settings).sign(principal, now(), timedelta(hours=hours))
    if as_json:
        print_json({"token": signed, "tenant": settings.tenant, "roles": [str(held) for held in roles]})
    else:
        out.file.write(signed + "\n")
