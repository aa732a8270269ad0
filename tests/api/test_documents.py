"""Documents and limits: what is measured, that it is linear, and that rule classes and verdicts are kept."""

from __future__ import annotations

import time
from typing import Any

import pytest
from graphql import get_introspection_query, parse
from hypothesis import given, settings
from hypothesis import strategies as st

from api.cli.asking import document as shipped
from api.documents import Documents
from api.limits import Limits, exceeded, operation_in, too_dear
from api.page_rows import rows_by_variable
from api.schema.build import build_schema
from tests.api import questions
from tests.api.conftest import ANN, World

Json = dict[str, Any]
GENEROUS = Limits(depth=10**6, fields=10**9, aliases=10**9, cost=10**12, directives=10**9, root_fields=10**9)


def first_exceeded(text: str, limits: Limits | None = None) -> str | None:
    return exceeded(parse(text), limits or Limits())


@pytest.mark.parametrize(
    ("text", "limits", "bound"),
    [
        ("{ a { b { c } } }", Limits(depth=3), None),
        ("{ a { b { c } } }", Limits(depth=2), "depth"),
        ("{ a { ...F } } fragment F on X { b { c } }", Limits(depth=2), "depth"),
        ("{ a { ... on X { b } } }", Limits(depth=2), None),
        ("{ x: a y: b }", Limits(aliases=2), None),
        ("{ x: a ...F ...F } fragment F on Q { y: b }", Limits(aliases=2), "aliases"),
        ("{ a @x b @y }", Limits(directives=1), "directives"),
        ("query @x { a ... @y { b } ...F @z } fragment F on Q { c }", Limits(directives=2), "directives"),
        ("{ a b c }", Limits(root_fields=2), "root_fields"),
        ("{ a b ...F } fragment F on Q { c }", Limits(root_fields=2), "root_fields"),
        ("{ a { a a a } }", Limits(repeats=3), None),
        ("{ a { a a a } }", Limits(repeats=2), "repeats"),
        ("{ a(first: 10) { b c } }", Limits(cost=21), None),
        ("{ a(first: 10) { b c } }", Limits(cost=20), "cost"),
        ("{ a(input: {first: 10}) { b } }", Limits(cost=10), "cost"),
        ("{ a(input: {question: {first: 10}}) { b } }", Limits(cost=10), "cost"),
        ("{ a(ids: [1, 2, 3]) { b } }", Limits(cost=3), "cost"),
        ("{ a(first: 99999999999) { b } }", Limits(cost=2), None),
        ("{ skillGap { a } }", Limits(cost=50), "cost"),
        ("query A { a } query B { a { b { c } } }", Limits(depth=2), "depth"),
        ("{ __schema { a { b } } }", Limits(depth=2), None),
        ("{ __schema { a { b } } c }", Limits(depth=2), "depth"),
    ],
)  # fmt: skip
def test_bounds(text: str, limits: Limits, bound: str | None) -> None:
    assert first_exceeded(text, limits) == bound


@pytest.mark.parametrize(
    ("text", "variables", "cost"),
    [
        ("query($n: Int) { a(first: $n) { b } }", {"n": 20}, 21),
        ("query($n: Int) { a(first: $n) { b } }", {"n": 5000}, 101),
        ("query($n: Int) { a(first: $n) { b } }", {"n": True}, 2),
        ("query($n: Int = 30) { a(first: $n) { b } }", {}, 31),
        ("query($n: Int = 30) { a(first: $n) { b } }", {"n": 4}, 5),
        ("query($ids: [ID!]) { a(ids: $ids) { b } }", {"ids": ["x", "y", "z"]}, 4),
        ("query($input: I) { a(input: $input) { b c } }", {"input": {"first": 7}}, 15),
        ("query($input: I) { a(input: $input) { b c } }", {"input": {"question": [{"alternatives": 7}]}}, 15),
        ("query($n: Int) { a(input: {first: $n}) { b } }", {"n": 9}, 10),
        ("query($i: I) { a(input: {question: $i}) { b } }", {"i": {"first": 9}}, 10),
        ("query($n: Int) { a(input: {level: $n}) { b } }", {"n": 9}, 2),
        ("query($n: Int) { a(first: $n) { ...F } } fragment F on Q { b(first: $n) { c } }", {"n": 10}, 111),
        ("query A { a } query B($n: Int) { a(first: $n) { b } }", {"n": 9}, 10),
    ],
)
def test_pages_in_variables_cost_what_they_cost_written_out(text: str, variables: Json, cost: int) -> None:
    document = parse(text)
    operation = operation_in(document, "B" if "query B" in text else None)
    assert operation is not None
    rows = rows_by_variable(operation, variables)
    assert too_dear(document, operation, rows, Limits(cost=cost - 1))
    assert not too_dear(document, operation, rows, Limits(cost=cost))


