"""What every command shares: where output goes, how failures end, exit codes. No command logic."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Any

import orjson
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from ontology.errors import AccessDenied, BadInput, CairnError, MissingExtra, PortInUse, StoreFailure

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


class Exit(IntEnum):
    """Exit codes, documented in docs/operations.md."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    STORE = 3
    DENIED = 4
    INTERNAL = 70
    INTERRUPTED = 130


def exit_code(error: CairnError) -> Exit:
    """The exit code of a failure."""
    if isinstance(error, AccessDenied):
        return Exit.DENIED
    if isinstance(error, StoreFailure):
        return Exit.STORE
    if isinstance(error, BadInput | MissingExtra | PortInUse):
        return Exit.USAGE
    return Exit.INTERNAL


def print_failure(error: CairnError) -> None:
    """Say what failed and what to do, on stderr."""
    err.print(f"[bold red]cairn:[/] {_plain(error.message)}")
    if error.remedy:
        err.print(f"       {_plain(error.remedy)}")


def _plain(text: str) -> str:
    return text.replace("[", "\\[")


def print_json(value: object) -> None:
    """Write one JSON document to stdout, undecorated."""
    sys.stdout.write(
        orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS, default=str).decode() + "\n"
    )
    sys.stdout.flush()


ProgressCallback = Callable[[int, int | None], None]


@contextmanager
def progress(title: str, *, quiet: bool) -> Iterator[ProgressCallback | None]:
    """A progress bar on stderr: call with (done, total or None). Nothing when quiet or not on a terminal."""
    if quiet or not err.is_terminal:
        yield None
        return
    columns: list[Any] = [SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()]
    with Progress(*columns, TimeElapsedColumn(), console=err, transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
