"""Replans: as little as possible changes, and every line of the difference says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from graph.keys import NodeKey
from reasoning.plans import (
    Change,
    ChangeReason,
    Closing,
    LearningPlanAnswer,
    LearningPlanRequest,
    Objective,
    PlanLimits,
    Previous,
    PreviousCourse,
    Progress,
    UnderWay,
    WantedSkill,
    learning_plan,
)
from tests.reasoning.building import NOW, Company, index

FIRST = NOW.date()


class Plan:
    """Three skills to learn: SQL after Basics, Python by either of two courses, Talks on two start days."""

    def __init__(self) -> None:
        self.company = Company()
        self.person, self.role = self.company.person("1"), self.company.role("Analyst")
        self.company.holds(self.person, self.role, date(2020, 1, 1))
        self.skills = {name: self.company.skill(name) for name in ("SQL", "Python", "Talks")}
        for skill in self.skills.values():
            self.company.requires(self.role, skill, 3.0)
        self.courses = {
            "Basics": self.course("Basics", None, 100.0),
            "SQL": self.course("SQL", "SQL", 100.0),
            "Python": self.course("Python", "Python", 100.0),
            "Snakes": self.course("Snakes", "Python", 110.0),
            "Talks": self.course("Talks", "Talks", 50.0, [FIRST + timedelta(days=7 * week) for week in (2, 9)]),
        }
        self.company.prerequisite(self.courses["SQL"], self.courses["Basics"])

    def course(self, name: str, skill: str | None, cost: float, days: list[date] | None = None) -> NodeKey:
        course = self.company.course(name, cost=cost, currency="EUR", hours=10.0, starts_on=days or [])
        if skill is not None:
            self.company.teaches(course, self.skills[skill], 3.0)
        return course

    def at(self, name: str) -> int:
        return index(self.company.snapshot(), self.courses[name])

    def plan(
        self,
        limits: PlanLimits = PlanLimits(hours_per_week=10),  # noqa: B008  # frozen
        progress: Progress = Progress(),  # noqa: B008  # frozen
        previous: Previous | None = None,
        closing: Closing = Closing.ALL,
    ) -> LearningPlanAnswer:
        snapshot = self.company.snapshot()
        person, role = index(snapshot, self.person), index(snapshot, self.role)
        return learning_plan(
            snapshot,
            LearningPlanRequest(
                person, role, limits=limits, progress=progress, previous=previous, closing=closing, now=NOW,
                objective=Objective.COST,
            ),
        )  # fmt: skip

    def old(self) -> Previous:
        """The first plan, as it comes back by value."""
        answer = self.plan()
        return Previous(tuple(PreviousCourse(self.at(one.course.caption), one.begins_on) for one in answer.courses))


def lines(answer: LearningPlanAnswer) -> dict[str, tuple[Change, ChangeReason]]:
    return {one.course.caption: (one.change, one.reason) for one in answer.changes}


KEPT = (Change.KEPT, ChangeReason.STILL_NEEDED)


def test_nothing_has_happened_and_nothing_changes() -> None:
    plan = Plan()
    first, again = plan.plan(), plan.plan(previous=plan.old())
    assert again.courses == first.courses
    assert lines(again) == {"Basics": KEPT, "Python": KEPT, "SQL": KEPT, "Talks": KEPT}


def test_what_is_completed_goes_and_the_rest_stays() -> None:
    plan = Plan()
    answer = plan.plan(progress=Progress(completed=(plan.at("Python"),)), previous=plan.old())
    assert lines(answer) == {
        "Basics": KEPT, "SQL": KEPT, "Talks": KEPT, "Python": (Change.DROPPED, ChangeReason.COMPLETED),
    }  # fmt: skip


def test_an_assessment_that_shows_the_skill_makes_its_course_needless() -> None:
    plan = Plan()
    shown = Progress(assessed=(WantedSkill(index(plan.company.snapshot(), plan.skills["SQL"]), 3.5),))
    answer = plan.plan(progress=shown, previous=plan.old())
    assert lines(answer)["SQL"] == lines(answer)["Basics"] == (Change.DROPPED, ChangeReason.NO_LONGER_NEEDED)
    assert lines(answer)["Python"] == KEPT


def test_a_failed_assessment_after_a_passed_course_brings_it_back() -> None:
    plan = Plan()
    plan.company.completed(plan.person, plan.courses["Python"], date(2026, 5, 1))
    old = plan.old()
    assert "Python" not in {one.course.caption for one in plan.plan().courses}
    failed = Progress(assessed=(WantedSkill(index(plan.company.snapshot(), plan.skills["Python"]), 1.0),))
    answer = plan.plan(progress=failed, previous=old)
    assert lines(answer) == {
        "Basics": KEPT, "SQL": KEPT, "Talks": KEPT, "Python": (Change.ADDED, ChangeReason.CLOSES_A_GAP),
    }  # fmt: skip


def test_a_failed_course_moves_and_takes_what_builds_on_it_along() -> None:
    plan = Plan()
    old = plan.old()
    later = PlanLimits(hours_per_week=10, starts_on=max(one.begins_on for one in old.courses) + timedelta(days=7))
    answer = plan.plan(later, Progress(failed=(plan.at("Basics"),)), old)
    assert lines(answer)["Basics"] == (Change.MOVED, ChangeReason.FAILED)
    assert lines(answer)["SQL"] == (Change.MOVED, ChangeReason.ITS_TIME_HAS_PASSED)
    assert lines(answer)["Talks"] == (Change.MOVED, ChangeReason.ITS_TIME_HAS_PASSED)
    assert {one.course.caption: one.now for one in answer.changes}["Talks"] == FIRST + timedelta(days=63)


def test_the_old_course_is_kept_even_where_another_one_is_cheaper_now() -> None:
    plan = Plan()
    old = plan.old()
    moved = replace(old, courses=tuple(
        replace(one, course=plan.at("Snakes")) if one.course == plan.at("Python") else one for one in old.courses
    ))  # fmt: skip
    answer = plan.plan(previous=moved)
    assert lines(answer) == {"Basics": KEPT, "SQL": KEPT, "Talks": KEPT, "Snakes": KEPT}
    assert (answer.cost, answer.status.value) == (360.0, "optimal")


def test_a_course_to_avoid_is_replaced_and_nothing_else_moves() -> None:
    plan = Plan()
    limits = PlanLimits(hours_per_week=10, avoid=(plan.at("Python"),))
    answer = plan.plan(limits, previous=plan.old())
    assert lines(answer) == {
        "Basics": KEPT, "SQL": KEPT, "Talks": KEPT,
        "Python": (Change.DROPPED, ChangeReason.LIMITS), "Snakes": (Change.ADDED, ChangeReason.CLOSES_A_GAP),
    }  # fmt: skip


def test_a_smaller_budget_drops_as_little_as_it_must() -> None:
    plan = Plan()
    answer = plan.plan(PlanLimits(hours_per_week=10, budget=300.0), previous=plan.old(), closing=Closing.MOST)
    assert (Change.DROPPED, ChangeReason.LIMITS) in lines(answer).values()
    assert lines(answer)["Talks"] == KEPT
    assert answer.cost <= 300.0


def test_what_is_under_way_goes_on_is_paid_and_counts_as_kept() -> None:
    plan = Plan()
    old = plan.old()
    begun = next(one for one in old.courses if one.course == plan.at("Basics"))
    later = PlanLimits(hours_per_week=10, starts_on=begun.begins_on + timedelta(days=3))
    answer = plan.plan(later, Progress(under_way=(UnderWay(plan.at("Basics"), 4.0),)), old)
    assert lines(answer)["Basics"] == KEPT
    by = {one.course.caption: one for one in answer.courses}
    assert (by["Basics"].hours, by["Basics"].first_week, answer.cost) == (4.0, 1, 250.0)


def test_an_assessment_on_record_that_found_less_brings_the_course_back() -> None:
    """The same as by value, once the assessment has come through its feed."""
    plan = Plan()
    plan.company.completed(plan.person, plan.courses["Python"], date(2026, 3, 1))
    assert "Python" not in {one.course.caption for one in plan.plan().courses}
    plan.company.assessed(plan.person, plan.skills["Python"], 1.0, date(2026, 5, 1))
    again = {one.course.caption: one for one in plan.plan().courses}
    assert [skill.caption for skill in again["Python"].closes] == ["Python"]
    plan.company.assessed(plan.person, plan.skills["Python"], 3.0, date(2026, 5, 20), sitting="again")
    assert "Python" not in {one.course.caption for one in plan.plan().courses}
