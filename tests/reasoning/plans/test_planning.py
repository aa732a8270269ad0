"""Plans of people whose right answers are known, and what must hold for everyone."""

from __future__ import annotations

import itertools
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey, Value
from ontology.errors import BadInput, ConsentMissing
from reasoning.answers import GapStatus, SkillGapRequest
from reasoning.gaps import skill_gap
from reasoning.narrators.templates import render
from reasoning.plans import (
    Booking,
    Closing,
    LearningPlanAnswer,
    LearningPlanRequest,
    Limit,
    Objective,
    OpenReason,
    PlanLimits,
    PlanStatus,
    WantedSkill,
    learning_plan,
)
from reasoning.verifier import verify, verify_claim
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import solara
from tests.reasoning.oracles import Plain
from tests.reasoning.random_companies import random_company

FIRST = NOW.date()
ANY = PlanLimits()
ROOT = Path(__file__).resolve().parents[3]


class Desk:
    """A company with one learner and one role, and a short way to ask."""

    def __init__(self) -> None:
        self.company = Company()
        self.person, self.role = self.company.person("1"), self.company.role("Analyst")
        self.company.holds(self.person, self.role, date(2020, 1, 1))

    def needs(self, name: str, level: float | None = 3.0, weight: float = 1.0, essential: bool = True) -> NodeKey:
        skill = self.company.skill(name)
        self.company.requires(self.role, skill, level, weight, essential)
        return skill

    def course(self, name: str, skills: dict[NodeKey, float], cost: float | None = 100.0, **more: Value) -> NodeKey:
        given: dict[str, Value] = {"cost": cost, "currency": "EUR", "hours": 5.0}
        course = self.company.course(name, **(given | more))
        for skill, level in skills.items():
            self.company.teaches(course, skill, level)
        return course

    def index(self, key: NodeKey) -> int:
        return index(self.company.snapshot(), key)

    def plan(self, limits: PlanLimits = ANY, **more: object) -> LearningPlanAnswer:
        snapshot = self.company.snapshot()
        given = LearningPlanRequest(
            index(snapshot, self.person),
            index(snapshot, self.role),
            limits=limits,
            now=NOW,
            **more,  # type: ignore[arg-type]
        )
        return learning_plan(snapshot, given)


def taken(answer: LearningPlanAnswer) -> list[tuple[str, int, int]]:
    return [(one.course.caption, one.first_week, one.last_week) for one in answer.courses]


def solara_plan(person: str, role: str, limits: PlanLimits = ANY, **more: object) -> LearningPlanAnswer:
    company, nodes = solara()
    snapshot = company.snapshot()
    request = LearningPlanRequest(
        index(snapshot, nodes[person]),
        index(snapshot, nodes[role]),
        limits=limits,
        now=NOW,
        **more,  # type: ignore[arg-type]
    )
    return learning_plan(snapshot, request)


def test_ana_towards_data_scientist() -> None:
    """Machine learning also gives Python 2, which is below the 3 asked for, so Python 2 is taken and Python 1 first."""
    answer = solara_plan("Ana", "Data scientist", PlanLimits(hours_per_week=10))
    assert answer.status is PlanStatus.OPTIMAL
    assert {one.course.caption for one in answer.courses} == {
        "Python 1",
        "Python 2",
        "Statistics 2",
        "Machine learning",
    }
    assert (answer.cost, answer.currency, answer.hours, answer.weeks) == (1850.0, "EUR", 134.0, 14)
    assert (answer.value, answer.bound, answer.gap) == (1850.0, 1850.0, 0.0)
    closing = {one.course.caption: [skill.caption for skill in one.closes] for one in answer.courses}
    assert closing == {
        "Python 1": [],
        "Python 2": ["Python"],
        "Statistics 2": ["Statistics"],
        "Machine learning": ["Machine learning"],
    }
    before = {one.course.caption: {other.caption for other in one.needed_for} for one in answer.courses}
    assert before["Python 1"] == {"Python 2", "Machine learning"}
    assert [(one.skill.caption, one.reason) for one in answer.open] == [("Negotiation", OpenReason.NO_COURSE)]
    assert answer.ends_on == FIRST + timedelta(days=7 * answer.weeks - 1)


