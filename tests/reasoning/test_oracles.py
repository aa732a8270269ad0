"""Every answer against the plain one, on random companies."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey
from graph.snapshot import Snapshot
from reasoning.answers import CareerPathRequest, MentorMatchRequest, PathConstraints, SkillGapRequest
from reasoning.gaps import skill_gap
from reasoning.mentors import mentor_match
from reasoning.paths import career_path
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.oracles import Plain
from tests.reasoning.path_oracle import moves_of
from tests.reasoning.random_companies import random_company

seeds = st.integers(0, 10_000_000)


def found_paths(
    snapshot: Snapshot, target: NodeKey, constraints: PathConstraints, k: int, **start: int
) -> list[tuple[int, int, tuple[NodeKey, ...]]]:
    request = CareerPathRequest(
        index(snapshot, target),
        person=start.get("person"),
        start_role=start.get("start_role"),
        alternatives=k,
        constraints=constraints,
        now=NOW,
    )
    answer = career_path(snapshot, request)
    assert answer.exact
    return [
        (
            round(path.cost * 1000),
            len(path.steps),
            (path.steps[0].origin.key, *(step.destination.key for step in path.steps)),
        )
        for path in answer.paths
    ]


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_gap_equals_the_plain_one(seed: int) -> None:
    company, nodes = random_company(seed)
    snapshot, plain = company.snapshot(), Plain(company)
    for number in range(7):
        role = nodes[f"role {number}"]
        answer = skill_gap(
            snapshot, SkillGapRequest(index(snapshot, nodes["person 0"]), index(snapshot, role), now=NOW)
        )
        status, coverage = plain.gap(nodes["person 0"], role)
        assert {item.skill.key: item.status.value for item in answer.items} == status
        assert answer.coverage == coverage
        needs = {need.skill: need for need in plain.requirements(role)}
        for item in answer.items:
            if item.status.value != "met":
                expected = plain.closing_courses(nodes["person 0"], needs[item.skill.key])
                assert {
                    option.course.key: {one.key for one in option.prerequisites} for option in item.courses
                } == expected


@settings(max_examples=100, deadline=None)
@given(seeds, st.integers(1, 6), st.integers(1, 4), st.booleans())
def test_paths_of_a_person_equal_exhaustive_search(seed: int, k: int, max_steps: int, only_observed: bool) -> None:
    company, nodes = random_company(seed, roles=6)
    snapshot, plain = company.snapshot(), Plain(company)
    person = nodes["person 0"]
    start = plain.current(person)
    assert start is not None
    held = plain.fully(plain.held(person))
    for number in range(6):
        target = nodes[f"role {number}"]
        constraints = PathConstraints(max_steps=max_steps, only_observed=only_observed)
        found = found_paths(snapshot, target, constraints, k, person=index(snapshot, person))
        expected = (
            plain.paths(start, target, held, k, moves_of(snapshot), max_steps, only_observed=only_observed)
            if target != start
            else []
        )
        assert found == expected


@settings(max_examples=100, deadline=None)
@given(seeds, st.data())
def test_paths_under_limits_equal_exhaustive_search(seed: int, data: st.DataObject) -> None:
    company, nodes = random_company(seed, roles=6)
    snapshot, plain = company.snapshot(), Plain(company)
    start, target, via, barred = data.draw(st.permutations([nodes[f"role {number}"] for number in range(6)]))[:4]
    months = data.draw(st.sampled_from([None, 10.0, 20.0, 40.0, 80.0]))
    constraints = PathConstraints(max_steps=4, max_months=months, via=(via.id,), avoid=(barred.id,))
    found = found_paths(snapshot, target, constraints, 5, start_role=index(snapshot, start))
    held = plain.fully({need.skill: need.threshold for need in plain.needs(start)})
    assert found == plain.paths(start, target, held, 5, moves_of(snapshot), 4, months, (via,), (barred,))


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_mentors_equal_brute_force(seed: int) -> None:
    company, nodes = random_company(seed, people=12)
    snapshot, plain = company.snapshot(), Plain(company)
    for number in range(7):
        role = nodes[f"role {number}"]
        request = MentorMatchRequest(index(snapshot, nodes["person 0"]), index(snapshot, role), first=100, now=NOW)
        answer = mentor_match(snapshot, request)
        expected = plain.mentors(nodes["person 0"], role)
        assert answer.considered == len(expected)
        ranked = sorted(expected.items(), key=lambda pair: (-round(pair[1], 5), pair[0]))
        assert {one.mentor.key: pytest.approx(one.score, abs=2e-6) for one in answer.candidates} == expected
        order = sorted(answer.candidates, key=lambda one: (-round(one.score, 5), one.mentor.key))
        assert [one.mentor.key for one in order] == [key for key, _ in ranked]
        for one in answer.candidates:
            assert sum(part.contribution for part in one.components) == pytest.approx(one.score, abs=1e-9)


def test_person_less_cheapest_path_equals_networkx() -> None:
    """Without learning (every need already held), costs add up and Dijkstra and Yen apply."""
    networkx = pytest.importorskip("networkx")
    for seed in range(40):
        company, nodes = random_company(seed, roles=9, skills=6)
        free = Company()
        free.nodes = company.nodes
        free.links = {found: edge for found, edge in company.links.items() if edge.rel_type == "TRANSITIONS_TO"}
        snapshot, plain = free.snapshot(), Plain(free)
        nx_view = networkx.DiGraph()
        for (origin, destination), seen in moves_of(snapshot).items():
            nx_view.add_edge(origin, destination, cost=plain.step({}, destination, *seen)[0])
        start, target = nodes["role 0"], nodes["role 5"]
        found = found_paths(snapshot, target, PathConstraints(max_steps=9), 4, start_role=index(snapshot, start))
        expected = []
        if start in nx_view and target in nx_view and networkx.has_path(nx_view, start, target):
            ways = networkx.shortest_simple_paths(nx_view, start, target, weight="cost")
            costs = [networkx.path_weight(nx_view, way, "cost") for _, way in zip(range(4), ways, strict=False)]
            expected = costs
        assert [cost for cost, _, _ in found] == expected
