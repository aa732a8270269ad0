"""The child process that hosts the embedded store. Runs as a plain script: it imports nothing of Cairn.

Protocol: one JSON line with the settings on standard input; one JSON line back, either ``{"bolt_port": n}`` or
``{"error": code}``; then it serves until standard input closes (its parent ended, however) or SIGTERM comes.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path
from typing import IO

LOCK_PATIENCE = 20.0
"""Seconds to wait for the lock when its owner's parent is gone: an orphan that is just closing its files."""


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _owner_is_served(lock_file: Path) -> bool:
    """Whether the process that started the current owner of the lock still lives."""
    try:
        return _alive(int(lock_file.read_text() or "0") or os.getpid())
    except (OSError, ValueError):
        return True


def _lock(data_dir: Path, parent: int) -> IO[str] | None:
    lock_file = data_dir / "lock"
    handle = lock_file.open("a+")
    deadline = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            if _owner_is_served(lock_file) or time.monotonic() > deadline:
                return None
            time.sleep(0.1)
    handle.truncate(0)
    handle.write(str(parent))
    handle.flush()
    return handle


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [int(each.getsockname()[1]) for each in sockets]
    finally:
        for each in sockets:
            each.close()


def _serve(settings: dict[str, str], answer: IO[str]) -> int:
    data_dir = Path(settings["data_dir"])
    held = _lock(data_dir, os.getppid())
    if held is None:
        answer.write(json.dumps({"error": "locked"}) + "\n")
        return 75
    # The user file of an earlier start holds an earlier random password; the server makes a new one.
    (data_dir / "config" / "server-users.jsonl").unlink(missing_ok=True)
    os.chdir(data_dir)
    # Heavy, so only once the lock is ours. The package ships no types.
    from arcadedb_embedded.server import ArcadeDBServer  # type: ignore[import-untyped]

    bolt_port, http_port = _free_ports(2)
    server = ArcadeDBServer(
        str(data_dir),
        settings["password"],
        {
            "host": "127.0.0.1",
            "http_port": http_port,
            "bolt_port": bolt_port,
            "mode": "development",
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        },
        {"heap_size": settings["heap"], "jvm_args": ["-Xms64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4"]},
    )
    server.start()
    server.create_database(settings["database"])
    answer.write(json.dumps({"bolt_port": bolt_port}) + "\n")
    answer.flush()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())

    def wait_for_parent() -> None:
        sys.stdin.read()
        stop.set()

    threading.Thread(target=wait_for_parent, daemon=True).start()
    while not stop.wait(1.0):
        pass
    server.stop()
    return 0


def main() -> int:
    """Serve until told to stop; the store's own output goes to ``store.log`` beside the data."""
    settings = json.loads(sys.stdin.readline())
    answer = os.fdopen(os.dup(1), "w")
    log = os.open(Path(settings["data_dir"]) / "store.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    return _serve(settings, answer)


if __name__ == "__main__":
    sys.exit(main())
