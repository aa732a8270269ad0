"""Works one item ahead on a thread: while the store writes one batch, the next is read, mapped and hashed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, cast

T = TypeVar("T")
_END = object()


def ahead(items: Iterator[T]) -> Iterator[T]:
    """The items in their order, each asked for while the one before it is being used.

    What asking raises is raised here, in its turn. When the caller stops early the item under way is finished and
    dropped.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="cairn-ahead") as worker:
        coming = worker.submit(next, items, _END)
        while (item := coming.result()) is not _END:
            coming = worker.submit(next, items, _END)
            yield cast("T", item)