def test_without_gaps_there_is_nothing_to_plan() -> None:
    answer = solara_plan("Ben", "Data scientist")
    assert [one.skill.caption for one in answer.open] == ["Negotiation"]
    assert (answer.courses, answer.weeks, answer.cost, answer.value) == ((), 0, 0.0, 0.0)
    assert (answer.status, answer.ends_on) == (PlanStatus.OPTIMAL, None)


def test_time_and_cost_are_traded_as_asked() -> None:
    desk = Desk()
    skill, other = desk.needs("SQL"), desk.needs("Python")
    desk.course("Slow", {skill: 3.0}, 100.0, hours=40.0)
    desk.course("Fast", {skill: 3.0}, 300.0, hours=10.0)
    desk.course("Snake", {other: 3.0}, 50.0, hours=20.0)
    cheap, quick = desk.plan(), desk.plan(objective=Objective.TIME)
    assert (cheap.cost, cheap.weeks, quick.cost, quick.weeks) == (150.0, 12, 350.0, 6)
    balance = desk.plan(objective=Objective.BALANCE)
    # 150 and 6 are the least: 1 + 12/6 = 3 against 350/150 + 1 = 3.33
    assert (balance.cost, balance.value, balance.bound) == (150.0, 3.0, 3.0)


def test_courses_run_side_by_side_when_the_week_has_room() -> None:
    desk = Desk()
    for name in "ABC":
        desk.course(f"Course {name}", {desk.needs(name): 3.0}, hours=4.0)
    assert desk.plan(PlanLimits(hours_per_week=4)).weeks == 3
    assert desk.plan(PlanLimits(hours_per_week=8)).weeks == 2
    assert desk.plan(PlanLimits(hours_per_week=12)).weeks == 1


def test_a_course_with_start_days_begins_on_one_of_them_and_after_its_prerequisites() -> None:
    desk = Desk()
    skill = desk.needs("SQL")
    basics = desk.course("Basics", {}, 10.0, hours=10.0)
    days = [FIRST + timedelta(days=10), FIRST + timedelta(days=17), FIRST - timedelta(days=3)]
    course = desk.course("Class", {skill: 3.0}, starts_on=days)
    desk.company.prerequisite(course, basics)
    answer = desk.plan()
    assert taken(answer) == [("Basics", 1, 2), ("Class", 3, 3)]
    assert answer.courses[1].begins_on == FIRST + timedelta(days=17)


def test_full_starts_are_passed_over() -> None:
    desk = Desk()
    days = [FIRST + timedelta(days=7), FIRST + timedelta(days=28)]
    course = desk.course("Class", {desk.needs("SQL"): 3.0}, starts_on=days, capacity=10)
    assert desk.plan().weeks == 2
    full = Booking(desk.index(course), 10, days[0])
    assert desk.plan(PlanLimits(booked=(full,))).weeks == 5
    both = (full, Booking(desk.index(course), 10, days[1]))
    answer = desk.plan(PlanLimits(booked=both))
    assert answer.status is PlanStatus.INFEASIBLE
    assert answer.conflict is not None
    (remedy,) = answer.conflict.remedies
    assert (remedy.limit, [one.caption for one in remedy.courses]) == (Limit.SEATS, ["Class"])


def test_of_two_starts_in_a_week_the_one_with_a_seat_is_told() -> None:
    desk = Desk()
    days = [FIRST + timedelta(days=7), FIRST + timedelta(days=9)]
    course = desk.course("Class", {desk.needs("SQL"): 3.0}, starts_on=days, capacity=10)
    assert desk.plan().courses[0].begins_on == days[0]
    full = Booking(desk.index(course), 10, days[0])
    assert desk.plan(PlanLimits(booked=(full,))).courses[0].begins_on == days[1]


