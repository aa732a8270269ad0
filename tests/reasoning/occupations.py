"""A few occupations of O*NET and ESCO with a company beside them, small enough to know every value by hand."""

from __future__ import annotations

from graph.keys import NodeKey
from ontology.model import REFERENCE_TENANT
from tests.reasoning.building import Company

ESCO = "http://data.europa.eu/esco/occupation/"
TASKS = {
    "15-1": ("Software Developers", ["Write program code", "Test program code", "Design software systems"], 4, 5.0),
    "15-2": ("Web Developers", ["Write program code for web sites", "Test web sites", "Design web pages"], 3, 4.0),
    "29-1": ("Registered Nurses", ["Care for patients", "Give medicine to patients", "Record patient data"], 4, 2.0),
    "31-1": ("Nursing Assistants", ["Care for patients", "Wash patients", "Lift patients"], 2, 1.0),
}
"""Code -> title, tasks, job zone, rating of every element of the profile (of 5)."""
ASKED = {
    "dev": ("software developer", "2512", ("code", "test", "design"), ("cloud",)),
    "web": ("web developer", "2513", ("code", "pages"), ("test",)),
    "nurse": ("nurse", "2221", ("care", "medicine"), ("record",)),
    "aide": ("healthcare assistant", "5321", ("care", "lift"), ()),
}
"""Id -> label, ISCO group, essential and optional skills."""
MATCHED = {"15-1": ("dev", "exact"), "15-2": ("web", "exact"), "29-1": ("nurse", "close"), "31-1": ("aide", "close")}
ELEMENTS = ("2.A.1", "2.A.2", "2.C.1", "2.C.2", "1.A.1", "1.A.2")


def occupations() -> Company:
    """Four occupations in each scheme, matched, and three company roles: one matched, one not, one bare."""
    world = Company()
    groups = {name: world.add(NodeKey("SkillGroup", REFERENCE_TENANT, name), _named(name)) for name in ("it", "health")}
    skills: dict[str, NodeKey] = {}
    for name, (title, group, essential, optional) in ASKED.items():
        role = world.role(
            ESCO + name, REFERENCE_TENANT, "esco", name=title, isco_group=group, description=f"A {title} works."
        )
        for skill in (*essential, *optional):
            if skill not in skills:
                skills[skill] = world.skill(skill, REFERENCE_TENANT, scheme="esco")
                world.broader(skills[skill], groups["it" if name in ("dev", "web") else "health"])
            world.requires(role, skills[skill], essential=skill in essential)
    for element in ELEMENTS:
        kind = {"2.A": "skill", "2.C": "knowledge", "1.A": "ability"}[element[:3]]
        world.skill(element, REFERENCE_TENANT, scheme="onet", kind=kind)
    for code, (title, tasks, zone, rating) in TASKS.items():
        _occupation(world, code, title, tasks, zone, rating)
        esco, match = MATCHED[code]
        end = NodeKey("Role", REFERENCE_TENANT, ESCO + esco)
        world.matches(NodeKey("Role", REFERENCE_TENANT, code), end, match)
    _company(world, skills)
    return world


def _occupation(world: Company, code: str, title: str, tasks: list[str], zone: int, rating: float) -> None:
    role = world.role(code, REFERENCE_TENANT, "onet", name=title, job_zone=zone, alt_labels=[title.rstrip("s")])
    for at, text in enumerate(tasks):
        task = world.add(NodeKey("Task", REFERENCE_TENANT, f"{code}/{at}"), {"name": text, "scheme": "onet"})
        world.edge("HAS_TASK", role, task)
    detailed = world.add(
        NodeKey("WorkActivity", REFERENCE_TENANT, f"d{code}"), _named(f"do {title}") | {"kind": "detailed"}
    )
    field = f"i{code[:2]}" if code[:2] == "15" else "i29"
    above = world.add(NodeKey("WorkActivity", REFERENCE_TENANT, field), _named(field) | {"kind": "intermediate"})
    world.edge("PERFORMS", role, detailed, task_count=2)
    world.broader(detailed, above)
    for at, element in enumerate(ELEMENTS):
        weight = min((rating + at % 2) / 6, 1.0)
        world.requires(role, NodeKey("Skill", REFERENCE_TENANT, element), rating, weight, tenant=REFERENCE_TENANT)


def _company(world: Company, skills: dict[str, NodeKey]) -> None:
    matched = world.role("engineer", name="Software Engineer", level=3)
    world.matches(matched, NodeKey("Role", REFERENCE_TENANT, ESCO + "dev"), "close")
    world.requires(matched, skills["code"])
    alone = world.role("carer", name="Carer of patients", level=1, description="Care for patients, wash and lift them.")
    world.requires(alone, skills["care"])
    world.role("bare", name="Zzz")


def _named(name: str) -> dict[str, str]:
    return {"name": name, "scheme": "onet"}
