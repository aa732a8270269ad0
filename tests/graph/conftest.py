"""Fixture strategy: every test that asks for ``store`` runs on every back end. One server of each kind a run, and
tests keep apart by a tenant of their own, as customers do (Neo4j Community has one database).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from uuid import uuid4

import pytest

from graph.embedded import open_embedded
from graph.neo4j_store import Neo4jStore, connect
from graph.servers import start_neo4j
from ontology.errors import MissingExtra
from tests.graph.contract import Company

Back = Literal["embedded", "neo4j-lts", "neo4j-current"]
BACK_ENDS = (
    pytest.param("embedded"),
    pytest.param("neo4j-lts", marks=pytest.mark.requires_neo4j),
    pytest.param("neo4j-current", marks=pytest.mark.requires_neo4j),
)


def open_neo4j(line: Literal["lts", "current"], home: Path) -> Neo4jStore:
    """A real Neo4j of its own, or a skip that says why; where it is required, a failure."""
    try:
        server = start_neo4j(line, home, password="a-long-password")
    except MissingExtra as missing:
        if os.environ.get("CAIRN_REQUIRE_NEO4J") == "1":
            raise
        pytest.skip(str(missing))
    return connect(server.uri, server.user, server.password, "neo4j", on_close=server.stop)


@pytest.fixture(scope="session", params=BACK_ENDS)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jStore]:
    """A migrated store of each kind."""
    back: Back = request.param
    home = tmp_path_factory.mktemp(back)
    opened = (
        open_embedded(home) if back == "embedded" else open_neo4j("lts" if back == "neo4j-lts" else "current", home)
    )
    try:
        opened.migrate()
        yield opened
    finally:
        opened.close()


@pytest.fixture
def company() -> Company:
    """A tenant that no other test knows."""
    return Company(f"tenant-{uuid4().hex[:12]}")
