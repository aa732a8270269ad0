"""One edge in words: which kind of claim states it, with which names and numbers. Other types are told as they are."""

from __future__ import annotations

from reasoning.evidence import ClaimKind, EdgeRef, SlotValue

Slots = dict[str, SlotValue]


def stated(edge: EdgeRef) -> tuple[ClaimKind, Slots] | None:
    """The kind and slots of the claim that states this edge alone; None for a type that has none."""
    match edge.rel_type:
        case "TRANSITIONS_TO":
            slots: Slots = {"origin": edge.start.caption, "destination": edge.end.caption}
            if "observed_count" in edge.properties:
                slots["count"] = edge.properties["observed_count"]
            return ClaimKind.PATH_STEP_OBSERVED, slots
        case "REQUIRES_SKILL":
            return _required(edge)
        case "HAS_SKILL" | "ASSESSED":
            basis = "stated" if edge.rel_type == "HAS_SKILL" else "assessment"
            slots = {"person": edge.start.caption, "basis": basis, "skill": edge.end.caption}
            if "level" in edge.properties:
                slots["level"] = edge.properties["level"]
            return ClaimKind.HAS_SKILL, slots
    return None


def _required(edge: EdgeRef) -> tuple[ClaimKind, Slots]:
    slots: Slots = {"role": edge.start.caption, "skill": edge.end.caption}
    if "min_level" in edge.properties:
        slots["required"] = edge.properties["min_level"]
    if edge.properties.get("essential") is not True:
        slots["optional"] = True
    return ClaimKind.REQUIRES_SKILL, slots
