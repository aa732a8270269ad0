"""Works ahead on a thread: while the store writes one batch, the next ones are read, mapped and hashed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar, cast

T = TypeVar("T")
DEPTH = 3
"""So many items wait to be used: some take longer to make than others, and the store should not wait for those."""
_END = object()


def ahead(items: Iterator[T], depth: int = DEPTH) -> Iterator[T]:
    """The items in their order, the next ``depth`` asked for while one is being used.

    What asking raises is raised here, in its turn. When the caller stops early the item under way is finished and
    dropped.
    """
    worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="cairn-ahead")
    try:
        coming: deque[Future[object]] = deque(worker.submit(next, items, _END) for _ in range(depth))
        while (item := coming.popleft().result()) is not _END:
            coming.append(worker.submit(next, items, _END))
            yield cast("T", item)
    finally:
        worker.shutdown(cancel_futures=True)
