"""The grids of the ontology as integers, so that levels and weights compare and add exactly. No graph access."""

from __future__ import annotations

from datetime import UTC, datetime

from graph.columns import EPOCH
from graph.snapshot import Snapshot

LEVEL_QUANTUM = 0.02
WEIGHT_QUANTUM = 0.004
ABSENT = 255
"""Raw value of a uint8 column that stands for "not stated"."""

UNSTATED_LEVEL = 50
"""Raw level (1.0, awareness) that counts for a skill held or granted without a stated level."""

ANY_LEVEL = 1
"""Raw level asked for by a requirement that states none: anything above zero meets it."""


def level_of(raw: int) -> float:
    """The level on Cairn's scale 0-5."""
    return _LEVELS[raw] if 0 <= raw < len(_LEVELS) else round(raw * LEVEL_QUANTUM, 4)


_LEVELS = tuple(round(raw * LEVEL_QUANTUM, 4) for raw in range(256))


def moment(snapshot: Snapshot, now: datetime | None) -> datetime:
    """The time a question is asked at; without one, the time the snapshot was read at."""
    return now if now is not None else snapshot.version.read_at


def day_number(now: datetime) -> int:
    """Days since 1970-01-01 (UTC), the unit of date columns."""
    return (now.astimezone(UTC).date() - EPOCH).days
