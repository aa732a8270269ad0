"""Likeness of meaning: each sentence of a passage against the question. The vectors come from outside.

Nothing here loads a model; ``Embed`` is given by the composition root, and without one search is lexical.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.retrieval.library import Library, Mask

Vectors: TypeAlias = npt.NDArray[np.float32]
Embed: TypeAlias = Callable[[Sequence[str]], Vectors]
"""Unit vectors of texts, one row each; the same text gives the same vector."""

MOST_REMEMBERED = 200_000


class VectorsUnavailable(Exception):
    """What an ``Embed`` raises when its model cannot be loaded or fails; it has logged why."""


class Semantics:
    """Vectors of sentences, remembered by text so that a new snapshot embeds only what is new."""

    def __init__(self, embed: Embed) -> None:
        self._embed = embed
        self._known: dict[str, Vectors] = {}

    def table(self, snapshot: Snapshot) -> Vectors:
        """A row for every sentence of the library of the snapshot."""
        texts, _ = derived(snapshot, Library).sentences
        return self._vectors(texts)

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        """A row for each text. Several threads may ask at once: each works on what it found itself."""
        found = {text: vector for text in texts if (vector := self._known.get(text)) is not None}
        new = [text for text in dict.fromkeys(texts) if text not in found]
        if new:
            made = dict(zip(new, self._embed(new), strict=True))
            if len(self._known) + len(made) > MOST_REMEMBERED:
                self._known = {}
            self._known |= made
            found |= made
        return np.stack([found[text] for text in texts]) if texts else np.zeros((0, 1), dtype=np.float32)

    def likeness(self, snapshot: Snapshot, question: str, among: Mask) -> tuple[Vectors, Vectors] | None:
        """Cosine of each sentence, and the best one of each passage (-1 for those that are no candidates).

        None when the vectors cannot be had: then the answer is by words alone, and says so.
        """
        try:
            return self._likeness(snapshot, question, among)
        except VectorsUnavailable:
            return None

    def _likeness(self, snapshot: Snapshot, question: str, among: Mask) -> tuple[Vectors, Vectors]:
        library = derived(snapshot, Library)
        _, owners = library.sentences
        best = np.full(len(library), -1.0, dtype=np.float32)
        table = derived(snapshot, self.table)
        if not len(table):
            return np.zeros(0, dtype=np.float32), best
        cosines = np.round(table @ self._embed([question])[0], 5).astype(np.float32)
        np.maximum.at(best, owners, cosines)
        best[~among] = -1.0
        return cosines, best

    def to_texts(self, texts: Sequence[str], question: str) -> Vectors | None:
        """Cosine of each text as a whole; None when the vectors cannot be had."""
        try:
            table, asked = self._vectors(texts), self._embed([question])[0]
        except VectorsUnavailable:
            return None
        return np.asarray(np.round(table @ asked, 5), dtype=np.float32)
