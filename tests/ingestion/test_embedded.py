"""The pipeline on the embedded store: what the store in memory promises holds on the real one, kill -9 included."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from graph.embedded import open_embedded
from graph.neo4j_store import Neo4jStore
from graph.store import GraphStore, NodeRecord
from tests.ingestion.contents import contents, live
from tests.ingestion.fake_store import FakeStore
from tests.ingestion.feeding import at, held, load
from tests.ingestion.world import PEOPLE, SKILLS, WORLD, Rows, many, unit


def ends(store: GraphStore, tenant: str, rel_type: str) -> list[tuple[str, str]]:
    return sorted((edge.start.id, edge.end.id) for edge in live(store, tenant, rel_type))


@pytest.mark.parametrize("seed", range(3))
def test_any_order_gives_what_the_store_in_memory_gives(embedded_store: Neo4jStore, tenant: str, seed: int) -> None:
    wanted, chooser = FakeStore(), random.Random(seed)
    for feed, rows in WORLD:
        load(wanted, feed, rows, tenant=tenant)
    for feed, rows in chooser.sample(WORLD, len(WORLD)):
        load(embedded_store, feed, chooser.sample(list(rows), len(rows)), tenant=tenant, batch_size=2)
    found, expected = contents(embedded_store, tenant), wanted.content()
    assert {name for name in found if name in expected["edges"]} == set(expected["edges"])
    for edge_id, values in expected["edges"].items():
        stored = {name: found[edge_id].get(name) for name in values}
        assert stored == values
    nodes = {name for name in found if ":" in name and not name.startswith("Assertion:")}
    assert nodes == set(expected["nodes"])
    assert {(e.feed, e.key, e.code) for e in held(embedded_store, tenant)} == {
        (e.feed, e.key, e.code) for e in held(wanted, tenant)
    }


def test_two_orders_give_the_same_graph_to_the_last_property(embedded_store: Neo4jStore, tmp_path: Path) -> None:
    one = _loaded(embedded_store, "same", WORLD)
    other = open_embedded(tmp_path)
    try:
        other.migrate()
        assert _loaded(other, "same", list(reversed(WORLD))) == one
        assert _loaded(other, "same", WORLD) == one
    finally:
        other.close()


def _loaded(store: GraphStore, tenant: str, feeds: Sequence[tuple[str, Rows]]) -> dict[str, dict[str, object]]:
    for feed, rows in feeds:
        load(store, feed, rows, tenant=tenant)
    return contents(store, tenant)


def test_a_corrected_row_clears_its_quarantine(embedded_store: Neo4jStore, tenant: str) -> None:
    load(embedded_store, "people", [{"person_id": "1", "country": "XX"}, {"person_id": "2"}], tenant=tenant)
    assert [(entry.key, entry.code, entry.field) for entry in held(embedded_store, tenant)] == [
        ("1", "BAD_COUNTRY", "country")
    ]
    report = load(embedded_store, "people", [{"person_id": "1", "country": "DE"}], tenant=tenant)
    assert (report.released, held(embedded_store, tenant)) == (1, [])


def test_what_waits_is_released_once_its_references_are_there(embedded_store: Neo4jStore, tenant: str) -> None:
    row = {"person_id": "1", "skill_id": "S1", "level": "3", "last_used": "2025-05-01"}
    assert load(embedded_store, "person_skills", [row], tenant=tenant).waiting == 1
    version = embedded_store.head([tenant])[tenant]
    load(embedded_store, "person_skills", [], tenant=tenant)
    assert embedded_store.head([tenant])[tenant] == version
    load(embedded_store, "people", PEOPLE, tenant=tenant)
    assert load(embedded_store, "skills", SKILLS, tenant=tenant).released == 1
    assert ends(embedded_store, tenant, "HAS_SKILL") == [("1", "S1")]
    assert held(embedded_store, tenant) == []


def test_a_circle_is_refused_also_when_it_closes_through_waiting_records(
    embedded_store: Neo4jStore, tenant: str
) -> None:
    for rows in ([unit(1, 2)], [unit(2, 3)], [unit(3, 1)]):
        report = load(embedded_store, "org_units", rows, tenant=tenant)
    assert (report.quarantined["CYCLE"], report.waiting) == (3, 0)
    assert {entry.code for entry in held(embedded_store, tenant)} == {"CYCLE"}
    assert ends(embedded_store, tenant, "PART_OF") == []
    assert load(embedded_store, "org_units", [unit(1, 2), unit(2, 3), unit(3)], tenant=tenant).released == 3
    assert ends(embedded_store, tenant, "PART_OF") == [("U1", "U2"), ("U2", "U3")]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_a_unit_that_moved_has_one_parent(embedded_store: Neo4jStore, tenant: str, order: tuple[int, ...]) -> None:
    load(embedded_store, "org_units", [unit(2), unit(3)], tenant=tenant, observed_at=at(2020))
    versions = [unit(1, 2, observed_at="2024-01-01"), unit(1, 3, observed_at="2025-01-01")]
    versions.append(unit(1, observed_at="2026-01-01"))
    for number in order:
        load(embedded_store, "org_units", [versions[number]], tenant=tenant)
    assert ends(embedded_store, tenant, "PART_OF") == []


def test_a_managers_word_outlives_the_removal_of_the_persons_own(embedded_store: Neo4jStore, tenant: str) -> None:
    load(embedded_store, "people", PEOPLE, tenant=tenant)
    load(embedded_store, "skills", SKILLS, tenant=tenant)
    row = {"person_id": "1", "skill_id": "S1"}
    load(
        embedded_store, "person_skills", [{**row, "method": "manager", "level": 4}], tenant=tenant, observed_at=at(2025)
    )
    own = {**row, "method": "self_declared"}
    load(embedded_store, "person_skills", [{**own, "level": 5}], tenant=tenant, observed_at=at(2025, 6))
    load(embedded_store, "person_skills", [{**own, "removed": True}], tenant=tenant, observed_at=at(2026))
    (edge,) = live(embedded_store, tenant, "HAS_SKILL")
    assert (edge.properties["level"], edge.properties["method"], edge.properties["confidence"]) == (
        4.0,
        "manager",
        0.84,
    )


def test_a_run_is_on_record_and_changes_no_version_by_itself(embedded_store: Neo4jStore, tenant: str) -> None:
    load(embedded_store, "people", PEOPLE, tenant=tenant)
    version = embedded_store.head([tenant])[tenant]
    load(embedded_store, "people", PEOPLE, tenant=tenant)
    assert embedded_store.head([tenant])[tenant] == version
    (run,) = [row for row in embedded_store.scan([tenant], nodes=["IngestRun"]) if isinstance(row, NodeRecord)]
    assert run.properties["finished_at"] == run.properties["started_at"]


@pytest.mark.slow
def test_killed_again_and_again_and_run_once_more_the_graph_is_the_same(
    embedded_store: Neo4jStore, tmp_path: Path
) -> None:
    """The loading process dies by SIGKILL at several points; what it leaves is whole, one more run completes it."""
    undisturbed = _loaded(embedded_store, "killed", many())
    for batches in (3, 14, 19):
        _load_and_kill(tmp_path, "killed", batches)
    store = open_embedded(tmp_path)
    with contextlib.closing(store):
        store.migrate()
        left = contents(store, "killed")
        assert 0 < len(left) < len(undisturbed)
        assertions = {name.rpartition(":")[2] for name in left if name.startswith("Assertion:")}
        for edge in live(store, "killed", "HAS_SKILL", "HOLDS_ROLE", "REPORTS_TO"):
            assert set(cast("list[str]", edge.properties["assertion_ids"])) <= assertions
        assert _loaded(store, "killed", many()) == undisturbed


def _load_and_kill(folder: Path, tenant: str, batches: int) -> None:
    command = [sys.executable, "-m", "tests.ingestion.ingesting_child", str(folder), tenant]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(batches)]
        os.kill(child.pid, signal.SIGKILL)
    assert all(lines)
    assert "end\n" not in lines


def test_identities_from_files_wait_are_refused_and_part_whichever_way_round(
    embedded_store: Neo4jStore, tenant: str
) -> None:
    def links() -> list[tuple[str, str]]:
        return ends(embedded_store, tenant, "SAME_PERSON_AS")

    rows = [
        {"person_id": "L1", "same_as": "1", "method": "email_match", "observed_at": "2026-02-01"},
        {"person_id": "2", "same_as": "2"},
        {"person_id": "L2", "same_as": "2", "identifier_system": "learnhub"},
    ]
    load(embedded_store, "people", [*PEOPLE, {"person_id": "L1"}], tenant=tenant)
    report = load(embedded_store, "identities", rows, tenant=tenant)
    assert (report.applied, dict(report.quarantined), report.waiting) == (1, {"SELF_REFERENCE": 1}, 1)
    (refused, waits) = sorted(held(embedded_store, tenant), key=lambda entry: entry.line)
    assert (refused.line, refused.field, refused.code) == (2, "same_as", "SELF_REFERENCE")
    assert refused.remedy == "Name two identifiers."
    assert (waits.line, waits.code) == (3, "MISSING_REFERENCE")
    assert links() == [("L1", "1")]
    load(embedded_store, "people", [{"person_id": "L2"}], tenant=tenant)
    assert links() == [("L1", "1"), ("L2", "2")]
    # HR parts them, named the other way round; the next export of the match does not join them again
    parted = {"person_id": "1", "same_as": "L1", "state": "separate", "method": "hr_decision"}
    load(embedded_store, "identities", [{**parted, "observed_at": "2026-02-20"}], tenant=tenant)
    assert links() == [("L2", "2")]
    load(embedded_store, "identities", [{**rows[0], "observed_at": "2026-03-20"}], tenant=tenant)
    assert links() == [("L2", "2")]
    load(embedded_store, "identities", [{**parted, "state": "same", "observed_at": "2026-04-01"}], tenant=tenant)
    assert links() == [("1", "L1"), ("L2", "2")]
