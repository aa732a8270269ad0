"""Topics: the main directions in which the words of occupations vary, and any text's place among them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reasoning.transitions.sparse import Floats, Table, product
from reasoning.transitions.words import numbered, vocabulary

TOPICS = 50


@dataclass(frozen=True, slots=True)
class Topics:
    """Unit vectors of the documents, and what places another text: the weighed words and the directions."""

    vectors: Floats
    vocabulary: Mapping[str, int]
    rarity: Floats
    words: Floats

    def likeness(self) -> Floats:
        """Cosine between the documents."""
        return self.vectors @ self.vectors.T

    def place(self, texts: Sequence[Mapping[str, float]]) -> Floats:
        """Unit vectors of other texts."""
        found = np.zeros((len(texts), self.words.shape[1]), dtype=np.float32)
        for row, text in enumerate(texts):
            known = [(self.vocabulary[word], count) for word, count in text.items() if word in self.vocabulary]
            if known:
                columns, counts = (np.array(part) for part in zip(*known, strict=True))
                found[row] = ((1 + np.log(counts)) * self.rarity[columns]).astype(np.float32) @ self.words[columns]
        return _unit(found)


def topics(texts: Sequence[Mapping[str, float]]) -> Topics:
    """The topics of the texts, by the eigenvectors of their likeness."""
    rows, width = numbered(texts)
    table = Table.of(rows, width)
    rarity = table.rarity()
    weighed = (1 + np.log(table.values)) * rarity[table.columns]
    norms = np.sqrt(np.bincount(table.rows, weighed**2, table.height))
    scaled = table.with_values(weighed / np.maximum(norms, 1e-9)[table.rows])
    values, vectors = np.linalg.eigh(product(scaled, scaled).astype(np.float64))
    kept = min(TOPICS, len(texts))
    strength = np.sqrt(np.maximum(values[-kept:], 1e-9))
    directions = vectors[:, -kept:]
    words = np.zeros((width, kept), dtype=np.float64)
    np.add.at(words, scaled.columns, scaled.values[:, None] * (directions / strength)[scaled.rows])
    return Topics(_unit(directions * strength), vocabulary(texts), rarity, words.astype(np.float32))


def _unit(values: npt.NDArray[np.floating[Any]]) -> Floats:
    scaled = values / np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-9)
    return np.asarray(scaled, dtype=np.float32)
