"""Observed moves between roles: those of the people in the feed and the authored history before, together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

from ingestion.sample.catalogue import Catalogue
from ingestion.sample.company import Employee, Transition
from ingestion.sample.days import months_between


def moves_of(person: Employee) -> Iterator[tuple[str, str, float]]:
    """Moves inside the company: from, to, and months in the first role."""
    for before, after in pairwise(person.inside):
        yield before.role, after.role, months_between(before.start, after.start)


def transitions(catalogue: Catalogue, people: Iterable[Employee]) -> tuple[Transition, ...]:
    """Counts and medians, where each authored move counts with its median. In order of the two roles."""
    months: dict[tuple[str, str], list[float]] = defaultdict(list)
    for move in catalogue.moves:
        months[move.origin, move.destination] += [float(move.months)] * move.count
    for person in people:
        for origin, destination, held in moves_of(person):
            months[origin, destination].append(held)
    return tuple(
        Transition(origin, destination, len(held), round(median(held) * 2) / 2)
        for (origin, destination), held in sorted(months.items())
    )
