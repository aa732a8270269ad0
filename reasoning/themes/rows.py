"""What of a tenant's graph goes into clustering: roles, skills, courses, and passages open to planners. Never people.

Each row has a number of ours; whatever comes back is checked against these numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from graph.columns import EPOCH
from graph.snapshot import Snapshot
from reasoning.citing import EdgeAt, caption_text
from reasoning.derived import derived
from reasoning.retrieval.in_force import readable, versions_in_force
from reasoning.retrieval.library import Library

LABELS = ("Role", "Skill", "Course", "Passage")
TYPES = ("REQUIRES_SKILL", "TEACHES_SKILL", "BROADER", "RELATED_TO", "TRANSITIONS_TO", "HAS_PREREQUISITE", "ABOUT")
READER = "planner"
"""For whom the reports are: passages that planners may not read stay out."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A node: its number, index, label and the title it goes by, which is unique."""

    number: int
    node: int
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A pair of nodes that edges join, in whatever direction: its number, both entities, the edges."""

    number: int
    source: int
    target: int
    edges: tuple[EdgeAt, ...]


@dataclass(frozen=True, slots=True)
class ThemeRows:
    """All rows; a number is the place in its tuple."""

    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]


def theme_rows(snapshot: Snapshot, now: datetime) -> ThemeRows:
    """The rows of the snapshot's tenant. Nodes without any edge to another are left out."""
    nodes = [node for label in LABELS for node in _nodes(snapshot, label, now)]
    kept = set(nodes)
    pairs: dict[tuple[int, int], list[EdgeAt]] = defaultdict(list)
    for rel_type in TYPES:
        edges = snapshot.edges(rel_type)
        for position in range(len(edges)):
            start, end = edges.start(position), int(edges.dst[position])
            if start in kept and end in kept and start != end:
                pairs[min(start, end), max(start, end)].append((rel_type, position))
    joined = {node for pair in pairs for node in pair}
    titles = _titles(snapshot, [node for node in nodes if node in joined])
    entities = tuple(
        Entity(number, node, snapshot.label(node), title) for number, (node, title) in enumerate(titles.items())
    )
    places = {entity.node: entity.number for entity in entities}
    relations = tuple(
        Relation(number, places[one], places[other], tuple(edges))
        for number, ((one, other), edges) in enumerate(sorted(pairs.items()))
    )
    return ThemeRows(entities, relations)


def _nodes(snapshot: Snapshot, label: str, now: datetime) -> Iterator[int]:
    own = snapshot.tenants.index(snapshot.version.tenant_id) if snapshot.version.tenant_id in snapshot.tenants else -1
    open_passages = _passages(snapshot, now) if label == "Passage" else None
    for node in snapshot.nodes(label):
        if int(snapshot.tenant_codes[node]) == own and (open_passages is None or node in open_passages):
            yield node


def _passages(snapshot: Snapshot, now: datetime) -> set[int]:
    library = derived(snapshot, Library)
    standing = versions_in_force(library, (now.date() - EPOCH).days) & readable(library, (READER,))
    return {passage.node for passage in library.passages if standing[passage.version]}


def _titles(snapshot: Snapshot, nodes: list[int]) -> dict[int, str]:
    """A title for each node, without anything that could forge a row, told apart where two read the same."""
    used: set[str] = set()
    titles: dict[int, str] = {}
    for node in nodes:
        plain = caption_text(snapshot.caption(node)) or snapshot.ids[node]
        title, number = plain, 1
        while title in used:
            number += 1
            title = f"{plain} ({number})"
        used.add(title)
        titles[node] = title
    return titles
