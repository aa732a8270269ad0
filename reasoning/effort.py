"""The declared cost of a move between two roles, in integer thousandths of a month. The one transition model.

learn   = preparation(zone of the new role) x weighted share of its needs that is missing
months  = learn + 6
n       = observed moves x confidence of the edge that records them
unlike  = 12 (1 - score) 5 / (n + 5)     with the transition model's score
untried = 24 / (n + 1)                   for a move that rises by a grade of the company or more
skipped = 24 (grades risen - 1)          for a move that rises by more than one
doubt   = unlike + untried + skipped
cost    = learn + 6 - 3 n / (n + 5) + doubt
Integers make sums exact, so that equal inputs give equal answers and optimality can be tested bit by bit.
docs/reasoning.md gives the sources and limits.
"""

from __future__ import annotations

import numpy as np

from graph.snapshot import Snapshot
from reasoning.adjacency import SURE
from reasoning.near_roles import MICRO
from reasoning.requirements import Ints
from reasoning.role_marks import role_numbers

MONTH = 1000
PREPARATION_MONTHS = {1: 3, 2: 12, 3: 24, 4: 48, 5: 84}
"""Months of preparation by O*NET job zone: the upper ends of its SVP ranges (zone 5: the middle of 4-10 years)."""

UNKNOWN_ZONE = 3
BASE = 6 * MONTH
OBSERVED_DISCOUNT = 3 * MONTH
OBSERVED_HALF = 5
"""Observed moves at which half of the discount is given."""

DOUBT = 12 * MONTH
"""What a move of score 0 that nobody has made costs more than one of score 1."""

GRADE = 24 * MONTH
"""What a promotion that nobody has made costs more, and every grade that a move skips: about the time served in one."""

SHORTFALL_SCALE = 1000


def preparation(snapshot: Snapshot) -> Ints:
    """Months of preparation of every role (use it through ``derived``)."""
    roles = snapshot.nodes("Role")
    zones = [snapshot.number("Role", "job_zone", role) for role in roles]
    months = [PREPARATION_MONTHS[UNKNOWN_ZONE if zone is None else int(zone)] for zone in zones]
    return np.array(months, dtype=np.int64)


def shortfalls(held: Ints, thresholds: Ints) -> Ints:
    """Missing share of each requirement in thousandths, rounded up; 0 where the level asked for is held."""
    missing: Ints = -(-np.maximum(thresholds - held, 0) * SHORTFALL_SCALE // thresholds)
    return missing


def learning(preparation_months: Ints, missing: Ints, weights: Ints) -> Ints:
    """Cost of learning: preparation x weighted mean shortfall, rounded up; ``missing`` sums weight x shortfall."""
    learned: Ints = -(-preparation_months * missing * (MONTH // SHORTFALL_SCALE) // np.maximum(weights, 1))
    return learned


def shortfall(held: int, threshold: int) -> int:
    """``shortfalls`` of one requirement."""
    return -(-max(threshold - held, 0) * SHORTFALL_SCALE // threshold)


def learning_of(preparation_months: int, missing: int, weight: int) -> int:
    """``learning`` of one role."""
    return -(-preparation_months * missing * (MONTH // SHORTFALL_SCALE) // max(weight, 1))


def move_bases(seen: Ints, doubt: Ints) -> Ints:
    """Cost of changing role at all: less what observed moves take off, more what makes the move doubtful.

    ``seen`` are observed moves weighed by confidence (a certain one counts ``SURE``).
    """
    bases: Ints = BASE - OBSERVED_DISCOUNT * seen // (seen + OBSERVED_HALF * SURE) + doubt
    return bases


def doubts(seen: Ints, scores: Ints, rises: Ints) -> Ints:
    """What an employer's doubt costs: by the transition model's score (millionths), and by grades risen.

    The more surely a move was made, the less its score and its being a promotion count; a grade that is skipped
    counts always.
    """
    full = DOUBT * (MICRO - scores) // MICRO
    unlike = full * OBSERVED_HALF * SURE // (seen + OBSERVED_HALF * SURE)
    untried = np.where(rises > 0, GRADE * SURE // (seen + SURE), 0)
    found: Ints = unlike + untried + GRADE * np.maximum(rises - 1, 0)
    return found


def rises(snapshot: Snapshot, origins: Ints, destinations: Ints) -> Ints:
    """Grades of the company that moves between roles (counted from the first) rise; 0 where one is not stated."""
    grades = role_numbers(snapshot, "level")
    found: Ints = np.nan_to_num(grades[destinations] - grades[origins]).astype(np.int64)
    return found


def confidence(carried_share: float, observed: int, edge_confidence: float | None) -> float:
    """How sure a move is, from 0 to 1: noisy-or of what carries over (at most 0.8) and of what was observed.

    ``edge_confidence`` is None for a move that the graph does not record.
    """
    seen = 0.0 if edge_confidence is None else edge_confidence * observed / (observed + 2)
    return round(1 - (1 - 0.8 * carried_share) * (1 - seen), 4)
