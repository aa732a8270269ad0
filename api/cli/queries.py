"""Loads every module that adds a question to ``cairn query``."""

from __future__ import annotations

from importlib import import_module

for _module in ("query", "path_query", "path_inquiries", "learning_query", "document_query", "workforce_query"):
    import_module(f"api.cli.{_module}")
