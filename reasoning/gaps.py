"""The skill gap of a person towards a role: each requirement, how far it is met, and what closes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from functools import partial

from graph.columns import EPOCH
from graph.scope import Purpose
from graph.snapshot import Snapshot
from reasoning.answers import CourseOption, GapStatus, SkillGapAnswer, SkillGapItem, SkillGapRequest
from reasoning.asked import asked_for
from reasoning.citing import Citations, EdgeAt
from reasoning.consent import require_consent
from reasoning.courses import offers, option
from reasoning.coverage import Match, match
from reasoning.derived import derived
from reasoning.evidence import Claim
from reasoning.fading import rules
from reasoning.gap_claims import Fading, GapClaims
from reasoning.holdings import Holding, as_stated, doubted_courses, holdings, passed_courses
from reasoning.levels import WEIGHT_QUANTUM, day_number, level_of, moment
from reasoning.nearness import NearestHeld, Nearness
from reasoning.recency import level_rule, rule_for
from reasoning.requirements import requirements
from reasoning.standing import Post, current_post
from reasoning.taxonomy import Taxonomy


def skill_gap(snapshot: Snapshot, request: SkillGapRequest) -> SkillGapAnswer:
    """Compare what the person holds with what the role asks for.

    Raises ``ConsentMissing`` when the person does not allow the purpose. A role without requirements gives no
    items and coverage 0: nothing is known, so nothing is said.
    """
    now = moment(snapshot, request.now)
    require_consent(snapshot, request.person, Purpose.SKILL_GAP, now)
    taxonomy = derived(snapshot, Taxonomy)
    held = holdings(
        snapshot, request.person, now, level_rule(snapshot, request.person, now) if request.recency else as_stated
    )
    passed = passed_courses(snapshot, request.person, now)
    again = passed.keys() - doubted_courses(snapshot, request.person, now)
    asked = requirements(snapshot, request.target_role, include_optional=request.include_optional)
    matches = sorted((match(requirement, held, taxonomy) for requirement in asked), key=_order)
    citations = Citations(snapshot)
    closest = NearestHeld(derived(snapshot, Nearness), held)
    post = current_post(snapshot, request.person, day_number(now))
    today = now.astimezone(UTC).date()
    claims = GapClaims(citations, request.person, _anchor(post, held), Fading(today, partial(rule_for, snapshot)))
    telling = _Telling(held, closest, passed, again, citations, claims, today)
    items = tuple([telling.item(found) for found in matches])
    covered = coverage(matches)
    target = citations.node(request.target_role)
    summary = claims.summary(target, matches, covered) if items else None
    told = (summary,) if summary is not None else ()
    applied = tuple(rules().values()) if request.recency else ()
    return SkillGapAnswer(citations.node(request.person), target, covered, items, told, applied)


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


@dataclass(frozen=True, slots=True)
class _Telling:
    """Tells the items of one answer. ``again`` are the passed courses that need not be taken again."""

    held: Mapping[int, Holding]
    closest: NearestHeld
    passed: Mapping[int, EdgeAt]
    again: Collection[int]
    citations: Citations
    claims: GapClaims
    today: date

    def item(self, found: Match) -> SkillGapItem:
        """One requirement, how far it is met and by what courses it could be."""
        requirement, holding, citations = found.requirement, found.holding, self.citations
        rule = None if holding is None or holding.faded_from is None else rule_for(citations.snapshot, holding.skill)
        way = None if holding is not None else self.closest.to(requirement.skill)
        if rule is not None:
            first = self.claims.faded(found, rule, self.today)
        else:
            near_by = None if way is None else (self.held[way.skill], citations.edges(way.chain))
            first = self.claims.item(found, near_by)
        options, further = self._courses(found)
        near = holding.skill if holding else way.skill if way else None
        return SkillGapItem(
            skill=citations.node(requirement.skill),
            essential=requirement.essential,
            weight=round(requirement.weight * WEIGHT_QUANTUM, 4),
            required_level=None if requirement.level is None else level_of(requirement.level),
            held_level=level_of(found.level),
            status=found.status,
            covered_by=citations.node(holding.skill) if holding else None,
            nearest=citations.node(near) if near is not None else None,
            searched=found.searched,
            courses=options,
            evidence=first.edges,
            claims=(first, *further),
            cover=found.cover.kind if found.cover else None,
            stated_level=level_of(holding.shown) if holding is not None and holding.stated else None,
            last_evidence=_day(holding),
            recency_rule=rule.name if rule is not None else None,
        )

    def _courses(self, found: Match) -> tuple[tuple[CourseOption, ...], list[Claim]]:
        if found.status is GapStatus.MET:
            return (), []
        options: list[CourseOption] = []
        written: list[Claim] = []
        said: set[str] = set()
        asked = asked_for(self.citations, found.requirement)
        for offer in offers(asked.offers, found, self.again):
            told = asked.teaching(offer, self.citations)
            listed, before = told.option, told.prerequisites
            if not told.courses.isdisjoint(self.passed):
                listed, _ = option(offer, self.passed, self.citations)
                before = tuple(edge for edge in listed.evidence if edge.rel_type == "HAS_PREREQUISITE")
            options.append(listed)
            written += self.claims.course(told, before, said)
        return tuple(options), written or [self.claims.no_course(found)]


def _day(holding: Holding | None) -> date | None:
    return None if holding is None or holding.last_day is None else EPOCH + timedelta(days=holding.last_day)
