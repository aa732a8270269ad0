"""What can be said of a move between roles from the edges behind its score: what each asks for, and moves on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.keys import NodeKey
from graph.store import CitedEdge
from reasoning.citing import ClaimWriter
from reasoning.evidence import Claim, ClaimKind, EdgeRef
from reasoning.proofs import PROOFS
from reasoning.proofs.ledger import UnprovenError
from reasoning.readback import read_edge

KINDS = {"TRANSITIONS_TO": ClaimKind.PATH_STEP_OBSERVED, "REQUIRES_SKILL": ClaimKind.REQUIRES_SKILL}


def transition_claims(
    edges: Sequence[EdgeRef], ends: tuple[NodeKey, NodeKey], live: Mapping[str, CitedEdge]
) -> tuple[Claim, ...]:
    """One claim for each edge that a sentence exists for: the destination's needs first, then the origin's.

    The slots are what the edge itself proves, so a claim cannot say more.
    """
    origin, destination = ends
    order = {destination: 0, origin: 1}
    writer, claims = ClaimWriter(), []
    usable = [edge for edge in edges if edge.rel_type in KINDS and edge.start.key in order and edge.edge_id in live]
    for edge in sorted(usable, key=lambda edge: order[edge.start.key]):
        kind = KINDS[edge.rel_type]
        try:
            slots = PROOFS[kind]([read_edge(live[edge.edge_id])])
        except UnprovenError:
            continue
        claims.append(writer.claim(kind, [edge], slots))
    return tuple(claims)
