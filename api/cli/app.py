"""The command tree of ``cairn`` and the one place where failures become messages and exit codes."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.console import Exit, err, exit_code, print_failure
from ontology.errors import CairnError

EPILOG = (
    "Exit codes: 0 done, 1 findings, 2 bad input or setting, 3 store not available, 4 not allowed, 130 interrupted."
)

app = typer.Typer(
    name="cairn",
    help="Career paths, skill gaps and mentors from a knowledge graph; every sentence cites the edges it rests on.\n\n"
    "Start with `cairn demo`. Then load your own data with `cairn template people` and `cairn ingest people FILE`, "
    "ask with `cairn query`, and serve it with `cairn serve`.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(version("cairn-careers"))
        raise typer.Exit


@app.callback()
def _root(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Only options that stand before a command."""


def run() -> None:
    """Run the command line; every expected failure becomes a message and an exit code here."""
    try:
        app()
    except CairnError as error:
        print_failure(error)
        sys.exit(exit_code(error))
    except KeyboardInterrupt:
        err.print("cairn: interrupted; whole batches are kept, run the same command again to complete it.")
        sys.exit(Exit.INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(Exit.OK)
