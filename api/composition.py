"""The composition root of the questions: it joins a store and its snapshots with the reasoning functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from api.narration.narrator import ModelNarrator
from api.ports import Clock, Deps, DroppedClaim, Reasoning, Release, SnapshotSource
from api.recording.book import AnswerBook
from graph.snapshot import Snapshot
from graph.store import CitedEdge, GraphStore
from reasoning.cohorts.matching import cohort_match
from reasoning.evidence import Claim
from reasoning.gaps import skill_gap
from reasoning.mentors import mentor_match
from reasoning.narrators import Narrator
from reasoning.paths import career_path
from reasoning.release import release
from reasoning.retrieval import DocumentRequest, DocumentsAnswer, Semantics, find_passages
from reasoning.search import search
from reasoning.themes import ThemesAnswer, ThemesRequest, find_themes


def compose(
    store: GraphStore,
    snapshots: SnapshotSource,
    *,
    staleness_bound_seconds: float,
    clock: Clock,
    narrator: Narrator | None = None,
    narration: ModelNarrator | None = None,
    answers: AnswerBook | None = None,
    semantics: Semantics | None = None,
) -> Deps:
    """The dependencies of every use case. ``answers`` records what is answered; without it nothing is recorded.

    ``narrator`` words the claims of answers, ``narration`` explanations; without them, templates do.
    Without ``semantics`` documents are searched by words alone.
    """
    return Deps(
        store,
        snapshots,
        reasoning(narrator, semantics),
        clock,
        staleness_bound_seconds=staleness_bound_seconds,
        narration=narration,
        answers=answers,
    )


def reasoning(narrator: Narrator | None = None, semantics: Semantics | None = None) -> Reasoning:
    """The reasoning functions, with the narrator and the vectors of meaning bound."""

    def released(claims: Sequence[Claim], cited: Mapping[str, CitedEdge]) -> Release:
        outcome = release(claims, cited, narrator)
        dropped = tuple(DroppedClaim(one.claim_id, str(one.kind), one.codes) for one in outcome.dropped)
        return Release(outcome.sentences, dropped)

    def documents(snapshot: Snapshot, request: DocumentRequest) -> DocumentsAnswer:
        return find_passages(snapshot, request, semantics)

    def themes(snapshot: Snapshot, request: ThemesRequest) -> ThemesAnswer:
        return find_themes(snapshot, request, semantics)

    return Reasoning(
        career_path, skill_gap, mentor_match, search, released, cohorts=cohort_match, documents=documents, themes=themes
    )
