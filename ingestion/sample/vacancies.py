"""Job postings: one for most of today's vacancies, and closed ones of the last year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from ingestion.sample.company import Posting
from ingestion.sample.days import TODAY, between
from ingestion.sample.staffing import Position

CLOSED = 24
ADVERTISED = 0.85


def postings(chance: Random, vacant: Sequence[Position], filled: Sequence[Position]) -> tuple[Posting, ...]:
    """Open postings for vacancies, closed ones for positions that are filled again, numbered by opening day."""
    drafts = [
        (between(chance, TODAY - timedelta(days=75), TODAY - timedelta(days=2)), position, None)
        for position in vacant
        if chance.random() < ADVERTISED
    ]
    closed = [_closed(chance, position) for position in chance.sample(filled, CLOSED)]
    numbered = enumerate(sorted([*drafts, *closed], key=lambda draft: (draft[0], draft[1])), start=1)
    return tuple(
        Posting(f"JP-{2600 + number}", position.role, position.city, opened, ended, chance.random() < 0.35)
        for number, (opened, position, ended) in numbered
    )


def _closed(chance: Random, position: Position) -> tuple[date, Position, date | None]:
    opened = between(chance, TODAY - timedelta(days=400), TODAY - timedelta(days=100))
    return opened, position, opened + timedelta(days=chance.randint(21, 84))
