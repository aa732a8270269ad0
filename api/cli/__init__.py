"""The command line: one console script, ``cairn``. It parses, calls a use case or a room below, and renders."""

from api.cli.app import main

__all__ = ["main"]