@pytest.mark.parametrize(
    ("limits", "limit"),
    [
        (PlanLimits(languages=("de",)), Limit.LANGUAGE),
        (PlanLimits(modalities=("online",)), Limit.MODALITY),
        (PlanLimits(budget=99.0), Limit.BUDGET),
        (PlanLimits(deadline=FIRST + timedelta(days=12)), Limit.DEADLINE),
    ],
)
def test_a_limit_that_no_plan_keeps_is_named(limits: PlanLimits, limit: Limit) -> None:
    desk = Desk()
    day = FIRST + timedelta(days=7)
    desk.course("Class", {desk.needs("SQL"): 3.0}, language="en-GB", modality="classroom", hours=10.0, starts_on=[day])
    answer = desk.plan(limits)
    assert (answer.status, answer.courses, answer.value) == (PlanStatus.INFEASIBLE, (), None)
    assert answer.conflict is not None
    assert limit in [remedy.limit for remedy in answer.conflict.remedies]
    assert [one.caption for one in answer.conflict.gaps] == ["SQL"]
    assert (
        desk.plan(PlanLimits(languages=("en",), modalities=("classroom",), budget=100.0)).status is PlanStatus.OPTIMAL
    )


def test_what_a_remedy_says_is_enough_is_enough_and_less_is_not() -> None:
    limits = PlanLimits(hours_per_week=5, budget=1849.0)
    answer = solara_plan("Ana", "Data scientist", limits)
    assert answer.conflict is not None
    (remedy,) = answer.conflict.remedies
    assert (remedy.limit, remedy.stated, remedy.needed, remedy.at_least) == (
        Limit.BUDGET, "1849.00 EUR", "1850.00 EUR", "1850.00 EUR",
    )  # fmt: skip
    assert solara_plan("Ana", "Data scientist", PlanLimits(hours_per_week=5, budget=1850.0)).cost == 1850.0
    late = PlanLimits(hours_per_week=5, deadline=date(2026, 9, 1))
    answer = solara_plan("Ana", "Data scientist", late)
    assert answer.conflict is not None
    by = {one.limit: one for one in answer.conflict.remedies}
    assert set(by) == {Limit.DEADLINE, Limit.HOURS_PER_WEEK}
    enough = float(by[Limit.HOURS_PER_WEEK].needed or "nan")
    day = date.fromisoformat(by[Limit.DEADLINE].needed or "")
    for hours, deadline, status in (
        (5.0, day, PlanStatus.OPTIMAL),
        (5.0, day - timedelta(days=1), PlanStatus.INFEASIBLE),
        (enough, date(2026, 9, 1), PlanStatus.OPTIMAL),
        (enough - 0.5, date(2026, 9, 1), PlanStatus.INFEASIBLE),
    ):
        found = solara_plan("Ana", "Data scientist", PlanLimits(hours_per_week=hours, deadline=deadline))
        assert found.status is status, (hours, deadline)


def test_as_much_as_the_budget_allows_goes_to_the_essential_first() -> None:
    answer = solara_plan("Ana", "Data scientist", PlanLimits(budget=1000.0), closing=Closing.MOST)
    assert {one.course.caption for one in answer.courses} == {"Python 1", "Python 2"}
    assert [(one.skill.caption, one.reason) for one in answer.open] == [
        ("Machine learning", OpenReason.LIMITS),
        ("Statistics", OpenReason.LIMITS),
        ("Negotiation", OpenReason.NO_COURSE),
    ]


def test_prices_in_two_currencies_are_not_added_up() -> None:
    desk = Desk()
    skill = desk.needs("SQL")
    desk.course("Euro", {skill: 3.0}, 500.0)
    desk.course("Pound", {skill: 3.0}, 100.0, currency="GBP")
    with pytest.raises(BadInput, match="EUR, GBP"):
        desk.plan()
    assert taken(desk.plan(PlanLimits(currency="EUR"))) == [("Euro", 1, 1)]
    assert desk.plan(PlanLimits(currency="gbp")).cost == 100.0
    assert desk.plan(PlanLimits(currency="USD")).status is PlanStatus.INFEASIBLE


