"""Plays by declared rules: each condition at its edge, the proof of every match, and who may be shown what."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from graph.keys import NodeKey, Value
from ontology.errors import ConsentMissing
from ontology.situations import read_rule, rule_text
from reasoning.citing import Citations
from reasoning.evidence import Claim, ClaimKind
from reasoning.plays import PlaysAnswer, PlaysRequest, choose_plays
from reasoning.release import release
from reasoning.verifier import verify_claim
from tests.reasoning.building import TENANT, Company, index
from tests.reasoning.retrieval.shelves import shelve

NOW = datetime(2026, 6, 15, tzinfo=UTC)


class World:
    """Ada leads since March 2026; the role asks for leading at 3, and she has it at 2."""

    def __init__(self) -> None:
        self.company = Company()
        self.ada = self.company.person("ada")
        self.lead = self.company.role("team lead")
        self.leading, self.python = self.company.skill("leading"), self.company.skill("python")
        self.company.requires(self.lead, self.leading, 3.0)
        self.company.holds(self.ada, self.lead, date(2026, 3, 1))
        self.company.has(self.ada, self.leading, 2.0)

    def declare(self, rule: object, *, name: str = "s1", audience: tuple[str, ...] = ("all",)) -> None:
        text = rule_text(read_rule(rule))
        play = self.company.add(NodeKey("Play", TENANT, f"play of {name}"), {"name": f"Play of {name}"})
        stated: dict[str, Value] = {"name": f"Situation {name}", "conditions": text, "audience": list(audience)}
        situation = self.company.add(NodeKey("Situation", TENANT, name), stated)
        self.company.edge("CALLS_FOR", situation, play, conditions=text)

    def answer(self, *audiences: str, now: datetime = NOW) -> PlaysAnswer:
        snapshot = self.company.snapshot()
        return choose_plays(snapshot, PlaysRequest(index(snapshot, self.ada), audiences, now))

    def holds(self, rule: object, now: datetime = NOW) -> bool:
        """Whether the rule holds; where it does, every claim must be proved by the edges."""
        self.declare(rule)
        answer = self.answer(now=now)
        cited = self.company.cited()
        for match in answer.plays:
            outcome = release(match.claims, cited)
            assert outcome.dropped == ()
            assert len(outcome.sentences) == len(match.claims)
        return bool(answer.plays)


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ([{"new_in_role": {"months": 4}}], True),
        ([{"new_in_role": {"months": 3}}], False),
        ([{"long_in_role": {"months": 3}}], True),
        ([{"long_in_role": {"months": 4}}], False),
        ([{"role_asks_for": {"skills": ["python", "leading"]}}], True),
        ([{"role_asks_for": {"skills": ["python"]}}], False),
        ([{"gap": {"skills": ["leading"]}}], True),
        ([{"gap": {"skills": ["leading"], "below": 1.0}}], True),
        ([{"gap": {"skills": ["leading"], "below": 1.02}}], False),
        ([{"gap": {"skills": ["python"]}}], False),
        ([{"holds": {"skills": ["leading"], "level": 2.0}}], True),
        ([{"holds": {"skills": ["leading"], "level": 2.02}}], False),
        ([{"holds": {"level": 2.0}}], True),
        ([{"holds": {"skills": ["python"], "level": 0.5}}], False),
        ([{"runs_out": {"days": 30}}], False),
        ([{"new_in_role": {"months": 6}}, {"gap": {"skills": ["leading"]}}], True),
        ([{"new_in_role": {"months": 1}}, {"gap": {"skills": ["leading"]}}], False),
        ([{"gap": {"skills": ["leading"]}}, {"holds": {"skills": ["leading"], "level": 1.0}}], True),
    ],
)
def test_a_rule_holds_exactly_when_its_edges_say_so(world: World, rule: object, expected: bool) -> None:
    assert world.holds(rule) is expected


def test_a_skill_that_is_not_on_record_is_a_gap_too(world: World) -> None:
    world.company.requires(world.lead, world.python, 2.0)
    assert world.holds([{"gap": {"skills": ["python"], "below": 2.0}}])


def test_a_narrower_skill_counts_and_its_chain_is_cited(world: World) -> None:
    coaching = world.company.skill("coaching")
    world.company.edge("BROADER", coaching, world.leading)
    world.company.has(world.ada, coaching, 2.5)
    assert not world.holds([{"gap": {"skills": ["leading"], "below": 1.0}}])
    assert world.holds([{"gap": {"skills": ["leading"], "below": 0.5}}])
    (match,) = world.answer().plays
    assert [edge.rel_type for edge in match.evidence] == [
        "CALLS_FOR", "HOLDS_ROLE", "REQUIRES_SKILL", "HAS_SKILL", "BROADER",
    ]  # fmt: skip


def test_a_certificate_runs_out_unless_it_was_renewed(world: World) -> None:
    course = world.company.course("height")
    world.company.edge(
        "COMPLETED", world.ada, course, completed_on=date(2024, 7, 1), passed=True, expires_on=date(2026, 7, 1)
    )
    assert world.holds([{"runs_out": {"days": 30}}])
    assert not world.holds([{"runs_out": {"days": 10}}])
    assert not world.holds([{"runs_out": {"days": 30}}], now=datetime(2026, 7, 2, tzinfo=UTC))
    world.company.edge(
        "COMPLETED", world.ada, course, completed_on=date(2026, 6, 1), passed=True, expires_on=date(2028, 6, 1)
    )
    assert not world.holds([{"runs_out": {"days": 30}}])


def test_a_past_role_says_nothing_of_the_present(world: World) -> None:
    world.company.links = {
        edge_id: edge for edge_id, edge in world.company.links.items() if edge.rel_type != "HOLDS_ROLE"
    }
    world.company.holds(world.ada, world.lead, date(2025, 1, 1), date(2025, 12, 31))
    assert not world.holds([{"gap": {"skills": ["leading"]}}])


def test_without_consent_nothing_is_evaluated(world: World) -> None:
    world.company.person("ada", scopes=["career_path"])
    world.declare([{"holds": {"level": 1.0}}])
    with pytest.raises(ConsentMissing):
        world.answer()


def test_audience_of_the_situation_and_of_the_playbook(world: World) -> None:
    world.declare([{"holds": {"level": 1.0}}], audience=("manager",))
    book = shelve(world.company, "book", audience=("coach",), kind="playbook")
    world.company.edge("DESCRIBED_IN", NodeKey("Play", TENANT, "play of s1"), book)
    assert (world.answer("employee").plays, world.answer("employee").considered) == ((), 0)
    (shown,) = world.answer("manager").plays
    assert shown.document is None
    (shown,) = world.answer("manager", "coach").plays
    assert shown.document is not None
    assert [claim.kind for claim in shown.claims][:2] == [ClaimKind.PLAY_CALLED_FOR, ClaimKind.PLAY_DESCRIBED_IN]


def called_for(world: World, rule: object) -> Claim:
    world.declare(rule)
    (match,) = world.answer().plays
    return match.claims[0]


def test_the_claim_falls_with_any_of_its_edges_and_with_a_changed_rule(world: World) -> None:
    claim = called_for(world, [{"new_in_role": {"months": 6}}, {"gap": {"skills": ["leading"]}}])
    cited = world.company.cited()
    assert verify_claim(claim, cited) == []
    assert len(claim.edges) == 4
    for edge in claim.edges:
        less = tuple(one for one in claim.edges if one != edge)
        changed = Claim(claim.id, claim.kind, claim.slots, less)
        if edge.rel_type != "HAS_SKILL":  # without it the gap is only larger
            assert verify_claim(changed, cited)
    world.declare([{"holds": {"level": 4.0}}])
    assert verify_claim(claim, world.company.cited())


def test_an_edge_of_another_person_or_of_no_use_is_refused(world: World) -> None:
    claim = called_for(world, [{"gap": {"skills": ["leading"]}}])
    bob = world.company.person("bob")
    world.company.has(bob, world.leading, 1.0)
    world.company.has(world.ada, world.python, 4.0)
    snapshot = world.company.snapshot()
    cited = world.company.cited()
    strangers = [one for one in cited.values() if one.edge.start == bob or one.edge.end == world.python]
    assert len(strangers) == 2
    answer = choose_plays(snapshot, PlaysRequest(index(snapshot, world.ada), (), NOW))
    assert verify_claim(answer.plays[0].claims[0], cited) == []
    citations = Citations(snapshot)
    edges = snapshot.edges("HAS_SKILL")
    extra = [
        citations.edge(("HAS_SKILL", position))
        for position in range(len(edges))
        if citations.edge(("HAS_SKILL", position)).edge_id in {one.edge.edge_id for one in strangers}
    ]
    for edge in extra:
        assert verify_claim(Claim("c1", claim.kind, claim.slots, (*claim.edges, edge)), cited)
