"""GraphQL over HTTP, audited row by row: what is sent, and the status, media type and shape that must come back.

Rows follow the specification of September 2026 with its appendix on application/json.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.answering import PARTIAL_SUCCESS
from ontology.errors import StoreUnavailable
from tests.api.conftest import ANN, World

NEW, OLD = "application/graphql-response+json", "application/json"


@pytest.fixture
def client(world: World) -> Iterator[TestClient]:
    with world.client() as client:
        client.headers["Authorization"] = f"Bearer {world.token(ANN)}"
        yield client


@dataclass(frozen=True)
class Row:
    """A request and what must come of it. ``data`` says whether the answer holds a data entry."""

    name: str
    status: int
    media: str = NEW
    data: bool = False
    code: str | None = None
    method: str = "POST"
    accept: str | None = NEW
    content_type: str | None = OLD
    body: Any = None
    params: dict[str, str] = field(default_factory=dict)
    header: tuple[str, str] | None = None


OK = {"query": "{ __typename }"}
MANY = "query A { __typename } query B { __typename }"
EMPTY_PAGE = {"query": "{ roles(first: 0) { nodes { name } } }"}
LATIN = "application/json; charset=latin-1"
VARIABLE = "query V($n: Int!) { roles(first: $n) { nodes { name } } }"
ROWS = [
    Row("POST in JSON is accepted", 200, data=True, body=OK),
    Row("application/json is honoured", 200, OLD, True, accept=OLD, body=OK),
    Row("without Accept the new type comes", 200, NEW, True, accept=None, body=OK),
    Row("*/* gives the new type", 200, NEW, True, accept="*/*", body=OK),
    Row("application/* gives the new type", 200, NEW, True, accept="application/*", body=OK),
    Row("quality decides", 200, OLD, True, accept=f"{NEW};q=0.5, {OLD};q=0.9", body=OK),
    Row("the order decides between equals", 200, NEW, True, accept=f"{NEW}, {OLD}", body=OK),
    Row("a type with quality 0 is not used", 200, OLD, True, accept=f"{NEW};q=0, */*;q=0.1", body=OK),
    Row("charset=utf-8 is fine", 200, NEW, True, accept=f"{NEW}; charset=utf-8", body=OK),
    Row("urql lists event streams too", 200, NEW, True, accept=f"{NEW}, {OLD}, text/event-stream", body=OK),
    Row("Apollo lists multipart too", 200, NEW, True, accept=f"multipart/mixed;deferSpec=20220824, {NEW}", body=OK),
    Row("nothing acceptable", 406, OLD, code="NOT_ACCEPTABLE", accept="text/html", body=OK),
    Row("utf-8 in the content type", 200, NEW, True, content_type="application/json; charset=utf-8", body=OK),
    Row("another charset", 415, code="UNSUPPORTED_MEDIA_TYPE", content_type=LATIN, body=OK),
    Row("no content type", 415, code="UNSUPPORTED_MEDIA_TYPE", content_type=None, body=OK),
    Row("a form (cross-site request)", 415, code="UNSUPPORTED_MEDIA_TYPE", content_type="text/plain", body=OK),
    Row("a compressed body", 415, code="UNSUPPORTED_MEDIA_TYPE", body=OK, header=("Content-Encoding", "gzip")),
    Row("PUT", 405, code="METHOD_NOT_ALLOWED", method="PUT", body=OK),
    Row("DELETE", 405, code="METHOD_NOT_ALLOWED", method="DELETE"),
    Row("OPTIONS without CORS", 405, code="METHOD_NOT_ALLOWED", method="OPTIONS"),
    Row("no body", 400, code="BAD_REQUEST", body=""),
    Row("no JSON", 400, code="BAD_REQUEST", body="NONSENSE"),
    Row("no JSON, old type", 400, OLD, code="BAD_REQUEST", accept=OLD, body='{"query":'),
    Row("JSON null", 400, code="BAD_REQUEST", body="null"),
    Row("a JSON text", 400, code="BAD_REQUEST", body='"x"'),
    Row("a batch", 400, code="BAD_REQUEST", body=[OK]),
    Row("no query", 400, code="BAD_REQUEST", body={"qeury": "{ __typename }"}),
    Row("no query, old type", 400, OLD, code="BAD_REQUEST", accept=OLD, body={}),
    Row("query is an object", 400, code="BAD_REQUEST", body={"query": {}}),
    Row("query is a number", 400, code="BAD_REQUEST", body={"query": 7}),
    Row("query is a boolean", 400, code="BAD_REQUEST", body={"query": True}),
    Row("query is a list", 400, code="BAD_REQUEST", body={"query": []}),
    Row("operationName is an object", 400, code="BAD_REQUEST", body={**OK, "operationName": {}}),
    Row("operationName is a number", 400, code="BAD_REQUEST", body={**OK, "operationName": 1}),
    Row("operationName is null", 200, NEW, True, body={**OK, "operationName": None}),
    Row("variables are a list", 400, code="BAD_REQUEST", body={**OK, "variables": [7]}),
    Row("variables are a text", 400, code="BAD_REQUEST", body={**OK, "variables": "{}"}),
    Row("variables are null", 200, NEW, True, body={**OK, "variables": None}),
    Row("variables are an object", 200, NEW, True, body={"query": VARIABLE, "variables": {"n": 1}}),
    Row("extensions are a list", 400, code="BAD_REQUEST", body={**OK, "extensions": []}),
    Row("extensions are null", 200, NEW, True, body={**OK, "extensions": None}),
    Row("extensions are an object", 200, NEW, True, body={**OK, "extensions": {"any": 1}}),
    Row("properties of the future", 200, NEW, True, body={**OK, "later": [1]}),
    Row("no GraphQL", 400, code="GRAPHQL_PARSE_FAILED", body={"query": "{"}),
    Row("no GraphQL, old type", 200, OLD, code="GRAPHQL_PARSE_FAILED", accept=OLD, body={"query": "{"}),
    Row("invalid", 400, code="GRAPHQL_VALIDATION_FAILED", body={"query": "{ nothing }"}),
    Row("invalid, old type", 200, OLD, code="GRAPHQL_VALIDATION_FAILED", accept=OLD, body={"query": "{ nothing }"}),
    Row("several operations, no name", 400, code="OPERATION_NAME_REQUIRED", body={"query": MANY}),
    Row("several, no name, old type", 200, OLD, code="OPERATION_NAME_REQUIRED", accept=OLD, body={"query": MANY}),
    Row("several, named", 200, NEW, True, body={"query": MANY, "operationName": "B"}),
    Row("a name that is not there", 400, code="OPERATION_NOT_FOUND", body={**OK, "operationName": "C"}),
    Row("no operation", 400, code="OPERATION_NOT_FOUND", body={"query": "fragment F on Query { __typename }"}),
    Row("a variable of the wrong type", 400, code="BAD_USER_INPUT", body={"query": VARIABLE, "variables": {"n": "x"}}),
    Row("a variable that is missing", 400, code="BAD_USER_INPUT", body={"query": VARIABLE}),
    Row("the same, old type", 200, OLD, code="BAD_USER_INPUT", accept=OLD, body={"query": VARIABLE}),
    Row("a subscription", 400, code="GRAPHQL_VALIDATION_FAILED", body={"query": "subscription { x }"}),
    Row("a field error", PARTIAL_SUCCESS, NEW, True, "BAD_USER_INPUT", body=EMPTY_PAGE),
    Row("a field error, old type", 200, OLD, True, "BAD_USER_INPUT", accept=OLD, body=EMPTY_PAGE),
    Row("GET with a query", 200, NEW, True, method="GET", params=OK),
    Row("GET with variables", 200, NEW, True, method="GET", params={"query": VARIABLE, "variables": '{"n":1}'}),
    Row("GET, empty operationName", 200, NEW, True, method="GET", params={**OK, "operationName": ""}),
    Row("GET, operationName null is a name", 400, NEW, False, "OPERATION_NOT_FOUND", "GET",
        params={**OK, "operationName": "null"}),
    Row("GET without a query", 400, NEW, False, "BAD_REQUEST", "GET"),
    Row("GET, variables no JSON", 400, NEW, False, "BAD_REQUEST", "GET", params={"query": VARIABLE, "variables": "{"}),
    Row("GET, variables a list", 400, NEW, False, "BAD_REQUEST", "GET", params={"query": VARIABLE, "variables": "[1]"}),
    Row("GET with a mutation", 405, NEW, False, "METHOD_NOT_ALLOWED", "GET", params={"query": "mutation { x }"}),
]  # fmt: skip


def send(client: TestClient, row: Row) -> Any:
    headers = {"Accept": row.accept or ""}
    if row.method in ("POST", "PUT") and row.content_type is not None:
        headers["Content-Type"] = row.content_type
    if row.header is not None:
        headers[row.header[0]] = row.header[1]
    content = row.body if isinstance(row.body, str) else json.dumps(row.body)
    if row.method in ("POST", "PUT"):
        return client.request(row.method, "/graphql", content=content, headers=headers)
    return client.request(row.method, "/graphql", params=row.params, headers=headers)


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_row(client: TestClient, row: Row) -> None:
    response = send(client, row)
    answer = response.json()
    assert response.status_code == row.status, answer
    assert response.headers["content-type"] == f"{row.media}; charset=utf-8"
    assert ("data" in answer) is row.data
    codes = [error["extensions"]["code"] for error in answer.get("errors", ())]
    assert codes[:1] == ([row.code] if row.code else [])
    assert set(answer) <= {"data", "errors"}
    assert response.headers["vary"] == "Accept"
    assert response.headers["cache-control"] == "no-store"


def test_refused_methods_name_the_allowed_ones(client: TestClient) -> None:
    assert client.put("/graphql", json=OK).headers["allow"] == "GET, POST"
    assert client.get("/graphql", params={"query": "mutation { x }"}).headers["allow"] == "POST"


def test_no_token_no_answer(world: World) -> None:
    with world.client() as client:
        for headers in ({}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Basic abc"}):
            for accept in (NEW, OLD):
                response = client.post("/graphql", json=OK, headers={"Accept": accept, **headers})
                assert response.status_code == 401
                assert response.headers["www-authenticate"] == 'Bearer realm="cairn"'
                assert response.json()["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED"}
                assert "data" not in response.json()
        assert client.get("/graphql", params={"query": "{ __typename }"}).status_code == 401
        assert client.post("/graphql", content="NONSENSE", headers={"Content-Type": OLD}).status_code == 401


def test_expected_failures_of_plain_fields_carry_code_and_remedy(client: TestClient, world: World) -> None:
    world.company.store.failure = StoreUnavailable("Nothing answers.", remedy="Start the store.")
    response = client.post("/graphql", json={"query": "{ sources { dataset } }"})
    assert response.json()["errors"][0]["extensions"] == {"code": "STORE_UNAVAILABLE", "remedy": "Start the store."}


def test_expected_failures_of_questions_are_members(client: TestClient, world: World) -> None:
    document = (
        '{ skillGap(input: {targetRole: "r-lead"}) { __typename ... on Unavailable { code retryAfterSeconds } } }'
    )
    expected = {"__typename": "Unavailable", "code": "STORE_UNAVAILABLE", "retryAfterSeconds": 2}
    world.company.store.failure = StoreUnavailable("Nothing answers.")
    assert client.post("/graphql", json={"query": document}).json() == {"data": {"skillGap": expected}}
    world.company.store.failure = None
    world.snapshots.stale = True
    answer = client.post("/graphql", json={"query": document}).json()
    assert answer["data"]["skillGap"]["code"] == "STALE_SNAPSHOT"
