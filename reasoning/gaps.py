"""The skill gap of a person towards a role: each requirement, how far it is met, and what closes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial

from graph.columns import EPOCH
from graph.scope import Purpose
from graph.snapshot import Snapshot
from reasoning.answers import CourseOption, GapStatus, SkillGapAnswer, SkillGapItem, SkillGapRequest
from reasoning.asked import Asked, Requirements
from reasoning.citing import Citations, EdgeAt
from reasoning.consent import require_consent
from reasoning.courses import Offer, offers, option
from reasoning.coverage import Match, match
from reasoning.derived import derived
from reasoning.evidence import Claim
from reasoning.fading import rules
from reasoning.gap_claims import Fading, GapClaims
from reasoning.holdings import Holding, as_stated, doubted_courses, holdings, passed_courses
from reasoning.levels import WEIGHT_QUANTUM, day_number, level_of, moment
from reasoning.nearness import Near, NearestHeld, Nearness
from reasoning.recency import level_rule, rule_for
from reasoning.requirements import requirements
from reasoning.standing import Post, current_post
from reasoning.taxonomy import Taxonomy


def skill_gap(snapshot: Snapshot, request: SkillGapRequest) -> SkillGapAnswer:
    """Compare what the person holds with what the role asks for.

    Raises ``ConsentMissing`` when the person does not allow the purpose. A role without requirements gives no
    items and coverage 0: nothing is known, so nothing is said.
    """
    return comparison(snapshot, request).told()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A skill gap worked out, before anything of it is cited or claimed: all that an answer says follows from it.

    ``matches`` are in the order of the answer, each of ``unmet`` with the best courses for it; ``nearest`` is the
    nearest skill held, for each skill of which nothing counts. ``passed`` are the courses passed.
    """

    snapshot: Snapshot
    request: SkillGapRequest
    now: datetime
    held: Mapping[int, Holding]
    passed: Mapping[int, EdgeAt]
    matches: Sequence[Match]
    coverage: float
    unmet: Mapping[int, tuple[Asked, Sequence[Offer]]]
    nearest: Mapping[int, Near | None]

    def told(self) -> SkillGapAnswer:
        """The answer, with evidence and claims."""
        return _Telling(self).answer()


def comparison(snapshot: Snapshot, request: SkillGapRequest) -> Comparison:
    """What ``skill_gap`` tells: how far each requirement is met, the nearest thing held, the best courses."""
    now = moment(snapshot, request.now)
    require_consent(snapshot, request.person, Purpose.SKILL_GAP, now)
    taxonomy = derived(snapshot, Taxonomy)
    held = holdings(
        snapshot, request.person, now, level_rule(snapshot, request.person, now) if request.recency else as_stated
    )
    passed = passed_courses(snapshot, request.person, now)
    again = passed.keys() - doubted_courses(snapshot, request.person, now)
    asked = requirements(snapshot, request.target_role, include_optional=request.include_optional)
    matches = sorted([match(requirement, held, taxonomy) for requirement in asked], key=_order)
    closest = NearestHeld(derived(snapshot, Nearness), held)
    known = derived(snapshot, Requirements)
    unmet = {}
    nearest = {}
    for found in matches:
        requirement = found.requirement
        if found.status is not GapStatus.MET:
            listed = known.of(requirement)
            unmet[requirement.skill] = (listed, offers(listed.offers, found, again))
        if found.holding is None:
            nearest[requirement.skill] = closest.to(requirement.skill)
    return Comparison(snapshot, request, now, held, passed, matches, coverage(matches), unmet, nearest)


def coverage(matches: Sequence[Match]) -> float:
    """Weight of the requirements that are met over the weight of all; 0 where there is no weight."""
    total = sum(found.requirement.weight for found in matches)
    met = sum(found.requirement.weight for found in matches if found.status is GapStatus.MET)
    return round(met / total, 4) if total else 0.0


def _anchor(post: Post | None, held: Mapping[int, Holding]) -> EdgeAt | None:
    """An edge that shows that the graph knows the person: their role today, or else the first skill they hold."""
    if post is not None:
        return ("HOLDS_ROLE", post.position)
    return next((holding.edges[0] for holding in held.values()), None)


def _order(found: Match) -> tuple[bool, bool, int, int, int]:
    requirement = found.requirement
    met = found.status is GapStatus.MET
    return (met, not requirement.essential, -requirement.weight, -found.gap, requirement.skill)


class _Telling:
    """Tells one comparison."""

    def __init__(self, found: Comparison) -> None:
        snapshot, person, now = found.snapshot, found.request.person, found.now
        post = current_post(snapshot, person, day_number(now))
        self._found = found
        self._today = now.astimezone(UTC).date()
        self._citations = Citations(snapshot)
        fading = Fading(self._today, partial(rule_for, snapshot))
        self._claims = GapClaims(self._citations, person, _anchor(post, found.held), fading)

    def answer(self) -> SkillGapAnswer:
        """The whole of it."""
        found, node = self._found, self._citations.node
        items = tuple([self._item(one) for one in found.matches])
        target = node(found.request.target_role)
        summary = self._claims.summary(target, found.matches, found.coverage) if items else None
        told = (summary,) if summary is not None else ()
        applied = tuple(rules().values()) if found.request.recency else ()
        return SkillGapAnswer(node(found.request.person), target, found.coverage, items, told, applied)

    def _item(self, one: Match) -> SkillGapItem:
        requirement, holding, citations = one.requirement, one.holding, self._citations
        rule = None if holding is None or holding.faded_from is None else rule_for(citations.snapshot, holding.skill)
        way = None if holding is not None else self._found.nearest[requirement.skill]
        if rule is not None:
            first = self._claims.faded(one, rule, self._today)
        else:
            near_by = None if way is None else (self._found.held[way.skill], citations.edges(way.chain))
            first = self._claims.item(one, near_by)
        options, further = self._courses(one)
        near = holding.skill if holding is not None else way.skill if way is not None else None
        return SkillGapItem(
            skill=citations.node(requirement.skill),
            essential=requirement.essential,
            weight=round(requirement.weight * WEIGHT_QUANTUM, 4),
            required_level=None if requirement.level is None else level_of(requirement.level),
            held_level=level_of(one.level),
            status=one.status,
            covered_by=citations.node(holding.skill) if holding is not None else None,
            nearest=citations.node(near) if near is not None else None,
            searched=one.searched,
            courses=options,
            evidence=first.edges,
            claims=(first, *further),
            cover=one.cover.kind if one.cover else None,
            stated_level=level_of(holding.shown) if holding is not None and holding.stated else None,
            last_evidence=_day(holding),
            recency_rule=rule.name if rule is not None else None,
        )

    def _courses(self, one: Match) -> tuple[tuple[CourseOption, ...], list[Claim]]:
        if one.status is GapStatus.MET:
            return (), []
        citations, passed = self._citations, self._found.passed
        asked, chosen = self._found.unmet[one.requirement.skill]
        options: list[CourseOption] = []
        written: list[Claim] = []
        said: set[str] = set()
        for offer in chosen:
            told = asked.teaching(offer, citations)
            listed, before = told.option, told.prerequisites
            if not told.courses.isdisjoint(passed):
                listed, _ = option(offer, passed, citations)
                before = tuple(edge for edge in listed.evidence if edge.rel_type == "HAS_PREREQUISITE")
            options.append(listed)
            self._claims.course(told, before, said, written)
        return tuple(options), written or [self._claims.no_course(one)]


def _day(holding: Holding | None) -> date | None:
    return None if holding is None or holding.last_day is None else EPOCH + timedelta(days=holding.last_day)
