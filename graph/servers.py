"""Starts a real Neo4j Community for tests and for a developer's own use, and stops it again.

``python -m graph.servers lts --home DIR --port 7687`` runs one in the foreground until Ctrl-C.
"""

from __future__ import annotations

import argparse
import atexit
import fcntl
import os
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, Neo4jError, ServiceUnavailable

from graph.jdk import find_java, has_module
from graph.loopback_ports import held_ports, is_free
from graph.server_jars import DISTRIBUTIONS, Line, resolve
from graph.server_settings import SMALL, VECTOR_MODULE, Memory, configuration, java_options
from ontology.errors import CairnError, PortInUse, SettingInvalid, StoreLocked, StoreRefused, StoreUnavailable

START_SECONDS = 120.0
STOP_SECONDS = 30.0
_MINIMUM_PASSWORD = 8


@dataclass(slots=True)
class RunningServer:
    """A server that answers at ``uri``. Without authentication ``password`` is empty and any user passes."""

    uri: str
    user: str
    password: str
    home: Path
    version: str
    process: subprocess.Popen[bytes] = field(repr=False)

    @property
    def port(self) -> int:
        """The Bolt port."""
        return int(self.uri.rpartition(":")[2])

    @property
    def log(self) -> Path:
        """What the server printed."""
        return self.home / "logs" / "console.log"

    def stop(self) -> None:
        """Stop the server's whole process group and wait for it; stopping twice does no harm."""
        _end_group(self.process)
        atexit.unregister(self.stop)

    def __enter__(self) -> RunningServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def start_neo4j(
    line: Line,
    home: Path,
    *,
    password: str | None = None,
    port: int | None = None,
    memory: Memory = SMALL,
    environment: Mapping[str, str] | None = None,
) -> RunningServer:
    """Start Neo4j Community on loopback with its data in ``home`` and return when it answers queries.

    With a ``password`` authentication is on (user ``neo4j``; the password counts from the first start of that
    home on). Without a ``port`` a free one is taken. The caller stops it; leaving the interpreter does, too.
    """
    environment = os.environ if environment is None else environment
    distribution = DISTRIBUTIONS[line]
    if password is not None and len(password) < _MINIMUM_PASSWORD:
        raise SettingInvalid(
            f"Neo4j refuses passwords under {_MINIMUM_PASSWORD} characters.", remedy="Choose a longer one."
        )
    java, major = find_java(distribution.javas, environment)
    jars = resolve(line, environment)
    home = home.resolve()
    with _owned(home) as lock:
        options = java_options(major, memory, vector=has_module(java, VECTOR_MODULE))
        command = [str(java), *options, "-cp", f"{jars}/*", distribution.main_class]
        command += [f"--home-dir={home}", f"--config-dir={home / 'conf'}", "--console-mode"]
        with _port(port) as (port, locks):
            _configure(line, home, port, memory, authenticated=password is not None)
            process = _spawn(command, home, (lock, *locks))
    server = RunningServer(f"bolt://127.0.0.1:{port}", "neo4j", password or "", home, distribution.version, process)
    atexit.register(server.stop)
    try:
        _await_answer(server)
    except BaseException:
        server.stop()
        raise
    return server


@contextmanager
def _owned(home: Path) -> Iterator[int]:
    """Hold the home's lock and yield its descriptor, which the server inherits: locked as long as either lives."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "server.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StoreLocked(
                f"A Neo4j server is already running on {home}.", remedy="Stop it or choose another home."
            ) from None
        yield lock.fileno()


@contextmanager
def _port(wanted: int | None) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The wanted port, or a held one with the lock to pass on."""
    if not wanted:
        with held_ports() as (held,):
            yield held.number, (held.lock,)
    elif is_free(wanted):
        yield wanted, ()
    else:
        raise PortInUse(f"Port {wanted} on 127.0.0.1 is taken.", remedy="Choose another with --port.")


def _configure(line: Line, home: Path, port: int, memory: Memory, *, authenticated: bool) -> None:
    for name in ("conf", "data", "logs", "run", "plugins"):
        (home / name).mkdir(parents=True, exist_ok=True)
    settings = configuration(line, home, port, memory, authenticated=authenticated)
    text = "".join(f"{name}={value}\n" for name, value in settings.items())
    (home / "conf" / "neo4j.conf").write_text(text, "utf-8")


