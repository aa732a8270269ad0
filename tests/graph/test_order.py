"""Order, repetition and interruption do not matter: the same records give the same graph."""

from __future__ import annotations

import random
from collections.abc import Sequence
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.changes import Record
from graph.keys import Value
from graph.neo4j_store import Neo4jStore
from graph.scope import Purpose
from graph.waiting import decode_record
from tests.graph.contract import Company, content

EXAMPLES = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

PEOPLE, SKILLS, UNITS = ("P1", "P2"), ("S1", "S2"), ("U1", "U2", "U3")
SOURCES = ("hris", "managers")


def record_of(company: Company, choice: tuple[str, int, int, int, bool]) -> Record:
    """One of the records that a company of two sources may send, chosen by numbers."""
    kind, first, second, at, flag = choice
    here = company.from_source(SOURCES[second % 2])
    person, skill = PEOPLE[first % 2], SKILLS[second % 2]
    if kind == "person":
        return here.person(person, at, location=f"City {first}")
    if kind == "skill":
        return here.skill(skill, at, description=f"{at}/{flag}")
    if kind == "holds":
        return here.holds(
            person, skill, float(first % 5), at=at, retracts=flag, record=f"row {first % 3}/{person}/{skill}"
        )
    if kind == "unit":
        return here.node("OrgUnit", UNITS[first % 3], at)
    if kind == "moves":  # states all edges of its key: the newest version replaces the others
        ends = (here.key("OrgUnit", "U1"), here.key("OrgUnit", UNITS[1 + second % 2]))
        return here.edge("PART_OF", *ends, at, record="unit U1", replaces=True)
    return here.consent(person, Purpose.SKILL_GAP.value, at=at, status="withdrawn" if flag else "granted")


CHOICES = st.lists(
    st.tuples(
        st.sampled_from(("person", "skill", "holds", "holds", "unit", "moves", "consent")),
        st.integers(0, 5),
        st.integers(0, 5),
        st.integers(0, 4),
        st.booleans(),
    ),
    min_size=1,
    max_size=24,
)


def ingest(store: Neo4jStore, company: Company, records: Sequence[Record], sizes: Sequence[int]) -> None:
    """Apply in batches of the given sizes, each by the source its records come from, then retry what waits."""
    rest = list(records)
    turn = 0
    while rest:
        size = sizes[turn % len(sizes)]
        batch, rest, turn = rest[:size], rest[size:], turn + 1
        apply(store, company, batch)
    while True:
        rows = store.read("quarantine_waiting", company.scope(Purpose.GOVERNANCE), after="", limit=1000)
        released = apply(store, company, [decode_record(str(row["payload"])) for row in rows])
        if not released:
            return


def apply(store: Neo4jStore, company: Company, records: Sequence[Record]) -> int:
    released = 0
    for source in SOURCES:
        mine = [record for record in records if source_of(record) == source]
        if mine:
            released += company.from_source(source).load(store, *mine).released
    return released


def source_of(record: Record) -> str:
    origin = record.nodes[0].provenance if record.nodes else record.edges[0].provenance
    return origin.source_id


HISTORY_WAITS = [
    ("person", 0, 0, 0, False),
    ("skill", 0, 0, 0, False),
    ("holds", 0, 0, 0, False),
    ("holds", 0, 0, 0, True),
]


@EXAMPLES
@example(HISTORY_WAITS, random.Random(3), [1])
@example(HISTORY_WAITS, random.Random(5), [1])
@given(CHOICES, st.randoms(use_true_random=False), st.lists(st.integers(1, 7), min_size=1, max_size=3))
def test_any_order_any_batches_any_repetition(
    store: Neo4jStore, choices: list[tuple[str, int, int, int, bool]], rng: random.Random, sizes: list[int]
) -> None:
    tenant = f"order-{uuid4().hex[:12]}"
    company = Company(tenant)
    records = [record_of(company, choice) for choice in choices]
    for source in SOURCES:
        company.from_source(source).load(store)
    ingest(store, company, records, [len(records)])
    expected = renamed(content(store, tenant), tenant)

    other = Company(f"again-{uuid4().hex[:12]}")
    for source in SOURCES:
        other.from_source(source).load(store)
    shuffled = [record_of(other, choice) for choice in choices] * 2
    rng.shuffle(shuffled)
    ingest(store, other, shuffled, sizes)
    assert renamed(content(store, other.tenant), other.tenant) == expected


def renamed(stored: dict[str, dict[str, Value]], tenant: str) -> list[str]:
    """Content without what is derived from the tenant's name, comparable between tenants."""
    hashed = ("edge_id", "assertion_ids")
    lines = []
    for key, properties in stored.items():
        kept = {name: value for name, value in properties.items() if name not in hashed}
        if key.startswith("Assertion:"):
            kept.pop("id")
            key = "Assertion"
        shown = f"{key.split('#')[0]} {sorted(kept.items())} {len(properties.get('assertion_ids', ()))}"  # type: ignore[arg-type]  # a list
        lines.append(shown.replace(tenant, "TENANT"))
    return sorted(lines)


def test_a_newer_version_of_a_record_replaces_what_older_ones_said(store: Neo4jStore, company: Company) -> None:
    def moves(to: str, at: int) -> Record:
        ends = (company.key("OrgUnit", "U1"), company.key("OrgUnit", to))
        return company.edge("PART_OF", *ends, at, record="unit U1", replaces=True)

    company.load(store, *(company.node("OrgUnit", unit) for unit in UNITS))
    company.load(store, moves("U2", 1))
    company.load(store, moves("U3", 5))
    parents = parents_of(store, company)
    assert parents == {"U2": (5, 0), "U3": (None, 1)}
    late = company.load(store, moves("U2", 3))
    assert late.assertions_written == 1
    assert parents_of(store, company) == parents
    company.load(store, moves("U2", 9))
    assert parents_of(store, company) == {"U2": (None, 1), "U3": (9, 0)}


def parents_of(store: Neo4jStore, company: Company) -> dict[str, tuple[int | None, int]]:
    """By parent unit: the day (of January) on which the edge ended, and its live sources."""
    found: dict[str, tuple[int | None, int]] = {}
    for edge in store.scan([company.tenant], relationships=["PART_OF"]):
        over = edge.properties.get("retracted_at")
        ended = over.day - 1 if over is not None else None  # type: ignore[union-attr]  # a datetime
        found[edge.end.id] = (ended, edge.properties["source_count"])  # type: ignore[union-attr, assignment]  # an edge
    return found


@pytest.mark.parametrize("bulk", [False, True])
def test_two_tenants_never_meet(store: Neo4jStore, bulk: bool) -> None:
    """The same records in two tenants: each holds its own, and what one does leaves the other as it was."""
    one, two = Company(f"one-{uuid4().hex[:12]}"), Company(f"two-{uuid4().hex[:12]}")
    records = [("person", 0, 0, 0, False), ("person", 1, 0, 0, False), ("skill", 0, 0, 0, False)]
    choices = [*records, ("skill", 0, 1, 1, False), ("holds", 0, 0, 1, False), ("holds", 1, 1, 1, False)]
    for company in (one, two):
        for choice in choices:
            record = record_of(company, choice)
            company.from_source(source_of(record)).load(store, record, bulk=bulk)
    before = content(store, two.tenant)
    assert renamed(before, two.tenant) == renamed(content(store, one.tenant), one.tenant)
    one.load(store, one.consent("P1", "skill_gap", at=2), one.holds("P1", "S1", at=9, retracts=True))
    assert content(store, two.tenant) == before
    assert store.head([two.tenant]) == {two.tenant: 6}
