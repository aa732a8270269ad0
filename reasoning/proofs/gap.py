"""What must be cited for a claim of a skill gap, and what it then may say."""

from __future__ import annotations

from graph.keys import NodeKey
from reasoning.answers import CoverKind
from reasoning.levels import level_of
from reasoning.proofs.ledger import (
    CHAIN_TYPES,
    HOLDING_TYPES,
    Basis,
    Ledger,
    UnprovenError,
    ensure,
    threshold,
    walk,
    weight,
)
from reasoning.proofs.slots import Edges, Slots, basis_slots, only, requirement_slots

ANCHOR_TYPES = ("HAS_SKILL", "ASSESSED", "COMPLETED", "HOLDS_ROLE")


def has_skill(edges: Edges) -> Slots:
    """The edges of one holding."""
    basis = Basis(edges)
    return {**basis_slots(basis), "skill": basis.skill_caption}


def requires_skill(edges: Edges) -> Slots:
    """One REQUIRES_SKILL edge."""
    return requirement_slots(only(edges, "REQUIRES_SKILL"))


def meets_skill(edges: Edges) -> Slots:
    """A requirement, a holding at the level asked for, and the chain by which it counts."""
    slots, basis, kind = _covered(edges)
    ensure(kind is not CoverKind.CLOSE and basis.level >= threshold(edges[0]), "slot")
    return slots


def partly_meets_skill(edges: Edges) -> Slots:
    """A requirement and a holding below the level asked for, or by a close match."""
    slots, basis, kind = _covered(edges)
    gap = threshold(edges[0]) - basis.level
    ensure(kind is CoverKind.CLOSE or gap > 0, "slot")
    if kind is not CoverKind.CLOSE and basis.stated:
        slots["difference"] = level_of(gap)
    return slots


def lacks_skill(edges: Edges) -> Slots:
    """A requirement and an edge of the person that does not meet it; with a chain, the near skill."""
    slots = requirement_slots(edges[0])
    chain = [edge for edge in edges[1:] if edge.type in CHAIN_TYPES]
    rest = [edge for edge in edges[1:] if edge.type not in CHAIN_TYPES]
    if not chain:
        anchor = only(rest, *ANCHOR_TYPES)
        ensure(anchor.end != edges[0].end, "slot")
        return slots | {"person": anchor.start_caption}
    basis = Basis(rest)
    ensure(basis.skill != edges[0].end and _joined(edges[0].end, basis.skill, chain))
    ensure(not _covers(edges[0].end, basis.skill, chain), "slot")
    slots |= {"person": basis.caption, "near": basis.skill_caption}
    return slots | ({"level": level_of(basis.level)} if basis.stated else {})


def gap_summary(edges: Edges) -> Slots:
    """All requirements of a role and what meets some of them, or else any edge of the person."""
    asked = [edge for edge in edges if edge.type == "REQUIRES_SKILL"]
    rest = [edge for edge in edges if edge.type != "REQUIRES_SKILL"]
    ensure(asked and len({edge.start for edge in asked}) == 1)
    shown = Ledger(rest)
    met = [edge for edge in asked if shown.meets(edge)]
    if met:
        ensure(shown.all_of_use(asked), "padding")
    else:
        only(rest, *ANCHOR_TYPES)
    owners = {edge.start_caption for edge in rest if edge.start.label == "Person"}
    ensure(len(owners) == 1)
    total = sum(map(weight, asked))
    slots: Slots = {
        "person": owners.pop(),
        "role": asked[0].start_caption,
        "met": len(met),
        "total": len(asked),
        "coverage": round(100 * round(sum(map(weight, met)) / total, 4)) if total else 0,
    }
    if all(edge.properties.get("essential") is True for edge in asked):
        slots["essential"] = True
    return slots


def course_closes_gap(edges: Edges) -> Slots:
    """What a course teaches, the requirement, and the chain by which it counts."""
    ensure(len(edges) >= 2 and edges[0].type == "TEACHES_SKILL")
    teaches, needed = edges[0], edges[1]
    slots = requirement_slots(needed)
    end, kind = walk(needed.end, edges[2:])
    ensure(end == teaches.end and kind is not CoverKind.CLOSE)
    slots |= {"course": teaches.start_caption, "cover": kind.value}
    slots["closes"] = teaches.held_level >= threshold(needed)
    if teaches.level is not None:
        slots["to_level"] = level_of(teaches.level)
    return slots | ({} if kind is CoverKind.SAME else {"taught": teaches.end_caption})


def course_prerequisite(edges: Edges) -> Slots:
    """One HAS_PREREQUISITE edge."""
    edge = only(edges, "HAS_PREREQUISITE")
    return {"course": edge.start_caption, "prerequisite": edge.end_caption}


def _covered(edges: Edges) -> tuple[Slots, Basis, CoverKind]:
    """A requirement, the edges of a holding, and the whole chain between them."""
    slots = requirement_slots(edges[0])
    basis = Basis([edge for edge in edges[1:] if edge.type in HOLDING_TYPES])
    end, kind = walk(edges[0].end, [edge for edge in edges[1:] if edge.type not in HOLDING_TYPES])
    ensure(end == basis.skill)
    slots |= basis_slots(basis) | {"cover": kind.value}
    return slots | ({} if kind is CoverKind.SAME else {"held": basis.skill_caption}), basis, kind


def _joined(first: NodeKey, second: NodeKey, chain: Edges) -> bool:
    """Whether the edges, taken in any direction, connect the two skills and nothing is left over."""
    reached = {first}
    for _ in chain:
        for edge in chain:
            if edge.start in reached or edge.end in reached:
                reached |= {edge.start, edge.end}
    return second in reached and all(edge.start in reached for edge in chain)


def _covers(above: NodeKey, below: NodeKey, chain: Edges) -> bool:
    try:
        return walk(above, chain)[0] == below
    except UnprovenError:
        return False
