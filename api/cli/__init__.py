"""The command line: one console script, ``cairn``. It parses, calls a use case or a room below, and renders."""

from api.cli.main import main

__all__ = ["main"]
