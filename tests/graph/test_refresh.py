"""The snapshot source: what it reads, when, and that readers neither wait nor see half of a change."""

from __future__ import annotations

import threading
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extraction import backlog, extract, store_identity, update
from graph.keys import NodeKey
from graph.persistence import ARRAYS
from graph.refresh import SnapshotSource
from graph.snapshot import Snapshot, SnapshotBuilder, SnapshotVersion
from graph.store import EdgeRecord, NodeRecord
from ontology.errors import StaleSnapshot, StoreUnavailable
from ontology.model import REFERENCE_TENANT
from tests.graph.memory_store import MemoryStore
from tests.graph.same import same_snapshot
from tests.graph.small_graphs import MOMENT, TENANT, Drawn, edge, graphs, node

ADA, BEN = NodeKey("Person", TENANT, "ada"), NodeKey("Person", TENANT, "ben")
WELDING = NodeKey("Skill", REFERENCE_TENANT, "welding")


class Clock:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.moment = MOMENT

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


def workshop() -> MemoryStore:
    return MemoryStore([
        node("Person", "ada"), node("Person", "ben"), node("Skill", "welding", REFERENCE_TENANT),
        edge("HAS_SKILL", ADA, WELDING, level=2.0),
    ])  # fmt: skip


def whole(store: MemoryStore, version: SnapshotVersion) -> Snapshot:
    return SnapshotBuilder(version).add([*store.nodes.values(), *store.held_edges.values()]).build()


def levels(snapshot: Snapshot) -> list[float | None]:
    column = snapshot.edges("HAS_SKILL").columns.get("level")
    return [] if column is None else [column.number(position) for position in range(len(column))]


@settings(max_examples=60)
@given(graphs(), graphs(), st.data())
def test_following_the_change_log_equals_reading_everything_again(
    before: Drawn, after: Drawn, data: st.DataObject
) -> None:
    store = MemoryStore(before.records)
    store.write(TENANT, kind="bulk")
    snapshot = extract(store, TENANT, MOMENT)
    assert same_snapshot(snapshot, whole(store, snapshot.version))
    for record in after.records:
        tenant_id = record.key.tenant_id if isinstance(record, NodeRecord) else str(record.properties["tenant_id"])
        store.write(tenant_id, [record])
    people = [key for key in store.nodes if key.label == "Person"]
    for person in data.draw(st.sets(st.sampled_from(people), max_size=2)):
        store.write(TENANT, kind="erasure", gone=[person])
    if store.held_edges:
        ended = store.held_edges[data.draw(st.sampled_from(sorted(store.held_edges)))]
        retracted = EdgeRecord(ended.edge_id, ended.rel_type, ended.start, ended.end,
                               {**ended.properties, "retracted_at": MOMENT})  # fmt: skip
        store.write(str(ended.properties["tenant_id"]), [retracted])
    pending = backlog(store, snapshot, store.head((TENANT, REFERENCE_TENANT)), MOMENT)
    changed = update(store, snapshot, pending)
    assert changed is not None
    assert same_snapshot(changed, whole(store, pending.version))
    assert store.calls["scan"] == 2


def test_a_small_change_is_read_by_key_and_a_bulk_load_whole() -> None:
    store, clock = workshop(), Clock()
    source = SnapshotSource(store, clock=clock)
    assert levels(source.current(TENANT)) == [2.0]
    store.calls.clear()
    assert source.refresh(TENANT) is source.current(TENANT)
    assert dict(store.calls) == {"head": 1}

    store.write(TENANT, [edge("HAS_SKILL", ADA, WELDING, level=4.0)])
    assert levels(source.refresh(TENANT)) == [4.0]
    assert (store.calls["scan"], store.calls["narrow_scan"]) == (0, 1)

    store.write(TENANT, [edge("HAS_SKILL", BEN, WELDING, level=1.0)], kind="bulk")
    assert levels(source.refresh(TENANT)) == [4.0, 1.0]
    assert store.calls["scan"] == 2


