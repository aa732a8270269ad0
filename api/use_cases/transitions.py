"""Moves between roles: one told with its edges, and ranked lists. Roles are public; no person is concerned."""

from __future__ import annotations

from dataclasses import dataclass, replace

from api.authorization import Operation
from api.inquiry import Inquiry
from api.naming import Naming
from api.readback import read_cited, release
from api.recording.questions import Asked, TransitionRequest
from api.recording.records import RecordedClaim
from api.use_cases.answered import Answered, recorded, state_of
from api.use_cases.catalogue import MAX_PAGE, NodeView, concept
from graph.scope import Purpose
from graph.store import CitedEdge
from ontology.errors import BadInput
from reasoning.evidence import EdgeRef
from reasoning.transition_claims import transition_claims
from reasoning.transitions import Neighbour, Order, Part, Transition, adjacent, transition


@dataclass(frozen=True, slots=True)
class TransitionView:
    """A move as the caller may see it: both roles and the move, without grounds whose edges are gone."""

    origin: NodeView
    destination: NodeView
    found: Transition
    answered: Answered[Transition]


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
    asked = Asked("transition", TransitionRequest(start, end), found)
    stated = [_stated(part) for part in parts]
    shown = replace(found, parts=parts)
    claims = transition_claims(shown.edges, (inquiry.snapshot.key(start), inquiry.snapshot.key(end)), live)
    released, lost = release(inquiry.deps.reasoning, claims, live)
    given = recorded(
        inquiry,
        Purpose.PUBLIC,
        asked.name,
        asked,
        live,
        lost,
        claims=claims,
        sentences=released.sentences,
        stated=stated,
    )
    answered = Answered(
        answer=shown,
        purpose=Purpose.PUBLIC,
        sentences={sentence.claim_id: sentence for sentence in released.sentences},
        evidence=live,
        withheld=tuple(lost),
        state=state_of(inquiry),
        naming=Naming(inquiry, Purpose.PUBLIC),
        inquiry=inquiry,
        claims=claims,
        given=given,
    )
    return TransitionView(concept(inquiry, start), concept(inquiry, end), shown, answered)


def neighbours(inquiry: Inquiry, role: str, order: Order, first: int) -> list[NeighbourView]:
    """The roles next to one, best first. Raises ``AccessDenied``, ``UnknownNode`` and ``BadInput``."""
    if not 1 <= first <= MAX_PAGE:
        raise BadInput(f"first is {first}.", remedy=f"Ask for 1 to {MAX_PAGE}.")
    inquiry.permit(Operation.ROLE_TRANSITION, Purpose.PUBLIC)
    index = inquiry.catalogue("Role", role)
    found = adjacent(inquiry.snapshot, index, order, first)
    return [NeighbourView(concept(inquiry, one.role), one) for one in found]


def _stated(part: Part) -> tuple[RecordedClaim, list[EdgeRef]]:
    """A component as the record of answers keeps it."""
    edges = list({edge.edge_id: edge for ground in part.grounds for edge in ground.edges}.values())
    slots = {"value": part.value, "share": part.share, "contribution": part.contribution}
    cited = tuple(edge.edge_id for edge in edges)
    return RecordedClaim(part.name, "transition_component", slots, cited, text=part.meaning), edges


def _standing(part: Part, live: dict[str, CitedEdge]) -> Part:
    grounds = (ground for ground in part.grounds if all(edge.edge_id in live for edge in ground.edges))
    return replace(part, grounds=tuple(grounds))
