"""Stable assignments by deferred acceptance (Gale and Shapley 1962), and the pairs that would rather have each other.

A mentee ranks mentors by score. A mentor ranks mentees by what they offer to teach of it, then by score. Equals are
put in order by mark and number, so both rankings are strict.
"""

from __future__ import annotations

from heapq import heappush, heapreplace

import numpy as np

from reasoning.cohorts.market import MARK_BITS, NOBODY, SCORE_BITS, Int64, Market

ORDER_BITS = 14
"""Enough for the number of anyone in a cohort."""

TIE_BITS = MARK_BITS + ORDER_BITS


def stable(market: Market) -> Int64:
    """The stable assignment that is best for every mentee at once: no pair would leave it for each other."""
    # scores take 21 bits, ties 24 and mentees 14: one key sorts faster than two
    order = np.argsort((market.mentee.astype(np.int64) << (SCORE_BITS + TIE_BITS)) - wishes(market), kind="stable")
    wish, favour = order.tolist(), favours(market).tolist()
    mentor, capacity = market.mentor.tolist(), market.capacity.tolist()
    ends = np.searchsorted(market.mentee, np.arange(market.mentees), side="right").tolist()
    turn = [0, *ends[:-1]]
    held: list[list[tuple[int, int, int]]] = [[] for _ in capacity]
    for starting in range(market.mentees):
        asking = starting
        while turn[asking] < ends[asking]:
            pair = wish[turn[asking]]
            turn[asking] += 1
            group, entry = held[mentor[pair]], (favour[pair], pair, asking)
            if len(group) < capacity[mentor[pair]]:
                heappush(group, entry)
                break
            if group and group[0] < entry:
                asking = heapreplace(group, entry)[2]
    assignment = np.full(market.mentees, NOBODY, dtype=np.int64)
    for group in held:
        for _, pair, one in group:
            assignment[one] = pair
    return assignment


def blocking(market: Market, assignment: Int64) -> Int64:
    """Pairs that are not matched although both would rather be: the mentor has room or likes the mentee better."""
    wish, favour = wishes(market), favours(market)
    has = assignment != NOBODY
    pairs = assignment[has]
    mine = np.full(market.mentees, -1, dtype=np.int64)
    mine[has] = wish[pairs]
    never = np.iinfo(np.int64).max
    lowest = np.full(market.mentors, never, dtype=np.int64)
    np.minimum.at(lowest, market.mentor[pairs], favour[pairs])
    room = market.taken(assignment) < market.capacity
    threshold = np.where(room, -1, lowest)
    found: Int64 = np.flatnonzero((wish > mine[market.mentee]) & (favour > threshold[market.mentor]))
    return found


def wishes(market: Market) -> Int64:
    """How a mentee likes the mentor of each pair: the larger the better, no two alike."""
    last = (1 << ORDER_BITS) - 1
    ties = (((1 << MARK_BITS) - 1 - market.mark) << ORDER_BITS) | (last - market.mentor)
    liked: Int64 = (market.score << TIE_BITS) | ties
    return liked


def favours(market: Market) -> Int64:
    """How a mentor likes the mentee of each pair: the larger the better, no two alike."""
    last = (1 << ORDER_BITS) - 1
    ties = (((1 << MARK_BITS) - 1 - market.mark) << ORDER_BITS) | (last - market.mentee)
    liked: Int64 = (market.liking << TIE_BITS) | ties
    return liked
