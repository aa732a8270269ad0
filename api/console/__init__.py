"""The console: a small page of our own to write queries, read the schema and run them. It needs no network."""

from __future__ import annotations

import functools
from importlib import resources

CONSOLE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-cache",
}
_FILES = {
    "index.html": "text/html; charset=utf-8",
    "console.js": "text/javascript; charset=utf-8",
    "console.css": "text/css; charset=utf-8",
}


@functools.cache
def console_file(name: str) -> tuple[bytes, str] | None:
    """Content and media type of a file of the console, None when there is no such file."""
    media_type = _FILES.get(name)
    if media_type is None:
        return None
    return (resources.files(__package__) / name).read_bytes(), media_type
