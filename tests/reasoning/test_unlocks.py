"""Unlocks against trying every skill and every pair of skills on a plain implementation."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey
from ontology.errors import BadInput, ConsentMissing
from reasoning.evidence import ClaimKind
from reasoning.narrators.templates import render
from reasoning.unlocks import UnlockAnswer, UnlockRequest, unlocks
from reasoning.verifier import verify
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import solara
from tests.reasoning.oracles import Plain
from tests.reasoning.random_companies import random_company


def plain_open(plain: Plain, person: NodeKey, learned: tuple[NodeKey, ...], coverage: Fraction) -> set[NodeKey]:
    """Roles that are open to someone who holds what the person holds and the learned skills at the top level."""
    held = plain.counted(person)
    full = plain.fully(held | dict.fromkeys(learned, 250))
    found = set()
    for role in plain.roles:
        asked = plain.needs(role)
        met = sum(need.weight for need in asked if full.get(need.skill, 0) >= need.threshold)
        if asked and met >= coverage * sum(need.weight for need in asked):
            found.add(role)
    return found


def brute(plain: Plain, person: NodeKey, size: int, coverage: Fraction) -> dict[tuple[NodeKey, ...], set[NodeKey]]:
    """Every single skill or pair that closed roles ask for and lack, and what it opens."""
    before = plain_open(plain, person, (), coverage)
    full = plain.fully(plain.counted(person))
    asked = sorted(
        {
            need.skill
            for role in set(plain.roles) - before
            for need in plain.needs(role)
            if full.get(need.skill, 0) < need.threshold
        }
    )
    alone = {(skill,): plain_open(plain, person, (skill,), coverage) - before for skill in asked}
    if size == 1:
        return {key: roles for key, roles in alone.items() if roles}
    found: dict[tuple[NodeKey, ...], set[NodeKey]] = {}
    for pair in itertools.combinations(asked, 2):
        roles = plain_open(plain, person, pair, coverage) - before
        if len(roles) > max(len(alone[(skill,)]) for skill in pair):
            found[pair] = roles
    return found


def listed(answer: UnlockAnswer) -> dict[tuple[NodeKey, ...], tuple[int, set[NodeKey]]]:
    return {
        tuple(one.skill.key for one in unlock.skills): (unlock.count, {role.role.key for role in unlock.roles})
        for unlock in answer.unlocks
    }


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000_000), st.sampled_from([1, 2]), st.sampled_from([1.0, 0.8, 0.5]))
def test_counts_equal_trying_everything(seed: int, size: int, coverage: float) -> None:
    company, nodes = random_company(seed, roles=10)
    snapshot, plain, person = company.snapshot(), Plain(company), nodes["person 0"]
    request = UnlockRequest(index(snapshot, person), size, coverage, first=1000, now=NOW)
    answer = unlocks(snapshot, request)
    expected = brute(plain, person, size, Fraction(str(coverage)))
    assert listed(answer) == {key: (len(roles), roles) for key, roles in expected.items()}
    assert [one.count for one in answer.unlocks] == sorted((len(roles) for roles in expected.values()), reverse=True)
    assert answer.open_now == len(plain_open(plain, person, (), Fraction(str(coverage))))
    assert answer.considered == sum(bool(plain.needs(role)) for role in plain.roles)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000_000), st.integers(1, 6))
def test_the_first_ones_are_the_first_of_all(seed: int, first: int) -> None:
    company, nodes = random_company(seed, roles=12)
    snapshot = company.snapshot()
    person = index(snapshot, nodes["person 0"])
    for size in (1, 2):
        every = unlocks(snapshot, UnlockRequest(person, size, first=1000, now=NOW)).unlocks
        assert unlocks(snapshot, UnlockRequest(person, size, first=first, now=NOW)).unlocks[:first] == every[:first]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000_000), st.sampled_from([1, 2]))
def test_every_claim_is_proven(seed: int, size: int) -> None:
    company, nodes = random_company(seed, roles=8)
    snapshot, cited = company.snapshot(), company.cited()
    answer = unlocks(snapshot, UnlockRequest(index(snapshot, nodes["person 0"]), size, now=NOW))
    for claim in (claim for one in answer.unlocks for role in one.roles for claim in role.claims):
        assert claim.kind is ClaimKind.ROLE_WITHIN_REACH
        assert verify(claim, render(claim), cited) == [], render(claim)


def test_levels_to_reach_and_what_is_said() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    answer = unlocks(snapshot, UnlockRequest(index(snapshot, nodes["Jon"]), now=NOW))
    by = {one.skills[0].skill.caption: one for one in answer.unlocks}
    budget = [role.role.caption for role in by["Team leadership"].roles] if "Team leadership" in by else []
    assert budget == []  # an operations manager also needs budgeting: only the two together open the role
    pair = unlocks(snapshot, UnlockRequest(index(snapshot, nodes["Jon"]), 2, now=NOW)).unlocks
    found = next(
        one for one in pair if {skill.skill.caption for skill in one.skills} == {"Team leadership", "Budgeting"}
    )
    assert {skill.skill.caption: (skill.level, skill.held_level) for skill in found.skills} == {
        "Team leadership": (3.0, 0.0),
        "Budgeting": (2.0, 0.0),
    }
    (role,) = found.roles
    assert (role.role.caption, role.met, role.total) == ("Operations manager", 1, 3)
    assert render(role.claims[0]) == (
        "Person Jon meets 1 of 3 essential requirements of Operations manager; "
        "still needed: Budgeting at level 2, Team leadership at level 3."
    )


def test_ties_go_to_the_fewer_levels_to_gain() -> None:
    company = Company()
    person = company.person("1")
    near, far = company.skill("B near"), company.skill("A far")
    company.has(person, near, 2.5)
    company.requires(company.role("One"), near, 3.0)
    company.requires(company.role("Two"), far, 3.0)
    snapshot = company.snapshot()
    answer = unlocks(snapshot, UnlockRequest(index(snapshot, person), now=NOW))
    assert [one.skills[0].skill.caption for one in answer.unlocks] == ["B near", "A far"]


def test_only_roles_of_the_scheme_count() -> None:
    company = Company()
    person, skill = company.person("1"), company.skill("Skill")
    company.requires(company.role("Own"), skill, 3.0)
    company.requires(company.role("Public", scheme="esco"), skill, 3.0)
    snapshot = company.snapshot()

    def count(scheme: str | None) -> int:
        return unlocks(snapshot, UnlockRequest(index(snapshot, person), scheme=scheme, now=NOW)).unlocks[0].count

    assert (count("company"), count("esco"), count(None)) == (1, 1, 2)


@pytest.mark.parametrize("more", [{"skills": 3}, {"skills": 0}, {"coverage": 0.0}, {"coverage": 1.5}, {"first": 0}])
def test_bounds(more: dict[str, float]) -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    with pytest.raises(BadInput):
        unlocks(snapshot, UnlockRequest(index(snapshot, nodes["Jon"]), now=NOW, **more))  # type: ignore[arg-type]


def test_without_consent_there_is_no_answer() -> None:
    company, _ = solara()
    person = company.person("Shy", ("mentor_match",))
    snapshot = company.snapshot()
    with pytest.raises(ConsentMissing):
        unlocks(snapshot, UnlockRequest(index(snapshot, person), now=NOW))