def _spawn(command: Sequence[str], home: Path, locks: tuple[int, ...]) -> subprocess.Popen[bytes]:
    with (home / "logs" / "console.log").open("ab") as output:
        return subprocess.Popen(
            command,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=locks,
        )


def _await_answer(server: RunningServer) -> None:
    deadline = time.monotonic() + START_SECONDS
    with _driver(server, server.password) as driver:
        while time.monotonic() < deadline and server.process.poll() is None:
            if not _listens(server.port):
                time.sleep(0.1)
                continue
            try:
                driver.execute_query("RETURN 1", database_="neo4j")
            except AuthError:
                if server.password:
                    _set_first_password(server)
                else:
                    # A server without authentication refuses nobody: whoever answers here, ours is yet to bind or fail.
                    time.sleep(0.2)
            except (ServiceUnavailable, Neo4jError):
                time.sleep(0.2)
            else:
                return
    raise StoreUnavailable(f"Neo4j {server.version} did not start.", remedy=f"Read why in {server.log}.")


def _set_first_password(server: RunningServer) -> None:
    # Over Bolt instead of the admin command: no password on a command line, and a start that was killed half-way heals.
    statement = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
    try:
        with _driver(server, "neo4j") as driver:
            driver.execute_query(statement, password=server.password, database_="system")
    except AuthError:
        raise StoreRefused(
            "The password is not the one this Neo4j home was first started with.",
            remedy="Give that one, or choose a fresh home.",
        ) from None


def _driver(server: RunningServer, password: str) -> Driver:
    auth = (server.user, password) if server.password else None
    # No retries inside the driver: they wait seconds and log warnings, and the caller waits in a loop anyway.
    return GraphDatabase.driver(server.uri, auth=auth, max_transaction_retry_time=0)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _end_group(process: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
        except ProcessLookupError:
            break
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            continue
        if not _group_lives(process.pid):
            break


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def run_in_foreground(
    line: Line, home: Path, *, port: int | None, password_file: Path | None = None, memory: Memory = SMALL
) -> int:
    """Start a server, print what to export, and wait for Ctrl-C, SIGTERM or the server's own end."""
    password = None if password_file is None else _password_in(password_file)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with start_neo4j(line, home, port=port, password=password, memory=memory) as server:
            sys.stdout.write("".join(f"{text}\n" for text in _announcement(server, password_file)))
            sys.stdout.flush()
            server.process.wait()
            raise StoreUnavailable("Neo4j ended by itself.", remedy=f"Read why in {server.log}.")
    except KeyboardInterrupt:
        return 0


def _password_in(file: Path) -> str:
    try:
        return file.read_text("utf-8").strip()
    except (OSError, ValueError):
        raise SettingInvalid(
            f"The password file {file} cannot be read.", remedy="Point --password-file at a text file."
        ) from None


def _announcement(server: RunningServer, password_file: Path | None) -> list[str]:
    """Shell lines that point Cairn at the server, to be pasted or evaluated as they are."""
    if password_file is None:
        secret = "export NEO4J_PASSWORD=unused  # authentication is off, any password will do"
    else:
        secret = f"export NEO4J_PASSWORD_FILE={shlex.quote(str(password_file.resolve()))}"
    return [
        f"export NEO4J_URI={server.uri}",
        f"export NEO4J_USER={server.user}",
        secret,
        f"# Neo4j {server.version} on {server.home}; Ctrl-C stops it",
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry point of ``python -m graph.servers``."""
    parser = argparse.ArgumentParser(prog="python -m graph.servers", description="Run a real Neo4j Community.")
    parser.add_argument("line", choices=sorted(DISTRIBUTIONS), help="lts (5.26, Java 17) or current (CalVer, Java 25)")
    parser.add_argument("--home", type=Path, required=True, help="folder for data, logs and configuration")
    parser.add_argument("--port", type=int, default=7687, help="Bolt port on 127.0.0.1")
    parser.add_argument("--password-file", type=Path, help="turn authentication on with the password in this file")
    parser.add_argument("--heap", default=SMALL.heap)
    parser.add_argument("--page-cache", default=SMALL.page_cache)
    chosen = parser.parse_args(arguments)
    try:
        memory = Memory(chosen.heap, chosen.page_cache)
        return run_in_foreground(
            chosen.line, chosen.home, port=chosen.port, password_file=chosen.password_file, memory=memory
        )
    except CairnError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
