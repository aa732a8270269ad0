"""Options that several commands share, with one help text each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DataDir = Annotated[
    Path | None,
    typer.Option("--data-dir", help="Embedded store's directory [CAIRN_DATA_DIR, default .cairn]; NEO4J_URI wins."),
]
Tenant = Annotated[
    str | None, typer.Option("--tenant", "-t", help="Tenant to act on [CAIRN_TENANT, default northlight].")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, only the result.")]
