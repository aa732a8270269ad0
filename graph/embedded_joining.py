"""Using an embedded store that another process already serves from the same data directory. Starts nothing.

The server says in ``server.json`` where its door is. A process that holds a connection to the door keeps the server
alive; the last one to leave ends it, whoever started it.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import socket
from dataclasses import dataclass
from pathlib import Path

from graph.embedded_child import ADDRESS_FILE, KEPT, WELCOME

USER = "root"
DOOR_TIMEOUT = 10.0
LEAVE_TIMEOUT = 30.0


@dataclass(slots=True)
class JoinedServer:
    """A server that runs already, and our place at its door."""

    door: socket.socket
    uri: str
    user: str
    password: str

    def stop(self) -> None:
        """Leave; waits for the server's end when nobody else uses it. Safe to call twice."""
        with contextlib.suppress(OSError), self.door:
            self.door.shutdown(socket.SHUT_WR)
            self.door.settimeout(LEAVE_TIMEOUT)
            self.door.recv(len(KEPT))


def is_served(folder: Path) -> bool:
    """Whether a living process serves from the folder (or is about to, or just ends)."""
    try:
        with (folder / "lock").open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def join(folder: Path) -> JoinedServer | None:
    """Join the server of the folder; None when it does not let us in (it starts, it ends, it never was)."""
    try:
        address = json.loads((folder / ADDRESS_FILE).read_text("utf-8"))
        door = socket.create_connection(("127.0.0.1", int(address["door_port"])), DOOR_TIMEOUT)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    try:
        door.sendall(f"{address['password']}\n".encode())
        if door.recv(len(WELCOME)) == WELCOME:
            return JoinedServer(door, f"bolt://127.0.0.1:{address['bolt_port']}", USER, address["password"])
    except OSError:
        pass
    door.close()
    return None
