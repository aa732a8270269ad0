"""Moves between roles: one told with its edges, and ranked lists. Roles are public; no person is concerned."""

from __future__ import annotations

from dataclasses import dataclass, replace

from api.authorization import Operation
from api.inquiry import Inquiry
from api.readback import read_cited
from api.use_cases.catalogue import MAX_PAGE, NodeView, concept
from graph.scope import Purpose
from graph.store import CitedEdge
from ontology.errors import BadInput
from reasoning.transitions import Neighbour, Order, Part, Transition, adjacent, transition


@dataclass(frozen=True, slots=True)
class TransitionView:
    """A move as the caller may see it: both roles and the move, without grounds whose edges are gone."""

    origin: NodeView
    destination: NodeView
    found: Transition


@dataclass(frozen=True, slots=True)
class NeighbourView:
    """A role of a ranked list."""

    node: NodeView
    found: Neighbour


def judged(inquiry: Inquiry, origin: str, destination: str) -> TransitionView:
    """Judge the move between two roles. Raises ``AccessDenied`` and ``UnknownNode``."""
    inquiry.permit(Operation.ROLE_TRANSITION, Purpose.PUBLIC)
    start, end = inquiry.catalogue("Role", origin), inquiry.catalogue("Role", destination)
    found = transition(inquiry.snapshot, start, end)
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(Purpose.PUBLIC), found.edges, inquiry.now)
    parts = tuple(_standing(part, live) for part in found.parts)
    return TransitionView(concept(inquiry, start), concept(inquiry, end), replace(found, parts=parts))


def neighbours(inquiry: Inquiry, role: str, order: Order, first: int) -> list[NeighbourView]:
    """The roles next to one, best first. Raises ``AccessDenied``, ``UnknownNode`` and ``BadInput``."""
    if not 1 <= first <= MAX_PAGE:
        raise BadInput(f"first is {first}.", remedy=f"Ask for 1 to {MAX_PAGE}.")
    inquiry.permit(Operation.ROLE_TRANSITION, Purpose.PUBLIC)
    index = inquiry.catalogue("Role", role)
    found = adjacent(inquiry.snapshot, index, order, first)
    return [NeighbourView(concept(inquiry, one.role), one) for one in found]


def _standing(part: Part, live: dict[str, CitedEdge]) -> Part:
    grounds = (ground for ground in part.grounds if all(edge.edge_id in live for edge in ground.edges))
    return replace(part, grounds=tuple(grounds))
