"""HTTP: the FastAPI application. It moves bytes between sockets and the GraphQL service and decides nothing else."""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field

import anyio
import orjson
from anyio import to_thread
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import WebSocketRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.answering import Asked, GraphQLService, Reply, refused
from api.console import CONSOLE_HEADERS, console_file
from api.development_issuer import DevelopmentIssuer, jwks_json
from api.event_stream import event_stream, wants_events
from api.explain_endpoint import ExplainEndpoint
from api.explain_endpoint import documents as explain_documents
from api.limits import Limits
from api.negotiation import GRAPHQL_JSON, PLAIN_JSON, readable_body, response_type
from api.persisted import PersistedOperations
from api.ports import Deps
from api.readiness import Readiness
from api.schema.build import build_schema
from api.streaming import PER_CALLER, Streams
from api.tokens import TokenVerifier
from api.websocket import SocketEndpoint
from api.wire import ProtocolError, from_body

GRAPHQL_PATH = "/graphql"
EXPLAIN_PATH = "/explain"
CONSOLE_PATH = "/graphiql"
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_SECURITY_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"same-origin"),
)

_log = logging.getLogger("cairn.api.requests")


@dataclass(frozen=True, slots=True)
class HttpOptions:
    """How the application serves. ``waiting`` requests at most queue behind ``workers`` busy threads."""

    limits: Limits = field(default_factory=Limits)
    workers: int = 8
    waiting: int = 64
    body_seconds: float = 10.0
    introspection: bool = True
    console: bool = True
    cors_origins: tuple[str, ...] = ()
    trusted_documents: tuple[str, ...] = ()
    trusted_documents_only: bool = False
    streams_per_caller: int = PER_CALLER


Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def create_app(
    deps: Deps,
    verifier: TokenVerifier,
    *,
    readiness: Readiness,
    options: HttpOptions | None = None,
    issuer: DevelopmentIssuer | None = None,
    lifespan: Lifespan | None = None,
) -> FastAPI:
    """The application. Serves the development issuer's keys only when one is given."""
    chosen = options or HttpOptions()
    trusted = (*chosen.trusted_documents, *explain_documents())
    persisted = PersistedOperations(trusted=trusted, trusted_only=chosen.trusted_documents_only)
    schema = build_schema()
    service = GraphQLService(
        schema,
        deps,
        verifier,
        limits=chosen.limits,
        persisted=persisted,
        introspection=chosen.introspection,
    )
    app = FastAPI(title="Cairn", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    streams = Streams(service, schema, deps, verifier, per_caller=chosen.streams_per_caller)
    endpoint = GraphQLEndpoint(service, streams, chosen)
    app.add_route(GRAPHQL_PATH, endpoint)  # type: ignore[arg-type]  # any ASGI app will do
    app.add_route(EXPLAIN_PATH, ExplainEndpoint(endpoint))  # type: ignore[arg-type]  # as above
    app.router.routes.append(WebSocketRoute(GRAPHQL_PATH, SocketEndpoint(streams, chosen.cors_origins).serve))
    _add_health(app, readiness)
    if chosen.console:
        app.add_route(CONSOLE_PATH, _console, methods=["GET"])
        app.add_route(CONSOLE_PATH + "/{name}", _console, methods=["GET"])
    if issuer is not None:
        keys = jwks_json(issuer)
        app.add_route("/.well-known/jwks.json", lambda _: _json(200, keys), methods=["GET"])
    if chosen.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(chosen.cors_origins),
            allow_methods=["GET", "POST"],
            allow_headers=["authorization", "content-type", "x-request-id"],
        )
    app.add_middleware(RequestFrame)
    return app