def test_a_tenant_follows_changes_of_the_classifications() -> None:
    store = workshop()
    source = SnapshotSource(store)
    assert source.current(TENANT).find(NodeKey("Skill", REFERENCE_TENANT, "brazing")) is None
    store.write(REFERENCE_TENANT, [node("Skill", "brazing", REFERENCE_TENANT)])
    snapshot = source.refresh(TENANT)
    assert snapshot.find(NodeKey("Skill", REFERENCE_TENANT, "brazing")) is not None
    assert (snapshot.version.tenant, snapshot.version.reference) == (1, 2)


def test_the_classifications_are_read_once_for_all_tenants() -> None:
    store = workshop()
    store.write("other", [node("Person", "eve", "other")])
    source = SnapshotSource(store)
    source.current(TENANT)
    before = store.calls["scan"]
    other = source.current("other")
    assert store.calls["scan"] - before == 2
    assert other.find(WELDING) is not None
    assert other.find(ADA) is None
    assert source.current(TENANT).find(NodeKey("Person", "other", "eve")) is None


@pytest.mark.parametrize("damage", ["gap", "vanished edge", "too much"])
def test_what_cannot_be_followed_is_read_whole(damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = workshop()
    source = SnapshotSource(store)
    source.current(TENANT)
    store.write(TENANT, [edge("HAS_SKILL", BEN, WELDING, level=5.0)])
    if damage == "gap":
        store.write(TENANT, [node("Person", "cem")])
        store.log = [change for change in store.log if (change.tenant_id, change.version) != (TENANT, 2)]
    elif damage == "vanished edge":
        store.write(TENANT, gone=[edge("HAS_SKILL", ADA, WELDING).edge_id])
    else:
        monkeypatch.setattr("graph.extraction.MOST_KEYS", 0)
    scans = store.calls["scan"]
    snapshot = source.refresh(TENANT)
    assert store.calls["scan"] > scans
    assert same_snapshot(snapshot, whole(store, snapshot.version))


def test_a_store_that_went_back_in_time_is_read_whole() -> None:
    store = workshop()
    store.write(TENANT, [node("Person", "cem")])
    source = SnapshotSource(store)
    source.current(TENANT)
    del store.nodes[NodeKey("Person", TENANT, "cem")]
    store.log = [change for change in store.log if change.version == 1]
    snapshot = source.refresh(TENANT)
    assert snapshot.version.tenant == 1
    assert snapshot.find(NodeKey("Person", TENANT, "cem")) is None


def test_withdrawals_and_erasures_count_before_the_next_refresh() -> None:
    store = workshop()
    source = SnapshotSource(store)
    seen = source.current(TENANT).version.tenant
    assert source.withdrawn(TENANT, seen) == frozenset()
    store.write(TENANT, [node("Person", "ada", scopes=[], scope_expiries=[])], kind="consent")
    store.write(TENANT, [node("Person", "cem")])
    store.write(TENANT, kind="erasure", gone=[BEN])
    assert source.withdrawn(TENANT, seen) == {"ada", "ben"}
    assert source.current(TENANT).version.tenant == seen
    newer = source.refresh(TENANT)
    assert source.withdrawn(TENANT, newer.version.tenant) == frozenset()
    assert not newer.consents(newer.resolve("Person", "ada"), "career_path", MOMENT)
    assert newer.find(BEN) is None


def test_age_counts_from_the_last_time_the_store_agreed() -> None:
    store, clock = workshop(), Clock()
    source = SnapshotSource(store, clock=clock, staleness_seconds=30)
    assert source.age(TENANT, clock.moment) == float("inf")
    source.current(TENANT)
    clock.advance(20)
    assert source.age(TENANT, clock.moment) == 20
    source.refresh(TENANT)
    assert source.age(TENANT, clock.moment) == 0
    clock.advance(31)
    with pytest.raises(StaleSnapshot, match="30 seconds"):
        source.current(TENANT)
    store.down = True
    with pytest.raises(StoreUnavailable):
        source.refresh(TENANT)
    assert source.age(TENANT, clock.moment) == 31


def test_a_restart_maps_the_file_and_reads_only_what_changed_since(tmp_path: Path) -> None:
    store = workshop()
    first = SnapshotSource(store, directory=tmp_path)
    first.current(TENANT)
    first.close()
    store.write(TENANT, [edge("HAS_SKILL", BEN, WELDING, level=3.0)])
    store.calls.clear()
    second = SnapshotSource(store, directory=tmp_path)
    assert levels(second.current(TENANT)) == [2.0, 3.0]
    second.close()
    assert dict(store.calls) == {"head": 1, "changes": 1, "scan": 1, "narrow_scan": 1}  # the scan: which store it is
    store.calls.clear()
    assert levels(SnapshotSource(store, directory=tmp_path).current(TENANT)) == [2.0, 3.0]
    assert dict(store.calls) == {"head": 1, "scan": 1}


def test_a_snapshot_never_serves_another_store_of_the_same_versions(tmp_path: Path) -> None:
    first, second = workshop(), workshop()
    for number, store in enumerate((first, second)):
        laid = node("SchemaMigration", "0001", REFERENCE_TENANT, recorded_at=MOMENT + timedelta(microseconds=number))
        store.nodes[laid.key] = laid
    second.held_edges.clear()
    assert levels(SnapshotSource(first, directory=tmp_path).current(TENANT)) == [2.0]
    assert levels(SnapshotSource(second, directory=tmp_path).current(TENANT)) == []
    assert store_identity(first) != store_identity(second)


def test_a_damaged_file_costs_a_rebuild_and_nothing_else(tmp_path: Path) -> None:
    store = workshop()
    SnapshotSource(store, directory=tmp_path).current(TENANT)
    for path in tmp_path.glob(f"*/*/*/{ARRAYS}"):
        path.write_bytes(b"\x93NUMPY nonsense")
    store.calls.clear()
    assert levels(SnapshotSource(store, directory=tmp_path).current(TENANT)) == [2.0]
    assert store.calls["scan"] == 5


def test_a_disk_that_cannot_be_written_costs_no_answer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert levels(SnapshotSource(workshop(), directory=blocked).current(TENANT)) == [2.0]
    assert "not persisted" in caplog.text


def test_new_snapshots_are_prepared_before_readers_get_them() -> None:
    store, prepared = workshop(), list[str]()
    source = SnapshotSource(store, prepare=lambda snapshot: prepared.append(str(snapshot.version)))
    source.current(TENANT)
    source.refresh(TENANT)
    store.write(TENANT, [node("Person", "cem")])
    source.refresh(TENANT)
    assert prepared == ["_ref@1+_ref@1", "northlight@1+_ref@1", "northlight@2+_ref@1"]


def test_the_background_survives_a_store_that_is_down(caplog: pytest.LogCaptureFixture) -> None:
    store = workshop()
    with SnapshotSource(store, poll_seconds=0.01, rest_after_rebuild=0) as source:
        before = source.current(TENANT)
        store.down = True
        _wait_until(lambda: "not renewed (STORE_UNAVAILABLE, 2 in a row)" in caplog.text)
        assert source.current(TENANT) is before
        store.down = False
        store.write(TENANT, [node("Person", "cem")])
        _wait_until(lambda: source.current(TENANT).version.tenant == 2)
    assert not any(thread.name == "cairn-snapshots" for thread in threading.enumerate())


def test_during_a_long_load_the_store_is_not_read_again_and_again() -> None:
    store = workshop()
    with SnapshotSource(store, poll_seconds=0.005, rest_after_rebuild=1e6) as source:
        source.current(TENANT)
        scans = store.calls["scan"]
        for number in range(20):
            store.write(TENANT, [node("Person", f"p{number}")], kind="bulk")
            time.sleep(0.005)
        assert store.calls["scan"] == scans


def test_readers_never_wait_and_never_see_half_a_change() -> None:
    """One writer, the background thread and four readers: each snapshot shows exactly one committed state."""
    store = workshop()
    stop, seen, faults = threading.Event(), set[int](), list[str]()
    ends = {number: NodeKey("Person", TENANT, f"p{number}") for number in range(100)}

    def read(source: SnapshotSource) -> None:
        while not stop.is_set():
            began = time.perf_counter()
            snapshot = source.current(TENANT)
            waited = time.perf_counter() - began
            people, held = len(snapshot.nodes("Person")), len(snapshot.edges("HAS_SKILL"))
            # Version 1 has two people and one edge; each later version adds one person with one edge.
            if not people - 2 == held - 1 == snapshot.version.tenant - 1:
                faults.append(f"{snapshot.version}: {people} people, {held} edges")
            if waited > 5.0:
                faults.append(f"waited {waited:.1f} s")
            seen.add(snapshot.version.tenant)

    with SnapshotSource(store, poll_seconds=0.001, rest_after_rebuild=0) as source:
        source.current(TENANT)
        readers = [threading.Thread(target=read, args=(source,)) for _ in range(4)]
        for reader in readers:
            reader.start()
        for number, key in ends.items():
            store.write(TENANT, [node("Person", f"p{number}"), edge("HAS_SKILL", key, WELDING, level=1.0)])
            time.sleep(0.002)
        _wait_until(lambda: source.current(TENANT).version.tenant == 101)
        stop.set()
        for reader in readers:
            reader.join()
    assert faults == []
    assert len(seen) > 5


def _wait_until(true: object, seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    assert callable(true)
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def test_a_state_that_answers_came_from_is_kept_before_it_is_replaced(tmp_path: Path) -> None:
    store = workshop()
    clock = Clock()
    with SnapshotSource(store, clock=clock, directory=tmp_path, persist_seconds=3600.0, kept=3) as source:
        source.current(TENANT)  # the first one is written anyway
        store.write(TENANT, [edge("HAS_SKILL", ADA, WELDING, level=3.0)])
        answered = source.refresh(TENANT)
        source.keep(answered.version)
        store.write(TENANT, [edge("HAS_SKILL", ADA, WELDING, level=4.0)])
        silent = source.refresh(TENANT)
        store.write(TENANT, [edge("HAS_SKILL", ADA, WELDING, level=5.0)])
        current = source.refresh(TENANT)
        then = source.at(TENANT, answered.version.tenant, answered.version.reference)
        assert then is not None
        assert then is not answered
        assert same_snapshot(then, answered)
        assert levels(then) == [3.0]
        assert source.at(TENANT, answered.version.tenant, answered.version.reference) is then
        assert source.at(TENANT, silent.version.tenant, silent.version.reference) is None
        assert source.at(TENANT, current.version.tenant, current.version.reference) is current
        assert source.at(TENANT, 99, 99) is None
        assert source.at("nobody", answered.version.tenant, answered.version.reference) is None


def test_only_so_many_states_are_kept(tmp_path: Path) -> None:
    store = workshop()
    seen = []
    with SnapshotSource(store, clock=Clock(), directory=tmp_path, persist_seconds=3600.0, kept=2) as source:
        for number in range(5):
            store.write(TENANT, [edge("HAS_SKILL", ADA, WELDING, level=number / 2)])
            seen.append(source.refresh(TENANT).version)
            source.keep(seen[-1])
            source._tenants[TENANT].keep_from = 0.0  # as if time had passed
        found = [source.at(TENANT, version.tenant, version.reference) is not None for version in seen]
    assert found == [False, False, True, True, True]


def test_writing_what_is_kept_never_takes_most_of_the_time(tmp_path: Path) -> None:
    store = workshop()
    with SnapshotSource(store, clock=Clock(), directory=tmp_path, persist_seconds=3600.0, kept=9) as source:
        source.current(TENANT)
        source._tenants[TENANT].keep_from = time.monotonic() + 60
        store.write(TENANT, [edge("HAS_SKILL", ADA, WELDING, level=3.0)])
        busy = source.refresh(TENANT).version
        source.keep(busy)
        store.write(TENANT, [edge("HAS_SKILL", ADA, WELDING, level=4.0)])
        source.refresh(TENANT)
        assert source.at(TENANT, busy.tenant, busy.reference) is None
