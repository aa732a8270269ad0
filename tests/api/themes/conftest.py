"""The interpreter of an environment with graphrag (CAIRN_TEST_GRAPHRAG), or a skip that says what is missing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture
def graphrag_python() -> Path:
    """An interpreter that has graphrag."""
    named = os.environ.get("CAIRN_TEST_GRAPHRAG")
    if not named:
        pytest.skip("no graphrag here: .ci/graphrag runs this in an environment of its own")
    return Path(named)
