"""A running Cairn in this process: snapshots, token verification, GraphQL. Used by serve, query and demo."""

from __future__ import annotations

import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson
import uvicorn

from api.answering import Asked, GraphQLService
from api.cli.asking import Ask, Json, data_of
from api.cli.console import err
from api.cli.opening import now
from api.composition import compose
from api.development_issuer import DevelopmentIssuer
from api.embedding import semantics
from api.http import HttpOptions, create_app
from api.limits import Limits
from api.narration.configured import narration_of
from api.ports import Deps
from api.readiness import Readiness
from api.recording.configured import recording
from api.schema.build import build_schema
from api.settings import Settings
from api.tokens import FixedKey, JwksKeys, TokenRules, TokenVerifier
from graph.refresh import SnapshotSource
from graph.store import GraphStore
from ontology.errors import PortInUse, SettingInvalid
from reasoning.prepare import prepare

LARGEST_MESSAGE = 4 * Limits().body_bytes
"""Bytes of a WebSocket message that are read at all (a character has up to four); the server's own bound is 16 MiB."""


@contextmanager
def composed(store: GraphStore, settings: Settings) -> Iterator[Deps]:
    """The use cases' dependencies over the store, with the snapshot kept fresh in the background."""
    with SnapshotSource(
        store,
        clock=now,
        poll_seconds=settings.refresh_seconds,
        staleness_seconds=settings.staleness_seconds,
        directory=settings.data_dir / "snapshots",
        prepare=prepare,
        kept=settings.snapshots_kept,
    ) as snapshots:
        narration = narration_of(settings, now)
        try:
            with recording(store, settings, now, snapshots.keep) as answers:
                yield compose(
                    store,
                    snapshots,
                    staleness_bound_seconds=settings.staleness_seconds,
                    clock=now,
                    narration=narration,
                    semantics=semantics(),
                    answers=answers,
                )
        finally:
            if narration is not None:
                narration.close()


def verifier(settings: Settings, issuer: DevelopmentIssuer | None) -> TokenVerifier:
    """Whom to believe: the development issuer when there is one, else the configured issuer.

    Raises ``SettingInvalid`` when neither is there: a service that believes nobody helps nobody.
    """
    if issuer is not None:
        return issuer.verifier()
    if settings.token_issuer is None or (settings.jwks_url is None and settings.token_key_file is None):
        raise SettingInvalid(
            "No token issuer is configured.",
            remedy="Set CAIRN_TOKEN_ISSUER with CAIRN_JWKS_URL or CAIRN_TOKEN_KEY_FILE; to try it, use `--dev-issuer`.",
        )
    rules = TokenRules(issuer=settings.token_issuer, audience=settings.token_audience)
    if settings.jwks_url is not None:
        return TokenVerifier(rules, JwksKeys(settings.jwks_url))
    assert settings.token_key_file is not None
    return TokenVerifier(rules, FixedKey.from_file(settings.token_key_file))


def in_process(deps: Deps, issuer: DevelopmentIssuer, token: str) -> Ask:
    """Ask the GraphQL service of this process, through the same checks as over HTTP; only cost has no bound here."""
    service = GraphQLService(build_schema(), deps, issuer.verifier(), limits=Limits(cost=sys.maxsize))

    def ask(text: str, variables: Mapping[str, object]) -> Json:
        body = orjson.dumps({"query": text, "variables": dict(variables)})
        reply = service.reply(Asked("POST", "application/graphql-response+json", f"Bearer {token}", body, (), "cli"))
        return data_of(reply.body)

    return ask


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the service answers."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """Base address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def server(deps: Deps, settings: Settings, tokens: TokenVerifier, issuer: DevelopmentIssuer | None) -> uvicorn.Server:
    """The HTTP server, not started yet."""
    options = HttpOptions(streams_per_caller=settings.streams_per_caller)
    app = create_app(deps, tokens, readiness=Readiness(deps, [settings.tenant]), issuer=issuer, options=options)
    config = uvicorn.Config(
        app, host=settings.host, port=settings.port, log_level="warning", access_log=False, ws_max_size=LARGEST_MESSAGE
    )
    return uvicorn.Server(config)


def listener(settings: Settings) -> socket.socket:
    """A bound socket, so that a port in use is one clear message before anything starts."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((settings.host, settings.port))
    except OSError:
        bound.close()
        raise PortInUse(
            f"Cannot listen on {settings.host} port {settings.port}.",
            remedy="Stop what uses it, or choose another with --port (0 takes any free one).",
            port=settings.port,
        ) from None
    return bound


def listening(bound: socket.socket, settings: Settings) -> Listening:
    """The address of a bound socket."""
    return Listening(settings.host, int(bound.getsockname()[1]))


@contextmanager
def serving(http: uvicorn.Server, bound: socket.socket) -> Iterator[None]:
    """Run the server in a thread until the block ends; returns once it answers."""
    thread = threading.Thread(target=http.run, kwargs={"sockets": [bound]}, name="cairn-http", daemon=True)
    thread.start()
    try:
        while not http.started:
            if not thread.is_alive():
                raise PortInUse("The HTTP server did not start.", remedy="See the messages above.")
            time.sleep(0.02)
        yield
    finally:
        http.should_exit = True
        thread.join(timeout=10)


@contextmanager
def stoppable() -> Iterator[None]:
    """Ctrl-C and SIGTERM end the block cleanly: the service stops, the store closes, status 0."""
    previous = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        err.print("\ncairn: stopped.")
    finally:
        signal.signal(signal.SIGTERM, previous)


def wait() -> None:
    """Do nothing until a signal ends it."""
    while True:
        time.sleep(3600)


def issuer_of(settings: Settings) -> DevelopmentIssuer:
    """The development issuer of the data directory."""
    return DevelopmentIssuer.in_directory(Path(settings.data_dir), settings.token_audience)