def test_an_unknown_price_comes_last_and_passes_no_budget() -> None:
    desk = Desk()
    skill = desk.needs("SQL")
    desk.course("Priceless", {skill: 3.0}, None)
    answer = desk.plan()
    assert (answer.cost, answer.unpriced, answer.courses[0].cost) == (0.0, 1, None)
    assert desk.plan(PlanLimits(budget=1000.0)).status is PlanStatus.INFEASIBLE
    desk.course("Dear", {skill: 3.0}, 900.0)
    assert taken(desk.plan()) == [("Dear", 1, 1)]


def test_unknown_hours_are_assumed_and_marked() -> None:
    desk = Desk()
    desk.course("Vague", {desk.needs("SQL"): 3.0}, hours=None)
    (course,) = desk.plan(PlanLimits(hours_per_week=10)).courses
    assert (course.hours, course.hours_assumed, course.last_week) == (40.0, True, 4)


def test_skills_without_a_role() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    wanted = WantedSkill(index(snapshot, nodes["Statistics"]), 4.0)
    answer = learning_plan(snapshot, LearningPlanRequest(index(snapshot, nodes["Ana"]), skills=(wanted,), now=NOW))
    assert (answer.target, taken(answer)) == (None, [("Statistics 2", 1, 5)])
    (claim,) = answer.courses[0].claims
    assert verify(claim, render(claim), company.cited()) == []
    assert render(claim) == "Statistics 2 teaches Statistics to level 4."


def test_a_course_in_a_narrower_skill_serves_a_wish_and_says_why() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    wanted = (WantedSkill(index(snapshot, nodes["Programming"]), 3.0),)
    limits = PlanLimits(
        avoid=(index(snapshot, nodes["course:Python 2"]), index(snapshot, nodes["course:Python intensive"]))
    )
    answer = learning_plan(
        snapshot, LearningPlanRequest(index(snapshot, nodes["Nia"]), skills=wanted, limits=limits, now=NOW)
    )
    (claim,) = answer.courses[0].claims
    assert render(claim) == "Django in practice teaches Django to level 3, which counts as Programming."
    assert verify(claim, render(claim), company.cited()) == []
    for fewer in (claim.edges[:1], claim.edges[1:], claim.edges[:2], (claim.edges[0], claim.edges[2])):
        assert verify_claim(replace(claim, edges=fewer), company.cited()) != []


def test_a_level_that_no_course_reaches_stays_open_and_says_how_far_courses_go() -> None:
    desk = Desk()
    desk.course("Basics", {desk.needs("SQL", 4.0): 3.0})
    (gap,) = desk.plan().open
    assert (gap.reason, gap.reachable_level, gap.required_level) == (OpenReason.NOT_HIGH_ENOUGH, 3.0, 4.0)


def test_without_consent_there_is_no_plan() -> None:
    company, nodes = solara()
    person = company.person("Shy", ("mentor_match",))
    snapshot = company.snapshot()
    with pytest.raises(ConsentMissing):
        learning_plan(snapshot, LearningPlanRequest(index(snapshot, person), index(snapshot, nodes["Data analyst"])))


@pytest.mark.parametrize(
    "limits",
    [
        PlanLimits(hours_per_week=0.0), PlanLimits(hours_per_week=61.0), PlanLimits(budget=-1.0),
        PlanLimits(deadline=FIRST - timedelta(days=1)), PlanLimits(starts_on=date(1900, 1, 1)),
    ],
)  # fmt: skip
def test_limits_without_sense_are_refused(limits: PlanLimits) -> None:
    with pytest.raises(BadInput):
        solara_plan("Ana", "Data scientist", limits)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000_000), st.sampled_from(list(Objective)))
