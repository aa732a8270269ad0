"""Working ahead changes nothing but when things happen."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from ingestion.ahead import ahead


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


def test_no_more_than_one_item_is_made_ahead_and_none_after_an_early_end() -> None:
    seen: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            seen.append(number)
            yield number

    stream = ahead(items())
    assert next(stream) == 0
    assert isinstance(stream, Iterator)
    stream.close()  # type: ignore[attr-defined]  # it is a generator
    assert seen in ([0], [0, 1])
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("cairn-ahead")]
