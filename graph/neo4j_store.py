"""The graph store over the official ``neo4j`` driver: Neo4j, and the embedded store that speaks its protocol.

It owns transactions, deadlines and the translation of failures. What is written is decided in graph.applying, what
is said to the server stands in graph.statements.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as DeadlinePassed
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar, cast
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graph import statements as cypher
from graph.applying import Known, apply_batch
from graph.batch import Batch, Run
from graph.bulk_memory import BulkMemory, Seen
from graph.changes import Applied, ChangeSet
from graph.citing import admit, cited
from graph.conflicts import merge
from graph.keys import NodeKey
from graph.neo4j_errors import failure, silent, timeout, unavailable
from graph.planning import Prepared, prepare
from graph.rows import decoded, edge_columns, lean_columns, node_columns
from graph.schema_ddl import migrate
from graph.scope import Purpose, Scope
from graph.statements import Statement, catalogue
from graph.store import Capabilities, Change, CitedEdge, EdgeRecord, NodeRecord
from ontology.errors import AccessDenied, BadInput, SettingInvalid
from ontology.generators.neo4j_ddl import Edition

T = TypeVar("T")
FETCH_SIZE = 2000
MAX_CITED = 5000


def utc_now() -> datetime:
    """The current moment in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Patience:
    """Deadlines in seconds: for connecting, one read, one write, and for retrying conflicts within a write."""

    connect: float = 5.0
    read: float = 30.0
    write: float = 300.0
    retry: float = 15.0


DEFAULT_PATIENCE = Patience()


