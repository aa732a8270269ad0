"""Second identifiers of people of the sample company (catalogue/identities.yaml) as rows of the feeds they came in by.

Each row speaks of the identifier that its system used. That two are one person is said by the feed ``identities``
alone, and in one case taken back: two people of one name.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain
from types import MappingProxyType

from ingestion.sample.catalogue import Catalogue
from ingestion.sample.catalogue_files import Node, read_yaml
from ingestion.sample.company import Company
from ingestion.sample.rows import Row, morning, row

RowMaker = Callable[[Catalogue, Company], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Link:
    """What somebody said of the identifier and the one it was taken for. ``said_by`` is a system, or None for HR's."""

    state: str
    method: str
    day: date
    said_by: str | None


@dataclass(frozen=True, slots=True)
class SecondIdentifier:
    """An identifier, the system it comes from, whose it was said to be, and what came in under it."""

    id: str
    of: str
    system: str
    name: str
    links: tuple[Link, ...]
    city: str | None
    spells: tuple[tuple[str, date, date], ...]
    courses: Mapping[str, date]
    consents: Mapping[str, date]


@functools.cache
def second_identifiers() -> tuple[SecondIdentifier, ...]:
    """All of them in the order of the catalogue."""
    return tuple(map(_read, read_yaml("identities.yaml")["identities"]))


def _read(entry: Node) -> SecondIdentifier:
    return SecondIdentifier(
        id=entry["id"],
        of=entry["of"],
        system=entry["system"],
        name=entry["name"],
        links=tuple(Link(state, method, day, by or None) for state, method, day, by in entry["links"]),
        city=entry.get("city"),
        spells=tuple((role, first, last) for role, first, last in entry.get("history", [])),
        courses=MappingProxyType(dict(entry.get("courses", {}))),
        consents=MappingProxyType(dict(entry.get("consents", {}))),
    )


def beside(maker: RowMaker, others: RowMaker) -> RowMaker:
    """The rows of both makers, one after the other."""
    return lambda catalogue, company: chain(maker(catalogue, company), others(catalogue, company))


def people(catalogue: Catalogue, _: Company) -> Iterator[Row]:
    """One row an identifier; a learning platform knows little more than a name."""
    for each in second_identifiers():
        city = catalogue.cities[each.city] if each.city else None
        yield row(
            person_id=each.id,
            name=each.name,
            location=city.name if city else None,
            country=city.country if city else None,
            hired_on=each.spells[0][1] if each.spells else None,
            left_on=each.spells[-1][2] if each.spells else None,
        )


def identities(_: Catalogue, __: Company) -> Iterator[Row]:
    """Who is one person, and who is not: each statement on its day."""
    for each in second_identifiers():
        for link in each.links:
            yield row(
                morning(link.day),
                person_id=each.id,
                same_as=each.of,
                state=link.state,
                method=link.method,
                identifier_system=each.system,
                source_system=link.said_by,
            )


def employment(catalogue: Catalogue, _: Company) -> Iterator[Row]:
    """Earlier contracts in the company."""
    for each in second_identifiers():
        for number, (role, first, last) in enumerate(each.spells, start=1):
            unit = catalogue.team(catalogue.roles[role].unit, each.city or "")
            yield row(
                employment_id=f"EM-{each.id}-{number}",
                person_id=each.id,
                role_id=role,
                start_date=first,
                end_date=last,
                org_unit_id=unit,
                location=catalogue.cities[each.city].name if each.city else None,
            )


def completions(catalogue: Catalogue, _: Company) -> Iterator[Row]:
    """Courses passed on another platform; each gives its main skill."""
    for each in second_identifiers():
        for course, day in each.courses.items():
            skill, level = catalogue.courses[course].teaches[0]
            yield row(
                morning(day),
                person_id=each.id,
                course_id=course,
                completed_on=day,
                passed=True,
                skill_id=skill,
                level_gained=level,
            )


def consents(_: Catalogue, __: Company) -> Iterator[Row]:
    """What was agreed to under an identifier."""
    for each in second_identifiers():
        for number, (purposes, day) in enumerate(each.consents.items(), start=1):
            yield row(
                None,
                consent_id=f"CO-{each.id}-{number}",
                person_id=each.id,
                purposes=purposes.split("|"),
                status="granted",
                given_at=datetime(day.year, day.month, day.day, 8, tzinfo=UTC),
                text_version="2022-05",
            )
