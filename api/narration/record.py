"""What comes back from a narration: each claim's wording or the codes why there is none, and what it cost."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from reasoning.evidence import Claim
from reasoning.narrators.templates import render
from reasoning.style import DEFAULT_STYLE, Length, Style
from reasoning.wording import check_text

LANGUAGES = {"en": "English", "de": "German", "fr": "French"}


@dataclass(frozen=True, slots=True)
class Voice:
    """How sentences sound and are checked. ``known`` are labels that a sentence names only if its claim does."""

    style: Style = DEFAULT_STYLE
    known: frozenset[str] = frozenset()

    def sentence(self, claim: Claim) -> str:
        """The template's sentence."""
        return render(claim, self.style)

    def check(self, claim: Claim, text: str) -> list[str]:
        """The codes for which a sentence may not be released."""
        return check_text(claim, text, exact=False, style=self.style, known=self.known)

    def masked(self, people: Mapping[str, str]) -> Voice:
        """The same with other names for people (``people``: the new name of each caption)."""
        reader = self.style.reader
        known = frozenset(people.get(label, label) for label in self.known)
        return Voice(replace(self.style, reader=people.get(reader, reader) if reader else None), known)

    @property
    def language(self) -> str:
        """The language's English name, for the prompt."""
        return LANGUAGES[self.style.language]

    @property
    def manner(self) -> str:
        """Who reads it and how much, for the prompt; empty for what is usual."""
        length = "" if self.style.length is Length.NORMAL else f"{self.style.length}, "
        return f"{length}for a reader who is: {self.style.audience}"


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
