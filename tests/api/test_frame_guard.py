"""The frame guard passes values and errors through, and evens out the depth of the stack."""

from __future__ import annotations

import sys
import time

import pytest

from api import frame_guard
from api.frame_guard import guarded


def test_values_and_errors_pass() -> None:
    assert guarded(lambda: 42) == 42
    with pytest.raises(KeyError):
        guarded(lambda: dict[str, int]()["x"])


def test_it_runs_on_the_same_thread_below_one_frame() -> None:
    def depth() -> int:
        frame, count = sys._getframe(), 0
        while frame.f_back is not None:
            frame, count = frame.f_back, count + 1
        return count

    added = guarded(depth) - depth()
    assert 1 <= added <= 4


def work(levels: int) -> int:
    return 0 if levels == 0 else 1 + work(levels - 1)


def at_depth(levels: int, call: object) -> float:
    if levels > 0:
        return at_depth(levels - 1, call)
    started = time.perf_counter()
    for _ in range(200):
        call()  # type: ignore[operator]
    return time.perf_counter() - started


@pytest.mark.skipif(sys.version_info >= frame_guard.FIXED_IN, reason="this interpreter needs no guard")
def test_no_depth_is_unlucky_within_the_guard() -> None:
    """Calls three frames deep cost many times as much at the depth where a chunk ends; within the guard nowhere."""

    def spread(call: object) -> float:
        seconds = [min(at_depth(levels, call) for _ in range(3)) for levels in range(0, 240, 2)]
        return max(seconds) / sorted(seconds)[len(seconds) // 2]

    within = spread(lambda: guarded(lambda: [work(3) for _ in range(20)]))
    assert within < 4
