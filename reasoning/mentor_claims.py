"""A mentor candidate as told: skills, the move, capacity, with evidence, claims and what speaks against them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from graph.snapshot import Snapshot
from reasoning.answers import (
    CounterReason,
    CoverKind,
    MentorCandidate,
    MentorComponent,
    MentorMatchRequest,
    ScoreComponent,
)
from reasoning.asked import Requirements
from reasoning.citing import Citations, ClaimWriter
from reasoning.derived import derived
from reasoning.evidence import Claim, ClaimKind, EdgeRef, SlotValue
from reasoning.holdings import Holding, stated_skills
from reasoning.levels import day_number, level_of, moment
from reasoning.mentor_scores import WEIGHTS, Scores
from reasoning.mentor_tables import NOT_KNOWN, mentor_tables
from reasoning.mentor_wants import Want
from reasoning.standing import current_post, posts, reporting_line
from reasoning.taxonomy import KIND_ORDER, Cover, Taxonomy
from reasoning.units import FAR, Units

FAR_HOURS = 6
FEW_HOURS = 2
COVERED = {kind: kind.value for kind in CoverKind}
Slots = dict[str, SlotValue]


class MentorTelling:
    """Writes the candidates and claims of one mentor answer (``writer``: of an answer that has others too)."""

    def __init__(
        self,
        snapshot: Snapshot,
        citations: Citations,
        request: MentorMatchRequest,
        wants: Sequence[Want],
        writer: ClaimWriter | None = None,
    ) -> None:
        self._snapshot, self._request, self._wants = snapshot, request, wants
        self.citations = citations
        self._person = citations.node(request.person)
        self._asked = derived(snapshot, Requirements)
        self._people = snapshot.nodes("Person").start
        self._today = day_number(moment(snapshot, request.now))
        self._taxonomy = derived(snapshot, Taxonomy)
        self._tables = derived(snapshot, mentor_tables)
        self._line = reporting_line(snapshot, request.person, self._today) if request.reporting_line else set()
        self._post = current_post(snapshot, request.person, self._today)
        self._writer = writer or ClaimWriter()
        self._common: dict[int, tuple[list[EdgeRef], Slots]] = {}
        self._covering: dict[int, list[tuple[int, Cover]]] = {}  # by skill, the wants that it counts for
        for at, want in enumerate(wants):
            for skill, cover in self._taxonomy.covers(want.skill).items():
                if cover.kind is not CoverKind.CLOSE:
                    self._covering.setdefault(skill, []).append((at, cover))

    def candidate(self, scores: Scores, row: int) -> MentorCandidate:
        """The candidate in a row of the scores."""
        mentor = int(scores.people[row])
        offered = self._offers(mentor)
        helped = list(self._helped(mentor, offered))
        claims = [self._skill_claim(mentor, offered, *found) for found in helped]
        if scores.moved[row] == 1.0:
            claims += self._move_claim(mentor)
        claims += self._capacity_claim(mentor, helped)
        claims += self._outcome_claim(mentor)
        claims += self._unit_claim(mentor, int(scores.steps[row]))
        hours, language, capacity = (float(scores.hours[row]), float(scores.language[row]), int(scores.capacity[row]))
        place = mentor - self._people
        active, finished = int(self._tables.active[place]), int(self._tables.finished[place])
        steps = int(scores.steps[row])
        return MentorCandidate(
            mentor=self.citations.node(mentor),
            score=int(scores.millionths[row]) / 1e6,
            skills=self.citations.nodes(want.skill for want, _, _ in helped),
            made_move=bool(scores.moved[row] == 1.0),
            capacity=capacity if capacity >= 0 else None,
            shared_language={1.0: True, 0.0: False}.get(language),
            hours_apart=None if np.isnan(hours) else hours,
            evidence=_distinct(edge for claim in claims for edge in claim.edges),
            claims=tuple(claims),
            components=tuple(
                ScoreComponent(name, weight, added)
                for (name, weight), added in zip(WEIGHTS.items(), scores.contributions(row), strict=True)
            ),
            counter_reasons=self._against(scores, row, len(helped)),
            active=active if active >= 0 else None,
            finished=finished if finished >= 0 else None,
            rating=_known(self._tables.rating[place], 2),
            common_hours=_known(scores.common[row], 2),
            distance=steps if 0 <= steps < FAR else None,
        )

    def nobody(self) -> tuple[Claim, ...]:
        """That nobody was found for the wanted skills; cites what asks for them or what the person holds of them."""
        claims = []
        for want in self._wants:
            if want.requirement is not None:
                edge = self.citations.edge(("REQUIRES_SKILL", want.requirement.position))
                slots = {"role": edge.start.caption, "skill": edge.end.caption}
                claims.append(self._writer.claim(ClaimKind.NO_MENTOR, (edge,), slots))
            elif want.held.holding is not None and want.held.holding.skill == want.skill:
                edge = self.citations.edge(want.held.holding.edges[0])
                slots = {"person": edge.start.caption, "skill": edge.end.caption}
                claims.append(self._writer.claim(ClaimKind.NO_MENTOR, (edge,), slots))
        return tuple(claims)

    def _helped(self, mentor: int, offered: Mapping[int, int]) -> Iterator[tuple[Want, Holding, Cover]]:
        """Wanted skills the mentor holds high enough, each with the holding that shows it best."""
        able: dict[int, list[tuple[Cover, Holding]]] = {}
        for holding in stated_skills(self._snapshot, mentor, self._covering):
            for at, cover in self._covering[holding.skill]:
                if holding.level >= self._wants[at].mentor_level:
                    able.setdefault(at, []).append((cover, holding))
        for at in sorted(able):
            yield self._chosen(offered, self._wants[at], able[at])

    def _skill_claim(
        self, mentor: int, offered: Mapping[int, int], want: Want, holding: Holding, cover: Cover
    ) -> Claim:
        edges = list(self.citations.edges((*holding.edges, *cover.chain) if cover.chain else holding.edges))
        slots: Slots = {
            "mentor": self.citations.node(mentor).caption,
            "skill": self.citations.node(want.skill).caption,
            "cover": COVERED[cover.kind],
        }
        if holding.stated:
            slots["level"] = level_of(holding.level)
        if cover.kind is not CoverKind.SAME:
            slots["held"] = self.citations.node(holding.skill).caption
        offer = _offer(offered, want, holding)
        if offer is not None:
            edges.append(self.citations.edge(("OFFERS_MENTORING", offer)))
            slots["offered"] = edges[-1].end.caption
        further, common = self._common_of(want)
        return self._writer.claim(ClaimKind.MENTOR_SKILL, edges + further, slots | common)

    def _common_of(self, want: Want) -> tuple[list[EdgeRef], Slots]:
        """What is said of a want whoever the mentor is: what the role asks for, and what the person holds."""
        found = self._common.get(want.skill)
        if found is None:
            edges: list[EdgeRef] = []
            slots: Slots = {}
            if want.requirement is not None:
                needed, wording = self._asked.of(want.requirement).cited(self.citations)
                edges.append(needed)
                slots |= wording
            own = want.held.holding
            if own is not None and own.stated and own.skill == want.skill:
                edges += self.citations.edges(own.edges)
                slots |= {"person": self._person.caption, "own": level_of(own.level)}
            found = self._common[want.skill] = edges, slots
        return found

    def _chosen(
        self, offered: Mapping[int, int], want: Want, able: Sequence[tuple[Cover, Holding]]
    ) -> tuple[Want, Holding, Cover]:
        """The holding that shows best that the mentor can help: offered, by the surest cover, at the highest level."""
        cover, holding = able[0] if len(able) == 1 else min(able, key=lambda pair: _preference(offered, want, *pair))
        return want, holding, cover

    def _offers(self, mentor: int) -> dict[int, int]:
        """The skills in which the mentor offers mentoring, each with the position of the (first) edge."""
        offers = self._snapshot.edges("OFFERS_MENTORING")
        span = offers.out(mentor)
        found: dict[int, int] = {}
        for position, skill in enumerate(offers.dst[span].tolist(), span.start):
            found.setdefault(skill, position)
        return found

    def _move_claim(self, mentor: int) -> list[Claim]:
        """The mentor's posts that make the move: the earliest in the mentee's role, the latest in the target."""
        post, target = self._post, self._request.target_role
        if post is None or target is None or post.role == target:
            return []
        held = [item for item in posts(self._snapshot, mentor, self._today) if item.since >= 0]
        before = [item for item in held if item.role == post.role]
        after = [item for item in held if item.role == target]
        if not before or not after or before[0].since >= after[-1].since:
            return []
        edges = self.citations.edges((("HOLDS_ROLE", before[0].position), ("HOLDS_ROLE", after[-1].position)))
        slots: Slots = {
            "mentor": edges[0].start.caption,
            "origin": edges[0].end.caption,
            "destination": edges[1].end.caption,
            "since": edges[0].properties["valid_from"],
            "then": edges[1].properties["valid_from"],
        }
        return [self._writer.claim(ClaimKind.MENTOR_MOVE, edges, slots)]

    def _capacity_claim(self, mentor: int, helped: Sequence[tuple[Want, Holding, Cover]]) -> list[Claim]:
        """The largest capacity the mentor states, preferably in an offer of a wanted skill."""
        offers = self._snapshot.edges("OFFERS_MENTORING")
        column = offers.columns["capacity"]
        span = offers.out(mentor)
        wanted = {holding.skill for _, holding, _ in helped} | {want.skill for want, _, _ in helped}
        stated = [
            (-int(column.raw[at]), int(offers.dst[at]) not in wanted, at)
            for at in range(span.start, span.stop)
            if int(column.raw[at]) != column.absent
        ]
        if not stated:
            return []
        edge = self.citations.edge(("OFFERS_MENTORING", min(stated)[2]))
        slots: Slots = {
            "mentor": edge.start.caption,
            "skill": edge.end.caption,
            "capacity": edge.properties["capacity"],
        }
        if "active" in edge.properties:
            slots["active"] = edge.properties["active"]
        return [self._writer.claim(ClaimKind.MENTOR_CAPACITY, (edge,), slots)]

    def _outcome_claim(self, mentor: int) -> list[Claim]:
        """How past mentorships were rated, by the offer that counts most of them."""
        offers = self._snapshot.edges("OFFERS_MENTORING")
        finished, rating = offers.columns["finished"], offers.columns["rating"]
        span = offers.out(mentor)
        stated = [
            (-int(finished.raw[at]), -int(rating.raw[at]), at)
            for at in range(span.start, span.stop)
            if finished.absent != int(finished.raw[at]) > 0 and int(rating.raw[at]) != rating.absent
        ]
        if not stated:
            return []
        edge = self.citations.edge(("OFFERS_MENTORING", min(stated)[2]))
        slots: Slots = {
            "mentor": edge.start.caption,
            "finished": edge.properties["finished"],
            "rating": edge.properties["rating"],
        }
        return [self._writer.claim(ClaimKind.MENTOR_OUTCOMES, (edge,), slots)]

    def _unit_claim(self, mentor: int, steps: int) -> list[Claim]:
        """Where both sit in the organisation."""
        if not 0 <= steps < FAR:
            return []
        units, members = derived(self._snapshot, Units), self._snapshot.edges("MEMBER_OF")
        theirs, own = (units.membership(one, self._today) for one in (mentor, self._request.person))
        if theirs is None or own is None:
            return []
        chain = units.chain(int(members.dst[theirs]), int(members.dst[own]))
        edges = self.citations.edges((("MEMBER_OF", theirs), ("MEMBER_OF", own), *chain))
        slots: Slots = {"mentor": edges[0].start.caption, "unit": edges[0].end.caption, "person": self._person.caption}
        if steps:
            slots |= {"other": edges[1].end.caption, "steps": steps}
        return [self._writer.claim(ClaimKind.MENTOR_UNIT, edges, slots)]

    def _against(self, scores: Scores, row: int, helped: int) -> tuple[CounterReason, ...]:
        hours, language = float(scores.hours[row]), float(scores.language[row])
        parts = scores.parts
        found = {
            CounterReason.NO_OFFER: scores.parts[MentorComponent.OFFERS][row] == 0,
            CounterReason.NOT_THE_SAME_MOVE: self._request.target_role is not None and scores.moved[row] < 1,
            CounterReason.NO_SHARED_LANGUAGE: language == 0.0,
            CounterReason.LANGUAGE_UNKNOWN: 0.0 < language < 1.0,
            CounterReason.FAR_TIME_ZONE: hours > FAR_HOURS,
            CounterReason.TIME_ZONE_UNKNOWN: bool(np.isnan(hours)),
            CounterReason.CAPACITY_UNKNOWN: int(scores.capacity[row]) < 0,
            CounterReason.SKILLS_NOT_COVERED: helped < len(self._wants),
            CounterReason.NO_FREE_PLACE: parts[MentorComponent.CAPACITY][row] == 0,
            CounterReason.FEW_COMMON_HOURS: float(scores.common[row]) < FEW_HOURS,
            CounterReason.LOW_RATING: parts[MentorComponent.OUTCOMES][row] < NOT_KNOWN,
            CounterReason.SAME_TEAM: int(scores.steps[row]) == 0,
            CounterReason.REPORTING_LINE: self._request.reporting_line and int(scores.people[row]) in self._line,
        }
        return tuple(reason for reason, holds in found.items() if holds)


def _offer(offered: Mapping[int, int], want: Want, holding: Holding) -> int | None:
    """The mentor's offer in the wanted skill, or in the one they hold for it."""
    found = offered.get(want.skill)
    return offered.get(holding.skill) if found is None else found


def _preference(offered: Mapping[int, int], want: Want, cover: Cover, holding: Holding) -> tuple[bool, int, int, int]:
    unoffered = _offer(offered, want, holding) is None
    return (unoffered, KIND_ORDER[cover.kind], -holding.level, holding.skill)


def _known(value: float, digits: int) -> float | None:
    return None if np.isnan(value) else round(float(value), digits)


def _distinct(edges: Iterator[EdgeRef]) -> tuple[EdgeRef, ...]:
    return tuple({edge.edge_id: edge for edge in edges}.values())
