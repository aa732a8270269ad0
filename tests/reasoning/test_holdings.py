from __future__ import annotations

import random
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.snapshot import Snapshot
from reasoning.holdings import Basis, Holding, holdings
from reasoning.levels import day_number
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import Nodes, solara
from tests.reasoning.oracles import Plain


def levels(snapshot: Snapshot, nodes: Nodes, person: str, now: datetime = NOW) -> dict[str, tuple[float, Basis]]:
    held = holdings(snapshot, index(snapshot, nodes[person]), now)
    return {snapshot.caption(skill): (holding.level / 50, holding.basis) for skill, holding in held.items()}


def test_stated_skills_and_passed_courses() -> None:
    company, nodes = solara()
    assert levels(company.snapshot(), nodes, "Ana") == {
        "Dashboards": (3.0, Basis.STATED),
        "Django": (2.0, Basis.STATED),
        "SQL": (3.0, Basis.STATED),
        "Statistics": (3.0, Basis.STATED),  # the course reaches 3.0 as well: the person's own level is the surer basis
    }


def test_an_expired_course_or_assessment_and_a_failed_course_do_not_count() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    assert levels(snapshot, nodes, "Gus") == {
        "Inverters": (3.0, Basis.ASSESSMENT),
        "Solar panels": (4.0, Basis.STATED),
        "Work at height": (3.0, Basis.STATED),
    }
    assert "SCADA" not in levels(snapshot, nodes, "Hal")
    before = levels(snapshot, nodes, "Gus", datetime(2021, 1, 1, tzinfo=UTC))
    assert before["First aid"] == (2.0, Basis.COURSE)
    assert before["High voltage"] == (3.0, Basis.ASSESSMENT)
    assert "Inverters" not in before  # assessed in 2025: not yet known then


def test_a_completion_stops_counting_on_the_day_it_expires() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    assert "First aid" in levels(snapshot, nodes, "Gus", datetime(2022, 12, 31, 23, 59, tzinfo=UTC))
    assert "First aid" not in levels(snapshot, nodes, "Gus", datetime(2023, 1, 1, tzinfo=UTC))


def test_the_best_counts_whatever_it_rests_on() -> None:
    company = Company()
    person, skill, course = company.person("1"), company.skill("Welding"), company.course("Welding course")
    company.has(person, skill, 2.0, last_used=date(2026, 1, 1))
    company.assessed(person, skill, 3.0, date(2024, 1, 1))
    company.teaches(course, skill, 4.0)
    completion = company.completed(person, course, date(2025, 1, 1))
    snapshot = company.snapshot()
    (held,) = holdings(snapshot, index(snapshot, person), NOW).values()
    assert (held.level, held.basis) == (200, Basis.COURSE)
    assert snapshot.edge_id(*held.edges[0]) == completion
    assert held.edges[1] == ("TEACHES_SKILL", 0)
    assert held.last_day == day_number(datetime(2025, 1, 1, tzinfo=UTC))


def test_an_assessment_has_the_last_word_on_courses_and_assessments_before_it() -> None:
    company = Company()
    person, skill, course = company.person("1"), company.skill("Welding"), company.course("Welding course")
    company.teaches(course, skill, 4.0)
    company.completed(person, course, date(2024, 1, 1))
    company.assessed(person, skill, 4.5, date(2023, 1, 1), sitting="first")
    company.assessed(person, skill, 2.0, date(2025, 1, 1), sitting="second")

    def level(now: datetime) -> float:
        snapshot = company.snapshot()
        return holdings(snapshot, index(snapshot, person), now)[index(snapshot, skill)].level / 50

    assert level(datetime(2023, 6, 1, tzinfo=UTC)) == 4.5
    assert level(datetime(2024, 6, 1, tzinfo=UTC)) == 4.5  # the course lies after the first assessment: the best counts
    assert level(NOW) == 2.0
    company.assessed(person, skill, 3.0, date(2025, 1, 1), sitting="third")
    assert level(NOW) == 3.0  # of two on one day the higher


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10_000_000))
def test_what_is_held_equals_the_plain_one(seed: int) -> None:
    dice = random.Random(seed)
    company = Company()
    person, skills = company.person("1"), [company.skill(name) for name in "ABC"]
    courses = [company.course(name) for name in "XY"]
    for course in courses:
        for skill in dice.sample(skills, 2):
            company.teaches(course, skill, dice.choice([1.0, 2.0, 4.0]))
    days = [date(2024, 1, 1), date(2024, 6, 1), date(2025, 1, 1)]
    for number in range(dice.randint(0, 5)):
        expires = dice.choice([None, None, date(2026, 1, 1)])
        level = dice.choice([0.0, 1.0, 2.0, 3.0])
        company.assessed(person, dice.choice(skills), level, dice.choice(days), expires, sitting=f"s{number}")
    for course in courses:
        if dice.random() < 0.7:
            company.completed(person, course, dice.choice(days), passed=dice.random() < 0.8)
    if dice.random() < 0.5:
        company.has(person, dice.choice(skills), dice.choice([1.0, 2.0, 3.0]))
    snapshot = company.snapshot()
    found = holdings(snapshot, index(snapshot, person), NOW)
    assert {snapshot.key(skill): one.level for skill, one in found.items()} == Plain(company).held(person)


def test_an_assessment_that_has_expired_speaks_no_more() -> None:
    company = Company()
    person, skill = company.person("1"), company.skill("Welding")
    company.assessed(person, skill, 4.5, date(2023, 1, 1), sitting="first")
    company.assessed(person, skill, 2.0, date(2025, 1, 1), date(2026, 1, 1), sitting="second")
    snapshot = company.snapshot()
    assert holdings(snapshot, index(snapshot, person), NOW)[index(snapshot, skill)].level == 225


def test_no_level_is_not_level_zero() -> None:
    company = Company()
    person, vague, none = company.person("1"), company.skill("Vague"), company.skill("None")
    company.has(person, vague)
    company.has(person, none, 0.0)
    snapshot = company.snapshot()
    (held,) = holdings(snapshot, index(snapshot, person), NOW).values()
    assert (held.skill, held.level, held.stated) == (index(snapshot, vague), 50, False)


def test_a_level_rule_can_lower_what_counts() -> None:
    company = Company()
    person, old, fresh = company.person("1"), company.skill("Old"), company.skill("Fresh")
    company.has(person, old, 4.0, last_used=date(2010, 1, 1))
    company.has(person, fresh, 4.0, last_used=date(2026, 1, 1))
    snapshot = company.snapshot()

    def halves_after_ten_years(holding: Holding, today: int) -> int:
        assert holding.last_day is not None
        return holding.level // 2 if today - holding.last_day > 3650 else holding.level

    held = holdings(snapshot, index(snapshot, person), NOW, halves_after_ten_years)
    assert {snapshot.caption(skill): holding.level for skill, holding in held.items()} == {"Old": 100, "Fresh": 200}
