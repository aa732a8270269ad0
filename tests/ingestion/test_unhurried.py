"""A load leaves the interpreter as it found it."""

from __future__ import annotations

import gc
import sys

import pytest

from ingestion.unhurried import COLLECT_AFTER, SWITCH_SECONDS, unhurried


def test_both_settings_are_put_back_even_when_the_load_fails() -> None:
    before = gc.get_threshold(), sys.getswitchinterval()
    with unhurried():
        assert gc.get_threshold()[0] == COLLECT_AFTER
        assert sys.getswitchinterval() == pytest.approx(SWITCH_SECONDS, rel=0.01)
    assert (gc.get_threshold(), sys.getswitchinterval()) == before
    with pytest.raises(ZeroDivisionError), unhurried():
        _ = 1 / 0
    assert (gc.get_threshold(), sys.getswitchinterval()) == before
