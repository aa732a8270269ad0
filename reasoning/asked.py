"""What can be said of a requirement whoever the person is: its edge, its courses, and how they are told.

Kept with the snapshot, so that an answer adds only what is the person's own. What is kept can only be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.snapshot import Snapshot
from reasoning.answers import CourseOption, CoverKind
from reasoning.citing import Citations, keep
from reasoning.courses import Offer, all_offers, option
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


class Asked:
    """A requirement with all courses for it, best first, and once it is told of with its edge and how it is worded."""

    def __init__(self, requirement: Requirement, offers: tuple[Offer, ...]) -> None:
        self.requirement, self.offers = requirement, offers
        self._cited: tuple[EdgeRef, Mapping[str, SlotValue]] | None = None
        self._told: dict[int, Teaching] = {}

    def cited(self, citations: Citations) -> tuple[EdgeRef, Mapping[str, SlotValue]]:
        """The edge that asks, and how the requirement is worded."""
        if self._cited is None:
            edge = citations.edge(("REQUIRES_SKILL", self.requirement.position))
            self._cited = edge, MappingProxyType(worded(self.requirement, edge))
        return self._cited

    def teaching(self, offer: Offer, citations: Citations) -> Teaching:
        """How the offer (one of ``offers``) is told."""
        found = self._told.get(offer.course)
        if found is None:
            found = self._told[offer.course] = _teaching(self, offer, citations)
        return found


class Requirements:
    """What can be said of the requirements of a snapshot that edges state (use it through ``derived``)."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot, self._known = snapshot, dict[int, Asked]()

    def of(self, requirement: Requirement) -> Asked:
        """What can be said of one."""
        found = self._known.get(requirement.position)
        if found is None or (found.requirement is not requirement and found.requirement != requirement):
            made = Asked(requirement, tuple(all_offers(self._snapshot, requirement)))
            found = keep(self._known, requirement.position, made, MOST_ASKED)
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
    teaches, (edge, wording) = citations.edge(offer.teaches), asked.cited(citations)
    slots = {
        **wording,
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
        edges=(teaches, edge, *citations.edges(offer.cover.chain)),
        slots=MappingProxyType(slots),
        prerequisites=tuple(one for one in listed.evidence if one.rel_type == "HAS_PREREQUISITE"),
    )
