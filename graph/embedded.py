"""The embedded store: an ArcadeDB on loopback that Cairn starts as a child process and that ends with its last user.

The child is bound to us by a pipe: however this process ends, the child sees the pipe close. When no other process has
joined meanwhile (``embedded_joining``), it shuts the database down cleanly and lets go of the data directory.
"""

from __future__ import annotations

import json
import os
import secrets
import select
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from graph import embedded_child
from graph.embedded_child import KEPT
from graph.embedded_joining import USER, JoinedServer, is_served, join
from graph.loopback_ports import held_ports
from graph.neo4j_store import DEFAULT_PATIENCE, Neo4jStore, Patience, connect, utc_now
from ontology.errors import StoreFailure, StoreFull, StoreLocked, StoreUnavailable

DATABASE = "cairn"
START_TIMEOUT = 60.0
STOP_TIMEOUT = 20.0
JOIN_PATIENCE = START_TIMEOUT
"""Longest wait for a server that another process is just starting or ending."""
DEFAULT_HEAP = "1g"
Jit = Literal["quick", "steady"]
"""How the JVM compiles: "quick" is fast at once, "steady" is faster in the long run (from some 100,000 edges)."""


@dataclass(slots=True)
class EmbeddedServer:
    """A running child: where it listens, who may in, and how to stop it."""

    process: subprocess.Popen[str]
    uri: str
    user: str
    password: str

    def stop(self) -> None:
        """Leave; the child ends, and is waited for, unless other processes use it. Safe to call twice."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        if not self.process.stdout.closed and self._others_stay():
            self.process.returncode = 0  # it is no business of ours any more, and Popen shall not warn about it
        self.end()

    def end(self) -> None:
        """End the child whoever uses it, and wait for it; nothing when it was left to others."""
        if self.process.returncode is None:
            try:
                self.process.terminate()
                self.process.wait(STOP_TIMEOUT)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()

    def _others_stay(self) -> bool:
        """The child's last word: that it is kept, or (closed pipe, silence) that it ends."""
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], STOP_TIMEOUT)
        return bool(ready) and self.process.stdout.readline().encode() == KEPT


def start_embedded(data_dir: Path, *, heap: str = DEFAULT_HEAP, jit: Jit = "steady") -> EmbeddedServer:
    """Start the embedded store on the data directory and wait until it serves.

    Use ``join_or_start`` unless you must be the first. Raises ``StoreLocked`` when another process serves from it,
    ``StoreFull`` or ``StoreUnavailable`` when it cannot.
    """
    folder = _prepared(data_dir)
    password = secrets.token_urlsafe(24)
    settings = {"data_dir": str(folder), "password": password, "heap": heap, "jit": jit}
    with held_ports(2) as (bolt, http):
        settings |= {"database": DATABASE, "bolt_port": str(bolt.number), "http_port": str(http.number)}
        process = _spawned((bolt.lock, http.lock))
    server = EmbeddedServer(process, "", USER, password)
    try:
        answer = _handshake(process, settings)
    except BaseException:
        server.end()
        raise
    if "bolt_port" not in answer:
        server.end()
        raise _refused(answer.get("error", ""), data_dir)
    server.uri = f"bolt://127.0.0.1:{answer['bolt_port']}"
    return server


def _spawned(locks: tuple[int, ...]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", str(Path(embedded_child.__file__))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        pass_fds=locks,
        env={name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "ARCADEDB_"))},
    )


def open_embedded(
    data_dir: Path,
    *,
    heap: str = DEFAULT_HEAP,
    jit: Jit = "steady",
    patience: Patience = DEFAULT_PATIENCE,
    now: Callable[[], datetime] = utc_now,
) -> Neo4jStore:
    """The embedded store of the directory as a ``GraphStore``: started, or joined when another process runs it.

    Closing it leaves the server, which ends with its last user.
    """
    server = join_or_start(data_dir, heap=heap, jit=jit)
    return connect(server.uri, server.user, server.password, DATABASE, patience=patience, now=now, on_close=server.stop)


def join_or_start(data_dir: Path, *, heap: str = DEFAULT_HEAP, jit: Jit = "steady") -> EmbeddedServer | JoinedServer:
    """Use the server that runs on the data directory, else start one; two that start at once end up with one.

    Raises as ``start_embedded`` does; ``StoreLocked`` only when a server holds the directory and lets nobody in.
    """
    folder = _prepared(data_dir)
    deadline = time.monotonic() + JOIN_PATIENCE
    while True:
        if is_served(folder):
            joined = join(folder)
            if joined is not None:
                return joined
        else:
            try:
                return start_embedded(data_dir, heap=heap, jit=jit)
            except StoreLocked:
                pass  # somebody was faster: join them
        if time.monotonic() > deadline:
            raise _refused("locked", data_dir)
        time.sleep(0.1)


def _prepared(data_dir: Path) -> Path:
    folder = data_dir.resolve() / "store"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        raise StoreUnavailable(
            f"The data directory {data_dir} cannot be created or written.",
            remedy="Choose another with --data-dir (CAIRN_DATA_DIR).",
        ) from None
    return folder


def _handshake(process: subprocess.Popen[str], settings: dict[str, str]) -> dict[str, str]:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps(settings) + "\n")
        process.stdin.flush()
    except BrokenPipeError:
        return {"error": "died"}
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        ready, _, _ = select.select([process.stdout], [], [], 0.2)
        if ready:
            line = process.stdout.readline()
            return dict(json.loads(line)) if line else {"error": "died"}
        if process.poll() is not None:
            return {"error": "died"}
    return {"error": "slow"}


def _refused(error: str, data_dir: Path) -> StoreFailure:
    if error == "locked":
        return StoreLocked(
            f"Another process is using the data directory {data_dir}.",
            remedy="Stop it, choose another with --data-dir (CAIRN_DATA_DIR), or share a server by NEO4J_URI.",
        )
    if error == "full":
        return StoreFull(f"There is no space left for {data_dir}.", remedy="Free disk space or use another --data-dir.")
    log = data_dir / "store" / "store.log"
    return StoreUnavailable(
        "The embedded store did not start" + (f" within {START_TIMEOUT:g} seconds." if error == "slow" else "."),
        remedy=f"See {log}; or use a Neo4j server by NEO4J_URI.",
    )
