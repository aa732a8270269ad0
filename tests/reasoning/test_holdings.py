from __future__ import annotations

from datetime import UTC, date, datetime

from graph.snapshot import Snapshot
from reasoning.holdings import Basis, Holding, holdings
from reasoning.levels import day_number
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import Nodes, solara


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
    company.assessed(person, skill, 3.0, date(2025, 1, 1))
    company.teaches(course, skill, 4.0)
    completion = company.completed(person, course, date(2024, 1, 1))
    snapshot = company.snapshot()
    (held,) = holdings(snapshot, index(snapshot, person), NOW).values()
    assert (held.level, held.basis) == (200, Basis.COURSE)
    assert snapshot.edge_id(*held.edges[0]) == completion
    assert held.edges[1] == ("TEACHES_SKILL", 0)
    assert held.last_day == day_number(datetime(2024, 1, 1, tzinfo=UTC))


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
