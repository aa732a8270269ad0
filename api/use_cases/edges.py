"""Edges by id: what an answer cited, with every source's statement. Not there and not permitted look the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.audience import may_see
from api.authorization import MENTOR_EDGES, Operation, Relation, decide, purposes_for
from api.inquiry import Inquiry
from api.naming import Naming
from api.readback import read_back
from graph.keys import NodeKey
from graph.scope import Purpose
from graph.store import CitedEdge
from ontology.errors import BadInput
from ontology.model import load_ontology

MAX_EDGES = 200
UNTOLD = frozenset({"KEPT_APART"})
"""What is shown to auditors alone: an id can be computed from its ends, so the right to see a person is not enough."""


@dataclass(frozen=True, slots=True)
class EdgeView:
    """An edge that the caller may see, the purpose it is seen under, and whether payloads may be shown."""

    cited: CitedEdge
    purpose: Purpose
    naming: Naming
    payloads: bool = False


def edges(
    inquiry: Inquiry, edge_ids: Sequence[str], purpose: Purpose | None = None, *, cited: bool = False
) -> list[EdgeView | None]:
    """The edges in the given order, None where there is none that this caller may see.

    Without a purpose each is tried that the caller's roles allow. ``cited``: the ids stand in a recorded answer that
    the caller may open. Raises ``BadInput`` for more than 200 ids.
    """
    if len(edge_ids) > MAX_EDGES:
        raise BadInput("Too many edges are asked for.", remedy=f"Ask for at most {MAX_EDGES} at a time.")
    operations = (Operation.READ_EDGE, Operation.READ_CITED) if cited else (Operation.READ_EDGE,)
    allowed = {one for operation in operations for one in purposes_for(inquiry.principal, operation)}
    tried = [one for one in Purpose if one in allowed and purpose in (None, one)]
    seen: dict[str, EdgeView] = {}
    for one in tried:
        open_ids = [edge_id for edge_id in edge_ids if edge_id not in seen]
        if not open_ids:
            break
        found = read_back(inquiry.deps.store, inquiry.principal.scope(one), open_ids, inquiry.now)
        naming = Naming(inquiry, one)
        payloads = decide(inquiry.principal, Operation.READ_PAYLOAD, Relation.NOBODY, one).allowed
        seen |= {
            edge_id: EdgeView(edge, one, naming, payloads)
            for edge_id, edge in found.items()
            if any(_permitted(inquiry, edge, one, operation) for operation in operations)
        }
    return [seen.get(edge_id) for edge_id in edge_ids]


def subject_of(cited: CitedEdge) -> NodeKey | None:
    """The person an edge is about, or None for an edge of the catalogue."""
    end = load_ontology().relationship(cited.edge.rel_type).subject
    return None if end is None else cited.edge.start if end == "start" else cited.edge.end


def _permitted(inquiry: Inquiry, cited: CitedEdge, purpose: Purpose, operation: Operation) -> bool:
    if not (may_see(inquiry, cited.edge.start) and may_see(inquiry, cited.edge.end)):
        return False
    if cited.edge.rel_type in UNTOLD and purpose is not Purpose.GOVERNANCE:
        return False
    subject = subject_of(cited)
    if subject is None:
        public = (Purpose.PUBLIC, purpose)
        return any(decide(inquiry.principal, operation, Relation.NOBODY, one).allowed for one in public)
    relations = inquiry.relations(inquiry.snapshot.find(subject))
    if not decide(inquiry.principal, operation, relations, purpose).allowed:
        return False
    beyond_mentor = relations - {Relation.MENTOR} | {Relation.OTHER}
    full = decide(inquiry.principal, operation, beyond_mentor, purpose).allowed
    return full or cited.edge.rel_type in MENTOR_EDGES
