"""A wording model behind any OpenAI-compatible chat completions surface, for both majors of the client.

The only module that imports ``openai`` (which takes over a second); the composition root loads it when a model is
configured. Errors are told apart by type and status, never by text: texts differ between majors and may hold data.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Any

import openai
from openai import AsyncOpenAI, Timeout

from reasoning.explaining.model import ModelFailedError, Piece, Usage
from reasoning.explaining.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Connection:
    """Where the model is and how it is asked. ``temperature`` None: the provider's own."""

    model: str
    api_key: str
    base_url: str | None = None
    temperature: float | None = None
    retries: int = 1
    read_seconds: float = 6.0
    stream: bool = True


class OpenAIModel:
    """Words prompts with chat completions and a strict JSON schema."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._client = AsyncOpenAI(
            api_key=connection.api_key,
            base_url=connection.base_url,
            timeout=Timeout(connection.read_seconds, connect=2.0),
            max_retries=connection.retries,
        )

    @property
    def name(self) -> str:
        """The model's name."""
        return self._connection.model

    async def speak(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        """Text as it comes, then the usage. Raises ``ModelFailedError`` whatever goes wrong."""
        try:
            async with aclosing(self._pieces(prompt)) as pieces:
                async for piece in pieces:
                    yield piece
        except ModelFailedError:
            raise
        except Exception as error:  # the edge to the provider: whatever it is, it has a code
            raise ModelFailedError(_code(error)) from None

    async def _pieces(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        request = self._request(prompt)
        if not self._connection.stream:
            reply = await self._client.chat.completions.create(**request)
            for piece in _whole(reply):
                yield piece
            return
        stream = await self._client.chat.completions.create(
            **request, stream=True, stream_options={"include_usage": True}
        )
        if not hasattr(stream, "__aiter__"):
            raise ModelFailedError("not_json")
        try:
            said = finished = False
            async for chunk in stream:
                for piece in _partial(chunk):
                    said |= isinstance(piece, str)
                    yield piece
                finished |= _finished(chunk)
            if not finished:
                raise ModelFailedError("truncated" if said else "empty_reply")
        finally:
            await _end(stream)

    def _request(self, prompt: Prompt) -> dict[str, Any]:
        chosen = self._connection
        # OpenAI's own newer models refuse `max_tokens`; compatible servers often know nothing else.
        bound = "max_completion_tokens" if chosen.base_url is None else "max_tokens"
        request: dict[str, Any] = {
            "model": chosen.model,
            "messages": [
                {"role": "system", "content": prompt.system},
                {"role": "user", "content": prompt.user},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "sentences", "strict": True, "schema": dict(prompt.schema)},
            },
            bound: prompt.max_tokens,
        }
        if chosen.temperature is not None:
            request["temperature"] = chosen.temperature
        return request

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()


async def _end(stream: Any) -> None:
    """Close the connection, then let the client's nested readers run out: left to the garbage collector they clash."""
    await stream.close()
    with suppress(Exception):  # that nothing is left to read is how they end
        async for _ in stream:
            pass


def _whole(reply: Any) -> list[Piece]:  # a server may answer anything with 200: a str, an object without choices
    choices = getattr(reply, "choices", None)
    if not isinstance(choices, list):
        raise ModelFailedError("not_json")
    if not choices:
        raise ModelFailedError("empty_reply")
    message = choices[0].message
    if getattr(message, "refusal", None):
        raise ModelFailedError("refused")
    if choices[0].finish_reason == "content_filter":
        raise ModelFailedError("refused")
    pieces: list[Piece] = [message.content] if isinstance(message.content, str) and message.content else []
    pieces += _usage(reply)
    return pieces


def _partial(chunk: Any) -> list[Piece]:
    pieces: list[Piece] = []
    for choice in (getattr(chunk, "choices", None) or [])[:1]:
        if getattr(choice.delta, "refusal", None) or choice.finish_reason == "content_filter":
            raise ModelFailedError("refused")
        if isinstance(choice.delta.content, str) and choice.delta.content:
            pieces.append(choice.delta.content)
    return pieces + _usage(chunk)


def _finished(chunk: Any) -> bool:
    return any(choice.finish_reason for choice in getattr(chunk, "choices", None) or [])


def _usage(reply: Any) -> list[Piece]:
    usage = getattr(reply, "usage", None)
    if usage is None:
        return []
    return [Usage(int(usage.prompt_tokens or 0), int(usage.completion_tokens or 0))]


_CODES: Mapping[type[Exception], str] = {
    openai.RateLimitError: "rate_limited",
    openai.APITimeoutError: "timeout",
    openai.APIConnectionError: "connection",
    openai.InternalServerError: "provider_error",
    openai.LengthFinishReasonError: "truncated",
    openai.ContentFilterFinishReasonError: "refused",
    openai.APIStatusError: "rejected_request",
}
"""From the most special type on: the first that fits counts."""


def _code(error: Exception) -> str:
    return next((code for kind, code in _CODES.items() if isinstance(error, kind)), "unexpected")
