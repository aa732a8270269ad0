"""``cairn bench``: the benchmarks of a source checkout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.cli.app import app
from ontology.errors import MissingExtra

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@app.command("bench", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def bench(
    context: typer.Context,
    list_: Annotated[bool, typer.Option("--list", help="Only list the benchmarks.")] = False,
) -> None:
    """Run the benchmarks (ratios against named peers, interleaved); see benchmarks/README.md for the options."""
    if not (BENCHMARKS / "__main__.py").is_file():
        raise MissingExtra(
            "The benchmarks are not part of the installed package.",
            remedy="Run `cairn bench` from a source checkout installed with `pip install -e .`.",
        )
    arguments = ["--list"] if list_ else context.args
    raise typer.Exit(
        subprocess.run([sys.executable, "-m", "benchmarks", *arguments], cwd=BENCHMARKS.parent, check=False).returncode
    )
