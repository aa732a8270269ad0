"""Who mentors how many, how past mentorships went, when people have time, and who is kept apart. All invented.

Drawn from dice of their own, so that nothing else of the company depends on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingestion.sample.company import Employee
from ingestion.sample.days import TODAY, dice

DAYS = ("MON", "TUE", "WED", "THU", "FRI")
PATTERNS = (
    tuple(f"{day} 09:00-17:00" for day in DAYS),
    tuple(f"{day} 08:00-16:00" for day in DAYS),
    tuple(f"{day} 08:00-12:00" for day in DAYS),
    tuple(f"{day} 13:00-18:00" for day in DAYS),
    ("TUE 09:00-12:00", "THU 14:00-17:00"),
    ("MON 06:00-14:00", "TUE 06:00-14:00", "WED 06:00-14:00"),
)
"""Office hours, early office hours, mornings, afternoons, two half days, an early shift."""

STATED = 0.6
"""Share of people of whom the weekly times are known."""

KEPT_APART = 4


def with_mentoring(seed: int, person: Employee) -> Employee:
    """The person with weekly times, and offers with present mentees and how past mentorships were rated."""
    chance = dice(seed, "mentoring", person.id)
    hours = chance.choice(PATTERNS) if chance.random() < STATED else ()
    offers = person.offers
    if offers:
        years = max((TODAY - min(offer.since for offer in offers)).days / 365.25, 0.0)
        capacity = max(offer.capacity for offer in offers)
        active = min(capacity, chance.choice((0, 0, 1, 1, 2)))
        finished = int(years * chance.choice((0, 1, 1, 2)))
        rating = round(chance.uniform(2.8, 5.0) * 5) / 5 if finished else None
        offers = tuple(replace(offer, active=active, finished=finished, rating=rating) for offer in offers)
    return replace(person, weekly_hours=hours, offers=offers)


def kept_apart(seed: int, people: Sequence[Employee]) -> tuple[tuple[str, str], ...]:
    """A few pairs of somebody who offers mentoring and somebody else, neither written by hand."""
    chance = dice(seed, "apart")
    here = [person for person in people if person.left_on is None]
    offering = [person.id for person in here if person.offers]
    others = [person.id for person in here if not person.offers]
    return tuple(sorted(zip(chance.sample(others, KEPT_APART), chance.sample(offering, KEPT_APART), strict=True)))
