"""Finds the reports that fit a question, by words and by meaning. A report counts while its SUMMARISES edges live."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from graph.snapshot import Snapshot
from reasoning.citing import Citations, ClaimWriter
from reasoning.derived import derived
from reasoning.evidence import Claim, ClaimKind, EdgeRef, SlotValue
from reasoning.retrieval.lexical import lexical_scores
from reasoning.retrieval.ranking import fused
from reasoning.retrieval.semantics import Semantics
from reasoning.retrieval.word_index import Weighted, WordIndex
from reasoning.themes.answers import ThemeHit, ThemesAnswer, ThemesRequest

COUNTED = (("Role", "roles"), ("Skill", "skills"), ("Course", "courses"), ("Passage", "passages"))


class Shelf(WordIndex):
    """The live reports of a snapshot, as words."""

    def __init__(self, snapshot: Snapshot) -> None:
        edges = snapshot.edges("SUMMARISES")
        self.nodes = [
            node for node in snapshot.nodes("CommunityReport") if edges.out(node).stop > edges.out(node).start
        ]
        self.texts = [
            f"{snapshot.caption(node)}. {snapshot.text('CommunityReport', 'text', node) or ''}" for node in self.nodes
        ]

    def __len__(self) -> int:
        return len(self.nodes)

    def weighted(self) -> Iterator[Weighted]:
        """Each report's title and text."""
        return (((text, 1.0),) for text in self.texts)


def find_themes(snapshot: Snapshot, request: ThemesRequest, semantics: Semantics | None = None) -> ThemesAnswer:
    """The reports that fit best; none where not a word or meaning is shared."""
    shelf = derived(snapshot, Shelf)
    scores = lexical_scores(shelf, request.question, np.ones(len(shelf), dtype=np.bool_)).scores
    likeness = semantics.to_texts(shelf.texts, request.question) if semantics is not None and len(shelf) else None
    total = fused(len(shelf), (scores, 0.0), *(() if likeness is None else ((likeness, 0.2),)))
    order = [int(at) for at in np.argsort(-total, kind="stable") if total[at] > 0][: request.first]
    citations, writer = Citations(snapshot), ClaimWriter()
    hits = tuple(_hit(snapshot, shelf.nodes[at], float(total[at]), citations, writer) for at in order)
    return ThemesAnswer(request.question, hits, len(shelf))


def _hit(snapshot: Snapshot, node: int, score: float, citations: Citations, writer: ClaimWriter) -> ThemeHit:
    span = snapshot.edges("SUMMARISES").out(node)
    edges = tuple(citations.edge(("SUMMARISES", position)) for position in range(span.start, span.stop))
    return ThemeHit(
        report=citations.node(node),
        text=snapshot.text("CommunityReport", "text", node) or "",
        origin=snapshot.text("CommunityReport", "origin", node) or "template",
        depth=int(snapshot.number("CommunityReport", "depth", node) or 0),
        members=tuple(edge.end for edge in edges),
        edge_ids=tuple(snapshot.text_list("CommunityReport", "edge_ids", node)),
        score=score,
        evidence=edges,
        claims=(_covers(writer, edges),),
    )


def _covers(writer: ClaimWriter, edges: tuple[EdgeRef, ...]) -> Claim:
    """What the report speaks of, counted by kind."""
    slots: dict[str, SlotValue] = {"theme": edges[0].start.caption}
    for label, slot in COUNTED:
        slots[slot] = sum(edge.end.key.label == label for edge in edges)
    return writer.claim(ClaimKind.THEME_COVERS, edges, slots)
