"""The calendar of the sample company: its constant today, and arithmetic on days. Nothing here reads a clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random

TODAY = date(2026, 10, 1)
"""The day on which the sample is told."""

FOUNDED = date(2009, 4, 1)
"""First day of the company; nobody was hired before."""

EARLIEST_CAREER = date(1988, 8, 1)
"""Nobody of the sample started to work before."""

DAYS_PER_MONTH = 30.4375


def months_before(day: date, months: float) -> date:
    """The first of the month that lies about so many months before."""
    earlier = day - timedelta(days=months * DAYS_PER_MONTH)
    return earlier.replace(day=1)


def months_between(first: date, last: date) -> float:
    """Months from the first to the last day."""
    return (last - first).days / DAYS_PER_MONTH


def years_between(first: date, last: date) -> float:
    """Years from the first to the last day."""
    return (last - first).days / 365.25


def between(chance: Random, first: date, last: date) -> date:
    """A random working day from first to last, not between the years (the first day where they touch)."""
    day = first + timedelta(days=chance.randint(0, max((last - first).days, 0)))
    if day.month == 12 and day.day >= 24:
        day -= timedelta(days=10)
    return max(first, day - timedelta(days=max(day.weekday() - 4, 0)))


def moment(chance: Random, day: date) -> datetime:
    """A time during office hours of the day, in UTC."""
    return datetime.combine(day, time(chance.randint(7, 16), chance.randint(0, 59)), UTC)


def dice(seed: int, *parts: str) -> Random:
    """An independent stream of chance for each concern and person, so that a change in one moves no other."""
    return Random(":".join((str(seed), *parts)))