def test_a_page_in_a_variable_is_refused_like_one_in_the_text(world: World) -> None:
    """Only a document that the operator registered may ask for more."""
    asks = (
        "{ hits { "
        + " ".join(f"x{at}: score" for at in range(29))
        + " matched match" * 12
        + " node { id label name } } }"
    )
    text = f"query($input: SearchInput!) {{ search(input: $input) {{ ... on SearchAnswer {asks} }} }}"
    body = {"query": text, "variables": {"input": {"text": "Data", "first": 100}}}
    for trusted, refused in (((), True), ((text,), False)):
        with world.client(trusted_documents=trusted) as client:
            client.headers["Authorization"] = f"Bearer {world.token(ANN)}"
            answer = client.post("/graphql", json=body).json()
            assert ("errors" in answer) is refused, answer
            if refused:
                assert answer["errors"][0]["extensions"]["code"] == "DOCUMENT_TOO_LARGE"
            assert (
                "errors"
                not in client.post(
                    "/graphql", json={**body, "variables": {"input": {"text": "Data", "first": 3}}}
                ).json()
            )


def test_our_own_documents_fit() -> None:
    documents = Documents(build_schema(), Limits())
    constants = ("PATH", "GAP", "MENTORS", "EDGE_BY_ID", "EDGES_BY_ID", "NODE", "SEARCH", "ROLES")
    own = [getattr(questions, name) for name in constants]
    names = ("career_path", "skill_gap", "mentor_match", "learning_plan", "unlocks", "edges", "search")
    for text in (*own, *(shipped(name) for name in names), get_introspection_query()):
        assert documents.prepared(text).refusal is None, text


def test_a_bomb_is_measured_in_linear_time() -> None:
    def seconds(fragments: int) -> float:
        links = " ".join(f"fragment F{at} on Q {{ a ...F{at + 1} ...F{at + 1} }}" for at in range(fragments))
        node = parse(f"{{ ...F0 }} {links} fragment F{fragments} on Q {{ a }}")
        started = time.perf_counter()
        assert exceeded(node, Limits()) == "fields"
        return time.perf_counter() - started

    small = min(seconds(20) for _ in range(5))
    assert min(seconds(160) for _ in range(5)) < small * 8 * 5


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    fields = st.lists(st.tuples(st.sampled_from("abc"), inner), min_size=1, max_size=3)
    return fields.map(lambda parts: " ".join(f"{name} {{ {text} }}" for name, text in parts))


@settings(max_examples=60, deadline=None)
@given(st.recursive(st.sampled_from(["x", "y", "x y"]), nested, max_leaves=20), st.integers(0, 2))
def test_a_fragment_measures_what_it_stands_for(selection: str, layers: int) -> None:
    """Moving a selection into a fragment never changes any verdict."""
    spread, fragments = selection, ""
    for layer in range(layers):
        fragments += f" fragment F{layer} on Q {{ {spread} }}"
        spread = f"...F{layer}"
    for bound in range(1, 12):
        limits = Limits(depth=bound, fields=bound * 2, cost=bound * 3)
        assert first_exceeded(f"{{ q {{ {selection} }} }}", limits) == first_exceeded(
            f"{{ q {{ {spread} }} }}{fragments}", limits
        )


def test_verdicts_are_kept() -> None:
    documents = Documents(build_schema(), Limits())
    for text in ("{ about { version } }", "{ nothing }", "{"):
        assert documents.prepared(text) is documents.prepared(text)


def test_a_known_document_is_neither_parsed_nor_validated_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    body = {"query": "{ about { tenant } }"}
    with world.client() as client:
        client.headers["Authorization"] = f"Bearer {world.token(ANN)}"
        assert client.post("/graphql", json=body).json() == {"data": {"about": {"tenant": "acme"}}}

        def never(*args: object, **kwargs: object) -> None:
            raise AssertionError("done before")

        for module in ("api.documents", "strawberry.schema.schema"):
            for name in ("parse", "validate_document"):
                monkeypatch.setattr(f"{module}.{name}", never)
        assert client.post("/graphql", json=body).json() == {"data": {"about": {"tenant": "acme"}}}
