"""Fixture strategy: every test that asks for ``store`` runs on every back end. One server of each kind a run, and
tests keep apart by a tenant of their own, as customers do (Neo4j Community has one database).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from uuid import uuid4

import pytest

from graph.embedded import DATABASE, start_embedded
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


@dataclass(frozen=True)
class Server:
    """A running server and how to reach it."""

    uri: str
    user: str
    password: str
    database: str
    stop: Callable[[], None]

    def connect(self) -> Neo4jStore:
        """A store on the server."""
        return connect(self.uri, self.user, self.password, self.database)


def start(back: Back, home: Path) -> Server:
    """Start a server of the kind, or skip saying why; where real servers are required, fail."""
    if back == "embedded":
        embedded = start_embedded(home)
        return Server(embedded.uri, embedded.user, embedded.password, DATABASE, embedded.stop)
    try:
        real = start_neo4j("lts" if back == "neo4j-lts" else "current", home, password="a-long-password")
    except MissingExtra as missing:
        if os.environ.get("CAIRN_REQUIRE_NEO4J") == "1":
            raise
        pytest.skip(str(missing))
    return Server(real.uri, real.user, real.password, "neo4j", real.stop)


@pytest.fixture(scope="session", params=BACK_ENDS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server of each kind a run."""
    running = start(request.param, tmp_path_factory.mktemp(request.param))
    try:
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def store(server: Server) -> Iterator[Neo4jStore]:
    """A migrated store on each kind of server."""
    opened = server.connect()
    opened.migrate()
    yield opened
    opened.close()


@pytest.fixture
def company() -> Company:
    """A tenant that no other test knows."""
    return Company(f"tenant-{uuid4().hex[:12]}")
