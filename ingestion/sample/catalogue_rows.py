"""Rows of the feeds that come from the hand-written catalogue: skills, roles, courses, units. Nothing personal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ingestion.sample.catalogue import Catalogue
from ingestion.sample.company import Company
from ingestion.sample.rows import Row, row

CURRENCY = "EUR"


def skills(catalogue: Catalogue, _: Company) -> Iterator[Row]:
    """The skills."""
    for skill in catalogue.skills.values():
        yield row(
            skill_id=skill.id,
            name=skill.name,
            kind=skill.kind,
            description=f"Field: {catalogue.groups[skill.group]}.",
            alt_labels=skill.also,
            half_life_months=skill.half_life_months,
        )


def skill_relations(catalogue: Catalogue, _: Company) -> Iterator[Row]:
    """Broader and related skills. A relation written on both sides is said once."""
    said: set[frozenset[str]] = set()
    for skill in catalogue.skills.values():
        if skill.broader:
            yield row(skill_id=skill.id, relation="broader", other_skill_id=skill.broader)
        for other in skill.related:
            if frozenset((skill.id, other)) not in said:
                said.add(frozenset((skill.id, other)))
                yield row(skill_id=skill.id, relation="related", other_skill_id=other)


def roles(catalogue: Catalogue, _: Company) -> Iterator[Row]:
    """The roles with pay bands, cities, and the public occupations that fit."""
    for role in catalogue.roles.values():
        codes = catalogue.codes.get(role.id)
        soc, esco = (codes.onet_soc_code, codes.esco_uri) if codes else ("", "")
        yield row(
            role_id=role.id,
            name=role.title,
            family=role.family,
            level=role.level,
            track=role.track,
            job_zone=role.job_zone,
            description=role.about,
            alt_labels=role.also,
            pay_min=role.pay_min,
            pay_max=role.pay_max,
            currency=CURRENCY,
            locations=tuple(catalogue.cities[city].name for city in role.staffing),
            onet_soc_code=soc or None,
            onet_match=codes.onet_match if codes and soc else None,
            esco_uri=esco or None,
            esco_match=codes.esco_match if codes and esco else None,
        )


def role_skills(catalogue: Catalogue, _: Company) -> Iterator[Row]:
    """What roles ask for."""
    for role in catalogue.roles.values():
        for need in role.requirements:
            yield row(
                role_id=role.id,
                skill_id=need.skill,
                essential=need.essential,
                weight=need.weight,
                min_level=need.level,
            )


def transitions(_: Catalogue, company: Company) -> Iterator[Row]:
    """Observed moves."""
    for move in company.transitions:
        yield row(
            from_role_id=move.origin,
            to_role_id=move.destination,
            observed_count=move.count,
            median_months=move.median_months,
        )


def courses(catalogue: Catalogue, _: Company) -> Iterator[Row]:
    """The courses."""
    for course in catalogue.courses.values():
        main = ", ".join(catalogue.skills[skill].name for skill, _ in course.teaches)
        yield row(
            course_id=course.id,
            name=course.name,
            description=f"Teaches: {main}.",
            provider=course.provider,
            cost=course.cost,
            currency=CURRENCY,
            hours=course.hours,
            modality=course.modality,
            language=course.language,
            starts_on=tuple(day.isoformat() for day in course.starts_on),
            capacity=course.capacity or None,
            prerequisites=course.prerequisites,
        )


def course_skills(catalogue: Catalogue, _: Company) -> Iterator[Row]:
    """What courses teach."""
    for course in catalogue.courses.values():
        for skill, level in course.teaches:
            yield row(course_id=course.id, skill_id=skill, to_level=level)


def org_units(catalogue: Catalogue, _: Company) -> Iterator[Row]:
    """Units, and the teams that some of them have in several cities."""
    for unit in catalogue.units.values():
        yield row(
            org_unit_id=unit.id,
            name=unit.name,
            kind=unit.kind,
            location=catalogue.cities[unit.city].name,
            parent_id=unit.parent,
        )
        for site in unit.sites:
            city = catalogue.cities[site].name
            yield row(
                org_unit_id=catalogue.team(unit.id, site),
                name=f"{unit.name} {city}",
                kind="team",
                location=city,
                parent_id=unit.id,
            )


CATALOGUE_ROWS: Mapping[str, Callable[[Catalogue, Company], Iterator[Row]]] = {
    "skills": skills,
    "skill_relations": skill_relations,
    "roles": roles,
    "role_skills": role_skills,
    "transitions": transitions,
    "courses": courses,
    "course_skills": course_skills,
    "org_units": org_units,
}
