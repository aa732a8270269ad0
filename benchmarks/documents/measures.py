"""Recall, precision and the decision "not found", with the calibration cross-validated. Numpy only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.documents.corpus import Question
from graph.snapshot import Snapshot
from reasoning.retrieval.answers import DocumentRequest
from reasoning.retrieval.confidence import Calibration, Features
from reasoning.retrieval.finding import Ranking
from reasoning.retrieval.semantics import Semantics

Floats = npt.NDArray[np.float64]
PENALTY = 0.05
"""Of the squared weights, so that few questions do not make them large."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One question as it was ranked: ids of the first five, features of the first, and whether gold is known."""

    question: Question
    first: tuple[str, ...]
    features: Features | None


def ranked(snapshot: Snapshot, asked: Sequence[Question], semantics: Semantics | None) -> list[Ranked]:
    """Rank all questions."""
    found = []
    for one in asked:
        ranking = Ranking(snapshot, DocumentRequest(one.ask, one.as_of, (one.audience,)), semantics)
        ids = tuple(snapshot.ids[ranking.library.passages[at].node] for at in ranking.order[:5])
        found.append(Ranked(one, ids, ranking.features if ranking.order else None))
    return found


def retrieval(found: Sequence[Ranked]) -> dict[str, float]:
    """Recall at five and precision at one over the questions that have an answer."""
    answerable = [one for one in found if one.question.gold]
    recall = np.mean([bool(one.question.gold & set(one.first)) for one in answerable])
    precision = np.mean([bool(one.first) and one.first[0] in one.question.gold for one in answerable])
    return {"recall_at_5": round(float(recall), 4), "precision_at_1": round(float(precision), 4)}


def fit(found: Sequence[Ranked], threshold: float = 0.5) -> Calibration:
    """Logistic regression by Newton's method, answerable against not."""
    rows = np.array([_row(one) for one in found])
    truth = np.array([bool(one.question.gold) for one in found], dtype=np.float64)
    weights = np.zeros(rows.shape[1])
    penalty = np.diag([0.0, *[PENALTY] * (rows.shape[1] - 1)])
    for _ in range(50):
        odds = 1.0 / (1.0 + np.exp(-rows @ weights))
        slope = rows.T @ (truth - odds) - penalty @ weights
        bend = (rows * (odds * (1 - odds))[:, None]).T @ rows + penalty + 1e-6 * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    bias, share, likeness = (round(float(one), 4) for one in weights)
    return Calibration(bias, (share, likeness), threshold)


def _row(one: Ranked) -> Floats:
    features = one.features or Features(0.0, 0.0)
    return np.array([1.0, features.share, features.likeness])


def decisions(found: Sequence[Ranked], rule: Calibration) -> list[bool]:
    """For each question whether the rule says that the documents answer it."""
    return [one.features is not None and rule.probability(one.features) >= rule.threshold for one in found]


def cross_validated(found: Sequence[Ranked], folds: int, rounds: int) -> dict[str, float]:
    """Precision and recall of "not found", and how many answerable questions keep their answer.

    Folds are stratified; every question is decided by a rule that has not seen it, in each round once.
    """
    truth = np.array([bool(one.question.gold) for one in found])
    said: list[npt.NDArray[np.bool_]] = []
    for seed in range(rounds):
        dice = np.random.default_rng(seed)
        fold = np.zeros(len(found), dtype=int)
        for answer in (True, False):
            members = dice.permutation(np.flatnonzero(truth == answer))
            fold[members] = np.arange(len(members)) % folds
        answered = np.zeros(len(found), dtype=np.bool_)
        for number in range(folds):
            rule = fit([one for one, of in zip(found, fold, strict=True) if of != number])
            held_out = np.flatnonzero(fold == number)
            answered[held_out] = decisions([found[int(at)] for at in held_out], rule)
        said.append(answered)
    refused = ~np.concatenate(said)
    none = ~np.tile(truth, rounds)
    right = int((refused & none).sum())
    return {
        "not_found_precision": round(right / max(int(refused.sum()), 1), 4),
        "not_found_recall": round(right / int(none.sum()), 4),
        "answerable_kept": round(float((~refused & ~none).sum() / (~none).sum()), 4),
    }
