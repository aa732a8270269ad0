"""Arithmetic over edges as they were read back: what the number of a derivation comes out as."""

from __future__ import annotations

from collections.abc import Mapping

from reasoning.evidence import Derivation, Operation
from reasoning.levels import level_of
from reasoning.readback import LEVEL_NAMES, ReadEdge


def derived_value(derivation: Derivation, read: Mapping[str, ReadEdge]) -> float | None:
    """The value computed anew from the edges; None where they do not allow it (one is missing or states no number)."""
    if any(edge_id not in read for edge_id in (*derivation.inputs, *derivation.parts)):
        return None
    if len(set(derivation.inputs)) < len(derivation.inputs) or not set(derivation.parts) <= set(derivation.inputs):
        return None
    if derivation.operation is Operation.COUNT:
        return len(derivation.inputs)
    values = [_value(read[edge_id], derivation.property) for edge_id in derivation.inputs]
    parts = [_value(read[edge_id], derivation.property) for edge_id in derivation.parts]
    numbers = [value for value in values if value is not None]
    if len(numbers) < len(values) or not numbers or None in parts:
        return None
    match derivation.operation:
        case Operation.SUM:
            result = sum(numbers)
        case Operation.MINIMUM:
            result = min(numbers)
        case Operation.MAXIMUM:
            result = max(numbers)
        case Operation.DIFFERENCE:
            result = numbers[0] - sum(numbers[1:])
        case _:
            whole = sum(numbers)
            result = round(sum(part for part in parts if part is not None) / whole, 4) if whole else 0.0
    return round(result, 4)


def _value(edge: ReadEdge, name: str | None) -> float | None:
    """A numeric property; ``level`` goes by the name that the edge's type gives it, an unstated one counts as held."""
    if name == "level":
        return level_of(edge.held_level) if edge.level is None and edge.type not in LEVEL_NAMES else _level(edge)
    return edge.number(name or "")


def _level(edge: ReadEdge) -> float | None:
    return None if edge.level is None else level_of(edge.level)
