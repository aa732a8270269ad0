"""Fixture strategy: plain data first, then the in-memory snapshot, then one embedded store a run, then real servers.

Open data is read in place from ../shared/data and never copied; a test that needs it asks for ``shared_data``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No property may fail because the machine is busy: on a clean checkout the first example also builds tables of Unicode.
settings.register_profile("cairn", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("cairn")

DATA = Path(os.environ.get("CAIRN_SHARED_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of open data, or a skip that says where it was looked for."""
    if not DATA.is_dir():
        pytest.skip(f"open data not found at {DATA} (set CAIRN_SHARED_DATA)")
    return DATA


STORES = ("embedded", "neo4j-lts", "neo4j-current")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep tests that share a server, or what a folder loads once, in one worker when several run (``-n``)."""
    for item in items:
        store = next((store for store in STORES if _on(item.nodeid, store)), None)
        item.add_marker(pytest.mark.xdist_group(store or str(Path(item.nodeid.split("::")[0]).parent)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many contract tests ran on each store, so that a suite that did not run cannot go unseen."""
    for store in STORES:
        counts = {
            outcome: sum(1 for report in terminalreporter.stats.get(outcome, []) if _ran_on(report, store))
            for outcome in ("passed", "failed", "skipped")
        }
        if any(counts.values()):
            said = ", ".join(
                f"{number} {outcome}" for outcome, number in counts.items() if number or outcome == "passed"
            )
            terminalreporter.write_line(f"contract suite on {store}: {said}")


def _ran_on(report: object, store: str) -> bool:
    return _on(str(getattr(report, "nodeid", "")), store)


def _on(node_id: str, store: str) -> bool:
    return "tests/graph/" in node_id and (f"[{store}]" in node_id or f"[{store}-" in node_id or f"-{store}]" in node_id)
