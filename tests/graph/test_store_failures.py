"""Each way a store can fail is one leaf of our tree, names the setting to mend, and shows nothing of the driver."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from neo4j.exceptions import (
    AuthError,
    ClientError,
    DatabaseError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.neo4j_errors import failure
from graph.neo4j_store import Neo4jStore, Patience, connect
from ontology.errors import (
    SettingInvalid,
    StoreFailure,
    StoreFull,
    StoreRefused,
    StoreTimeout,
    StoreUnavailable,
)
from tests.graph.conftest import Server
from tests.graph.contract import Company

ADDRESS = "bolt://127.0.0.1:7687"
SECRET = "person 4711 of tenant acme"


def server_error(kind: type[Neo4jError], code: str, text: str = SECRET) -> Neo4jError:
    error = kind(text)
    error._neo4j_code, error._message = code, text  # as the driver fills them in from the wire
    return error


CASES: list[tuple[BaseException, type[StoreFailure], str]] = [
    (server_error(AuthError, "Neo.ClientError.Security.Unauthorized"), StoreRefused, "NEO4J_PASSWORD"),
    (server_error(ClientError, "Neo.ClientError.Security.Forbidden"), StoreRefused, "NEO4J_USER"),
    (ServiceUnavailable(SECRET), StoreUnavailable, "NEO4J_URI"),
    (SessionExpired(SECRET), StoreUnavailable, "NEO4J_URI"),
    (ConnectionRefusedError(SECRET), StoreUnavailable, "NEO4J_URI"),
    (
        server_error(TransientError, "Neo.TransientError.General.MemoryPoolOutOfMemoryError"),
        StoreFull,
        "smaller batches",
    ),
    (
        server_error(DatabaseError, "Neo.DatabaseError.General.UnknownError", "No space left on device"),
        StoreFull,
        "disk",
    ),
    (
        server_error(ClientError, "Neo.ClientError.Transaction.TransactionTimedOut"),
        StoreTimeout,
        "CAIRN_STORE_DEADLINE_SECONDS",
    ),
    (server_error(TransientError, "Neo.TransientError.Transaction.DeadlockDetected"), StoreTimeout, "again"),
    (server_error(ClientError, "Neo.ClientError.Database.DatabaseNotFound"), StoreUnavailable, "NEO4J_DATABASE"),
    (server_error(ClientError, "Neo.ClientError.Statement.SyntaxError"), StoreFailure, "log"),
]


@pytest.mark.parametrize(("raised", "leaf", "remedy"), CASES, ids=lambda value: getattr(value, "__name__", None))
def test_every_failure_has_a_leaf_and_a_remedy(raised: BaseException, leaf: type[StoreFailure], remedy: str) -> None:
    found = failure(raised, ADDRESS)
    assert type(found) is leaf
    assert remedy in found.remedy
    assert SECRET not in str(found)


def test_nothing_listens(company: Company) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{unused.getsockname()[1]}"
        store = connect(uri, "neo4j", "password", patience=Patience(connect=1, read=10, write=10, retry=1))
        started = time.monotonic()
        for call in (
            lambda: store.head(["x"]),
            lambda: company.load(store, company.skill("S1")),
            lambda: list(store.scan(["x"], nodes=["Skill"])),
            store.migrate,
        ):
            with pytest.raises(StoreUnavailable, match="NEO4J_URI"):
                call()
        assert time.monotonic() - started < 10
        store.close()


@pytest.mark.parametrize("uri", ["", "not a uri", "http://localhost:7474", "bolt://127.0.0.1:99999999", "bolt://"])
def test_an_address_that_makes_no_sense_is_named(uri: str) -> None:
    with pytest.raises(SettingInvalid, match="NEO4J_URI"):
        connect(uri, "neo4j", "password")


def test_a_server_that_is_down_is_reported_at_once_with_the_usual_patience(company: Company) -> None:
    started = time.monotonic()
    with closing(connect("bolt://127.0.0.1:1", "neo4j", "password")) as store, pytest.raises(StoreUnavailable):
        store.head(["x"])
    assert time.monotonic() - started < 8


def test_a_port_that_is_not_a_neo4j_is_named_as_such(company: Company) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"bolt://127.0.0.1:{mute.getsockname()[1]}"
        store = connect(address, "neo4j", "x", "neo4j", patience=Patience(read=0.5))
        with pytest.raises(StoreUnavailable, match="did not speak Bolt") as refusal:
            store.head([company.tenant])
        assert "NEO4J_URI" in (refusal.value.remedy or "")
        store.close()


def test_a_wrong_password_is_refused(server: Server) -> None:
    intruder = connect(server.uri, server.user, "wrong-password", server.database)
    with pytest.raises(StoreRefused, match="NEO4J_PASSWORD"):
        intruder.head(["x"])
    intruder.close()


@contextmanager
def relay(uri: str, delay: threading.Event) -> Iterator[str]:
    """A relay to the store that passes nothing on while ``delay`` is set: a server that hangs."""
    host, port = uri.rsplit("/", 1)[1].split(":")
    listener = socket.create_server(("127.0.0.1", 0))
    sockets: list[socket.socket] = [listener]

    def pump(source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                while delay.is_set():
                    time.sleep(0.01)
                sink.sendall(data)
        except OSError:
            pass

    def serve() -> None:
        try:
            while True:
                client, _ = listener.accept()
                sockets.append(client)
                server = socket.create_connection((host, int(port)))
                sockets.append(server)
                for pair in ((client, server), (server, client)):
                    threading.Thread(target=pump, args=pair, daemon=True).start()
        except OSError:
            pass

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"bolt://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        delay.clear()
        for each in sockets:
            each.close()


def test_a_server_that_hangs_runs_into_our_own_deadline(server: Server, store: Neo4jStore, company: Company) -> None:
    """The embedded store keeps no time limit, so neither the server's nor the driver's is relied on."""
    hanging = threading.Event()
    with relay(server.uri, hanging) as uri:
        patience = Patience(connect=2, read=2, write=2)
        slow = connect(uri, server.user, server.password, server.database, patience=patience)
        company.load(store, company.skill("S1"))
        assert slow.head([company.tenant]) == {company.tenant: 1}
        hanging.set()
        started = time.monotonic()
        with pytest.raises(StoreTimeout, match="CAIRN_STORE_DEADLINE_SECONDS"):
            slow.head([company.tenant])
        with pytest.raises(StoreTimeout, match="CAIRN_STORE_DEADLINE_SECONDS"):
            company.load(slow, company.skill("S2"))
        assert time.monotonic() - started < 15
        hanging.clear()
        slow._workers.shutdown(wait=True)  # what was given up still ends, now that the server answers
        slow.close()
    assert store.head([company.tenant])[company.tenant] in (1, 2)
    company.load(store, company.skill("S2"))
    assert store.head([company.tenant]) == {company.tenant: 2}
