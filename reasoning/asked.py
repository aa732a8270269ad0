"""What can be said of a requirement whoever the person is: its edge, its courses, and how they are told.

Kept with the snapshot, so that an answer adds only what is the person's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.snapshot import Snapshot
from reasoning.answers import CourseOption, CoverKind
from reasoning.citing import Citations, keep
from reasoning.courses import Offer, all_offers, option
from reasoning.derived import derived
from reasoning.evidence import EdgeRef, SlotValue
from reasoning.levels import level_of
from reasoning.requirements import Requirement

MOST_ASKED = 16_384
"""So many requirements are kept with what was said of them (some 5 kB each)."""


@dataclass(frozen=True, slots=True)
class Teaching:
    """A course that teaches what is asked for, as told to someone who has passed none of ``courses``.

    ``courses`` are the course and all that comes before it; ``prerequisites`` are the edges between them.
    """

    offer: Offer
    option: CourseOption
    courses: frozenset[int]
    edges: tuple[EdgeRef, ...]
    slots: Mapping[str, SlotValue]
    prerequisites: tuple[EdgeRef, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement with its edge, how it is worded, and all courses for it, best first."""

    requirement: Requirement
    edge: EdgeRef
    slots: Mapping[str, SlotValue]
    offers: tuple[Offer, ...]
    _told: dict[int, Teaching]

    def teaching(self, offer: Offer, citations: Citations) -> Teaching:
        """How the offer (one of ``offers``) is told."""
        found = self._told.get(offer.course)
        if found is None:
            found = self._told[offer.course] = _teaching(self, offer, citations)
        return found


class _Known(dict[int, Asked]):
    """By the position of the edge that asks."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()


def asked_for(citations: Citations, requirement: Requirement) -> Asked:
    """What can be said of a requirement that an edge states."""
    known = derived(citations.snapshot, _Known)
    found = known.get(requirement.position)
    if found is None or found.requirement != requirement:
        edge = citations.edge(("REQUIRES_SKILL", requirement.position))
        offers = tuple(all_offers(citations.snapshot, requirement))
        told = Asked(requirement, edge, worded(requirement, edge), offers, {})
        found = keep(known, requirement.position, told, MOST_ASKED)
    return found


def worded(requirement: Requirement, edge: EdgeRef) -> dict[str, SlotValue]:
    """How a requirement is worded: role, skill, level where one is asked for, and whether it is optional."""
    slots: dict[str, SlotValue] = {"role": edge.start.caption, "skill": edge.end.caption}
    if requirement.level is not None:
        slots["required"] = level_of(requirement.level)
    if not requirement.essential:
        slots["optional"] = True
    return slots


def _teaching(asked: Asked, offer: Offer, citations: Citations) -> Teaching:
    teaches = citations.edge(offer.teaches)
    slots = {
        **asked.slots,
        "course": teaches.start.caption,
        "cover": offer.cover.kind.value,
        "closes": offer.closes,
    }
    if "to_level" in teaches.properties:
        slots["to_level"] = level_of(offer.to_level)
    if offer.cover.kind is not CoverKind.SAME:
        slots["taught"] = teaches.end.caption
    listed, courses = option(offer, (), citations)
    return Teaching(
        offer=offer,
        option=listed,
        courses=courses,
        edges=(teaches, asked.edge, *citations.edges(offer.cover.chain)),
        slots=slots,
        prerequisites=tuple(edge for edge in listed.evidence if edge.rel_type == "HAS_PREREQUISITE"),
    )
