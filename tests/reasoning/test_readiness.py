"""Roles that end: who is affected in counts, which skills go with them, which roles are within reach."""

from __future__ import annotations

from datetime import date

import pytest

from graph.keys import NodeKey
from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.readiness import LEAST_TOLD, ReadinessAnswer, ReadinessRequest, holders, readiness
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import solara

SINCE = date(2020, 1, 1)


def crew(company: Company, role: NodeKey, count: int, name: str) -> list[NodeKey]:
    """People who hold the role."""
    people = [company.person(f"{name} {number}") for number in range(count)]
    for person in people:
        company.holds(person, role, SINCE)
    return people


def ask(snapshot: Snapshot, *roles: NodeKey, refused: tuple[int, ...] = (), first: int = 3) -> ReadinessAnswer:
    return readiness(snapshot, ReadinessRequest(tuple(index(snapshot, role) for role in roles), first, refused, NOW))


def test_holders_skills_and_ways_out() -> None:
    company, nodes = solara()
    crew(company, nodes["Solar technician"], 6, "solar")
    snapshot = company.snapshot()
    (impact,) = ask(snapshot, nodes["Solar technician"]).roles
    assert impact.holders == 6  # Gus does not allow analytics
    skills = {one.skill.caption: (one.essential, one.asked_elsewhere) for one in impact.skills}
    # Site supervisors work at height too; nobody else asks for solar panels or first aid
    assert skills == {"Solar panels": (True, 0), "Work at height": (True, 1), "First aid": (True, 0)}
    ways = {way.role.caption: way for way in impact.ways_out}
    assert {"Inverter technician", "Site supervisor"} <= set(ways)  # twenty and eight people went there
    supervisor = ways["Site supervisor"]
    assert supervisor.observed == 8
    assert [node.caption for node in supervisor.carried] == ["Work at height"]
    assert {node.caption for node in supervisor.to_learn} == {"Team leadership", "Shift planning"}
    assert supervisor.taught == 1  # a course leads teams, none plans shifts
    cited = set(company.links)
    assert all(edge.edge_id in cited for way in impact.ways_out for edge in way.evidence)
    assert [way.feasibility for way in impact.ways_out] == sorted(
        (way.feasibility for way in impact.ways_out), reverse=True
    )


@pytest.mark.parametrize("count", range(LEAST_TOLD - 1, LEAST_TOLD + 1))
def test_small_numbers_are_not_told(count: int) -> None:
    company, nodes = solara()
    crew(company, nodes["Trainee"], count, "trainee")
    crew(company, nodes["Solar technician"], 9, "solar")
    answer = ask(company.snapshot(), nodes["Trainee"], nodes["Solar technician"])
    told = count >= LEAST_TOLD
    assert answer.roles[0].holders == (count if told else None)
    assert answer.roles_not_told == (0 if told else 1)
    # what is told of the whole leaves out what is not told of the part
    assert answer.people == 9 + (count if told else 0)


def test_who_left_moved_on_or_allows_no_analytics_is_not_counted() -> None:
    company, nodes = solara()
    role = company.role("Ending")
    stay = crew(company, role, 5, "stay")
    silent = company.person("silent", scopes=("career_path",))
    gone = company.person("gone", left_on=date(2025, 1, 1))
    moved = company.person("moved")
    for person in (silent, gone):
        company.holds(person, role, SINCE)
    company.holds(moved, role, SINCE, date(2023, 1, 1))
    company.holds(moved, nodes["Trainee"], date(2023, 1, 2))
    snapshot = company.snapshot()
    assert holders(snapshot, index(snapshot, role), NOW) == sorted(index(snapshot, person) for person in stay)
    assert ask(snapshot, role).roles[0].holders == 5
    assert ask(snapshot, role, refused=(index(snapshot, stay[0]),)).roles[0].holders is None


def test_an_affected_role_is_no_way_out() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    first, second = ask(snapshot, nodes["Data scientist"], nodes["Data engineer"], first=10).roles
    for impact in (first, second):
        assert not {way.role.caption for way in impact.ways_out} & {"Data scientist", "Data engineer"}
    assert "Lead data scientist" in {way.role.caption for way in first.ways_out}


def test_nobody_is_named() -> None:
    company, nodes = solara()
    answer = ask(company.snapshot(), *(nodes[name] for name in ("Data scientist", "Solar technician")))
    assert "Person" not in str(answer)


def test_no_role_is_refused() -> None:
    with pytest.raises(BadInput, match="No role"):
        ask(solara()[0].snapshot())
