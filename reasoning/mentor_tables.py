"""People's languages, time zones and mentoring capacity as arrays, computed once per snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot

MAX_LANGUAGES = 64
UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class MentorTables:
    """Per person: a bit mask of languages (0 unknown), a time zone number and the stated capacity (-1 unknown)."""

    languages: npt.NDArray[np.uint64]
    zones: npt.NDArray[np.int16]
    zone_names: tuple[str, ...]
    capacity: npt.NDArray[np.int16]

    def hours_from(self, person: int, now: datetime) -> npt.NDArray[np.float64]:
        """For each time zone number, hours between its clock and the person's at ``now``, the short way round.

        The last entry (number -1) and zones that the system does not know are NaN.
        """
        offsets = np.array([_utc_offset(name, now) for name in self.zone_names] + [np.nan])
        apart = np.abs(offsets - offsets[self.zones[person]]) % 24
        shortest: npt.NDArray[np.float64] = np.minimum(apart, 24 - apart)
        return shortest


def mentor_tables(snapshot: Snapshot) -> MentorTables:
    """Build the tables (use it through ``derived``)."""
    people = snapshot.nodes("Person")
    spoken = [
        {tag.split("-")[0].casefold() for tag in snapshot.text_list("Person", "languages", person)} for person in people
    ]
    known = sorted(set().union(*spoken))[:MAX_LANGUAGES] if spoken else []
    bits = {language: np.uint64(1) << np.uint64(at) for at, language in enumerate(known)}
    languages = np.zeros(len(people), dtype=np.uint64)
    for at, tags in enumerate(spoken):
        for tag in tags:
            languages[at] |= bits.get(tag, np.uint64(0))
    named = [snapshot.text("Person", "time_zone", person) for person in people]
    zone_names = tuple(sorted({name for name in named if name}))
    numbers = {name: number for number, name in enumerate(zone_names)}
    zones = np.array([numbers.get(name or "", UNKNOWN) for name in named], dtype=np.int16)
    return MentorTables(languages, zones, zone_names, _capacity(snapshot))


def _capacity(snapshot: Snapshot) -> npt.NDArray[np.int16]:
    """The largest capacity a person states in any offer: each states how many mentees they take in all."""
    offers = snapshot.edges("OFFERS_MENTORING")
    people = snapshot.nodes("Person")
    capacity = np.full(len(people), UNKNOWN, dtype=np.int16)
    column = offers.columns["capacity"]
    stated = np.flatnonzero(column.raw != column.absent)
    owners = np.searchsorted(offers.offsets, stated, side="right") - 1 + offers.start_base - people.start
    np.maximum.at(capacity, owners, column.raw[stated].astype(np.int16))
    return capacity


def _utc_offset(name: str, now: datetime) -> float:
    try:
        offset = now.astimezone(ZoneInfo(name)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return float("nan")
    return float("nan") if offset is None else offset.total_seconds() / 3600
