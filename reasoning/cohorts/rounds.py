"""What changed since an earlier round: pairs kept, given up and new, each exchange with what it brings."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reasoning.citing import Citations
from reasoning.cohorts.gathering import Cohort
from reasoning.cohorts.market import NOBODY, Int64
from reasoning.cohorts.terms import Bar, Change, Fate, FateReason
from reasoning.cohorts.witnesses import bar_of, places
from reasoning.evidence import NodeRef


@dataclass(frozen=True, slots=True)
class Earlier:
    """The pairs of an earlier round: those still possible (as pair numbers) and those that are not, with the bar."""

    possible: Mapping[int, int]
    gone: Mapping[tuple[int, int], Bar]

    def numbers(self) -> Int64:
        """Numbers of the possible pairs."""
        return np.array(sorted(self.possible.values()), dtype=np.int64)


def earlier_pairs(cohort: Cohort, previous: tuple[tuple[int, int], ...]) -> Earlier:
    """Sort the pairs of an earlier round; ``possible`` is by the mentee's number, the last one named counts."""
    possible, gone = {}, {}
    for pair in previous:
        row, column = places(cohort, pair)
        number = None if row is None or column is None else cohort.market.find(row, column)
        if number is not None and row is not None:
            possible[row] = number
        else:
            gone[pair] = Bar.NOT_IN_COHORT if row is None or column is None else _bar(cohort, row, column)
    return Earlier(possible, gone)


def changes(cohort: Cohort, earlier: Earlier, assignment: Int64, citations: Citations) -> Iterator[Change]:
    """One line for each earlier pair and each new one, in order of the mentees."""
    exchanges = _exchanges(cohort, earlier, assignment)
    before: dict[int, tuple[NodeRef, Bar | None]] = {}
    for row, number in earlier.possible.items():
        before[cohort.wishes[row].person] = (_mentor(cohort, number, citations), None)
    for (mentee, mentor), bar in earlier.gone.items():
        before.setdefault(mentee, (citations.node(mentor), bar))
    rows = {wish.person: row for row, wish in enumerate(cohort.wishes)}
    for person in sorted(rows.keys() | before.keys()):
        at = rows.get(person)
        number = NOBODY if at is None else int(assignment[at])
        after = None if number == NOBODY else _mentor(cohort, number, citations)
        old, barred = before.get(person, (None, None))
        if old is None and after is None:
            continue
        gain, given_up = exchanges.get(-1 if at is None else at, (0.0, 0))
        fate, reason = _fate(old, after, barred, given_up)
        kept = fate is Fate.KEPT
        yield Change(
            citations.node(person), old, after, fate, reason, barred, 0.0 if kept else gain, 0 if kept else given_up
        )


def _fate(old: NodeRef | None, after: NodeRef | None, barred: Bar | None, given_up: int) -> tuple[Fate, FateReason]:
    if old is None:
        return Fate.NEW, FateReason.GAIN if given_up else FateReason.FIRST_TIME
    if old == after:
        return Fate.KEPT, FateReason.STILL_GOOD
    fate = Fate.ENDED if after is None else Fate.CHANGED
    if barred is not None:
        return fate, FateReason.NO_LONGER_POSSIBLE
    return fate, FateReason.MADE_ROOM if after is None else FateReason.GAIN


def _exchanges(cohort: Cohort, earlier: Earlier, assignment: Int64) -> dict[int, tuple[float, int]]:
    """For each mentee whose pair changed: what the exchange they are part of brings, and the pairs it gives up.

    Mentees belong to one exchange when they are linked by a mentor whom one gives up or takes.
    """
    market = cohort.market
    old = np.full(market.mentees, NOBODY, dtype=np.int64)
    for row, number in earlier.possible.items():
        old[row] = number
    changed = np.flatnonzero(old != assignment).tolist()
    touched = {
        row: [int(market.mentor[number]) for number in (old[row], assignment[row]) if number != NOBODY]
        for row in changed
    }
    leads = _joined(touched.values())
    groups: dict[int, list[int]] = {}
    for row in changed:
        groups.setdefault(leads[touched[row][0]], []).append(row)
    found: dict[int, tuple[float, int]] = {}
    for group in groups.values():
        gain = sum(_score(cohort, int(assignment[row])) - _score(cohort, int(old[row])) for row in group)
        given_up = sum(1 for row in group if old[row] != NOBODY)
        found |= dict.fromkeys(group, (gain / 1e6, given_up))
    return found


def _joined(links: Iterable[Sequence[int]]) -> dict[int, int]:
    """For everything that a link names, one and the same for all that links join, over however many of them."""
    leads: dict[int, int] = {}

    def lead(one: int) -> int:
        way = [one]
        while leads.setdefault(way[-1], way[-1]) != way[-1]:
            way.append(leads[way[-1]])
        leads.update(dict.fromkeys(way, way[-1]))
        return way[-1]

    for link in links:
        for one, other in itertools.pairwise(link):
            leads[lead(one)] = lead(other)
        lead(link[0])
    return {one: lead(one) for one in list(leads)}


def _score(cohort: Cohort, number: int) -> int:
    return 0 if number == NOBODY else int(cohort.market.score[number])


def _mentor(cohort: Cohort, number: int, citations: Citations) -> NodeRef:
    return citations.node(cohort.mentors[int(cohort.market.mentor[number])])


def _bar(cohort: Cohort, row: int, column: int) -> Bar:
    bar = bar_of(cohort, row, column)
    assert bar is not None
    return bar
