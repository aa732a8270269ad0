"""Roles within reach and people who could reach a role, against every way worked out one by one."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reasoning.answers import CareerPathRequest
from reasoning.conflicts import together
from reasoning.exploration import ExplorationRequest, explore
from reasoning.interests import SAME_FAMILY, interest, named, recorded
from reasoning.path_answers import Constraint, ConstraintKind, PathConstraints
from reasoning.paths import career_path
from reasoning.role_marks import in_families
from reasoning.who_could_reach import WhoCouldReachRequest, who_could_reach
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import solara
from tests.reasoning.path_oracle import random_parts, rise
from tests.reasoning.random_companies import random_company
from tests.reasoning.test_path_search import ROLES, Case, told

seeds = st.integers(0, 10_000_000)


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_every_role_within_reach_by_its_best_way(seed: int) -> None:
    case, dice = Case(seed), random.Random(seed)
    parts = list(random_parts(dice, case.nodes, ROLES, 3))
    request = ExplorationRequest(
        person=index(case.snapshot, case.person), constraints=together(parts), first=99, now=NOW
    )
    answer = explore(case.snapshot, request)
    assert answer.exact
    expected = {}
    for target in case.targets():
        kept = [way for way in case.all(target) if all(case.ways.keeps(way, part) for part in parts)]
        if kept:
            expected[target] = kept[0]
    assert answer.considered == len(expected)
    assert {one.role.key: round(one.path.cost * 1000) for one in answer.roles} == {
        target: way.cost for target, way in expected.items()
    }
    for one in answer.roles:
        steps = (one.path.steps[0].origin.key, *(step.destination.key for step in one.path.steps))
        assert steps == expected[one.role.key].roles
        below = max(-rise(case.snapshot, index(case.snapshot, case.start), index(case.snapshot, one.role.key)), 0)
        assert one.value == pytest.approx(one.interest * 12 - one.path.cost - 12 * below, abs=0.001)
    assert [one.value for one in answer.roles] == sorted((one.value for one in answer.roles), reverse=True)


def test_recorded_interests_move_the_order_and_are_cited() -> None:
    company, nodes = solara()
    wish = company.edge("INTERESTED_IN", nodes["Ana"], nodes["Control room operator"])
    snapshot = company.snapshot()
    request = ExplorationRequest(
        person=index(snapshot, nodes["Ana"]),
        constraints=PathConstraints(max_months=60.0),
        interest_months=60.0,
        now=NOW,
    )
    first = explore(snapshot, request).roles
    assert first[0].role.caption == "Control room operator"
    assert first[0].interest == 1.0
    assert [edge.edge_id for edge in first[0].evidence] == [wish]
    # another role of the same family is wanted half as much
    manager = index(snapshot, nodes["Operations manager"])
    assert interest(snapshot, recorded(snapshot, index(snapshot, nodes["Ana"])), manager).degree == SAME_FAMILY


def test_interest_by_skills_is_the_share_of_needs_they_count_for() -> None:
    company, nodes = solara()
    company.edge("INTERESTED_IN", nodes["Ana"], nodes["Django"])
    snapshot = company.snapshot()
    lead = index(snapshot, nodes["Data scientist"])
    found = interest(snapshot, recorded(snapshot, index(snapshot, nodes["Ana"])), lead)
    # Django counts as Python, 1.0 of 3.0
    assert found.degree == pytest.approx(1 / 3, abs=1e-4)
    assert [rel_type for rel_type, _ in found.edges] == ["REQUIRES_SKILL", "INTERESTED_IN"]
    assert interest(snapshot, named([], [], ["data"]), lead).degree == 1.0
    assert interest(snapshot, named([lead], [], []), lead).degree == 1.0


def test_an_empty_name_is_the_family_of_no_role() -> None:
    company = Company()
    role = company.role("Analyst")
    snapshot = company.snapshot()
    assert interest(snapshot, named([], [], [""]), index(snapshot, role)).degree == 0.0
    assert not in_families(snapshot, [""]).any()


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_who_could_reach_is_everybody_whose_own_path_keeps_the_limits(seed: int) -> None:
    company, nodes = random_company(seed, roles=6, people=8)
    snapshot = company.snapshot()
    everybody = tuple(snapshot.nodes("Person"))
    limits = PathConstraints(max_months=60.0, max_steps=3, budget=400.0)
    for number in range(6):
        target = index(snapshot, nodes[f"role {number}"])
        answer = who_could_reach(snapshot, WhoCouldReachRequest(target, everybody, limits, 99, NOW))
        expected = {}
        for at in range(8):
            key = nodes[f"person {at}"]
            properties = company.nodes[key].properties
            scopes, left = properties["scopes"], properties.get("left_on")
            assert isinstance(scopes, list)
            if "career_path" not in scopes or isinstance(left, date):
                continue
            request = CareerPathRequest(target, index(snapshot, key), alternatives=1, constraints=limits, now=NOW)
            if found := told(career_path(snapshot, request)):
                expected[key] = found[0]
        ways = {one.person.key: one.path for one in answer.people}
        assert {key: (round(path.cost * 1000), len(path.steps)) for key, path in ways.items()} == {
            key: (cost, steps) for key, (cost, steps, _) in expected.items()
        }
        costs = [one.path.cost for one in answer.people]
        assert costs == sorted(costs)
        assert answer.within == len(expected)
        claims = [claim.id for one in answer.people for claim in one.path.claims]
        assert len(claims) == len(set(claims))


def test_small_groups_are_hidden_and_only_analytics_is_counted() -> None:
    company = Company()
    many, few, target = (company.role(name, job_zone=2) for name in ("Many", "Few", "Target"))
    company.moved(many, target, 5)
    company.moved(few, target, 5)
    people = []
    for number in range(11):
        scopes = ("career_path",) if number == 10 else ("career_path", "analytics")
        person = company.person(f"{number:02}", scopes)
        company.holds(person, few if number < 4 else many, date(2024, 1, 1))
        people.append(person)
    company.person("silent", ("analytics",))
    snapshot = company.snapshot()
    everybody = tuple(snapshot.nodes("Person"))
    answer = who_could_reach(snapshot, WhoCouldReachRequest(index(snapshot, target), everybody, now=NOW))
    assert [(group.role.caption, group.people) for group in answer.groups] == [("Many", 6)]
    assert answer.suppressed == 4
    assert (answer.within, answer.considered) == (11, 11)


def test_people_not_handed_over_are_not_looked_at() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    target = index(snapshot, nodes["Lead data scientist"])
    only = (index(snapshot, nodes["Ben"]),)
    limits = together([Constraint(ConstraintKind.MAX_MONTHS, "99.0")])
    answer = who_could_reach(snapshot, WhoCouldReachRequest(target, only, limits, now=NOW))
    assert [one.person.caption for one in answer.people] == ["Person Ben"]
    assert answer.people[0].path.claims[0].kind.value == "holds_role"
