"""How high a role stands: preparation, ISCO level, seniority and what its title says. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

import numpy as np

from graph.snapshot import Snapshot
from reasoning.transitions.sparse import Floats

Direction: TypeAlias = Literal["up", "lateral", "down"]

ISCO_LEVELS = {"0": 2.5, "1": 4.5, "2": 4.0, "3": 3.0, "4": 2.0, "5": 2.0, "6": 2.0, "7": 2.0, "8": 2.0, "9": 1.0}
"""Skill level of ISCO-08's major groups (managers are put half a level above professionals)."""
TITLE_STEPS = (
    (re.compile(r"\b(chief|president|commissioner|general manager|executive)\b"), 1.0),
    (re.compile(r"\b(manager|director|head|principal|superintendent)s?\b"), 0.6),
    (re.compile(r"\b(supervisor|supervisors|foreman|team leader|senior|lead|master)\b"), 0.4),
    (re.compile(r"\b(assistant|assistants|aide|aides|helper|helpers|trainee|apprentice|junior)\b"), -0.4),
)
"""What a title adds to the level; the first that fits counts."""
GRADE = 0.55
"""What one grade of a company adds to the level: a promotion by one grade leads up."""
DOWNWARD = 0.25
"""What a step down in preparation costs, as a share of a step up."""
_UNKNOWN = 2.5
STEP = 0.5
"""A difference in level from which on a move is up or down (levels run from 0 to about 5)."""


def bases(
    snapshot: Snapshot, roles: Sequence[int], preparation: Floats, matched: Mapping[int, Mapping[int, float]]
) -> Floats:
    """What each role asks for before anybody starts: the mean of preparation and ISCO level, as far as known.

    ``preparation`` (0 to 1) is the role's own or that of what it matches; NaN where nothing is known.
    """
    isco = {role: _isco(snapshot, role) for role in roles}
    found = np.zeros(len(roles), dtype=np.float32)
    for at, role in enumerate(roles):
        group = isco[role]
        if group is None:
            group = _mean(matched.get(role, {}), isco)
        parts = [part for part in (_zone(float(preparation[at])), group) if part is not None]
        found[at] = sum(parts) / len(parts) if parts else _UNKNOWN
    return found


def levels(snapshot: Snapshot, roles: Sequence[int], asked: Floats) -> Floats:
    """The level of each role: what it asks for, and the step that its title or its grade adds."""
    found = asked.copy()
    for at, role in enumerate(roles):
        rank = snapshot.number("Role", "level", role)
        # A company's own grades say more than its titles do.
        found[at] += _title(snapshot.caption(role)) if rank is None else (rank - 3) * GRADE
    return found


def prepared(origin: float, destinations: Floats) -> Floats:
    """How little preparation lies between: 1 for none; each step up costs, a step down costs a quarter of it."""
    step = destinations - np.float32(origin)
    cost = np.maximum(step, 0) + DOWNWARD * np.maximum(-step, 0)
    return np.asarray(1 / (1 + cost), dtype=np.float32)


def direction(origin: float, destination: float) -> Direction:
    """Whether a move between two levels is up, lateral or down."""
    step = destination - origin
    return "up" if step >= STEP else "down" if step <= -STEP else "lateral"


def _zone(preparation: float) -> float | None:
    return None if np.isnan(preparation) else 0.5 + 4.5 * preparation


def _isco(snapshot: Snapshot, role: int) -> float | None:
    group = snapshot.text("Role", "isco_group", role)
    return ISCO_LEVELS.get(group.zfill(4)[0]) if group else None


def _mean(weights: Mapping[int, float], values: Mapping[int, float | None]) -> float | None:
    known = [(weight, value) for role, weight in weights.items() if (value := values.get(role)) is not None]
    total = sum(weight for weight, _ in known)
    return sum(weight * value for weight, value in known) / total if total else None


def _title(title: str) -> float:
    lowered = title.lower()
    return next((step for pattern, step in TITLE_STEPS if pattern.search(lowered)), 0.0)
