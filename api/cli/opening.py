"""Opens the store that the settings name, for as long as a command needs it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from api.settings import Settings
from graph.embedded import Jit, open_embedded
from graph.neo4j_store import Patience, connect
from graph.store import GraphStore
from ontology.errors import SettingInvalid, StoreFailure, StoreFull, StoreLocked

LEAST_ROOM = 16 * 1024 * 1024
"""Bytes that the embedded server needs free to work at all (its files grow by pages and logs)."""


def now() -> datetime:
    """The clock of the command line: aware, in UTC."""
    return datetime.now(UTC)


@contextmanager
def opened(settings: Settings, *, jit: Jit = "steady") -> Iterator[GraphStore]:
    """The store with its schema up to date; closed on the way out (an embedded server ends with its last user).

    With ``jit="quick"`` an embedded server that we start is fast from the first moment and slower in the long run.
    ``NEO4J_URI`` decides for Neo4j, else the data directory for the embedded store. Raises ``StoreFailure``
    leaves and ``SettingInvalid`` when Neo4j is named without a password.
    """
    try:
        store = _connected(settings) if settings.neo4j_uri else _embedded(settings, jit)
        try:
            store.migrate()
            yield store
        finally:
            store.close()
    except StoreFailure as error:
        if settings.neo4j_uri is None and not isinstance(error, StoreLocked) and _is_full(settings.data_dir):
            # What the embedded server says of a full disk is anything from an unknown error to silence.
            raise StoreFull(
                f"There is no space left for {settings.data_dir}.",
                remedy="Free disk space or use another --data-dir; nothing was half-written, run the same again.",
            ) from None
        raise


def _embedded(settings: Settings, jit: Jit) -> GraphStore:
    return open_embedded(settings.data_dir, jit=jit, patience=Patience(read=settings.store_deadline_seconds))


def _connected(settings: Settings) -> GraphStore:
    assert settings.neo4j_uri is not None
    password = settings.password()
    if password is None:
        raise SettingInvalid(
            "NEO4J_URI is set but there is no password.", remedy="Set NEO4J_PASSWORD_FILE or NEO4J_PASSWORD."
        )
    return connect(
        settings.neo4j_uri,
        settings.neo4j_user,
        password,
        settings.neo4j_database,
        patience=Patience(read=settings.store_deadline_seconds),
    )


def _is_full(data_dir: Path) -> bool:
    try:
        return shutil.disk_usage(data_dir).free < LEAST_ROOM
    except OSError:
        return False


def address(settings: Settings) -> str:
    """What to call the store in a message."""
    return settings.neo4j_uri or f"embedded store in {settings.data_dir}"
