"""Persisted operations by hash (APQ): a client sends a text once and its hash from then on. Memory is bounded."""

from __future__ import annotations

import threading
from collections import OrderedDict
from hashlib import sha256

KEPT = 1_000


class PersistedOperations:
    """Texts by the SHA-256 of their bytes; the ones used least recently are forgotten.

    With ``trusted_only`` nothing is learned from clients and texts they send are refused.
    """

    def __init__(self, *, kept: int = KEPT, trusted: tuple[str, ...] = (), trusted_only: bool = False) -> None:
        self._kept = max(kept, len(trusted))
        self._texts = OrderedDict((hash_of(text), text) for text in trusted)
        self._trusted = frozenset(self._texts)
        self._lock = threading.Lock()
        self.trusted_only = trusted_only

    def find(self, digest: str) -> str | None:
        """The text with this hash, or None."""
        with self._lock:
            text = self._texts.get(digest)
            if text is not None:
                self._texts.move_to_end(digest)
            return text

    def trusts(self, text: str) -> bool:
        """Whether the operator, not a client, has registered the text."""
        return hash_of(text) in self._trusted

    def learn(self, text: str) -> None:
        """Keep a text under its hash."""
        if self.trusted_only:
            return
        with self._lock:
            self._texts[hash_of(text)] = text
            while len(self._texts) > self._kept:
                self._texts.popitem(last=False)

    def __len__(self) -> int:
        return len(self._texts)


def hash_of(text: str) -> str:
    """The hash under which a text is kept."""
    return sha256(text.encode()).hexdigest()
