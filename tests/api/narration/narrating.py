"""How the tests of this folder ask a model: a narrator over the fault server, and everything it says in one go."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from api.narration.breaker import CircuitBreaker
from api.narration.budget import Allowance, Budget, Prices
from api.narration.calls import Line, SentenceCache
from api.narration.narrator import ModelNarrator, NarrationOptions
from api.narration.openai_model import Connection, OpenAIModel
from api.narration.record import Voice, Worded, WordingRecord
from reasoning.evidence import Claim
from reasoning.explaining.model import WordingModel
from tests.api.narration.model_server import MODEL

NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


def line(model: WordingModel, **given: Any) -> Line:
    """What calls share, with bounds that no test meets by accident."""
    defaults: dict[str, Any] = {
        "breaker": CircuitBreaker(time.monotonic, failures=1000),
        "budget": Budget(Allowance(), Prices(1.0, 4.0), lambda: NOON),
        "cache": SentenceCache(),
        "rewordings": 0,
    }
    return Line(model, **defaults | given)


def narrator(base_url: str, *, deadline: float = 5.0, stream: bool = True, **given: Any) -> ModelNarrator:
    """A narrator over a server."""
    model = OpenAIModel(Connection(MODEL, "key", base_url, temperature=0.0, stream=stream))
    return ModelNarrator(line(model, **given), NarrationOptions(deadline_seconds=deadline))


@dataclass(frozen=True)
class Said:
    """Everything one narration gave back."""

    worded: list[Worded]
    record: WordingRecord
    seconds: float

    @property
    def texts(self) -> dict[str, str]:
        return {one.claim_id: one.text for one in self.worded if one.text is not None}

    @property
    def codes(self) -> set[str]:
        return {code for one in self.worded for code in one.codes}


def say(
    narration: ModelNarrator,
    claims: Sequence[Claim],
    voice: Voice | None = None,
    tenant: str = "acme",
    caller: str = "",
) -> Said:
    """Word the claims, with the clock running."""
    started = time.monotonic()
    *worded, record = narration.word(claims, voice or Voice(), tenant, narration.deadline(), caller)
    seconds = time.monotonic() - started
    assert isinstance(record, WordingRecord)
    assert all(isinstance(one, Worded) for one in worded)
    return Said([one for one in worded if isinstance(one, Worded)], record, seconds)
