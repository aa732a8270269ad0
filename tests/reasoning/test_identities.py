"""A person whose facts lie under several identifiers gets the answers of one who has them all under the leading one."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity import SAME_PERSON_AS
from graph.keys import NodeKey
from graph.snapshot import Snapshot
from graph.store import CitedEdge, EdgeRecord
from ontology.errors import CairnError
from reasoning.answers import CareerPathRequest, MentorMatchRequest, SkillGapRequest
from reasoning.cohorts.matching import cohort_match
from reasoning.cohorts.terms import CohortRequest, Wish
from reasoning.evidence import Claim, EdgeRef, LinkedEdgeRef
from reasoning.explaining.bundle import bundles_of
from reasoning.exploration import ExplorationRequest, explore
from reasoning.gaps import skill_gap
from reasoning.mentors import mentor_match
from reasoning.narrators.templates import render
from reasoning.path_answers import PathConstraints
from reasoning.paths import career_path
from reasoning.plans import LearningPlanRequest, learning_plan
from reasoning.readiness import ReadinessRequest, readiness
from reasoning.search import search
from reasoning.unlocks import UnlockRequest, unlocks
from reasoning.verifier import verify, verify_claim
from reasoning.what_if import LearnedSkill, WhatIfRequest, what_if
from reasoning.who_could_reach import WhoCouldReachRequest, who_could_reach
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.random_companies import random_company
from tests.reasoning.spreading import spread

Nodes: TypeAlias = dict[str, NodeKey]
seeds = st.integers(0, 10_000_000)


def plain(value: object, was: Mapping[str, str]) -> object:
    """A value of an answer with the ids that its edges had before, and without the links it cites."""
    if isinstance(value, EdgeRef):
        start, end, said = value.start, value.end, tuple(sorted(value.properties.items()))
        return was.get(value.edge_id, value.edge_id), value.rel_type, start, end, said
    if isinstance(value, tuple | list):
        kept = (one for one in value if not (isinstance(one, EdgeRef) and one.rel_type == SAME_PERSON_AS))
        return [plain(one, was) for one in kept]
    if isinstance(value, Mapping):
        return {name: plain(one, was) for name, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name), was) for field in fields(value)}
    if isinstance(value, str):  # a slot may name edges
        return " ".join(was.get(one.partition("=")[0], one.partition("=")[0]) + one[len(one.partition("=")[0]) :]
                        for one in value.split(" "))  # fmt: skip
    return value


def claims_in(value: object) -> Iterator[Claim]:
    if isinstance(value, Claim):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from claims_in(one)
    elif is_dataclass(value) and not isinstance(value, type | EdgeRef):
        for field in fields(value):
            yield from claims_in(getattr(value, field.name))


Ask: TypeAlias = Callable[[Snapshot, Nodes], object]


def at(snapshot: Snapshot, nodes: Nodes, name: str) -> int:
    return index(snapshot, nodes[name])


def people(snapshot: Snapshot) -> tuple[int, ...]:
    return tuple(snapshot.nodes("Person"))


QUESTIONS: dict[str, Ask] = {
    "gap": lambda s, n: skill_gap(s, SkillGapRequest(at(s, n, "person 0"), at(s, n, "role 1"), now=NOW)),
    "path": lambda s, n: career_path(
        s, CareerPathRequest(at(s, n, "role 3"), person=at(s, n, "person 0"), alternatives=2, now=NOW)
    ),
    "conflict": lambda s, n: career_path(
        s,
        CareerPathRequest(
            at(s, n, "role 4"), person=at(s, n, "person 0"), constraints=PathConstraints(max_months=1.0), now=NOW
        ),
    ),
    "what if": lambda s, n: what_if(
        s,
        WhatIfRequest(
            at(s, n, "role 3"),
            person=at(s, n, "person 0"),
            now=NOW,
            learned=(LearnedSkill(at(s, n, "skill 2"), 3.0),),
        ),
    ),
    "mentors": lambda s, n: mentor_match(s, MentorMatchRequest(at(s, n, "person 0"), at(s, n, "role 2"), now=NOW)),
    "plan": lambda s, n: learning_plan(s, LearningPlanRequest(at(s, n, "person 0"), at(s, n, "role 1"), now=NOW)),
    "unlocks": lambda s, n: unlocks(s, UnlockRequest(at(s, n, "person 0"), coverage=0.5, now=NOW)),
    "explore": lambda s, n: explore(s, ExplorationRequest(person=at(s, n, "person 0"), now=NOW)),
    "reach": lambda s, n: who_could_reach(s, WhoCouldReachRequest(at(s, n, "role 2"), people(s), now=NOW)),
    "readiness": lambda s, n: readiness(s, ReadinessRequest((at(s, n, "role 1"), at(s, n, "role 2")), now=NOW)),
    "cohort": lambda s, n: cohort_match(
        s,
        CohortRequest(
            tuple(Wish(at(s, n, f"person {one}"), at(s, n, "role 2")) for one in range(3)), now=NOW
        ),
    ),
    "search": lambda s, n: search(s, "Person 001", ("Person",)),
}  # fmt: skip


def asked(ask: Ask, snapshot: Snapshot, nodes: Nodes) -> object:
    """The answer, or the code of its refusal."""
    try:
        return ask(snapshot, nodes)
    except CairnError as refused:
        return refused.code


@pytest.mark.parametrize("name", QUESTIONS)
@settings(max_examples=5, deadline=None)
@given(seed=seeds, chains=st.booleans())
def test_spread_facts_give_the_answers_of_gathered_ones(name: str, seed: int, chains: bool) -> None:
    company, nodes = random_company(seed, people=6)
    scattered, was = spread(company, random.Random(seed), chains=chains)
    ask = QUESTIONS[name]
    before, found = (asked(ask, one.snapshot(), nodes) for one in (company, scattered))
    assert plain(found, was) == plain(before, was)
    cited = scattered.cited()
    for claim in claims_in(found):
        assert verify(claim, render(claim), cited) == []


@pytest.mark.parametrize("name", QUESTIONS)
@settings(max_examples=3, deadline=None)
@given(seed=seeds)
def test_parted_people_get_the_answers_of_never_having_been_joined(name: str, seed: int) -> None:
    scattered, _ = spread(random_company(seed, people=6)[0], random.Random(seed))
    nodes = random_company(seed, people=6)[1]
    apart, never = Company(), Company()
    apart.nodes = never.nodes = scattered.nodes
    for one, link in scattered.links.items():
        retracted = replace(link, properties={**link.properties, "retracted_at": NOW})
        apart.links[one] = retracted if link.rel_type == SAME_PERSON_AS else link
    never.links = {one: link for one, link in scattered.links.items() if link.rel_type != SAME_PERSON_AS}
    assert asked(QUESTIONS[name], apart.snapshot(), nodes) == asked(QUESTIONS[name], never.snapshot(), nodes)


# -- what a claim must cite ----------------------------------------------------------------------------------------


def linked_claims(seed: int) -> tuple[list[Claim], Company, Nodes]:
    """Claims that rest on facts of another identifier than the leading one."""
    company, nodes = random_company(seed, people=6)
    scattered, _ = spread(company, random.Random(seed), chains=True)
    snapshot = scattered.snapshot()
    found = [asked(QUESTIONS[name], snapshot, nodes) for name in ("gap", "path", "mentors", "unlocks")]
    claims = [claim for one in found for claim in claims_in(one)]
    return [one for one in claims if any(isinstance(edge, LinkedEdgeRef) for edge in one.edges)], scattered, nodes


@settings(max_examples=12, deadline=None)
@given(seeds)
def test_a_claim_on_another_identifier_goes_with_the_link(seed: int) -> None:
    claims, scattered, nodes = linked_claims(seed)
    cited = scattered.cited()
    for claim in claims:
        links = [edge for edge in claim.edges if edge.rel_type == SAME_PERSON_AS]
        assert links
        assert verify_claim(claim, cited) == []
        for link in links:
            without = {one: edge for one, edge in cited.items() if one != link.edge_id}
            assert verify_claim(claim, without) == ["unknown_id"]
            uncited = replace(claim, edges=tuple(edge for edge in claim.edges if edge != link))
            # A sentence that names nobody says of nobody what it counts.
            named = {"person", "mentor"} & claim.slots.keys()
            assert verify_claim(uncited, cited) != [] or not named
    if not claims:
        return
    # End to end: the link is taken back; nothing cites it any more, nor says the same by it.
    lost = next(edge for edge in random.Random(seed).choice(claims).edges if edge.rel_type == SAME_PERSON_AS)
    del scattered.links[lost.edge_id]
    snapshot = scattered.snapshot()
    again = [asked(QUESTIONS[name], snapshot, nodes) for name in ("gap", "path", "mentors", "unlocks")]
    assert lost.edge_id not in {edge.edge_id for one in again for claim in claims_in(one) for edge in claim.edges}


class Joined:
    """Ada's welding was said of her number in the learning system; Eve has nothing to do with either."""

    def __init__(self) -> None:
        company = self.company = Company()
        self.ada, self.lms, self.eve = (company.person(one) for one in ("ada", "lms-7", "eve"))
        self.welding = company.skill("welding")
        self.role = company.role("welder")
        company.requires(self.role, self.welding, 2.0)
        company.has(self.lms, self.welding, 4.0)
        self.link = company.edge(SAME_PERSON_AS, self.lms, self.ada)

    def claim(self) -> Claim:
        snapshot = self.company.snapshot()
        answer = skill_gap(snapshot, SkillGapRequest(index(snapshot, self.ada), index(snapshot, self.role), now=NOW))
        return answer.items[0].claims[0]

    def cited(self, **more: tuple[NodeKey, NodeKey]) -> dict[str, CitedEdge]:
        for start, end in more.values():
            self.company.edge(SAME_PERSON_AS, start, end)
        return self.company.cited()


