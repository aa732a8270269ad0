"""Finds the passages that answer a question: filter first, then rank by words and by meaning, then decide.

Ranks of both rankings are joined by reciprocal rank fusion. Pure: the same snapshot, request and vectors give the
same answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from graph.columns import EPOCH
from graph.snapshot import Snapshot
from reasoning.citing import Citations, ClaimWriter
from reasoning.derived import derived
from reasoning.evidence import Claim, EdgeRef
from reasoning.retrieval.answers import DocumentRequest, DocumentsAnswer, PassageHit, SearchMode
from reasoning.retrieval.claims import passage_claim, superseded_claim
from reasoning.retrieval.confidence import Calibration, Features, calibration
from reasoning.retrieval.in_force import candidates, successor, versions_in_force
from reasoning.retrieval.lexical import LexicalScores, lexical_scores
from reasoning.retrieval.library import OPEN, Library, Mask, Version
from reasoning.retrieval.quotes import quote_of
from reasoning.retrieval.ranking import Scores, best_first, fused
from reasoning.retrieval.semantics import Semantics, Vectors


def find_passages(
    snapshot: Snapshot,
    request: DocumentRequest,
    semantics: Semantics | None = None,
    decided_by: Calibration | None = None,
) -> DocumentsAnswer:
    """Answer the request. ``decided_by`` takes the place of the calibration of this installation."""
    ranking = Ranking(snapshot, request, semantics)
    rule = decided_by or calibration(ranking.mode)
    confidence = rule.probability(ranking.features) if ranking.order else 0.0
    found = bool(ranking.order) and confidence >= rule.threshold
    writer = ClaimWriter()
    hits = [ranking.hit(number, writer) for number in ranking.order[: request.first]] if found else []
    return DocumentsAnswer(
        question=request.question,
        as_of=request.as_of,
        found=found,
        confidence=confidence,
        threshold=rule.threshold,
        mode=ranking.mode,
        considered=int(ranking.among.sum()),
        hits=tuple(hits),
    )


class Ranking:
    """One question ranked: ``order`` are the candidates that anything speaks for, best first."""

    def __init__(self, snapshot: Snapshot, request: DocumentRequest, semantics: Semantics | None) -> None:
        self.snapshot, self.request = snapshot, request
        self.library = derived(snapshot, Library)
        self.mode = SearchMode.LEXICAL
        day = (request.as_of - EPOCH).days
        self.among: Mask = candidates(self.library, day, request.audiences, request.kinds)
        self.lexical: LexicalScores = lexical_scores(self.library, request.question, self.among)
        self.cosines: Vectors = np.zeros(0, dtype=np.float32)
        self.likeness: Vectors | None = None
        like = None if semantics is None else semantics.likeness(snapshot, request.question, self.among)
        if like is not None:
            self.mode = SearchMode.HYBRID
            self.cosines, self.likeness = like
        self.fused = self._fused()
        self.order = best_first(self.fused, 0.0)
        self.citations = Citations(snapshot)

    def _fused(self) -> npt.NDArray[np.float64]:
        rankings: list[tuple[Scores, float]] = [
            (self.lexical.scores, 0.0),
            *([] if self.likeness is None else [(self.likeness, -1.0)]),
        ]
        return fused(len(self.library), *rankings)

    @property
    def features(self) -> Features:
        """What tells whether anything answers: the most that any candidate has in common with the question."""
        like = 0.0 if self.likeness is None else max(0.0, float(self.likeness.max()))
        return Features(float(self.lexical.shares.max()), like)

    def hit(self, number: int, writer: ClaimWriter) -> PassageHit:
        """A passage with its citation."""
        passage = self.library.passages[number]
        version = self.library.versions[passage.version]
        edge = self.citations.edge(("HAS_PASSAGE", passage.edge))
        since, until = _day(version.begins), None if version.ends == OPEN else _day(version.ends)
        replaced = self._replaced(passage.version)
        newer = None if replaced is None else (replaced[0], _day(replaced[1].begins).isoformat())
        period = (since.isoformat(), until.isoformat() if until else None)
        claims: list[Claim] = [passage_claim(writer, edge, version, period, newer)]
        evidence: tuple[EdgeRef, ...] = (edge,)
        if replaced is not None:
            evidence = (edge, replaced[0])
            claims.append(
                superseded_claim(writer, replaced[0], version, replaced[1], _day(replaced[1].begins).isoformat())
            )
        return PassageHit(
            passage=edge.end,
            document=edge.start,
            series=version.series,
            version=version.version,
            kind=version.kind,
            section=passage.section,
            place=passage.place,
            quote=quote_of(passage.text, self.request.question, self._likeness_of(number)),
            text=passage.text,
            in_force_from=since,
            in_force_to=until,
            current=bool(self._today[passage.version]),
            superseded_by=None if replaced is None else replaced[0].start,
            owner=version.owner,
            score=float(self.fused[number]),
            evidence=evidence,
            claims=tuple(claims),
        )

    @cached_property
    def _today(self) -> Mask:
        """For each version whether it is in force now (without a moment: on the day asked about)."""
        today = self.request.now.date() if self.request.now else self.request.as_of
        return versions_in_force(self.library, (today - EPOCH).days)

    def _replaced(self, number: int) -> tuple[EdgeRef, Version] | None:
        """What took the version's place between the day asked about and now, and the edge that says so."""
        now = self.request.now
        found = None if now is None else successor(self.library, number, (now.date() - EPOCH).days)
        if found is None:
            return None
        return self.citations.edge(("SUPERSEDES", found[1])), self.library.versions[found[0]]

    def _likeness_of(self, number: int) -> Sequence[float]:
        if not len(self.cosines):
            return ()
        _, owners = self.library.sentences
        return [float(value) for value in self.cosines[owners == number]]


def _day(days: int) -> date:
    return EPOCH + timedelta(days=days)
