"""Which single fact decides the best path: each one it cites is left out, each skill it lacks supposed, one by one.

Exact by recomputation on an overlay (reasoning.overlays), for at most ``MAX_FACTS`` facts; the answer says how many
there are. The role the paths start from is kept as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.snapshot import Snapshot
from reasoning.citing import EdgeAt
from reasoning.effort import MONTH
from reasoning.evidence import Claim, EdgeRef, NodeRef
from reasoning.levels import level_of
from reasoning.overlays import Fact, Overlay, overlaid
from reasoning.path_answers import CareerPath, CareerPathRequest
from reasoning.path_question import PathQuestion, path_question
from reasoning.path_telling import Telling
from reasoning.routes import Route

MAX_FACTS = 60
"""Facts tried before the answer says that it has not tried all."""

MAX_EXPANDED = 100_000
"""Partial paths looked at in all, likewise."""


class Change(StrEnum):
    """What is done to a fact."""

    REMOVED = "removed"
    GAINED = "gained"


class Effect(StrEnum):
    """What that does to the best path."""

    NO_PATH = "no_path"
    OTHER_PATH = "other_path"


@dataclass(frozen=True, slots=True)
class DecidingFact:
    """A fact whose change changes the best path: ``edge`` is removed, or ``skill`` is held at ``level``.

    ``roles`` are those of the path that is best then, ``cost_change`` what it costs more; ``claims`` state the edge.
    """

    change: Change
    effect: Effect
    edge: EdgeRef | None = None
    skill: NodeRef | None = None
    level: float | None = None
    roles: tuple[NodeRef, ...] = ()
    cost_change: float | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class SensitivityRequest(CareerPathRequest):
    """A path question of which the best path is examined."""


@dataclass(frozen=True, slots=True)
class SensitivityAnswer:
    """The best path and the facts that decide it, the gravest first.

    ``examined`` of ``facts`` were tried; ``unmoved`` changed at most the cost of the best path.
    """

    subject: NodeRef | None
    start: NodeRef
    target: NodeRef
    best: CareerPath | None
    deciding: tuple[DecidingFact, ...]
    examined: int
    facts: int
    unmoved: int
    exact: bool
    claims: tuple[Claim, ...] = ()


def sensitivity(snapshot: Snapshot, request: SensitivityRequest) -> SensitivityAnswer:
    """Examine the best path. Raises as ``career_path`` does."""
    asked = path_question(snapshot, request)
    found = asked.search(request.constraints, 1)
    told = Telling(asked)
    best = found.routes[0] if found.routes else None
    trials = list(_trials(asked, told, best)) if best is not None else []
    examiner = _Examiner(asked, told, best)
    deciding: list[DecidingFact] = []
    for trial in trials[:MAX_FACTS]:
        if examiner.expanded >= MAX_EXPANDED:
            break
        deciding += examiner.decide(trial)
    deciding.sort(key=lambda one: (one.effect is not Effect.NO_PATH, -abs(one.cost_change or 0.0)))
    return SensitivityAnswer(
        subject=told.citations.node(request.person) if request.person is not None else None,
        start=told.citations.node(asked.start),
        target=told.citations.node(asked.target),
        best=told.path(best) if best is not None else None,
        deciding=tuple(deciding),
        examined=examiner.tried,
        facts=len(trials),
        unmoved=examiner.tried - len(deciding),
        exact=found.exact and examiner.exact,
        claims=told.start(),
    )


@dataclass(frozen=True, slots=True)
class _Trial:
    edge: EdgeAt | None = None
    skill: int | None = None
    level: int = 0


def _trials(asked: PathQuestion, told: Telling, best: Route) -> Iterator[_Trial]:
    """Edges in the order of the path, each once; then the skills to be gained, if a person could hold them."""
    facts = told.facts(best)
    for edge in dict.fromkeys(edge for fact in facts for edge in fact.edges()):
        yield _Trial(edge=edge)
    if asked.request.person is not None:
        for need in dict.fromkeys((one.skill, one.threshold) for fact in facts for one in fact.missing):
            yield _Trial(skill=need[0], level=need[1])


class _Examiner:
    def __init__(self, asked: PathQuestion, told: Telling, best: Route | None) -> None:
        self._asked, self._told, self._best = asked, told, best
        self.exact = True
        self.tried = self.expanded = 0

    def decide(self, trial: _Trial) -> list[DecidingFact]:
        """The fact if it changes the best path, else nothing."""
        asked, cite = self._asked, self._told.citations
        snapshot = overlaid(asked.snapshot, self._overlay(trial))
        changed = path_question(snapshot, replace(asked.request, start_role=asked.start))
        found = changed.search(asked.request.constraints, 1)
        self.tried, self.expanded = self.tried + 1, self.expanded + found.expanded
        self.exact &= found.exact
        then = found.routes[0] if found.routes else None
        if self._best is None or (then is not None and then.roles == self._best.roles):
            return []
        edge = cite.edge(trial.edge) if trial.edge is not None else None
        fact = DecidingFact(
            change=Change.REMOVED if trial.edge is not None else Change.GAINED,
            effect=Effect.NO_PATH if then is None else Effect.OTHER_PATH,
            edge=edge,
            skill=cite.node(trial.skill) if trial.skill is not None else None,
            level=level_of(trial.level) if trial.skill is not None else None,
            roles=cite.nodes(role + asked.base for role in then.roles) if then is not None else (),
            cost_change=(then.cost - self._best.cost) / MONTH if then is not None else None,
            claims=self._told.fact(edge) if edge is not None else (),
        )
        return [fact]

    def _overlay(self, trial: _Trial) -> Overlay:
        if trial.edge is not None:
            return Overlay(without=(trial.edge,))
        person, skill = self._asked.request.person, trial.skill
        assert person is not None  # _trials supposes skills for a person only
        assert skill is not None
        return Overlay(supposed=(Fact("HAS_SKILL", person, skill, {"level": level_of(trial.level)}),))
