"""Which mentees of a new round belong to one exchange, against the components of a graph."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from reasoning.cohorts.rounds import _joined

LINKS = st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=2), max_size=14)


@settings(max_examples=200)
@given(LINKS)
def test_what_links_join_has_one_lead(links: list[list[int]]) -> None:
    nx_view: nx.Graph[int] = nx.Graph()
    for link in links:
        nx_view.add_edges_from([(link[0], link[-1])])
    leads = _joined(links)
    groups: dict[int, set[int]] = {}
    for one, lead in leads.items():
        groups.setdefault(lead, set()).add(one)
    assert sorted(map(sorted, groups.values())) == sorted(map(sorted, nx.connected_components(nx_view)))


def test_a_long_chain_takes_no_deep_recursion_and_no_square_time() -> None:
    leads = _joined([one, one + 1] for one in range(200_000))
    assert len(set(leads.values())) == 1
    assert len(leads) == 200_001
