"""Sources: where the graph's data comes from, with licence and the attribution that must be shown."""

from __future__ import annotations

from dataclasses import dataclass

from api.authorization import Operation
from api.inquiry import Inquiry
from graph.scope import Purpose
from graph.store import NodeRecord


@dataclass(frozen=True, slots=True)
class SourceView:
    """A dataset release or feed."""

    id: str
    system: str
    dataset: str
    version: str
    licence: str | None
    attribution: str | None
    trust: float
    synthetic: bool


def sources(inquiry: Inquiry) -> list[SourceView]:
    """All sources of the caller's tenant and the shared classifications, by system, dataset and version."""
    inquiry.permit(Operation.READ_SOURCES, Purpose.PUBLIC)
    tenants = inquiry.principal.scope(Purpose.PUBLIC).tenants
    records = inquiry.deps.store.scan(tenants, nodes=("Source",))
    found = [source_view(record) for record in records if isinstance(record, NodeRecord)]
    return sorted(found, key=lambda source: (source.system, source.dataset, source.version, source.id))


def source_view(record: NodeRecord) -> SourceView:
    """The stored source as it is shown."""
    stated = record.properties
    trust = stated.get("trust")
    return SourceView(
        id=record.key.id,
        system=str(stated.get("system") or ""),
        dataset=str(stated.get("dataset") or record.key.id),
        version=str(stated.get("version") or ""),
        licence=_text(stated.get("licence")),
        attribution=_text(stated.get("attribution")),
        trust=float(trust) if isinstance(trust, int | float) else 1.0,
        synthetic=bool(stated.get("synthetic")),
    )


def _text(value: object) -> str | None:
    return str(value) if value else None
