"""Tables computed once per snapshot and kept with it. They are values of the snapshot alone, so answers stay pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from graph.snapshot import Snapshot

T = TypeVar("T")
SHELF = "_derived_tables"


def derived(snapshot: Snapshot, build: Callable[[Snapshot], T]) -> T:
    """Return ``build(snapshot)``, computed at the first call and kept on the snapshot until it is let go.

    ``build`` must be a module-level function of the snapshot alone. Two threads may compute the same table at
    once; both results are equal and the first one stays.
    """
    shelf = cast("dict[object, T]", vars(snapshot).setdefault(SHELF, {}))
    found = shelf.get(build)
    return found if found is not None else shelf.setdefault(build, build(snapshot))
