"""Random small companies with every structure the questions read, for properties and oracles."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from graph.keys import NodeKey, Value
from tests.reasoning.building import Company

Nodes = dict[str, NodeKey]


def random_company(
    seed: int, *, roles: int = 7, skills: int = 8, people: int = 3, courses: int = 4
) -> tuple[Company, Nodes]:
    """A small company decided by the seed alone."""
    dice = random.Random(seed)
    company = Company()
    skill = [company.skill(f"Skill {letter}") for letter in "ABCDEFGHIJKLMNOP"[:skills]]
    zones, levels = [None, 1, 2, 3, 4, 5], [None, 1, 2, 3]
    role = [
        company.role(f"Role {number:02}", job_zone=dice.choice(zones), level=dice.choice(levels))
        for number in range(roles)
    ]
    course = [company.course(f"Course {number}", cost=dice.choice([None, 100.0, 250.0])) for number in range(courses)]
    _taxonomy(dice, company, skill)
    _roles(dice, company, role, skill)
    _courses(dice, company, course, skill)
    units = _units(dice, company)
    person: list[NodeKey] = []
    for number in range(people):
        person.append(_person(dice, company, number, role, skill, course, person))
    _mentoring(random.Random(seed + 1), company, person, skill, units)
    lists = {"role": role, "skill": skill, "course": course, "person": person}
    return company, {f"{name} {at}": key for name, keys in lists.items() for at, key in enumerate(keys)}


def _units(dice: random.Random, company: Company) -> list[NodeKey]:
    units = [company.unit("Unit 0"), company.unit("Island")]
    for number in range(1, 6):
        units.append(company.unit(f"Unit {number}", dice.choice([units[0], *units[2:]])))
    return units


TIMES = ((), ("MON 09:00-17:00", "TUE 09:00-11:00"), ("MON 20:00-23:30",), ("SUN 00:00-24:00",), ("nonsense",))
OUTCOMES: tuple[dict[str, Value], ...] = (
    {},
    {"active": 1},
    {"active": 4, "finished": 0},
    {"finished": 3, "rating": 4.5},
    {"active": 0, "finished": 1, "rating": 2.0},
    {"rating": 5.0},
)


def _mentoring(
    dice: random.Random, company: Company, person: list[NodeKey], skill: list[NodeKey], units: list[NodeKey]
) -> None:
    """Weekly times, how mentoring went, units, and two who are kept apart; from dice of their own."""
    for who in person:
        record = company.nodes[who]
        company.nodes[who] = replace(record, properties={**record.properties, "weekly_hours": list(dice.choice(TIMES))})
        for offered in list(company.links.values()):
            if offered.rel_type == "OFFERS_MENTORING" and offered.start == who:
                room = offered.properties["capacity"]
                assert room is None or isinstance(room, int)
                company.offers(who, offered.end, room, **dice.choice(OUTCOMES))
        if dice.random() < 0.2:
            company.offers(who, dice.choice(skill), dice.choice([None, 2]), **dice.choice(OUTCOMES))
        if dice.random() < 0.8:
            company.belongs(who, dice.choice(units), date(2021, 1, 1), dice.choice([None, date(2022, 1, 1)]))
        if dice.random() < 0.3:
            company.belongs(who, dice.choice(units), date(2024, 1, 1))
    if len(person) > 2:
        company.edge("KEPT_APART", *dice.sample(person, 2))


def _taxonomy(dice: random.Random, company: Company, skill: list[NodeKey]) -> None:
    for _ in range(len(skill) // 2):
        narrow, broad = sorted(dice.sample(range(len(skill)), 2))
        company.broader(skill[narrow], skill[broad])
    for _ in range(2):
        one, other = dice.sample(skill, 2)
        company.matches(one, other, dice.choice(["exact", "close", "broad", "narrow"]))


def _roles(dice: random.Random, company: Company, role: list[NodeKey], skill: list[NodeKey]) -> None:
    for owner in role:
        for asked in dice.sample(skill, dice.randint(0, 4)):
            level = dice.choice([None, 0.0, 1.0, 2.0, 2.5, 3.0, 4.0])
            company.requires(owner, asked, level, dice.choice([0.2, 0.5, 0.8, 1.0]), dice.random() < 0.8)
    for _ in range(len(role) * 2):
        origin, destination = dice.sample(role, 2)
        company.moved(origin, destination, dice.choice([None, 1, 2, 5, 20]), dice.choice([0.4, 0.8, 1.0]))


def _courses(dice: random.Random, company: Company, course: list[NodeKey], skill: list[NodeKey]) -> None:
    for number, one in enumerate(course):
        for taught in dice.sample(skill, 2):
            company.teaches(one, taught, dice.choice([1.0, 2.0, 3.0]))
        for earlier in course[:number]:
            if dice.random() < 0.3:
                company.prerequisite(one, earlier)


def _person(
    dice: random.Random,
    company: Company,
    number: int,
    role: list[NodeKey],
    skill: list[NodeKey],
    course: list[NodeKey],
    others: list[NodeKey],
) -> NodeKey:
    scopes = ("career_path", "skill_gap", "mentor_match") if number == 0 or dice.random() < 0.8 else ()
    spoken = dice.sample(["en", "de", "es"], dice.randint(0, 2))
    zone = dice.choice([None, "Europe/Berlin", "Asia/Tokyo", "America/New_York"])
    left = date(2025, 1, 1) if number and dice.random() < 0.1 else None
    who = company.person(f"{number:03}", scopes, languages=spoken, time_zone=zone, left_on=left)
    for held in dice.sample(skill, dice.randint(0, 5)):
        company.has(who, held, dice.choice([None, 0.0, 1.0, 2.0, 3.0, 4.5]))
    if dice.random() < 0.5:
        company.offers(who, dice.choice(skill), dice.choice([None, 0, 1, 4]))
    first, second = dice.sample(role, 2)
    company.holds(who, first, date(2018, 1, 1), date(2022, 1, 1))
    company.holds(who, second, date(2022, 1, 2))
    expiry = [None, date(2025, 1, 1)]
    if dice.random() < 0.5:
        passed = dice.random() < 0.8
        company.completed(who, dice.choice(course), date(2024, 1, 1), passed=passed, expires=dice.choice(expiry))
    if dice.random() < 0.5:
        level = dice.choice([1.0, 3.0])
        company.assessed(who, dice.choice(skill), level, date(2024, 1, 1), dice.choice(expiry))
    if others and dice.random() < 0.5:
        company.reports(who, dice.choice(others))
    return who
