"""Rows of the feeds that speak of generated people and of openings."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from ingestion.sample import identifiers
from ingestion.sample.catalogue import Catalogue
from ingestion.sample.company import Company, Employee, HeldSkill, Spell
from ingestion.sample.days import TODAY
from ingestion.sample.identifiers import beside
from ingestion.sample.learning import AWARENESS, INDUCTION
from ingestion.sample.rows import EXPORTED, Row, morning, row

POSTED_SKILLS = 6
"""How many of a role's skills a posting names, the heaviest first."""


def people(catalogue: Catalogue, company: Company) -> Iterator[Row]:
    """The people."""
    for person in company.people.values():
        city = catalogue.cities[person.city]
        yield row(
            person_id=person.id,
            name=person.name,
            location=city.name,
            country=city.country,
            time_zone=city.time_zone,
            languages=person.languages,
            weekly_hours=person.weekly_hours,
            hired_on=person.hired_on,
            left_on=person.left_on,
        )


def employment(catalogue: Catalogue, company: Company) -> Iterator[Row]:
    """Roles held here and elsewhere. The row of the present role names the manager of today."""
    for person in company.people.values():
        for number, spell in enumerate(person.spells, start=1):
            yield _employment(catalogue, person, spell, number)


def _employment(catalogue: Catalogue, person: Employee, spell: Spell, number: int) -> Row:
    here = spell.employer is None
    return row(
        employment_id=f"EM-{person.id.removeprefix('NE-')}-{number}",
        person_id=person.id,
        role_id=spell.role,
        start_date=spell.start,
        end_date=spell.end,
        org_unit_id=catalogue.team(catalogue.roles[spell.role].unit, spell.city or "") if here else None,
        manager_id=person.manager if here and spell.end is None else None,
        location=catalogue.cities[spell.city].name if spell.city else None,
        employer=spell.employer,
    )


def person_skills(_: Catalogue, company: Company) -> Iterator[Row]:
    """Skills held, as confirmed by the manager or stated by the person; some were stated by both."""
    for person in company.people.values():
        for held in person.skills:
            fields = {"person_id": person.id, "skill_id": held.skill}
            if held.claim is not None:
                earlier = morning(held.stated - timedelta(days=90))
                yield row(earlier, **fields, level=held.claim, method="self_declared", years=held.years)
            yield row(
                _confirmed(held),
                **fields,
                level=held.level,
                method=held.method,
                last_used=held.last_used,
                years=held.years,
            )


def _confirmed(held: HeldSkill) -> str:
    """When the row was so: a skill still in use was seen in use by the export; else the day it was stated."""
    return EXPORTED if held.last_used >= TODAY else morning(max(held.stated, held.last_used))


def interests(_: Catalogue, company: Company) -> Iterator[Row]:
    """Roles and skills people would like to reach."""
    for person in company.people.values():
        for wish in person.interests:
            yield row(
                person_id=person.id,
                role_id=wish.target if wish.kind == "role" else None,
                skill_id=wish.target if wish.kind == "skill" else None,
                strength=wish.strength,
            )


def mentor_offers(_: Catalogue, company: Company) -> Iterator[Row]:
    """What people offer to teach."""
    for person in company.people.values():
        for offer in person.offers:
            yield row(
                person_id=person.id,
                skill_id=offer.skill,
                capacity=offer.capacity,
                active=offer.active,
                finished=offer.finished,
                rating=offer.rating,
                valid_from=offer.since,
            )


def kept_apart(_: Catalogue, company: Company) -> Iterator[Row]:
    """Who must not be matched with whom."""
    for person, other in company.apart:
        yield row(person_id=person, other_id=other)


def completions(catalogue: Catalogue, company: Company) -> Iterator[Row]:
    """Attempts at courses; a passed one (beside the mandatory ones) names the main skill and the level it led to."""
    for person in company.people.values():
        for attempt in person.attempts:
            course = catalogue.courses[attempt.course]
            graded = attempt.passed and course.id not in (INDUCTION, AWARENESS)
            skill, level = course.teaches[0] if graded else (None, None)
            yield row(
                person_id=person.id,
                course_id=attempt.course,
                completed_on=attempt.day,
                passed=attempt.passed,
                score=attempt.score,
                expires_on=_after(attempt.day, course.expires_months) if attempt.passed else None,
                skill_id=skill,
                level_gained=level,
            )


def _after(day: date, months: int | None) -> date | None:
    """The same day so many months later, or the last day of that month."""
    if months is None:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def assessments(_: Catalogue, company: Company) -> Iterator[Row]:
    """Assessments, as scores."""
    for person in company.people.values():
        for sitting in person.sittings:
            yield row(
                assessment_id=sitting.id,
                person_id=person.id,
                skill_id=sitting.skill,
                taken_on=sitting.day,
                score=sitting.score,
                max_score=sitting.max_score,
            )


def consents(_: Catalogue, company: Company) -> Iterator[Row]:
    """Consent events. Each is observed at its own moment."""
    for person in company.people.values():
        for number, event in enumerate(person.consents, start=1):
            yield row(
                None,
                consent_id=f"CO-{person.id.removeprefix('NE-')}-{number}",
                person_id=person.id,
                purposes=event.purposes,
                status=event.status,
                given_at=event.at,
                expires_at=event.expires,
                text_version="2022-05",
            )


def postings(catalogue: Catalogue, company: Company) -> Iterator[Row]:
    """Openings. A closed one is closed on or before today."""
    for posting in company.postings:
        role = catalogue.roles[posting.role]
        yield row(
            posting_id=posting.id,
            name=role.title,
            role_id=role.id,
            org_unit_id=catalogue.team(role.unit, posting.city),
            status="closed" if posting.closed and posting.closed <= TODAY else "open",
            internal=posting.internal,
            location=catalogue.cities[posting.city].name,
            opened_on=posting.opened,
            closed_on=posting.closed,
            pay_min=role.pay_min,
            pay_max=role.pay_max,
            currency="EUR",
        )


def posting_skills(catalogue: Catalogue, company: Company) -> Iterator[Row]:
    """The heaviest skills of the role."""
    for posting in company.postings:
        for need in catalogue.roles[posting.role].requirements[:POSTED_SKILLS]:
            yield row(
                posting_id=posting.id,
                skill_id=need.skill,
                essential=need.essential,
                weight=need.weight,
                min_level=need.level,
            )


PEOPLE_ROWS: Mapping[str, Callable[[Catalogue, Company], Iterator[Row]]] = {
    "people": beside(people, identifiers.people),
    "identities": identifiers.identities,
    "employment": beside(employment, identifiers.employment),
    "person_skills": person_skills,
    "interests": interests,
    "mentor_offers": mentor_offers,
    "kept_apart": kept_apart,
    "completions": beside(completions, identifiers.completions),
    "assessments": assessments,
    "consents": beside(consents, identifiers.consents),
    "postings": postings,
    "posting_skills": posting_skills,
}
