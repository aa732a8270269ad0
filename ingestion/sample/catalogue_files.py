"""Reads the catalogue files (CSV and YAML in ``catalogue/``). It checks nothing beyond their form; see checks.py."""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, cast
from zlib import crc32

import yaml

from ingestion.sample.catalogue import (
    Catalogue,
    City,
    Community,
    Course,
    Move,
    PublicCodes,
    Requirement,
    Role,
    Skill,
    Unit,
)

Node = Mapping[str, Any]
"""A parsed YAML mapping; the readers below turn it into typed data at once."""

STARTS: Mapping[str, tuple[date, ...]] = {
    "any": (),
    "monthly": tuple(date(2026 + (9 + step) // 12, (9 + step) % 12 + 1, 12) for step in range(27)),
    "quarterly": (
        *(date(2026, 11, 9), date(2027, 2, 8), date(2027, 5, 10), date(2027, 9, 6), date(2027, 11, 8)),
        *(date(2028, 2, 7), date(2028, 5, 8), date(2028, 9, 4), date(2028, 11, 6)),
    ),
    "half-yearly": (date(2026, 11, 16), date(2027, 4, 19), date(2027, 11, 15), date(2028, 4, 17), date(2028, 11, 13)),
    "yearly": (date(2027, 1, 18), date(2028, 1, 17)),
}
"""What the words in the column ``starts`` of courses.csv mean for the first courses of the year."""

LATEST = {"any": 0, "monthly": 0, "quarterly": 5, "half-yearly": 9, "yearly": 20}
"""By up to how many weeks courses begin after those days, so that not all of them begin on one."""


@functools.cache
def load_catalogue() -> Catalogue:
    """The catalogue as packaged."""
    folder = files("ingestion.sample") / "catalogue"
    names = _yaml(folder / "names.yaml")
    return Catalogue(
        skills=MappingProxyType({skill.id: skill for skill in map(_skill, _csv(folder / "skills.csv"))}),
        groups=MappingProxyType({row["id"]: row["name"] for row in _csv(folder / "skill_groups.csv")}),
        roles=MappingProxyType({role.id: role for role in _roles(folder / "roles")}),
        codes=MappingProxyType({row.pop("role"): PublicCodes(**row) for row in _csv(folder / "role_codes.csv")}),
        courses=MappingProxyType({course.id: course for course in map(_course, _csv(folder / "courses.csv"))}),
        moves=tuple(_moves(_yaml(folder / "transitions.yaml"))),
        units=MappingProxyType({unit.id: unit for unit in map(_unit, _csv(folder / "org_units.csv"))}),
        cities=MappingProxyType({city.code: city for city in map(_city, _csv(folder / "cities.csv"))}),
        employers=MappingProxyType({row["name"]: _items(row["families"]) for row in _csv(folder / "employers.csv")}),
        communities=MappingProxyType(_communities(names)),
        offices=MappingProxyType(cast("dict[str, Mapping[str, int]]", names["offices"])),
    )


def slug(title: str) -> str:
    """The identifier of a role: its title in small letters with hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def read_yaml(name: str) -> Node:
    """Another YAML file of the catalogue folder."""
    return _yaml(files("ingestion.sample") / "catalogue" / name)


def _csv(path: Traversable) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _yaml(path: Traversable) -> Node:
    return cast("Node", yaml.safe_load(path.read_text(encoding="utf-8")))


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split("|") if item.strip())


def _levels(text: str, separator: str) -> list[tuple[str, float]]:
    pairs = (item.strip().rsplit(" ", 1) for item in text.split(separator) if item.strip())
    return [(name, float(level)) for name, level in pairs]


def _skill(row: Mapping[str, str]) -> Skill:
    half_life = row["half_life_months"]
    return Skill(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        group=row["group"],
        broader=row["broader"] or None,
        also=_items(row["alternate_names"]),
        related=_items(row["related"]),
        half_life_months=int(half_life) if half_life else None,
        on_the_job=row["on_the_job"] == "yes",
    )


def _roles(folder: Traversable) -> Iterator[Role]:
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".yaml"):
            family = _yaml(path)
            yield from (_role(str(family["family"]), entry) for entry in family["roles"])


def _role(family: str, entry: Node) -> Role:
    low, high = str(entry["pay"]).split("-")
    return Role(
        id=slug(entry["title"]),
        title=entry["title"],
        family=family,
        level=entry["level"],
        track=entry.get("track", "individual"),
        job_zone=entry["zone"],
        pay_min=int(low) * 1000,
        pay_max=int(high) * 1000,
        unit=entry["unit"],
        reports_to=entry["reports_to"],
        staffing=MappingProxyType(dict(entry["at"])),
        also=tuple(entry["also"]),
        about=entry["about"],
        requirements=tuple(_requirements(entry)),
    )


def _requirements(entry: Node) -> Iterator[Requirement]:
    """Weights fall by 0.04 per place: essential ones from 1, optional ones from 0.5."""
    for key, heaviest in (("essential", 1.0), ("optional", 0.5)):
        for place, (skill, level) in enumerate(_levels(entry[key], ",")):
            yield Requirement(skill, level, key == "essential", round(heaviest - 0.04 * place, 3))


def _course(row: Mapping[str, str]) -> Course:
    expires = row["expires_months"]
    return Course(
        id=row["id"],
        name=row["name"],
        provider=row["provider"],
        cost=float(row["cost"]),
        hours=float(row["hours"]),
        modality=row["modality"],
        language=row["language"],
        prerequisites=_items(row["prerequisites"]),
        teaches=tuple(_levels(row["teaches"], "|")),
        starts=row["starts"],
        starts_on=_starts(row["id"], row["starts"]),
        capacity=int(row["capacity"]),
        expires_months=int(expires) if expires else None,
    )


def _starts(course_id: str, word: str) -> tuple[date, ...]:
    later = timedelta(weeks=crc32(course_id.encode()) % (LATEST[word] + 1))
    return tuple(day + later for day in STARTS[word])


def _moves(table: Node) -> Iterator[Move]:
    for origin, cell in table.items():
        for item in str(cell).split(","):
            destination, figures = item.split()
            count, months = figures.split("/")
            yield Move(origin, destination, int(count), int(months))


def _unit(row: Mapping[str, str]) -> Unit:
    return Unit(row["id"], row["name"], row["kind"], row["parent"] or None, row["location"], _items(row["sites"]))


def _city(row: Mapping[str, str]) -> City:
    return City(row["code"], row["city"], row["country"], row["time_zone"], row["languages"])


def _communities(names: Node) -> dict[str, Community]:
    return {
        name: Community(tuple(entry["first"]), tuple(entry["last"]), names["speaks"][name])
        for name, entry in names.items()
        if name not in ("offices", "speaks")
    }