class Neo4jStore:
    """A ``GraphStore`` at a Bolt address."""

    def __init__(
        self,
        driver: neo4j.Driver,
        database: str,
        *,
        address: str,
        patience: Patience = DEFAULT_PATIENCE,
        now: Callable[[], datetime] = utc_now,
        on_close: Callable[[], None] | None = None,
    ) -> None:
        self._driver = driver
        self._database = database
        self._address = address
        self._patience = patience
        self._now = now
        self._on_close = on_close
        self._workers = ThreadPoolExecutor(max_workers=32, thread_name_prefix="cairn-store")
        self._capabilities: Capabilities | None = None
        self._reached = False
        self._memory = BulkMemory()

    # -- the port ------------------------------------------------------------------------------------------

    def migrate(self) -> list[str]:
        """Apply missing schema migrations and return their names."""
        return migrate(self._edition(), self._read, self._alter, self._write, self._now())

    def apply(self, changes: ChangeSet) -> Applied:
        """Write the change set in one transaction, or nothing of it."""
        prepared = prepare(changes)
        large = changes.bulk or self._memory.holds(changes.tenant_id)  # a small batch amid a large load
        if not large or not self._memory.borrow():
            return self._applied(changes, prepared, None).applied
        try:
            return self._remembering(changes, prepared)
        finally:
            self._memory.give_back()

    def read(self, statement: str, scope: Scope, **parameters: object) -> list[dict[str, object]]:
        """Run a public catalogue statement by name under the scope and return its rows."""
        found = catalogue().get(statement)
        if found is None or not found.public or found.writes:
            raise BadInput(f"There is no statement {statement[:100]!r} to read.", remedy="Use one of graph.statements.")
        admit(scope)
        if found.governance and scope.purpose is not Purpose.GOVERNANCE:
            raise AccessDenied(f"{statement} is operational data.", remedy="Read it for the purpose of governance.")
        given = {**parameters, "tenant": scope.tenant_id, "tenants": list(scope.tenants)}
        return [dict(zip(keys, row, strict=True)) for keys, row in self._rows(found, given)]

    def edges(self, scope: Scope, edge_ids: Sequence[str], rel_types: Sequence[str] = ()) -> dict[str, CitedEdge]:
        """Read edges back by id; ``rel_types`` narrows the search when the caller knows them."""
        if len(edge_ids) > MAX_CITED:
            raise BadInput(f"More than {MAX_CITED} edges in one read.", remedy="Ask for fewer at a time.")
        admit(scope)
        if not edge_ids:
            return {}
        now = self._now()
        return self._within(
            self._patience.read,
            lambda session: session.execute_read(
                lambda tx: cited(_runner(tx), scope, sorted(set(edge_ids)), tuple(sorted(set(rel_types))), now)
            ),
        )

    def head(self, tenant_ids: Sequence[str]) -> dict[str, int]:
        """The current version of each tenant (0 for one that was never written)."""
        rows = self._read(cypher.HEAD, {"tenants": sorted(set(tenant_ids))})
        return {**dict.fromkeys(tenant_ids, 0), **{str(tenant): cast("int", version) for tenant, version in rows}}

    def changes(self, tenant_id: str, since: int) -> list[Change]:
        """The change log after version ``since``, in order."""
        return [_change(tenant_id, row) for row in self._read(cypher.CHANGES, {"tenant": tenant_id, "since": since})]

    def scan(
        self,
        tenant_ids: Sequence[str],
        *,
        nodes: Sequence[str] = (),
        relationships: Sequence[str] = (),
        ids: Sequence[str] | None = None,
        lean: bool = False,
    ) -> Iterator[NodeRecord | EdgeRecord]:
        """Stream nodes and edges, lazily: the server keeps its place, we hold one page."""
        given = {"tenants": list(tenant_ids)} if ids is None else {"tenants": list(tenant_ids), "ids": list(ids)}
        for label in nodes:
            columns = node_columns(label)
            for row in self._stream(cypher.scan_nodes(label, by_id=ids is not None), given):
                properties = decoded(columns, row)
                key = NodeKey(label, cast("str", properties["tenant_id"]), cast("str", properties["id"]))
                yield NodeRecord(key, properties)
        for rel_type in relationships:
            columns = lean_columns(rel_type) if lean else edge_columns(rel_type)
            for row in self._stream(cypher.scan_edges(rel_type, by_id=ids is not None, lean=lean), given):
                properties = decoded(columns, row[6:])
                start, end = NodeKey(*cast("list[str]", row[:3])), NodeKey(*cast("list[str]", row[3:6]))
                yield EdgeRecord(cast("str", properties["edge_id"]), rel_type, start, end, properties)

    def capabilities(self) -> Capabilities:
        """What the server can do, probed once."""
        if self._capabilities is None:
            name, versions, edition = self._read(cypher.COMPONENTS, {})[0]
            embedded = "arcade" in self._agent().lower()
            self._capabilities = Capabilities(
                product="ArcadeDB" if embedded else str(name),
                version=str(cast("list[object]", versions)[0]),
                edition="embedded" if embedded else str(edition),
                full_text=not embedded,
                vector=not embedded,
                enforces_read_mode=not embedded,
                enforces_timeout=not embedded,
            )
        return self._capabilities

    def transact(self, work: Callable[[Run], T], *, writes: bool) -> T:
        """Run the work in one managed transaction: for what is operational and no change set (graph.answer_log)."""
        if writes:
            return self._within(self._patience.write, lambda session: merge(session, lambda tx: work(_runner(tx))))
        return self._within(self._patience.read, lambda session: session.execute_read(lambda tx: work(_runner(tx))))

    def close(self) -> None:
        """Release connections (and stop the embedded server this process started)."""
        self._workers.shutdown(wait=False, cancel_futures=True)
        self._driver.close()
        if self._on_close is not None:
            self._on_close()

    # -- writing -------------------------------------------------------------------------------------------

    def _applied(self, changes: ChangeSet, prepared: Sequence[Prepared], known: Known | None) -> Batch:
        def attempt(tx: neo4j.ManagedTransaction) -> Batch:
            batch = Batch(_runner(tx), changes, self._now())
            apply_batch(batch, prepared, known)
            return batch

        return self._within(self._patience.write, lambda session: merge(session, attempt))

    def _remembering(self, changes: ChangeSet, prepared: Sequence[Prepared]) -> Applied:
        """Write a batch of a large load with what is known from its earlier batches."""
        tenant_id, memory = changes.tenant_id, self._memory
        seen: list[Seen] = []

        def known(version: int) -> Seen:
            seen[:] = [memory.at(tenant_id, version)]  # of the attempt that is committed
            return seen[0]

        try:
            batch = self._applied(changes, prepared, known)
        except BaseException:
            memory.forget(tenant_id)
            raise
        memory.keep(tenant_id, seen[0], batch.learned, batch.applied.version)
        return batch.applied

    # -- sessions ------------------------------------------------------------------------------------------

    def _agent(self) -> str:
        return self._within(
            self._patience.read, lambda session: str(session.run(cypher.PING.text).consume().server.agent)
        )

    def _edition(self) -> Edition:
        edition = self.capabilities().edition
        return "embedded" if edition == "embedded" else "enterprise" if edition == "enterprise" else "community"

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._database, fetch_size=FETCH_SIZE)

    def _within(self, seconds: float, work: Callable[[neo4j.Session], T]) -> T:
        """Run the work on a worker thread under our own deadline: not every server keeps one."""

        def attempt() -> T:
            with self._session() as session:
                if not self._reached:  # outside a managed transaction: a server that is down is not waited for
                    session.run(cypher.PING.text).consume()
                    self._reached = True
                return work(session)

        try:
            return self._workers.submit(attempt).result(seconds)
        except DeadlinePassed:
            # The driver goes on trying a server that has died; whether one is there at all tells the two apart.
            if self._reached and not _accepts(self._address):
                raise unavailable(self._address) from None
            raise (timeout if self._reached else silent)(self._address, seconds) from None
        except (Neo4jError, DriverError, OSError) as error:
            raise failure(error, self._address) from None

    def _read(self, statement: Statement, parameters: Mapping[str, object]) -> list[list[object]]:
        return self._within(
            self._patience.read, lambda session: session.execute_read(lambda tx: _runner(tx)(statement, parameters))
        )

    def _rows(self, statement: Statement, parameters: Mapping[str, object]) -> list[tuple[list[str], list[object]]]:
        def work(tx: neo4j.ManagedTransaction) -> list[tuple[list[str], list[object]]]:
            result = tx.run(statement.text, dict(parameters))
            keys = list(result.keys())
            return [(keys, [_native(value) for value in record.values()]) for record in result]

        return self._within(self._patience.read, lambda session: session.execute_read(work))

    def _write(self, statement: Statement, parameters: Mapping[str, object]) -> list[list[object]]:
        return self._within(
            self._patience.write, lambda session: merge(session, lambda tx: _runner(tx)(statement, parameters))
        )

    def _alter(self, statement: Statement, parameters: Mapping[str, object]) -> list[list[object]]:
        def work(session: neo4j.Session) -> list[list[object]]:
            session.run(statement.text, dict(parameters)).consume()
            return []

        return self._within(self._patience.write, work)

    def _stream(self, statement: Statement, parameters: Mapping[str, object]) -> Iterator[list[object]]:
        try:
            with self._session() as session, session.begin_transaction() as tx:
                for record in tx.run(statement.text, dict(parameters)):
                    yield record.values()
        except (Neo4jError, DriverError, OSError) as error:
            raise failure(error, self._address) from None


