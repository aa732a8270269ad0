"""Runs the command line in this process, as the console script would."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from api.cli import main


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left: exit code and both streams."""

    code: int
    out: str
    err: str


def cairn(arguments: Sequence[str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Outcome:
    """Run ``cairn`` with these arguments."""
    monkeypatch.setattr(sys, "argv", ["cairn", *arguments])
    code = 0
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    captured = capfd.readouterr()
    return Outcome(code, captured.out, captured.err)
