"""Where people sit in the organisation: their unit today, and how many steps apart two units are."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.citing import EdgeAt

Int32 = npt.NDArray[np.int32]
NOWHERE = -1
FAR = 127
"""Steps between units that have nothing above them in common."""


class Units:
    """The units of a snapshot (use it through ``derived``): memberships by day, distances by unit."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._units = snapshot.nodes("OrgUnit")
        self._of_day = lru_cache(maxsize=2)(self._memberships)
        self._of_unit = lru_cache(maxsize=1024)(self._distances)
        part_of = snapshot.edges("PART_OF")
        self._above = {
            unit: int(part_of.dst[part_of.out(unit)][0])
            for unit in self._units
            if part_of.out(unit).stop > part_of.out(unit).start
        }

    def membership(self, person: int, today: int) -> int | None:
        """Position of the MEMBER_OF edge that holds today (of several, the one begun last)."""
        at = int(self._of_day(today)[person - self._snapshot.nodes("Person").start])
        return None if at == NOWHERE else at

    def steps(self, person: int, rows: npt.NDArray[np.int64], today: int) -> Int32:
        """Steps between the person's unit and that of each row of people; -1 where either is unknown."""
        own = self.membership(person, today)
        members, places = self._snapshot.edges("MEMBER_OF"), self._of_day(today)[rows]
        if own is None:
            return np.full(len(rows), NOWHERE, dtype=np.int32)
        unit = int(members.dst[own])
        table = self._of_unit(unit)
        known = places != NOWHERE
        found = np.full(len(rows), NOWHERE, dtype=np.int32)
        found[known] = table[members.dst[places[known]] - self._units.start]
        return found

    def chain(self, one: int, other: int) -> tuple[EdgeAt, ...]:
        """The PART_OF edges between two units: up from the first to what both are part of, then down to the other."""
        ours, theirs = self._upward(one), self._upward(other)
        shared = next((unit for unit in ours if unit in theirs), None)
        if shared is None:
            return ()
        up = ours[: ours.index(shared)]
        down = theirs[: theirs.index(shared)]
        edges = (self._snapshot.edges("PART_OF").out(unit).start for unit in (*up, *reversed(down)))
        return tuple(("PART_OF", position) for position in edges)

    def _upward(self, unit: int) -> list[int]:
        path = [unit]
        while path[-1] in self._above and self._above[path[-1]] not in path:
            path.append(self._above[path[-1]])
        return path

    def _distances(self, unit: int) -> Int32:
        ours = {above: height for height, above in enumerate(self._upward(unit))}
        found = np.full(len(self._units), FAR, dtype=np.int32)
        for other in self._units:
            steps = ((ours[above] + depth) for depth, above in enumerate(self._upward(other)) if above in ours)
            found[other - self._units.start] = min(next(steps, FAR), FAR)
        return found

    def _memberships(self, today: int) -> Int32:
        """For every person, the position of the membership that holds on the day."""
        members, people = self._snapshot.edges("MEMBER_OF"), self._snapshot.nodes("Person")
        found = np.full(len(people), NOWHERE, dtype=np.int32)
        if not len(members):
            return found
        since, until = members.columns["valid_from"], members.columns["valid_to"]
        begun = np.where(since.raw == since.absent, -1, since.raw.astype(np.int64))
        ends = np.where(until.raw == until.absent, today, until.raw.astype(np.int64))
        holds = np.flatnonzero((begun <= today) & (ends >= today))
        owners = np.searchsorted(members.offsets, holds, side="right") - 1 + members.start_base - people.start
        order = np.lexsort((holds, begun[holds], owners))
        found[owners[order]] = holds[order]  # the last one of each stays
        return found
