"""How somebody came to a position: a career told backwards, along the moves of the catalogue."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp
from random import Random

from ingestion.sample.catalogue import Catalogue
from ingestion.sample.company import Spell
from ingestion.sample.days import EARLIEST_CAREER, FOUNDED, months_before

PROMOTED_INSIDE = {1: 0.0, 2: 0.22, 3: 0.46, 4: 0.7, 5: 0.74, 6: 0.85, 7: 0.7, 8: 1.0}
"""How likely somebody at a level came to their role from another one in the company."""

YEARS_IN_ROLE = {1: 1.1, 2: 2.0, 3: 2.8, 4: 3.0, 5: 3.2, 6: 3.6, 7: 3.6, 8: 4.0}
"""Mean years in the present role."""

WORKED_ELSEWHERE = {1: 0.1, 2: 0.3, 3: 0.5, 4: 0.6, 5: 0.7, 6: 0.8, 7: 1.0, 8: 1.0}
"""How likely somebody whose first role here was of that level had an earlier employer."""

DURATION_SPREAD = 0.32
MOST_MONTHS = 130


def career(catalogue: Catalogue, chance: Random, role: str, city: str, until: date, left: date | None) -> list[Spell]:
    """Spells in order of time that end with the role; the last one is open, or ends on the day they left."""
    level = catalogue.roles[role].level
    months = min(2 + chance.expovariate(1 / (12 * YEARS_IN_ROLE[level])), MOST_MONTHS)
    start = max(months_before(left or until, months), FOUNDED)
    spells = [Spell(role, city, start, left)]
    while chance.random() < PROMOTED_INSIDE[catalogue.roles[spells[0].role].level]:
        earlier = _earlier(catalogue, chance, spells)
        if earlier is None:
            break
        spells.insert(0, earlier)
    return [*_elsewhere(catalogue, chance, spells[0]), *spells]


def _earlier(catalogue: Catalogue, chance: Random, spells: list[Spell]) -> Spell | None:
    """The role held in the company before the first of the spells, or None where nothing fits."""
    first = spells[0]
    held = {spell.role for spell in spells}
    moves = [move for move in catalogue.moves_into(first.role) if move.origin not in held]
    if not moves:
        return None
    move = chance.choices(moves, [move.count for move in moves])[0]
    start = months_before(first.start, _months(chance, move.months))
    if start < FOUNDED:
        return None
    return Spell(move.origin, _city(catalogue, chance, move.origin, first.city), start, _day_before(first.start))


def _months(chance: Random, median: float) -> float:
    return min(max(median * exp(chance.gauss(0, DURATION_SPREAD)), 9), MOST_MONTHS)


def _city(catalogue: Catalogue, chance: Random, role: str, present: str | None) -> str:
    """Mostly the same city; some moved for the job, all did where the earlier role is not found there."""
    cities = list(catalogue.roles[role].staffing)
    if present in cities and chance.random() < 0.92:
        assert present is not None
        return present
    return chance.choice(cities)


def _elsewhere(catalogue: Catalogue, chance: Random, first: Spell) -> list[Spell]:
    """None, one or two roles at earlier employers that deal in the same family of work."""
    level = catalogue.roles[first.role].level
    if chance.random() >= WORKED_ELSEWHERE[level]:
        return []
    spells = [_outside(catalogue, chance, first, first.start)]
    if level >= 3 and chance.random() < 0.35:
        spells.insert(0, _outside(catalogue, chance, spells[0], spells[0].start))
    return [spell for spell in spells if spell.start >= EARLIEST_CAREER and spell.employer]


def _outside(catalogue: Catalogue, chance: Random, later: Spell, until: date) -> Spell:
    moves = catalogue.moves_into(later.role)
    junior = [move.origin for move in moves if catalogue.roles[move.origin].level < 7]
    role = chance.choice(junior) if junior and chance.random() < 0.55 else later.role
    family = catalogue.roles[role].family
    employers = [name for name, families in catalogue.employers.items() if family in families]
    others = [name for name in employers if name != later.employer]
    end = _day_before(until) - timedelta(days=chance.choice((0, 0, 30, 61)))
    start = months_before(end, _months(chance, 34))
    return Spell(role, None, start, end, employer=chance.choice(others or employers))


def _day_before(day: date) -> date:
    return day - timedelta(days=1)
