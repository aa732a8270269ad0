"""Which courses bring a person closer to a requirement, what they cost, and what must be passed before."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass

from graph.snapshot import Snapshot
from reasoning.answers import CourseOption, CoverKind
from reasoning.citing import Citations, EdgeAt
from reasoning.coverage import Match
from reasoning.derived import derived
from reasoning.holdings import level_at
from reasoning.levels import level_of
from reasoning.requirements import Requirement
from reasoning.taxonomy import Cover, Taxonomy

MAX_OPTIONS = 5
"""How many courses are listed for one requirement."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A course that raises a held level: what it teaches, to which raw level, and how that counts."""

    course: int
    taught: int
    to_level: int
    closes: bool
    cover: Cover
    teaches: EdgeAt


def offers(candidates: Iterable[Offer], gap: Match, passed: Container[int]) -> list[Offer]:
    """Of all courses for a requirement (``all_offers``) the best that are not passed and go above the level held."""
    held = _held(gap)
    fitting = (offer for offer in candidates if offer.to_level > held and offer.course not in passed)
    return list(itertools.islice(fitting, MAX_OPTIONS))


def all_offers(snapshot: Snapshot, asked: Requirement) -> list[Offer]:
    """Courses that teach the skill (or one that covers it) to someone who holds nothing, best first.

    Order: those that close the gap, then those that teach the skill itself (not one that covers it), then cost,
    hours, level reached, id; an unknown cost or length comes last.
    """
    found = _offers(snapshot, asked, 0, derived(snapshot, Taxonomy), ())
    efforts = derived(snapshot, _Efforts)
    return sorted(found, key=lambda offer: _order(efforts, offer))


def every_offer(snapshot: Snapshot, gap: Match, taxonomy: Taxonomy, passed: Collection[int]) -> list[Offer]:
    """Courses not yet passed that go above the level held, in no order: each course once, by the best it teaches."""
    return _offers(snapshot, gap.requirement, _held(gap), taxonomy, passed)


def _held(gap: Match) -> int:
    return 0 if gap.cover is not None and gap.cover.kind is CoverKind.CLOSE else gap.level


def _offers(
    snapshot: Snapshot, asked: Requirement, held: int, taxonomy: Taxonomy, passed: Collection[int]
) -> list[Offer]:
    best: dict[int, Offer] = {}
    teaches = snapshot.edges("TEACHES_SKILL")
    for skill, cover in taxonomy.covers(asked.skill).items():
        if cover.kind is CoverKind.CLOSE:
            continue
        span = teaches.into(skill)
        for course, position in zip(teaches.in_src[span].tolist(), teaches.in_edge[span].tolist(), strict=True):
            level, _ = level_at(teaches.columns["to_level"], position)
            if level <= held or course in passed:
                continue
            known = best.get(course)
            if known is None or (-level, len(cover.chain), skill) < (
                -known.to_level,
                len(known.cover.chain),
                known.taught,
            ):
                closes = level >= asked.threshold
                best[course] = Offer(course, skill, level, closes, cover, ("TEACHES_SKILL", position))
    return list(best.values())


class _Efforts(dict[int, tuple[float, float]]):
    """Cost and hours of each course; an unknown one is infinite."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self._snapshot = snapshot

    def __missing__(self, course: int) -> tuple[float, float]:
        cost, hours = (self._snapshot.number("Course", name, course) for name in ("cost", "hours"))
        unknown = float("inf")
        return self.setdefault(course, (unknown if cost is None else cost, unknown if hours is None else hours))


def _order(efforts: _Efforts, offer: Offer) -> tuple[bool, bool, float, float, int, int]:
    return (
        not offer.closes,
        bool(offer.cover.chain),
        *efforts[offer.course],
        -offer.to_level,
        offer.course,
    )


def still_needed(snapshot: Snapshot, course: int, passed: Collection[int]) -> tuple[list[int], list[EdgeAt]]:
    """Courses that must be passed before this one, each after its own prerequisites, and the edges that say so.

    What is passed needs nothing any more, neither itself nor what comes before it.
    """
    edges = snapshot.edges("HAS_PREREQUISITE")
    order: list[int] = []
    cited: list[EdgeAt] = []
    seen = {course}

    def visit(current: int) -> None:
        span = edges.out(current)
        for position in range(span.start, span.stop):
            earlier = int(edges.dst[position])
            if earlier in passed:
                continue
            cited.append(("HAS_PREREQUISITE", position))
            if earlier not in seen:
                seen.add(earlier)
                visit(earlier)
                order.append(earlier)

    if course not in passed:  # who takes a passed course again has what it asks for
        visit(course)
    return order, cited


def option(offer: Offer, passed: Collection[int], citations: Citations) -> tuple[CourseOption, frozenset[int]]:
    """The offer as it stands in an answer, and the courses it is about: this one and what comes before it."""
    snapshot = citations.snapshot
    before, edges = still_needed(snapshot, offer.course, passed)
    listed = CourseOption(
        course=citations.node(offer.course),
        to_level=level_of(offer.to_level),
        closes=offer.closes,
        cost=snapshot.number("Course", "cost", offer.course),
        currency=snapshot.text("Course", "currency", offer.course),
        hours=snapshot.number("Course", "hours", offer.course),
        prerequisites=citations.nodes(before),
        evidence=citations.edges((offer.teaches, *offer.cover.chain, *edges)),
    )
    return listed, frozenset((offer.course, *before))