class RequestFrame:
    """Gives every request an id and every response the security headers. The outermost layer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wrap ``send`` for HTTP, pass everything else."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"x-request-id"), "")
        request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        scope.setdefault("state", {})["request_id"] = request_id

        async def send_framed(message: Message) -> None:
            if message["type"] == "http.response.start":
                framed = [*_SECURITY_HEADERS, (b"x-request-id", request_id.encode("latin-1"))]
                message["headers"] = [*message.get("headers", ()), *framed]
            await send(message)

        await self._app(scope, receive, send_framed)


class GraphQLEndpoint:
    """The ASGI endpoint: reads the body within its bound, hands it to a worker thread, writes the reply."""

    def __init__(self, service: GraphQLService, streams: Streams, options: HttpOptions) -> None:
        self._service, self.streams = service, streams
        self._options = options
        self._limiter: anyio.CapacityLimiter | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request and write one log line."""
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        started = time.perf_counter()
        request = Request(scope, receive)
        request_id: str = scope["state"]["request_id"]
        try:
            streamed = await self._streamed(request, request_id)
            reply = streamed if isinstance(streamed, Reply) else await self._reply(request, request_id)
        except ClientDisconnect:
            return
        if isinstance(streamed, Response):
            _log.info("request=%s method=%s status=200 operation=subscription", request_id, request.method)
            await streamed(scope, receive, send)
            return
        milliseconds = (time.perf_counter() - started) * 1000
        _log.info(
            "request=%s method=%s status=%d ms=%.1f operation=%s tenant=%s codes=%s",
            request_id, request.method, reply.status, milliseconds, (reply.operation or "-")[:64], reply.tenant or "-",
            ",".join(reply.codes) or "-",
        )  # fmt: skip
        headers = {"Vary": "Accept", "Cache-Control": "no-store", **reply.headers}
        content_type = f"{reply.media_type}; charset=utf-8"
        await Response(reply.body, reply.status, {"Content-Type": content_type, **headers})(scope, receive, send)

    async def _streamed(self, request: Request, request_id: str) -> Response | Reply | None:
        """A subscription as events, or why not; None for every request that is answered at once."""
        if request.method != "POST" or not wants_events(request.headers.get("accept")):
            return None
        authorization = request.headers.get("authorization")
        try:
            asked = from_body(await self.body(request), self._options.limits)
            if not await to_thread.run_sync(self.streams.is_subscription, asked, authorization):
                return None
            return event_stream(await self.streams.open(asked, authorization, request_id))
        except ProtocolError as error:
            media_type = response_type(request.headers.get("accept")) or GRAPHQL_JSON
            return refused(Asked("POST", media_type, authorization, b"", (), request_id), error)

    async def _reply(self, request: Request, request_id: str) -> Reply:
        media_type = response_type(request.headers.get("accept"))
        authorization = request.headers.get("authorization")
        parameters = request.query_params.multi_items()
        empty = Asked(request.method, media_type or PLAIN_JSON, authorization, b"", parameters, request_id)
        try:
            if request.method not in ("GET", "POST"):
                message = "GraphQL is served over GET and POST."
                raise ProtocolError(405, "METHOD_NOT_ALLOWED", message, allow="GET, POST")
            if media_type is None:
                raise ProtocolError(406, "NOT_ACCEPTABLE", f"Answers come as {GRAPHQL_JSON} or {PLAIN_JSON}.")
            body = await self.body(request) if request.method == "POST" else b""
        except ProtocolError as error:
            return refused(empty, error)
        return await self.served(Asked(request.method, media_type, authorization, body, parameters, request_id))

    async def served(self, asked: Asked) -> Reply:
        """The reply of the service, from a worker thread; refused when too many wait for one."""
        try:
            self._admit()
        except ProtocolError as error:
            return refused(asked, error)
        try:
            return await to_thread.run_sync(self._service.reply, asked, limiter=self._workers())
        except Exception as error:  # the edge of the request: whatever it is, it is logged and masked
            logging.getLogger("cairn.api.faults").error("request=%s fault=%s", asked.request_id, type(error).__name__)
            return refused(asked, ProtocolError(500, "INTERNAL", "Unexpected error."))

    async def body(self, request: Request) -> bytes:
        """The body, as JSON in UTF-8 and within its bounds of size and time; raises ``ProtocolError``."""
        read = getattr(request.state, "body_read", None)
        if read is None:
            read = request.state.body_read = await self._read(request)
        return bytes(read)

    async def _read(self, request: Request) -> bytes:
        headers = request.headers
        if not readable_body(headers.get("content-type"), headers.get("content-encoding")):
            message = "Send the body as application/json in UTF-8, not compressed."
            raise ProtocolError(415, "UNSUPPORTED_MEDIA_TYPE", message)
        bound = self._options.limits.body_bytes
        too_large = ProtocolError(413, "PAYLOAD_TOO_LARGE", f"The request is larger than {bound} bytes.")
        if int(length if (length := headers.get("content-length", "")).isdigit() else 0) > bound:
            raise too_large
        received = bytearray()
        try:
            async with asyncio.timeout(self._options.body_seconds):
                async for chunk in request.stream():
                    received += chunk
                    if len(received) > bound:
                        raise too_large
        except TimeoutError:
            raise ProtocolError(408, "REQUEST_TIMEOUT", "The body did not arrive in time.") from None
        return bytes(received)

    def _workers(self) -> anyio.CapacityLimiter:
        if self._limiter is None:
            self._limiter = anyio.CapacityLimiter(self._options.workers)
        return self._limiter

    def _admit(self) -> None:
        if self._workers().statistics().tasks_waiting >= self._options.waiting:
            message = "Too many requests are waiting. Try again soon."
            raise ProtocolError(503, "OVERLOADED", message, retry_after="1")


def _add_health(app: FastAPI, readiness: Readiness) -> None:
    async def healthz(_: Request) -> Response:
        return _json(200, b'{"status":"ok"}')

    async def readyz(_: Request) -> Response:
        state = await to_thread.run_sync(readiness.check)
        return _json(200 if state.ready else 503, orjson.dumps(state.shown()))

    app.add_route("/healthz", healthz, methods=["GET"])
    app.add_route("/readyz", readyz, methods=["GET"])


async def _console(request: Request) -> Response:
    found = console_file(request.path_params.get("name", "index.html"))
    if found is None:
        return _json(404, b'{"errors":[{"message":"There is no such page.","extensions":{"code":"NOT_FOUND"}}]}')
    content, media_type = found
    return Response(content, headers={"Content-Type": media_type, **CONSOLE_HEADERS})


def _json(status: int, body: bytes) -> Response:
    return Response(body, status, {"Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store"})


def paths(options: HttpOptions) -> Sequence[str]:
    """The addresses a person may open, for the terminal."""
    return [GRAPHQL_PATH, CONSOLE_PATH] if options.console else [GRAPHQL_PATH]
