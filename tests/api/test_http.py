"""The application around GraphQL: headers, health, readiness, console, CORS, overload; and once over real sockets."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient

from api.console import console_file
from api.http import create_app
from api.readiness import Readiness
from ontology.errors import StoreUnavailable
from tests.api.company import ACME
from tests.api.conftest import ANN, World
from tests.api.questions import QUESTIONS


def test_every_response_has_an_id_and_the_security_headers(world: World) -> None:
    with world.client() as client:
        for path in ("/healthz", "/readyz", "/graphiql", "/graphql", "/nothing"):
            headers = client.get(path, headers={"X-Request-ID": "trace-7"}).headers
            assert headers["x-request-id"] == "trace-7"
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "no-referrer"
            assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, "evil\tid", "ä"])
def test_ids_that_are_no_ids_are_replaced(world: World, given: str) -> None:
    with world.client() as client:
        made = client.get("/healthz", headers=[(b"X-Request-ID", given.encode())]).headers["x-request-id"]
        assert re.fullmatch(r"[0-9a-f]{16}", made)


def test_health_needs_nothing_and_readiness_everything(world: World) -> None:
    with world.client() as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        ready = {"status": "ready", "checks": {"store": "ok", "snapshot": "ok"}}
        assert (client.get("/readyz").status_code, client.get("/readyz").json()) == (200, ready)
        world.company.store.failure = StoreUnavailable("bolt://secret")
        world.snapshots.stale = True
        response = client.get("/readyz")
        assert response.status_code == 503
        assert response.json()["checks"] == {"store": "STORE_UNAVAILABLE", "snapshot": "STALE_SNAPSHOT"}
        assert "secret" not in response.text
        assert client.get("/healthz").status_code == 200


def test_the_console_works_without_any_network(world: World) -> None:
    with world.client() as client:
        page = client.get("/graphiql")
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'")
        for name in ("index.html", "console.js", "console.css"):
            content = console_file(name)
            assert content is not None
            assert not re.search(rb"https?://", content[0])
            assert client.get(f"/graphiql/{name}").content == content[0]
        assert client.get("/graphiql/..%2F__init__.py").status_code == 404
        assert client.get("/graphiql/other.js").status_code == 404
    with world.client(console=False) as client:
        assert client.get("/graphiql").status_code == 404


def test_the_console_s_examples_are_valid(world: World) -> None:
    found = console_file("console.js")
    assert found is not None
    script = found[0].decode()
    constants = dict(re.findall(r'const (EVIDENCE|PROBLEM) = "(.*)";', script))
    examples = re.findall(r"query: `(.*?)`,|query: \"(.*?)\",", script, re.DOTALL)
    introspection = re.findall(r"const TYPES = `(.*?)`;", script, re.DOTALL)
    assert len(examples) == 5
    with world.client() as client:
        client.headers["Authorization"] = f"Bearer {world.token(ANN)}"
        for text in [*(one or other for one, other in examples), *introspection]:
            for name, value in constants.items():
                text = text.replace(f"${{{name}}}", value)
            answer = client.post("/graphql", json={"query": text}).json()
            codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
            assert codes <= {"BAD_USER_INPUT"}, answer


def test_keys_are_published_only_with_a_development_issuer(world: World) -> None:
    with world.client() as client:
        assert client.get("/.well-known/jwks.json").json() == world.issuer.jwks()
    deps = world.deps
    app = create_app(deps, world.issuer.verifier(), readiness=Readiness(deps, [ACME]))
    with TestClient(app) as client:
        assert client.get("/.well-known/jwks.json").status_code == 404


def test_cross_origin_requests_are_off_until_an_origin_is_named(world: World) -> None:
    preflight = {"Origin": "https://hr.example", "Access-Control-Request-Method": "POST"}
    with world.client() as client:
        assert "access-control-allow-origin" not in client.options("/graphql", headers=preflight).headers
    with world.client(cors_origins=("https://hr.example",)) as client:
        allowed = client.options("/graphql", headers=preflight).headers
        assert allowed["access-control-allow-origin"] == "https://hr.example"
        other = client.options("/graphql", headers={**preflight, "Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in other.headers


def test_nothing_else_is_served(world: World) -> None:
    with world.client() as client:
        for path in ("/docs", "/redoc", "/openapi.json", "/", "/graphql/x"):
            assert client.get(path).status_code == 404


@contextmanager
def running(world: World, **options: Any) -> Iterator[str]:
    """The application under uvicorn on a loopback port."""
    app = world.client(**options).app
    config = uvicorn.Config(app, log_level="error", access_log=False)
    server = uvicorn.Server(config)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


def _lower(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def fetch(url: str, body: bytes, token: str | None) -> tuple[int, dict[str, Any], dict[str, str]]:
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=20) as response:
            return response.status, json.loads(response.read()), _lower(response.headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read()), _lower(error.headers)


def test_the_three_questions_over_real_sockets(world: World) -> None:
    token = world.token(ANN)
    with running(world) as url:
        assert fetch(f"{url}/graphql", b"{}", None)[0] == 401
        for question, (document, given) in QUESTIONS.items():
            body = json.dumps({"query": document, "variables": {"input": given}}).encode()
            status, answer, headers = fetch(f"{url}/graphql", body, token)
            assert status == 200
            assert answer["data"][question]["__typename"].endswith("Answer")
            assert headers["content-type"] == "application/graphql-response+json; charset=utf-8"
        status, answer, _ = fetch(f"{url}/graphql", b" " * 70_000, token)
        assert (status, answer["errors"][0]["extensions"]["code"]) == (413, "PAYLOAD_TOO_LARGE")
        empty = b'{"query": "{ roles(first: 0) { nodes { name } } }"}'
        assert fetch(f"{url}/graphql", empty, token)[0] == 294


def test_a_slow_body_is_not_waited_for(world: World) -> None:
    with (
        running(world, body_seconds=0.3) as url,
        socket.create_connection(("127.0.0.1", int(url.rsplit(":", 1)[1]))) as peer,
    ):
        head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
        peer.sendall(head.encode())
        peer.settimeout(10)
        assert peer.recv(4096).startswith(b"HTTP/1.1 408")


def test_too_many_waiting_requests_are_turned_away_and_health_goes_on(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = threading.Event()
    read = world.company.store.scan

    def slow(*args: Any, **kwargs: Any) -> Any:
        release.wait(20)
        return read(*args, **kwargs)

    world.snapshots.current(ACME)
    monkeypatch.setattr(world.company.store, "scan", slow)
    token, body = world.token(ANN), b'{"query": "{ sources { dataset } }"}'
    answers: list[tuple[int, Any, Any]] = []
    threads: list[threading.Thread] = []
    with running(world, workers=2, waiting=2) as url:
        while not answers and len(threads) < 100:  # asked on until one is turned away, however slow the machine
            threads.append(threading.Thread(target=lambda: answers.append(fetch(f"{url}/graphql", body, token))))
            threads[-1].start()
            time.sleep(0.1)
        status, answer, headers = answers[0]
        assert (status, answer["errors"][0]["extensions"]["code"]) == (503, "OVERLOADED")
        assert headers["retry-after"] == "1"
        with urllib.request.urlopen(f"{url}/healthz", timeout=20) as response:
            assert response.status == 200
        release.set()
        for thread in threads:
            thread.join()
    assert [status for status, *_ in answers].count(200) == 4
    assert {status for status, *_ in answers} == {200, 503}
