"""Kept tables of the transition model: mapped again when they fit, absent when anything is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from api import landscape_files
from api.landscape_files import MANIFEST, LandscapeFolder
from graph.snapshot import Snapshot
from reasoning.transitions import Order, adjacent, landscape, remembering, scores
from tests.reasoning.building import Company
from tests.reasoning.occupations import occupations


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test begins with nothing remembered, and even few roles are worth keeping."""
    monkeypatch.setattr(landscape_files, "LEAST_ROLES", 1)
    before = dict(remembering._known)
    remembering._known.clear()
    yield
    remembering._known.clear()
    remembering._known.update(before)


def world() -> Company:
    """The occupations and one person."""
    company = occupations()
    company.person("first")
    return company


@pytest.fixture
def built(tmp_path: Path) -> LandscapeFolder:
    """A folder that holds the tables of the occupations."""
    folder, snapshot = LandscapeFolder(tmp_path), world().snapshot()
    assert not folder.prime(snapshot)
    landscape(snapshot)
    folder.keep(snapshot)
    remembering._known.clear()
    return folder


def told(snapshot: Snapshot) -> object:
    roles = list(snapshot.nodes("Role"))
    pairs = [(one, other) for one in roles for other in roles]
    return scores(snapshot, pairs), [adjacent(snapshot, role, Order.SIMILARITY, 5) for role in roles]


def test_kept_tables_give_the_same_scores(built: LandscapeFolder) -> None:
    expected = told(world().snapshot())
    remembering._known.clear()
    snapshot = world().snapshot()
    assert built.prime(snapshot)
    land = landscape(snapshot)
    assert isinstance(land.work["subject"], np.memmap)
    assert told(snapshot) == expected


def test_another_catalogue_has_no_tables(built: LandscapeFolder) -> None:
    company = world()
    company.role("one more")
    assert not built.prime(company.snapshot())


def test_people_do_not_matter(built: LandscapeFolder) -> None:
    company = world()
    company.person("somebody")
    assert built.prime(company.snapshot())


def test_damage_counts_as_absent(built: LandscapeFolder, caplog: pytest.LogCaptureFixture) -> None:
    (folder,) = built.root.iterdir()
    table = folder / "work.subject.npy"
    content = bytearray(table.read_bytes())
    content[-1] ^= 1
    table.write_bytes(bytes(content))
    assert not built.prime(world().snapshot())
    assert "damaged" in caplog.text
    (folder / MANIFEST).write_text(json.dumps({"arrays": {}, "rest": {}}))
    assert not built.prime(world().snapshot())
    assert "cannot be read" in caplog.text
    (folder / MANIFEST).unlink()
    assert not built.prime(world().snapshot())


def test_tables_of_other_code_are_not_used(built: LandscapeFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landscape_files, "code_fingerprint", lambda: "other")
    assert not built.prime(world().snapshot())


def test_only_the_last_two_are_kept_and_a_place_that_cannot_be_written_is_no_fault(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = LandscapeFolder(tmp_path / "kept")
    for number in range(4):
        company: Company = world()
        company.role(f"role {number}")
        snapshot = company.snapshot()
        landscape(snapshot)
        folder.keep(snapshot)
        folder.keep(snapshot)
    assert len(list(folder.root.iterdir())) == 2
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    LandscapeFolder(blocked).keep(snapshot)
    assert "not kept" in caplog.text
