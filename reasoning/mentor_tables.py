"""People's languages, time zones, weekly times and what they say of their mentoring, as arrays, once per snapshot."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from ontology.weekly import DAYS, QUARTERS_A_DAY, quarters

NOT_KNOWN = 0.5
"""Share of a component about which nothing is known: neither for nor against."""

AMPLE_CAPACITY = 3
"""Free places from which on more do not count."""

PRIOR_MENTORSHIPS = 2
"""As many mentorships of middling outcome are added to those a mentor has ended, so that one says little."""

MAX_LANGUAGES = 64
UNKNOWN = -1
WEEK = len(DAYS) * QUARTERS_A_DAY
Int16 = npt.NDArray[np.int16]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class MentorTables:
    """Per person: a bit mask of languages (0 unknown), numbers of time zone and of weekly pattern, and mentoring.

    ``capacity``, ``active`` and ``finished`` are -1 and ``rating`` is NaN where not stated. ``weeks`` holds a row of
    quarters of an hour of the local week for each pattern. ``room`` and ``outcomes`` are the shares of the score.
    """

    languages: npt.NDArray[np.uint64]
    zones: Int16
    zone_names: tuple[str, ...]
    patterns: npt.NDArray[np.int32]
    weeks: npt.NDArray[np.float32]
    capacity: Int16
    active: Int16
    finished: Int16
    rating: Floats
    room: Floats
    outcomes: Floats

    def hours_from(self, person: int, now: datetime) -> Floats:
        """For each time zone number, hours between its clock and the person's at ``now``, the short way round.

        The last entry (number -1) and zones that the system does not know are NaN.
        """
        offsets = self._offsets(now)
        apart = np.abs(offsets - offsets[self.zones[person]]) % 24
        shortest: Floats = np.minimum(apart, 24 - apart)
        return shortest

    def common_hours(self, person: int, rows: npt.NDArray[np.int64], now: datetime) -> Floats:
        """Hours a week that the person and each of the rows both state; NaN where either is unknown."""
        offsets = self._offsets(now) * 4
        mine, zone = int(self.patterns[person]), offsets[self.zones[person]]
        if mine == UNKNOWN or np.isnan(zone):
            return np.full(len(rows), np.nan)
        # the person's week on the clock of every zone, against every pattern
        shifts = [0 if np.isnan(other) else round(float(other - zone)) for other in offsets]
        shifted = np.array([np.roll(self.weeks[mine], shift) for shift in shifts])
        used, places = np.unique(self.patterns[rows], return_inverse=True)
        table = (self.weeks[used] @ shifted.T / 4.0).astype(np.float64) if len(self.weeks) else np.zeros((0, 0))
        table[used == UNKNOWN, :] = np.nan
        table[:, np.isnan(offsets)] = np.nan
        found: Floats = table[places, self.zones[rows]]
        return found

    def _offsets(self, now: datetime) -> Floats:
        return _offsets(self.zone_names, now)


def mentor_tables(snapshot: Snapshot) -> MentorTables:
    """Build the tables (use it through ``derived``)."""
    zones, zone_names = _numbered([snapshot.text("Person", "time_zone", one) for one in snapshot.nodes("Person")])
    patterns, weeks = _patterns(snapshot)
    capacity, active, finished = (_stated(snapshot, name) for name in ("capacity", "active", "finished"))
    rating = _ratings(snapshot, finished)
    return MentorTables(
        languages=_languages(snapshot),
        zones=zones.astype(np.int16),
        zone_names=zone_names,
        patterns=patterns,
        weeks=weeks,
        capacity=capacity,
        active=active,
        finished=finished,
        rating=rating,
        room=_room(capacity, active),
        outcomes=_outcomes(finished, rating),
    )


def _room(capacity: Int16, active: Int16) -> Floats:
    """Places that are free."""
    free = np.clip(capacity - np.maximum(active, 0), 0, AMPLE_CAPACITY)
    return np.where(capacity < 0, NOT_KNOWN, free / AMPLE_CAPACITY)


def _outcomes(finished: Int16, rating: Floats) -> Floats:
    """How ended mentorships were rated, drawn to the middle by a prior."""
    ended = np.where(np.isnan(rating), 0, np.maximum(finished, 0))
    good = np.where(np.isnan(rating), 0.0, (rating - 1) / 4)
    shrunk: Floats = (ended * good + PRIOR_MENTORSHIPS * NOT_KNOWN) / (ended + PRIOR_MENTORSHIPS)
    return shrunk


def _languages(snapshot: Snapshot) -> npt.NDArray[np.uint64]:
    spoken = [
        {tag.split("-")[0].casefold() for tag in snapshot.text_list("Person", "languages", person)}
        for person in snapshot.nodes("Person")
    ]
    known = sorted(set().union(*spoken))[:MAX_LANGUAGES] if spoken else []
    bits = {language: np.uint64(1) << np.uint64(at) for at, language in enumerate(known)}
    languages = np.zeros(len(spoken), dtype=np.uint64)
    for at, tags in enumerate(spoken):
        for tag in tags:
            languages[at] |= bits.get(tag, np.uint64(0))
    return languages


def _patterns(snapshot: Snapshot) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
    """The number of each person's weekly pattern, and the quarters of each pattern. Unreadable times do not count."""
    people = snapshot.nodes("Person")
    if ("Person", "weekly_hours") not in snapshot.texts:
        return np.full(len(people), UNKNOWN, dtype=np.int32), np.zeros((0, WEEK), dtype=np.float32)
    times = ["|".join(snapshot.text_list("Person", "weekly_hours", person)) or None for person in people]
    numbers, known = _numbered(times)
    weeks = np.zeros((len(known), WEEK), dtype=np.float32)
    for at, pattern in enumerate(known):
        for text in pattern.split("|"):
            first, last = quarters(text) or (0, 0)
            weeks[at, first:last] = 1
    return numbers, weeks


