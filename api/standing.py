"""Standing: what a person is to the caller, read from the snapshot's reporting line and mentor offers."""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt

from api.authorization import Relation
from graph.snapshot import Snapshot

MAX_LEVELS = 20
"""Longest reporting line followed; a cycle in bad data ends here too."""


def relations(snapshot: Snapshot, caller: int | None, person: int, today: date) -> frozenset[Relation]:
    """All that the person is to the caller. Somebody without any tie is ``OTHER``, always alone."""
    held = set()
    if caller is not None and caller == person:
        held.add(Relation.SELF)
    elif caller is not None and _reports_to(snapshot, person, caller, today):
        held.add(Relation.REPORT)
    offers = snapshot.edges("OFFERS_MENTORING").out(person)
    if offers.stop > offers.start and Relation.SELF not in held:
        held.add(Relation.MENTOR)
    return frozenset(held or {Relation.OTHER})


def offering(snapshot: Snapshot) -> npt.NDArray[np.bool_]:
    """For every person, in order, whether they offer mentoring in anything."""
    people = snapshot.nodes("Person")
    offers = snapshot.edges("OFFERS_MENTORING")
    found = np.zeros(len(people), dtype=np.bool_)
    starts = np.flatnonzero(np.diff(offers.offsets)) + offers.start_base - people.start
    found[starts] = True
    return found


def tied_people(snapshot: Snapshot, caller: int | None, today: date) -> npt.NDArray[np.bool_]:
    """For every person, in order, whether they are the caller, report to them, or offer mentoring."""
    people = snapshot.nodes("Person")
    tied = offering(snapshot)
    if caller is not None:
        below = _below(snapshot, caller, today)
        tied[[index - people.start for index in (caller, *below)]] = True
    return tied


def _below(snapshot: Snapshot, manager: int, today: date) -> set[int]:
    adjacency = snapshot.edges("REPORTS_TO")
    found: set[int] = set()
    level = {manager}
    for _ in range(MAX_LEVELS):
        sources = {int(one) for above in level for one in adjacency.sources(above)} - found - {manager}
        level = {one for one in sources if level & set(_managers(snapshot, one, today))}
        if not level:
            break
        found |= level
    return found


def _reports_to(snapshot: Snapshot, person: int, manager: int, today: date) -> bool:
    seen = {person}
    level = {person}
    for _ in range(MAX_LEVELS):
        level = {above for one in level for above in _managers(snapshot, one, today)} - seen
        if manager in level:
            return True
        if not level:
            return False
        seen |= level
    return False


def _managers(snapshot: Snapshot, person: int, today: date) -> list[int]:
    adjacency = snapshot.edges("REPORTS_TO")
    span = adjacency.out(person)
    starts, ends = adjacency.columns["valid_from"], adjacency.columns["valid_to"]
    current = []
    for position in range(span.start, span.stop):
        first, last = starts.day(position), ends.day(position)
        if (first is None or first <= today) and (last is None or last >= today):
            current.append(int(adjacency.dst[position]))
    return current
