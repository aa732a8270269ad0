"""The rows of a bulk batch say what its statements say, however their mappings of properties are shared. No store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.bulk_planning import ENDS, BulkPlan, bulk_plan
from graph.changes import ChangeSet, EdgeStatement, NodeStatement, Provenance, Record
from graph.keys import NodeKey, Value
from graph.rows import edge_columns
from ontology.model import REFERENCE_TENANT

SAID = Provenance("source", "record", datetime(2024, 1, 1, tzinfo=UTC))
PLACE = {column.name: ENDS + at for at, column in enumerate(edge_columns("REQUIRES_SKILL"))}
MAPPINGS: tuple[Mapping[str, Value], ...] = (
    {},
    {"essential": True},
    {"essential": True, "weight": 0.4},
    {"essential": False, "weight": 0.4},
)
DAYS = (None, date(2024, 5, 1))


def key(label: str, name: str) -> NodeKey:
    return NodeKey(label, REFERENCE_TENANT, name)


def asks(number: int, properties: Mapping[str, Value], since: date | None = None) -> EdgeStatement:
    ends = (key("Role", f"r{number}"), key("Skill", "s"))
    return EdgeStatement(REFERENCE_TENANT, "REQUIRES_SKILL", *ends, properties, SAID, valid_from=since)


def plan(*edges: EdgeStatement) -> BulkPlan:
    source = NodeStatement(key("Source", "source"), {"name": "A source"}, SAID)
    records = tuple(Record(f"record {at}", "file", at, edges=(edge,)) for at, edge in enumerate(edges))
    found = bulk_plan(ChangeSet(REFERENCE_TENANT, "feed", source, records, bulk=True))
    assert found is not None
    return found


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.sampled_from(DAYS)), min_size=1, max_size=12))
def test_each_row_holds_what_its_own_statement_says(drawn: list[tuple[int, bool, date | None]]) -> None:
    """Equal mappings may be one object or several, the same one with and without a day; hashes never mix."""
    edges = [
        asks(at, MAPPINGS[which] if shared else dict(MAPPINGS[which]), since)
        for at, (which, shared, since) in enumerate(drawn)
    ]
    (group,) = plan(*edges).edges
    assert group.rows.keys() == {edge.edge_id for edge in edges}
    for edge in edges:
        row = group.rows[edge.edge_id]
        assert row[:ENDS] == [edge.start.id, edge.end.id]
        assert row[PLACE["payload_hash"]] == edge.payload_hash
        assert [row[PLACE[name]] for name in ("essential", "weight")] == [
            edge.properties.get(name) for name in ("essential", "weight")
        ]


def test_mappings_made_and_let_go_one_after_the_other_are_told_apart() -> None:
    """A hash is remembered by a mapping's identity: the statements of the batch keep every mapping until the end."""
    edges = [asks(at, {"essential": True, "weight": at / 250}) for at in range(200)]
    (group,) = plan(*edges).edges
    assert [group.rows[edge.edge_id][PLACE["payload_hash"]] for edge in edges] == [edge.payload_hash for edge in edges]
    assert len({edge.payload_hash for edge in edges}) == len(edges)
