"""The skill gap of people whose right answers are known, and what must hold for everyone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import ConsentMissing
from reasoning.answers import CoverKind, GapStatus, SkillGapAnswer, SkillGapRequest
from reasoning.evidence import ClaimKind
from reasoning.gaps import skill_gap
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import solara
from tests.reasoning.oracles import Plain
from tests.reasoning.random_companies import random_company


def gap(person: str, role: str, **options: bool) -> SkillGapAnswer:
    company, nodes = solara()
    snapshot = company.snapshot()
    return skill_gap(
        snapshot, SkillGapRequest(index(snapshot, nodes[person]), index(snapshot, nodes[role]), now=NOW, **options)
    )


def test_ana_towards_data_scientist() -> None:
    answer = gap("Ana", "Data scientist")
    assert [(item.skill.caption, item.status, item.held_level, item.required_level) for item in answer.items] == [
        ("Python", GapStatus.PARTLY_MET, 2.0, 3.0),
        ("Machine learning", GapStatus.MISSING, 0.0, 3.0),
        ("Statistics", GapStatus.PARTLY_MET, 3.0, 4.0),
        ("Negotiation", GapStatus.MISSING, 0.0, 2.0),
        ("SQL", GapStatus.MET, 3.0, 2.0),
    ]
    assert answer.coverage == round(0.4 / 3.2, 4)


def test_a_narrower_skill_covers_a_broader_one() -> None:
    answer = gap("Ana", "Data scientist")
    python = answer.items[0]
    assert python.covered_by is not None
    assert (python.covered_by.caption, python.cover) == ("Django", CoverKind.NARROWER)
    lea = gap("Lea", "Software developer").items
    assert [(item.skill.caption, item.status) for item in lea] == [
        ("SQL", GapStatus.MISSING),
        ("Programming", GapStatus.MET),
    ]
    assert lea[1].covered_by is not None
    assert lea[1].covered_by.caption == "Python"


def test_a_close_match_counts_partly_at_any_level() -> None:
    scada = {item.skill.caption: item for item in gap("Hal", "Control room operator").items}["SCADA"]
    assert (scada.status, scada.cover, scada.held_level) == (GapStatus.PARTLY_MET, CoverKind.CLOSE, 4.0)
    assert [option.course.caption for option in scada.courses] == ["SCADA basics"]


def test_nearest_and_what_was_searched() -> None:
    company, nodes = solara()
    company.has(nodes["Nia"], nodes["PostgreSQL"], 2.0)
    snapshot = company.snapshot()
    answer = skill_gap(
        snapshot, SkillGapRequest(index(snapshot, nodes["Nia"]), index(snapshot, nodes["Data analyst"]), now=NOW)
    )
    sql = {item.skill.caption: item for item in answer.items}["SQL"]
    assert sql.nearest is not None
    assert (sql.nearest.caption, sql.covered_by, sql.searched) == ("PostgreSQL", None, 2)  # itself and ESCO's SQL


def test_courses_that_close_the_gap_come_first_then_the_cheap_ones() -> None:
    python = gap("Ana", "Data scientist").items[0]
    assert [(option.course.caption, option.closes, option.cost) for option in python.courses] == [
        ("Python 2", True, 400.0),
        ("Python intensive", True, 900.0),
        ("Django in practice", True, None),
    ]
    assert python.courses[0].prerequisites[0].caption == "Python 1"
    assert [edge.rel_type for edge in python.courses[2].evidence] == ["TEACHES_SKILL", "BROADER"]


def test_prerequisites_are_transitive_less_what_was_passed() -> None:
    learning = gap("Ana", "Data scientist").items[1].courses[0]
    assert learning.course.caption == "Machine learning"
    # Ana has passed Statistics 1
    assert [node.caption for node in learning.prerequisites] == ["Python 1", "Statistics 2"]
    other = gap("Jon", "Data scientist").items
    learning = next(item for item in other if item.skill.caption == "Machine learning").courses[0]
    assert [node.caption for node in learning.prerequisites] == ["Python 1", "Statistics 1", "Statistics 2"]


def test_without_optional_requirements() -> None:
    answer = gap("Ana", "Data scientist", include_optional=False)
    assert [item.skill.caption for item in answer.items] == ["Python", "Machine learning", "Statistics", "SQL"]
    assert answer.coverage == round(0.4 / 3.0, 4)


def test_a_requirement_without_level_is_met_by_any() -> None:
    company, nodes = solara()
    company.has(nodes["Gus"], nodes["First aid"], 0.02)
    snapshot = company.snapshot()
    request = SkillGapRequest(index(snapshot, nodes["Gus"]), index(snapshot, nodes["Solar technician"]), now=NOW)
    assert skill_gap(snapshot, request).coverage == 1.0
    assert gap("Gus", "Solar technician").coverage == round(2.0 / 2.4, 4)


def test_a_role_that_asks_for_nothing_says_nothing() -> None:
    answer = gap("Ana", "Trainee")
    assert (answer.items, answer.coverage, answer.claims) == ((), 0.0, ())


def test_someone_the_graph_knows_nothing_of_is_not_said_to_lack_anything() -> None:
    company, nodes = solara()
    nobody = company.person("Nobody")
    snapshot = company.snapshot()
    answer = skill_gap(
        snapshot, SkillGapRequest(index(snapshot, nobody), index(snapshot, nodes["Data analyst"]), now=NOW)
    )
    kinds = {item.claims[0].kind.value for item in answer.items}
    assert (kinds, answer.claims) == ({"requires_skill"}, ())


def test_without_consent_there_is_no_answer() -> None:
    company, nodes = solara()
    person = company.person("Shy", ("mentor_match",))
    snapshot = company.snapshot()
    with pytest.raises(ConsentMissing):
        skill_gap(snapshot, SkillGapRequest(index(snapshot, person), index(snapshot, nodes["Data analyst"]), now=NOW))


def test_the_company_overrides_the_classification() -> None:
    company = Company()
    role, skill = company.role("Welder", "_ref"), company.skill("Welding", "_ref")
    person = company.person("1")
    company.holds(person, role, date(2020, 1, 1))
    company.requires(role, skill, 4.0)
    own = company.requires(role, skill, 2.0, 0.6, tenant="acme")
    company.has(person, skill, 3.0)
    snapshot = company.snapshot()
    (item,) = skill_gap(snapshot, SkillGapRequest(index(snapshot, person), index(snapshot, role), now=NOW)).items
    assert (item.required_level, item.weight, item.status) == (2.0, 0.6, GapStatus.MET)
    assert item.evidence[0].edge_id == own


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10_000_000), st.integers(0, 7), st.sampled_from([0.5, 2.0, 5.0]))
def test_a_skill_more_never_lowers_coverage(seed: int, extra: int, level: float) -> None:
    company, nodes = random_company(seed)
    more, _ = random_company(seed)
    person, skill = nodes["person 0"], nodes[f"skill {extra}"]
    before = [
        edge
        for edge in company.links.values()
        if edge.rel_type == "HAS_SKILL" and (edge.start, edge.end) == (person, skill)
    ]
    if before and (before[0].properties["level"] or 1.0) >= level:  # type: ignore[operator]
        return
    more.has(person, skill, level)
    first, second = company.snapshot(), more.snapshot()
    for number in range(7):
        role = nodes[f"role {number}"]
        less = skill_gap(first, SkillGapRequest(index(first, person), index(first, role), now=NOW))
        then = skill_gap(second, SkillGapRequest(index(second, person), index(second, role), now=NOW))
        assert then.coverage >= less.coverage
        order = [GapStatus.MISSING, GapStatus.PARTLY_MET, GapStatus.MET]
        status = {item.skill.key: order.index(item.status) for item in less.items}
        assert all(order.index(item.status) >= status[item.skill.key] for item in then.items)


def test_a_prerequisite_that_two_courses_share_is_said_once_an_item() -> None:
    company, nodes = solara()
    first, second = nodes["course:Python 2"], company.course("Python 3")
    company.teaches(second, nodes["Python"], 4.0)
    company.prerequisite(second, first)
    snapshot = company.snapshot()
    request = SkillGapRequest(index(snapshot, nodes["Ana"]), index(snapshot, nodes["Data scientist"]), now=NOW)
    for item in skill_gap(snapshot, request).items:
        said = [claim.edges[0].edge_id for claim in item.claims if claim.kind is ClaimKind.COURSE_PREREQUISITE]
        assert len(said) == len(set(said))
        needed = {
            edge.edge_id for option in item.courses for edge in option.evidence if edge.rel_type == "HAS_PREREQUISITE"
        }
        assert set(said) == needed
    python = skill_gap(snapshot, request).items[0]
    assert sum(claim.kind is ClaimKind.COURSE_PREREQUISITE for claim in python.claims) == 2


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000_000), st.integers(0, 7), st.sampled_from([0.5, 2.0, 5.0]))
def test_one_different_fact_changes_only_what_it_bears_on(seed: int, extra: int, level: float) -> None:
    """Two people who differ in one skill: items that it does not count for are the same, plans of their courses too."""
    company, nodes = random_company(seed)
    other, _ = random_company(seed)
    person, skill = nodes["person 0"], nodes[f"skill {extra}"]
    other.has(person, skill, level)
    first, second = company.snapshot(), other.snapshot()
    plain = Plain(other)
    bears_on = plain.upward(skill) | plain.close.get(skill, set())
    for number in range(7):
        role = nodes[f"role {number}"]
        answers = [
            skill_gap(snapshot, SkillGapRequest(index(snapshot, person), index(snapshot, role), now=NOW))
            for snapshot in (first, second)
        ]
        kept = [
            {
                item.skill.key: (item.status, item.held_level, item.covered_by, item.courses)
                for item in answer.items
                if item.skill.key not in bears_on
            }
            for answer in answers
        ]
        assert kept[0] == kept[1]
        if not bears_on & {item.skill.key for item in answers[0].items}:
            assert answers[0].coverage == answers[1].coverage
