"""Why a role or way is not in the answer, against every way worked out one by one."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey
from ontology.errors import BadInput
from reasoning.conflicts import parts_of, together
from reasoning.evidence import Claim
from reasoning.narrators.templates import render
from reasoning.path_answers import CareerPath, Constraint, ConstraintKind
from reasoning.verifier import verify
from reasoning.why_not import Verdict, WhyNotAnswer, WhyNotRequest, why_not
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import solara
from tests.reasoning.path_oracle import Way, greedily_apart, jaccard, random_parts
from tests.reasoning.test_path_search import ROLES, Case

LEAST, K = 500, 3


def roles_of(path: CareerPath | None) -> tuple[NodeKey, ...] | None:
    return None if path is None else (path.steps[0].origin.key, *(step.destination.key for step in path.steps))


def ask(case: Case, target: NodeKey, parts: list[Constraint], **missed: object) -> WhyNotAnswer:
    request = WhyNotRequest(
        target_role=index(case.snapshot, target),
        person=index(case.snapshot, case.person),
        alternatives=K,
        constraints=together(parts),
        now=NOW,
        min_diversity=LEAST / 1000,
        **missed,  # type: ignore[arg-type]  # a role or a way
    )
    return why_not(case.snapshot, request)


def lost_to(chosen: list[Way], way: Way) -> tuple[Verdict, Way]:
    """The greedy rule's own reason: the first chosen before it that is too alike, or the last one chosen."""
    before = [one for one in chosen if one.rank < way.rank and jaccard(one, way) < Fraction(LEAST, 1000)]
    return (Verdict.TOO_ALIKE, before[0]) if before else (Verdict.COSTLIER, chosen[-1])


def check_comparison(answer: WhyNotAnswer, chosen: list[Way], way: Way) -> None:
    verdict, against = lost_to(chosen, way)
    assert (answer.verdict, roles_of(answer.best), roles_of(answer.against)) == (verdict, way.roles, against.roles)
    assert answer.costs_more == pytest.approx((way.cost - against.cost) / 1000)
    assert answer.apart == pytest.approx(float(jaccard(way, against)), abs=1e-4)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000_000))
def test_a_role_left_out_lost_this_comparison(seed: int) -> None:
    case, dice = Case(seed), random.Random(seed)
    target = dice.choice(case.targets())
    parts = list(parts_of(together(random_parts(dice, case.nodes, ROLES, 2))))
    ways = case.all(target)
    kept = [way for way in ways if all(case.ways.keeps(way, part) for part in parts)]
    chosen = greedily_apart(kept, K, Fraction(LEAST, 1000))
    for role in (one for one in case.ways.plain.roles if one not in (case.start, target)):
        answer = ask(case, target, parts, role=index(case.snapshot, role))
        through = [way for way in ways if role in way.roles]
        if any(role in way.roles for way in chosen):
            assert answer.verdict is Verdict.INCLUDED
        elif any(role in way.roles for way in kept):
            check_comparison(answer, chosen, next(way for way in kept if role in way.roles))
        elif through:
            assert answer.verdict is Verdict.EXCLUDED
            assert answer.conflict is not None
            found = [one.constraint for one in answer.conflict.constraints]
            assert not any(all(case.ways.keeps(way, part) for part in found) for way in through)
            for size in range(len(found)):
                for fewer in itertools.combinations(parts, size):
                    assert any(all(case.ways.keeps(way, part) for part in fewer) for way in through)
        else:
            assert answer.verdict is Verdict.UNREACHABLE
            assert answer.gap is not None
            assert role in {end.key for end in answer.gap}


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000_000))
def test_a_way_left_out_lost_this_comparison(seed: int) -> None:
    case, dice = Case(seed), random.Random(seed)
    target = dice.choice(case.targets())
    parts = list(parts_of(together(random_parts(dice, case.nodes, ROLES, 2))))
    ways = case.all(target)
    kept = [way for way in ways if all(case.ways.keeps(way, part) for part in parts)]
    chosen = greedily_apart(kept, K, Fraction(LEAST, 1000))
    others = [role for role in case.ways.plain.roles if role not in (case.start, target)]
    for length in range(3):
        roles = (case.start, *dice.sample(others, length), target)
        answer = ask(case, target, parts, way=tuple(index(case.snapshot, role) for role in roles))
        way = next((one for one in ways if one.roles == roles), None)
        if way is None:
            missing = next(pair for pair in itertools.pairwise(roles) if pair not in case.ways.moves)
            assert answer.verdict is Verdict.NO_MOVE
            assert answer.gap is not None
            assert (answer.gap[0].key, answer.gap[1].key) == missing
        elif way in chosen:
            assert answer.verdict is Verdict.INCLUDED
        elif broken := [part for part in parts if not case.ways.keeps(way, part)]:
            assert answer.verdict is Verdict.EXCLUDED
            assert answer.conflict is not None
            assert [one.constraint for one in answer.conflict.constraints] == broken
        else:
            check_comparison(answer, chosen, way)


def test_the_comparison_is_told_with_its_edges() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    request = WhyNotRequest(
        target_role=index(snapshot, nodes["Lead data scientist"]),
        person=index(snapshot, nodes["Ana"]),
        alternatives=1,
        now=NOW,
        role=index(snapshot, nodes["Data engineer"]),
    )
    answer = why_not(snapshot, request)
    assert answer.verdict is Verdict.COSTLIER
    assert answer.best is not None
    assert answer.against is not None
    assert answer.costs_more == pytest.approx(answer.best.cost - answer.against.cost)
    claims: list[Claim] = [*answer.claims, *answer.best.claims, *answer.against.claims]
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert verify(claim, render(claim), company.cited()) == []


def test_a_role_to_avoid_is_excluded_by_that_limit() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    request = WhyNotRequest(
        target_role=index(snapshot, nodes["Lead data scientist"]),
        person=index(snapshot, nodes["Ana"]),
        constraints=together([Constraint(ConstraintKind.AVOID, "Data engineer")]),
        now=NOW,
        role=index(snapshot, nodes["Data engineer"]),
    )
    answer = why_not(snapshot, request)
    assert answer.verdict is Verdict.EXCLUDED
    assert answer.conflict is not None
    (member,) = answer.conflict.constraints
    assert (member.constraint.kind, member.helps_alone) == (ConstraintKind.AVOID, True)
    assert member.role is not None
    assert member.role.caption == "Data engineer"


def test_a_way_longer_than_any_path_is_refused_and_not_told_as_no_path() -> None:
    company = Company()
    roles = [company.role(f"Role {number:02}") for number in range(11)]
    for before, after in [*itertools.pairwise(roles), (roles[1], roles[10])]:
        company.moved(before, after, 1)
    snapshot = company.snapshot()
    places = [index(snapshot, role) for role in roles]
    for way in (tuple(places[1:10]), (places[1], places[2], places[1])):
        request = WhyNotRequest(target_role=places[10], start_role=places[0], now=NOW, way=way)
        with pytest.raises(BadInput, match="too long"):
            why_not(snapshot, request)
    short = why_not(snapshot, WhyNotRequest(target_role=places[10], start_role=places[0], now=NOW, way=(places[1],)))
    assert short.verdict is Verdict.INCLUDED
