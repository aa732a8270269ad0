"""One move, fully told: score, direction, what each component adds, and the edges behind it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.evidence import EdgeRef
from reasoning.transitions.grounds import Ground, Grounds
from reasoning.transitions.levels import Direction, direction
from reasoning.transitions.ranking import rounded, scorer
from reasoning.transitions.remembering import landscape
from reasoning.transitions.weights import Order

MEANINGS = {
    "subject": "The work is about the same things: words of names, descriptions and tasks.",
    "own_words": "Names and descriptions of the roles speak of the same things.",
    "titles": "The jobs bear the same words in their names.",
    "activities": "The same work activities are performed.",
    "knowledge": "The same fields of knowledge stand out.",
    "knowledge_level": "Knowledge is needed to the same degree.",
    "profile": "Skills, knowledge and abilities are rated alike, in importance and level.",
    "skill_profile": "Skills are rated alike.",
    "abilities": "Mental and bodily abilities are needed to the same degree.",
    "interests": "People with the same interests do the work.",
    "preparation": "Little further preparation is needed: job zone, education and experience. Downward costs little.",
    "essential_skills": "Share of the destination's essential skills that the origin holds; rare ones count more.",
    "all_skills": "The same with optional skills.",
    "skill_fields": "Share of the destination's fields of skill in which the origin holds something.",
    "skill_kinship": "Skills held bear on what the destination's skills are about, the same or not.",
    "skill_words": "Share of the words of the destination's skills that the origin's skills hold.",
}
"""What each component says, in one sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """A component of a transition: value from 0 to 1, share of the score it decides, what it adds, and its grounds."""

    name: str
    meaning: str
    value: float
    share: float
    contribution: float
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Transition:
    """A move between two roles (snapshot indices); contributions of the parts add up to the score."""

    origin: int
    destination: int
    score: float
    direction: Direction
    parts: tuple[Part, ...]

    @property
    def edges(self) -> tuple[EdgeRef, ...]:
        """Every edge cited, each once."""
        cited = (edge for part in self.parts for ground in part.grounds for edge in ground.edges)
        return tuple({edge.edge_id: edge for edge in cited}.values())


def transition(snapshot: Snapshot, origin: int, destination: int) -> Transition:
    """Judge the move; parts with the greatest contribution first, those without any share left out."""
    land = derived(snapshot, landscape)
    start, end = origin - land.base, destination - land.base
    found = scorer(snapshot, Order.FEASIBILITY).components(start, end)
    grounds = Grounds(snapshot, origin, destination)
    parts = [
        Part(one.name, MEANINGS[one.name], one.value, one.share, one.contribution, grounds.of(one.name))
        for one in sorted(found, key=lambda one: (-one.contribution, one.name))
        if one.share > 0
    ]
    return Transition(
        origin=origin,
        destination=destination,
        score=rounded(min(sum(part.contribution for part in parts), 1.0)),
        direction=direction(float(land.levels[start]), float(land.levels[end])),
        parts=tuple(parts),
    )
