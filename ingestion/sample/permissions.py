"""What people allow their data to be used for: grants, narrower grants, withdrawals and silence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

from ingestion.sample.company import ConsentEvent
from ingestion.sample.days import TODAY, between, moment

ALL = ("career_path", "skill_gap", "mentor_match", "analytics")
NARROWER = (
    ("career_path", "skill_gap"),
    ("career_path", "skill_gap", "analytics"),
    ("career_path", "skill_gap", "mentor_match"),
    ("analytics",),
)
NOTICE_FROM = date(2022, 5, 9)
"""Day on which the company asked everybody; who came later was asked in the first weeks."""

GRANTS_ALL, GRANTS_SOME, WITHDRAWS_ALL, WITHDRAWS_MENTORING = 0.93, 0.027, 0.018, 0.015
"""Shares of the people; the rest never answered."""

RENEWED = timedelta(days=3 * 365)


def consents_of(chance: Random, hired: date, left: date | None) -> tuple[ConsentEvent, ...]:
    """The events of one person in order of time."""
    asked = max(NOTICE_FROM, hired)
    end = left or TODAY
    if asked >= end:
        return ()
    answer = moment(chance, between(chance, asked, min(asked + timedelta(days=40), end - timedelta(days=1))))
    draw = chance.random()
    grant = ConsentEvent(ALL, "granted", answer, _expiry(chance))
    if draw < GRANTS_ALL:
        return (grant,)
    if (draw := draw - GRANTS_ALL) < GRANTS_SOME:
        return (ConsentEvent(chance.choice(NARROWER), "granted", answer),)
    later = moment(chance, between(chance, answer.date() + timedelta(days=1), end))
    if (draw := draw - GRANTS_SOME) < WITHDRAWS_ALL:
        return (grant, ConsentEvent(ALL, "withdrawn", later))
    if draw - WITHDRAWS_ALL < WITHDRAWS_MENTORING:
        return (grant, ConsentEvent(("mentor_match",), "withdrawn", later))
    return ()


def _expiry(chance: Random) -> datetime | None:
    """One in ten chose that the grant ends by itself, in the years to come."""
    if chance.random() >= 0.1:
        return None
    return datetime(2027, 1, 1, tzinfo=UTC) + timedelta(days=chance.randrange(0, RENEWED.days))


def authored_consents(allowed: tuple[str, ...] | None, hired: date) -> tuple[ConsentEvent, ...]:
    """All purposes granted; those not in ``allowed`` (None: all are) withdrawn in spring 2026."""
    asked = max(NOTICE_FROM, hired) + timedelta(days=4)
    grant = ConsentEvent(ALL, "granted", datetime(asked.year, asked.month, asked.day, 8, 30, tzinfo=UTC))
    withdrawn = () if allowed is None else tuple(purpose for purpose in ALL if purpose not in allowed)
    if not withdrawn:
        return (grant,)
    return (grant, ConsentEvent(withdrawn, "withdrawn", datetime(2026, 4, 14, 9, 5, tzinfo=UTC)))
