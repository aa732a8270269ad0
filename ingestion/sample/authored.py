"""The people written by hand (catalogue/people.yaml) as data. They exist under every seed with the same identifiers."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import cast

from ingestion.sample.catalogue_files import Node, read_yaml
from ingestion.sample.company import Spell

ELSEWHERE = "at "
"""Marks an employer in a line of a history."""


@dataclass(frozen=True, slots=True)
class Authored:
    """A person written by hand. ``consent`` are the purposes still allowed; None means all of them."""

    id: str
    name: str
    city: str
    languages: tuple[str, ...]
    story: str
    spells: tuple[Spell, ...]
    skills: Mapping[str, float]
    courses: Mapping[str, date]
    interests: Mapping[str, float]
    mentors: Mapping[str, int]
    manager: str | None
    consent: tuple[str, ...] | None


@functools.cache
def authored_people() -> Mapping[str, Authored]:
    """All of them by identifier."""
    return MappingProxyType({entry["id"]: _authored(entry) for entry in read_yaml("people.yaml")["people"]})


def _authored(entry: Node) -> Authored:
    consent = entry.get("consent")
    return Authored(
        id=entry["id"],
        name=entry["name"],
        city=entry["city"],
        languages=tuple(entry["languages"]),
        story=entry["story"],
        spells=_spells(entry["history"]),
        skills=dict(entry["skills"]),
        courses=dict(entry["courses"]),
        interests=dict(entry["interests"]),
        mentors=dict(entry.get("mentors", {})),
        manager=entry.get("manager"),
        consent=None if consent is None else tuple(consent),
    )


def _spells(history: list[list[object]]) -> tuple[Spell, ...]:
    """Each role ends on the day before the next; the last one is still held."""
    starts = [cast("date", start) for _, _, start in history]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), None]
    return tuple(
        _spell(str(role), str(where), start, end)
        for (role, where, _), start, end in zip(history, starts, ends, strict=True)
    )


def _spell(role: str, where: str, start: date, end: date | None) -> Spell:
    if where.startswith(ELSEWHERE):
        return Spell(role, None, start, end, employer=where.removeprefix(ELSEWHERE))
    return Spell(role, where, start, end)
