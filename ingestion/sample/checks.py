"""Says what is wrong with the catalogue: unknown names, cycles, skills nobody teaches. It repairs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from ingestion.sample.catalogue import Catalogue, Role


def findings(catalogue: Catalogue) -> list[str]:
    """All findings in words; an empty list is a sound catalogue."""
    return [
        *_unknown(catalogue),
        *_cycles("broader skills", {skill.id: {skill.broader} - {None} for skill in catalogue.skills.values()}),
        *_cycles("prerequisites", {course.id: set(course.prerequisites) for course in catalogue.courses.values()}),
        *_cycles("units", {unit.id: {unit.parent} - {None} for unit in catalogue.units.values()}),
        *_lines(catalogue),
        *_shape(catalogue.roles.values()),
        *_untaught(catalogue),
    ]


def _unknown(catalogue: Catalogue) -> Iterator[str]:
    skills, roles, courses = catalogue.skills, catalogue.roles, catalogue.courses
    for skill in skills.values():
        yield from _missing(f"skill {skill.id}", [*skill.related, *filter(None, [skill.broader])], skills)
        yield from _missing(f"skill {skill.id}", [skill.group], catalogue.groups)
    for role in roles.values():
        yield from _missing(f"role {role.id}", [need.skill for need in role.requirements], skills)
        yield from _missing(f"role {role.id}", [role.unit], catalogue.units)
        yield from _missing(f"role {role.id}", role.staffing, catalogue.cities)
    for course in courses.values():
        yield from _missing(f"course {course.id}", [skill for skill, _ in course.teaches], skills)
        yield from _missing(f"course {course.id}", course.prerequisites, courses)
    for move in catalogue.moves:
        yield from _missing("transitions.yaml", [move.origin, move.destination], roles)
    for unit in catalogue.units.values():
        yield from _missing(f"unit {unit.id}", filter(None, [unit.parent]), catalogue.units)
    yield from _missing("role_codes.csv", catalogue.codes, roles)


def _missing(owner: str, names: Iterable[str], known: Mapping[str, object]) -> Iterator[str]:
    return (f"{owner}: {name} is not in the catalogue" for name in names if name not in known)


def _cycles(what: str, links: Mapping[str, set[str | None]]) -> list[str]:
    try:
        TopologicalSorter(links).prepare()
    except CycleError as error:
        return [f"{what} form a cycle: {' -> '.join(error.args[1])}"]
    return []


def _lines(catalogue: Catalogue) -> Iterator[str]:
    for role in catalogue.roles.values():
        if role.reports_to is None:
            continue
        head = catalogue.roles.get(role.reports_to)
        if head is None or head.level <= role.level or head.track != "management":
            yield f"role {role.id}: {role.reports_to} is no more senior management role"


def _shape(roles: Iterable[Role]) -> Iterator[str]:
    for role in roles:
        names = [need.skill for need in role.requirements]
        if len(set(names)) != len(names):
            yield f"role {role.id}: a skill is named twice"
        if not 8 <= len(names) <= 18:
            yield f"role {role.id}: {len(names)} skills, expected 8 to 18"
        if role.pay_max <= role.pay_min:
            yield f"role {role.id}: the pay band is empty"


def _untaught(catalogue: Catalogue) -> Iterator[str]:
    taught = {skill for course in catalogue.courses.values() for skill, _ in course.teaches}
    needed = {need.skill for role in catalogue.roles.values() for need in role.requirements if need.essential}
    for skill in sorted(needed - taught):
        if not catalogue.skills[skill].on_the_job:
            yield f"skill {skill}: essential for a role, but no course teaches it and it is not learned on the job"
