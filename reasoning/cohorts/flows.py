"""The three optima of a cohort by OR-Tools' network flows: integers throughout, exact, the same every time."""

from __future__ import annotations

import numpy as np
from ortools.graph.python.max_flow import SimpleMaxFlow
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from ontology.errors import BadInput
from reasoning.cohorts.market import MARK_BITS, NOBODY, Int32, Int64, Market

MAX_PEOPLE = 10_000
"""On either side: up to here a total and its marks fit into the 64 bits that the solver counts in."""


def best_total(market: Market) -> Int64:
    """The assignment with the highest sum of scores; who lowers it by taking part stays without."""
    return _solved(market, everybody=False)


def most_people(market: Market) -> Int64:
    """Of the assignments that match most people, the one with the highest sum of scores."""
    return _solved(market, everybody=True)


def highest_floor(market: Market, first: Int64 | None = None) -> Int64:
    """Of the assignments that match most people, one whose lowest score is highest; of these, the best sum.

    ``first`` is what ``most_people`` gives, where it is known already.
    """
    first = most_people(market) if first is None else first
    pairs = first[first != NOBODY]
    if not len(pairs):
        return first
    levels = np.unique(market.score[market.score >= market.score[pairs].min()])
    low, high = 0, len(levels) - 1  # levels[low] is known to do
    while low < high:
        middle = (low + high + 1) // 2
        if reach(market, int(levels[middle])) == len(pairs):
            low = middle
        else:
            high = middle - 1
    kept = market.score >= levels[low]
    numbers = np.flatnonzero(kept)
    found = most_people(market.only(kept))
    return np.where(found == NOBODY, NOBODY, numbers[found])


def _solved(market: Market, *, everybody: bool) -> Int64:
    """Minimum-cost flow: source, mentees, mentors, sink; a bypass from source to sink unless all must flow."""
    if max(market.mentees, market.mentors) > MAX_PEOPLE:
        raise BadInput(
            "The cohort is too large.", remedy=f"Match at most {MAX_PEOPLE:,} people on either side at once."
        )
    assignment = np.full(market.mentees, NOBODY, dtype=np.int64)
    if not len(market):
        return assignment
    flow = SimpleMinCostFlow()
    arcs, costs = _nodes(market), _costs(market)
    flow.add_arcs_with_capacity_and_unit_cost(*arcs[0], np.zeros(market.mentees, dtype=np.int64))
    pairs = np.asarray(flow.add_arcs_with_capacity_and_unit_cost(*arcs[1], costs))
    flow.add_arcs_with_capacity_and_unit_cost(*arcs[2], np.zeros(market.mentors, dtype=np.int64))
    source, sink = market.mentees + market.mentors, market.mentees + market.mentors + 1
    flow.set_node_supply(source, market.mentees)
    flow.set_node_supply(sink, -market.mentees)
    if everybody:
        status = flow.solve_max_flow_with_min_cost()
    else:
        flow.add_arc_with_capacity_and_unit_cost(source, sink, market.mentees, 0)
        status = flow.solve()
    assert status == SimpleMinCostFlow.Status.OPTIMAL, status
    used = np.flatnonzero(np.asarray(flow.flows(pairs)))
    assignment[market.mentee[used]] = used
    return assignment


def _costs(market: Market) -> Int64:
    """Scores count first and marks only between equal sums: all marks together stay below one millionth."""
    shift = MARK_BITS + max(market.mentees, 1).bit_length()
    costs: Int64 = market.mark - (market.score << shift)
    return costs


def _nodes(market: Market) -> tuple[tuple[Int32, Int32, Int64], ...]:
    """Tails, heads and capacities of the arcs: into mentees, of the pairs, out of mentors."""
    source, sink = market.mentees + market.mentors, market.mentees + market.mentors + 1
    mentees = np.arange(market.mentees, dtype=np.int32)
    mentors = np.arange(market.mentees, source, dtype=np.int32)
    one = np.ones(max(len(market), market.mentees), dtype=np.int64)
    return (
        (np.full(market.mentees, source, dtype=np.int32), mentees, one[: market.mentees]),
        (market.mentee, (market.mentor + market.mentees).astype(np.int32), one[: len(market)]),
        (mentors, np.full(market.mentors, sink, dtype=np.int32), np.minimum(market.capacity, market.mentees)),
    )


def reach(market: Market, floor: int = 0) -> int:
    """How many can be matched by pairs whose score is at least ``floor``."""
    flow = SimpleMaxFlow()
    for arcs in _nodes(market.only(market.score >= floor)):
        flow.add_arcs_with_capacity(*arcs)
    source, sink = market.mentees + market.mentors, market.mentees + market.mentors + 1
    assert flow.solve(source, sink) == SimpleMaxFlow.Status.OPTIMAL
    return int(flow.optimal_flow())