def _runner(tx: neo4j.ManagedTransaction) -> Callable[[Statement, Mapping[str, object]], list[list[object]]]:
    def run(statement: Statement, parameters: Mapping[str, object]) -> list[list[object]]:
        result = tx.run(statement.text, dict(parameters))
        return [record.values() for record in result]

    return run


def _native(value: object) -> object:
    return value.to_native() if hasattr(value, "to_native") else value


def _change(tenant_id: str, row: Sequence[object]) -> Change:
    version, kind, node_keys, edge_keys = row
    nodes = [str(key).split(":", 1) for key in cast("list[str] | None", node_keys) or []]
    edges = [str(key).split(":", 1) for key in cast("list[str] | None", edge_keys) or []]
    return Change(
        tenant_id,
        cast("int", version),
        str(kind),
        tuple(NodeKey(label, tenant_id, node_id) for label, node_id in nodes),
        tuple((rel_type, edge_id) for rel_type, edge_id in edges),
    )


SCHEMES = frozenset(f"{scheme}{suffix}" for scheme in ("bolt", "neo4j") for suffix in ("", "+s", "+ssc"))


def _accepts(uri: str) -> bool:
    """Whether anything still takes connections at the address."""
    parts = urlsplit(uri)
    try:
        with socket.create_connection((parts.hostname or "", parts.port or 7687), timeout=1.0):
            return True
    except OSError:
        return False


def _check_address(uri: str) -> None:
    try:
        parts = urlsplit(uri)
        sound = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise SettingInvalid(
            f"{uri[:200]!r} is not the address of a graph store.",
            remedy="Set NEO4J_URI to something like bolt://host:7687 or neo4j+s://host.",
        )


def connect(
    uri: str,
    user: str,
    password: str,
    database: str = "neo4j",
    *,
    patience: Patience = DEFAULT_PATIENCE,
    now: Callable[[], datetime] = utc_now,
    on_close: Callable[[], None] | None = None,
) -> Neo4jStore:
    """Open a store at a Bolt address. Nothing is sent until the first call."""
    _check_address(uri)
    # The driver logs addresses and server texts; what matters is raised.
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    try:
        driver = neo4j.GraphDatabase.driver(
            uri,
            auth=(user, password) if password else None,
            connection_timeout=patience.connect,
            connection_acquisition_timeout=patience.connect + 5,
            max_transaction_retry_time=patience.retry,
            notifications_min_severity="OFF",
        )
    except (DriverError, ValueError) as error:
        raise failure(error, uri) from None
    return Neo4jStore(driver, database, address=uri, patience=patience, now=now, on_close=on_close)
