"""The snapshot against networkx, against graph.keys, and against itself built in other orders and other ways."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.keys import NodeKey
from graph.persistence import SnapshotFolder, load
from graph.snapshot import LABEL_ORDER, SNAPSHOT_TYPES, Snapshot, SnapshotBuilder, SnapshotVersion, edge_columns
from graph.store import EdgeRecord, NodeRecord
from ontology.errors import UnknownNode
from ontology.model import REFERENCE_TENANT, load_ontology
from tests.graph.same import same_snapshot
from tests.graph.small_graphs import MOMENT, TENANT, Drawn, edge, graphs, node

VERSION = SnapshotVersion(TENANT, 3, 2, MOMENT)
ADA, BEN = NodeKey("Person", TENANT, "ada"), NodeKey("Person", TENANT, "ben")
WELDING = NodeKey("Skill", REFERENCE_TENANT, "welding")
FITTER = NodeKey("Role", TENANT, "fitter")


def built(*records: NodeRecord | EdgeRecord) -> Snapshot:
    return SnapshotBuilder(VERSION).add(records).build()


def multigraph(drawn: Drawn) -> nx.MultiDiGraph[NodeKey]:
    nx_view: nx.MultiDiGraph[NodeKey] = nx.MultiDiGraph()
    nx_view.add_nodes_from(record.key for record in drawn.nodes)
    for record in drawn.edges:
        nx_view.add_edge(record.start, record.end, key=record.edge_id, rel_type=record.rel_type)
    return nx_view


@given(graphs())
def test_arrays_hold_the_edges_of_a_multigraph_in_both_directions(drawn: Drawn) -> None:
    snapshot, nx_view = built(*drawn.records), multigraph(drawn)
    assert {snapshot.key(index) for index in range(len(snapshot))} == set(nx_view)
    assert snapshot.edge_count == nx_view.number_of_edges()
    for rel_type in SNAPSHOT_TYPES:
        adjacency = snapshot.edges(rel_type)
        for index in range(len(snapshot)):
            key = snapshot.key(index)
            onward = Counter(end for _, end, data in nx_view.out_edges(key, data=True) if data["rel_type"] == rel_type)
            back = Counter(start for start, _, data in nx_view.in_edges(key, data=True) if data["rel_type"] == rel_type)
            assert Counter(map(snapshot.key, adjacency.targets(index))) == onward
            assert Counter(map(snapshot.key, adjacency.sources(index))) == back
            assert all(adjacency.start(at) == index for at in range(*adjacency.out(index).indices(len(adjacency))))
            incoming = adjacency.in_edge[adjacency.into(index)]
            assert [adjacency.start(int(at)) for at in incoming] == list(adjacency.sources(index))


@given(graphs())
def test_edge_ids_are_the_stored_ones(drawn: Drawn) -> None:
    snapshot = built(*drawn.records)
    cited = {
        snapshot.edge_id(rel_type, position)
        for rel_type in SNAPSHOT_TYPES
        for position in range(len(snapshot.edges(rel_type)))
    }
    assert cited == {record.edge_id for record in drawn.edges}


@given(graphs())
def test_columns_hold_the_stored_values_to_the_bit(drawn: Drawn) -> None:
    snapshot = built(*drawn.records)
    stored = {record.edge_id: record.properties for record in drawn.edges}
    for rel_type in ("HAS_SKILL", "REQUIRES_SKILL", "HOLDS_ROLE", "ASSESSED"):
        adjacency = snapshot.edges(rel_type)
        for position in range(len(adjacency)):
            properties = stored[snapshot.edge_id(rel_type, position)]
            for name, (kind, *_) in edge_columns(rel_type).items():
                column = adjacency.columns[name]
                value = column.day(position) if kind == "days" else column.number(position)
                assert value == properties.get(name)


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(drawn: Drawn, chance: random.Random) -> None:
    shuffled = drawn.records
    chance.shuffle(shuffled)
    assert same_snapshot(built(*drawn.records), built(*shuffled))


@given(graphs(), graphs(), st.data())
def test_changing_a_snapshot_equals_building_the_changed_graph(
    before: Drawn, after: Drawn, data: st.DataObject
) -> None:
    """Whatever becomes of nodes and edges, the increment and the rebuild are the same arrays."""
    removed = data.draw(st.sets(st.sampled_from([record.key for record in before.nodes])))
    dead = data.draw(st.sets(st.sampled_from([r.edge_id for r in before.edges]))) if before.edges else set()
    retracted = [EdgeRecord(r.edge_id, r.rel_type, r.start, r.end, {**r.properties, "retracted_at": MOMENT})
                 for r in before.edges if r.edge_id in dead]  # fmt: skip
    increment = SnapshotBuilder(VERSION, base=built(*before.records)).remove(removed)
    increment.add(retracted).add(after.records)

    nodes = {r.key: r for r in before.nodes if r.key not in removed} | {r.key: r for r in after.nodes}
    gone = {r.edge_id for r in before.edges if {r.start, r.end} & removed} | dead
    edges = {r.edge_id: r for r in before.edges if r.edge_id not in gone} | {r.edge_id: r for r in after.edges}
    whole = SnapshotBuilder(VERSION).add([*nodes.values(), *edges.values()]).build()
    # Edges of a removed node that comes back are stated again in practice; here they come back with it.
    returned = [r for r in before.edges if r.edge_id in gone - dead and {r.start, r.end} <= nodes.keys()]
    if not returned:
        assert same_snapshot(increment.build(), whole)


@given(graphs())
def test_a_tenant_on_top_of_the_classifications_equals_both_at_once(drawn: Drawn) -> None:
    shared = [r for r in drawn.nodes if r.key.tenant_id == REFERENCE_TENANT]
    own = [r for r in drawn.nodes if r.key.tenant_id == TENANT]
    reference = [r for r in drawn.edges if r.properties["tenant_id"] == REFERENCE_TENANT]
    mine = [r for r in drawn.edges if r.properties["tenant_id"] == TENANT]
    known = {r.key for r in shared}
    closed = [r for r in reference if {r.start, r.end} <= known]
    base = built(*shared, *closed)
    assert same_snapshot(
        SnapshotBuilder(VERSION, base=base).add(own).add(mine).build(), built(*shared, *own, *closed, *mine)
    )


def test_arrays_in_bulk_equal_records_one_by_one() -> None:
    people = [node("Person", f"p{number}") for number in range(40)]
    skills = [node("Skill", f"s{number}", REFERENCE_TENANT) for number in range(7)]
    random_levels = np.random.default_rng(5).integers(0, 251, (40, 7)) / 50
    random_levels[random_levels > 4.9] = np.nan
    records = [
        edge("HAS_SKILL", person.key, skill.key, confidence=0.6, last_used=date(2025, 3, 1),
             level=None if np.isnan(random_levels[row, column]) else float(random_levels[row, column]))
        for row, person in enumerate(people) for column, skill in enumerate(skills)
    ]  # fmt: skip
    builder = SnapshotBuilder(VERSION).add([*people, *skills])
    starts, ends = builder.number(r.key for r in people), builder.number(r.key for r in skills)
    builder.add_edges("HAS_SKILL", np.repeat(starts, 7), np.tile(ends, 40), {
        "level": random_levels.ravel(),
        "confidence": np.full(280, 0.6),
        "last_used": np.full(280, (date(2025, 3, 1) - date(1970, 1, 1)).days),
    })  # fmt: skip
    assert same_snapshot(builder.build(), built(*people, *skills, *records))


def test_an_edge_takes_sixteen_bytes_and_each_end_four() -> None:
    people, skills = (
        [node("Person", f"p{number:04}") for number in range(400)],
        [node("Skill", f"s{n}") for n in range(50)],
    )
    ends = [(p.key, s.key, number) for p in people for number, s in enumerate(skills[:25])]
    edges = [
        edge("HAS_SKILL", p, s, level=float(n % 5), last_used=date(2025, 1, 1 + n), confidence=n / 25)
        for p, s, n in ends
    ]
    snapshot = built(*people, *skills, *edges)
    assert snapshot.edge_count == 10_000
    assert snapshot.edge_nbytes == 16 * 10_000 + 4 * (400 + 1 + 50 + 1)


def test_what_all_edges_of_a_type_state_alike_takes_no_room(tmp_path: Path) -> None:
    people, skill = [node("Person", f"p{number:04}") for number in range(100)], node("Skill", "s")
    snapshot = built(
        *people, skill, *(edge("HAS_SKILL", p.key, skill.key, level=float(n % 5)) for n, p in enumerate(people))
    )
    held = snapshot.edges("HAS_SKILL")
    assert held.nbytes == 13 * 100 + 2 + 1 + 4 * (100 + 1 + 1 + 1)
    assert held.columns["last_used"].raw.tolist() == [held.columns["last_used"].absent] * 100
    saved = SnapshotFolder(tmp_path).save(snapshot)
    mapped = load(saved)
    assert mapped is not None
    assert same_snapshot(mapped, snapshot)
    assert mapped.edges("HAS_SKILL").nbytes == held.nbytes


def test_dead_edges_and_edges_to_nowhere_are_left_out() -> None:
    retracted = edge("HAS_SKILL", ADA, WELDING, level=1.0, retracted_at=MOMENT)
    rejected = edge("OFFERS_MENTORING", ADA, WELDING, review_state="rejected")
    nowhere = edge("HOLDS_ROLE", ADA, FITTER, qualifier="2020-01-01", valid_from=date(2020, 1, 1))
    snapshot = built(node("Person", "ada"), node("Skill", "welding", REFERENCE_TENANT), retracted, rejected, nowhere)
    assert (len(snapshot), snapshot.edge_count, dict(snapshot.adjacencies)) == (2, 0, {})
    assert len(snapshot.edges("HAS_SKILL")) == 0
    assert snapshot.edges("HAS_SKILL").find(0, 1) is None


def test_a_changed_node_keeps_its_edges() -> None:
    before = built(node("Person", "ada"), node("Skill", "welding", REFERENCE_TENANT), edge("HAS_SKILL", ADA, WELDING))
    after = SnapshotBuilder(VERSION, base=before).add([node("Person", "ada", location="Oslo")]).build()
    person = after.resolve("Person", "ada")
    assert after.text("Person", "location", person) == "Oslo"
    assert [after.key(int(index)) for index in after.edges("HAS_SKILL").targets(person)] == [WELDING]


def test_types_that_did_not_change_share_their_arrays() -> None:
    skill, ada = node("Skill", "welding", REFERENCE_TENANT), node("Person", "ada")
    before = built(ada, skill, node("Role", "fitter"), edge("HAS_SKILL", ADA, WELDING, level=2.0))
    after = SnapshotBuilder(VERSION, base=before).add([edge("REQUIRES_SKILL", FITTER, WELDING, weight=1.0)]).build()
    assert after.edges("HAS_SKILL") is before.edges("HAS_SKILL")
    assert len(after.edges("REQUIRES_SKILL")) == 1


def test_properties_captions_and_lookups() -> None:
    snapshot = built(
        node("Skill", "welding", TENANT, name="Our welding", alt_labels=["fusing", "joining"], half_life_months=12.0),
        node("Skill", "welding", REFERENCE_TENANT, name="Welding"),
        node("Person", "ada", hired_on=date(1971, 1, 1)),
    )
    own = snapshot.resolve("Skill", "welding")
    assert snapshot.key(own) == NodeKey("Skill", TENANT, "welding")
    assert snapshot.caption(own) == "Our welding"
    assert snapshot.text_list("Skill", "alt_labels", own) == ["fusing", "joining"]
    assert snapshot.text("Skill", "description", own) is None
    assert snapshot.number("Skill", "half_life_months", own) == 12.0
    assert snapshot.number("Person", "hired_on", snapshot.resolve("Person", "ada")) == 365.0
    assert snapshot.caption(snapshot.resolve("Person", "ada")) == "Person ada"
    assert [snapshot.label(index) for index in range(len(snapshot))] == ["Skill", "Skill", "Person"]
    assert snapshot.find(NodeKey("Skill", "other", "welding")) is None
    with pytest.raises(UnknownNode, match="Skill 'nothing' is not in the graph"):
        snapshot.resolve("Skill", "nothing")
    assert str(snapshot.version) == "northlight@3+_ref@2"


def test_consent_counts_by_purpose_and_ends_by_itself() -> None:
    ends = "2026-10-01T00:00:00Z"
    snapshot = built(
        node("Person", "ada", scopes=["mentor_match", "skill_gap"], scope_expiries=["", ends]),
        node("Person", "ben", scopes=[], scope_expiries=[]),
    )
    before, after = datetime(2026, 9, 30, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC)
    ada = snapshot.resolve("Person", "ada")
    assert snapshot.consents(ada, "skill_gap", before)
    assert not snapshot.consents(ada, "skill_gap", after)
    assert not snapshot.consents(ada, "career_path", before)
    assert snapshot.consenting("mentor_match", after).tolist() == [True, False]
    assert snapshot.consenting("skill_gap", after).tolist() == [False, False]


def test_every_content_label_has_its_range_except_evidence_and_consent() -> None:
    content = {node_type.name for node_type in load_ontology().content_nodes()}
    assert set(LABEL_ORDER) == content - {"Source", "ConsentGrant"}
    assert "GRANTED" not in SNAPSHOT_TYPES
