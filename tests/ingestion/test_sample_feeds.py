"""The feeds of the sample company: valid rows, nothing dangling, the same bytes for a seed, loaded like any feed."""

from __future__ import annotations

import csv
import functools
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.store import NodeRecord
from ingestion.feeds import FEEDS
from ingestion.sample import FLAGSHIP, TENANT, ingest_sample
from ingestion.sample.__main__ import main
from ingestion.sample.authored import authored_people
from ingestion.sample.feeds import SOURCE, feeds
from ingestion.sample.generator import DEFAULT_SEED
from ingestion.sample.rows import Row
from ingestion.sample.writing import as_json_lines, write_feeds
from tests.ingestion.fake_store import FakeStore
from tests.ingestion.sample_world import graph_records, records


@functools.cache
def rows_of(seed: int = DEFAULT_SEED) -> dict[str, list[Row]]:
    return feeds(seed)


def test_there_is_every_feed_in_loading_order() -> None:
    assert list(rows_of()) == list(FEEDS)


def test_every_row_passes_its_contract_and_names_only_what_is_there() -> None:
    nodes, ends = set(), set()
    for record in records(DEFAULT_SEED):
        nodes |= {node.key for node in record.nodes}
        ends |= {(edge.rel_type, key) for edge in record.edges for key in (edge.start, edge.end)}
    missing = {(rel_type, key.label, key.tenant_id) for rel_type, key in ends if key not in nodes}
    assert missing == {("EQUIVALENT_TO", "Role", "_ref")}  # O*NET and ESCO occupations come from their own releases


def test_a_load_leaves_nothing_waiting_but_the_links_to_public_occupations() -> None:
    store = FakeStore()
    large = {"person_skills", "completions"}  # rows checked above; too many for a store in memory
    reports = ingest_sample(store, clock=lambda: datetime(2026, 10, 1, tzinfo=UTC), only=set(FEEDS) - large)
    assert [report.feed for report in reports] == [feed for feed in FEEDS if feed not in large]
    assert all(report.clean or report.feed == "roles" for report in reports)
    assert sum(sum(report.quarantined.values()) for report in reports) == 0
    waiting = {report.feed: report.waiting for report in reports if report.waiting}
    assert set(waiting) == {"roles"}
    labels = Counter(key.label for key in store.nodes if key.tenant_id == TENANT)
    assert (labels["Skill"], labels["Role"], labels["Course"]) == (479, 204, 244)
    assert labels["Person"] == len(rows_of()["people"])


def test_only_some_feeds_can_be_loaded() -> None:
    heard: list[tuple[int, int]] = []
    reports = ingest_sample(
        FakeStore(),
        clock=lambda: datetime(2026, 10, 1, tzinfo=UTC),
        only={"skills", "courses"},
        told=lambda read, total: heard.append((read, total)),
    )
    assert [report.feed for report in reports] == ["skills", "courses"]
    total = sum(len(rows_of()[feed]) for feed in ("skills", "courses"))
    assert heard == sorted(heard)
    assert heard[-1] == (total, total)


def test_the_source_says_that_the_people_are_generated() -> None:
    assert (SOURCE.system, SOURCE.dataset, SOURCE.synthetic) == ("sample", "Northlight Energy", True)
    assert SOURCE.licence == "Apache-2.0"
    assert SOURCE.attribution is not None
    assert "describe no real person" in SOURCE.attribution


def test_files_are_the_same_byte_for_byte_and_differ_by_seed(tmp_path: Path) -> None:
    for folder, seed in (("a", 3), ("b", 3), ("c", 4)):
        write_feeds(feeds(seed), tmp_path / folder)
    contents = {
        folder: {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()} for folder in ("a", "b", "c")
    }
    assert contents["a"] == contents["b"]
    assert set(contents["a"]) == {f"{feed}.csv" for feed in FEEDS}
    assert contents["a"]["people.csv"] != contents["c"]["people.csv"]
    assert contents["a"]["roles.csv"] == contents["c"]["roles.csv"]


def test_csv_holds_the_rows_with_lists_and_flags_as_the_contracts_read_them(tmp_path: Path) -> None:
    rows = rows_of(3)
    write_feeds({feed: rows[feed] for feed in ("people", "completions")}, tmp_path)
    with (tmp_path / "people.csv").open(encoding="utf-8") as file:
        written = list(csv.DictReader(file))
    assert [row["person_id"] for row in written] == [row["person_id"] for row in rows["people"]]
    assert written[0]["languages"].split("|") == rows["people"][0]["languages"]
    with (tmp_path / "completions.csv").open(encoding="utf-8") as file:
        assert {row["passed"] for row in csv.DictReader(file)} == {"true", "false"}


def test_json_lines_leave_out_what_is_not_said() -> None:
    line = as_json_lines("people", rows_of()["people"][:1])
    assert line.endswith(b"\n")
    assert b"null" not in line


def test_the_command_writes_and_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--out", str(tmp_path), "--format", "jsonl"]) == 0
    assert (tmp_path / "people.jsonl").read_bytes().count(b"\n") == len(rows_of()["people"])
    assert "role_skills" in capsys.readouterr().out


def test_statements_of_the_person_are_older_than_those_of_the_manager() -> None:
    said: dict[tuple[object, object], dict[object, object]] = {}
    for row in rows_of()["person_skills"]:
        said.setdefault((row["person_id"], row["skill_id"]), {})[row["method"]] = row["observed_at"]
    both = [moments for moments in said.values() if len(moments) == 2]
    assert len(both) > 300
    assert all(str(moments["self_declared"]) < str(moments["manager"]) for moments in both)


def test_no_row_speaks_of_a_use_that_came_after_it() -> None:
    rows = [row for row in rows_of()["person_skills"] if "last_used" in row]
    assert len(rows) > 11_000
    assert all(str(row["last_used"]) <= str(row["observed_at"])[:10] for row in rows)


def test_the_flagship_is_told_the_same_everywhere() -> None:
    written = authored_people()[FLAGSHIP.person_id]
    assert FLAGSHIP.story == written.story
    assert f"role {FLAGSHIP.target_role_id}" in written.interests


def test_second_identifiers_are_the_same_under_every_seed_and_belong_to_people_written_by_hand() -> None:
    default, other = rows_of(), rows_of(3)
    assert default["identities"] == other["identities"]
    linked = {str(row["person_id"]): str(row["same_as"]) for row in default["identities"]}
    assert set(linked.values()) <= set(authored_people()) - {FLAGSHIP.person_id}
    for feed in ("people", "employment", "completions", "consents"):
        mine = [row for row in default[feed] if row["person_id"] in linked]
        assert mine == [row for row in other[feed] if row["person_id"] in linked]
    assert len([row for row in default["people"] if row["person_id"] in linked]) == len(linked) == 5
    assert [row["person_id"] for row in default["identities"] if row["state"] == "separate"] == ["LMS-30118"]


def test_a_withdrawal_under_one_identifier_hides_the_other_in_the_sample() -> None:
    found = {each.key.id: each.properties for each in graph_records(DEFAULT_SEED) if isinstance(each, NodeRecord)}
    assert found["NE-0418"]["scopes"] == found["LMS-20418"]["scopes"] == []
    assert found["LMS-20311"]["scopes"] == found["NE-0311"]["scopes"] != []
    assert found["LMS-30118"]["scopes"] == [] != found["NE-0118"]["scopes"]
