"""A change set may be prepared before the store's turn comes, and is never taken for another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from graph.changes import ChangeSet, NodeStatement, Provenance, Record
from graph.keys import NodeKey
from graph.planning import planned, prepare
from ontology.errors import BadInput

SAID = Provenance("source", "feed:1", datetime(2026, 1, 1, tzinfo=UTC))


def skill(node_id: str, tenant_id: str = "acme") -> Record:
    key = NodeKey("Skill", tenant_id, node_id)
    statement = NodeStatement(key, {"name": node_id, "scheme": "company", "kind": "skill"}, SAID)
    return Record(node_id, "skills.csv", 1, (statement,))


def changes(*records: Record) -> ChangeSet:
    source = NodeStatement(NodeKey("Source", "acme", "source"), {"system": "test"}, SAID)
    return ChangeSet("acme", "skills", source, records, bulk=True, clears=("old",))


def test_a_planned_change_set_says_the_same_and_is_prepared_once() -> None:
    given = changes(skill("a"), skill("b"))
    ready = planned(given)
    assert (ready.records, ready.bulk, ready.clears, ready.source) == (given.records, True, ("old",), given.source)
    assert prepare(ready) is ready.prepared
    assert list(prepare(given)) == list(ready.prepared)


def test_other_records_are_prepared_anew() -> None:
    ready = replace(planned(changes(skill("a"), skill("b"))), records=(skill("c"),))
    assert [each.record.key for each in prepare(ready)] == ["c"]
    assert list(prepare(replace(ready, records=()))) == []


def test_what_may_not_be_written_is_refused_when_it_is_planned() -> None:
    with pytest.raises(BadInput, match="writes to another tenant"):
        planned(changes(skill("a", "other")))
