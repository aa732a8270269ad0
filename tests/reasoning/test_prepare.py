from __future__ import annotations

from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.prepare import prepare
from reasoning.search import SEARCHED, name_index
from reasoning.terrain import terrain
from tests.reasoning.building import Company
from tests.reasoning.companies import solara


def test_prepared_tables_are_kept_and_go_with_the_snapshot() -> None:
    company, _ = solara()
    snapshot, other = company.snapshot(), company.snapshot()
    prepare(snapshot)
    assert derived(snapshot, terrain) is derived(snapshot, terrain)
    assert derived(snapshot, terrain) is not derived(other, terrain)
    assert {label: len(name_index(snapshot, label).names) for label in SEARCHED} == {
        "Role": 12,
        "Skill": 26,
        "Course": 10,
        "Person": 15,
    }


def test_a_table_is_built_once() -> None:
    calls = []

    def build(snapshot: Snapshot) -> str:
        calls.append(snapshot)
        return ""

    snapshot = Company().snapshot()
    assert derived(snapshot, build) == derived(snapshot, build) == ""
    assert len(calls) == 1


def test_an_empty_snapshot_can_be_prepared() -> None:
    prepare(Company().snapshot())
