"""Reciprocal rank fusion: rankings of different kinds joined by place, not by score (Cormack et al. 2009)."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

RANK_OFFSET = 60
"""A place counts 1 / (60 + rank)."""
LOOKED_AT = 50
"""How far down each ranking goes into the fusion."""

Scores: TypeAlias = npt.NDArray[np.floating[Any]]


def best_first(scores: Scores, least: float) -> list[int]:
    """Where the scores above the least are, the greatest first; of equal ones in the given order."""
    above = np.flatnonzero(scores > least)
    return [int(at) for at in above[np.argsort(-scores[above], kind="stable")]]


def fused(size: int, *rankings: tuple[Scores, float]) -> npt.NDArray[np.float64]:
    """The sum over the rankings, each scores with the least that counts."""
    total = np.zeros(size)
    for scores, least in rankings:
        for rank, number in enumerate(best_first(scores, least)[:LOOKED_AT], start=1):
            total[number] += 1.0 / (RANK_OFFSET + rank)
    return np.round(total, 8)
