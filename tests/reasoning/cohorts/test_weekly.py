"""Weekly times on one clock: zones, daylight saving, the end of the week, and what is unknown."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import BadInput
from ontology.weekly import DAYS
from reasoning.cohorts.weekly import OFFICE_HOURS, QUARTERS, common_hours, span, week

WINTER, SUMMER = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)


def common(one: tuple[str, ...], zone: str, other: tuple[str, ...], elsewhere: str, now: datetime = WINTER) -> float:
    return float(common_hours([week(one, zone, now)], [week(other, elsewhere, now)])[0, 0])


@pytest.mark.parametrize(
    ("zone", "elsewhere", "now", "hours"),
    [
        ("Europe/Berlin", "Europe/Berlin", WINTER, 40),
        ("Europe/Berlin", "Europe/London", WINTER, 35),
        ("Europe/Berlin", "Europe/Madrid", SUMMER, 40),
        ("Europe/Berlin", "America/New_York", WINTER, 10),
        ("Europe/Berlin", "Asia/Tokyo", WINTER, 0),
        ("Europe/Berlin", "Asia/Tokyo", SUMMER, 5),
        ("Europe/Berlin", "Asia/Kolkata", WINTER, 17.5),
    ],
)
def test_office_hours_of_two_cities(zone: str, elsewhere: str, now: datetime, hours: float) -> None:
    assert common(OFFICE_HOURS, zone, OFFICE_HOURS, elsewhere, now) == hours


def test_a_week_has_no_end() -> None:
    # Sunday evening in Los Angeles is Monday morning in Tokyo
    assert common(("SUN 16:00-20:00",), "America/Los_Angeles", ("MON 09:00-12:00",), "Asia/Tokyo") == 3.0


def test_overlapping_times_count_once() -> None:
    assert common(("MON 09:00-12:00", "MON 10:00-13:00"), "UTC", ("MON 00:00-24:00",), "UTC") == 4.0


def test_an_unknown_zone_is_unknown_and_not_nothing() -> None:
    weeks = [week(OFFICE_HOURS, zone, WINTER) for zone in ("UTC", None, "Mars/Base", "Europe")]
    assert [one is None for one in weeks] == [False, True, True, True]
    assert np.isnan(common_hours(weeks, weeks)).tolist() == [
        [False, True, True, True],
        [True, True, True, True],
        [True, True, True, True],
        [True, True, True, True],
    ]


def test_a_time_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(BadInput, match="weekly time"):
        span("monday morning")


times = st.builds(
    lambda day, first, length: (
        f"{day} {first // 4:02}:{first % 4 * 15:02}-{(first + length) // 4:02}:{(first + length) % 4 * 15:02}"
    ),
    st.sampled_from(DAYS),
    st.integers(0, 80),
    st.integers(1, 16),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(times, max_size=5), st.lists(times, max_size=5), st.integers(0, 30))
def test_it_is_what_counting_quarters_gives(ours: list[str], theirs: list[str], day: int) -> None:
    now = datetime(2026, 3, 1 + day, 12, tzinfo=UTC)  # around the change of the clocks

    def quarters(given: list[str], offset: int) -> set[int]:
        return {(at - offset) % QUARTERS for text in given for at in range(*span(text))}

    offset = 8 if day >= 28 else 4  # Berlin, until the 29th
    expected = len(quarters(ours, offset) & quarters(theirs, 36)) / 4
    assert common(tuple(ours), "Europe/Berlin", tuple(theirs), "Asia/Tokyo", now) == expected
    assert common(tuple(theirs), "Asia/Tokyo", tuple(ours), "Europe/Berlin", now) == expected
