"""Documents and limits: what is measured, that it is linear, and that rule classes and verdicts are kept."""

from __future__ import annotations

import time

import pytest
from graphql import get_introspection_query, parse
from hypothesis import given, settings
from hypothesis import strategies as st

from api.cli.asking import document as shipped
from api.documents import Documents
from api.limits import Limits, exceeded
from api.schema.build import build_schema
from tests.api import questions
from tests.api.conftest import ANN, World

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
        ("query($n: Int) { a(first: $n) { b } }", Limits(cost=100), "cost"),
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
