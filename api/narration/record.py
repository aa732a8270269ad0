"""What comes back from a narration: each claim's wording or the codes why there is none, and what it cost."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from reasoning.evidence import Claim


@dataclass(frozen=True, slots=True)
class Voice:
    """How sentences sound and how they are checked: everything that depends on language, audience and length."""

    sentence: Callable[[Claim], str]
    check: Callable[[Claim, str], list[str]]
    language: str = "English"
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Worded:
    """One claim: the model's verified sentence, or None and the codes for which the template must serve."""

    claim_id: str
    text: str | None
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordingRecord:
    """What a narration used, for the audit log and the bill. ``codes`` are those of calls, not of sentences."""

    model: str | None
    prompt_version: str | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0
    exact_usage: bool = True
    cost: float = 0.0
    calls: int = 0
    cached: int = 0
    seconds: float = 0.0
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment on the monotonic clock that everything of one request shares."""

    at: float
    clock: Callable[[], float] = time.monotonic

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float] = time.monotonic) -> Deadline:
        """``seconds`` from now."""
        return cls(clock() + seconds, clock)

    @property
    def left(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self.at - self.clock())
