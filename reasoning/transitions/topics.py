"""Topics: the main directions in which the words of occupations vary, and any text's place among them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from reasoning.transitions.sparse import Floats, Table, product
from reasoning.transitions.words import numbered, vocabulary

Doubles: TypeAlias = npt.NDArray[np.float64]

SMALL = 1200
"""Up to this many texts all eigenvectors are computed; of more, the leading ones are found by iteration."""
_ROUNDS = 7
_SPARE = 15


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
        return unit(found)


def topics(texts: Sequence[Mapping[str, float]], count: int) -> Topics:
    """The topics of the texts, ``count`` at most, by the leading eigenvectors of their likeness."""
    rows, width = numbered(texts)
    table = Table.of(rows, width)
    rarity = table.rarity()
    weighed = (1 + np.log(table.values)) * rarity[table.columns]
    norms = np.sqrt(np.bincount(table.rows, weighed**2, table.height))
    scaled = table.with_values(weighed / np.maximum(norms, 1e-9)[table.rows])
    values, directions = _leading(product(scaled, scaled), min(count, len(texts)))
    strength = np.sqrt(np.maximum(values, 1e-9))
    words = np.zeros((width, len(values)), dtype=np.float64)
    np.add.at(words, scaled.columns, scaled.values[:, None] * (directions / strength)[scaled.rows])
    return Topics(unit(directions * strength), vocabulary(texts), rarity, words.astype(np.float32))


def _leading(likeness: Floats, count: int) -> tuple[Doubles, Doubles]:
    """The greatest eigenvalues in ascending order, and their vectors as columns."""
    if len(likeness) <= SMALL:
        values, vectors = np.linalg.eigh(likeness.astype(np.float64))
        return values[len(values) - count :], vectors[:, len(values) - count :]
    # Subspace iteration from a fixed start: the same likenesses give the same topics.
    start = np.random.default_rng(0).standard_normal((len(likeness), count + _SPARE)).astype(np.float32)
    basis = np.linalg.qr(likeness @ start)[0]
    for _ in range(_ROUNDS):
        basis = np.linalg.qr(likeness @ basis)[0]
    values, vectors = np.linalg.eigh((basis.T @ (likeness @ basis)).astype(np.float64))
    return values[_SPARE:], basis @ vectors[:, _SPARE:]


def unit(values: npt.NDArray[np.floating[Any]]) -> Floats:
    """The rows at length 1; zero stays zero."""
    scaled = values / np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-9)
    return np.asarray(scaled, dtype=np.float32)
