"""The claims of a skill gap: which edges each sentence rests on, and which names and numbers it may contain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.columns import EPOCH
from reasoning.answers import CoverKind, GapStatus
from reasoning.asked import Requirements, Teaching, worded
from reasoning.citing import Citations, ClaimWriter, EdgeAt
from reasoning.courses import Offer
from reasoning.coverage import Match
from reasoning.derived import derived
from reasoning.evidence import Claim, ClaimKind, Derivation, EdgeRef, NodeRef, Operation, SlotValue
from reasoning.fading import RecencyRule, written
from reasoning.holdings import Basis, Holding
from reasoning.levels import level_of

Slots = dict[str, SlotValue]
KIND = {
    GapStatus.MET: ClaimKind.MEETS_SKILL,
    GapStatus.PARTLY_MET: ClaimKind.PARTLY_MEETS_SKILL,
    GapStatus.MISSING: ClaimKind.LACKS_SKILL,
}


def basis_slots(holding: Holding, edges: Sequence[EdgeRef]) -> Slots:
    """How a holding is worded: what it rests on, the level where one is stated, the course if it is one."""
    slots: Slots = {"basis": holding.basis.name.lower()}
    if holding.stated:
        slots["level"] = level_of(holding.shown)
    if holding.basis is Basis.COURSE:
        slots["course"] = edges[0].end.caption
    return slots


def requirement_slots(match: Match, edge: EdgeRef) -> Slots:
    """How a requirement is worded: role, skill, level where one is asked for, and whether it is optional."""
    return worded(match.requirement, edge)


def fading_slots(citations: Citations, met: Sequence[Match], fading: Fading | None) -> Slots:
    """The day, and which of the cited holdings fade by which rule, where any does."""
    if fading is None:
        return {}
    faded = {
        citations.edge(match.holding.edges[-1]).edge_id: rule.name
        for match in met
        if match.holding is not None
        and match.holding.faded_from is not None
        and (rule := fading.rule(match.holding.skill)) is not None
    }
    return {"as_of": fading.today.isoformat(), "fading": written(faded)} if faded else {}


@dataclass(frozen=True, slots=True)
class Fading:
    """The day of an answer, and by which rule levels of a skill fade."""

    today: date
    rule: Callable[[int], RecencyRule | None]


class GapClaims:
    """Writes the claims of one gap answer."""

    def __init__(self, citations: Citations, person: int, anchor: EdgeAt | None, fading: Fading | None = None) -> None:
        """``anchor`` is any edge of the person: what is missing is said of someone the graph knows."""
        self._fading = fading
        self._citations = citations
        self._person = citations.node(person)
        self._anchor = anchor
        self._requirements = derived(citations.snapshot, Requirements)
        self._writer = ClaimWriter()

    def faded(self, match: Match, rule: RecencyRule, today: date) -> Claim:
        """What is held, what of it counts today by which rule, and what is asked for."""
        assert match.holding is not None
        assert match.cover is not None
        assert match.holding.last_day is not None
        needed = self._citations.edge(("REQUIRES_SKILL", match.requirement.position))
        held = self._citations.edges(match.holding.edges)
        slots: Slots = requirement_slots(match, needed) | basis_slots(match.holding, held)
        slots |= {
            "person": self._person.caption,
            "cover": match.cover.kind.value,
            "last": (EPOCH + timedelta(days=match.holding.last_day)).isoformat(),
            "counted": level_of(match.holding.level),
            "as_of": today.isoformat(),
            "rule": rule.name,
            "half_life": rule.half_life_months,
            "enough": match.status is GapStatus.MET,
        }
        if match.cover.kind is not CoverKind.SAME:
            slots["held"] = self._citations.node(match.holding.skill).caption
        edges = (needed, *held, *self._citations.edges(match.cover.chain))
        return self._writer.claim(ClaimKind.LEVEL_FADED, edges, slots)

    def item(self, match: Match, nearest: tuple[Holding, tuple[EdgeRef, ...]] | None) -> Claim:
        """Met, partly met or missing, with the nearest skill held; without any edge of the person, what is asked."""
        needed, wording = self._requirements.of(match.requirement).cited(self._citations)
        edges: list[EdgeRef] = [needed]
        if self._anchor is None:
            return self._writer.prepared(ClaimKind.REQUIRES_SKILL, (needed,), wording)
        slots: Slots = {**wording, "person": self._person.caption}
        derivations: tuple[Derivation, ...] = ()
        if match.holding is not None and match.cover is not None:
            held = self._citations.edges(match.holding.edges)
            edges += [*held, *self._citations.edges(match.cover.chain)]
            slots |= basis_slots(match.holding, held) | {"cover": match.cover.kind.value}
            if match.cover.kind is not CoverKind.SAME:
                slots["held"] = self._citations.node(match.holding.skill).caption
            if match.gap and match.holding.stated and match.cover.kind is not CoverKind.CLOSE:
                slots["difference"] = level_of(match.gap)
                inputs = (needed.edge_id, held[-1].edge_id)
                derivations = (Derivation("d1", Operation.DIFFERENCE, inputs, level_of(match.gap), "level"),)
        elif nearest is not None:
            holding, chain = nearest
            edges += [*self._citations.edges(holding.edges), *chain]
            slots["near"] = self._citations.node(holding.skill).caption
            if holding.stated:
                slots["level"] = level_of(holding.shown)
        else:
            edges.append(self._citations.edge(self._anchor))
        return self._writer.claim(KIND[match.status], edges, slots, derivations)

    @property
    def writer(self) -> ClaimWriter:
        """Numbers further claims of the same answer."""
        return self._writer

    def course(self, told: Teaching, prerequisites: Iterable[EdgeRef], said: set[str], written: list[Claim]) -> None:
        """That a course teaches what is missing, and what must be passed before it, unless ``said`` already."""
        written.append(self._writer.prepared(ClaimKind.COURSE_CLOSES_GAP, told.edges, told.slots))
        for edge in prerequisites:
            if edge.edge_id not in said:
                said.add(edge.edge_id)
                written.append(self.prerequisite(edge))

    def teaching(self, match: Match, offer: Offer) -> Claim:
        """That a course teaches what is missing, and whether that reaches the level asked for."""
        told = self._requirements.of(match.requirement).teaching(offer, self._citations)
        return self._writer.prepared(ClaimKind.COURSE_CLOSES_GAP, told.edges, told.slots)

    def prerequisite(self, edge: EdgeRef) -> Claim:
        """That one course must be passed before another."""
        pair: Slots = {"course": edge.start.caption, "prerequisite": edge.end.caption}
        return self._writer.claim(ClaimKind.COURSE_PREREQUISITE, (edge,), pair)

    def no_course(self, match: Match) -> Claim:
        """That the graph has no further course for the skill."""
        needed = self._citations.edge(("REQUIRES_SKILL", match.requirement.position))
        return self._writer.claim(ClaimKind.NO_COURSE, (needed,), requirement_slots(match, needed))

    def summary(self, role: NodeRef, matches: Sequence[Match], coverage: float) -> Claim | None:
        """How many requirements are met, and their share by weight; None without any edge of the person."""
        if self._anchor is None:
            return None
        needed = {
            match.requirement.skill: self._citations.edge(("REQUIRES_SKILL", match.requirement.position))
            for match in matches
        }
        met = [match for match in matches if match.status is GapStatus.MET]
        edges = [*needed.values()]
        for match in met:
            if match.holding is not None and match.cover is not None:
                edges += self._citations.edges((*match.holding.edges, *match.cover.chain))
        if not met:
            edges.append(self._citations.edge(self._anchor))
        inputs = tuple(edge.edge_id for edge in needed.values())
        parts = tuple(needed[match.requirement.skill].edge_id for match in met)
        slots: Slots = {
            "person": self._person.caption,
            "role": role.caption,
            "met": len(met),
            "total": len(matches),
            "coverage": round(100 * coverage),
        }
        if all(match.requirement.essential for match in matches):
            slots["essential"] = True
        slots |= fading_slots(self._citations, met, self._fading)
        derivations = (
            Derivation("d1", Operation.COUNT, parts, len(parts)),
            Derivation("d2", Operation.COUNT, inputs, len(inputs)),
            Derivation("d3", Operation.COVERAGE, inputs, coverage, "weight", parts),
        )
        return self._writer.claim(ClaimKind.GAP_SUMMARY, edges, slots, derivations)