def test_a_plan_closes_every_gap_that_some_course_closes_and_nothing_it_says_is_unproven(
    seed: int, objective: Objective
) -> None:
    company, nodes = random_company(seed, courses=6)
    company = with_currency(company)
    snapshot, cited = company.snapshot(), company.cited()
    person = index(snapshot, nodes["person 0"])
    for number in range(3):
        role = index(snapshot, nodes[f"role {number}"])
        answer = learning_plan(snapshot, LearningPlanRequest(person, role, objective=objective, now=NOW))
        gap = skill_gap(snapshot, SkillGapRequest(person, role, now=NOW))
        missing = {item.skill.key for item in gap.items if item.status is not GapStatus.MET}
        closable = {item.skill.key for item in gap.items if any(option.closes for option in item.courses)}
        closed = {skill.key for course in answer.courses for skill in course.closes}
        left = {one.skill.key for one in answer.open}
        assert (answer.status, closed, left) == (PlanStatus.OPTIMAL, closable, missing - closable)
        assert answer.gaps == len(missing)
        ends = {course.course.key: course.last_week for course in answer.courses}
        for course in answer.courses:
            for other in course.needed_for:
                begins = next(one.first_week for one in answer.courses if one.course.key == other.key)
                assert ends[course.course.key] < begins
        parts = (answer.claims, *(one.claims for one in answer.courses), *(one.claims for one in answer.open))
        for claim in itertools.chain.from_iterable(parts):
            assert verify(claim, render(claim), cited) == [], render(claim)


def with_currency(company: Company) -> Company:
    for key, node in list(company.nodes.items()):
        if key.label == "Course":
            company.add(key, {**node.properties, "currency": "EUR", "hours": 10.0})
    return company


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000_000))
def test_the_order_of_the_records_does_not_matter(seed: int) -> None:
    company, nodes = random_company(seed, courses=6)
    company = with_currency(company)
    first, second = company.snapshot(), company.snapshot(company.records()[::-1])
    given_ = LearningPlanRequest(index(first, nodes["person 0"]), index(first, nodes["role 1"]), now=NOW)
    assert repr(learning_plan(first, given_)) == repr(learning_plan(second, given_))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000_000))
def test_the_cost_equals_trying_every_set_of_courses_on_the_plain_company(seed: int) -> None:
    """From the edges alone, without the frame of the problem: what closes, what must come first, what it costs."""
    company, nodes = random_company(seed, courses=6)
    company = with_currency(company)
    snapshot, plain, person = company.snapshot(), Plain(company), nodes["person 0"]
    passed = plain.passed(person)
    courses = [key for key in company.nodes if key.label == "Course" and key not in passed]
    costs = {key: company.nodes[key].properties["cost"] for key in courses}
    for number in range(4):
        role = nodes[f"role {number}"]
        status, _ = plain.gap(person, role)
        closers = []
        for need in plain.requirements(role):
            taught = plain.of("TEACHES_SKILL")
            reached = {
                edge.start
                for edge in taught
                if edge.start in costs
                and need.skill in plain.upward(edge.end)
                and round(float(edge.properties["to_level"]) * 50) >= need.threshold  # type: ignore[arg-type]
            }
            if status[need.skill] != "met" and reached:
                closers.append(reached)
        best = min(
            (sum(costs[one] is None for one in chosen), sum(costs[one] or 0.0 for one in chosen))  # type: ignore[misc]
            for size in range(len(courses) + 1)
            for chosen in map(set, itertools.combinations(courses, size))
            if all(one & chosen for one in closers) and all(plain.before(one, passed) <= chosen for one in chosen)
        )
        request = LearningPlanRequest(index(snapshot, person), index(snapshot, role), now=NOW)
        answer = learning_plan(snapshot, request)
        assert (answer.unpriced, answer.cost) == best


def test_the_same_in_another_process_with_another_hash_seed() -> None:
    script = (
        "from tests.reasoning.plans.test_planning import *\n"
        "limits = PlanLimits(hours_per_week=5, deadline=date(2026, 9, 1), languages=('en',))\n"
        "print(solara_plan('Ana', 'Data scientist', PlanLimits(hours_per_week=10), objective=Objective.BALANCE))\n"
        "print(solara_plan('Ana', 'Data scientist', limits))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
    assert "Statistics 2" in outputs.pop()
