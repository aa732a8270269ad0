"""Texts as words: where each word stands and how often, and how long each text is. It ranks nothing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from reasoning.retrieval.words import words

Weighted = Sequence[tuple[str, float]]
"""Parts of a text, each with how much a word in it counts."""


class WordIndex(ABC):
    """Numbered texts by their words; made when it is first asked for."""

    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def weighted(self) -> Iterator[Weighted]:
        """The texts in their order."""

    @cached_property
    def postings(self) -> dict[str, tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]]:
        """For each word the texts it stands in and its weight there."""
        counts: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for number, parts in enumerate(self.weighted()):
            for text, weight in parts:
                for word in words(text):
                    counts[word][number] += weight
        return {
            word: (np.array(list(held), dtype=np.int64), np.array(list(held.values()), dtype=np.float64))
            for word, held in counts.items()
        }

    @cached_property
    def lengths(self) -> npt.NDArray[np.float64]:
        """Weighted number of words of each text."""
        lengths = np.zeros(len(self), dtype=np.float64)
        for numbers, frequencies in self.postings.values():
            lengths[numbers] += frequencies
        return lengths
