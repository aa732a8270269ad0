"""One person of several identifiers in the snapshot, against the same facts stated of the leading one alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extraction import backlog, extract, update
from graph.identities import Link, identities_of
from graph.keys import NodeKey
from graph.persistence import SnapshotFolder
from graph.refresh import SnapshotSource
from graph.snapshot import SNAPSHOT_TYPES, Snapshot, SnapshotBuilder, SnapshotVersion
from graph.store import EdgeRecord, NodeRecord
from ontology.model import REFERENCE_TENANT
from tests.graph.memory_store import MemoryStore
from tests.graph.same import same_snapshot
from tests.graph.small_graphs import MOMENT, TENANT, Drawn, edge, graphs, node

VERSION = SnapshotVersion(TENANT, 3, 2, MOMENT)
WELDING = NodeKey("Skill", REFERENCE_TENANT, "welding")
Records = list[NodeRecord | EdgeRecord]


def person(name: str) -> NodeKey:
    return NodeKey("Person", TENANT, name)


ADA, ADA_LMS, BEN = person("ada"), person("ada@lms"), person("ben")


def link(start: NodeKey, end: NodeKey) -> EdgeRecord:
    return edge("SAME_PERSON_AS", start, end, observed_at=MOMENT)


def ended(record: EdgeRecord) -> EdgeRecord:
    return EdgeRecord(
        record.edge_id, record.rel_type, record.start, record.end, {**record.properties, "retracted_at": MOMENT}
    )


def built(records: Sequence[NodeRecord | EdgeRecord], observed: Mapping[str, datetime] | None = None) -> Snapshot:
    return SnapshotBuilder(VERSION, observed=lambda _, __: observed or {}).add(records).build()


def ids(snapshot: Snapshot) -> set[str]:
    return {
        snapshot.edge_id(rel_type, position)
        for rel_type in SNAPSHOT_TYPES
        for position in range(len(snapshot.edges(rel_type)))
    }


@st.composite
def linked(draw: st.DrawFn) -> tuple[Drawn, list[EdgeRecord]]:
    """A graph whose people are partly one person, with managers among them, and every edge observed at some time."""
    drawn = draw(graphs())
    people = [record.key for record in drawn.nodes if record.key.label == "Person"]
    two = st.tuples(st.sampled_from(people), st.sampled_from(people))
    links = [link(a, b) for a, b in draw(st.sets(two, max_size=4)) if a != b]
    managers = [edge("REPORTS_TO", a, b) for a, b in draw(st.sets(two, max_size=4))]
    moments = st.integers(0, 2).map(lambda days: MOMENT + timedelta(days=days))
    dated = [
        EdgeRecord(e.edge_id, e.rel_type, e.start, e.end, {**e.properties, "observed_at": draw(moments)})
        for e in (*drawn.edges, *managers)
    ]
    return Drawn(drawn.nodes, tuple(dated)), links


def leading(links: Sequence[EdgeRecord]) -> dict[NodeKey, NodeKey]:
    """The oracle: components by networkx, led by the smallest that no link leads on from."""
    nx_view: nx.DiGraph[NodeKey] = nx.DiGraph()
    nx_view.add_edges_from((one.start, one.end) for one in links)
    found: dict[NodeKey, NodeKey] = {}
    for members in nx.weakly_connected_components(nx_view):
        sinks = [one for one in members if not nx_view.out_degree(one)]
        found |= dict.fromkeys(members, min(sinks or members))
    return found


def restated(drawn: Drawn, leads: Mapping[NodeKey, NodeKey]) -> tuple[Records, set[str]]:
    """The same facts stated of leading people from the start, and the ids of the stored edges that tell them."""
    same: dict[object, list[EdgeRecord]] = defaultdict(list)
    for e in drawn.edges:
        start, end = leads.get(e.start, e.start), leads.get(e.end, e.end)
        if start != end or e.start == e.end:
            same[e.rel_type, start, end, e.properties["qualifier"], e.properties["tenant_id"]].append(e)

    def weight(e: EdgeRecord) -> tuple[object, ...]:
        return e.properties["observed_at"], e.properties["confidence"], e.edge_id

    kept = [max(group, key=weight) for group in same.values()]
    moved = [
        edge(e.rel_type, leads.get(e.start, e.start), leads.get(e.end, e.end), **e.properties)  # type: ignore[arg-type]
        for e in kept
    ]
    nodes: dict[NodeKey, NodeRecord] = {r.key: r for r in drawn.nodes if leads.get(r.key, r.key) == r.key}
    for record in sorted(drawn.nodes, key=lambda r: r.key):
        lead = leads.get(record.key, record.key)
        if lead != record.key and nodes[lead].properties.get("hired_on") is None:
            filled = {**nodes[lead].properties, "hired_on": record.properties.get("hired_on")}
            nodes[lead] = NodeRecord(lead, filled)
        if lead != record.key and not nodes[lead].properties.get("name"):
            nodes[lead] = NodeRecord(lead, {**nodes[lead].properties, "name": record.properties.get("name")})
    return [*nodes.values(), *moved], {e.edge_id for e in kept}


@settings(max_examples=40, deadline=None)
@given(linked())
def test_joined_people_read_as_if_all_had_been_said_of_the_leading_identifier(
    case: tuple[Drawn, list[EdgeRecord]],
) -> None:
    drawn, links = case
    observed = {e.edge_id: e.properties["observed_at"] for e in drawn.edges}
    merged = built([*drawn.records, *links], observed)  # type: ignore[arg-type]
    records, cited = restated(drawn, leading(links))
    plain = built(records)
    assert ids(merged) == cited
    for key in (record.key for record in drawn.nodes):
        found = merged.find(key)
        assert found is not None
        assert merged.key(found) == leading(links).get(key, key)
    assert len(merged) == len(plain)
    for rel_type in SNAPSHOT_TYPES:
        ours, theirs = merged.edges(rel_type), plain.edges(rel_type)
        assert ours.dst.tolist() == theirs.dst.tolist()
        assert ours.offsets.tolist() == theirs.offsets.tolist()
        assert ours.in_src.tolist() == theirs.in_src.tolist()
        for name, column in ours.columns.items():
            assert column.raw.tolist() == theirs.columns[name].raw.tolist()
    for name in ("hired_on",):
        assert [merged.number("Person", name, one) for one in merged.nodes("Person")] == [
            plain.number("Person", name, one) for one in plain.nodes("Person")
        ]


@settings(max_examples=30, deadline=None)
@given(linked())
def test_parting_people_gives_the_snapshot_back(case: tuple[Drawn, list[EdgeRecord]]) -> None:
    drawn, links = case
    assert same_snapshot(built([*drawn.records, *map(ended, links)]), built(drawn.records))


@settings(max_examples=30, deadline=None)
@given(linked(), graphs(), st.data())
def test_following_the_change_log_of_joined_people_equals_reading_again(
    case: tuple[Drawn, list[EdgeRecord]], after: Drawn, data: st.DataObject
) -> None:
    drawn, links = case
    store = MemoryStore([*drawn.records, *links])
    store.write(TENANT)
    before = extract(store, TENANT, MOMENT)
    for record in after.records:
        tenant_id = record.key.tenant_id if isinstance(record, NodeRecord) else str(record.properties["tenant_id"])
        store.write(tenant_id, [record])
    facts = sorted(set(store.held_edges) - {one.edge_id for one in links})
    for one in data.draw(st.sets(st.sampled_from(facts), max_size=3)) if facts else ():
        store.write(str(store.held_edges[one].properties["tenant_id"]), [ended(store.held_edges[one])])
    pending = backlog(store, before, store.head((TENANT, REFERENCE_TENANT)), MOMENT)
    changed = update(store, before, pending)
    assert changed is not None
    assert same_snapshot(changed, extract(store, TENANT, MOMENT))


def workshop() -> MemoryStore:
    return MemoryStore([
        node("Person", "ada"), node("Person", "ada@lms", location="Oslo"), node("Person", "ben"),
        node("Skill", "welding", REFERENCE_TENANT),
        edge("HAS_SKILL", ADA, WELDING, level=2.0, observed_at=MOMENT),
        edge("HAS_SKILL", ADA_LMS, WELDING, level=4.0, observed_at=MOMENT + timedelta(days=1)),
        edge("REPORTS_TO", BEN, ADA_LMS, observed_at=MOMENT),
    ])  # fmt: skip


def levels(snapshot: Snapshot) -> list[float | None]:
    column = snapshot.edges("HAS_SKILL").columns["level"]
    return [column.number(position) for position in range(len(column))]


def test_a_running_source_joins_and_parts_people(tmp_path: Path) -> None:
    store = workshop()
    source = SnapshotSource(store, directory=tmp_path)
    before = source.current(TENANT)
    assert (levels(before), len(before.nodes("Person"))) == ([2.0, 4.0], 3)
    joined = link(ADA_LMS, ADA)
    store.write(TENANT, [joined], kind="consent")
    merged = source.refresh(TENANT)
    assert (levels(merged), len(merged.nodes("Person"))) == ([4.0], 2)
    ada, ben = merged.find(ADA), merged.find(BEN)
    assert ada is not None
    assert ben is not None
    assert merged.find(ADA_LMS) == ada
    assert merged.text("Person", "location", ada) == "Oslo"
    assert merged.edges("REPORTS_TO").targets(ben).tolist() == [ada]
    assert merged.stated_ends("REPORTS_TO", 0) == (BEN, ADA_LMS)
    # The statement that counts is taken back: the other one counts again, without reading everything.
    store.write(TENANT, [ended(store.held_edges[edge("HAS_SKILL", ADA_LMS, WELDING).edge_id])])
    scans = store.calls["scan"]
    assert levels(source.refresh(TENANT)) == [2.0]
    assert store.calls["scan"] == scans
    # Another process starts from what was kept.
    source.close()
    restarted = SnapshotSource(store, directory=tmp_path)
    assert same_snapshot(restarted.current(TENANT), source.current(TENANT))
    store.write(TENANT, [ended(joined)], kind="consent")
    parted = restarted.refresh(TENANT)
    assert (levels(parted), len(parted.nodes("Person")), len(parted.identities)) == ([2.0], 3, 0)
    restarted.close()


def test_a_link_that_is_stated_once_more_is_no_reason_to_read_everything() -> None:
    store = workshop()
    joined = link(ADA_LMS, ADA)
    store.write(TENANT, [joined])
    source = SnapshotSource(store)
    before = source.current(TENANT)
    scans = store.calls["scan"]
    again = EdgeRecord(joined.edge_id, joined.rel_type, ADA_LMS, ADA,
                       {**joined.properties, "observed_at": MOMENT + timedelta(days=1)})  # fmt: skip
    store.write(TENANT, [again, edge("REPORTS_TO", ADA_LMS, BEN)], kind="consent")
    after = source.refresh(TENANT)
    assert (after.version.tenant, store.calls["scan"]) == (before.version.tenant + 1, scans)
    assert (after.identities, len(after.edges("REPORTS_TO"))) == (before.identities, 2)
    store.write(
        TENANT, [EdgeRecord(joined.edge_id, joined.rel_type, ADA_LMS, ADA, {**again.properties, "confidence": 0.4})]
    )
    assert source.refresh(TENANT).identities.links == (Link(ADA_LMS.id, ADA.id, 0.4),)
    assert store.calls["scan"] > scans
    source.close()


def test_a_joined_snapshot_is_the_same_when_read_back(tmp_path: Path) -> None:
    store = workshop()
    store.write(TENANT, [link(ADA_LMS, ADA)])
    snapshot = extract(store, TENANT, MOMENT)
    folder = SnapshotFolder(tmp_path)
    folder.save(snapshot)
    loaded = folder.load(TENANT, {TENANT: 9, REFERENCE_TENANT: 9})
    assert loaded is not None
    assert same_snapshot(loaded, snapshot)
    assert loaded.stated_ends("REPORTS_TO", 0) == (BEN, ADA_LMS)
    assert ids(loaded) == ids(snapshot)


def test_nothing_is_taken_from_a_former_contract() -> None:
    gone = date(2016, 9, 30)
    people = [
        node("Person", "ada"), node("Person", "ada-2016", location="Oslo", time_zone="Europe/Oslo", left_on=gone),
        node("Person", "ada@lms", location="Bergen"),
    ]  # fmt: skip
    snapshot = built([*people, link(person("ada-2016"), ADA), link(ADA_LMS, ADA)])
    (ada,) = snapshot.nodes("Person")
    assert snapshot.text("Person", "location", ada) == "Bergen"
    assert snapshot.text("Person", "time_zone", ada) is None
    assert snapshot.number("Person", "left_on", ada) is None


def test_people_without_a_second_identifier_cost_nothing() -> None:
    snapshot = extract(workshop(), TENANT, MOMENT)
    assert all(adjacency.stated is None for adjacency in snapshot.adjacencies.values())
    assert len(snapshot.identities) == 0


def test_nobody_is_tied_to_themselves_by_being_joined() -> None:
    people = [node("Person", one) for one in ("ada", "ada@lms", "ben")]
    ties = [edge("REPORTS_TO", ADA, ADA_LMS), edge("KEPT_APART", ADA_LMS, ADA), edge("REPORTS_TO", BEN, ADA_LMS)]
    snapshot = built([*people, *ties, link(ADA_LMS, ADA)])
    assert ids(snapshot) == {ties[2].edge_id}


def test_links_change_only_where_everybody_is_read_anew() -> None:
    base = built([node("Person", "ada"), node("Person", "ada@lms")])
    with pytest.raises(ValueError, match="read anew"):
        SnapshotBuilder(VERSION, base=base).add([link(ADA_LMS, ADA)]).build()


def test_the_way_to_the_leading_identifier_follows_the_links() -> None:
    captions = {one: one.upper() for one in "abcd"}
    chain = identities_of(TENANT, [Link("a", "b"), Link("b", "c"), Link("d", "c")], captions)
    assert [(one.id, one.lead, [chain.links[n].start for n in one.path]) for one in chain.members] == [
        ("a", "c", ["a", "b"]), ("b", "c", ["b"]), ("d", "c", ["d"])
    ]  # fmt: skip
    # Two lead: the way to the smaller goes through whoever belongs to both.
    fork = identities_of(TENANT, [Link("c", "a"), Link("c", "b")], captions)
    assert [(one.id, one.lead, one.path) for one in fork.members] == [("b", "a", (1, 0)), ("c", "a", (0,))]
    # A link to somebody who is not there says nothing.
    assert len(identities_of(TENANT, [Link("a", "zed")], captions)) == 0
