"""How levels fade: by declared rules, never with a later date, and told in every gap item they move."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey
from graph.snapshot import Snapshot
from reasoning.answers import GapStatus, SkillGapAnswer, SkillGapRequest
from reasoning.evidence import ClaimKind
from reasoning.fading import RecencyRule, rules
from reasoning.gaps import skill_gap
from reasoning.narrators.templates import render
from reasoning.verifier import verify, verify_claim
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.random_companies import random_company

SKILL = RecencyRule("skill", 24, 60, 0.4)


def months(count: float) -> int:
    return round(count * 30.4375)


@pytest.mark.parametrize(
    ("since", "counted"),
    [(0, 200), (24, 200), (25, 198), (54, 141), (84, 100), (124, 80), (400, 80)],
)
def test_a_level_of_4_halves_in_five_years_after_two_and_stays_above_its_floor(since: int, counted: int) -> None:
    assert SKILL.counted(200, months(since)) == counted


def test_the_declared_rules() -> None:
    assert {name: (one.grace_months, one.half_life_months, one.floor) for name, one in rules().items()} == {
        "skill": (24, 60, 0.4),
        "knowledge": (24, 84, 0.4),
        "language": (36, 120, 0.6),
    }


@settings(max_examples=200)
@given(st.integers(0, 250), st.integers(0, 20_000), st.integers(0, 20_000))
def test_a_later_date_never_lowers_and_nothing_is_raised(level: int, one: int, other: int) -> None:
    for rule in rules().values():
        sooner, later = sorted((one, other))
        assert level >= rule.counted(level, sooner) >= rule.counted(level, later) >= min(level, 1)
        assert rule.counted(level, -1) == level


def desk(kind: str = "skill", last: date | None = date(2019, 6, 1)) -> tuple[Company, NodeKey, NodeKey, NodeKey]:
    company = Company()
    person, role = company.person("1"), company.role("Analyst")
    skill = company.skill("Python", kind=kind)
    company.requires(role, skill, 3.0)
    company.has(person, skill, 4.0, last_used=last)
    return company, person, role, skill


def asked(snapshot: Snapshot, person: NodeKey, role: NodeKey, *, recency: bool = True) -> SkillGapAnswer:
    request = SkillGapRequest(index(snapshot, person), index(snapshot, role), now=NOW, recency=recency)
    return skill_gap(snapshot, request)


def test_an_item_says_what_is_stated_what_counts_and_which_rule_moved_it() -> None:
    company, person, role, _ = desk()
    answer = asked(company.snapshot(), person, role)
    (item,) = answer.items
    # 84 months since 2019-06-01, of which 24 do not count: one half-life
    assert (item.stated_level, item.held_level, item.status) == (4.0, 2.0, GapStatus.PARTLY_MET)
    assert (item.recency_rule, item.last_evidence) == ("skill", date(2019, 6, 1))
    assert (answer.coverage, [rule.name for rule in answer.recency]) == (0.0, ["skill", "knowledge", "language"])
    claim = item.claims[0]
    assert claim.kind is ClaimKind.LEVEL_FADED
    assert render(claim) == (
        "Person 1 has Python at level 4; the last evidence is of 2019-06-01, so it counts as level 2 on 2026-06-01, "
        "with a half-life of 60 months; Analyst asks for level 3, which is not met."
    )
    assert verify(claim, render(claim), company.cited()) == []


def test_without_the_rule_without_a_date_and_for_abilities_levels_count_as_stated() -> None:
    company, person, role, _ = desk()
    (item,) = asked(company.snapshot(), person, role, recency=False).items
    assert (item.held_level, item.stated_level, item.recency_rule, item.status) == (4.0, 4.0, None, GapStatus.MET)
    assert asked(company.snapshot(), person, role, recency=False).recency == ()
    for given_ in (desk(last=None), desk("ability"), desk("unknown")):
        (item,) = asked(given_[0].snapshot(), given_[1], given_[2]).items
        assert (item.held_level, item.recency_rule) == (4.0, None)


def test_newer_evidence_of_the_same_skill_takes_the_place_of_what_has_faded() -> None:
    company, person, role, skill = desk()
    company.assessed(person, skill, 3.2, date(2026, 1, 1))
    (item,) = asked(company.snapshot(), person, role).items
    assert (item.held_level, item.stated_level, item.recency_rule) == (3.2, 3.2, None)


def test_what_the_present_role_asks_for_is_practised_and_does_not_fade() -> None:
    company, person, role, skill = desk()
    post = company.role("Developer")
    company.requires(post, skill, 1.0)
    company.holds(person, post, date(2018, 1, 1), date(2026, 5, 31))
    assert asked(company.snapshot(), person, role).items[0].held_level == 2.0  # until yesterday
    company.holds(person, post, date(2019, 1, 1))
    (item,) = asked(company.snapshot(), person, role).items
    assert (item.held_level, item.recency_rule, item.claims[0].kind) == (4.0, None, ClaimKind.MEETS_SKILL)


def test_a_narrower_skill_than_the_present_role_asks_for_does_not_fade_either() -> None:
    company, person, role, skill = desk()
    post, broader = company.role("Developer"), company.skill("Programming")
    company.broader(skill, broader)
    company.requires(post, broader, 1.0)
    company.holds(person, post, date(2019, 1, 1))
    assert asked(company.snapshot(), person, role).items[0].recency_rule is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("counted", 2.5), ("counted", 4.0), ("as_of", "2026-06-03"), ("as_of", "2036-06-01"), ("as_of", "soon"),
        ("last", "2020-06-01"), ("rule", "knowledge"), ("rule", "none"), ("half_life", 84), ("enough", True),
        ("level", 5.0), ("required", 2.0), ("person", "Person 2"), ("basis", "assessment"),
    ],
)  # fmt: skip
def test_the_verifier_computes_what_has_faded_again(name: str, value: str | float) -> None:
    company, person, role, _ = desk()
    claim = asked(company.snapshot(), person, role).items[0].claims[0]
    slots = {**claim.slots, name: value}
    broken = type(claim)(claim.id, claim.kind, slots, claim.edges, claim.derivations)
    # two days more make no difference to the level, and then the claim is true of that day
    assert (verify_claim(broken, company.cited()) == []) is (value == "2026-06-03")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000_000), st.integers(0, 4000), st.integers(0, 4000))
def test_a_later_use_never_lowers_coverage(seed: int, one: int, other: int) -> None:
    company, nodes = random_company(seed)
    person = nodes["person 0"]
    coverages = []
    for days in sorted((one, other), reverse=True):
        for edge_id, edge in list(company.links.items()):
            if edge.rel_type == "HAS_SKILL" and edge.start == person:
                properties = {**edge.properties, "last_used": NOW.date() - timedelta(days=days)}
                company.links[edge_id] = type(edge)(edge_id, edge.rel_type, edge.start, edge.end, properties)
        snapshot = company.snapshot()
        coverages.append([asked(snapshot, person, nodes[f"role {number}"]).coverage for number in range(5)])
    assert all(later >= sooner for sooner, later in zip(*coverages, strict=True))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000_000))
def test_every_claim_about_what_has_faded_is_proven(seed: int) -> None:
    company, nodes = random_company(seed)
    later = datetime(2031, 6, 1, tzinfo=UTC)
    snapshot, cited = company.snapshot(), company.cited()
    for number in range(5):
        request = SkillGapRequest(
            index(snapshot, nodes["person 0"]), index(snapshot, nodes[f"role {number}"]), now=later
        )
        for item in skill_gap(snapshot, request).items:
            claim = item.claims[0]
            assert verify(claim, render(claim), cited) == [], render(claim)
