"""The narrator port: words claims. A narrator proposes text; the verifier decides whether it is released."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reasoning.evidence import Claim


class Narrator(Protocol):
    """Words claims in a locale."""

    @property
    def name(self) -> str:
        """What is recorded as the origin of a sentence."""
        ...

    def word(self, claims: Sequence[Claim], locale: str) -> dict[str, str]:
        """Return one sentence per claim id. A claim it cannot word is left out."""
        ...
