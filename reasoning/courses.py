"""Which courses bring a person closer to a requirement, what they cost, and what must be passed before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.snapshot import Snapshot
from reasoning.answers import CourseOption, CoverKind
from reasoning.citing import Citations, EdgeAt
from reasoning.coverage import Match
from reasoning.holdings import level_at
from reasoning.levels import level_of
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


def offers(snapshot: Snapshot, gap: Match, taxonomy: Taxonomy, passed: Collection[int]) -> list[Offer]:
    """Courses not yet passed that teach the skill (or one that covers it) above the level held, best first.

    Order: those that close the gap, then those that teach the skill itself (not one that covers it), then cost,
    hours, level reached, id; an unknown cost or length comes last.
    """
    found = every_offer(snapshot, gap, taxonomy, passed)
    return sorted(found, key=lambda offer: _order(snapshot, offer))[:MAX_OPTIONS]


def every_offer(snapshot: Snapshot, gap: Match, taxonomy: Taxonomy, passed: Collection[int]) -> list[Offer]:
    """The same in no order and without a limit to their number: each course once, by the best that it teaches."""
    best: dict[int, Offer] = {}
    teaches = snapshot.edges("TEACHES_SKILL")
    close = gap.cover is not None and gap.cover.kind is CoverKind.CLOSE
    held = 0 if close else gap.level
    for skill, cover in taxonomy.covers(gap.requirement.skill).items():
        if cover.kind is CoverKind.CLOSE:
            continue
        span = teaches.into(skill)
        for source, edge in zip(teaches.in_src[span], teaches.in_edge[span], strict=True):
            course, position = int(source), int(edge)
            level, _ = level_at(teaches.columns["to_level"], position)
            if level <= held or course in passed:
                continue
            closes = level >= gap.requirement.threshold
            offer = Offer(course, skill, level, closes, cover, ("TEACHES_SKILL", position))
            known = best.get(course)
            if known is None or (-level, len(cover.chain), skill) < (
                -known.to_level,
                len(known.cover.chain),
                known.taught,
            ):
                best[course] = offer
    return list(best.values())


def _order(snapshot: Snapshot, offer: Offer) -> tuple[bool, bool, float, float, int, int]:
    cost = snapshot.number("Course", "cost", offer.course)
    hours = snapshot.number("Course", "hours", offer.course)
    unknown = float("inf")
    return (
        not offer.closes,
        bool(offer.cover.chain),
        unknown if cost is None else cost,
        unknown if hours is None else hours,
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


def option(snapshot: Snapshot, offer: Offer, passed: Collection[int], citations: Citations) -> CourseOption:
    """The offer as it stands in an answer."""
    before, edges = still_needed(snapshot, offer.course, passed)
    return CourseOption(
        course=citations.node(offer.course),
        to_level=level_of(offer.to_level),
        closes=offer.closes,
        cost=snapshot.number("Course", "cost", offer.course),
        currency=snapshot.text("Course", "currency", offer.course),
        hours=snapshot.number("Course", "hours", offer.course),
        prerequisites=citations.nodes(before),
        evidence=citations.edges((offer.teaches, *offer.cover.chain, *edges)),
    )
