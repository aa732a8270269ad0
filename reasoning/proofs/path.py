"""What must be cited for a claim of a career path, and what it then may say."""

from __future__ import annotations

from graph.keys import NodeKey
from reasoning.proofs.ledger import CHAIN_TYPES, Ledger, ensure
from reasoning.proofs.slots import Edges, Slots, only
from reasoning.readback import ReadEdge


def holds_role(edges: Edges) -> Slots:
    """One HOLDS_ROLE edge with its dates."""
    edge = only(edges, "HOLDS_ROLE")
    slots: Slots = {"person": edge.start_caption, "role": edge.end_caption}
    for slot, name in (("since", "valid_from"), ("until", "valid_to")):
        if name in edge.properties:
            slots[slot] = edge.properties[name]
    return slots


def path_step_observed(edges: Edges) -> Slots:
    """One TRANSITIONS_TO edge with its count."""
    edge = only(edges, "TRANSITIONS_TO")
    slots: Slots = {"origin": edge.start_caption, "destination": edge.end_caption}
    if "observed_count" in edge.properties:
        slots["count"] = edge.properties["observed_count"]
    return slots


def path_step_opening(edges: Edges) -> Slots:
    """One ADVERTISES edge."""
    edge = only(edges, "ADVERTISES")
    return {"posting": edge.start_caption, "destination": edge.end_caption}


def path_step_skills(edges: Edges) -> Slots:
    """All needs of a role (the first edge is one), and what shows that some of them are met by then."""
    ensure(edges[0].type == "REQUIRES_SKILL")
    asked = [edge for edge in edges if edge.type == "REQUIRES_SKILL" and edge.start == edges[0].start]
    rest = [edge for edge in edges if edge not in asked]
    ledger = Ledger(rest)
    ensure(ledger.all_of_use(asked), "padding")
    carried = sum(ledger.meets(edge) for edge in asked)
    return {
        "destination": edges[0].start_caption,
        "carried": carried,
        "total": len(asked),
        "missing": len(asked) - carried,
    }


def path_total(edges: Edges) -> Slots:
    """In the order of the path, for each step the transition, or a requirement, the chain it counts by, and another."""
    walked = _Walk(edges)
    while walked.left:
        walked.step()
    names = walked.names
    ensure(len(names) > 1)
    slots: Slots = {"origin": names[0], "target": names[-1], "steps": len(names) - 1}
    return slots | {f"via_{number}": name for number, name in enumerate(names[1:-1], 1)}


def no_path(edges: Edges) -> Slots:
    """An edge of the origin and one of the target; one edge alone when it joins them."""
    ensure(len(edges) in (1, 2))
    first, last = edges[0], edges[-1]
    ensure(len(edges) == 2 or first.type == "TRANSITIONS_TO")
    ensure(first.type in ("HOLDS_ROLE", "TRANSITIONS_TO", "REQUIRES_SKILL"))
    ensure(last.type in ("TRANSITIONS_TO", "REQUIRES_SKILL"))
    origin = first.end_caption if first.type == "HOLDS_ROLE" else first.start_caption
    target = last.end_caption if last.type == "TRANSITIONS_TO" else last.start_caption
    return {"origin": origin, "target": target}


class _Walk:
    """Steps from role to role, each taken by the edges that come next; an edge cited before may serve again."""

    def __init__(self, edges: Edges) -> None:
        ensure(edges and edges[0].type in ("TRANSITIONS_TO", "REQUIRES_SKILL"))
        self.left = list(edges)
        self._past: list[ReadEdge] = []
        self._roles = [edges[0].start]
        self.names = [edges[0].start_caption]

    def step(self) -> None:
        """Take the edges of one step; they must lead from the role reached to one not yet passed."""
        if self.left[0].type == "TRANSITIONS_TO":
            move = self._next("TRANSITIONS_TO", self._roles[-1])
            self._reach(move.end, move.end_caption)
            return
        here = self._roles[-1]
        given = [self._next("REQUIRES_SKILL", here)] if self._is_next("REQUIRES_SKILL", here) else self._needs(here)
        before, chain = [edge for edge in self._past if edge.type in CHAIN_TYPES], []
        while self.left and self.left[0].type in CHAIN_TYPES:
            chain.append(self._next(self.left[0].type))
        needed = self._next("REQUIRES_SKILL")
        ensure(any(_counts(one, needed, chain, before) for one in given))
        self._reach(needed.start, needed.start_caption)

    def _needs(self, role: NodeKey) -> list[ReadEdge]:
        return [edge for edge in self._past if edge.type == "REQUIRES_SKILL" and edge.start == role]

    def _is_next(self, rel_type: str, start: NodeKey) -> bool:
        return bool(self.left) and self.left[0].type == rel_type and self.left[0].start == start

    def _next(self, rel_type: str, start: NodeKey | None = None) -> ReadEdge:
        ensure(self.left and self.left[0].type == rel_type and start in (None, self.left[0].start))
        self._past.append(self.left[0])
        return self.left.pop(0)

    def _reach(self, role: NodeKey, name: str) -> None:
        ensure(role not in self._roles)
        self._roles.append(role)
        self.names.append(name)


def _counts(given: ReadEdge, needed: ReadEdge, chain: Edges, before: Edges) -> bool:
    """Whether what one role asks for counts for what the next does, by all of the chain and links cited before."""
    links = [*chain, *before]
    fewer = ([*links[:at], *links[at + 1 :]] for at in range(len(chain)))
    return needed.end in Ledger([given, *links]).levels and not any(
        needed.end in Ledger([given, *left]).levels for left in fewer
    )
