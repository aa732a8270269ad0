"""Which held skill is nearest to one that is not held: what an answer offers as the closest thing found."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.snapshot import Snapshot
from reasoning.citing import EdgeAt
from reasoning.holdings import Holding

MAX_DISTANCE = 3
"""How many edges may lie between two skills that are called near: a sibling is at 2, a parent's sibling at 3."""

LEVELS, SKILLS = 1 << 16, 1 << 32
"""More than there are raw levels, and more than there are nodes: what makes one number of distance, level and skill."""
STEP = LEVELS * SKILLS
FARTHER = (MAX_DISTANCE + 1) * STEP


@dataclass(frozen=True, slots=True)
class Near:
    """A skill near another one: the number of edges between them, and these edges."""

    skill: int
    distance: int
    chain: tuple[EdgeAt, ...]


class Nearness:
    """Skill neighbourhoods of one snapshot, followed on demand and remembered."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._ups: dict[int, Mapping[int, tuple[int, tuple[EdgeAt, ...]]]] = {}
        self._ladders: dict[int, tuple[tuple[int, int], ...]] = {}
        self._links: dict[int, Mapping[int, EdgeAt]] = {}

    def above(self, skill: int) -> Mapping[int, tuple[int, tuple[EdgeAt, ...]]]:
        """Broader skills and groups up to ``MAX_DISTANCE`` edges away, each with the distance and the edges."""
        found = self._ups.get(skill)
        if found is None:
            found = self._ups[skill] = self._climb(skill)
        return found

    def ladder(self, skill: int) -> tuple[tuple[int, int], ...]:
        """The nodes of ``above`` in their order with their distances, as ``NearestHeld`` adds them up."""
        found = self._ladders.get(skill)
        if found is None:
            above = self.above(skill).items()
            found = self._ladders[skill] = tuple(sorted((node, distance * STEP) for node, (distance, _) in above))
        return found

    def links(self, skill: int) -> Mapping[int, EdgeAt]:
        """Skills with a plain relation or a match to this one, in either direction, each with the edge."""
        found = self._links.get(skill)
        if found is None:
            found = self._links[skill] = dict(reversed(list(self._linked(skill))))
        return found

    def _climb(self, skill: int) -> Mapping[int, tuple[int, tuple[EdgeAt, ...]]]:
        broader = self._snapshot.edges("BROADER")
        ups: dict[int, tuple[int, tuple[EdgeAt, ...]]] = {skill: (0, ())}
        layer = [skill]
        for distance in range(1, MAX_DISTANCE + 1):
            fresh: dict[int, tuple[int, tuple[EdgeAt, ...]]] = {}
            for current in layer:
                span = broader.out(current)
                for position in range(span.start, span.stop):
                    target = int(broader.dst[position])
                    if target not in ups and target not in fresh:
                        fresh[target] = (distance, (*ups[current][1], ("BROADER", position)))
            ups |= fresh
            layer = sorted(fresh)
        return ups

    def _linked(self, skill: int) -> Iterator[tuple[int, EdgeAt]]:
        for name in ("EQUIVALENT_TO", "RELATED_TO"):
            edges = self._snapshot.edges(name)
            span = edges.out(skill)
            for position in range(span.start, span.stop):
                yield int(edges.dst[position]), (name, position)
            span = edges.into(skill)
            for source, at in zip(edges.in_src[span], edges.in_edge[span], strict=True):
                yield int(source), (name, int(at))


class NearestHeld:
    """Finds the nearest of a person's skills: fewest edges, then the higher level, then the id."""

    def __init__(self, nearness: Nearness, held: Mapping[int, Holding]) -> None:
        self._nearness, self._held = nearness, held

    @functools.cached_property
    def _below(self) -> dict[int, int]:
        """For each node above what is held, the best beneath it: distance, level from above and skill in one number."""
        below: dict[int, int] = {}
        for skill, holding in self._held.items():
            own = _rank(holding)
            for node, apart in self._nearness.ladder(skill):
                rank = apart + own
                known = below.get(node)
                if known is None or rank < known:
                    below[node] = rank
        return below

    def to(self, skill: int) -> Near | None:
        """The nearest held skill within ``MAX_DISTANCE``, or None."""
        best, at, below = FARTHER, -1, self._below
        for other in self._nearness.links(skill):
            if other in self._held:
                best = min(best, STEP + _rank(self._held[other]))
        for node, apart in self._nearness.ladder(skill):
            rank = below.get(node)
            if rank is not None and rank + apart < best:
                best, at = rank + apart, node
        if best >= FARTHER:
            return None
        distance, other = best // STEP, best % SKILLS
        if at < 0:
            return Near(other, distance, (self._nearness.links(skill)[other],))
        return Near(other, distance, self._nearness.above(skill)[at][1] + self._nearness.above(other)[at][1])


def _rank(holding: Holding) -> int:
    """Level from above and skill in one number: the smaller, the better."""
    return (LEVELS - 1 - holding.level) * SKILLS + holding.skill
