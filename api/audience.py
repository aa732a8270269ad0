"""Audience: which documents, and what belongs to them, a caller may see. Asked wherever such a node or edge is shown.

A document that is not for the caller looks like one that is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from api.inquiry import Inquiry
from graph.keys import NodeKey
from graph.scope import CallerRole
from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.retrieval.answers import EVERYBODY

PLANNERS = frozenset({CallerRole.PLANNER, CallerRole.ADMIN, CallerRole.AUDITOR})
"""Who may see reports on groups of the graph."""


def audiences(inquiry: Inquiry) -> tuple[str, ...]:
    """What the caller counts as where an audience is stated."""
    return tuple(sorted(str(role) for role in inquiry.principal.roles))


class _Owners:
    """For every passage of a snapshot the documents that have it, and for every play the situations."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.documents = _sources(snapshot, "HAS_PASSAGE")
        self.situations = _sources(snapshot, "CALLS_FOR")


def _sources(snapshot: Snapshot, rel_type: str) -> Mapping[int, list[int]]:
    edges = snapshot.edges(rel_type)
    found: dict[int, list[int]] = {}
    for position in range(len(edges)):
        found.setdefault(int(edges.dst[position]), []).append(edges.start(position))
    return found


def may_see(inquiry: Inquiry, key: NodeKey) -> bool:
    """Whether the caller may see the node; true for everything that has no audience."""
    rule = _RULES.get(key.label)
    if rule is None:
        return True
    index = inquiry.snapshot.find(key)
    return index is not None and rule(inquiry, index)


def _addressed(label: str) -> Callable[[Inquiry, int], bool]:
    def rule(inquiry: Inquiry, index: int) -> bool:
        stated = set(inquiry.snapshot.text_list(label, "audience", index))
        return bool(stated & {EVERYBODY, *audiences(inquiry)})

    return rule


_DOCUMENT, _SITUATION = _addressed("Document"), _addressed("Situation")


def _passage(inquiry: Inquiry, index: int) -> bool:
    owners = derived(inquiry.snapshot, _Owners).documents.get(index, ())
    return any(_DOCUMENT(inquiry, one) for one in owners)


def _play(inquiry: Inquiry, index: int) -> bool:
    owners = derived(inquiry.snapshot, _Owners).situations.get(index, ())
    return any(_SITUATION(inquiry, one) for one in owners)


def _report(inquiry: Inquiry, _: int) -> bool:
    return bool(inquiry.principal.roles & PLANNERS)


_RULES: Mapping[str, Callable[[Inquiry, int], bool]] = {
    "Document": _DOCUMENT,
    "Passage": _passage,
    "Situation": _SITUATION,
    "Play": _play,
    "CommunityReport": _report,
}
