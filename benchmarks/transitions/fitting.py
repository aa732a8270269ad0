"""Fits non-negative weights to the four sets at once, by gradient, and cross-validates by role. Numpy alone.

Related, changers and moves are fitted as a choice among all destinations of an origin (softmax), the ratings by
least squares; each set has a scale of its own, the weights are shared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.transitions.inputs import Inputs
from benchmarks.transitions.judgements import Floats
from reasoning.transitions.sparse import Floats as Singles
from reasoning.transitions.weights import COMPONENTS

STEPS = 120
ROUNDS = 2
RIDGE = 2e-3
_RATE = 0.15
_SCALES = (1.0, 0.8, 0.7, 0.5)

Loss = Callable[[Floats, float], tuple[Floats, float]]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """How much each set counts, the least share that preparation must have, and the pull towards equal weights."""

    related: float
    changers: float
    moves: float
    ratings: float
    preparation: float = 0.0
    evenness: float = 0.0

    def parts(self) -> tuple[float, float, float, float]:
        """In the order of the sets."""
        return (self.related, self.changers, self.moves, self.ratings)


JOINT = Emphasis(1.25, 1.25, 1, 14, preparation=0.1, evenness=0.01)
"""What the order of feasibility is fitted with: every set. The sets name few moves upward that failed, so they
cannot tell what preparation costs; reason demands that it counts, and the floor is what the sets bear."""
ALIKE = Emphasis(1, 0, 0.5, 1, evenness=0.06)
"""What the order of similarity is fitted with: relatedness first, and near equal weights, good for the others."""
ONLY = {
    "related": Emphasis(1, 0, 0, 0),
    "changers": Emphasis(0, 1, 0, 0),
    "moves": Emphasis(0, 0, 1, 0),
    "ratings": Emphasis(0, 0, 0, 1),
}
"""The same model fitted to one set alone: the bound for that set."""


@dataclass(frozen=True, slots=True)
class Split:
    """Which roles may be learned from: O*NET occupations, sets of moves, rated pairs."""

    onet: np.ndarray
    sets: np.ndarray
    pairs: np.ndarray


def fit(inputs: Inputs, emphasis: Emphasis, split: Split | None = None, columns: Sequence[int] | None = None) -> Floats:
    """The weights, adding up to 1. Pairs count whose both ends may be learned from."""
    split = split or everything(inputs)
    kept = list(range(inputs.width)) if columns is None else list(columns)
    floors = np.array([emphasis.preparation if COMPONENTS[at] == "preparation" else 0.0 for at in kept])
    found = np.zeros(inputs.width)
    found[kept] = 1 / len(kept)
    # A score is divided by the total trust, which depends on the weights: fit, then fit again under the new total.
    for _ in range(ROUNDS):
        weights = _descend(_losses(inputs, split, found, kept), emphasis, floors)
        found[kept] = weights / weights.sum()
    return found


def _losses(inputs: Inputs, split: Split, weights: Floats, kept: Sequence[int]) -> list[Loss]:
    judged = inputs.judged
    onet, esco = inputs.onet.parts(weights)[..., kept], inputs.esco.parts(weights)[..., kept]
    members = judged.members().astype(np.float32)
    moves = np.einsum("ip,pqk,jq->ijk", members, esco, members, optimize=True)
    both = [np.outer(side, side) & ~np.eye(len(side), dtype=bool) for side in (split.onet, split.sets)]
    rated = esco[judged.origins[split.pairs], judged.destinations[split.pairs]].astype(np.float64)
    return [
        _choice(onet, judged.related, both[0]),
        _choice(onet, judged.changers, both[0]),
        _choice(moves, judged.moves, both[1]),
        _squares(rated, judged.ratings[split.pairs]),
    ]


def everything(inputs: Inputs) -> Split:
    """Learn from every role."""
    sizes = (len(inputs.judged.onet), len(inputs.judged.sets), len(inputs.judged.ratings))
    return Split(*(np.ones(size, dtype=bool) for size in sizes))


def folds(inputs: Inputs, count: int, seed: int) -> tuple[list[Split], list[Split]]:
    """Splits by role: what each fold learns from (both ends outside), and whose origins it is then scored on."""
    rng = np.random.default_rng(seed)
    judged = inputs.judged
    onet, sets = rng.integers(0, count, len(judged.onet)), rng.integers(0, count, len(judged.sets))
    esco = rng.integers(0, count, len(judged.esco))
    start, end = esco[judged.origins], esco[judged.destinations]
    learn = [Split(onet != fold, sets != fold, (start != fold) & (end != fold)) for fold in range(count)]
    score = [Split(onet == fold, sets == fold, start == fold) for fold in range(count)]
    return learn, score


def _descend(losses: Sequence[Loss], emphasis: Emphasis, floors: Floats) -> Floats:
    width = len(floors)
    point = np.concatenate([np.full(width, 0.6), _SCALES])
    mean, square = np.zeros_like(point), np.zeros_like(point)
    for step in range(1, STEPS + 1):
        slope = np.zeros_like(point)
        for at, (loss, amount) in enumerate(zip(losses, emphasis.parts(), strict=True)):
            if amount:
                by_weight, by_scale = loss(point[:width], float(point[width + at]))
                slope[:width] += amount * by_weight
                slope[width + at] += amount * by_scale
        slope[:width] += 2 * RIDGE * point[:width]
        slope[:width] += 2 * emphasis.evenness * (point[:width] - point[:width].mean())
        mean = 0.9 * mean + 0.1 * slope
        square = 0.98 * square + 0.02 * slope**2
        rate = _RATE * (1.0 if step < 0.6 * STEPS else 0.3)
        point -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.98**step)) + 1e-8)
        point = np.maximum(point, np.concatenate([np.zeros(width), np.full(4, 0.05)]))
        for at in map(int, np.flatnonzero(floors)):
            others = point[:width].sum() - point[at]
            point[at] = max(point[at], floors[at] / (1 - floors[at]) * others)
    return point[:width]


def _choice(features: Singles, chosen: Floats, allowed: np.ndarray) -> Loss:
    chosen = chosen * allowed
    rows = np.flatnonzero(chosen.any(1))
    flat = np.ascontiguousarray(features[rows], dtype=np.float32).reshape(-1, features.shape[-1])
    open_, share = allowed[rows], chosen[rows] / np.maximum(chosen[rows].sum(1, keepdims=True), 1)

    def slope(weights: Floats, scale: float) -> tuple[Floats, float]:
        if not len(rows):
            return np.zeros_like(weights), 0.0
        scores = (flat @ weights.astype(np.float32)).reshape(share.shape)
        odds = np.where(open_, scale * scores, -np.inf)
        odds = np.exp(odds - odds.max(1, keepdims=True))
        error = (odds / odds.sum(1, keepdims=True) - share) / len(rows)
        return scale * (error.reshape(-1).astype(np.float32) @ flat).astype(np.float64), float((error * scores).sum())

    return slope


def _squares(features: Floats, ratings: Floats) -> Loss:
    wanted = (ratings - ratings.mean()) / max(float(ratings.std()), 1e-9) if len(ratings) else ratings

    def slope(weights: Floats, scale: float) -> tuple[Floats, float]:
        if not len(ratings):
            return np.zeros_like(weights), 0.0
        scores = features @ weights
        scores = scores - scores.mean()
        error = (scale * scores - wanted) / len(ratings)
        return scale * ((error - error.mean()) @ features), float(error @ scores)

    return slope
