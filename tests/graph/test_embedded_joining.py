"""Several processes on one data directory: the second joins the first one's server, the last one out ends it."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph import embedded
from graph.embedded import EmbeddedServer, join_or_start, open_embedded, start_embedded
from graph.embedded_joining import JoinedServer, is_served, join
from ontology.errors import StoreLocked, StoreUnavailable
from tests.graph.contract import Company

ROOT = Path(__file__).resolve().parents[2]

USER = """
import sys
from pathlib import Path
from graph.embedded import open_embedded
from tests.graph.contract import Company
store, company = open_embedded(Path(sys.argv[1])), Company("shared")
store.migrate()
company.load(store, company.skill(sys.argv[2]))
print(store.head(["shared"])["shared"], flush=True)
sys.stdin.readline()
store.close()
"""


@contextmanager
def user(data_dir: Path, skill: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that opened the store, wrote one skill, and stays until it is told to go."""
    process = subprocess.Popen(
        [sys.executable, "-c", USER, str(data_dir), skill],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def said(process: subprocess.Popen[str]) -> int:
    """The version of the tenant after that process wrote."""
    assert process.stdout is not None
    return int(process.stdout.readline())


def leave(process: subprocess.Popen[str]) -> int:
    """Tell the process to close its store; its exit code."""
    process.communicate("\n", timeout=60)
    return process.returncode


def ended(data_dir: Path) -> bool:
    """Whether the server of the directory ends within half a minute."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and is_served(data_dir / "store"):
        time.sleep(0.1)
    return not is_served(data_dir / "store")


def test_a_second_process_joins_and_each_sees_what_the_other_writes(tmp_path: Path) -> None:
    store = open_embedded(tmp_path)
    store.migrate()
    with user(tmp_path, "S1") as other:
        version = said(other)
        assert store.head(["shared"]) == {"shared": version}
        company = Company("shared")
        company.load(store, company.skill("S2"))
        assert store.head(["shared"]) == {"shared": version + 1}
        assert leave(other) == 0
    assert store.head(["shared"]) == {"shared": version + 1}
    store.close()
    assert ended(tmp_path)
    assert not (tmp_path / "store" / "server.json").exists()


def test_whoever_started_it_may_go_first(tmp_path: Path) -> None:
    with user(tmp_path, "S1") as starter:
        version = said(starter)
        store = open_embedded(tmp_path)
        assert leave(starter) == 0
        assert store.head(["shared"]) == {"shared": version}
        store.close()
    assert ended(tmp_path)


def test_a_starter_that_is_killed_takes_nobody_with_it(tmp_path: Path) -> None:
    with user(tmp_path, "S1") as starter:
        version = said(starter)
        store = open_embedded(tmp_path)
        starter.send_signal(signal.SIGKILL)
        starter.wait(10)
        assert store.head(["shared"]) == {"shared": version}
        store.close()
    assert ended(tmp_path)


def test_a_guest_that_is_killed_does_not_keep_the_server(tmp_path: Path) -> None:
    server = start_embedded(tmp_path)
    with user(tmp_path, "S1") as guest:
        said(guest)
        guest.send_signal(signal.SIGKILL)
        guest.wait(10)
    deadline = time.monotonic() + 10
    while server_has_guests(server) and time.monotonic() < deadline:
        time.sleep(0.1)
    server.stop()
    assert server.process.returncode == 0
    assert ended(tmp_path)


def server_has_guests(server: EmbeddedServer) -> bool:
    """Whether somebody holds a connection to a port of the server: only the door may be left listening."""
    listing = subprocess.run(["ss", "-Htnp", "state", "established"], capture_output=True, text=True, check=False)
    return f"pid={server.process.pid}," in listing.stdout


def test_two_that_start_at_once_share_one_server(tmp_path: Path) -> None:
    with user(tmp_path, "S1") as one, user(tmp_path, "S2") as two:
        assert sorted([said(one), said(two)])[-1] == 2
        address = json.loads((tmp_path / "store" / "server.json").read_text())
        assert set(address) == {"bolt_port", "door_port", "password"}
        assert leave(one) == leave(two) == 0
    assert ended(tmp_path)


def test_the_address_is_for_the_owner_of_the_directory_alone(tmp_path: Path) -> None:
    server = start_embedded(tmp_path)
    try:
        address = tmp_path / "store" / "server.json"
        assert stat.S_IMODE(address.stat().st_mode) == 0o600
        assert stat.S_IMODE(address.parent.stat().st_mode) == 0o700
    finally:
        server.stop()


def test_a_wrong_password_at_the_door_does_not_count_as_a_user(tmp_path: Path) -> None:
    server = start_embedded(tmp_path)
    address = tmp_path / "store" / "server.json"
    address.write_text(json.dumps(json.loads(address.read_text()) | {"password": "guessed"}))
    assert join(tmp_path / "store") is None
    server.stop()
    assert server.process.returncode == 0


def test_an_address_left_behind_by_a_killed_server_is_not_believed(tmp_path: Path) -> None:
    first = start_embedded(tmp_path)
    left = (tmp_path / "store" / "server.json").read_text()
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.wait(10)
    first.end()
    assert (tmp_path / "store" / "server.json").read_text() == left
    second = join_or_start(tmp_path)
    try:
        assert isinstance(second, EmbeddedServer)
        assert (tmp_path / "store" / "server.json").read_text() != left
        guest = join_or_start(tmp_path)
        assert isinstance(guest, JoinedServer)
        guest.stop()
        guest.stop()
    finally:
        second.stop()


def test_a_server_that_dies_under_a_guest_is_not_available(tmp_path: Path) -> None:
    server = start_embedded(tmp_path)
    guest = open_embedded(tmp_path)
    guest.migrate()
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait(10)
    with pytest.raises(StoreUnavailable):
        guest.head(["x"])
    guest.close()
    server.end()


def test_a_server_that_lets_nobody_in_is_locked_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "JOIN_PATIENCE", 0.3)
    server = start_embedded(tmp_path)
    try:
        (tmp_path / "store" / "server.json").unlink()
        with pytest.raises(StoreLocked, match="--data-dir") as refusal:
            join_or_start(tmp_path)
        assert str(tmp_path) in refusal.value.message
    finally:
        server.stop()
