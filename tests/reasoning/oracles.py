"""The three questions answered again, slowly and plainly, on dictionaries of the company: nothing of ``reasoning``."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from graph.keys import NodeKey
from graph.store import EdgeRecord
from tests.reasoning.building import NOW, Company

PREPARATION = {None: 24, 1: 3, 2: 12, 3: 24, 4: 48, 5: 84}
Levels = dict[NodeKey, int]
EveryMove = dict[tuple[NodeKey, NodeKey], tuple[int, int, int, int]]
"""Moves with how often each was observed, the edge's confidence in 250ths, the move's
score in millionths, and the grades it rises."""


def ceil(value: Fraction) -> int:
    return -((-value.numerator) // value.denominator)


@dataclass
class Need:
    skill: NodeKey
    essential: bool
    weight: Fraction
    level: int | None

    @property
    def threshold(self) -> int:
        return 1 if self.level is None else self.level


class Plain:
    """A company as plain dictionaries, levels in fiftieths."""

    def __init__(self, company: Company) -> None:
        self.company, self.today = company, NOW.date()
        self.roles = sorted(key for key in company.nodes if key.label == "Role")
        self.above: dict[NodeKey, set[NodeKey]] = {}
        self.close: dict[NodeKey, set[NodeKey]] = {}
        for edge in self.of("BROADER"):
            if edge.end.label == "Skill":
                self.above.setdefault(edge.start, set()).add(edge.end)
        for edge in self.of("EQUIVALENT_TO"):
            kind = edge.properties["match_type"]
            if kind in ("exact", "broad"):
                self.above.setdefault(edge.start, set()).add(edge.end)
            if kind in ("exact", "narrow"):
                self.above.setdefault(edge.end, set()).add(edge.start)
            if kind == "close":
                self.close.setdefault(edge.start, set()).add(edge.end)
                self.close.setdefault(edge.end, set()).add(edge.start)

    def of(self, rel_type: str, start: NodeKey | None = None) -> Iterator[EdgeRecord]:
        for edge in self.company.links.values():
            if edge.rel_type == rel_type and (start is None or edge.start == start):
                yield edge

    def upward(self, skill: NodeKey) -> set[NodeKey]:
        found, fresh = {skill}, {skill}
        while fresh:
            fresh = {above for one in fresh for above in self.above.get(one, ())} - found
            found |= fresh
        return found

    def fully(self, held: Levels) -> Levels:
        """What is held once broader and equivalent skills are counted."""
        result: Levels = {}
        for skill, level in held.items():
            for above in self.upward(skill):
                result[above] = max(result.get(above, 0), level)
        return result

    # -- what people hold and roles ask for ----------------------------------------------------------------

    def stated(self, person: NodeKey) -> Levels:
        found: Levels = {}
        for edge in self.of("HAS_SKILL", person):
            level = edge.properties.get("level")
            raw = 50 if level is None else round(float(level) * 50)  # type: ignore[arg-type]
            if raw > 0:
                found[edge.end] = max(found.get(edge.end, 0), raw)
        return found

    def evidence(self, person: NodeKey) -> Iterator[tuple[NodeKey, object, object]]:
        """Skill, level and day of what assessments and courses show today; a later assessment has the last word."""
        latest: dict[NodeKey, tuple[date, float]] = {}
        for edge in self.of("ASSESSED", person):
            taken, level = edge.properties["taken_on"], edge.properties["level"]
            assert isinstance(taken, date)
            assert isinstance(level, float)
            if self.live(edge, "taken_on"):
                latest[edge.end] = max(latest.get(edge.end, (taken, level)), (taken, level))
        for skill, (taken, level) in latest.items():
            yield skill, level, taken
        done: dict[NodeKey, date] = {}
        for edge in self.of("COMPLETED", person):
            finished = edge.properties["completed_on"]
            assert isinstance(finished, date)
            if edge.properties["passed"] and self.live(edge, "completed_on"):
                done[edge.end] = max(done.get(edge.end, finished), finished)
        for course, finished in done.items():
            for taught in self.of("TEACHES_SKILL", course):
                if taught.end not in latest or latest[taught.end][0] <= finished:
                    yield taught.end, taught.properties["to_level"], finished

    def held(self, person: NodeKey) -> Levels:
        found = self.stated(person)
        for skill, level, _ in self.evidence(person):
            found[skill] = max(found.get(skill, 0), round(float(level) * 50))  # type: ignore[arg-type]
        return {skill: level for skill, level in found.items() if level > 0}

    def counted(self, person: NodeKey) -> Levels:
        """What is held today once old evidence of skills has faded: half in 60 months after 24, never below 0.4.

        What a role held today asks for is practised and does not fade, nor what counts for it.
        """
        found: Levels = {}
        now = [edge.end for edge in self.of("HOLDS_ROLE", person) if self.open(edge)]
        asked = {need.skill for role in now for need in self.requirements(role)}

        def add(skill: NodeKey, level: object, last: object) -> None:
            raw = 50 if level is None else round(float(level) * 50)  # type: ignore[arg-type]
            months = (self.today - last).days / 30.4375 - 24 if isinstance(last, date) else 0.0
            if raw > 0 and months > 0 and not asked & self.upward(skill):
                raw = max(1, min(raw, round(raw * max(0.4, 0.5 ** (months / 60)))))
            if raw > 0:
                found[skill] = max(found.get(skill, 0), raw)

        for edge in self.of("HAS_SKILL", person):
            add(edge.end, edge.properties.get("level"), edge.properties.get("last_used"))
        for skill, level, day in self.evidence(person):
            add(skill, level, day)
        return found

    def passed(self, person: NodeKey) -> set[NodeKey]:
        completed = self.of("COMPLETED", person)
        return {edge.end for edge in completed if edge.properties["passed"] and self.live(edge, "completed_on")}

    def live(self, edge: EdgeRecord, since: str) -> bool:
        begun, ends = edge.properties[since], edge.properties.get("expires_on")
        assert isinstance(begun, date)
        return begun <= self.today and (not isinstance(ends, date) or self.today < ends)

    def requirements(self, role: NodeKey) -> list[Need]:
        found = []
        for edge in self.of("REQUIRES_SKILL", role):
            level, weight = edge.properties["min_level"], edge.properties["weight"]
            if level != 0.0:
                raw = None if level is None else round(float(level) * 50)  # type: ignore[arg-type]
                found.append(Need(edge.end, bool(edge.properties["essential"]), Fraction(str(weight)), raw))
        return sorted(found, key=lambda need: need.skill)

    def needs(self, role: NodeKey) -> list[Need]:
        found = self.requirements(role)
        return [need for need in found if need.essential] or found

    # -- the gap -------------------------------------------------------------------------------------------

    def gap(self, person: NodeKey, role: NodeKey) -> tuple[dict[NodeKey, str], float]:
        held = self.counted(person)
        full = self.fully(held)
        status = {}
        for need in self.requirements(role):
            level = full.get(need.skill, 0)
            near = any(other in held for other in self.close.get(need.skill, ()))
            status[need.skill] = "met" if level >= need.threshold else "partly_met" if level or near else "missing"
        total = sum(need.weight for need in self.requirements(role))
        met = sum(need.weight for need in self.requirements(role) if status[need.skill] == "met")
        return status, round(float(Fraction(met) / Fraction(total)), 4) if total else 0.0

    def closing_courses(self, person: NodeKey, need: Need) -> dict[NodeKey, set[NodeKey]]:
        """Courses that raise what is held of the need, each with the courses still to pass before it."""
        level, passed = self.fully(self.counted(person)).get(need.skill, 0), self.passed(person)
        found: dict[NodeKey, set[NodeKey]] = {}
        for edge in self.of("TEACHES_SKILL"):
            raised = round(float(edge.properties["to_level"]) * 50)  # type: ignore[arg-type]
            if edge.start not in passed and raised > level and need.skill in self.upward(edge.end):
                found[edge.start] = self.before(edge.start, passed)
        return found

    def before(self, course: NodeKey, passed: set[NodeKey]) -> set[NodeKey]:
        found: set[NodeKey] = set()
        for edge in self.of("HAS_PREREQUISITE", course):
            if edge.end not in passed:
                found |= {edge.end} | self.before(edge.end, passed)
        return found

    # -- paths ---------------------------------------------------------------------------------------------

    def recorded(self) -> dict[tuple[NodeKey, NodeKey], int]:
        """All recorded moves with the number of times each was observed."""
        found: dict[tuple[NodeKey, NodeKey], int] = {}
        for edge in self.of("TRANSITIONS_TO"):
            count = edge.properties["observed_count"]
            found[edge.start, edge.end] = int(count) if count is not None else 0  # type: ignore[arg-type]
        return found

    def carried(self, origin: NodeKey, destination: NodeKey) -> int:
        given = self.fully({need.skill: need.level or 1 for need in self.needs(origin)})
        asked = self.needs(destination)
        total = sum(need.weight for need in asked)
        met = Fraction(0)
        for need in asked:
            level = given.get(need.skill, 0)
            level = 50 if level == 1 else level
            met += need.weight * min(Fraction(level, need.threshold), Fraction(1))
        return round(met / total * 1000) if total else 0

    def step(
        self, held: Levels, destination: NodeKey, observed: int, sure: int, score: int, rise: int
    ) -> tuple[int, int]:
        """Cost and months of a move in thousandths, for someone who holds ``held`` (closed)."""
        asked = self.needs(destination)
        total = sum(need.weight for need in asked) * 250
        missing = Fraction(0)
        for need in asked:
            short = max(need.threshold - held.get(need.skill, 0), 0)
            missing += need.weight * 250 * ceil(Fraction(1000 * short, need.threshold))
        zone = self.company.nodes[destination].properties["job_zone"]
        assert zone is None or isinstance(zone, int)
        learn = ceil(PREPARATION[zone] * missing / max(total, 1))
        seen = Fraction(observed * sure, 250)
        doubt = math.floor(12000 * (1_000_000 - score) // 1_000_000 * Fraction(5) / (seen + 5))
        if rise > 0:
            doubt += math.floor(24000 / (seen + 1)) + 24000 * (rise - 1)
        return learn + 6000 - math.floor(3000 * seen / (seen + 5)) + doubt, learn + 6000

    def paths(
        self,
        start: NodeKey,
        target: NodeKey,
        held: Levels,
        k: int,
        every_move: EveryMove,
        max_steps: int = 4,
        max_months: float | None = None,
        via: tuple[NodeKey, ...] = (),
        barred: tuple[NodeKey, ...] = (),
        only_observed: bool = False,
    ) -> list[tuple[int, int, tuple[NodeKey, ...]]]:
        """The k cheapest loopless ways by trying them all."""
        moves = {pair: seen for pair, seen in every_move.items() if seen[0] > 0 or not only_observed}
        found = []
        others = [role for role in self.roles if role not in (start, target)]
        for length in range(max_steps):
            for middle in itertools.permutations(others, length):
                roles = (start, *middle, target)
                pairs = list(itertools.pairwise(roles))
                if not all(pair in moves for pair in pairs) or set(roles[1:]) & set(barred) or set(via) - set(roles):
                    continue
                cost = months = 0
                have = dict(held)
                for origin, destination in pairs:
                    one, spent = self.step(have, destination, *moves[origin, destination])
                    cost, months = cost + one, months + spent
                    gained = self.fully({need.skill: need.threshold for need in self.needs(destination)})
                    have = {skill: max(have.get(skill, 0), gained.get(skill, 0)) for skill in have | gained}
                if max_months is None or months <= max_months * 1000:
                    found.append((cost, len(pairs), roles))
        return sorted(found)[:k]

    # -- mentors -------------------------------------------------------------------------------------------

    def mentors(self, person: NodeKey, role: NodeKey, now: datetime = NOW) -> dict[NodeKey, float]:
        """Everyone who may be proposed, with the score."""
        mine, full = self.stated(person), self.fully(self.stated(person))
        wanted = []
        for need in self.requirements(role):
            own = full.get(need.skill, 0)
            if own < need.threshold:
                least = own + 50 if need.level is None else min(need.level, own + 50)
                wanted.append((need, least))
        assert mine is not None
        total = sum(need.weight for need, _ in wanted)
        result = {}
        for other in sorted(key for key in self.company.nodes if key.label == "Person"):
            barred = {person} | self.line(person) | self.apart(person)
            if other in barred or not self.available(other):
                continue
            helped, offered = self.help(other, wanted)
            if not helped:
                continue
            parts = (
                0.38 * float(helped / total),
                0.22 * float(offered / total),
                0.14 * self.made_move(person, other, role),
                0.08 * self.language(person, other),
                0.06 * self.time(person, other, now),
                0.05 * self.room(other),
                0.04 * self.outcome(other),
                0.03 * self.nearness(person, other),
            )
            result[other] = round(sum(round(part, 6) for part in parts), 6)
        return result

    def help(self, other: NodeKey, wanted: list[tuple[Need, int]]) -> tuple[Fraction, Fraction]:
        helped = offered = Fraction(0)
        offers = {edge.end for edge in self.of("OFFERS_MENTORING", other)}
        for need, least in wanted:
            able = [
                skill
                for skill, level in self.stated(other).items()
                if level >= least and need.skill in self.upward(skill)
            ]
            helped += need.weight if able else 0
            offered += need.weight if able and offers & {need.skill, *able} else 0
        return helped, offered

    def line(self, person: NodeKey) -> set[NodeKey]:
        pairs = {(edge.start, edge.end) for edge in self.of("REPORTS_TO") if self.open(edge)}
        found: set[NodeKey] = set()
        for links in (pairs, {(end, start) for start, end in pairs}):
            fresh = {person}
            while fresh:
                fresh = {end for start, end in links if start in fresh} - found
                found |= fresh
        return found

    def open(self, edge: EdgeRecord) -> bool:
        since, until = edge.properties.get("valid_from"), edge.properties.get("valid_to")
        begun = not isinstance(since, date) or since <= self.today
        return begun and (not isinstance(until, date) or until >= self.today)

    def available(self, other: NodeKey) -> bool:
        properties = self.company.nodes[other].properties
        left, scopes = properties.get("left_on"), properties["scopes"]
        assert isinstance(scopes, list)
        rooms = [edge.properties["capacity"] for edge in self.of("OFFERS_MENTORING", other)]
        stated = [room for room in rooms if room is not None]
        full = bool(stated) and all(room == 0 for room in stated)
        return "mentor_match" in scopes and not (isinstance(left, date) and left <= self.today) and not full

    def current(self, person: NodeKey) -> NodeKey | None:
        posts = [edge for edge in self.of("HOLDS_ROLE", person) if self.open(edge)]
        return max(posts, key=lambda edge: (edge.properties["valid_from"], edge.end)).end if posts else None

    def made_move(self, person: NodeKey, other: NodeKey, role: NodeKey) -> float:
        begun: dict[NodeKey, list[date]] = {}
        for edge in self.of("HOLDS_ROLE", other):
            since = edge.properties["valid_from"]
            assert isinstance(since, date)
            begun.setdefault(edge.end, []).append(since)
        origin = self.current(person)
        if role not in begun:
            return 0.0
        before = begun.get(origin, []) if origin is not None and origin != role else []
        return 1.0 if before and min(before) < max(begun[role]) else 0.5

    def language(self, person: NodeKey, other: NodeKey) -> float:
        spoken = []
        for who in (person, other):
            tags = self.company.nodes[who].properties.get("languages") or []
            assert isinstance(tags, list)
            spoken.append({str(tag).split("-")[0] for tag in tags})
        return 1.0 if spoken[0] & spoken[1] else 0.5 if not all(spoken) else 0.0

    def near(self, person: NodeKey, other: NodeKey, now: datetime) -> float:
        names = [self.company.nodes[who].properties.get("time_zone") for who in (person, other)]
        if not all(names):
            return 0.5
        offsets = [now.astimezone(ZoneInfo(str(name))).utcoffset() for name in names]
        assert offsets[0] is not None
        assert offsets[1] is not None
        hours = abs((offsets[0] - offsets[1]).total_seconds()) / 3600 % 24
        return 1 - min(hours, 24 - hours) / 12

    def time(self, person: NodeKey, other: NodeKey, now: datetime) -> float:
        """Minutes of the week that both have, counted one quarter after the other."""
        weeks = [self.week(who, now) for who in (person, other)]
        if any(week is None for week in weeks):
            return self.near(person, other, now)
        assert weeks[0] is not None
        assert weeks[1] is not None
        return min(len(weeks[0] & weeks[1]) / 4, 10) / 10

    def week(self, who: NodeKey, now: datetime) -> set[int] | None:
        properties = self.company.nodes[who].properties
        times, zone = properties.get("weekly_hours"), properties.get("time_zone")
        if not times or not zone:
            return None
        offset = now.astimezone(ZoneInfo(str(zone))).utcoffset()
        assert offset is not None
        assert isinstance(times, list)
        found = set()
        for text in map(str, times):
            if text == "nonsense":
                continue
            day = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"].index(text[:3])
            start, end = (int(part[:2]) * 60 + int(part[3:]) for part in text[4:].split("-"))
            for minute in range(start, end, 15):
                found.add((day * 1440 + minute - int(offset.total_seconds()) // 60) % 10080)
        return found

    def room(self, other: NodeKey) -> float:
        offers = [edge.properties for edge in self.of("OFFERS_MENTORING", other)]
        stated = [int(one["capacity"]) for one in offers if one["capacity"] is not None]  # type: ignore[arg-type]
        taken = max((int(one["active"]) for one in offers if "active" in one), default=0)  # type: ignore[arg-type]
        return min(max(max(stated) - taken, 0), 3) / 3 if stated else 0.5

    def outcome(self, other: NodeKey) -> float:
        told: list[tuple[int, float]] = []
        for edge in self.of("OFFERS_MENTORING", other):
            finished, rating = edge.properties.get("finished"), edge.properties.get("rating")
            told.append((-1 if finished is None else int(finished), -1.0 if rating is None else float(rating)))  # type: ignore[arg-type]
        most = max((finished for finished, _ in told), default=-1)
        rating = max((rating for finished, rating in told if finished == most), default=-1.0)
        if most <= 0 or rating < 0:
            return 0.5
        return (most * (rating - 1) / 4 + 1) / (most + 2)

    def nearness(self, person: NodeKey, other: NodeKey) -> float:
        places = [self.unit(who) for who in (person, other)]
        if not all(places):
            return 0.5
        above = {edge.start: edge.end for edge in self.of("PART_OF")}
        heights: list[dict[NodeKey, int]] = []
        for place in places:
            assert place is not None
            climbed = [place]
            while climbed[-1] in above:
                climbed.append(above[climbed[-1]])
            heights.append({unit: height for height, unit in enumerate(climbed)})
        steps = min((heights[0][unit] + heights[1][unit] for unit in heights[0] if unit in heights[1]), default=99)
        return {0: 0.5, 1: 1.0, 2: 1.0, 3: 0.75, 4: 0.75}.get(steps, 0.5)

    def unit(self, who: NodeKey) -> NodeKey | None:
        held = [edge for edge in self.of("MEMBER_OF", who) if self.open(edge)]
        return max(held, key=lambda edge: (edge.properties["valid_from"], edge.end)).end if held else None

    def apart(self, person: NodeKey) -> set[NodeKey]:
        pairs = [(edge.start, edge.end) for edge in self.of("KEPT_APART")]
        return {one for pair in pairs if person in pair for one in pair}
