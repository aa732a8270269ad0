"""Edges as the store gave them back, in the form the proofs compare: levels as integers, dates as ISO text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graph.keys import NodeKey, edge_id
from graph.store import CitedEdge
from reasoning.citing import caption_text
from reasoning.evidence import EdgeRef, LinkedEdgeRef, SlotValue
from reasoning.levels import LEVEL_QUANTUM, UNSTATED_LEVEL

LEVEL_NAMES = {"REQUIRES_SKILL": "min_level", "TEACHES_SKILL": "to_level"}
TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class ReadEdge:
    """One edge read back: id, type, ends, captions fit for a sentence, plain properties."""

    id: str
    type: str
    start: NodeKey
    end: NodeKey
    start_caption: str
    end_caption: str
    properties: Mapping[str, SlotValue]

    def number(self, name: str) -> float | None:
        """A numeric property, or None."""
        value = self.properties.get(name)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    @property
    def level(self) -> int | None:
        """The raw level the edge states under the name its type gives it, or None."""
        value = self.number(LEVEL_NAMES.get(self.type, "level"))
        return None if value is None else round(value / LEVEL_QUANTUM)

    @property
    def held_level(self) -> int:
        """The raw level it counts for as a holding."""
        level = self.level
        return UNSTATED_LEVEL if level is None else level


def read_edge(cited: CitedEdge) -> ReadEdge:
    """The edge of a citation in comparable form."""
    edge = cited.edge
    return ReadEdge(
        id=edge.edge_id,
        type=edge.rel_type,
        start=edge.start,
        end=edge.end,
        start_caption=caption_text(cited.start_caption),
        end_caption=caption_text(cited.end_caption),
        properties={name: plain for name, value in edge.properties.items() if (plain := _plain(value)) is not None},
    )


def differences(reference: EdgeRef, cited: CitedEdge) -> list[str]:
    """Codes for what the citation says otherwise than the store: ``edge_mismatch``, ``property``, ``unknown_id``."""
    found = read_edge(cited)
    tenant = str(found.properties.get("tenant_id", found.start.tenant_id))
    qualifier = found.properties.get("qualifier")
    identity = edge_id(tenant, found.type, found.start, found.end, None if qualifier is None else str(qualifier))
    start, end = reference.start, reference.end
    if isinstance(reference, LinkedEdgeRef):
        start, end = reference.stated_start, reference.stated_end
    ends = (start.key, end.key, start.caption, end.caption)
    codes = []
    if "retracted_at" in found.properties or found.properties.get("review_state") == "rejected":
        codes.append("unknown_id")
    if reference.edge_id != found.id or identity != found.id or reference.rel_type != found.type:
        codes.append("edge_mismatch")
    if ends != (found.start, found.end, found.start_caption, found.end_caption):
        codes.append("edge_mismatch")
    if any(not same(value, found.properties.get(name)) for name, value in reference.properties.items()):
        codes.append("property")
    return codes


def same(first: SlotValue | None, second: SlotValue | None) -> bool:
    """Equal in value and in kind; floats up to rounding, an integer is also a float."""
    if isinstance(first, bool) or isinstance(second, bool):
        return first is second
    if isinstance(first, (int, float)) and isinstance(second, (int, float)):
        return abs(first - second) < TOLERANCE
    return first == second


def people(edges: Sequence[ReadEdge]) -> set[NodeKey]:
    """Whom the edges start at."""
    return {edge.start for edge in edges if edge.start.label == "Person"}


def _plain(value: object) -> SlotValue | None:
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return None
