"""What a rule may look at: the person's present role, what it asks for, what they hold, what runs out.

Each condition returns the edges that make it true with the claims that state them, or None. Levels count as stated:
what cannot be shown by an edge does not count here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from graph.columns import EPOCH
from graph.snapshot import Snapshot
from ontology.situations import Condition, ConditionKind
from reasoning.answers import CoverKind, GapStatus
from reasoning.citing import Citations, EdgeAt
from reasoning.coverage import Match, match
from reasoning.derived import derived
from reasoning.evidence import Claim, ClaimKind, EdgeRef, SlotValue
from reasoning.gap_claims import GapClaims, basis_slots, requirement_slots
from reasoning.holdings import Basis, Holding, holdings
from reasoning.levels import LEVEL_QUANTUM, day_number
from reasoning.requirements import requirements
from reasoning.standing import current_post
from reasoning.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Shown:
    """What makes a condition true: the edges the rule rests on, and the claims that state them."""

    edges: tuple[EdgeRef, ...]
    claims: tuple[Claim, ...]


class Facts:
    """The facts of one person on one day, each looked up once."""

    def __init__(self, snapshot: Snapshot, person: int, now: datetime) -> None:
        self.snapshot, self.person = snapshot, person
        self.today = day_number(now)
        self.citations = Citations(snapshot)
        self.post = current_post(snapshot, person, self.today)
        self.held: Mapping[int, Holding] = holdings(snapshot, person, now)
        self.matches = self._matches()
        anchor: EdgeAt | None = None if self.post is None else ("HOLDS_ROLE", self.post.position)
        self.words = GapClaims(self.citations, person, anchor)

    def _matches(self) -> list[Match]:
        if self.post is None:
            return []
        taxonomy = derived(self.snapshot, Taxonomy)
        found = [match(one, self.held, taxonomy) for one in requirements(self.snapshot, self.post.role)]
        return sorted(found, key=lambda one: (-one.gap, -one.requirement.weight, one.requirement.skill))

    def shown(self, condition: Condition) -> Shown | None:
        """What makes the condition true, or None."""
        return _LOOKS[condition.kind](self, condition)

    # -- the conditions ----------------------------------------------------------------------------------------

    def in_role(self, condition: Condition) -> Shown | None:
        """New or long in the present role."""
        post = self.post
        if post is None or post.since < 0 or condition.number is None:
            return None
        turn = _months_before(EPOCH + timedelta(days=self.today), int(condition.number))
        begun = EPOCH + timedelta(days=post.since)
        holds = begun >= turn if condition.kind is ConditionKind.NEW_IN_ROLE else begun <= turn
        return self._role() if holds else None

    def role_asks_for(self, condition: Condition) -> Shown | None:
        """The present role asks for one of the skills."""
        role = self._role()
        for one in self.matches:
            if role is not None and self._named(one.requirement.skill, condition):
                edge = self.citations.edge(("REQUIRES_SKILL", one.requirement.position))
                claim = self.words.writer.claim(ClaimKind.REQUIRES_SKILL, (edge,), requirement_slots(one, edge))
                return Shown((*role.edges, edge), (*role.claims, claim))
        return None

    def gap(self, condition: Condition) -> Shown | None:
        """One of the skills that the present role asks for is held too low, or not at all; the largest gap counts."""
        least = 1 if condition.number is None else max(1, round(condition.number / LEVEL_QUANTUM))
        role = self._role()
        for one in self.matches:
            short = one.status is not GapStatus.MET and one.gap >= least
            if role is None or not short or not self._named(one.requirement.skill, condition):
                continue
            claim = self.words.item(one, None)
            close = one.cover is not None and one.cover.kind is CoverKind.CLOSE
            bare = one.holding is None or close
            edges = claim.edges[:1] if bare else claim.edges
            return Shown((*role.edges, *edges), (*role.claims, claim))
        return None

    def holds(self, condition: Condition) -> Shown | None:
        """One of the skills is held at the level, by statement or assessment; the highest counts."""
        least = round((condition.number or 0.0) / LEVEL_QUANTUM)
        held = sorted(self.held.values(), key=lambda one: (-one.level, one.skill))
        for one in held:
            wanted = not condition.skills or self._named(one.skill, condition)
            if wanted and one.stated and one.level >= least and one.basis is not Basis.COURSE:
                edges = self.citations.edges(one.edges)
                slots: dict[str, SlotValue] = {"person": edges[0].start.caption, "skill": edges[0].end.caption}
                claim = self.words.writer.claim(ClaimKind.HAS_SKILL, edges, slots | basis_slots(one, edges))
                return Shown(edges, (claim,))
        return None

    def runs_out(self, condition: Condition) -> Shown | None:
        """A passed course stops counting within the days; the first to do so counts, a later pass renews it."""
        edges = self.snapshot.edges("COMPLETED")
        span = edges.out(self.person)
        expires, passed = edges.columns["expires_on"], edges.columns["passed"]
        last: dict[int, tuple[int, int]] = {}
        for position in range(span.start, span.stop):
            if int(passed.raw[position]) != 1:
                continue
            end = int(expires.raw[position])
            ends = 10**9 if end == expires.absent else end
            course = int(edges.dst[position])
            last[course] = max(last.get(course, (-1, -1)), (ends, position))
        due = [one for one in last.values() if self.today <= one[0] <= self.today + int(condition.number or 0)]
        if not due:
            return None
        edge = self.citations.edge(("COMPLETED", min(due)[1]))
        slots: dict[str, SlotValue] = {
            "person": edge.start.caption,
            "course": edge.end.caption,
            "until": str(edge.properties["expires_on"]),
        }
        return Shown((edge,), (self.words.writer.claim(ClaimKind.COMPLETION_ENDS, (edge,), slots),))

    def _role(self) -> Shown | None:
        """The present role, as an edge and a claim."""
        if self.post is None:
            return None
        edge = self.citations.edge(("HOLDS_ROLE", self.post.position))
        slots: dict[str, SlotValue] = {"person": edge.start.caption, "role": edge.end.caption}
        for slot, name in (("since", "valid_from"), ("until", "valid_to")):
            if name in edge.properties:
                slots[slot] = edge.properties[name]
        return Shown((edge,), (self.words.writer.claim(ClaimKind.HOLDS_ROLE, (edge,), slots),))

    def _named(self, skill: int, condition: Condition) -> bool:
        return self.snapshot.ids[skill] in condition.skills


_LOOKS: Mapping[ConditionKind, Callable[[Facts, Condition], Shown | None]] = {
    ConditionKind.NEW_IN_ROLE: Facts.in_role,
    ConditionKind.LONG_IN_ROLE: Facts.in_role,
    ConditionKind.ROLE_ASKS_FOR: Facts.role_asks_for,
    ConditionKind.GAP: Facts.gap,
    ConditionKind.HOLDS: Facts.holds,
    ConditionKind.RUNS_OUT: Facts.runs_out,
}


def _months_before(day: date, months: int) -> date:
    """The same day of the month so many months before, or the last one that month has."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return date.min
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    return date(year, month + 1, 28)
