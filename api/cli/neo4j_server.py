"""``cairn neo4j``: a real Neo4j Community for development, without a container."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import app
from graph.servers import run_in_foreground
from ontology.errors import SettingInvalid


@app.command("neo4j")
def neo4j(
    line: Annotated[str, typer.Argument(help="lts (5.26) or current (the calendar release).")] = "lts",
    home: Annotated[Path, typer.Option(help="Directory for its data.")] = Path(".neo4j"),
    port: Annotated[int, typer.Option(min=0, max=65535, help="Bolt port (0: any free one).")] = 7687,
    password_file: Annotated[Path | None, typer.Option(help="File with the password; without it auth is off.")] = None,
) -> None:
    """Resolve and start a Neo4j on loopback until Ctrl-C; prints the settings that point Cairn at it.

    Needs Maven and a Java runtime (17 for lts, 21 or 25 for current). The server is Neo4j Community (GPLv3), fetched
    from Maven Central and run as a process of its own.
    """
    if line not in ("lts", "current"):
        raise SettingInvalid(f"There is no Neo4j line {line!r}.", remedy="Use lts or current.")
    run_in_foreground("lts" if line == "lts" else "current", home, port=port, password_file=password_file)
