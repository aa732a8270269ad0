"""The claims of unlocks: how near a role is, cited by all its requirements and what meets some of them."""

from __future__ import annotations

from collections.abc import Sequence

from reasoning.answers import GapStatus
from reasoning.citing import Citations, ClaimWriter, EdgeAt
from reasoning.coverage import Match
from reasoning.evidence import Claim, ClaimKind, Derivation, NodeRef, Operation, SlotValue
from reasoning.gap_claims import Fading, fading_slots
from reasoning.levels import level_of

MAX_NAMED = 5
"""A sentence names what is missing where that is at most so many."""


class UnlockClaims:
    """Writes the claims of one answer."""

    def __init__(self, citations: Citations, person: int, anchor: EdgeAt | None, fading: Fading) -> None:
        """``anchor`` is an edge of the person, cited where nothing they hold is."""
        self._citations, self._person, self._anchor = citations, citations.node(person), anchor
        self._writer, self._fading = ClaimWriter(), fading

    def within_reach(self, role: NodeRef, matches: Sequence[Match]) -> Claim | None:
        """How many requirements are met and what is missing; None where no edge of the person can be cited."""
        needed = [self._citations.edge(("REQUIRES_SKILL", one.requirement.position)) for one in matches]
        met = [one for one in matches if one.status is GapStatus.MET]
        edges = [*needed]
        for one in met:
            if one.holding is not None and one.cover is not None:
                edges += self._citations.edges((*one.holding.edges, *one.cover.chain))
        if not met:
            if self._anchor is None:
                return None
            edges.append(self._citations.edge(self._anchor))
        slots: dict[str, SlotValue] = {
            "person": self._person.caption,
            "role": role.caption,
            "met": len(met),
            "total": len(matches),
        }
        if all(one.requirement.essential for one in matches):
            slots["essential"] = True
        slots |= fading_slots(self._citations, met, self._fading)
        unmet = [one for one in matches if one.status is not GapStatus.MET]
        if len(unmet) <= MAX_NAMED:
            for number, one in enumerate(unmet, start=1):
                slots[f"skill_{number}"] = self._citations.node(one.requirement.skill).caption
                if one.requirement.level is not None:
                    slots[f"required_{number}"] = level_of(one.requirement.level)
        inputs = tuple(edge.edge_id for edge in needed)
        parts = tuple(edge.edge_id for edge, one in zip(needed, matches, strict=True) if one.status is GapStatus.MET)
        derivations = (
            Derivation("d1", Operation.COUNT, parts, len(parts)),
            Derivation("d2", Operation.COUNT, inputs, len(inputs)),
        )
        return self._writer.claim(ClaimKind.ROLE_WITHIN_REACH, edges, slots, derivations)
