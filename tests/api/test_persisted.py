"""Persisted operations: learned once, asked by hash, bounded, and closed when only trusted ones are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.persisted import PersistedOperations, hash_of
from tests.api.conftest import ANN, World

TEXT = "{ about { tenant } }"
ANSWER = {"data": {"about": {"tenant": "acme"}}}


@pytest.fixture
def client(world: World) -> Iterator[TestClient]:
    with world.client() as client:
        client.headers["Authorization"] = f"Bearer {world.token(ANN)}"
        yield client


def by_hash(digest: str, **more: Any) -> dict[str, Any]:
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}, **more}


def code(response: Any) -> str:
    return str(response.json()["errors"][0]["extensions"]["code"])


def test_the_way_of_apollo(client: TestClient) -> None:
    digest = hash_of(TEXT)
    unknown = client.post("/graphql", json=by_hash(digest))
    assert code(unknown) == "PERSISTED_QUERY_NOT_FOUND"
    assert unknown.json()["errors"][0]["message"] == "PersistedQueryNotFound"
    assert unknown.status_code == 400
    assert client.post("/graphql", json=by_hash(digest), headers={"Accept": "application/json"}).status_code == 200
    assert client.post("/graphql", json=by_hash(digest, query=TEXT)).json() == ANSWER
    assert client.post("/graphql", json=by_hash(digest)).json() == ANSWER
    extensions = f'{{"persistedQuery":{{"version":1,"sha256Hash":"{digest}"}}}}'
    assert client.get("/graphql", params={"extensions": extensions}).json() == ANSWER


def test_a_hash_must_be_that_of_the_text(client: TestClient) -> None:
    assert code(client.post("/graphql", json=by_hash(hash_of("{ x }"), query=TEXT))) == "PERSISTED_QUERY_HASH_MISMATCH"
    assert code(client.post("/graphql", json=by_hash(hash_of("{ x }")))) == "PERSISTED_QUERY_NOT_FOUND"


def test_what_is_refused_is_not_learned(client: TestClient) -> None:
    digest = hash_of("{ nothing }")
    assert code(client.post("/graphql", json=by_hash(digest, query="{ nothing }"))) == "GRAPHQL_VALIDATION_FAILED"
    assert code(client.post("/graphql", json=by_hash(digest))) == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize(
    "persisted",
    [{}, [], "x", {"version": 1}, {"version": 2, "sha256Hash": "a" * 64}, {"version": 1, "sha256Hash": "A" * 64},
     {"version": 1, "sha256Hash": "a"}, {"version": 1, "sha256Hash": 7}],
)  # fmt: skip
def test_malformed(client: TestClient, persisted: object) -> None:
    response = client.post("/graphql", json={"query": TEXT, "extensions": {"persistedQuery": persisted}})
    assert response.status_code == 400
    assert code(response) == "BAD_REQUEST"


def test_trusted_documents_only(world: World) -> None:
    with world.client(trusted_documents=(TEXT,), trusted_documents_only=True) as client:
        client.headers["Authorization"] = f"Bearer {world.token(ANN)}"
        assert client.post("/graphql", json=by_hash(hash_of(TEXT))).json() == ANSWER
        assert client.post("/graphql", json={"query": TEXT}).json() == ANSWER
        other = "{ about { version } }"
        assert code(client.post("/graphql", json={"query": other})) == "TRUSTED_DOCUMENTS_ONLY"
        client.post("/graphql", json=by_hash(hash_of(other), query=other))
        assert code(client.post("/graphql", json=by_hash(hash_of(other)))) == "PERSISTED_QUERY_NOT_FOUND"


def test_memory_is_bounded_and_the_used_ones_stay() -> None:
    kept = PersistedOperations(kept=3)
    for text in ("a", "b", "c"):
        kept.learn(text)
    assert kept.find(hash_of("a")) == "a"
    kept.learn("d")
    assert len(kept) == 3
    assert kept.find(hash_of("b")) is None
    assert [kept.find(hash_of(text)) for text in "acd"] == ["a", "c", "d"]
