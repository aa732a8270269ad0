"""The narrator that the settings ask for, or none. The client of the provider is loaded only when there is one."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from datetime import datetime

from api.narration.breaker import CircuitBreaker
from api.narration.budget import Allowance, Budget, Prices
from api.narration.calls import Line, SentenceCache
from api.narration.narrator import ModelNarrator, NarrationOptions
from api.settings import Settings
from graph.scope import Purpose
from ontology.errors import SettingInvalid
from reasoning.explaining.model import WordingModel

NO_KEY = "none"
"""What servers that need no key are sent."""


def narration_of(settings: Settings, clock: Callable[[], datetime]) -> ModelNarrator | None:
    """A narrator when a key or an address is set. Raises ``SettingInvalid`` for a purpose that does not exist."""
    purposes = _listed(settings.model_off_purposes)
    if unknown := purposes - set(map(str, Purpose)):
        raise SettingInvalid(
            f"CAIRN_MODEL_OFF_PURPOSES names {', '.join(sorted(unknown))[:80]}, which is no purpose.",
            remedy=f"Use {', '.join(Purpose)}.",
        )
    model = _model(settings)
    if model is None:
        return None
    allowance = Allowance(settings.model_daily_tokens, settings.model_daily_cost, settings.model_caller_share)
    prices = Prices(settings.model_price_in, settings.model_price_out)
    return ModelNarrator(
        Line(
            model,
            CircuitBreaker(time.monotonic),
            Budget(allowance, prices, clock),
            SentenceCache(),
            settings.model_rewordings,
        ),
        NarrationOptions(
            deadline_seconds=settings.model_deadline_seconds,
            waiting=settings.model_waiting,
            parallel_calls=settings.model_parallel,
            claims_per_call=settings.model_claims_per_call,
            off_tenants=_listed(settings.model_off_tenants),
            off_purposes=purposes,
            salt=secrets.token_hex(8),
        ),
    )


def _model(settings: Settings) -> WordingModel | None:
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key is not None else ""
    if not key and not settings.openai_base_url:
        return None
    # Importing the client takes about a second; nobody without a model shall wait for it.
    from api.narration.openai_model import Connection, OpenAIModel

    return OpenAIModel(
        Connection(
            model=settings.model,
            api_key=key or NO_KEY,
            base_url=settings.openai_base_url or None,
            temperature=settings.model_temperature,
            retries=settings.model_retries,
            read_seconds=0.75 * settings.model_deadline_seconds,
            stream=settings.model_stream,
        )
    )


def _listed(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part.strip())
