from __future__ import annotations

import numpy as np

from reasoning.adjacency import NEAR_ROLES, adjacent_roles, closeness
from tests.reasoning.building import Company, index
from tests.reasoning.companies import solara


def test_the_closest_roles_come_first_and_transitions_are_kept() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    found = adjacent_roles(snapshot, index(snapshot, nodes["Data scientist"]))
    told = [(snapshot.caption(move.destination), move.observed, move.carried, move.closeness) for move in found]
    # to Lead: Statistics 4 and Python 3 are there, Machine learning 3 of 4: (0.8 + 0.6 + 0.75) / 3.2; back 2.6 / 3.0
    assert told[0] == ("Lead data scientist", 6, 672, 757)
    assert [name for name, *_ in told] == ["Lead data scientist", "Data engineer", "Data analyst", "Software developer"]


def test_a_role_that_asks_for_little_is_not_close_to_everything() -> None:
    company = Company()
    rich, like, poor = company.role("Rich"), company.role("Like"), company.role("Poor")
    skills = [company.skill(f"Skill {number}") for number in range(10)]
    for role, count in ((rich, 10), (like, 8), (poor, 1)):
        for skill in skills[:count]:
            company.requires(role, skill, 3.0)
    snapshot = company.snapshot()
    found = adjacent_roles(snapshot, index(snapshot, rich))
    assert [(snapshot.caption(move.destination), move.carried, move.closeness) for move in found] == [
        ("Like", 1000, 888),
        ("Poor", 1000, 181),
    ]


def test_only_the_closest_are_kept_and_only_of_the_same_scheme() -> None:
    company = Company()
    skills = [company.skill(f"Skill {number:02}") for number in range(30)]
    roles = [company.role(f"Role {number:02}") for number in range(20)]
    for number, role in enumerate(roles):
        for skill in skills[number : number + 10]:
            company.requires(role, skill, 3.0)
    other = company.role("Other", scheme="esco")
    for skill in skills[:10]:
        company.requires(other, skill, 3.0)
    far = company.moved(roles[0], roles[19], 3)
    snapshot = company.snapshot()
    found = adjacent_roles(snapshot, index(snapshot, roles[0]), 99)
    names = [snapshot.caption(move.destination) for move in found]
    # nine or fewer shared skills of ten: down to three of ten; the recorded move stays whatever it carries
    assert names == [*(f"Role {number:02}" for number in range(1, 8)), "Role 19"]
    assert snapshot.edge_id("TRANSITIONS_TO", found[-1].transition) == far
    middle = adjacent_roles(snapshot, index(snapshot, roles[9]), 99)
    assert len(middle) == NEAR_ROLES
    assert "Other" not in {snapshot.caption(move.destination) for move in middle}


def test_closeness_is_symmetric_and_zero_without_either_way() -> None:
    over, back = np.array([500, 1000, 0, 0], dtype=np.int32), np.array([1000, 500, 700, 0], dtype=np.int32)
    assert closeness(over, back).tolist() == closeness(back, over).tolist() == [666, 666, 0, 0]
