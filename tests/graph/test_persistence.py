"""Snapshots on disk: the same bytes back, mapped; anything damaged, foreign or of another schema is not used."""

from __future__ import annotations

import json
import logging
import os
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from graph import persistence
from graph.keys import NodeKey, digest
from graph.persistence import ARRAYS, MANIFEST, SnapshotFolder, load
from graph.snapshot import Snapshot, SnapshotBuilder, SnapshotVersion
from ontology.model import REFERENCE_TENANT
from tests.graph.same import same_snapshot
from tests.graph.small_graphs import MOMENT, TENANT, Drawn, edge, graphs, node

HEADS = {TENANT: 3, REFERENCE_TENANT: 2}


def sample(tenant: int = 3, reference: int = 2) -> Snapshot:
    ada, welding = NodeKey("Person", TENANT, "ada"), NodeKey("Skill", REFERENCE_TENANT, "welding")
    version = SnapshotVersion(TENANT, tenant, reference, MOMENT)
    held = edge("HAS_SKILL", ada, welding, level=3.5)
    nodes = [node("Person", "ada"), node("Skill", "welding", REFERENCE_TENANT)]
    return SnapshotBuilder(version).add([*nodes, held]).build()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graphs())
def test_a_snapshot_comes_back_as_it_was_and_is_written_in_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, drawn: Drawn
) -> None:
    snapshot = SnapshotBuilder(SnapshotVersion(TENANT, 3, 2, MOMENT)).add(drawn.records).build()
    first = SnapshotFolder(tmp_path_factory.mktemp("first")).save(snapshot)
    again = load(first)
    assert again is not None
    assert same_snapshot(again, snapshot)
    second = SnapshotFolder(tmp_path_factory.mktemp("second")).save(again)
    for name in (ARRAYS, MANIFEST):
        assert (first / name).read_bytes() == (second / name).read_bytes()


def test_loaded_arrays_are_mapped_and_cannot_be_changed(tmp_path: Path) -> None:
    again = load(SnapshotFolder(tmp_path).save(sample()))
    assert again is not None
    array = again.edges("HAS_SKILL").columns["level"].raw
    base: object = array
    while isinstance(base, np.ndarray) and not isinstance(base, np.memmap):
        base = base.base
    assert isinstance(base, np.memmap)
    assert type(array) is np.ndarray
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 0


def test_a_mapped_snapshot_outlives_its_files(tmp_path: Path) -> None:
    folder = SnapshotFolder(tmp_path)
    again = load(folder.save(sample()))
    assert again is not None
    for version in range(4, 9):
        folder.save(sample(tenant=version))
    assert same_snapshot(again, sample())


def test_the_newest_two_versions_are_kept(tmp_path: Path) -> None:
    folder = SnapshotFolder(tmp_path)
    paths = []
    for version in range(1, 6):
        paths.append(folder.save(sample(tenant=version)))
        os.utime(paths[-1], (version, version))
    assert [path.exists() for path in paths] == [False, False, False, True, True]
    newest = folder.load(TENANT, {TENANT: 9, REFERENCE_TENANT: 9})
    assert newest is not None
    assert newest.version.tenant == 5


def test_saving_the_same_version_twice_keeps_one(tmp_path: Path) -> None:
    folder = SnapshotFolder(tmp_path)
    assert folder.save(sample()) == folder.save(sample())
    assert len(list(tmp_path.glob("*/*"))) == 1


def test_an_abandoned_write_is_swept_away_later(tmp_path: Path) -> None:
    folder = SnapshotFolder(tmp_path)
    first = folder.save(sample())
    abandoned, fresh = first.parent / "a.tmp", first.parent / "b.tmp"
    abandoned.mkdir()
    fresh.mkdir()
    os.utime(abandoned, (0, 0))
    folder.save(sample(tenant=4))
    assert (abandoned.exists(), fresh.exists()) == (False, True)


@pytest.mark.parametrize("name", [ARRAYS, MANIFEST])
def test_a_single_changed_byte_anywhere_is_noticed(tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture) -> None:
    path = SnapshotFolder(tmp_path).save(sample())
    content = bytearray((path / name).read_bytes())
    places = [*range(0, len(content), max(len(content) // 40, 1)), len(content) - 2]
    for place in places:
        damaged = content.copy()
        damaged[place] ^= 0x01
        (path / name).write_bytes(damaged)
        again = load(path)
        assert again is None or same_snapshot(again, sample()), f"byte {place} of {name}"
    (path / name).write_bytes(content)
    assert load(path) is not None
    assert "damaged" in caplog.text


@pytest.mark.parametrize("name", [ARRAYS, MANIFEST])
def test_a_truncated_or_missing_file_is_noticed(tmp_path: Path, name: str) -> None:
    path = SnapshotFolder(tmp_path).save(sample())
    content = (path / name).read_bytes()
    for length in (len(content) - 1, len(content) // 2, 10, 0):
        (path / name).write_bytes(content[:length])
        assert load(path) is None
    (path / name).unlink()
    assert load(path) is None


def test_another_format_or_schema_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = SnapshotFolder(tmp_path).save(sample())
    sealed = json.loads((path / MANIFEST).read_text())
    manifest = json.loads(sealed["manifest"])
    newer = json.dumps({**manifest, "format": persistence.FORMAT + 1})
    monkeypatch.setattr(persistence, "schema_fingerprint", lambda: "another")
    assert load(path) is None
    monkeypatch.undo()
    (path / MANIFEST).write_text(json.dumps({"checksum": digest(newer), "manifest": newer}))
    assert load(path) is None


def test_a_snapshot_ahead_of_the_store_is_of_another_store(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = SnapshotFolder(tmp_path)
    folder.save(sample())
    assert folder.load(TENANT, HEADS) is not None
    assert folder.load(TENANT, {TENANT: 2, REFERENCE_TENANT: 2}) is None
    assert folder.load(TENANT, {TENANT: 3, REFERENCE_TENANT: 1}) is None
    assert "another store" in caplog.text
    assert folder.load("elsewhere", {"elsewhere": 9, REFERENCE_TENANT: 9}) is None


def test_the_older_snapshot_serves_when_the_newest_is_damaged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = SnapshotFolder(tmp_path)
    folder.save(sample(tenant=2))
    (folder.save(sample()) / ARRAYS).write_bytes(b"nothing")
    with caplog.at_level(logging.WARNING):
        again = folder.load(TENANT, HEADS)
    assert again is not None
    assert again.version.tenant == 2
    assert again.version.read_at - MOMENT == timedelta(0)
