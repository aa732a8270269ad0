"""Working ahead changes nothing but when things happen."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from ingestion.ahead import DEPTH, ahead
from ingestion.pipeline import batches


def test_items_come_in_their_order_and_once() -> None:
    assert list(ahead(iter(range(200)))) == list(range(200))
    assert list(ahead(iter([]))) == []


def test_the_next_item_is_made_while_the_one_before_is_used() -> None:
    made = threading.Event()

    def items() -> Iterator[int]:
        yield 1
        made.set()
        yield 2

    stream = ahead(items())
    assert next(stream) == 1
    assert made.wait(10)
    assert list(stream) == [2]


def test_what_fails_is_raised_in_its_turn() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    stream = ahead(items())
    assert next(stream) == 1
    with pytest.raises(ValueError, match="broken"):
        next(stream)


def test_a_few_items_are_made_ahead_and_none_after_an_early_end() -> None:
    seen: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            seen.append(number)
            yield number

    stream = ahead(items())
    assert next(stream) == 0
    assert isinstance(stream, Iterator)
    stream.close()  # type: ignore[attr-defined]  # it is a generator
    assert seen == list(range(len(seen)))
    assert 1 <= len(seen) <= 1 + DEPTH
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("cairn-ahead")]


def test_batches_of_a_large_load_grow_to_their_size() -> None:
    assert [len(batch) for batch in batches(range(1000), 300, first=100)] == [100, 200, 300, 300, 100]
    assert [len(batch) for batch in batches(range(50), 20)] == [20, 20, 10]
    assert [len(batch) for batch in batches(range(50), 20, first=100)] == [20, 20, 10]
