"""Stores for the tests of this package: most run on ``FakeStore``; those marked so share one embedded store a run."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest

from graph.embedded import open_embedded
from graph.neo4j_store import Neo4jStore


@pytest.fixture(scope="session")
def embedded_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jStore]:
    """One embedded store for the run, with its schema; tests keep apart by tenant."""
    store = open_embedded(tmp_path_factory.mktemp("store"))
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def tenant() -> str:
    """A tenant of the test's own."""
    return f"t-{uuid.uuid4().hex[:12]}"
