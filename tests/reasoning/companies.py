"""A hand-made company with known right answers.

Solara runs solar parks. Twelve roles in three families, twenty-five skills, ten courses, fifteen people.
"""

# ruff: noqa: E501  # tables read better unbroken
from __future__ import annotations

from datetime import date

from graph.keys import NodeKey
from tests.reasoning.building import Company

Nodes = dict[str, NodeKey]


def solara() -> tuple[Company, Nodes]:
    """The company and its nodes by name."""
    company = Company()
    nodes: Nodes = {}
    _skills(company, nodes)
    _roles(company, nodes)
    _courses(company, nodes)
    _people(company, nodes)
    return company, nodes


SKILLS = (
    "Python", "Django", "SQL", "PostgreSQL", "Statistics", "Machine learning", "Dashboards", "Data quality",
    "Solar panels", "Inverters", "High voltage", "Work at height", "First aid", "Fault finding", "SCADA",
    "Grid codes", "Shift planning", "Team leadership", "Budgeting", "Coaching", "Negotiation", "English",
    "German", "R", "Programming",
)  # fmt: skip


def _table(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def _skills(company: Company, nodes: Nodes) -> None:
    for name in SKILLS:
        nodes[name] = company.skill(name)
    nodes["Databases"] = company.group("Databases")
    for narrow, broad in (("Django", "Python"), ("Python", "Programming"), ("R", "Programming")):
        company.broader(nodes[narrow], nodes[broad])
    for member in ("SQL", "PostgreSQL"):
        company.broader(nodes[member], nodes["Databases"])
    company.matches(nodes["Inverters"], nodes["SCADA"], "close")
    nodes["esco:SQL"] = company.skill("SQL (ESCO)", "_ref")
    company.matches(nodes["SQL"], nodes["esco:SQL"], "exact")
    company.edge("RELATED_TO", nodes["Negotiation"], nodes["Coaching"], kind="related")


ROLES = """
Data analyst | Data | 2 | 3 | 45000 | Berlin | SQL 3 1, Statistics 2 0.6, Dashboards 2 0.5, R 1 0.2 optional
Data scientist | Data | 3 | 4 | 60000 | Berlin | Python 3 1, Statistics 4 0.8, Machine learning 3 0.8, SQL 2 0.4, Negotiation 2 0.2 optional
Data engineer | Data | 3 | 4 | 58000 | Berlin | Python 3 1, SQL 4 1, Data quality 3 0.6
Lead data scientist | Data | 5 | 4 | 80000 | Berlin | Statistics 4 0.8, Machine learning 4 1, Team leadership 3 0.8, Python 3 0.6
Head of data | Data | 6 | 5 | 100000 | Berlin | Team leadership 4 1, Budgeting 3 0.8, Statistics 2 0.4
Solar technician | Field | 1 | 2 | 35000 | Jaén | Solar panels 2 1, Work at height 2 1, First aid - 0.4
Inverter technician | Field | 2 | 3 | 42000 | Jaén | Inverters 3 1, High voltage 2 1, Fault finding 2 0.6
Site supervisor | Field | 3 | 3 | 50000 | Jaén | Team leadership 2 1, Shift planning 2 0.8, Work at height 2 0.4
Control room operator | Operations | 2 | 3 | 40000 | Berlin | SCADA 2 1, Grid codes 2 0.8, Shift planning 1 0.2 optional
Operations manager | Operations | 5 | 4 | 75000 | Berlin | Team leadership 3 1, Budgeting 2 0.6, Grid codes 2 0.6
Software developer | Data | 2 |  |  | Berlin | Programming 3 1, SQL 1 0.2
Trainee | Operations | 1 | 1 | 25000 | Berlin |
"""
"""Name | family | level | job zone | lower pay | location | skill, level asked for (- for any), weight, optional."""

TRANSITIONS = (
    ("Data analyst", "Data scientist", 12), ("Data analyst", "Data engineer", 5),
    ("Data engineer", "Data scientist", 3),
    ("Data scientist", "Lead data scientist", 6), ("Lead data scientist", "Head of data", 2),
    ("Solar technician", "Inverter technician", 20), ("Inverter technician", "Control room operator", 4),
    ("Solar technician", "Site supervisor", 8), ("Site supervisor", "Operations manager", 3),
    ("Control room operator", "Operations manager", None), ("Data analyst", "Control room operator", 1),
)  # fmt: skip


def _roles(company: Company, nodes: Nodes) -> None:
    for name, family, level, zone, pay, place, asked in _table(ROLES):
        nodes[name] = company.role(
            name,
            family=family,
            level=int(level),
            job_zone=int(zone) if zone else None,
            pay_min=float(pay) if pay else None,
            locations=[place],
        )
        for item in filter(None, asked.split(", ")):
            skill, minimum, weight = item.removesuffix(" optional").rsplit(" ", 2)
            least = None if minimum == "-" else float(minimum)
            company.requires(nodes[name], nodes[skill], least, float(weight), not item.endswith(" optional"))
    for origin, destination, count in TRANSITIONS:
        company.moved(nodes[origin], nodes[destination], count)


COURSES = {
    # name: (cost, hours, {skill: level}, prerequisites)
    "Python 1": (300.0, 20.0, {"Python": 2.0}, ()),
    "Python 2": (400.0, 30.0, {"Python": 3.0}, ("Python 1",)),
    "Python intensive": (900.0, 40.0, {"Python": 4.0}, ()),
    "Statistics 1": (200.0, 16.0, {"Statistics": 3.0}, ()),
    "Statistics 2": (350.0, 24.0, {"Statistics": 4.0}, ("Statistics 1",)),
    "Machine learning": (800.0, 60.0, {"Machine learning": 3.0, "Python": 2.0}, ("Statistics 2", "Python 1")),
    "Django in practice": (None, 12.0, {"Django": 3.0}, ()),
    "First aid": (50.0, 8.0, {"First aid": 2.0}, ()),
    "Leading teams": (600.0, 24.0, {"Team leadership": 3.0}, ()),
    "SCADA basics": (500.0, None, {"SCADA": 2.0}, ()),
}


def _courses(company: Company, nodes: Nodes) -> None:
    for name, (cost, hours, _, _) in COURSES.items():
        nodes[f"course:{name}"] = company.course(name, cost=cost, currency="EUR", hours=hours)
    for name, (_, _, taught, before) in COURSES.items():
        for skill, level in taught.items():
            company.teaches(nodes[f"course:{name}"], nodes[skill], level)
        for earlier in before:
            company.prerequisite(nodes[f"course:{name}"], nodes[f"course:{earlier}"])


PEOPLE = """
Ana | Data analyst | 2022-01-01 | SQL 3, Statistics 3, Dashboards 3, Django 2 | en es | Europe/Madrid
Ben | Data scientist | 2021-05-01 | Python 4, Statistics 4, Machine learning 4, SQL 3 | en-GB | Europe/Berlin
Cem | Lead data scientist | 2023-01-01 | Python 4, Statistics 5, Machine learning 5, Team leadership 4 | de | Europe/Berlin
Dia | Data engineer | 2020-03-01 | Python 3, SQL 5, Data quality 3 | en | Asia/Kolkata
Eli | Head of data | 2019-01-01 | Team leadership 5, Budgeting 4, Statistics 5 | en | Europe/Berlin
Fay | Data scientist | 2022-01-01 | Python 5, Statistics 5, Machine learning 5 | en | Europe/Berlin
Gus | Solar technician | 2018-01-01 | Solar panels 4, Work at height 3 | es | Europe/Madrid
Hal | Inverter technician | 2021-01-01 | Inverters 4, High voltage 3, Fault finding 3 | es | Europe/Madrid
Ida | Site supervisor | 2020-01-01 | Team leadership 3, Shift planning 3, Work at height 3 | es en | Europe/Madrid
Jon | Control room operator | 2019-01-01 | SCADA 3, Grid codes 4 | de | Europe/Berlin
Kim | Operations manager | 2017-01-01 | Team leadership 4, Budgeting 3, Grid codes 3 | en | America/Los_Angeles
Lea | Software developer | 2024-01-01 | Python 4 |  |
Max | Data scientist | 2020-01-01 | Python 5, Statistics 5, Machine learning 5 | en | Europe/Berlin
Nia | Trainee | 2026-01-01 |  | en | Europe/Berlin
Oda | Data scientist | 2016-01-01 | Python 5, Statistics 5, Machine learning 5 | en | Europe/Berlin
"""
"""Name | role | since | skills with levels | languages | time zone."""


def _people(company: Company, nodes: Nodes) -> None:
    for name, role, since, held, languages, zone in _table(PEOPLE):
        scopes = ("skill_gap", "career_path", "analytics" if name == "Fay" else "mentor_match")
        left = date(2025, 12, 31) if name == "Oda" else None
        nodes[name] = company.person(name, scopes, languages=languages.split(), time_zone=zone or None, left_on=left)
        company.holds(nodes[name], nodes[role], date.fromisoformat(since))
        for item in filter(None, held.split(", ")):
            skill, level = item.rsplit(" ", 1)
            company.has(nodes[name], nodes[skill], float(level))
    company.holds(nodes["Ben"], nodes["Data analyst"], date(2018, 1, 1), date(2021, 4, 30))
    company.holds(nodes["Cem"], nodes["Data scientist"], date(2019, 1, 1), date(2022, 12, 31))
    for report, manager in (("Ana", "Max"), ("Ben", "Cem"), ("Cem", "Eli"), ("Max", "Eli"), ("Nia", "Ana")):
        company.reports(nodes[report], nodes[manager])
    for mentor, skill, capacity in (
        ("Ben", "Statistics", 2),
        ("Ben", "Python", None),
        ("Cem", "Machine learning", 1),
        ("Dia", "SQL", 0),
    ):
        company.offers(nodes[mentor], nodes[skill], capacity)
    company.completed(nodes["Ana"], nodes["course:Statistics 1"], date(2024, 5, 1))
    company.completed(nodes["Gus"], nodes["course:First aid"], date(2020, 1, 1), expires=date(2023, 1, 1))
    company.completed(nodes["Hal"], nodes["course:SCADA basics"], date(2025, 1, 1), passed=False)
    company.assessed(nodes["Gus"], nodes["Inverters"], 3.0, date(2025, 1, 1))
    company.assessed(nodes["Gus"], nodes["High voltage"], 3.0, date(2020, 1, 1), date(2022, 1, 1))
