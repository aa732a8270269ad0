"""What must be cited for a claim of a career path, and what it then may say."""

from __future__ import annotations

import itertools

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
    """In the order of the path, for each step the transition or two requirements (and a chain) that join the roles."""
    names: dict[NodeKey, str] = {}
    for edge in edges:
        if edge.type in ("TRANSITIONS_TO", "REQUIRES_SKILL"):
            names.setdefault(edge.start, edge.start_caption)
        if edge.type == "TRANSITIONS_TO":
            names.setdefault(edge.end, edge.end_caption)
    roles = list(names)
    ensure(len(roles) > 1)
    used = set[str]()
    for before, after in itertools.pairwise(roles):
        used |= _joining(edges, before, after)
    ensure(all(edge.id in used or edge.type in CHAIN_TYPES for edge in edges), "padding")
    slots: Slots = {"origin": names[roles[0]], "target": names[roles[-1]], "steps": len(roles) - 1}
    return slots | {f"via_{number}": names[role] for number, role in enumerate(roles[1:-1], 1)}


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


def _joining(edges: Edges, before: NodeKey, after: NodeKey) -> set[str]:
    """The transition between two roles, or the requirements of the second that one of the first counts for."""
    moves = {edge.id for edge in edges if (edge.type, edge.start, edge.end) == ("TRANSITIONS_TO", before, after)}
    if moves:
        return moves
    chain = [edge for edge in edges if edge.type in CHAIN_TYPES]
    joined: set[str] = set()
    for given in _needs(edges, before):
        levels = Ledger([given, *chain]).levels
        taken = {edge.id for edge in _needs(edges, after) if edge.end in levels}
        joined |= taken | ({given.id} if taken else set())
    ensure(joined)
    return joined


def _needs(edges: Edges, role: NodeKey) -> list[ReadEdge]:
    return [edge for edge in edges if edge.type == "REQUIRES_SKILL" and edge.start == role]
