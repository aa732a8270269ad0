"""The claims of a learning plan: which edges each sentence rests on. What courses cost and when is not in edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from graph.snapshot import Snapshot
from reasoning.answers import CoverKind
from reasoning.citing import Citations, EdgeAt
from reasoning.courses import Offer
from reasoning.evidence import Claim, ClaimKind, EdgeRef, NodeRef, SlotValue
from reasoning.gap_claims import Fading, GapClaims, requirement_slots
from reasoning.gaps import coverage
from reasoning.levels import level_of
from reasoning.plans.answers import OpenReason
from reasoning.plans.standing import NO_EDGE, Gap, Standing
from reasoning.recency import rule_for
from reasoning.standing import Post


def edges_of(claims: Iterable[Claim]) -> tuple[EdgeRef, ...]:
    """The edges that claims rest on, each once."""
    return tuple({edge.edge_id: edge for claim in claims for edge in claim.edges}.values())


class PlanClaims:
    """Writes the claims of one plan."""

    def __init__(
        self, snapshot: Snapshot, citations: Citations, person: int, found: Standing, post: Post | None, today: date
    ) -> None:
        self._snapshot, self._citations, self._found = snapshot, citations, found
        self._gap_claims = GapClaims(citations, person, self._anchor(post), Fading(today, partial(rule_for, snapshot)))

    def _anchor(self, post: Post | None) -> EdgeAt | None:
        if post is not None:
            return ("HOLDS_ROLE", post.position)
        return next((holding.edges[0] for holding in self._found.held.values() if holding.edges), None)

    def summary(self, role: NodeRef | None) -> tuple[Claim, ...]:
        """How many requirements are met today; nothing where the caller's word counts, which no edge shows."""
        matches = self._found.matches
        if role is None or not matches or self._found.told:
            return ()
        if any(match.requirement.position == NO_EDGE for match in matches):
            return ()
        claim = self._gap_claims.summary(role, matches, coverage(matches))
        return () if claim is None else (claim,)

    def course(self, course: int, closed: Sequence[Gap]) -> list[Claim]:
        """What the course closes."""
        claims = []
        for gap in closed:
            offer = next(one for one in gap.closers if one.course == course)
            if gap.match.requirement.position != NO_EDGE:
                claims.append(self._gap_claims.teaching(gap.match, offer))
            else:
                claims.append(self._teaches(gap.match.requirement.skill, offer))
        return claims

    def _teaches(self, wanted: int, offer: Offer) -> Claim:
        """What the course teaches, for a skill that no role but the caller asks for."""
        teaches = self._citations.edge(offer.teaches)
        slots: dict[str, SlotValue] = {
            "course": teaches.start.caption,
            "skill": self._citations.node(wanted).caption,
            "cover": offer.cover.kind.value,
        }
        if "to_level" in teaches.properties:
            slots["to_level"] = level_of(offer.to_level)
        if offer.cover.kind is not CoverKind.SAME:
            slots["taught"] = teaches.end.caption
        edges = (teaches, *self._citations.edges(offer.cover.chain))
        return self._gap_claims.writer.claim(ClaimKind.COURSE_TEACHES, edges, slots)

    def prerequisite(self, course: int, earlier: int) -> Claim:
        """That one course must be passed before the other."""
        edges = self._snapshot.edges("HAS_PREREQUISITE")
        span = edges.out(course)
        position = next(at for at in range(span.start, span.stop) if int(edges.dst[at]) == earlier)
        return self._gap_claims.prerequisite(self._citations.edge(("HAS_PREREQUISITE", position)))

    def open(self, gap: Gap, reason: OpenReason) -> list[Claim]:
        """What is asked for and not closed, and that there is no course for it where there is none."""
        if gap.match.requirement.position == NO_EDGE:
            return []
        if reason is OpenReason.NO_COURSE:
            return [self._gap_claims.no_course(gap.match)]
        needed = self._citations.edge(("REQUIRES_SKILL", gap.match.requirement.position))
        claims = [
            self._gap_claims.writer.claim(ClaimKind.REQUIRES_SKILL, (needed,), requirement_slots(gap.match, needed))
        ]
        if reason is OpenReason.NOT_HIGH_ENOUGH:
            best = min(gap.offers, key=lambda offer: (-offer.to_level, len(offer.cover.chain), offer.course))
            claims = [self._gap_claims.teaching(gap.match, best)]
        return claims
