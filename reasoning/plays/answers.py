"""The typed question for plays and its answer. Plain data, no logic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reasoning.evidence import Claim, EdgeRef, NodeRef


@dataclass(frozen=True, slots=True)
class PlaysRequest:
    """Whose situation; ``audiences`` is what the caller counts as."""

    person: int
    audiences: tuple[str, ...] = ()
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlayMatch:
    """A play that a rule calls for: the situation, where the play is described, the rule, and what makes it true.

    The first claim says that the situation holds and cites the rule's edge with every edge that makes it true; the
    others state the facts one by one.
    """

    play: NodeRef
    situation: NodeRef
    rule: str
    document: NodeRef | None
    evidence: tuple[EdgeRef, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class PlaysAnswer:
    """The plays that are called for, by situation; ``considered`` counts the rules that were evaluated."""

    subject: NodeRef
    plays: tuple[PlayMatch, ...]
    considered: int
    claims: tuple[Claim, ...] = ()
