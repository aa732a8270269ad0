"""What edges share: the shape by which they are written together, and the person they are about. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from graph.changes import EdgeStatement
from graph.keys import NodeKey
from ontology.model import load_ontology


@dataclass(frozen=True, slots=True)
class Shape:
    """What edges must share to be written by one statement."""

    rel_type: str
    start_label: str
    start_tenant: str
    end_label: str
    end_tenant: str

    @classmethod
    def of(cls, edge: EdgeStatement) -> Shape:
        """The shape of an edge."""
        start, end = edge.start, edge.end
        return cls(edge.rel_type, start.label, start.tenant_id, end.label, end.tenant_id)


def subject_of(edge: EdgeStatement) -> NodeKey | None:
    """The person an edge is about, or None."""
    side = load_ontology().relationship(edge.rel_type).subject
    person = edge.start if side == "start" else edge.end if side == "end" else None
    return person if person is not None and person.label == "Person" else None
