"""The typed question for themes and its answer. Plain data, no logic."""

from __future__ import annotations

from dataclasses import dataclass

from reasoning.evidence import Claim, EdgeRef, NodeRef


@dataclass(frozen=True, slots=True)
class ThemesRequest:
    """A question in words about what hangs together."""

    question: str
    first: int = 5


@dataclass(frozen=True, slots=True)
class ThemeHit:
    """A report: its text, who worded it, what it speaks of, and the edges it was made from.

    ``evidence`` are the SUMMARISES edges; ``edge_ids`` the edges inside the group, as the report keeps them.
    """

    report: NodeRef
    text: str
    origin: str
    depth: int
    members: tuple[NodeRef, ...]
    edge_ids: tuple[str, ...]
    score: float
    evidence: tuple[EdgeRef, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class ThemesAnswer:
    """The reports that fit best; ``considered`` counts all there are."""

    question: str
    themes: tuple[ThemeHit, ...]
    considered: int
    claims: tuple[Claim, ...] = ()
