"""Grounds: the edges behind each component of a score, the weightiest first, a few each. It computes no score."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.snapshot import Snapshot
from reasoning.citing import Citations, EdgeAt
from reasoning.derived import derived
from reasoning.evidence import EdgeRef
from reasoning.transitions.landscape import Landscape
from reasoning.transitions.links import Standing
from reasoning.transitions.remembering import landscape
from reasoning.transitions.skill_space import same_skills
from reasoning.transitions.sparse import Ints
from reasoning.transitions.weights import TEXTS
from reasoning.transitions.words import stems

CAP = 8
"""Grounds shown for one component."""


class Standpoint(StrEnum):
    """What a ground says: both roles have it, only the destination asks for it, or it ties a role to another scheme."""

    SHARED = "shared"
    MISSING = "missing"
    MATCH = "match"


@dataclass(frozen=True, slots=True)
class Ground:
    """One fact behind a component: what it is about and the edges that say so (origin's first)."""

    standpoint: Standpoint
    about: str
    edges: tuple[EdgeRef, ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    standpoint: Standpoint
    node: int
    edges: tuple[EdgeAt, ...]
    weight: float


class Grounds:
    """Collects the grounds of one pair (snapshot indices)."""

    def __init__(self, snapshot: Snapshot, origin: int, destination: int) -> None:
        self._snapshot, self._citations = snapshot, Citations(snapshot)
        land = derived(snapshot, landscape)
        self._ends = (origin, destination)
        self._workers = tuple(_main(land.work_standing, land, role, land.work_roles) for role in self._ends)
        self._speakers = tuple(_speaker(snapshot, land, role) for role in self._ends)

    def of(self, component: str) -> tuple[Ground, ...]:
        """The grounds of a component, then the matches that carry it to a role of another scheme."""
        if component in TEXTS:
            return ()  # names and descriptions are the roles' own; no edge states them
        find = _WORK_FINDS.get(component) or _SKILL_FINDS.get(component)
        origin, destination = carriers = self._speakers if component in _SKILL_FINDS else self._workers
        if origin is None or destination is None:
            return ()
        facts = [] if find is None else list(find(self._snapshot, origin, destination))
        facts.sort(key=lambda fact: (-fact.weight, fact.node))
        kept = facts[:CAP]
        ties = [tie for role, carrier in zip(self._ends, carriers, strict=True) for tie in self._tie(role, carrier)]
        return tuple(self._ground(fact) for fact in [*kept, *ties])

    def _tie(self, role: int, carrier: int | None) -> Iterator[_Fact]:
        """The match between a role and the one whose data speaks for it."""
        if carrier is None or carrier == role:
            return
        edges = self._snapshot.edges("EQUIVALENT_TO")
        for start, end in ((role, carrier), (carrier, role)):
            position = edges.find(start, end)
            if position is not None:
                yield _Fact(Standpoint.MATCH, carrier, (("EQUIVALENT_TO", position),), 0.0)
                return

    def _ground(self, fact: _Fact) -> Ground:
        return Ground(fact.standpoint, self._citations.node(fact.node).caption, self._citations.edges(fact.edges))


def _main(standing: Standing, land: Landscape, role: int, roles: Ints) -> int | None:
    spread = standing.spread(role - land.base)
    if not spread:
        return None
    row = min(spread, key=lambda one: (-spread[one], one))
    return int(roles[row])


def _speaker(snapshot: Snapshot, land: Landscape, role: int) -> int | None:
    """The role itself where it names skills, else its strongest match in the skill space."""
    if land.own[role - land.base] >= 0 and len(snapshot.edges("REQUIRES_SKILL").targets(role)):
        return role
    return _main(land.skill_standing, land, role, land.skill_roles)


def _skills(snapshot: Snapshot, origin: int, destination: int) -> Iterator[_Fact]:
    """Skills both ask for, and what the destination asks for beyond; rarer and essential ones weigh more."""
    same = same_skills(snapshot)
    edges = snapshot.edges("REQUIRES_SKILL")
    essential = edges.columns["essential"]
    held = {same.get(skill, skill): position for skill, position in _positions(snapshot, "REQUIRES_SKILL", origin)}
    for skill, position in _positions(snapshot, "REQUIRES_SKILL", destination):
        own = held.get(same.get(skill, skill))
        rare = 1 / (1 + len(edges.sources(skill)))
        weight = rare + (1.0 if essential.number(position) else 0.0)
        if own is None:
            yield _Fact(Standpoint.MISSING, skill, (("REQUIRES_SKILL", position),), weight - 0.5)
        else:
            yield _Fact(Standpoint.SHARED, skill, (("REQUIRES_SKILL", own), ("REQUIRES_SKILL", position)), weight)


def _shared(rel_type: str) -> Callable[[Snapshot, int, int], Iterator[_Fact]]:
    """Nodes that both roles reach by edges of the type, rarer ones first."""

    def find(snapshot: Snapshot, origin: int, destination: int) -> Iterator[_Fact]:
        edges = snapshot.edges(rel_type)
        held = dict(_positions(snapshot, rel_type, origin))
        for node, position in _positions(snapshot, rel_type, destination):
            if node in held:
                cited = ((rel_type, held[node]), (rel_type, position))
                yield _Fact(Standpoint.SHARED, node, cited, 1 / len(edges.sources(node)))

    return find


def _rated(kind: str) -> Callable[[Snapshot, int, int], Iterator[_Fact]]:
    """Rated elements that matter most to the destination: shared, or missing where the origin's rating is far lower."""

    def find(snapshot: Snapshot, origin: int, destination: int) -> Iterator[_Fact]:
        column = snapshot.edges("REQUIRES_SKILL").columns["weight"]
        held = dict(_positions(snapshot, "REQUIRES_SKILL", origin))
        for skill, position in _positions(snapshot, "REQUIRES_SKILL", destination):
            if skill not in held or (kind and snapshot.text("Skill", "kind", skill) != kind):
                continue
            asked, has = column.number(position) or 0.0, column.number(held[skill]) or 0.0
            cited = (("REQUIRES_SKILL", held[skill]), ("REQUIRES_SKILL", position))
            lacking = asked - has > 0.2
            yield _Fact(Standpoint.MISSING if lacking else Standpoint.SHARED, skill, cited, asked)

    return find


def _interests(snapshot: Snapshot, origin: int, destination: int) -> Iterator[_Fact]:
    column = snapshot.edges("CHARACTERISED_BY").columns["value"]
    held = dict(_positions(snapshot, "CHARACTERISED_BY", origin))
    for node, position in _positions(snapshot, "CHARACTERISED_BY", destination):
        if node in held and snapshot.text("Characteristic", "kind", node) == "interest":
            cited = (("CHARACTERISED_BY", held[node]), ("CHARACTERISED_BY", position))
            low = min(column.number(held[node]) or 0.0, column.number(position) or 0.0)
            yield _Fact(Standpoint.SHARED, node, cited, low)


def _tasks(snapshot: Snapshot, origin: int, destination: int) -> Iterator[_Fact]:
    """Tasks of the destination with the most words in common with one task of the origin, both cited."""
    held = [
        (position, set(stems(snapshot.caption(task)))) for task, position in _positions(snapshot, "HAS_TASK", origin)
    ]
    for task, position in _positions(snapshot, "HAS_TASK", destination):
        words = set(stems(snapshot.caption(task)))
        near = max(((_overlap(words, other), -place) for place, other in held), default=(0.0, 0))
        if near[0] > 0.1:
            yield _Fact(Standpoint.SHARED, task, (("HAS_TASK", -near[1]), ("HAS_TASK", position)), near[0])


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _positions(snapshot: Snapshot, rel_type: str, role: int) -> list[tuple[int, int]]:
    edges = snapshot.edges(rel_type)
    span = edges.out(role)
    return [(int(edges.dst[position]), position) for position in range(span.start, span.stop)]


_Find = Callable[[Snapshot, int, int], Iterator[_Fact]]
_WORK_FINDS: Mapping[str, _Find] = {
    "subject": _tasks,
    "activities": _shared("PERFORMS"),
    "knowledge": _rated("knowledge"),
    "knowledge_level": _rated("knowledge"),
    "profile": _rated(""),
    "skill_profile": _rated("skill"),
    "abilities": _rated("ability"),
    "interests": _interests,
}
_SKILL_FINDS: Mapping[str, _Find] = dict.fromkeys(
    ("essential_skills", "all_skills", "skill_fields", "skill_words", "skill_kinship"), _skills
)
