"""Puts the sample company together for a seed. Same catalogues and same seed give the same company, always."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from ingestion.sample.authored import Authored, authored_people
from ingestion.sample.careers import career
from ingestion.sample.catalogue import Catalogue
from ingestion.sample.catalogue_files import load_catalogue
from ingestion.sample.company import Company, Employee
from ingestion.sample.days import TODAY, between, dice
from ingestion.sample.lattice import transitions
from ingestion.sample.learning import attempts_of, sittings_of
from ingestion.sample.mentoring import kept_apart, with_mentoring
from ingestion.sample.naming import languages_for, name_for
from ingestion.sample.permissions import authored_consents, consents_of
from ingestion.sample.practice import skills_of
from ingestion.sample.staffing import Position, plan, with_managers
from ingestion.sample.vacancies import postings
from ingestion.sample.wishes import authored_interests, authored_offers, interests_of, offers_of

DEFAULT_SEED = 7


def generate(seed: int = DEFAULT_SEED) -> Company:
    """The company for the seed."""
    catalogue, authored = load_catalogue(), authored_people()
    taken = [Position(person.spells[-1].role, person.city) for person in authored.values()]
    staff = plan(catalogue, dice(seed, "plan"), taken)
    numbers = _numbers(set(authored))
    used = {person.name for person in authored.values()}
    people = [_written(person) for person in authored.values()]
    people += [_hired(catalogue, seed, next(numbers), position, used, None) for position in staff.filled]
    people += [
        _hired(catalogue, seed, next(numbers), position, used, _leaving(seed, n))
        for n, position in enumerate(staff.left)
    ]
    fixed = {person.id: person.manager for person in authored.values() if person.manager}
    people = with_managers(catalogue, sorted(people, key=lambda person: person.id), fixed)
    people = [_developed(catalogue, seed, person, authored.get(person.id)) for person in people]
    # who is written by hand is the same under every seed
    people = [with_mentoring(DEFAULT_SEED if person.id in authored else seed, person) for person in people]
    return Company(
        seed=seed,
        people=MappingProxyType({person.id: person for person in people}),
        transitions=transitions(catalogue, people),
        postings=postings(dice(seed, "postings"), staff.vacant, staff.filled),
        apart=kept_apart(seed, [person for person in people if person.id not in authored]),
    )


def _numbers(taken: set[str]) -> Iterator[str]:
    """Personnel numbers that nobody written by hand has."""
    return (number for number in (f"NE-{count:04d}" for count in range(1, 10_000)) if number not in taken)


def _leaving(seed: int, number: int) -> date:
    return between(dice(seed, "leaving", str(number)), date(2023, 11, 1), date(2026, 9, 25))


def _written(person: Authored) -> Employee:
    return Employee(person.id, person.name, person.city, person.languages, person.spells)


def _hired(
    catalogue: Catalogue, seed: int, number: str, position: Position, used: set[str], left: date | None
) -> Employee:
    """A generated person in the position (until they left), with name, languages and career."""
    chance = dice(seed, "person", number)
    name, community = name_for(catalogue, chance, position.city, used)
    level = catalogue.roles[position.role].level
    languages = languages_for(catalogue, chance, position.city, community, level)
    spells = career(catalogue, chance, position.role, position.city, TODAY, left)
    return Employee(number, name, position.city, languages, tuple(spells), left)


def _developed(catalogue: Catalogue, seed: int, person: Employee, written: Authored | None) -> Employee:
    """The person with courses, skills, assessments, wishes, offers and consents."""
    end, here = person.left_on or TODAY, person.left_on is None
    attempts = attempts_of(
        catalogue, dice(seed, "courses", person.id), person.spells, person.left_on, written.courses if written else {}
    )
    skills = skills_of(
        catalogue,
        dice(seed, "skills", person.id),
        person.spells,
        attempts,
        person.languages,
        written.skills if written else {},
    )
    person = replace(person, attempts=attempts, skills=skills)
    chance = dice(seed, "assessments", person.id)
    person = replace(person, sittings=sittings_of(catalogue, chance, person.id, skills, end, person.hired_on))
    if written:
        return replace(
            person,
            interests=authored_interests(written.interests),
            offers=authored_offers(written.mentors),
            consents=authored_consents(written.consent, person.hired_on),
        )
    wishes, offers = dice(seed, "interests", person.id), dice(seed, "mentors", person.id)
    return replace(
        person,
        interests=interests_of(catalogue, wishes, person.role, skills) if here else (),
        offers=offers_of(catalogue, offers, person.role, skills, person.hired_on) if here else (),
        consents=consents_of(dice(seed, "consents", person.id), person.hired_on, person.left_on),
    )
