"""What if: a path question on the snapshot as it is and as supposed, side by side. Nothing is written anywhere.

Supposed facts are marked as such and never cited: a step lists those it rests on, and a claim that would rest on one
is not made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.keys import NodeKey
from graph.snapshot import Snapshot
from reasoning.citing import Citations
from reasoning.evidence import Claim, EdgeRef, NodeRef
from reasoning.overlays import Fact, Overlay, overlaid, supposed_ids
from reasoning.path_answers import (
    CareerPath,
    CareerPathAnswer,
    CareerPathRequest,
    PathConflict,
    PathStep,
    SupposedFact,
)
from reasoning.paths import career_path


@dataclass(frozen=True, slots=True)
class LearnedSkill:
    """The person holds the skill at the level."""

    skill: int
    level: float


@dataclass(frozen=True, slots=True)
class OpenedMove:
    """People have moved from one role to the other, so many times."""

    origin: int
    destination: int
    observed: int = 1


@dataclass(frozen=True, slots=True)
class ChangedNeed:
    """The role asks for the skill at the level (any level where None), or no longer asks for it (``dropped``)."""

    role: int
    skill: int
    level: float | None = None
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class WhatIfRequest(CareerPathRequest):
    """A path question and what is supposed for it; ``closed`` are roles that are no more."""

    learned: tuple[LearnedSkill, ...] = ()
    opened: tuple[OpenedMove, ...] = ()
    needs: tuple[ChangedNeed, ...] = ()
    closed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIfAnswer:
    """The answer as things are and as supposed, and what was supposed.

    ``cost_change`` and ``months_change`` compare the two best paths; None where one of them has none.
    """

    actual: CareerPathAnswer
    supposed: CareerPathAnswer
    facts: tuple[SupposedFact, ...]
    closed: tuple[NodeRef, ...]
    cost_change: float | None
    months_change: float | None
    claims: tuple[Claim, ...] = ()


def what_if(snapshot: Snapshot, request: WhatIfRequest) -> WhatIfAnswer:
    """Answer both. Raises as ``career_path`` does."""
    plain = CareerPathRequest(
        target_role=request.target_role,
        person=request.person,
        start_role=request.start_role,
        alternatives=request.alternatives,
        constraints=request.constraints,
        now=request.now,
        min_diversity=request.min_diversity,
        preferences=request.preferences,
    )
    overlay = _overlay(snapshot, request)
    avoid = (*request.constraints.avoid, *(snapshot.ids[role] for role in request.closed))
    limits = replace(request.constraints, avoid=tuple(dict.fromkeys(avoid)))
    actual = career_path(snapshot, plain)
    found = career_path(overlaid(snapshot, overlay), replace(plain, constraints=limits))
    cite = Citations(snapshot)
    facts = tuple(_told(cite, fact) for fact in overlay.supposed)
    marked = _Marking(supposed_ids(snapshot, overlay), facts)
    supposed = marked.answer(found)
    both = [answer.paths[0] for answer in (actual, supposed) if answer.paths]
    return WhatIfAnswer(
        actual=actual,
        supposed=supposed,
        facts=facts,
        closed=cite.nodes(request.closed),
        cost_change=round(both[1].cost - both[0].cost, 3) if len(both) == 2 else None,
        months_change=round(both[1].months - both[0].months, 3) if len(both) == 2 else None,
    )


def _overlay(snapshot: Snapshot, request: WhatIfRequest) -> Overlay:
    requires = snapshot.edges("REQUIRES_SKILL")
    dropped = [
        position
        for change in request.needs
        if change.dropped
        for position in range(requires.out(change.role).start, requires.out(change.role).stop)
        if int(requires.dst[position]) == change.skill
    ]
    return Overlay(tuple(("REQUIRES_SKILL", position) for position in dropped), tuple(_facts(request)))


def _facts(request: WhatIfRequest) -> Iterator[Fact]:
    if request.person is not None:
        for learned in request.learned:
            yield Fact("HAS_SKILL", request.person, learned.skill, {"level": learned.level})
    for move in request.opened:
        yield Fact("TRANSITIONS_TO", move.origin, move.destination, {"observed_count": move.observed})
    for change in request.needs:
        if not change.dropped:
            asked = {"essential": True, "weight": 1.0, "min_level": change.level}
            yield Fact("REQUIRES_SKILL", change.role, change.skill, asked)


def _told(cite: Citations, fact: Fact) -> SupposedFact:
    plain = {name: value for name, value in fact.properties.items() if isinstance(value, bool | int | float | str)}
    return SupposedFact(fact.rel_type, cite.node(fact.start), cite.node(fact.end), plain)


class _Marking:
    """Takes supposed facts out of evidence and claims, and notes them on the steps."""

    def __init__(self, ids: frozenset[str], facts: Sequence[SupposedFact]) -> None:
        self._ids = ids
        self._facts = {(fact.rel_type, fact.start.key, fact.end.key): fact for fact in facts}

    def answer(self, found: CareerPathAnswer) -> CareerPathAnswer:
        """The answer with its supposed facts marked."""
        return replace(
            found,
            paths=tuple(self._path(path) for path in found.paths),
            claims=self._claims(found.claims),
            conflict=self._conflict(found.conflict) if found.conflict is not None else None,
        )

    def _conflict(self, found: PathConflict) -> PathConflict:
        without = self._path(found.without) if found.without is not None else None
        return replace(found, without=without, claims=self._claims(found.claims))

    def _path(self, path: CareerPath) -> CareerPath:
        steps = tuple(self._step(step) for step in path.steps)
        return replace(path, steps=steps, claims=self._claims(path.claims))

    def _step(self, step: PathStep) -> PathStep:
        evidence = tuple(edge for edge in step.evidence if edge.edge_id not in self._ids)
        noted = [self._facts[_ends(edge)] for edge in step.evidence if edge.edge_id in self._ids]
        return replace(step, evidence=evidence, supposed=tuple(noted))

    def _claims(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        return tuple(claim for claim in claims if not any(edge.edge_id in self._ids for edge in claim.edges))


def _ends(edge: EdgeRef) -> tuple[str, NodeKey, NodeKey]:
    return edge.rel_type, edge.start.key, edge.end.key
