"""graphql-transport-ws: subscriptions over a WebSocket. Text frames, one token a connection, bounded everywhere."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

import orjson
from anyio import to_thread
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from api.answering import codes_of
from api.streaming import Streams
from api.wire import GraphQLRequest, ProtocolError, from_body

PROTOCOL = "graphql-transport-ws"
INIT_SECONDS = 5.0
"""How long a connection may be open before it has begun, and before it has shown a token of ours."""
MAX_OPEN = 8
"""Subscriptions at once on one connection."""
Message = dict[str, Any]
_log = logging.getLogger("cairn.api.requests")


class SocketClosed(Exception):
    """The connection is to be closed with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code, self.reason = code, reason


class SocketEndpoint:
    """Serves one connection."""

    def __init__(self, streams: Streams, origins: tuple[str, ...]) -> None:
        self._streams, self._origins = streams, origins

    async def serve(self, socket: WebSocket) -> None:
        """Accept, run, close with the protocol's code."""
        if PROTOCOL not in socket.scope.get("subprotocols", ()):
            await socket.close(4406, "Subprotocol not acceptable")
            return
        if not self._same_origin(socket):
            await socket.close(4403, "Forbidden")
            return
        await socket.accept(PROTOCOL)
        connection = _Connection(socket, self._streams)
        try:
            await connection.run()
        except SocketClosed as closed:
            if socket.client_state is WebSocketState.CONNECTED:
                await socket.close(closed.code, closed.reason)
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            await connection.end()

    def _same_origin(self, socket: WebSocket) -> bool:
        """Browsers always name an origin; it must be ours or one that was allowed."""
        origin = socket.headers.get("origin")
        if origin is None or origin in self._origins:
            return True
        try:
            return urlsplit(origin).netloc == socket.headers.get("host")
        except ValueError:
            return False


@dataclass(slots=True)
class _Told:
    """What the log says of a subscription: never who asked, nor what."""

    status: int = 200
    codes: tuple[str, ...] = ()


class _Connection:
    """The state of one connection: who it is, and what runs."""

    def __init__(self, socket: WebSocket, streams: Streams) -> None:
        self._socket, self._streams = socket, streams
        self._authorization: str | None = socket.headers.get("authorization")
        self._id, self._asked = secrets.token_hex(8), 0
        self._running: dict[str, asyncio.Task[None]] = {}
        self._ready = self._known = False

    async def run(self) -> None:
        until = asyncio.get_running_loop().time() + INIT_SECONDS
        while True:
            try:
                async with asyncio.timeout_at(None if self._known else until):
                    message = await self._receive()
            except TimeoutError:
                if self._ready:
                    raise SocketClosed(4401, "Unauthorized") from None
                raise SocketClosed(4408, "Connection initialisation timeout") from None
            await self._handle(message)

    async def end(self) -> None:
        """Stop everything that runs."""
        tasks = list(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _receive(self) -> Message:
        event = await self._socket.receive()
        if event["type"] != "websocket.receive":
            raise WebSocketDisconnect(event.get("code", 1005))
        text = event.get("text")
        if text is None or len(text) > self._streams.limits.body_bytes:
            raise SocketClosed(4400, "Messages are JSON texts of bounded size")
        try:
            message = orjson.loads(text)
        except orjson.JSONDecodeError:
            raise SocketClosed(4400, "Invalid JSON") from None
        if not isinstance(message, dict) or not isinstance(message.get("type"), str):
            raise SocketClosed(4400, "Invalid message")
        return message

    async def _handle(self, message: Message) -> None:
        match message["type"]:
            case "connection_init":
                await self._initialise(message.get("payload"))
            case "ping":
                await self._send({"type": "pong"})
            case "pong":
                return
            case "subscribe":
                self._subscribe(message)
            case "complete":
                task = self._running.pop(str(message.get("id")), None)
                if task is not None:
                    task.cancel()
            case _:
                raise SocketClosed(4400, "Unknown type of message")

    async def _initialise(self, payload: object) -> None:
        if self._ready:
            raise SocketClosed(4429, "Too many initialisation requests")
        if isinstance(payload, Mapping):
            given = next((value for name, value in payload.items() if str(name).lower() == "authorization"), None)
            self._authorization = given if isinstance(given, str) else self._authorization
        self._ready = True
        self._known = await to_thread.run_sync(self._streams.knows, self._authorization)
        await self._send({"type": "connection_ack"})

    def _subscribe(self, message: Message) -> None:
        key = message.get("id")
        if not self._ready:
            raise SocketClosed(4401, "Unauthorized")
        if not isinstance(key, str) or not key:
            raise SocketClosed(4400, "A subscription has an id")
        if key in self._running:
            raise SocketClosed(4409, "A subscription of that id exists")
        if len(self._running) >= MAX_OPEN:
            raise SocketClosed(4429, "Too many subscriptions")
        try:
            request = from_body(orjson.dumps(message.get("payload")), self._streams.limits)
        except (ProtocolError, orjson.JSONEncodeError):  # the latter for what is nested beyond all bounds
            raise SocketClosed(4400, "Invalid payload") from None
        self._asked += 1
        self._running[key] = asyncio.create_task(self._stream(key, request, f"{self._id}-{self._asked}"))

    async def _stream(self, key: str, request: GraphQLRequest, request_id: str) -> None:
        """Run one subscription; at its end, however it came, there is one line in the log."""
        started, told = time.perf_counter(), _Told()
        try:
            await self._streamed(key, request, request_id, told)
        except (WebSocketDisconnect, RuntimeError):  # nobody is there any more to be told
            self._ended(key)
        finally:
            milliseconds = (time.perf_counter() - started) * 1000
            _log.info(
                "request=%s method=WS status=%d ms=%.1f operation=subscription codes=%s",
                request_id, told.status, milliseconds, ",".join(told.codes) or "-",
            )  # fmt: skip

    async def _streamed(self, key: str, request: GraphQLRequest, request_id: str, told: _Told) -> None:
        try:
            results = await self._streams.open(request, self._authorization, request_id)
        except ProtocolError as error:
            self._ended(key)
            told.status, told.codes = error.status, (error.code,)
            await self._send({"id": key, "type": "error", "payload": error.body()["errors"]})
            return
        try:
            async for result in results:
                told.codes += codes_of(cast("list[Mapping[str, object]]", result.get("errors") or []))
                await self._send({"id": key, "type": "next", "payload": result})
        finally:
            await results.aclose()
            self._ended(key)
        await self._send({"id": key, "type": "complete"})

    def _ended(self, key: str) -> None:
        """Free the id, unless it was completed early and stands for another subscription by now."""
        if self._running.get(key) is asyncio.current_task():
            del self._running[key]

    async def _send(self, message: Message) -> None:
        await self._socket.send_text(orjson.dumps(message).decode())
