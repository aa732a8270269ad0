"""Sets the interpreter up for a long load: one thread computes, another waits for the store. Changes no result."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SWITCH_SECONDS = 0.0005
"""The thread that gets the store's answer waits this long at most for the one that computes (5 ms otherwise)."""
COLLECT_AFTER = 5_000_000
"""Records hold no circles, and looking for some at every 700 objects takes a third of the time of making them; at every
200,000 it is still a tenth."""


@contextmanager
def unhurried() -> Iterator[None]:
    """Collect garbage rarely and change threads quickly; puts both back as they were."""
    threshold, interval = gc.get_threshold(), sys.getswitchinterval()
    gc.set_threshold(COLLECT_AFTER, *threshold[1:])
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        yield
    finally:
        gc.set_threshold(*threshold)
        sys.setswitchinterval(interval)
