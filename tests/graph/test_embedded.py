"""The embedded store as a child process: locked, private, bound to its parent, safe from SIGKILL."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.embedded import open_embedded, start_embedded
from graph.neo4j_store import Neo4jStore, connect
from ontology.errors import StoreLocked, StoreRefused, StoreUnavailable
from tests.graph.contract import Company, content

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Neo4jStore]:
    store = open_embedded(tmp_path / "data")
    store.migrate()
    yield store
    store.close()


def test_data_survives_a_restart_and_migrations_run_once(tmp_path: Path, company: Company) -> None:
    store = open_embedded(tmp_path)
    assert len(store.migrate()) > 40
    company.load(store, company.skill("S1"))
    before = content(store, company.tenant)
    store.close()
    again = open_embedded(tmp_path)
    try:
        assert again.migrate() == []
        assert content(again, company.tenant) == before
    finally:
        again.close()


def test_a_second_process_on_the_same_directory_is_refused_by_name(tmp_path: Path) -> None:
    server = start_embedded(tmp_path)
    try:
        with pytest.raises(StoreLocked, match="--data-dir") as refusal:
            start_embedded(tmp_path)
        assert str(tmp_path) in refusal.value.message
    finally:
        server.stop()
    start_embedded(tmp_path).stop()


def test_the_password_is_random_and_needed(tmp_path: Path) -> None:
    server = start_embedded(tmp_path)
    try:
        assert len(server.password) >= 32
        intruder = connect(server.uri, server.user, "not-the-password", "cairn")
        with pytest.raises(StoreRefused, match="NEO4J_PASSWORD"):
            intruder.head(["x"])
        intruder.close()
        assert all(server.password not in file.read_text("utf-8", "replace") for file in tmp_path.rglob("*.log*"))
    finally:
        server.stop()


def test_a_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(StoreUnavailable, match="--data-dir"):
        open_embedded(blocked)


def test_a_damaged_directory_says_where_to_look(tmp_path: Path) -> None:
    database = tmp_path / "store" / "databases" / "cairn"
    database.mkdir(parents=True)
    (database / "schema.json").write_text("not a schema")
    (database / "configuration.json").write_text("{")
    with pytest.raises(StoreUnavailable, match=r"store\.log"):
        open_embedded(tmp_path)


def test_capabilities_tell_the_embedded_store_apart(opened: Neo4jStore) -> None:
    found = opened.capabilities()
    assert (found.product, found.edition) == ("ArcadeDB", "embedded")
    assert not found.enforces_read_mode
    assert not found.enforces_timeout
    assert not found.full_text


WRITER = """
import sys
from pathlib import Path
from graph.embedded import open_embedded
from tests.graph.contract import Company
store, company = open_embedded(Path(sys.argv[1])), Company("crash")
store.migrate()
company.load(store, *(company.skill(f"S{n}") for n in range(20)), *(company.person(f"P{n}") for n in range(12)))
print("ready", flush=True)
for person in range(12):
    company.load(store, *(company.holds(f"P{person}", f"S{skill}") for skill in range(20)))
    print(person, flush=True)
print("done", flush=True)
"""


def write_until_killed(data_dir: Path, after: int | None) -> int:
    """Run the writer; kill it without warning after so many acknowledged batches. Returns how many there were."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(data_dir)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    acknowledged = 0
    assert writer.stdout is not None
    with writer.stdout as lines:
        for line in lines:
            if line.strip().isdigit():
                acknowledged += 1
            if acknowledged == after:
                os.kill(writer.pid, signal.SIGKILL)
                break
    writer.wait(60)
    return acknowledged


@pytest.mark.slow
def test_killed_at_any_moment_and_run_again_the_graph_is_the_same(tmp_path: Path) -> None:
    crashed, whole = tmp_path / "crashed", tmp_path / "whole"
    assert write_until_killed(crashed, 5) == 5
    store = open_embedded(crashed)  # waits for the orphan to let go
    try:
        batches = [len(set(group)) for group in complete(store).values()]
        assert batches == [20] * len(batches)
        assert len(batches) >= 5
        company = Company("crash")
        versions = [entry.version for entry in store.changes("crash", 0)]
        assert versions == list(range(1, store.head(["crash"])["crash"] + 1))
        assert len(versions) == len(batches) + 1
        assert company.load(store, company.skill("S0")).nodes_unchanged == 2
    finally:
        store.close()
    write_until_killed(crashed, None)
    assert write_until_killed(whole, None) == 12
    assert stored(crashed) == stored(whole)


def complete(store: Neo4jStore) -> dict[str, list[str]]:
    """Edge ids by person; a batch writes all twenty of a person or none."""
    found: dict[str, list[str]] = {}
    for edge in store.scan(["crash"], relationships=["HAS_SKILL"]):
        found.setdefault(edge.start.id, []).append(edge.edge_id)  # type: ignore[union-attr]  # an edge
    return found


def stored(data_dir: Path) -> dict[str, dict[str, object]]:
    store = open_embedded(data_dir)
    try:
        return {key: dict(properties) for key, properties in content(store, "crash").items()}
    finally:
        store.close()


def test_the_child_ends_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from graph.embedded import start_embedded; "
        "print(start_embedded(Path(sys.argv[1])).process.pid, flush=True); time.sleep(600)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    with parent.stdout as lines:
        child = int(lines.readline())
    parent.kill()
    parent.wait(10)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and Path(f"/proc/{child}").exists() and not zombie(child):
        time.sleep(0.2)
    assert not Path(f"/proc/{child}").exists() or zombie(child)


def zombie(pid: int) -> bool:
    try:
        return ") Z" in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return True
