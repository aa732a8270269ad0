"""Hostile requests: each is refused with a code, fast, and nothing of it comes back or reaches the log."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.limits import Limits
from tests.api.conftest import ANN, World

BOUND_SECONDS = 2.0
"""Generous: other processes share the machine. Without limits these take from 4 seconds to the age of the universe."""


@pytest.fixture
def client(world: World) -> Iterator[TestClient]:
    with world.client() as client:
        client.headers["Authorization"] = f"Bearer {world.token(ANN)}"
        yield client


def post(client: TestClient, query: str, **more: Any) -> tuple[int, dict[str, Any]]:
    started = time.perf_counter()
    response = client.post("/graphql", json={"query": query, **more})
    assert time.perf_counter() - started < BOUND_SECONDS
    answer: dict[str, Any] = response.json()
    return response.status_code, answer


def chain(length: int) -> str:
    links = " ".join(f"fragment F{at} on Query {{ ...F{at + 1} }}" for at in range(length))
    return f"query {{ ...F0 }} {links} fragment F{length} on Query {{ __typename }}"


def bomb(fragments: int) -> str:
    links = " ".join(f"fragment F{at} on Query {{ ...F{at + 1} ...F{at + 1} }}" for at in range(fragments))
    return f"query {{ ...F0 }} {links} fragment F{fragments} on Query {{ __typename }}"


TOO_LARGE = "DOCUMENT_TOO_LARGE"
DOCUMENTS = {
    "fragment bomb of 20": (bomb(20), TOO_LARGE),
    "fragment bomb of 100": (bomb(100), TOO_LARGE),
    "cyclic fragments": (
        "query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "fragment of itself": ("query { ...A } fragment A on Query { ...A }", "GRAPHQL_VALIDATION_FAILED"),
    "deep fields": ("{" + "node{" * 300 + "id" + "}" * 301, None),
    "deep list": ("{ nodes(ids: " + "[" * 700 + "]" * 700 + ") { id } }", None),
    "deep object": ("{ search(input: " + "{a:" * 400 + "1" + "}" * 400 + ") { __typename } }", None),
    "deep type": ("query($a: " + "[" * 700 + "Int" + "]" * 700 + ") { __typename }", None),
    "400 aliases": ("{" + " ".join(f"a{at}: __typename" for at in range(400)) + "}", TOO_LARGE),
    "one field 400 times": ("{ about {" + " version" * 400 + "} }", TOO_LARGE),
    "one field 60 times, many times over": (
        "{ about {" + " ".join("... on About {" + " version" * 19 + "}" for _ in range(20)) + "} }",
        "",
    ),
    "100 directives": ("{ about " + "@include(if: true) " * 100 + "{ version } }", TOO_LARGE),
    "11 questions": (
        "{" + " ".join(f'q{at}: skillGap(input: {{targetRole: "x"}}) {{ __typename }}' for at in range(11)) + "}",
        TOO_LARGE,
    ),
    "pages of pages": (
        "{" + " ".join(f"r{at}: roles(first: 100) {{ nodes {{ name code level family }} }}" for at in range(10)) + "}",
        TOO_LARGE,
    ),
    "3,000 tokens": ("{" + " ".join(f"a{at}" for at in range(3000)) + "}", "GRAPHQL_PARSE_FAILED"),
    "900 unknown fragments": ("{" + " ".join(f"...X{at}" for at in range(900)) + "}", "GRAPHQL_VALIDATION_FAILED"),
    "600 variables": ("query(" + " ".join(f"$v{at}: Int" for at in range(400)) + ") { __typename }", None),
    "null character": ("{ __typename \x00 }", "GRAPHQL_PARSE_FAILED"),
    "text that does not end": ('{ edge(id: "' + "x" * 5000, "GRAPHQL_PARSE_FAILED"),
    "unpaired surrogate escape": ('{ edge(id: "\\uD800") { __typename } }', "GRAPHQL_PARSE_FAILED"),
    "introspection of introspection": (
        "{ __schema { types {" + " fields { type {" * 14 + " name" + " } }" * 14 + " } } }",
        TOO_LARGE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents(client: TestClient, name: str) -> None:
    document, code = DOCUMENTS[name]
    status, answer = post(client, document)
    if code == "":
        assert status == 200
        return
    assert status == 400
    assert "data" not in answer
    codes = {error["extensions"]["code"] for error in answer["errors"]}
    assert len(answer["errors"]) <= 10
    if code is None:
        assert codes <= {TOO_LARGE, "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"}
    else:
        assert codes == {code}


def test_a_chain_of_fragments_is_walked_without_trouble(client: TestClient) -> None:
    assert post(client, chain(50)) == (200, {"data": {"__typename": "Query"}})
    status, answer = post(client, chain(200))
    assert status in (200, 400), answer


BODIES = {
    "2 MB query": (json.dumps({"query": "{ " + "a " * 1_000_000 + "}"}).encode(), 413, "PAYLOAD_TOO_LARGE"),
    "64 KB and a byte": (b" " * 65_537, 413, "PAYLOAD_TOO_LARGE"),
    "invalid UTF-8": (b'{"query": "{ __typename }\xff"}', 400, "BAD_REQUEST"),
    "UTF-16": ('{"query": "{ __typename }"}'.encode("utf-16"), 400, "BAD_REQUEST"),
    "body nested 20,000 deep": (b"[" * 20_000 + b"]" * 20_000, 400, "BAD_REQUEST"),
    "variables nested 5,000 deep": (
        b'{"query": "{ __typename }", "variables": {"a": ' + b"[" * 5_000 + b"]" * 5_000 + b"}}", 400, "BAD_REQUEST"),
    "variables nested 40 deep": (
        b'{"query": "{ __typename }", "variables": {"a": ' + b"[" * 40 + b"]" * 40 + b"}}", 400, "BAD_REQUEST"),
    "not a number": (b'{"query": "{ __typename }", "variables": {"a": NaN}}', 400, "BAD_REQUEST"),
    "a comment": (b'{"query": "{ __typename }" /* x */}', 400, "BAD_REQUEST"),
    "two documents": (b'{"query": "{ __typename }"}{}', 400, "BAD_REQUEST"),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_bodies(client: TestClient, name: str) -> None:
    body, status, code = BODIES[name]
    started = time.perf_counter()
    response = client.post("/graphql", content=body, headers={"Content-Type": "application/json"})
    assert time.perf_counter() - started < BOUND_SECONDS
    assert response.status_code == status
    assert response.json()["errors"][0]["extensions"]["code"] == code


def test_a_body_without_length_is_bounded_too(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(100):
            yield b" " * 10_000

    response = client.post("/graphql", content=chunks(), headers={"Content-Type": "application/json"})
    assert response.status_code == 413


def test_variables_as_deep_as_allowed_pass(client: TestClient) -> None:
    depth = Limits().json_depth - 3
    body = b'{"query": "{ __typename }", "variables": {"a": ' + b"[" * depth + b"]" * depth + b"}}"
    assert client.post("/graphql", content=body, headers={"Content-Type": "application/json"}).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "{ abuot { version } }",
        "{ about { verzion } }",
        "{ roles(frist: 1) { nodes { name } } }",
        "{ search(input: {txt: 1}) { __typename } }",
        'query($i: SerchInput!) { search(input: $i) { __typename } }',
        "{ search(input: {text: \"x\", kinds: [ROLLE]}) { __typename } }",
        "{ search(input: {text: \"x\"}) { ... on SearchAnsver { __typename } } }",
    ],
)  # fmt: skip
def test_no_suggestion_tells_the_schema(world: World, query: str) -> None:
    with world.client(introspection=False) as client:
        client.headers["Authorization"] = f"Bearer {world.token(ANN)}"
        status, answer = post(client, query)
        assert status == 400
        assert "Did you mean" not in json.dumps(answer)


def test_a_wrong_enum_in_a_variable_gets_no_suggestion(client: TestClient) -> None:
    document = 'query($k: [SearchKind!]) { search(input: {text: "x", kinds: $k}) { __typename } }'
    status, answer = post(client, document, variables={"k": ["ROLEE"]})
    assert status == 400
    assert "Did you mean" not in json.dumps(answer)


def test_introspection_can_be_turned_off(world: World) -> None:
    with world.client(introspection=False) as client:
        client.headers["Authorization"] = f"Bearer {world.token(ANN)}"
        assert post(client, "{ __schema { types { name } } }")[0] == 400
        assert post(client, "{ __typename }")[0] == 200


class Secret(Exception):
    """What must not come out."""


def test_faults_are_masked_and_logged_without_their_text(
    client: TestClient, world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*args: object, **kwargs: object) -> object:
        raise Secret("Ann Arbor has a secret at bolt://store:7687")

    monkeypatch.setattr(type(world.company.store), "edges", broken)
    with caplog.at_level(logging.INFO, logger="cairn"):
        response = client.post(
            "/graphql",
            json={"query": 'query Q { skillGap(input: {targetRole: "r-lead"}) { __typename } }'},
            headers={"X-Request-ID": "abc-1"},
        )
    answer = response.json()
    assert answer["errors"][0]["message"] == "Unexpected error."
    assert answer["errors"][0]["extensions"] == {"code": "INTERNAL"}
    faults = [record.getMessage() for record in caplog.records if record.name == "cairn.api.faults"]
    assert len(faults) == 1
    assert faults[0].startswith("request=abc-1 path=skillGap fault=Secret at=test_hostile.py:")
    assert "Arbor" not in caplog.text + response.text
    assert "bolt" not in caplog.text + response.text


def test_bad_requests_write_one_line_and_no_fault(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="cairn"):
        post(client, "{ nothing }")
        post(client, '{ edge(id: "Ann Arbor") { __typename } }')
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("cairn")]
    assert len(lines) == 2
    assert "status=400" in lines[0]
    assert "codes=GRAPHQL_VALIDATION_FAILED" in lines[0]
    assert "Ann Arbor" not in caplog.text
    assert "test:E1" not in caplog.text