def test_the_person_is_named_and_the_identifier_cited() -> None:
    world = Joined()
    claim = world.claim()
    assert render(claim) == "Person ada has welding at level 4, and so meets level 2, which welder asks for."
    edges = {edge.rel_type: edge for edge in claim.edges}
    held = edges["HAS_SKILL"]
    assert isinstance(held, LinkedEdgeRef)
    assert (held.start.key, held.stated_start.key) == (world.ada, world.lms)
    assert edges[SAME_PERSON_AS].edge_id == world.link
    assert (edges[SAME_PERSON_AS].start.caption, edges[SAME_PERSON_AS].end.caption) == ("Person lms-7", "Person ada")
    assert verify_claim(claim, world.cited()) == []


def test_a_model_is_shown_one_person_and_no_links() -> None:
    (bundle,) = bundles_of([Joined().claim()]).bundles
    assert sorted(fact.relation for fact in bundle.facts) == ["has skill", "requires skill"]
    assert list(bundle.people.values()) == ["Person ada"]


def test_nobody_else_is_named_by_a_forged_link() -> None:
    """A link that is in no store, one between others, and a live one that leads elsewhere: all are turned down."""
    world = Joined()
    claim, cited = world.claim(), world.cited()
    eve = replace(claim, slots={**claim.slots, "person": "Person eve"})
    assert verify_claim(eve, cited) == ["slot"]
    link = next(edge for edge in claim.edges if edge.rel_type == SAME_PERSON_AS)
    rest = tuple(edge for edge in claim.edges if edge != link)
    to_eve = replace(link, end=replace(link.end, key=world.eve, caption="Person eve"))
    assert "edge_mismatch" in verify_claim(replace(eve, edges=(*rest, to_eve)), cited)
    invented = replace(to_eve, edge_id="0" * 32)
    assert verify_claim(replace(eve, edges=(*rest, invented)), cited) == ["unknown_id"]
    # A live link of two other people is no link of these, however it is cited.
    other = world.company.person("zoe")
    world.company.edge(SAME_PERSON_AS, world.eve, other)
    cited = world.company.cited()
    strange = next(one for one, edge in cited.items() if edge.edge.start == world.eve)
    strange_ref = replace(
        link,
        edge_id=strange,
        start=replace(link.start, key=world.eve, caption="Person eve"),
        end=replace(link.end, key=other, caption="Person zoe"),
        properties={},
    )
    assert verify_claim(replace(eve, edges=(*rest, strange_ref)), cited) == ["padding"]
    assert verify_claim(replace(claim, edges=(*claim.edges, strange_ref)), cited) == ["padding"]


def test_a_link_that_was_taken_back_or_rejected_joins_nobody() -> None:
    world = Joined()
    claim, cited = world.claim(), world.cited()
    for mark in ({"retracted_at": NOW}, {"review_state": "rejected"}):
        edge: EdgeRecord = cited[world.link].edge
        dead: Any = {**edge.properties, **mark}
        assert "unknown_id" in verify_claim(
            claim, {**cited, world.link: replace(cited[world.link], edge=replace(edge, properties=dead))}
        )
