"""Average precision, area under the curve and rank correlation, as the judgements are scored. Pure."""

from __future__ import annotations

import numpy as np

from benchmarks.transitions.judgements import Floats


def average_precision(scores: Floats, chosen: Floats) -> float:
    """Mean over origins with a chosen destination of the average precision of ranking all other roles."""
    found = []
    for at in np.flatnonzero(chosen.any(1)):
        row = scores[at].astype(np.float64)
        row[at] = -np.inf
        hits = np.flatnonzero(chosen[at][np.argsort(-row, kind="stable")] > 0)
        found.append(np.mean(np.arange(1, len(hits) + 1) / (hits + 1)))
    return float(np.mean(found))


def recall(scores: Floats, chosen: Floats, first: int = 20) -> float:
    """Mean share of the chosen destinations among the first."""
    found = []
    for at in np.flatnonzero(chosen.any(1)):
        row = scores[at].astype(np.float64)
        row[at] = -np.inf
        found.append(chosen[at][np.argsort(-row, kind="stable")[:first]].sum() / chosen[at].sum())
    return float(np.mean(found))


def area(scores: Floats, chosen: Floats) -> float:
    """Chance that a chosen pair scores higher than one that was not chosen."""
    others = ~np.eye(len(chosen), dtype=np.bool_)
    hit = chosen[others] > 0
    ranks = _ranks(scores[others])
    count = int(hit.sum())
    return float((ranks[hit].sum() - count * (count + 1) / 2) / (count * (len(hit) - count)))


def rank_correlation(one: Floats, other: Floats) -> float:
    """Spearman's rho, ties at their mean rank."""
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: Floats) -> Floats:
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(counts) - (counts - 1) / 2)[place], dtype=np.float64)
