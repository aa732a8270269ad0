"""What one step of a path rests on: what carries over and through which edges, what is missing, what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graph.snapshot import Snapshot
from reasoning.answers import CoverKind
from reasoning.citing import EdgeAt
from reasoning.derived import derived
from reasoning.effort import BASE, SHORTFALL_SCALE, learning_of, shortfall
from reasoning.holdings import Holding
from reasoning.requirements import Requirement, needs
from reasoning.taxonomy import KIND_ORDER, Taxonomy
from reasoning.terrain import Terrain


@dataclass(frozen=True, slots=True)
class StepFacts:
    """A step in graph terms. ``carried`` pairs each need that is met with the edges that show it; ``partly``
    are the edges that show what is held of the ``missing`` ones: less is left to learn by that much.

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
    partly: tuple[EdgeAt, ...]
    carried_share: float
    learned: int
    doubt: int
    cost: int
    months: int

    def edges(self) -> Iterator[EdgeAt]:
        """What the step rests on: the transition, what shows that needs are met or held in part, what is missing."""
        if self.transition is not None:
            yield ("TRANSITIONS_TO", self.transition)
        for need, shown in self.carried:
            yield ("REQUIRES_SKILL", need.position)
            yield from shown
        for need in self.missing:
            yield ("REQUIRES_SKILL", need.position)
        yield from self.partly


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
    sources = _Sources(snapshot, held, before)
    carried: list[tuple[Requirement, tuple[EdgeAt, ...]]] = []
    missing: list[Requirement] = []
    partly: list[EdgeAt] = []
    levels: list[int] = []
    for need in needs(snapshot, destination):
        level, shown = _best(need, sources, taxonomy)
        levels.append(level)
        if level >= need.threshold:
            carried.append((need, shown))
        else:
            missing.append(need)
            partly += shown
    return _costed(snapshot, ground, origin, destination, carried, missing, partly, levels)


def shared_need(snapshot: Snapshot, origin: int, destination: int) -> tuple[EdgeAt, ...] | None:
    """Edges that join two roles by a skill: what the first asks for, why it counts, what the second asks for.

    The heaviest such need of the destination is taken; None when nothing the first role asks for counts.
    """
    sources = _Sources(snapshot, {}, (origin,))
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


class _Given(dict[int, dict[int, Source]]):
    """By role and skill, what working in a role gives; of roles that were read already."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self._snapshot = snapshot

    def __missing__(self, role: int) -> dict[int, Source]:
        asked = needs(self._snapshot, role)
        found: dict[int, Source] = {
            need.skill: (need.threshold, 1, (("REQUIRES_SKILL", need.position),)) for need in asked
        }
        return self.setdefault(role, found)


class _Sources:
    """Where levels come from: what is held, and the roles passed."""

    def __init__(self, snapshot: Snapshot, held: Mapping[int, Holding], before: Sequence[int]) -> None:
        given = derived(snapshot, _Given)
        self._held, self._given = held, [given[role] for role in before]

    def of(self, skill: int) -> list[Source]:
        """What gives the skill."""
        found = [given[skill] for given in self._given if skill in given]
        holding = self._held.get(skill)
        if holding is not None:
            found.append((holding.level, 0, holding.edges))
        return found


def _best(need: Requirement, sources: _Sources, taxonomy: Taxonomy) -> tuple[int, tuple[EdgeAt, ...]]:
    """The highest level at which the need is held: by holdings before roles, then by the surest kind of cover."""
    options: list[tuple[int, int, int, int, tuple[EdgeAt, ...]]] = []
    for skill, cover in taxonomy.covers(need.skill).items():
        for level, source, edges in sources.of(skill):
            if cover.kind is not CoverKind.CLOSE:
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
    partly: Sequence[EdgeAt],
    levels: Sequence[int],
) -> StepFacts:
    asked = needs(snapshot, destination)
    short = sum(shortfall(level, need.threshold) * need.weight for level, need in zip(levels, asked, strict=True))
    total = sum(need.weight for need in asked)
    base = snapshot.nodes("Role").start
    learned = learning_of(int(ground.preparation[destination - base]), short, total)
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
        partly=tuple(dict.fromkeys(partly)),
        carried_share=round(1 - short / (SHORTFALL_SCALE * total), 4) if total else 0.0,
        learned=learned,
        doubt=int(ground.doubts[at]),
        cost=learned + int(ground.bases[at]),
        months=learned + BASE,
    )
