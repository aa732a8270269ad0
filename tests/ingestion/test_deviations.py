"""Counting of deviations."""

from __future__ import annotations

import pytest

from ingestion.connector import Note
from ingestion.deviations import Deviations


def test_only_declared_kinds_in_their_order() -> None:
    met = Deviations({"b": "second things", "a": "first things", "c": "nothing"})
    met.count("a", 2)
    met.count("b")
    met.count("a", times=0)
    met.count("c", False)
    assert list(met.notes()) == [Note("b", 1), Note("a", 2)]
    with pytest.raises(KeyError):
        met.count("d")
