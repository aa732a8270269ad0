"""Slots that several proofs share: those of a requirement and of a holding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from reasoning.evidence import SlotValue
from reasoning.levels import level_of
from reasoning.proofs.ledger import Basis, ensure
from reasoning.readback import ReadEdge

Edges: TypeAlias = Sequence[ReadEdge]
Slots: TypeAlias = dict[str, SlotValue]


def requirement_slots(edge: ReadEdge) -> Slots:
    """Role, skill, level and whether optional, of a requirement."""
    ensure(edge.type == "REQUIRES_SKILL" and edge.start.label == "Role" and edge.level != 0)
    slots: Slots = {"role": edge.start_caption, "skill": edge.end_caption}
    if edge.level is not None:
        slots["required"] = level_of(edge.level)
    if edge.properties.get("essential") is not True:
        slots["optional"] = True
    return slots


def basis_slots(basis: Basis) -> Slots:
    """Person, what the holding rests on, and its level."""
    slots: Slots = {"person": basis.caption, "basis": basis.kind}
    if basis.stated:
        slots["level"] = level_of(basis.level)
    if basis.course is not None:
        slots["course"] = basis.course
    return slots


def only(edges: Edges, *types: str) -> ReadEdge:
    """The one edge there is, of one of the types."""
    ensure(len(edges) == 1 and edges[0].type in types)
    return edges[0]
