"""The child process that hosts the embedded store. Runs as a plain script: it imports nothing of Cairn.

Protocol: one JSON line with the settings on standard input; one JSON line back, either ``{"bolt_port": n}`` or
``{"error": code}``. Then it serves for as long as anybody uses it: its parent, until standard input closes (it ended,
however), and every process that joined at the door, until that connection closes. SIGTERM ends it at once.
Whoever leaves is told ``kept`` when others stay; else the end of the process is the answer.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
import signal
import socket
import sys
import threading
import time
from pathlib import Path
from typing import IO

ADDRESS_FILE = "server.json"
"""Where the server is and what lets a process in; readable by the owner of the data directory alone."""
WELCOME, KEPT = b"welcome\n", b"kept\n"
JIT = {"quick": ["-XX:TieredStopAtLevel=1"], "steady": []}
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


class Door:
    """Counts who uses the server; the last one out ends it. Nobody enters after that."""

    def __init__(self, address_file: Path, password: str) -> None:
        self.closed = threading.Event()
        self._address_file = address_file
        self._password = password
        self._users = 1
        self._guard = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))

    def open(self, bolt_port: int) -> None:
        """Let processes join, and say where."""
        threading.Thread(target=self._admit, daemon=True).start()
        port = int(self._listener.getsockname()[1])
        address = {"bolt_port": bolt_port, "door_port": port, "password": self._password}
        draft = self._address_file.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(address, file)
        draft.replace(self._address_file)

    def leave(self) -> bool:
        """One user is gone; whether others stay."""
        with self._guard:
            self._users -= 1
            if self._users > 0:
                return True
            self.close()
            return False

    def close(self) -> None:
        """Nobody can join any more; the server is to stop."""
        self.closed.set()
        self._address_file.unlink(missing_ok=True)

    def _enter(self) -> bool:
        with self._guard:
            if self.closed.is_set():
                return False
            self._users += 1
            return True

    def _admit(self) -> None:
        while True:
            guest, _ = self._listener.accept()
            threading.Thread(target=self._host, args=(guest,), daemon=True).start()

    def _host(self, guest: socket.socket) -> None:
        guest.settimeout(10)
        try:
            with guest.makefile("rwb") as line:
                if not secrets.compare_digest(line.readline(200).strip(), self._password.encode()) or not self._enter():
                    return
                try:
                    guest.settimeout(None)
                    line.write(WELCOME)
                    line.flush()
                    line.read()
                finally:
                    others = self.leave()
                if others:
                    line.write(KEPT)
                    line.flush()
                else:
                    threading.Event().wait()  # the end of this process is the answer
        except OSError:
            return
        finally:
            guest.close()


def _serve(settings: dict[str, str], answer: IO[str]) -> int:
    data_dir = Path(settings["data_dir"])
    held = _lock(data_dir, os.getppid())
    if held is None:
        answer.write(json.dumps({"error": "locked"}) + "\n")
        return 75
    # The user file of an earlier start holds an earlier random password; the server makes a new one.
    (data_dir / "config" / "server-users.jsonl").unlink(missing_ok=True)
    (data_dir / ADDRESS_FILE).unlink(missing_ok=True)
    os.chdir(data_dir)
    # Heavy, so only once the lock is ours. The package ships no types.
    from arcadedb_embedded.server import ArcadeDBServer  # type: ignore[import-untyped]

    bolt_port = int(settings["bolt_port"])
    server = ArcadeDBServer(
        str(data_dir),
        settings["password"],
        {
            "host": "127.0.0.1",
            "http_port": int(settings["http_port"]),
            "bolt_port": bolt_port,
            "mode": "development",
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        },
        {"heap_size": settings["heap"], "jvm_args": ["-Xms256m", "-XX:+UseSerialGC", *JIT[settings["jit"]]]},
    )
    server.start()
    server.create_database(settings["database"])
    door = Door(data_dir / ADDRESS_FILE, settings["password"])
    door.open(bolt_port)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: door.close())
    answer.write(json.dumps({"bolt_port": bolt_port}) + "\n")
    answer.flush()
    threading.Thread(target=_wait_for_parent, args=(door, answer), daemon=True).start()
    while not door.closed.wait(1.0):
        pass
    server.stop()
    return 0


def _wait_for_parent(door: Door, answer: IO[str]) -> None:
    sys.stdin.read()
    if door.leave():
        with contextlib.suppress(OSError):  # a parent that was killed does not listen
            answer.write(KEPT.decode())
            answer.flush()


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
