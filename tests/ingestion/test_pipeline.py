"""The run on a small store in memory: quarantine, waiting, duplicates, circles, versions, crashes, any order."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.changes import Applied, ChangeSet, NodeStatement, Provenance, Record
from graph.keys import NodeKey
from ingestion.connector import Item, Note
from ingestion.hr import ingest_rows, row_connector
from ingestion.pipeline import run
from ingestion.report import RunReport
from ingestion.sources import SourceDescription
from tests.ingestion.fake_store import Crash, FakeStore
from tests.ingestion.feeding import NOW, TENANT, at, clock, held, load, load_text
from tests.ingestion.world import PEOPLE, SKILLS, WORLD, unit


def parents(store: FakeStore) -> list[tuple[str, str]]:
    return sorted((edge.start.id, edge.end.id) for edge in store.live("PART_OF"))


def test_a_clean_load_is_reported_to_the_row() -> None:
    store = FakeStore()
    report = load(store, "people", PEOPLE, batch_size=2)
    plain = report.as_dict()
    assert plain.pop("version") == store.versions[TENANT] - 1
    assert plain == {
        "feed": "people", "tenant_id": TENANT, "source_id": "hris:people", "read": 3, "applied": 3, "written": 3,
        "unchanged": 0, "assertions": 0, "quarantined": {}, "waiting": 0, "released": 0, "notes": {}, "seconds": 0.0,
    }  # fmt: skip
    again = load(store, "people", PEOPLE)
    assert (again.written, again.unchanged, again.clean) == (0, 3, True)


def test_progress_is_told_after_each_batch() -> None:
    seen: list[tuple[str, int]] = []
    ingest_rows(
        FakeStore(), "people", PEOPLE, TENANT, file="f", clock=clock, observed_at=NOW, batch_size=2,
        progress=lambda report: seen.append((report.phase, report.read)),
    )  # fmt: skip
    phases = [("checking", 0), ("writing", 0), ("writing", 2), ("writing", 3), ("retrying", 3), ("done", 3)]
    assert seen == phases


def test_a_bad_row_goes_to_quarantine_and_the_corrected_file_clears_it(tmp_path: Path) -> None:
    store = FakeStore()
    bad = "person_id,country,hired_on\n1,DE,2019-04-01\n2,XX,2019-04-01\n3,FR,2199-01-01\n"
    report = load_text(store, "people", bad, tmp_path)
    assert (report.read, report.applied, dict(report.quarantined)) == (3, 1, {"BAD_COUNTRY": 1, "DATE_OUT_OF_RANGE": 1})
    assert [(e.file, e.line, e.key, e.field, e.code) for e in held(store)] == [
        ("people.csv", 3, "2", "country", "BAD_COUNTRY"),
        ("people.csv", 4, "3", "hired_on", "DATE_OUT_OF_RANGE"),
    ]
    report = load_text(store, "people", bad.replace("XX", "AT").replace("2199", "2019"), tmp_path)
    assert (report.clean, report.released, held(store)) == (True, 2, [])
    clean = FakeStore()
    load_text(clean, "people", bad.replace("XX", "AT").replace("2199", "2019"), tmp_path)
    assert store.content() == clean.content()


def test_rows_without_a_key_are_cleared_by_a_file_of_the_same_name(tmp_path: Path) -> None:
    store = FakeStore()
    load_text(store, "people", "person_id,country\n,DE\n2,FR,x\n3\n", tmp_path)
    assert [(entry.line, entry.code, entry.unreadable) for entry in held(store)] == [
        (2, "MISSING_FIELD", True),
        (3, "RAGGED_ROW", False),
        (4, "RAGGED_ROW", False),
    ]
    load_text(store, "people", "person_id,country\n8,DE\n", tmp_path, name="others.csv")
    assert len(held(store)) == 3
    report = load_text(store, "people", "person_id,country\n1,DE\n2,FR\n3,\n", tmp_path)
    assert (report.released, held(store)) == (3, [])


def test_the_key_of_a_refused_row_is_that_of_the_corrected_one() -> None:
    store = FakeStore()
    load(store, "people", PEOPLE)
    load(store, "roles", [{"role_id": "R1", "name": "Engineer"}])
    row = {"person_id": " 1 ", "role_id": "R1", "start_date": "2022-09-01"}
    load(store, "employment", [{**row, "end_date": "2021-01-01"}])
    assert [(entry.key, entry.code) for entry in held(store)] == [("1|R1|2022-09-01", "END_BEFORE_START")]
    load(store, "employment", [{**row, "end_date": "2023-01-01"}])
    assert held(store) == []


def test_a_row_that_names_something_unknown_waits_and_is_released_by_a_later_run() -> None:
    store = FakeStore()
    row = {"person_id": "1", "skill_id": "S1", "level": "3"}
    report = load(store, "person_skills", [row])
    assert (report.waiting, report.applied, report.clean) == (1, 0, False)
    assert [(entry.missing, entry.waits) for entry in held(store)] == [
        ((f"Person:{TENANT}:1", f"Skill:{TENANT}:S1"), True)
    ]
    assert load(store, "people", PEOPLE).released == 0
    report = load(store, "skills", SKILLS)
    assert (report.released, held(store), len(store.live("HAS_SKILL"))) == (1, [], 1)


def test_records_that_still_miss_something_are_not_tried_in_vain() -> None:
    store = FakeStore()
    load(store, "person_skills", [{"person_id": "1", "skill_id": "S1", "level": "3"}])
    before = store.commits
    load(store, "people", PEOPLE)
    assert store.commits - before == 3  # the start of the journal, one batch, its end


def test_within_a_file_the_order_of_rows_and_batches_does_not_matter() -> None:
    results = []
    for rows in ([unit(1, 2), unit(2, 3), unit(3)], [unit(3), unit(2, 3), unit(1, 2)]):
        store = FakeStore()
        report = load(store, "org_units", rows, batch_size=1)
        assert (report.applied, report.waiting, held(store)) == (3, 0, [])
        results.append(store.content())
    assert results[0] == results[1]


def test_of_duplicates_the_newest_counts_identical_ones_once_contradictions_not_at_all() -> None:
    store = FakeStore()
    report = load(
        store,
        "skills",
        [
            {"skill_id": "S1", "name": "Old", "observed_at": "2025-01-01"},
            {"skill_id": "S1", "name": "New", "observed_at": "2026-01-01"},
            {"skill_id": "S2", "name": "Same"},
            {"skill_id": "S2", "name": "Same"},
            {"skill_id": "S3", "name": "This"},
            {"skill_id": "S3", "name": "That"},
        ],
    )
    assert dict(report.notes) == {"repeated_rows": 1, "older_versions": 1}
    assert dict(report.quarantined) == {"DUPLICATE_CONFLICT": 2}
    assert {key.id: node.properties["name"] for key, node in store.nodes.items() if key.label == "Skill"} == {
        "S1": "New",
        "S2": "Same",
    }
    (entry,) = held(store)
    assert "Rows 5, 6" in entry.reason
    assert load(store, "skills", [{"skill_id": "S3", "name": "This"}]).released == 1


@pytest.mark.parametrize("seed", range(3))
def test_a_circle_in_a_file_is_refused_whole_in_any_order(seed: int) -> None:
    store = FakeStore()
    rows = [unit(1, 2), unit(2, 3), unit(3, 1), unit(4), unit(5, 4)]
    random.Random(seed).shuffle(rows)
    report = load(store, "org_units", rows)
    assert dict(report.quarantined) == {"CYCLE": 3}
    assert {entry.reason for entry in held(store)} == {"It closes a circle: U1 -> U2 -> U3 -> U1."}
    assert parents(store) == [("U5", "U4")]
    report = load(store, "org_units", [unit(1, 2), unit(2, 3), unit(3)])
    assert (report.clean, held(store), parents(store)) == (True, [], [("U1", "U2"), ("U2", "U3"), ("U5", "U4")])


def test_a_circle_with_what_is_stored_is_refused_and_a_swap_is_not() -> None:
    store = FakeStore()
    load(store, "org_units", [unit(1, 2), unit(2)], observed_at=at(2025))
    report = load(store, "org_units", [unit(2, 1)], observed_at=at(2026))
    assert (dict(report.quarantined), parents(store)) == ({"CYCLE": 1}, [("U1", "U2")])
    report = load(store, "org_units", [unit(2, 1), unit(1)], observed_at=at(2026))
    assert (report.clean, parents(store)) == (True, [("U2", "U1")])


def test_where_the_newest_version_closes_a_circle_the_one_before_it_counts() -> None:
    store = FakeStore()
    versions = [unit(1, 3, observed_at="2024-01-01"), unit(1, 2, observed_at="2025-01-01")]
    report = load(store, "org_units", [*versions, unit(2, 1), unit(3)])
    assert (dict(report.quarantined), parents(store)) == ({"CYCLE": 2}, [("U1", "U3")])


def test_a_late_version_that_a_stored_one_has_replaced_closes_no_circle() -> None:
    store = FakeStore()
    load(store, "org_units", [unit(1), unit(2)], observed_at=at(2025))
    load(store, "org_units", [unit(2, 1)], observed_at=at(2025, 6))
    report = load(store, "org_units", [unit(1, 2)], observed_at=at(2024))
    assert (report.clean, parents(store)) == (True, [("U2", "U1")])


def test_a_record_that_waited_is_refused_when_it_would_close_a_circle() -> None:
    store = FakeStore()
    load(store, "org_units", [unit(1, 2)])
    load(store, "org_units", [unit(2, 3)])
    load(store, "org_units", [unit(3, 1)])
    assert {entry.code for entry in held(store)} == {"CYCLE"}
    assert parents(store) == []


def test_managers_may_swap_but_not_on_one_day() -> None:
    store = FakeStore()
    load(store, "people", PEOPLE)
    load(store, "roles", [{"role_id": "R1", "name": "Engineer"}])

    def job(person: str, manager: str, start: str, end: str | None) -> dict[str, object]:
        row: dict[str, object] = {
            "person_id": person, "role_id": "R1", "start_date": start, "manager_id": manager,
        }  # fmt: skip
        return row if end is None else {**row, "end_date": end}

    swap = [job("1", "2", "2015-01-01", "2019-12-31"), job("2", "1", "2020-01-01", None)]
    assert load(store, "employment", swap).clean
    report = load(store, "employment", [job("2", "3", "2021-01-01", None), job("3", "2", "2022-01-01", None)])
    assert dict(report.quarantined) == {"CYCLE": 2}


def test_overlaps_and_gaps_in_a_history_are_kept_and_noted() -> None:
    store = FakeStore()
    load(store, "people", PEOPLE)
    load(store, "roles", [{"role_id": f"R{number}", "name": "Role"} for number in (1, 2, 3)])

    def job(person: str, role: int, start: str, end: str | None = None) -> dict[str, object]:
        row: dict[str, object] = {"person_id": person, "role_id": f"R{role}", "start_date": start}
        return row if end is None else {**row, "end_date": end}

    report = load(
        store,
        "employment",
        [
            job("1", 1, "2015-01-01", "2017-12-31"),
            job("1", 2, "2018-01-01", "2020-12-31"),
            job("1", 3, "2020-06-01"),
            job("2", 1, "2015-01-01", "2015-12-31"),
            job("2", 2, "2017-01-01"),
            job("2", 1, "2016-01-01", "2016-06-30"),
        ],
    )
    assert (dict(report.notes), report.clean) == ({"overlapping_roles": 1, "gaps_in_history": 1}, True)
    assert len(store.live("HOLDS_ROLE")) == 6


def test_a_unit_that_moved_has_one_parent_in_whatever_order_its_versions_arrive() -> None:
    versions = [
        [unit(1, 2, observed_at="2024-01-01")],
        [unit(1, 3, observed_at="2025-01-01")],
        [unit(1, 4, observed_at="2026-01-01")],
    ]
    contents = []
    for order in ([0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]):
        store = FakeStore()
        load(store, "org_units", [unit(2), unit(3), unit(4)], observed_at=at(2020))
        for number in order:
            load(store, "org_units", versions[number])
        assert parents(store) == [("U1", "U4")]
        contents.append(store.content())
    assert all(content == contents[0] for content in contents)


def test_removing_one_statement_leaves_those_of_others() -> None:
    store = FakeStore()
    load(store, "people", PEOPLE)
    load(store, "skills", SKILLS)
    base = {"person_id": "1", "skill_id": "S1"}
    load(store, "person_skills", [{**base, "method": "manager", "level": "4"}], observed_at=at(2025))
    load(store, "person_skills", [{**base, "method": "self_declared", "level": "5"}], observed_at=at(2025, 6))
    assert store.live("HAS_SKILL")[0].properties["level"] == 5.0
    load(store, "person_skills", [{**base, "method": "self_declared", "removed": True}], observed_at=at(2026))
    assert store.live("HAS_SKILL")[0].properties["level"] == 4.0
    load(store, "person_skills", [{**base, "method": "manager", "removed": True}], observed_at=at(2026))
    assert store.live("HAS_SKILL") == []


def test_an_old_assessment_exported_today_does_not_outrank_what_a_manager_said_later() -> None:
    store = FakeStore()
    load(store, "people", PEOPLE)
    load(store, "skills", SKILLS)
    load(store, "person_skills", [{"person_id": "1", "skill_id": "S1", "level": "4"}], observed_at=at(2024))
    sitting = {"assessment_id": "A1", "person_id": "1", "skill_id": "S1", "taken_on": "2019-05-01"}
    load(store, "assessments", [{**sitting, "level": "2"}], observed_at=at(2026))
    assert store.live("HAS_SKILL")[0].properties["level"] == 4.0
    load(store, "person_skills", [{"person_id": "1", "skill_id": "S1", "removed": True}], observed_at=at(2026))
    assert store.live("HAS_SKILL")[0].properties["level"] == 2.0
    load(store, "assessments", [{**sitting, "level": "3"}], observed_at=at(2026, 2))
    assert store.live("HAS_SKILL")[0].properties["level"] == 3.0
    load(store, "assessments", [{**sitting, "removed": True}], observed_at=at(2026, 3))
    assert (store.live("HAS_SKILL"), store.live("ASSESSED")) == ([], [])


def expected() -> FakeStore:
    store = FakeStore()
    for feed, rows in WORLD:
        load(store, feed, rows)
    return store


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(WORLD))), st.integers(1, 4), st.randoms(use_true_random=False))
def test_any_order_of_feeds_rows_and_batches_gives_the_same_graph(
    order: list[int], batch_size: int, shuffler: random.Random
) -> None:
    store, wanted = FakeStore(), expected()
    for number in order:
        feed, rows = WORLD[number]
        load(store, feed, shuffler.sample(list(rows), len(rows)), batch_size=batch_size)
    assert store.content() == wanted.content()
    assert {(e.feed, e.key, e.code) for e in held(store)} == {(e.feed, e.key, e.code) for e in held(wanted)}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WORLD) - 1), st.integers(0, 4)), max_size=8))
def test_crashes_and_repetitions_leave_no_trace(crashes: list[tuple[int, int]]) -> None:
    store, wanted = FakeStore(), expected()
    for number, commits in crashes:
        store.crash_after = store.commits + commits
        with contextlib.suppress(Crash):
            load(store, *WORLD[number], batch_size=1)
        store.crash_after = None
    for feed, rows in WORLD:
        load(store, feed, rows)
    assert store.content() == wanted.content()


def test_a_large_source_is_read_twice_with_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingestion.pipeline.KEPT_IN_MEMORY", 2)
    store = FakeStore()
    report = load(store, "org_units", [unit(1, 2), unit(2, 3), unit(3, 1), unit(4), unit(5, 4)])
    assert (report.read, dict(report.quarantined), parents(store)) == (5, {"CYCLE": 3}, [("U5", "U4")])


def test_unscreened_sources_are_written_as_they_are() -> None:
    store = FakeStore()
    connector = row_connector("org_units", [unit(1, 2), unit(2, 1)], TENANT, file="f", observed_at=NOW)
    report: RunReport = run(connector, store, clock=clock, screened=False)
    assert (report.clean, parents(store)) == (True, [("U1", "U2"), ("U2", "U1")])


@dataclass(frozen=True, slots=True)
class Listed:
    """A connector over a list."""

    feed: str
    tenant_id: str
    items: Sequence[Item]

    @property
    def source(self) -> NodeStatement:
        return SourceDescription("onet", "db").statement(self.tenant_id)

    def records(self) -> Iterator[Item]:
        return iter(self.items)


def test_loading_a_classification_releases_what_waits_for_it_in_every_tenant() -> None:
    store = FakeStore()
    load(store, "people", PEOPLE)
    load(store, "interests", [{"person_id": "1", "role_id": "17-2071.00"}])
    assert [entry.missing for entry in held(store)] == [("Role:_ref:17-2071.00",)]
    stamp = Provenance("onet:db", "occupations:17-2071.00", NOW)
    role = NodeStatement(NodeKey("Role", "_ref", "17-2071.00"), {"name": "Engineers", "scheme": "onet"}, stamp)
    items: list[Item] = [Record("17-2071.00", "o.txt", 2, (role,)), Note("suppressed", 3), Note("suppressed")]
    report = run(Listed("onet", "_ref", items), store, clock=clock)
    assert (report.released, report.waiting, dict(report.notes), held(store)) == (1, 0, {"suppressed": 4}, [])


def test_a_run_leaves_a_trace_with_its_report_and_an_interrupted_one_without() -> None:
    store = FakeStore()
    load(store, "people", PEOPLE)
    store.crash_after = store.commits + 1
    with pytest.raises(Crash):
        load(store, "skills", SKILLS)
    runs = {key.id.split("|")[1]: node.properties for key, node in store.nodes.items() if key.label == "IngestRun"}
    assert "finished_at" not in runs["skills"]
    assert runs["people"]["finished_at"] == NOW
    assert '"read":3' in str(runs["people"]["report"])


class Listening(FakeStore):
    """Notes the run of every batch with edges."""

    runs: ClassVar[list[str | None]] = []

    def apply(self, changes: ChangeSet) -> Applied:
        self.runs.extend([changes.run] if any(record.edges for record in changes.records) else [])
        return super().apply(changes)


def test_what_a_run_writes_names_the_run_and_so_does_what_it_releases() -> None:
    Listening.runs.clear()
    store = Listening()
    for feed, rows in (
        ("people", PEOPLE),
        ("person_skills", [{"person_id": "1", "skill_id": "S1"}]),  # waits for the skill
        ("skills", SKILLS),
    ):
        load(store, feed, rows)
    # Tried in the run that brought it, written in the one that brought what it waited for.
    assert [str(name).split("|")[1] for name in Listening.runs] == ["person_skills", "skills"]
    assert set(Listening.runs) <= {key.id for key in store.nodes if key.label == "IngestRun"}


def test_a_company_cannot_write_into_the_classifications() -> None:
    store = FakeStore()
    report = load(store, "roles", [{"role_id": "y", "name": "y"}], tenant="_ref")
    assert dict(report.quarantined) == {"RESERVED_ID": 1}
