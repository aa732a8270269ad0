"""Who fills which position: the staffing plan minus vacancies, people who left, and who reports to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from ingestion.sample.catalogue import Catalogue, Role
from ingestion.sample.company import Employee

VACANT_SHARE = 0.1
"""Share of the positions that nobody fills today, among roles without reports that at least three people have."""

LEAVERS = 36
"""People who left in the last three years and are still in the HR system."""

HIGHEST_LEAVER = 5

FAR = 7
"""A manager in another city is chosen when the one in the same city has so many more reports."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A job in a city."""

    role: str
    city: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Positions to be filled by generated people, positions that are vacant, and positions leavers had."""

    filled: tuple[Position, ...]
    vacant: tuple[Position, ...]
    left: tuple[Position, ...]


def plan(catalogue: Catalogue, chance: Random, taken: Iterable[Position]) -> Plan:
    """Divide the staffing plan. ``taken`` are the positions of the people written by hand."""
    positions = [
        Position(role.id, city)
        for role in catalogue.roles.values()
        for city, count in role.staffing.items()
        for _ in range(count)
    ]
    for position in taken:
        positions.remove(position)
    chance.shuffle(positions)
    loose = [position for position in positions if _replaceable(catalogue.roles[position.role])]
    vacant = chance.sample(loose, round(VACANT_SHARE * len(positions)))
    filled = list(positions)
    for position in vacant:
        filled.remove(position)
    junior = [position for position in loose if catalogue.roles[position.role].level <= HIGHEST_LEAVER]
    return Plan(tuple(filled), tuple(sorted(vacant)), tuple(chance.sample(junior, LEAVERS)))


def _replaceable(role: Role) -> bool:
    """Whether a team goes on without one of them for a while."""
    return role.positions >= 3 and role.track == "individual"


def with_managers(catalogue: Catalogue, people: Sequence[Employee], fixed: Mapping[str, str]) -> list[Employee]:
    """Give everybody who is employed the manager their role reports to: the least loaded one, preferably nearby.

    ``fixed`` are managers written by hand. As in most HR systems the manager is that of today.
    """
    heads: dict[str, list[Employee]] = defaultdict(list)
    for person in people:
        if person.left_on is None:
            heads[person.role].append(person)
    load: dict[str, int] = defaultdict(int)
    for manager in fixed.values():
        load[manager] += 1
    return [_managed(catalogue, person, heads, load, fixed) for person in people]


def _managed(
    catalogue: Catalogue,
    person: Employee,
    heads: Mapping[str, list[Employee]],
    load: dict[str, int],
    fixed: Mapping[str, str],
) -> Employee:
    above = catalogue.roles[person.role].reports_to
    if person.left_on is not None or above is None:
        return person
    if person.id in fixed:
        return replace(person, manager=fixed[person.id])
    chosen = min(heads[above], key=lambda head: (load[head.id] + (0 if head.city == person.city else FAR), head.id))
    load[chosen.id] += 1
    return replace(person, manager=chosen.id)
