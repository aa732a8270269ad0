"""Several identifiers of one person, on every back end: joining and parting lose nothing, consent is the person's."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.audit import audit
from graph.changes import ChangeSet, Record
from graph.content_hash import content_hash
from graph.keys import NodeKey, Value
from graph.neo4j_store import Neo4jStore
from graph.scope import Purpose
from graph.statistics import statistics
from graph.store import NodeRecord
from ontology.errors import BadInput
from tests.graph.contract import Company, content, day, edge_id, of_identity
from tests.graph.replay_store import ReplayStore

EXAMPLES = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
PEOPLE = ("p1", "p2", "p3", "p4")


def people(company: Company) -> list[Record]:
    """Four identifiers that each hold a skill."""
    return [
        company.skill("welding"),
        *(company.person(person) for person in PEOPLE),
        *(company.holds(person, "welding", float(number)) for number, person in enumerate(PEOPLE)),
    ]


def scopes(store: Neo4jStore, company: Company) -> dict[str, set[tuple[str, ...]]]:
    """What each identifier allows, as its node and all edges about it say: one tuple where they agree."""
    found: dict[str, set[tuple[str, ...]]] = {}
    types = ("HAS_SKILL", "SAME_PERSON_AS", "GRANTED")
    for record in store.scan([company.tenant], nodes=("Person",), relationships=types):
        person = record.key.id if isinstance(record, NodeRecord) else record.start.id
        found.setdefault(person, set()).add(tuple(record.properties["scopes"]))  # type: ignore[arg-type]  # a list
    return found


def visible(store: Neo4jStore, company: Company, purpose: Purpose) -> set[str]:
    """Identifiers whose skill a reader for the purpose gets, from the store itself."""
    by_edge = {edge_id(company.holds(person, "welding")): person for person in PEOPLE}
    return {by_edge[found] for found in store.edges(company.scope(purpose, day(200)), sorted(by_edge))}


def healthy(store: Neo4jStore, company: Company) -> bool:
    return list(audit(store, [company.tenant])) == []


def test_consent_under_any_identifier_is_the_persons(store: Neo4jStore, company: Company) -> None:
    company.load(store, *people(company))
    company.load(store, company.consent("p1", "skill_gap", at=1), company.consent("p2", "mentor_match", at=2))
    assert visible(store, company, Purpose.SKILL_GAP) == {"p1"}
    company.load(store, company.same_person("p1", "p2", at=3))
    assert scopes(store, company) == {
        **{key: {("skill_gap", "mentor_match")} for key in ("p1", "p2")},
        **{key: {()} for key in ("p3", "p4")},
    }
    assert visible(store, company, Purpose.SKILL_GAP) == visible(store, company, Purpose.MENTOR_MATCH) == {"p1", "p2"}
    company.load(store, company.consent("p2", "skill_gap", at=4, status="withdrawn"))
    assert visible(store, company, Purpose.SKILL_GAP) == set()
    assert visible(store, company, Purpose.MENTOR_MATCH) == {"p1", "p2"}
    # of one moment the withdrawal counts, under whichever identifier it came
    company.load(store, company.consent("p1", "skill_gap", at=4))
    assert visible(store, company, Purpose.SKILL_GAP) == set()
    company.load(store, company.same_person("p1", "p2", at=5, retracts=True))
    assert scopes(store, company)["p1"] == {("skill_gap",)}
    assert scopes(store, company)["p2"] == {("mentor_match",)}
    assert visible(store, company, Purpose.SKILL_GAP) == {"p1"}
    assert healthy(store, company)


def test_parting_restores_every_node_edge_and_assertion(store: Neo4jStore, company: Company) -> None:
    company.load(store, *people(company), company.consent("p1", "skill_gap"), company.consent("p2", "analytics"))
    company.load(store, company.consent("p3", "career_path", "skill_gap", at=2, expires=day(300)))
    before, hashed = content(store, company.tenant), content_hash(store, [company.tenant])
    links = [company.same_person("p1", "p2", at=3), company.same_person("p2", "p3", at=3)]
    company.load(store, *links)
    assert scopes(store, company)["p1"] == {("career_path", "skill_gap", "analytics")}
    joined = content(store, company.tenant)
    assert joined.keys() - before.keys() == {key for key in joined if of_identity(key, joined[key])}
    assert len(joined) == len(before) + 4
    for at in (4, 6):  # twice over
        company.load(
            store, *(company.same_person(*pair, at=at, retracts=True) for pair in (("p1", "p2"), ("p2", "p3")))
        )
        parted = content(store, company.tenant)
        assert {key: held for key, held in parted.items() if not of_identity(key, held)} == before
        assert content_hash(store, [company.tenant]) != hashed  # for its history remains
        assert healthy(store, company)
        if at == 4:
            company.load(store, company.same_person("p1", "p2", at=5), company.same_person("p2", "p3", at=5))
            assert scopes(store, company)["p3"] == {("career_path", "skill_gap", "analytics")}
    link = parted[next(key for key in parted if "p1-SAME_PERSON_AS" in key)]
    assert (link["retracted_at"], len(link["assertion_ids"])) == (day(6), 4)  # type: ignore[arg-type]  # a list


def test_parting_one_link_of_a_chain_parts_the_person_there(store: Neo4jStore, company: Company) -> None:
    company.load(store, *people(company), *(company.consent(person, "skill_gap") for person in ("p1", "p4")))
    company.load(store, company.same_person("p2", "p3"), company.same_person("p4", "p3"))
    company.load(store, company.same_person("p1", "p2"), company.consent("p3", "skill_gap", at=2, status="withdrawn"))
    assert visible(store, company, Purpose.SKILL_GAP) == set()
    company.load(store, company.same_person("p2", "p3", at=3, retracts=True))
    assert visible(store, company, Purpose.SKILL_GAP) == {"p1", "p2"}
    assert healthy(store, company)


@pytest.mark.parametrize("bulk", [False, True])
def test_what_comes_in_later_is_born_with_the_persons_consent(store: Neo4jStore, company: Company, bulk: bool) -> None:
    load = company.load
    load(store, *people(company)[:5], bulk=bulk)
    load(store, company.consent("p1", "skill_gap"), bulk=bulk)
    load(store, company.same_person("p2", "p1"), bulk=bulk)
    load(store, company.holds("p2", "welding"), company.holds("p3", "welding"), bulk=bulk)
    assert scopes(store, company) == {
        "p1": {("skill_gap",)}, "p2": {("skill_gap",)}, "p3": {()}, "p4": {()}
    }  # fmt: skip
    assert healthy(store, company)


def test_the_change_log_names_the_link_and_everybody_it_concerns(store: Neo4jStore, company: Company) -> None:
    company.load(store, *people(company))
    first, second = company.same_person("p1", "p2"), company.same_person("p2", "p3")
    company.load(store, first)
    company.load(store, second)
    company.load(store, company.same_person("p2", "p3", at=2, retracts=True), bulk=True)
    assert company.load(store, first).version == company.load(store, second).version  # nothing new
    tenant = company.tenant

    def keys(*names: str) -> tuple[NodeKey, ...]:
        return tuple(NodeKey("Person", tenant, name) for name in names)

    log = [(each.kind, each.node_keys, each.edge_keys) for each in store.changes(tenant, 1)]
    assert log == [
        ("consent", keys("p1", "p2"), (("SAME_PERSON_AS", edge_id(first)),)),
        ("consent", keys("p1", "p2", "p3"), (("SAME_PERSON_AS", edge_id(second)),)),
        ("consent", keys("p1", "p2", "p3"), ()),
        ("bulk", (), ()),
    ]


def test_no_link_to_oneself_or_into_another_tenant(store: Neo4jStore, company: Company) -> None:
    company.load(store, *people(company))
    other = Company(f"other-{uuid4().hex[:8]}")
    other.load(store, *people(other))
    before = content(store, company.tenant)
    foreign = company.same_person("p1", "p2")
    (said,) = foreign.edges
    abroad = [replace(said, end=other.key("Person", "p2")), replace(said, end=NodeKey("Person", "_ref", "p2"))]
    wrong = [company.same_person("p1", "p1"), *(replace(foreign, edges=(edge,)) for edge in abroad)]
    for record in wrong:
        with pytest.raises(BadInput, match=r"links an identifier|another tenant"):
            company.load(store, record)
    assert content(store, company.tenant) == before
    # the same identifiers in two tenants are strangers
    company.load(store, company.same_person("p1", "p2"), company.consent("p1", "skill_gap"))
    assert scopes(store, other) == {key: {()} for key in PEOPLE}


def test_a_link_to_somebody_unknown_waits_for_them(store: Neo4jStore, company: Company) -> None:
    company.load(store, *people(company)[:2], company.consent("p1", "skill_gap"))
    link = company.same_person("p2", "p1")
    assert company.load(store, link).waiting == ["same/p2/p1/import"]
    assert "SAME_PERSON_AS" not in statistics(store, [company.tenant]).edges
    company.load(store, *people(company)[2:])
    assert company.load(store, link).released == 1
    assert statistics(store, [company.tenant]).edges["SAME_PERSON_AS"] == 1
    assert scopes(store, company)["p2"] == {("skill_gap",)}


CHOICES = st.lists(
    st.tuples(
        st.sampled_from(("link", "link", "part", "consent", "fact")),
        st.integers(0, 3),
        st.integers(0, 3),
        st.integers(0, 4),
        st.booleans(),
    ),
    min_size=1,
    max_size=14,
)


def record_of(company: Company, choice: tuple[str, int, int, int, bool]) -> Record | None:
    kind, first, second, at, flag = choice
    if kind == "fact":
        return company.holds(PEOPLE[first], "welding", float(second), at=at, record=f"row {first}")
    if kind == "consent":
        return company.consent(PEOPLE[first], "skill_gap", at=at, status="withdrawn" if flag else "granted")
    method = "hr_decision" if flag else "email_match"
    ends = (PEOPLE[first], PEOPLE[second])
    return None if first == second else company.same_person(*ends, at=at, method=method, retracts=kind == "part")


@EXAMPLES
@given(CHOICES, st.randoms(use_true_random=False), st.integers(1, 5))
def test_any_interleaving_gives_what_the_statements_alone_say(
    store: Neo4jStore, choices: list[tuple[str, int, int, int, bool]], rng: random.Random, size: int
) -> None:
    """Against the store in memory, which keeps statements only and works all else out when it is read."""
    company = Company(f"people-{uuid4().hex[:12]}")
    records = [record for record in (record_of(company, choice) for choice in choices) if record is not None]
    known = ReplayStore()
    known.apply(company.batch(*people(company), *records))
    company.load(store, *people(company))
    shuffled = [*records, *records]
    rng.shuffle(shuffled)
    for batch in _batches(company, shuffled, size):
        store.apply(batch)
    assert content(store, company.tenant) == content(known, company.tenant)
    assert healthy(store, company)


def _batches(company: Company, records: Sequence[Record], size: int) -> list[ChangeSet]:
    return [
        company.batch(*records[at : at + size], bulk=bool(at % 2))
        for at in range(0, len(records), size)
    ]  # fmt: skip


def test_the_identity_of_a_link_is_no_secret_of_the_store(store: Neo4jStore, company: Company) -> None:
    """A person who allows nothing has no link that a reader could see; an auditor sees it."""
    company.load(store, *people(company), company.same_person("p1", "p2"))
    link = edge_id(company.same_person("p1", "p2"))
    assert store.edges(company.scope(Purpose.SKILL_GAP), [link]) == {}
    (found,) = store.edges(company.scope(Purpose.GOVERNANCE), [link]).values()
    values: dict[str, Value] = dict(found.edge.properties)
    assert (values["method"], values["confidence"], values["source_id"]) == ("import", 0.9, company.source)
