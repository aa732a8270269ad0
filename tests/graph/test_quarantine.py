"""The contract of the quarantine: nothing half-written, nothing lost, nothing kept too long."""

from __future__ import annotations

from graph.changes import Record, Rejection
from graph.neo4j_store import Neo4jStore
from graph.scope import Purpose
from graph.waiting import decode_record
from tests.graph.contract import Company, content, day


def rejection(key: str, line: int = 3, reason: str = "Level 9 is above 5.") -> Rejection:
    return Rejection(key, "skills.csv", line, "OUT_OF_RANGE", reason, "Give a level from 0 to 5.", "level", '{"l":9}')


def kept(store: Neo4jStore, company: Company) -> list[dict[str, object]]:
    return store.read("quarantine", company.scope(Purpose.GOVERNANCE), feed=None, limit=100)


def waiting(store: Neo4jStore, company: Company) -> list[Record]:
    rows = store.read("quarantine_waiting", company.scope(Purpose.GOVERNANCE), after="", limit=100)
    return [decode_record(str(row["payload"])) for row in rows]


def test_a_record_whose_references_are_missing_waits_whole(store: Neo4jStore, company: Company) -> None:
    both = Record(
        "two",
        "skills.csv",
        7,
        company.skill("S2").nodes,
        (*company.holds("P1", "S1").edges, *company.holds("P1", "S2").edges),
    )
    applied = company.load(store, both, company.skill("S9"))
    assert (applied.waiting, applied.nodes_written, applied.edges_written) == (["two"], 2, 0)
    (entry,) = kept(store, company)
    assert entry["missing"] == [f"Person:{company.tenant}:P1", f"Skill:{company.tenant}:S1"]
    assert (entry["code"], entry["file"], entry["line"]) == ("MISSING_REFERENCE", "skills.csv", 7)
    assert entry["reason"] == "Refers to Person P1 and 1 more, not in the graph."
    assert "Skill:" + company.tenant + ":S2" not in content(store, company.tenant)


def test_waiting_again_is_no_change(store: Neo4jStore, company: Company) -> None:
    first = company.load(store, company.holds("P1", "S1"))
    again = company.load(store, company.holds("P1", "S1"))
    assert (first.version, again.version) == (1, 1)
    assert again.waiting == [company.holds("P1", "S1").key]
    assert len(kept(store, company)) == 1


def test_a_waiting_record_can_be_read_back_and_is_released_once_it_passes(store: Neo4jStore, company: Company) -> None:
    record = company.holds("P1", "S1")
    company.load(store, record)
    company.load(store, company.person("P1"), company.skill("S1"))
    again = waiting(store, company)
    assert [each.edges for each in again] == [record.edges]
    applied = company.load(store, *again)
    assert (applied.released, applied.edges_written, applied.waiting) == (1, 1, [])
    assert kept(store, company) == []


def test_a_reference_to_a_record_that_waits_itself_waits_too(store: Neo4jStore, company: Company) -> None:
    unit = company.node("OrgUnit", "U1")
    child = Record(
        "child", "units.csv", 2, company.node("OrgUnit", "U2").nodes, requires=(company.key("OrgUnit", "U1"),)
    )
    grandchild = Record(
        "grandchild", "units.csv", 3, company.node("OrgUnit", "U3").nodes, requires=(child.nodes[0].key,)
    )
    assert company.load(store, grandchild, child).waiting == ["child", "grandchild"]
    assert company.load(store, grandchild, child, unit).waiting == []


def test_a_rejection_is_kept_until_its_record_is_applied(store: Neo4jStore, company: Company) -> None:
    applied = store.apply(company.batch(company.skill("S1"), rejections=[rejection("P1/S1")]))
    assert applied.quarantined == 1
    (entry,) = kept(store, company)
    assert {name: entry[name] for name in ("record_key", "field", "code", "reason", "remedy", "payload")} == {
        "record_key": "P1/S1",
        "field": "level",
        "code": "OUT_OF_RANGE",
        "reason": "Level 9 is above 5.",
        "remedy": "Give a level from 0 to 5.",
        "payload": '{"l":9}',
    }
    store.apply(company.batch(rejections=[rejection("P1/S1", reason="Level 7 is above 5.")]))
    assert [entry["reason"] for entry in kept(store, company)] == ["Level 7 is above 5."]
    corrected = company.holds("P1", "S1", record="P1/S1")
    applied = company.load(store, company.person("P1"), corrected)
    assert applied.released == 1
    assert kept(store, company) == []


def test_entries_are_counted_by_feed_and_code_and_are_no_content(store: Neo4jStore, company: Company) -> None:
    company.load(store, company.skill("S1"))
    applied = store.apply(company.batch(company.holds("P1", "S1"), rejections=[rejection("a"), rejection("b")]))
    assert applied.version == 1
    assert store.read("quarantine_count", company.scope(Purpose.GOVERNANCE)) == [
        {"feed": "test-feed", "code": "MISSING_REFERENCE", "count": 1},
        {"feed": "test-feed", "code": "OUT_OF_RANGE", "count": 2},
    ]


def test_settled_keys_are_cleared_without_a_record(store: Neo4jStore, company: Company) -> None:
    store.apply(company.batch(rejections=[rejection("line 3"), rejection("line 4")]))
    store.apply(company.batch(clears=["line 3"]))
    assert [entry["record_key"] for entry in kept(store, company)] == ["line 4"]


def test_two_versions_wait_side_by_side_and_a_newer_one_makes_the_older_history(
    store: Neo4jStore, company: Company
) -> None:
    old, new = company.holds("P1", "S1", 2.0, at=1, record="k"), company.holds("P1", "S2", 3.0, at=5, record="k")
    company.load(store, old)
    company.load(store, new)
    assert [entry["missing"] and len(kept(store, company)) for entry in kept(store, company)] == [2, 2]
    company.load(store, company.person("P1"), company.skill("S2"))
    assert company.load(store, new).released == 1
    assert kept(store, company) == []
    assert [record.edges[0].provenance.observed_at for record in waiting(store, company)] == [day(1)]
    company.load(store, company.skill("S1"))
    assert company.load(store, *waiting(store, company)).released == 1
    assert waiting(store, company) == []


def test_a_late_older_row_does_not_throw_away_a_newer_one_that_waits(store: Neo4jStore, company: Company) -> None:
    company.load(store, company.person("P1"), company.skill("S1"))
    company.load(store, company.holds("P1", "S2", at=5, record="k"))
    company.load(store, company.holds("P1", "S1", at=1, record="k"))
    assert [record.edges[0].provenance.observed_at for record in waiting(store, company)] == [day(5)]


def test_the_quarantine_of_another_tenant_is_out_of_sight(store: Neo4jStore, company: Company) -> None:
    other = Company(f"{company.tenant}-other")
    store.apply(other.batch(rejections=[rejection("k")]))
    company.load(store, company.skill("S1"))
    store.apply(company.batch(clears=["k"]))
    assert kept(store, company) == []
    assert len(kept(store, other)) == 1
