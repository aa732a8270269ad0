"""The rule that says which identifiers are one person."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.changes import EdgeStatement, Provenance
from graph.identity import METHOD_STRENGTH, SAME_PERSON_AS, Cluster, clusters, leaders, strength
from graph.keys import NodeKey
from graph.projection import Assertion, project
from tests.graph.contract import day


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


LINK = (NodeKey("Person", "t", "LMS-1"), NodeKey("Person", "t", "100"))


def said(
    method: str = "import", at: int = 0, source: str = "hris", confidence: float = 0.5, *, separate: bool = False
) -> Assertion:
    """What a row of the feed says of the link: each method of a source is a record of its own."""
    origin = Provenance(source, f"identities:LMS-1|100|{method}", day(at), method=method, confidence=confidence)
    statement = EdgeStatement("t", SAME_PERSON_AS, *LINK, {}, origin, retracts=separate)
    return Assertion.of(statement, statement.edge_id)


@pytest.mark.parametrize(
    ("statements", "live", "sources"),
    [
        pytest.param([said(), said(at=2, separate=True)], False, 0, id="the source parts what it joined"),
        pytest.param([said(at=2), said(at=1, separate=True)], True, 1, id="and joins it again"),
        pytest.param([said(source="lms"), said(at=2, separate=True)], False, 0, id="whoever said it before"),
        pytest.param([said(source="lms", at=3), said(at=2, separate=True)], True, 1, id="or says it later"),
        pytest.param([said(source="lms", at=2), said(at=2, separate=True)], False, 0, id="of a moment parting wins"),
        pytest.param(
            [said("email_match", 9, "lms"), said("hr_decision", 2, separate=True)],
            False,
            0,
            id="a later match does not undo a decision",
        ),
        pytest.param(
            [said("hr_decision", 2), said("email_match", 9, "lms", separate=True)],
            True,
            1,
            id="nor part what was decided",
        ),
        pytest.param(
            [said("verified_document", 5), said("hr_decision", 1, separate=True), said("hr_decision", 3)],
            True,
            1,
            id="HR thinks again, and the document counts again beside it",
        ),
        pytest.param([said("import"), said("email_match", source="lms")], True, 2, id="two that agree count both"),
    ],
)
def test_which_statement_decides_about_a_link(statements: list[Assertion], live: bool, sources: int) -> None:
    for order in itertools.permutations(statements):
        edge = project(order)
        assert (edge["retracted_at"] is None, edge["source_count"]) == (live, sources)


def test_what_is_shown_of_a_link_is_what_decides_about_it() -> None:
    edge = project([said("hr_decision", 1, confidence=1.0), said("email_match", 8, "lms")])
    assert (edge["method"], edge["source_id"], edge["observed_at"]) == ("hr_decision", "hris", day(1))
    assert edge["confidence"] == 1.0
    parted = project([said("email_match", 8, "lms"), said("hr_decision", 3, separate=True)])
    # a link that HR took back stays taken back since then, however often the match is repeated
    assert (parted["method"], parted["retracted_at"], parted["confidence"]) == ("hr_decision", day(3), 0.0)
