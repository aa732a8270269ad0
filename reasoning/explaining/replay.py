"""Recorded replies in the place of a model: for tests and for looking at an old answer again. It never guesses."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping

from reasoning.explaining.model import ModelFailedError, Piece, Usage, WordingModel
from reasoning.explaining.prompt import Prompt


class ReplayModel:
    """Says what was recorded for a prompt, by its digest; a prompt that was not recorded fails."""

    def __init__(self, recorded: Mapping[str, str], name: str = "replay") -> None:
        self._recorded, self._name = recorded, name

    @property
    def name(self) -> str:
        """The name of the model that was recorded."""
        return self._name

    async def speak(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        """The recorded reply in one piece. Raises ``ModelFailedError`` with ``not_recorded``."""
        if prompt.digest not in self._recorded:
            raise ModelFailedError("not_recorded")
        yield self._recorded[prompt.digest]
        yield Usage(0, 0)

    async def close(self) -> None:
        """Nothing is open."""


class RecordingModel:
    """Passes on what another model says and keeps it in ``recorded``, ready for a ``ReplayModel``."""

    def __init__(self, model: WordingModel) -> None:
        self._model = model
        self.recorded: dict[str, str] = {}

    @property
    def name(self) -> str:
        """The other model's name."""
        return self._model.name

    async def speak(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        """What the other model says."""
        said = ""
        async for piece in self._model.speak(prompt):
            said += piece if isinstance(piece, str) else ""
            yield piece
        self.recorded[prompt.digest] = said

    async def close(self) -> None:
        """Close the other model."""
        await self._model.close()
