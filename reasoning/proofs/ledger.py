"""What cited edges prove about levels and covers, worked out anew from the edges alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.keys import NodeKey
from reasoning.answers import CoverKind
from reasoning.levels import ANY_LEVEL, WEIGHT_QUANTUM
from reasoning.readback import ReadEdge, people
from reasoning.requirements import DEFAULT_WEIGHT
from reasoning.taxonomy import KIND_ORDER

HOLDING_TYPES = ("HAS_SKILL", "ASSESSED", "COMPLETED", "TEACHES_SKILL")
CHAIN_TYPES = ("BROADER", "EQUIVALENT_TO", "RELATED_TO")


class UnprovenError(Exception):
    """The edges do not prove the claim. ``code`` says in which way."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def ensure(holds: object, code: str = "structure") -> None:
    """Raise ``UnprovenError`` unless the condition holds."""
    if not holds:
        raise UnprovenError(code)


def threshold(requirement: ReadEdge) -> int:
    """Raw level from which on the requirement is met."""
    return ANY_LEVEL if requirement.level is None else requirement.level


def weight(requirement: ReadEdge) -> float:
    """Weight of the requirement."""
    stated = requirement.number("weight")
    essential = bool(requirement.properties.get("essential"))
    return DEFAULT_WEIGHT[essential] * WEIGHT_QUANTUM if stated is None else stated


def cover_link(edge: ReadEdge, above: NodeKey) -> tuple[NodeKey, CoverKind] | None:
    """Which skill counts for ``above`` by this edge, and how; None when the edge says nothing of the kind."""
    if edge.type == "BROADER":
        return (edge.start, CoverKind.NARROWER) if edge.end == above else None
    if edge.type != "EQUIVALENT_TO" or above not in (edge.start, edge.end):
        return None
    other = edge.start if edge.end == above else edge.end
    match edge.properties.get("match_type"):
        case "exact":
            return other, CoverKind.EQUIVALENT
        case "close":
            return other, CoverKind.CLOSE
        case "broad":
            return (other, CoverKind.NARROWER) if edge.end == above else None
        case "narrow":
            return (other, CoverKind.NARROWER) if edge.start == above else None
    return None


def walk(skill: NodeKey, chain: Sequence[ReadEdge]) -> tuple[NodeKey, CoverKind]:
    """Follow a chain of covers down from ``skill``; every edge must lead on. Returns its end and kind."""
    kind = CoverKind.SAME
    for edge in chain:
        link = cover_link(edge, skill)
        if link is None:
            raise UnprovenError("structure")
        skill = link[0]
        kind = max(kind, link[1], key=KIND_ORDER.__getitem__)
    ensure(kind is not CoverKind.CLOSE or len(chain) == 1)
    return skill, kind


class Basis:
    """A person's holding of one skill as the edges show it."""

    def __init__(self, edges: Sequence[ReadEdge]) -> None:
        ensure(edges)
        self.person, self.caption = edges[0].start, edges[0].start_caption
        self.course: str | None = None
        shown = edges[0]
        if shown.type == "COMPLETED":
            ensure(len(edges) == 2 and edges[1].type == "TEACHES_SKILL" and edges[1].start == shown.end)
            ensure(shown.properties.get("passed") is True, "property")
            self.course, self.kind, shown = shown.end_caption, "course", edges[1]
        else:
            ensure(len(edges) == 1 and shown.type in ("HAS_SKILL", "ASSESSED"))
            self.kind = "stated" if shown.type == "HAS_SKILL" else "assessment"
        self.skill, self.skill_caption = shown.end, shown.end_caption
        self.level, self.stated = shown.held_level, shown.level is not None
        ensure(self.level > 0, "property")


class Ledger:
    """Levels that a set of edges gives by skill, covers included, and whether every edge is of use."""

    def __init__(self, edges: Iterable[ReadEdge], faded: Mapping[str, int] | None = None) -> None:
        """``faded`` are raw levels that count, by edge id, where they are below those that the edges state."""
        self._edges = list(edges)
        self._links = [edge for edge in self._edges if edge.type in CHAIN_TYPES]
        self.levels: dict[NodeKey, int] = {}
        passed = {
            edge.end for edge in self._edges if edge.type == "COMPLETED" and edge.properties.get("passed") is True
        }
        ensure(len(people(self._edges)) <= 1)
        for edge in self._edges:
            if edge.type in ("HAS_SKILL", "ASSESSED") or (edge.type == "TEACHES_SKILL" and edge.start in passed):
                self._raise(edge.end, (faded or {}).get(edge.id, edge.held_level))
            elif edge.type == "REQUIRES_SKILL":
                self._raise(edge.end, threshold(edge))
        self._spread()

    def meets(self, requirement: ReadEdge) -> bool:
        """Whether the level asked for is reached."""
        return self.levels.get(requirement.end, 0) >= threshold(requirement)

    def all_of_use(self, requirements: Sequence[ReadEdge]) -> bool:
        """Whether every edge bears on a requirement that is met."""
        wanted = {edge.end for edge in requirements if self.meets(edge)}
        queue = list(wanted)
        for skill in queue:
            for edge in self._links:
                link = cover_link(edge, skill)
                if link is not None and link[0] not in wanted:
                    wanted.add(link[0])
                    queue.append(link[0])
        courses = {edge.start for edge in self._edges if edge.type == "TEACHES_SKILL" and edge.end in wanted}
        useful = {
            edge.id
            for edge in self._edges
            if edge.end in (courses if edge.type == "COMPLETED" else wanted)
            and (edge.type != "EQUIVALENT_TO" or edge.start in wanted)
        }
        return all(edge.id in useful for edge in self._edges)

    def _raise(self, skill: NodeKey, level: int) -> bool:
        higher = level > self.levels.get(skill, 0)
        if higher:
            self.levels[skill] = level
        return higher

    def _spread(self) -> None:
        changed = True
        while changed:
            changed = False
            for edge in self._links:
                for above in (edge.start, edge.end):
                    link = cover_link(edge, above)
                    if link is not None and link[1] is not CoverKind.CLOSE:
                        changed |= self._raise(above, self.levels.get(link[0], 0))
