"""``cairn serve``: the API until Ctrl-C."""

from __future__ import annotations

import logging
import threading
from typing import Annotated

import typer

from api.cli.app import app
from api.cli.console import err
from api.cli.opening import address, opened
from api.cli.options import DataDir, Tenant
from api.cli.service import composed, issuer_of, listener, listening, server, serving, stoppable, verifier, wait
from api.settings import load_settings
from reasoning.prepare import prepare_wording


@app.command("serve")
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on [CAIRN_HOST].")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on [CAIRN_PORT]; 0 takes any free one.")] = None,
    dev_issuer: Annotated[
        bool, typer.Option("--dev-issuer", help="Accept tokens of `cairn token` (development only).")
    ] = False,
    tenant: Tenant = None,
    data_dir: DataDir = None,
) -> None:
    """Serve GraphQL at /graphql, the console at /graphiql, health at /healthz and /readyz.

    New data is seen without a restart: the snapshot follows the change log; every answer says its age.
    """
    settings = load_settings(host=host, port=port, data_dir=data_dir, tenant=tenant)
    issuer = issuer_of(settings) if dev_issuer else None
    tokens = verifier(settings, issuer)
    log_requests()
    with stoppable(), listener(settings) as bound, opened(settings) as store, composed(store, settings) as deps:
        deps.snapshots.current(settings.tenant)
        if deps.narration is not None:
            threading.Thread(target=prepare_wording, name="cairn-phrasings", daemon=True).start()
        with serving(server(deps, settings, tokens, issuer), bound):
            where = listening(bound, settings)
            err.print(f"cairn: serving tenant {settings.tenant} of {address(settings)} at {where.url}/graphql")
            wait()


def log_requests() -> None:
    """One line a request and an explanation on standard error, and warnings of everything else."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("cairn").setLevel(logging.INFO)
