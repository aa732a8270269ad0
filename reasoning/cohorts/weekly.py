"""Weekly times in which people can meet, as quarters of an hour of a UTC week, and what two people have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import numpy.typing as npt

from ontology.errors import BadInput
from ontology.weekly import DAYS, QUARTERS_A_DAY
from ontology.weekly import quarters as quarters_of

QUARTERS = len(DAYS) * QUARTERS_A_DAY
OFFICE_HOURS = tuple(f"{day} 09:00-17:00" for day in DAYS[:5])
"""What counts for somebody of whom only the time zone is known."""

Week = npt.NDArray[np.float32]


def week(times: Iterable[str], zone: str | None, now: datetime) -> Week | None:
    """The quarters of the UTC week that lie in local times such as ``MON 09:00-12:30``; None without a known zone.

    The offset of ``now`` counts, daylight saving included. Raises ``BadInput`` for times of another form.
    """
    offset = _offset(zone, now)
    if offset is None:
        return None
    quarters = np.zeros(QUARTERS, dtype=np.float32)
    for text in times:
        start, end = span(text)
        quarters[(np.arange(start, end) - offset) % QUARTERS] = 1
    return quarters


def span(text: str) -> tuple[int, int]:
    """First quarter of the week and the one after the last, as written."""
    found = quarters_of(text)
    if found is None:
        raise BadInput("A weekly time cannot be read.", remedy="Write it as MON 09:00-12:30 (MON to SUN, 24 hours).")
    return found


def common_hours(ours: Sequence[Week | None], theirs: Sequence[Week | None]) -> npt.NDArray[np.float32]:
    """Hours a week that each of ours has in common with each of theirs; NaN where either is unknown."""
    hours = _matrix(ours) @ _matrix(theirs).T / np.float32(4)
    hours[[one is None for one in ours], :] = np.nan
    hours[:, [one is None for one in theirs]] = np.nan
    return hours


def _matrix(weeks: Sequence[Week | None]) -> npt.NDArray[np.float32]:
    empty = np.zeros(QUARTERS, dtype=np.float32)
    return np.array([empty if one is None else one for one in weeks]).reshape(len(weeks), QUARTERS)


def _offset(zone: str | None, now: datetime) -> int | None:
    """Quarters by which local time is ahead of UTC."""
    if zone is None:
        return None
    try:
        offset = now.astimezone(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):  # "Europe" is a folder of zones
        return None
    return None if offset is None else round(offset.total_seconds() / 900)
