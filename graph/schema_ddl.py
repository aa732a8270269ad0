"""Schema migrations: the ontology's DDL in order, checksummed, each applied once and recorded. Knows no driver."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from graph import statements as cypher
from graph.keys import digest
from graph.statements import Statement
from ontology.errors import StoreFailure
from ontology.generators.neo4j_ddl import Edition, statements

Run = Callable[[Statement, Mapping[str, object]], list[list[object]]]


@dataclass(frozen=True, slots=True)
class Migration:
    """One DDL statement, named after the constraint or index it makes."""

    name: str
    cypher: str

    @property
    def checksum(self) -> str:
        """Hash of the statement; a changed statement is applied again."""
        return digest(self.cypher)


def migrations(edition: Edition) -> list[Migration]:
    """All migrations for the edition, in order."""
    return [Migration(each.name, each.cypher) for each in statements(edition)]


def migrate(edition: Edition, read: Run, alter: Run, write: Run, now: datetime) -> list[str]:
    """Apply what is missing and return the names.

    Every statement says IF NOT EXISTS, so a crash between a change and its record, or two processes at once, only
    repeat harmless work. Schema and data never share a transaction: ``alter`` runs a statement on its own.
    """
    missing = _missing(edition, read)
    for each in missing:
        alter(Statement(f"ddl:{each.name}", each.cypher, writes=True), {})
    if missing:
        rows = [[each.name, each.checksum] for each in missing]
        try:
            write(cypher.RECORD_MIGRATIONS, {"rows": rows, "now": now})
        except StoreFailure:
            if _missing(edition, read):  # else another process recorded the same at this moment
                raise
    return [each.name for each in missing]


def _missing(edition: Edition, read: Run) -> list[Migration]:
    applied = {str(name): checksum for name, checksum in read(cypher.MIGRATIONS, {})}
    return [each for each in migrations(edition) if applied.get(each.name) != each.checksum]
