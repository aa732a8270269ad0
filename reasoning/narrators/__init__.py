"""The narrator port: words claims. A narrator proposes text; the verifier decides whether it is released."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reasoning.evidence import Claim
from reasoning.style import Style


class Narrator(Protocol):
    """Words claims in a style."""

    @property
    def name(self) -> str:
        """What is recorded as the origin of a sentence."""
        ...

    def word(self, claims: Sequence[Claim], style: Style) -> dict[str, str]:
        """Return one sentence per claim id, in ``style.language``. A claim it cannot word is left out."""
        ...
