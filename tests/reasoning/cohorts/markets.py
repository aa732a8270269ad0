"""Random markets and what independent solvers make of them: networkx's flows, and trying everything."""

from __future__ import annotations

import itertools
import random

import networkx as nx
import numpy as np

from reasoning.cohorts.market import NOBODY, Int64, Market, liked, marks


def random_market(seed: int, mentees: int, mentors: int, density: float = 0.6, grain: int = 1) -> Market:
    """A market decided by the seed; a large ``grain`` makes many equal scores."""
    dice = random.Random(seed)
    pairs = [(one, other) for one in range(mentees) for other in range(mentors) if dice.random() < density]
    mentee = np.array([one for one, _ in pairs], dtype=np.int32)
    mentor = np.array([other for _, other in pairs], dtype=np.int32)
    score = np.array([dice.randint(1, 1_000_000 // grain) * grain for _ in pairs], dtype=np.int64)
    offered = np.array([dice.choice([0, 250_000, 500_000, 1_000_000]) for _ in pairs], dtype=np.int64)
    capacity = np.array([dice.choice([0, 1, 1, 2, 3]) for _ in range(mentors)], dtype=np.int64)
    ours, theirs = (np.array([dice.getrandbits(64) for _ in range(n)], dtype=np.uint64) for n in (mentees, mentors))
    return Market(mentees, capacity, mentee, mentor, score, liked(offered, score), marks(ours[mentee], theirs[mentor]))


def by_networkx(market: Market, *, everybody: bool) -> tuple[int, int]:
    """People matched and sum of scores by networkx's network simplex."""
    view: nx.DiGraph[object] = nx.DiGraph()
    for one in range(market.mentees):
        view.add_edge("source", ("mentee", one), capacity=1, weight=0)
    for other, room in enumerate(market.capacity.tolist()):
        view.add_edge(("mentor", other), "sink", capacity=room, weight=0)
    for one, other, score in zip(market.mentee.tolist(), market.mentor.tolist(), market.score.tolist(), strict=True):
        view.add_edge(("mentee", one), ("mentor", other), capacity=1, weight=-score)
    if everybody:
        flow = nx.max_flow_min_cost(view, "source", "sink")
    else:
        view.add_edge("source", "sink", capacity=market.mentees, weight=0)
        view.add_node("source", demand=-market.mentees)
        view.add_node("sink", demand=market.mentees)
        flow = nx.min_cost_flow(view)
    matched = sum(sum(flow[("mentee", one)].values()) for one in range(market.mentees))
    return matched, -int(nx.cost_of_flow(view, flow))


def everything(market: Market) -> list[Int64]:
    """Every assignment there is (small markets only)."""
    choices = [[NOBODY, *np.flatnonzero(market.mentee == one).tolist()] for one in range(market.mentees)]
    tried = (np.array(one, dtype=np.int64) for one in itertools.product(*choices))
    return [one for one in tried if (market.taken(one) <= market.capacity).all()]


def total(market: Market, assignment: Int64) -> int:
    """Sum of scores."""
    return int(market.score[assignment[assignment != NOBODY]].sum())


def matched(assignment: Int64) -> int:
    """How many have a mentor."""
    return int((assignment != NOBODY).sum())


def lowest(market: Market, assignment: Int64) -> int:
    """The lowest score; of nobody, more than any."""
    return int(market.score[assignment[assignment != NOBODY]].min(initial=10_000_000))


def rather(market: Market, assignment: Int64) -> list[int]:
    """Pairs that both would rather have, by comparing one by one, from the stated rules alone."""
    found = []
    held: dict[int, list[int]] = {}
    for pair in assignment[assignment != NOBODY].tolist():
        held.setdefault(int(market.mentor[pair]), []).append(pair)

    def wish(pair: int) -> tuple[int, int, int]:
        return int(market.score[pair]), -int(market.mark[pair]), -int(market.mentor[pair])

    def favour(pair: int) -> tuple[int, int, int]:
        return int(market.liking[pair]), -int(market.mark[pair]), -int(market.mentee[pair])

    for pair in range(len(market)):
        mine = int(assignment[market.mentee[pair]])
        group = held.get(int(market.mentor[pair]), [])
        room = len(group) < market.capacity[market.mentor[pair]]
        wants = mine == NOBODY or wish(pair) > wish(mine)
        if wants and mine != pair and (room or any(favour(pair) > favour(one) for one in group)):
            found.append(pair)
    return found
