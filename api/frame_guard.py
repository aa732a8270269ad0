"""Keeps CPython's frame chunks still while a recursive executor runs. It changes nothing but time.

CPython 3.11 to 3.13.0 keeps Python frames in 16 KiB chunks and maps or unmaps one on each call that crosses an
edge: at an unlucky depth of the stack the same execution costs up to nine times as much (measured, see
docs). A frame with thousands of locals makes it take one large chunk, and everything called from there fits.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar, cast

LOCALS = 4_200
FIXED_IN = (3, 14)
"""From here on CPython keeps a chunk in reserve."""

T = TypeVar("T")


def _large_frame() -> Callable[[Callable[[], object]], object]:
    names = " = ".join(f"v{number}" for number in range(LOCALS))
    source = f"def within(call):\n    if call is None:\n        {names} = None\n    return call()\n"
    namespace: dict[str, object] = {}
    exec(compile(source, "<frame guard>", "exec"), namespace)
    return cast("Callable[[Callable[[], object]], object]", namespace["within"])


_within = _large_frame()


def guarded(call: Callable[[], T]) -> T:
    """Run ``call`` below one large frame where this interpreter needs it."""
    if sys.version_info >= FIXED_IN:
        return call()
    return cast("T", _within(call))
