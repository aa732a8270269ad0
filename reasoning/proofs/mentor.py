"""What must be cited for a claim of a mentor match, and what it then may say."""

from __future__ import annotations

from graph.keys import NodeKey
from reasoning.answers import CoverKind
from reasoning.levels import level_of
from reasoning.mentor_wants import ONE_LEVEL
from reasoning.proofs.ledger import CHAIN_TYPES, Basis, UnprovenError, cover_link, ensure, walk
from reasoning.proofs.slots import Edges, Slots, only, requirement_slots

MENTOR_ORDER = ("OFFERS_MENTORING", "REQUIRES_SKILL", "HAS_SKILL")
"""What may follow the mentor's skill and its chain, in this order."""


def mentor_skill(edges: Edges) -> Slots:
    """The mentor's skill and the chain by which it counts; then offer, requirement and the mentee's level, if any."""
    ensure(edges[0].type == "HAS_SKILL")
    mentor, held = edges[0].start, Basis(edges[:1])
    chain = [edge for edge in edges[1:] if edge.type in CHAIN_TYPES]
    rest = {edge.type: edge for edge in edges[1 + len(chain) :]}
    ensure([edge.type for edge in edges[1 + len(chain) :]] == [name for name in MENTOR_ORDER if name in rest])
    skill, caption, kind = _top(held, chain)
    slots: Slots = {"mentor": held.caption, "skill": caption, "cover": kind.value}
    slots |= {"level": level_of(held.level)} if held.stated else {}
    slots |= {} if kind is CoverKind.SAME else {"held": held.skill_caption}
    required, own = None, 0
    if "OFFERS_MENTORING" in rest:
        offer = rest["OFFERS_MENTORING"]
        ensure(offer.start == mentor and offer.end in (skill, held.skill))
        slots["offered"] = offer.end_caption
    if "REQUIRES_SKILL" in rest:
        needed = rest["REQUIRES_SKILL"]
        slots |= requirement_slots(needed)
        ensure(needed.end == skill)
        required = needed.level
    if "HAS_SKILL" in rest:
        mine = rest["HAS_SKILL"]
        ensure(mine.start != mentor and mine.end == skill and mine.level is not None)
        own = mine.held_level
        slots |= {"person": mine.start_caption, "own": level_of(own)}
    reaches = required is not None and held.level >= required > own
    ensure(reaches or held.level >= own + ONE_LEVEL, "slot")
    return slots


def mentor_move(edges: Edges) -> Slots:
    """Two HOLDS_ROLE edges of one person, the second begun later."""
    ensure(len(edges) == 2 and all(edge.type == "HOLDS_ROLE" for edge in edges))
    first, second = edges
    ensure(first.start == second.start and first.end != second.end)
    ensure(all("valid_from" in edge.properties for edge in edges))
    since, then = first.properties["valid_from"], second.properties["valid_from"]
    ensure(str(since) < str(then), "direction")
    return {
        "mentor": first.start_caption,
        "origin": first.end_caption,
        "destination": second.end_caption,
        "since": since,
        "then": then,
    }


def mentor_capacity(edges: Edges) -> Slots:
    """One OFFERS_MENTORING edge with a capacity, and with the mentees there are where it states them."""
    edge = only(edges, "OFFERS_MENTORING")
    ensure("capacity" in edge.properties)
    said = ("capacity", "active") if "active" in edge.properties else ("capacity",)
    stated = {name: edge.properties[name] for name in said}
    return {"mentor": edge.start_caption, "skill": edge.end_caption, **stated}


def mentor_outcomes(edges: Edges) -> Slots:
    """One OFFERS_MENTORING edge with ended mentorships and their rating."""
    edge = only(edges, "OFFERS_MENTORING")
    finished, rating = edge.number("finished"), edge.number("rating")
    ensure(finished is not None and finished > 0 and rating is not None)
    return {
        "mentor": edge.start_caption,
        "finished": edge.properties["finished"],
        "rating": edge.properties["rating"],
    }


def mentor_unit(edges: Edges) -> Slots:
    """The units of two people, and the PART_OF edges that lead from the first to the second, each used once."""
    ensure(len(edges) >= 2 and all(edge.type == "MEMBER_OF" for edge in edges[:2]))
    mentor, mentee, chain = edges[0], edges[1], edges[2:]
    ensure(mentor.start != mentee.start and all(edge.type == "PART_OF" for edge in chain))
    slots: Slots = {"mentor": mentor.start_caption, "unit": mentor.end_caption, "person": mentee.start_caption}
    unit, passed = mentor.end, {mentor.end}
    for edge in chain:
        ensure(unit in (edge.start, edge.end))
        unit = edge.end if unit == edge.start else edge.start
        ensure(unit not in passed)
        passed.add(unit)
    ensure(unit == mentee.end)
    return slots | ({"other": mentee.end_caption, "steps": len(chain)} if chain else {})


def no_mentor(edges: Edges) -> Slots:
    """What asks for the skill, or what the person holds of it."""
    edge = only(edges, "REQUIRES_SKILL", "HAS_SKILL")
    return {"role" if edge.type == "REQUIRES_SKILL" else "person": edge.start_caption, "skill": edge.end_caption}


def _top(held: Basis, chain: Edges) -> tuple[NodeKey, str, CoverKind]:
    """The skill at the upper end of a chain that leads down to the held one."""
    if not chain:
        return held.skill, held.skill_caption, CoverKind.SAME
    for key, caption in ((chain[0].start, chain[0].start_caption), (chain[0].end, chain[0].end_caption)):
        if cover_link(chain[0], key) is None:
            continue
        try:
            end, kind = walk(key, chain)
        except UnprovenError:
            continue
        if end == held.skill and kind is not CoverKind.CLOSE:
            return key, caption, kind
    raise UnprovenError("structure")
