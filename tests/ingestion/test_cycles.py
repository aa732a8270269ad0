"""Cycles: the same verdict as networkx, in any order, and only where all arcs hold on a common day."""

from __future__ import annotations

from datetime import date

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey
from ingestion.cycles import Arc, cycles

DAYS = [date(2020, 1, day) for day in range(1, 8)]


def key(number: int) -> NodeKey:
    return NodeKey("OrgUnit", "t", f"U{number}")


def arc(start: int, end: int, record: int | None, first: date = date.min, last: date = date.max) -> Arc:
    return Arc("PART_OF", key(start), key(end), first, last, record)


@st.composite
def arcs(draw: st.DrawFn) -> list[Arc]:
    pairs = draw(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12, unique=True))
    found = []
    for number, (start, end) in enumerate(pairs):
        first, last = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
        stored = draw(st.booleans())
        if start != end:
            found.append(arc(start, end, None if stored else number, first, last))
    return found


def oracle(given_arcs: list[Arc]) -> set[int]:
    """Records with an arc in a strongly connected component of any day."""
    bad: set[int] = set()
    for day in DAYS:
        valid = [each for each in given_arcs if each.first <= day <= each.last]
        view = nx.DiGraph((each.start, each.end) for each in valid)
        home = {node: number for number, part in enumerate(nx.strongly_connected_components(view)) for node in part}
        bad |= {each.record for each in valid if each.record is not None and home[each.start] == home[each.end]}
    return bad


@settings(deadline=None)
@given(arcs(), st.randoms(use_true_random=False))
def test_the_verdict_is_that_of_the_oracle_in_any_order(given_arcs: list[Arc], random: object) -> None:
    found = cycles(given_arcs)
    assert set(found) == oracle(given_arcs)
    shuffled = list(given_arcs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis types it as Random only at run time
    assert cycles(shuffled) == found


def test_the_circle_is_spelt_out_from_its_smallest_node() -> None:
    assert cycles([arc(3, 1, 0), arc(1, 2, 1), arc(2, 3, 2), arc(4, 1, 3)]) == dict.fromkeys(
        range(3), "U1 -> U2 -> U3 -> U1"
    )


def test_managers_may_swap_over_the_years() -> None:
    earlier = arc(1, 2, 0, date(2015, 1, 1), date(2019, 12, 31))
    later = arc(2, 1, 1, date(2020, 1, 1), date.max)
    assert cycles([earlier, later]) == {}
    overlapping = arc(2, 1, 1, date(2019, 12, 31), date.max)
    assert set(cycles([earlier, overlapping])) == {0, 1}


def test_a_long_circle_is_found_without_recursion_and_shortened() -> None:
    size = 5000
    found = cycles([arc(number, (number + 1) % size, number) for number in range(size)])
    assert len(found) == size
    assert found[0].startswith("U0 -> U1 -> U2")
    assert found[0].endswith("... -> U0")
