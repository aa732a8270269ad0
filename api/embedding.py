"""WordLlama as the source of sentence vectors: weights lie in its wheel, nothing is fetched. Loaded at first use."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from reasoning.retrieval.semantics import Semantics, Vectors, VectorsUnavailable

CONFIG, DIMENSIONS = "l2_supercat", 256

_log = logging.getLogger("cairn.api.embedding")


class WordLlamaVectors:
    """Unit vectors of texts. Calls are serialised: the tokenizer is shared."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._model: Any = None  # wordllama ships no types

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """One row a text."""
        try:
            with self._lock:
                if self._model is None:
                    self._model = _load()
                vectors = self._model.embed(list(texts), norm=True)
        except Exception as error:  # a model is foreign code: whatever it raises, search goes on by words alone
            _log.warning("no vectors (%s): documents are searched by words alone", type(error).__name__)
            raise VectorsUnavailable from None
        return np.nan_to_num(np.asarray(vectors, dtype=np.float32))


def _load() -> Any:  # wordllama ships no types
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    import wordllama  # type: ignore[import-untyped]  # not at the top: half a second and 60 MB for who never asks

    # It sets up logging for the whole process on import, which is not its to do.
    root.handlers[:] = handlers
    root.setLevel(level)
    # With downloads disabled 0.4 looks for its tokenizer in the working directory, not in the package.
    folder = Path(str(wordllama.__file__)).parent
    return wordllama.WordLlama.load(config=CONFIG, dim=DIMENSIONS, cache_dir=folder, disable_download=True)


def semantics() -> Semantics | None:
    """The vectors for hybrid search; None, and a line in the log, where WordLlama is not installed."""
    if find_spec("wordllama") is None:
        _log.warning("wordllama is not installed: documents are searched by words alone")
        return None
    return Semantics(WordLlamaVectors())
