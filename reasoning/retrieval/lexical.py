"""BM25 over the candidates alone: what the caller may not read does not even change how rare a word is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reasoning.retrieval.library import Mask
from reasoning.retrieval.word_index import WordIndex
from reasoning.retrieval.words import words

K1, B = 1.2, 0.6


@dataclass(frozen=True, slots=True)
class LexicalScores:
    """BM25 of each passage (0 for those that are no candidates), and how much of the question each one has.

    ``shares``: rarity-weighted share of the question's words that stand in the passage, 0 to 1.
    """

    scores: npt.NDArray[np.float64]
    shares: npt.NDArray[np.float64]


def lexical_scores(library: WordIndex, question: str, among: Mask) -> LexicalScores:
    """Score the candidates for the question."""
    scores, shares = np.zeros(len(library)), np.zeros(len(library))
    total = int(among.sum())
    if not total:
        return LexicalScores(scores, shares)
    average = float(library.lengths[among].mean()) or 1.0
    weight = 0.0
    for word in sorted(set(words(question))):
        numbers, frequencies = library.postings.get(word, (np.zeros(0, np.int64), np.zeros(0)))
        held = among[numbers]
        numbers, frequencies = numbers[held], frequencies[held]
        rarity = float(np.log(1.0 + (total - len(numbers) + 0.5) / (len(numbers) + 0.5)))
        weight += rarity
        norm = K1 * (1.0 - B + B * library.lengths[numbers] / average)
        scores[numbers] += rarity * frequencies * (K1 + 1.0) / (frequencies + norm)
        shares[numbers] += rarity
    return LexicalScores(np.round(scores, 6), np.round(shares / weight, 6) if weight else shares)
