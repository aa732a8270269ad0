"""The stories the sample is told with: the three questions about them have rich answers under any seed."""

from __future__ import annotations

import pytest

from graph.keys import NodeKey
from graph.snapshot import Snapshot
from ingestion.sample import FLAGSHIP, TENANT
from ingestion.sample.generator import DEFAULT_SEED
from ontology.errors import ConsentMissing
from reasoning.answers import CareerPathRequest, GapStatus, MentorMatchRequest, SkillGapRequest
from reasoning.gaps import skill_gap
from reasoning.mentors import mentor_match
from reasoning.paths import career_path
from tests.ingestion.sample_world import NOW, snapshot


@pytest.fixture(scope="module", params=[DEFAULT_SEED, 2026])
def world(request: pytest.FixtureRequest) -> Snapshot:
    return snapshot(request.param)


def number(world: Snapshot, label: str, name: str) -> int:
    found = world.find(NodeKey(label, TENANT, name))
    assert found is not None
    return found


def mentors(world: Snapshot, person: str, role: str, first: int = 10) -> list[str]:
    request = MentorMatchRequest(
        person=number(world, "Person", person), target_role=number(world, "Role", role), first=first, now=NOW
    )
    return [candidate.mentor.key.id for candidate in mentor_match(world, request).candidates]


def test_the_flagship_has_several_ways_to_her_target(world: Snapshot) -> None:
    request = CareerPathRequest(
        person=number(world, "Person", FLAGSHIP.person_id),
        target_role=number(world, "Role", FLAGSHIP.target_role_id),
        alternatives=3,
        now=NOW,
    )
    paths = career_path(world, request).paths
    assert len(paths) == 3
    firsts = [path.steps[0].destination.key.id for path in paths]
    assert {"senior-data-analyst", "data-scientist"} <= set(firsts)
    assert all(path.steps[-1].destination.key.id == FLAGSHIP.target_role_id for path in paths)


def test_her_gap_has_met_partly_met_and_missing_skills_with_courses(world: Snapshot) -> None:
    request = SkillGapRequest(
        person=number(world, "Person", FLAGSHIP.person_id),
        target_role=number(world, "Role", FLAGSHIP.target_role_id),
        now=NOW,
    )
    answer = skill_gap(world, request)
    assert {item.status for item in answer.items} == set(GapStatus)
    assert 0.2 < answer.coverage < 0.8
    open_items = [item for item in answer.items if item.status is not GapStatus.MET and item.essential]
    assert len(open_items) >= 5
    assert all(item.courses for item in open_items)
    assert any(option.closes for item in open_items for option in item.courses)
    assert any(option.prerequisites for item in open_items for option in item.courses)


def test_those_who_made_her_move_are_among_the_first_mentors(world: Snapshot) -> None:
    assert {"NE-0118", "NE-0107"} <= set(mentors(world, FLAGSHIP.person_id, FLAGSHIP.target_role_id, first=5))


def test_an_expert_without_consent_for_mentoring_is_never_proposed(world: Snapshot) -> None:
    assert "NE-0277" not in mentors(world, FLAGSHIP.person_id, "battery-storage-engineer", first=200)


def test_who_withdrew_everything_is_not_asked_about(world: Snapshot) -> None:
    request = SkillGapRequest(
        person=number(world, "Person", "NE-0418"), target_role=number(world, "Role", "senior-accountant"), now=NOW
    )
    with pytest.raises(ConsentMissing):
        skill_gap(world, request)


@pytest.mark.parametrize(
    ("person", "role"),
    [("NE-0205", "asset-performance-engineer"), ("NE-0205", "wind-site-supervisor"), ("NE-0311", "product-owner")],
)
def test_the_other_stories_have_answers_too(world: Snapshot, person: str, role: str) -> None:
    request = CareerPathRequest(
        person=number(world, "Person", person), target_role=number(world, "Role", role), now=NOW
    )
    assert career_path(world, request).paths
    assert mentors(world, person, role)
