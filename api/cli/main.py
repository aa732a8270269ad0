"""Entry point of ``cairn``. Only the command that is called is loaded, so that help and templates come at once."""

from __future__ import annotations

import sys
from importlib import import_module

from api.cli.app import run

COMMANDS = {
    "demo": "demo",
    "serve": "serve",
    "ingest": "ingest",
    "template": "ingest",
    "propose": "propose",
    "quarantine": "graph_state",
    "query": "queries",
    "transition": "transition",
    "adjacent": "adjacent",
    "verify": "verify",
    "replay": "verify",
    "audit": "audit",
    "lineage": "lineage",
    "review": "review",
    "person": "person",
    "themes": "themes",
    "graph": "graph_state",
    "export": "export",
    "import": "export",
    "token": "tokens",
    "neo4j": "neo4j_server",
    "eval": "evaluate",
    "bench": "bench",
}
"""Command -> module of this package that defines it, in the order in which help lists them."""


def main() -> None:
    """Load the command that is named (all of them for help) and run it."""
    named = next((word for word in sys.argv[1:] if not word.startswith("-")), None)
    wanted = [COMMANDS[named]] if named in COMMANDS else list(dict.fromkeys(COMMANDS.values()))
    for module in wanted:
        import_module(f"api.cli.{module}")
    run()
