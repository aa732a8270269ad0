"""Fixture strategy: plain data first, then the in-memory snapshot, then one embedded store a run, then real servers.

Open data is read in place from ../shared/data and never copied; a test that needs it asks for ``shared_data``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

DATA = Path(os.environ.get("CAIRN_SHARED_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of open data, or a skip that says where it was looked for."""
    if not DATA.is_dir():
        pytest.skip(f"open data not found at {DATA} (set CAIRN_SHARED_DATA)")
    return DATA
