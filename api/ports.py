"""What the use cases need from outside: store, snapshots, clock and the reasoning functions. Types only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from api.narration.narrator import ModelNarrator
from api.recording.book import AnswerBook
from graph.snapshot import Snapshot
from graph.store import CitedEdge, GraphStore
from reasoning.answers import (
    CareerPathAnswer,
    CareerPathRequest,
    MentorMatchAnswer,
    MentorMatchRequest,
    SearchHit,
    SkillGapAnswer,
    SkillGapRequest,
)
from reasoning.cohorts.terms import CohortAnswer, CohortRequest
from reasoning.evidence import Claim, Sentence
from reasoning.plays import PlaysAnswer, PlaysRequest, choose_plays
from reasoning.readiness import ReadinessAnswer, ReadinessRequest
from reasoning.readiness import readiness as tell_readiness
from reasoning.retrieval import DocumentRequest, DocumentsAnswer, find_passages
from reasoning.themes import ThemesAnswer, ThemesRequest, find_themes

Clock: TypeAlias = Callable[[], datetime]


class SnapshotSource(Protocol):
    """Gives the newest snapshot of a tenant, refreshed in the background."""

    def current(self, tenant_id: str) -> Snapshot:
        """The snapshot to answer from; raises ``StaleSnapshot`` when none is within the staleness bound."""
        ...

    def age(self, tenant_id: str, now: datetime) -> float:
        """Seconds since the snapshot was last known to show what the store holds."""
        ...

    def at(self, tenant_id: str, tenant: int, reference: int) -> Snapshot | None:
        """The snapshot of exactly these versions, if it is the current one or still kept."""
        ...


@dataclass(frozen=True, slots=True)
class DroppedClaim:
    """A claim that the verifier did not let through, with its codes."""

    claim_id: str
    kind: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """What came out of wording and verification."""

    sentences: tuple[Sentence, ...]
    dropped: tuple[DroppedClaim, ...] = ()


class Search(Protocol):
    """Finds nodes by name, alternate name or with a typo."""

    def __call__(
        self,
        snapshot: Snapshot,
        text: str,
        labels: Sequence[str],
        first: int,
        *,
        people: npt.NDArray[np.bool_] | None = None,
    ) -> Sequence[SearchHit]:
        """At most ``first`` hits among the labels, best first; people only where ``people`` says so for each."""
        ...


@dataclass(frozen=True, slots=True)
class Reasoning:
    """The reasoning functions an answer is made with; all pure."""

    career_paths: Callable[[Snapshot, CareerPathRequest], CareerPathAnswer]
    skill_gaps: Callable[[Snapshot, SkillGapRequest], SkillGapAnswer]
    mentors: Callable[[Snapshot, MentorMatchRequest], MentorMatchAnswer]
    search: Search
    release: Callable[[Sequence[Claim], Mapping[str, CitedEdge]], Release]
    cohorts: Callable[[Snapshot, CohortRequest], CohortAnswer]
    documents: Callable[[Snapshot, DocumentRequest], DocumentsAnswer] = find_passages
    plays: Callable[[Snapshot, PlaysRequest], PlaysAnswer] = choose_plays
    themes: Callable[[Snapshot, ThemesRequest], ThemesAnswer] = find_themes
    readiness: Callable[[Snapshot, ReadinessRequest], ReadinessAnswer] = tell_readiness


@dataclass(frozen=True, slots=True)
class Deps:
    """Everything a use case reaches. ``staleness_bound_seconds`` is stated with every answer.

    ``narration`` words explanations with a model; None: templates do. ``answers`` records what is answered; None:
    nothing is recorded and answers have no id.
    """

    store: GraphStore
    snapshots: SnapshotSource
    reasoning: Reasoning
    clock: Clock
    staleness_bound_seconds: float = 30.0
    narration: ModelNarrator | None = None
    answers: AnswerBook | None = None
