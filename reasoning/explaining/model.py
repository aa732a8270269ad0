"""The port to a language model: it is asked to word a prompt and speaks in pieces. Types only, no client."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from reasoning.explaining.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of a call as the provider counts them; ``exact`` is False where we had to estimate."""

    prompt_tokens: int
    completion_tokens: int
    exact: bool = True


Piece: TypeAlias = str | Usage


class ModelFailedError(Exception):
    """The model gave no usable reply. ``code`` is one of ours; no text of the provider goes along.

    Codes: ``rate_limited``, ``provider_error``, ``connection``, ``timeout``, ``refused``, ``truncated``,
    ``empty_reply``, ``not_json``, ``unexpected`` and ``rejected_request`` (the provider did not accept the call).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class WordingModel(Protocol):
    """A model that words prompts. One implementation per provider surface; a recorded one for tests."""

    @property
    def name(self) -> str:
        """The model as it is recorded with every answer."""
        ...

    def speak(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        """Text in pieces, then the usage. Raises ``ModelFailedError``; may break off after some text."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
