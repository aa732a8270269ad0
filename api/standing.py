"""Standing: what a person is to the caller, read from the snapshot's reporting line and mentor offers."""

from __future__ import annotations

from datetime import date

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
