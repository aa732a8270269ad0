"""The rule that says which identifiers are one person."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity import METHOD_STRENGTH, Cluster, clusters, leaders, strength


@pytest.mark.parametrize(
    ("links", "leading"),
    [
        pytest.param([("b", "c")], "c", id="the declared direction leads"),
        pytest.param([("a", "b"), ("b", "c")], "c", id="to the end of a chain"),
        pytest.param([("c", "b"), ("a", "b")], "b", id="two that lead to one"),
        pytest.param([("a", "c"), ("a", "b")], "b", id="of several ends the smallest"),
        pytest.param([("b", "c"), ("c", "b")], "b", id="of a circle of two the smallest"),
        pytest.param([("c", "a"), ("a", "d"), ("d", "c")], "a", id="of a circle of three the smallest"),
        pytest.param([("b", "c"), ("c", "b"), ("c", "d")], "d", id="a way out of a circle"),
        pytest.param([("a", "a"), ("a", "b")], "b", id="a link to itself says nothing"),
    ],
)
def test_who_leads(links: list[tuple[str, str]], leading: str) -> None:
    members = tuple(sorted({end for link in links for end in link}))
    for order in itertools.permutations(links):
        assert clusters([*order, order[0]]) == [Cluster(leading, members)]


def test_people_who_are_not_linked_are_apart_and_not_named() -> None:
    assert clusters([]) == []
    assert clusters([("x", "x")]) == []
    assert clusters([("d", "c"), ("a", "b")]) == [Cluster("b", ("a", "b")), Cluster("c", ("c", "d"))]
    assert leaders([("d", "c"), ("a", "b")]) == {"a": "b", "b": "b", "c": "c", "d": "c"}


LINKS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12)


@settings(max_examples=60, deadline=None)
@given(links=LINKS, order=st.randoms(use_true_random=False))
def test_clusters_are_what_is_connected_in_any_order(links: list[tuple[int, int]], order: object) -> None:
    found = clusters(links)
    shuffled = list(links)
    order.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert clusters(shuffled) == found
    # An oracle that only knows sets: merge whatever shares an end until nothing does.
    groups = [{start, end} for start, end in links if start != end]
    while True:
        pair = next((pair for pair in itertools.combinations(groups, 2) if pair[0] & pair[1]), None)
        if pair is None:
            break
        groups = [group for group in groups if group not in pair] + [pair[0] | pair[1]]
    assert sorted(sorted(group) for group in groups) == sorted(list(cluster.members) for cluster in found)
    for cluster in found:
        leads_on = {start for start, end in links if start != end}
        candidates = [member for member in cluster.members if member not in leads_on] or list(cluster.members)
        assert cluster.leading == min(candidates)


def test_methods_are_ordered_and_an_unknown_one_is_the_weakest() -> None:
    assert sorted(METHOD_STRENGTH, key=strength) == ["email_match", "import", "verified_document", "hr_decision"]
    assert strength("guess") < strength("email_match")
