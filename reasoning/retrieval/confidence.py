"""Whether the documents answer at all: a logistic of two features, fitted and cross-validated by benchmarks.

The weights lie in calibration.json (``python -m benchmarks.documents --fit`` writes it); nothing is decided by hand.
"""

from __future__ import annotations

import functools
import json
import math
from dataclasses import dataclass
from importlib import resources

from reasoning.retrieval.answers import SearchMode

FEATURES = ("share", "likeness")


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of the ranking.

    ``share`` is the most that any candidate has of the question's words, weighed by their rarity; ``likeness`` that
    of the nearest sentence of any candidate (0 in lexical mode).
    """

    share: float
    likeness: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Bias, one weight per feature, and the probability from which on an answer counts as found."""

    bias: float
    weights: tuple[float, float]
    threshold: float

    def probability(self, features: Features) -> float:
        """That the documents answer the question."""
        values = (features.share, features.likeness)
        logit = self.bias + sum(weight * value for weight, value in zip(self.weights, values, strict=True))
        return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit)))), 4)


@functools.cache
def calibration(mode: SearchMode) -> Calibration:
    """The calibration of a mode."""
    raw = json.loads((resources.files("reasoning.retrieval") / "calibration.json").read_text("utf-8"))[mode.value]
    share, likeness = (float(raw["weights"][name]) for name in FEATURES)
    return Calibration(float(raw["bias"]), (share, likeness), float(raw["threshold"]))
