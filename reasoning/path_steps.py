"""What one step of a path rests on: what carries over and through which edges, what is missing, what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from graph.snapshot import Snapshot
from reasoning.answers import CoverKind
from reasoning.citing import EdgeAt
from reasoning.derived import derived
from reasoning.effort import BASE, SHORTFALL_SCALE, learning, shortfalls
from reasoning.holdings import Holding
from reasoning.requirements import Requirement, needs
from reasoning.taxonomy import KIND_ORDER, Taxonomy
from reasoning.terrain import Terrain


@dataclass(frozen=True, slots=True)
class StepFacts:
    """A step in graph terms. ``carried`` pairs each need that is met with the edges that show it.

    ``move`` is the position of the move in the terrain; ``cost`` is without preferences.
    """

    origin: int
    destination: int
    move: int
    transition: int | None
    observed: int
    edge_confidence: float | None
    carried: tuple[tuple[Requirement, tuple[EdgeAt, ...]], ...]
    missing: tuple[Requirement, ...]
    carried_share: float
    learned: int
    doubt: int
    cost: int
    months: int

    def edges(self) -> Iterator[EdgeAt]:
        """Everything the step rests on: the transition, what shows that needs are met, what is missing."""
        if self.transition is not None:
            yield ("TRANSITIONS_TO", self.transition)
        for need, shown in self.carried:
            yield ("REQUIRES_SKILL", need.position)
            yield from shown
        for need in self.missing:
            yield ("REQUIRES_SKILL", need.position)


def step_facts(
    snapshot: Snapshot,
    ground: Terrain,
    held: Mapping[int, Holding],
    before: Sequence[int],
    origin: int,
    destination: int,
) -> StepFacts:
    """Work out the step for someone who holds ``held`` and has worked in the roles ``before``."""
    taxonomy = derived(snapshot, Taxonomy)
    sources = _sources(snapshot, held, before)
    carried: list[tuple[Requirement, tuple[EdgeAt, ...]]] = []
    missing: list[Requirement] = []
    levels: list[int] = []
    for need in needs(snapshot, destination):
        level, shown = _best(need, sources, taxonomy)
        levels.append(level)
        if level >= need.threshold:
            carried.append((need, shown))
        else:
            missing.append(need)
    return _costed(snapshot, ground, origin, destination, carried, missing, levels)


def shared_need(snapshot: Snapshot, origin: int, destination: int) -> tuple[EdgeAt, ...] | None:
    """Edges that join two roles by a skill: what the first asks for, why it counts, what the second asks for.

    The heaviest such need of the destination is taken; None when nothing the first role asks for counts.
    """
    sources = _sources(snapshot, {}, (origin,))
    taxonomy = derived(snapshot, Taxonomy)
    found = ((need, _best(need, sources, taxonomy)) for need in needs(snapshot, destination))
    joined = [
        (-min(level, need.threshold) * need.weight, need.skill, need, edges) for need, (level, edges) in found if edges
    ]
    if not joined:
        return None
    _, _, need, edges = min(joined, key=lambda item: item[:2])
    return (*edges, ("REQUIRES_SKILL", need.position))


Source: TypeAlias = tuple[int, int, tuple[EdgeAt, ...]]
"""A level, where it comes from (0 a holding, 1 a role passed), and the edges."""


def _sources(snapshot: Snapshot, held: Mapping[int, Holding], before: Sequence[int]) -> dict[int, list[Source]]:
    found: dict[int, list[Source]] = {skill: [(item.level, 0, item.edges)] for skill, item in held.items()}
    for role in before:
        for need in needs(snapshot, role):
            found.setdefault(need.skill, []).append((need.threshold, 1, (("REQUIRES_SKILL", need.position),)))
    return found


def _best(need: Requirement, sources: Mapping[int, list[Source]], taxonomy: Taxonomy) -> tuple[int, tuple[EdgeAt, ...]]:
    """The highest level at which the need is held: by holdings before roles, then by the surest kind of cover."""
    covers = taxonomy.covers(need.skill)
    options: list[tuple[int, int, int, int, tuple[EdgeAt, ...]]] = []
    for skill in sources.keys() & covers.keys():
        cover = covers[skill]
        if cover.kind is CoverKind.CLOSE:
            continue
        for level, source, edges in sources[skill]:
            reached = -min(level, need.threshold)
            options.append((reached, source, KIND_ORDER[cover.kind], len(cover.chain), (*edges, *cover.chain)))
    if not options:
        return 0, ()
    reached, _, _, _, edges = min(options)
    return -reached, edges


def _costed(
    snapshot: Snapshot,
    ground: Terrain,
    origin: int,
    destination: int,
    carried: Sequence[tuple[Requirement, tuple[EdgeAt, ...]]],
    missing: Sequence[Requirement],
    levels: Sequence[int],
) -> StepFacts:
    asked = needs(snapshot, destination)
    weights = np.array([need.weight for need in asked], dtype=np.int64)
    thresholds = np.array([need.threshold for need in asked], dtype=np.int64)
    short = int((shortfalls(np.array(levels, dtype=np.int64), thresholds) * weights).sum()) if asked else 0
    total = int(weights.sum())
    base = snapshot.nodes("Role").start
    prepared = ground.preparation[destination - base : destination - base + 1]
    learned = int(learning(prepared, np.array([short]), np.array([total]))[0])
    at = ground.move(origin - base, destination - base)
    assert at is not None  # the search walks moves only
    transition = int(ground.moves.transitions[at])
    confidences = snapshot.edges("TRANSITIONS_TO").columns["confidence"]
    return StepFacts(
        origin=origin,
        destination=destination,
        move=at,
        transition=transition if transition >= 0 else None,
        observed=int(ground.moves.observed[at]),
        edge_confidence=confidences.number(transition) if transition >= 0 else None,
        carried=tuple(carried),
        missing=tuple(missing),
        carried_share=round(1 - short / (SHORTFALL_SCALE * total), 4) if total else 0.0,
        learned=learned,
        doubt=int(ground.doubts[at]),
        cost=learned + int(ground.bases[at]),
        months=learned + BASE,
    )
