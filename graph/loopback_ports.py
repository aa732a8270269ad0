"""Ports on loopback for servers that are told their port on start and bind it seconds later.

Between the choice and the bind nobody else may take the port. An ephemeral port (``bind`` to 0) cannot promise that:
the kernel may hand it to the next who asks, and a server that lost it answers for another. So ports come from below
the range the kernel hands out, and each is held by a lock that the server inherits: held as long as it lives.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ontology.errors import PortInUse

FIRST, LAST = 20_000, 29_999
"""Below the kernel's own range (32,768 on Linux, 49,152 elsewhere) and above nearly all registered services."""

_TRIES = 500


@dataclass(frozen=True, slots=True)
class HeldPort:
    """A port that nobody else of this user takes while ``lock`` (a file descriptor to pass on) is open anywhere."""

    number: int
    lock: int


@contextmanager
def held_ports(count: int = 1) -> Iterator[tuple[HeldPort, ...]]:
    """Hold ``count`` free ports of 127.0.0.1. Raises ``PortInUse`` when hundreds of them in a row are taken."""
    with ExitStack() as locks:
        found: list[HeldPort] = []
        for _ in range(_TRIES):
            if len(found) == count:
                break
            number = FIRST + secrets.randbelow(LAST - FIRST + 1)
            lock = _locked(number)
            if lock is not None:
                locks.enter_context(lock)
                if is_free(number):
                    found.append(HeldPort(number, lock.fileno()))
        if len(found) < count:
            raise PortInUse(
                f"No free port between {FIRST} and {LAST} on 127.0.0.1.", remedy="Stop servers that run there."
            )
        yield tuple(found)


def is_free(number: int) -> bool:
    """Whether the port can be bound on 127.0.0.1 now."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", number))
        except OSError:
            return False
    return True


def _locked(number: int) -> IO[str] | None:
    folder = Path(tempfile.gettempdir()) / f"cairn-ports-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    lock = (folder / str(number)).open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return None
    return lock
