"""Opens the store that the settings name, for as long as a command needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from api.settings import Settings
from graph.embedded import Jit, open_embedded
from graph.neo4j_store import Patience, connect
from graph.store import GraphStore
from ontology.errors import SettingInvalid


def now() -> datetime:
    """The clock of the command line: aware, in UTC."""
    return datetime.now(UTC)


@contextmanager
def opened(settings: Settings, *, jit: Jit = "steady") -> Iterator[GraphStore]:
    """The store with its schema up to date; closed (and the embedded server stopped) on the way out.

    With ``jit="quick"`` an embedded server that we start is fast from the first moment and slower in the long run.
    ``NEO4J_URI`` decides for Neo4j, else the data directory for the embedded store. Raises ``StoreFailure``
    leaves and ``SettingInvalid`` when Neo4j is named without a password.
    """
    if settings.neo4j_uri is None:
        store: GraphStore = open_embedded(
            settings.data_dir, jit=jit, patience=Patience(read=settings.store_deadline_seconds)
        )
    else:
        password = settings.password()
        if password is None:
            raise SettingInvalid(
                "NEO4J_URI is set but there is no password.", remedy="Set NEO4J_PASSWORD_FILE or NEO4J_PASSWORD."
            )
        store = connect(
            settings.neo4j_uri,
            settings.neo4j_user,
            password,
            settings.neo4j_database,
            patience=Patience(read=settings.store_deadline_seconds),
        )
    try:
        store.migrate()
        yield store
    finally:
        store.close()


def address(settings: Settings) -> str:
    """What to call the store in a message."""
    return settings.neo4j_uri or f"embedded store in {settings.data_dir}"
