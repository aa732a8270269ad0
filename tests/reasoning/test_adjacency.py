"""Moves: what is recorded, and the easiest by the transition model to which something carries over."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey
from reasoning.adjacency import role_moves
from reasoning.derived import derived
from reasoning.near_roles import NEAR_ROLES, NEAR_SCORE, near_roles
from reasoning.transitions import Order, adjacent, scores
from tests.reasoning.building import Company, index
from tests.reasoning.companies import solara
from tests.reasoning.oracles import Plain
from tests.reasoning.path_oracle import moves_of
from tests.reasoning.random_companies import random_company


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000_000))
def test_moves_are_the_recorded_ones_and_the_near_ones(seed: int) -> None:
    company, _ = random_company(seed)
    snapshot, plain = company.snapshot(), Plain(company)
    expected = plain.recorded()
    for role in plain.roles:
        ranked = adjacent(snapshot, index(snapshot, role), Order.FEASIBILITY, len(plain.roles))
        carrying = [
            one
            for one in ranked
            if joined(plain, role, snapshot.key(one.role)) and rise(company, role, snapshot.key(one.role)) <= 2
        ]
        for one in carrying[:NEAR_ROLES]:
            if one.score >= NEAR_SCORE:
                expected.setdefault((role, snapshot.key(one.role)), 0)
    assert {pair: observed for pair, (observed, *_) in moves_of(snapshot).items()} == expected
    pairs = [(index(snapshot, origin), index(snapshot, destination)) for origin, destination in moves_of(snapshot)]
    judged = [round(one.score * 1_000_000) for one in scores(snapshot, pairs)]
    assert [score for _, _, score, _ in moves_of(snapshot).values()] == judged


def joined(plain: Plain, origin: NodeKey, destination: NodeKey) -> bool:
    return plain.carried(origin, destination) >= 1 if plain.needs(origin) else bool(plain.needs(destination))


def rise(company: Company, origin: NodeKey, destination: NodeKey) -> int:
    before, after = (company.nodes[role].properties.get("level") for role in (origin, destination))
    return after - before if isinstance(before, int) and isinstance(after, int) else 0


def test_a_recorded_move_keeps_its_edge_and_says_whether_it_is_near_too() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    moves = derived(snapshot, role_moves)
    span = moves.of(index(snapshot, nodes["Data scientist"]))
    found = {
        snapshot.caption(int(moves.destinations[at])): (int(moves.observed[at]), bool(moves.near[at]))
        for at in range(span.start, span.stop)
    }
    assert found["Lead data scientist"] == (6, True)
    assert found["Data engineer"] == (0, True)
    assert "Solar technician" not in found
    recorded = moves.transitions[moves.transitions >= 0]
    assert len(recorded) == len(snapshot.edges("TRANSITIONS_TO"))


def test_only_the_easiest_are_near_and_only_of_the_same_scheme() -> None:
    company = Company()
    skills = [company.skill(f"Skill {number:02}") for number in range(12)]
    roles = [company.role(f"Role {number:02}", job_zone=3) for number in range(20)]
    other = company.role("Other", scheme="esco", job_zone=3)
    for role in (*roles, other):
        for skill in skills:
            company.requires(role, skill, 3.0)
    far = company.moved(roles[0], other, 3)
    snapshot = company.snapshot()
    near = derived(snapshot, near_roles)
    locals_ = [index(snapshot, role) - snapshot.nodes("Role").start for role in roles]
    assert {len(near.of(local)) for local in locals_} == {NEAR_ROLES}
    assert len(near.of(index(snapshot, other) - snapshot.nodes("Role").start)) == 0
    assert (roles[0], other) in moves_of(snapshot)
    position = snapshot.edges("TRANSITIONS_TO").find(index(snapshot, roles[0]), index(snapshot, other))
    assert position is not None
    assert snapshot.edge_id("TRANSITIONS_TO", position) == far


def test_people_do_not_change_what_is_near() -> None:
    company, nodes = solara()
    first = company.snapshot()
    company.has(nodes["Ana"], nodes["Python"], 5.0)
    second = company.snapshot()
    assert derived(first, near_roles) is derived(second, near_roles)