def _numbered(texts: list[str | None]) -> tuple[npt.NDArray[np.int32], tuple[str, ...]]:
    """A number for each text, -1 for none, and the texts by number."""
    known = tuple(sorted({text for text in texts if text}))
    numbers = {text: number for number, text in enumerate(known)}
    return np.array([numbers.get(text or "", UNKNOWN) for text in texts], dtype=np.int32), known


def _stated(snapshot: Snapshot, name: str) -> Int16:
    """The largest number a person states in any offer: each offer speaks of all their mentoring."""
    found = np.full(len(snapshot.nodes("Person")), UNKNOWN, dtype=np.int16)
    at, owners = _offers_with(snapshot, name)
    np.maximum.at(found, owners, snapshot.edges("OFFERS_MENTORING").columns[name].raw[at].astype(np.int16))
    return found


def _ratings(snapshot: Snapshot, finished: Int16) -> Floats:
    """The rating of the offer with the most ended mentorships (the highest of several)."""
    rating = np.full(len(finished), np.nan)
    offers = snapshot.edges("OFFERS_MENTORING")
    at, owners = _offers_with(snapshot, "rating")
    counted = offers.columns["finished"]
    most = np.where(counted.raw[at] == counted.absent, UNKNOWN, counted.raw[at].astype(np.int64)) == finished[owners]
    column = offers.columns["rating"]
    np.fmax.at(rating, owners[most], column.raw[at[most]] * column.quantum)
    return rating


def _offers_with(snapshot: Snapshot, name: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Positions of the offers that state the property, and whose they are (rows)."""
    offers = snapshot.edges("OFFERS_MENTORING")
    column = offers.columns[name]
    stated = np.flatnonzero(column.raw != column.absent)
    owners = np.searchsorted(offers.offsets, stated, side="right") - 1
    return stated, owners + offers.start_base - snapshot.nodes("Person").start


@functools.lru_cache(maxsize=16)
def _offsets(zones: tuple[str, ...], now: datetime) -> Floats:
    offsets = np.array([_utc_offset(name, now) for name in zones] + [np.nan])
    offsets.flags.writeable = False
    return offsets


def _utc_offset(name: str, now: datetime) -> float:
    try:
        offset = now.astimezone(ZoneInfo(name)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):  # "Europe" is a folder of zones
        return float("nan")
    return float("nan") if offset is None else offset.total_seconds() / 3600
