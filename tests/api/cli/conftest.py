"""The command line against an embedded store with the sample company, loaded once for the folder's tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.embedded import open_embedded
from ingestion.sample import ingest_sample
from tests.api.cli.running import Outcome, cairn

Run = Callable[..., Outcome]


@pytest.fixture(scope="session")
def sample_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory that holds the sample company."""
    directory = tmp_path_factory.mktemp("cairn") / "data"
    store = open_embedded(directory)
    try:
        store.migrate()
        ingest_sample(store, clock=lambda: datetime.now(UTC))
    finally:
        store.close()
    (directory / "sample-loaded").touch()
    return directory


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command and get its outcome."""
    for name in ("NEO4J_URI", "NEO4J_PASSWORD", "NEO4J_PASSWORD_FILE", "CAIRN_DATA_DIR", "CAIRN_TENANT"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str | Path) -> Outcome:
        words: Sequence[str] = [str(word) for word in arguments]
        return cairn(words, capfd, monkeypatch)

    return call
