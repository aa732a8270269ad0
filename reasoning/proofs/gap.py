"""What must be cited for a claim of a skill gap, and what it then may say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from graph.keys import NodeKey
from reasoning.answers import CoverKind
from reasoning.evidence import SlotValue
from reasoning.fading import rules
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

LAST_SHOWN = {"HAS_SKILL": "last_used", "ASSESSED": "taken_on", "COMPLETED": "completed_on"}
"""The day on which an edge was last evidence of a level."""
MAX_NAMED = 5
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


def gap_summary(edges: Edges, conditions: Mapping[str, SlotValue]) -> Slots:
    """All requirements of a role and what meets some of them, or else any edge of the person."""
    return _summary(edges, _faded(edges, conditions)) | _conditions(conditions)


def _summary(edges: Edges, faded: Mapping[str, int]) -> Slots:
    asked = [edge for edge in edges if edge.type == "REQUIRES_SKILL"]
    rest = [edge for edge in edges if edge.type != "REQUIRES_SKILL"]
    ensure(asked and len({edge.start for edge in asked}) == 1)
    shown = Ledger(rest, faded)
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


def role_within_reach(edges: Edges, conditions: Mapping[str, SlotValue]) -> Slots:
    """All requirements of a role that is not open, and what meets some of them, or else any edge of the person."""
    faded = _faded(edges, conditions)
    slots = _summary(edges, faded) | _conditions(conditions)
    del slots["coverage"]
    asked = [edge for edge in edges if edge.type == "REQUIRES_SKILL"]
    rest = [edge for edge in edges if edge.type != "REQUIRES_SKILL"]
    shown = Ledger(rest, faded)
    unmet = [edge for edge in asked if not shown.meets(edge)]
    ensure(unmet, "slot")
    if len(unmet) <= MAX_NAMED:
        for number, edge in enumerate(unmet, start=1):
            slots[f"skill_{number}"] = edge.end_caption
            if edge.level is not None:
                slots[f"required_{number}"] = level_of(edge.level)
    return slots


def level_faded(edges: Edges, conditions: Mapping[str, SlotValue]) -> Slots:
    """A requirement and a holding whose level counts less on the claim's day, by the declared rule it names."""
    slots, basis, kind = _covered(edges)
    rule = rules().get(str(conditions.get("rule")))
    ensure(rule is not None, "slot")
    assert rule is not None
    dated = next(edge for edge in edges if edge.type in LAST_SHOWN and edge.start.label == "Person")
    last, today = _day(dated.properties.get(LAST_SHOWN[dated.type])), _day(conditions.get("as_of"))
    counted = rule.counted(basis.level, (today - last).days)
    ensure(counted < basis.level, "slot")
    met = kind is not CoverKind.CLOSE and counted >= threshold(edges[0])
    return slots | {
        "last": last.isoformat(),
        "counted": level_of(counted),
        "as_of": today.isoformat(),
        "rule": rule.name,
        "half_life": rule.half_life_months,
        "enough": met,
    }


def _conditions(conditions: Mapping[str, SlotValue]) -> Slots:
    return {name: conditions[name] for name in ("as_of", "fading") if name in conditions}


def _faded(edges: Edges, conditions: Mapping[str, SlotValue]) -> dict[str, int]:
    """Raw levels that count on the claim's day of the edges that it lets fade, each by a declared rule."""
    if "as_of" not in conditions and "fading" not in conditions:
        return {}
    today, by_id = _day(conditions.get("as_of")), {edge.id: edge for edge in edges}
    found = {}
    for pair in str(conditions.get("fading")).split(" "):
        edge_id, _, name = pair.partition("=")
        edge, rule = by_id.get(edge_id), rules().get(name)
        ensure(edge is not None and rule is not None, "slot")
        assert edge is not None
        assert rule is not None
        dated = [one for one in edges if one.type == "COMPLETED" and one.end == edge.start] or [edge]
        ensure(dated[0].type in LAST_SHOWN, "slot")
        last = max(_day(one.properties.get(LAST_SHOWN[one.type])) for one in dated)
        found[edge_id] = rule.counted(edge.held_level, (today - last).days)
        ensure(found[edge_id] < edge.held_level, "slot")
    return found


def _day(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise UnprovenError("slot") from None


def course_teaches(edges: Edges) -> Slots:
    """What a course teaches, and the chain by which that counts as the skill wanted."""
    ensure(edges and edges[0].type == "TEACHES_SKILL")
    teaches, chain = edges[0], edges[1:]
    if not chain:
        slots: Slots = {"course": teaches.start_caption, "skill": teaches.end_caption, "cover": CoverKind.SAME.value}
    else:
        skill, caption = _top(chain, teaches.end)
        end, kind = walk(skill, chain)
        ensure(end == teaches.end and kind is not CoverKind.CLOSE)
        slots = {"course": teaches.start_caption, "skill": caption, "cover": kind.value, "taught": teaches.end_caption}
    return slots | ({} if teaches.level is None else {"to_level": level_of(teaches.level)})


def _top(chain: Edges, bottom: NodeKey) -> tuple[NodeKey, str]:
    """The skill at the upper end of a chain of covers, with its caption."""
    ends = [(edge.start, edge.start_caption) for edge in chain] + [(edge.end, edge.end_caption) for edge in chain]
    counts = Counter(key for key, _ in ends)
    once = [(key, caption) for key, caption in ends if counts[key] == 1 and key != bottom]
    ensure(len(once) == 1)
    return once[0]


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
