"""Server-sent events: a stream of results as text/event-stream, framed with LF. It decides nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping

import orjson
from starlette.responses import StreamingResponse

EVENT_STREAM = "text/event-stream"
HEARTBEAT_SECONDS = 10.0


def wants_events(accept: str | None) -> bool:
    """Whether the client names event streams; a wildcard does not."""
    return any(part.split(";")[0].strip().lower() == EVENT_STREAM for part in (accept or "")[:4096].split(","))


def event_stream(results: AsyncGenerator[Mapping[str, object], None]) -> StreamingResponse:
    """The response: an event `next` for each result, then `complete`."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_events(results), media_type=EVENT_STREAM, headers=headers)


async def _events(results: AsyncGenerator[Mapping[str, object], None]) -> AsyncIterator[bytes]:
    """Frames, with a comment now and then so that nobody takes a thinking model for a dead line."""
    pending: asyncio.Task[Mapping[str, object] | None] | None = None
    try:
        while True:
            pending = pending or asyncio.ensure_future(anext(results, None))
            done, _ = await asyncio.wait({pending}, timeout=HEARTBEAT_SECONDS)
            if not done:
                yield b":\n\n"
                continue
            result, pending = pending.result(), None
            if result is None:
                break
            yield b"event: next\ndata: " + orjson.dumps(result) + b"\n\n"
        yield b"event: complete\ndata:\n\n"
    finally:
        if pending is not None:
            pending.cancel()
            await asyncio.wait({pending})
        await results.aclose()
