"""Opens a fresh store of each kind for a benchmark and stops it again. Small batches of Cypher go through here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import neo4j

from graph.embedded import DATABASE, Jit, start_embedded
from graph.neo4j_store import Neo4jStore, Patience, connect
from graph.server_jars import DISTRIBUTIONS, Line
from graph.server_settings import Memory
from graph.servers import start_neo4j

EMBEDDED = "embedded"
NEO4J: Mapping[str, Line] = {"neo4j-lts": "lts", "neo4j-current": "current"}
KINDS = (EMBEDDED, *NEO4J)
COMPARED = (EMBEDDED, "neo4j-lts")
"""What a full run measures unless told otherwise; the current line of Neo4j differs little and costs as much again."""
MEMORY = Memory(heap="2g", page_cache="1g")
"""Of a Neo4j; the embedded store runs as Cairn starts it."""

PATIENCE = Patience(read=600.0, write=1800.0)
Row = list[Any]


@dataclass(frozen=True, slots=True)
class Server:
    """A running store: the bare driver on it, and Cairn's store over it."""

    kind: str
    driver: neo4j.Driver
    database: str
    store: Neo4jStore

    @property
    def name(self) -> str:
        """What results call it."""
        return "embedded store" if self.kind == EMBEDDED else f"Neo4j {DISTRIBUTIONS[NEO4J[self.kind]].version}"

    def write(self, statement: str, **parameters: object) -> None:
        """Run a statement in one managed write transaction."""
        with self.driver.session(database=self.database) as session:
            session.execute_write(lambda tx: tx.run(statement, parameters).consume())

    def read(self, statement: str, parameters: Mapping[str, object]) -> list[Row]:
        """Run a statement in one managed read transaction and return its rows."""
        with self.driver.session(database=self.database) as session:
            return session.execute_read(lambda tx: [record.values() for record in tx.run(statement, dict(parameters))])

    def alter(self, statements: Sequence[str]) -> None:
        """Change the schema and wait until indexes are there."""
        with self.driver.session(database=self.database) as session:
            for statement in statements:
                session.run(statement).consume()
            if self.kind != EMBEDDED:
                session.run("CALL db.awaitIndexes(600)").consume()


@contextmanager
def serving(kind: str, home: Path, jit: Jit = "steady") -> Iterator[Server]:
    """A store of the kind with its data in ``home``, stopped on the way out."""
    if kind == EMBEDDED:
        embedded = start_embedded(home, jit=jit)
        uri, user, password, database, stop = embedded.uri, embedded.user, embedded.password, DATABASE, embedded.stop
    else:
        server = start_neo4j(NEO4J[kind], home, memory=MEMORY)
        uri, user, password, database, stop = server.uri, server.user, server.password, "neo4j", server.stop
    auth = (user, password) if password else None
    driver = neo4j.GraphDatabase.driver(uri, auth=auth, notifications_min_severity="OFF")
    store = connect(uri, user, password, database, patience=PATIENCE)
    try:
        yield Server(kind, driver, database, store)
    finally:
        store.close()
        driver.close()
        stop()
