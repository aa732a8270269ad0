"""What a mentee wants to learn: the unmet needs of a role, or skills asked for, with what they hold of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.snapshot import Snapshot
from reasoning.answers import CoverKind, GapStatus, MentorMatchRequest
from reasoning.coverage import Match, match
from reasoning.derived import derived
from reasoning.holdings import Holding, stated_skills
from reasoning.requirements import DEFAULT_WEIGHT, Requirement, requirements
from reasoning.taxonomy import Taxonomy

ONE_LEVEL = 50
"""Raw distance by which a mentor must be above the mentee where the role does not ask for less."""


@dataclass(frozen=True, slots=True)
class Want:
    """A skill to be mentored in: raw weight, what the role asks for, what the mentee holds, what a mentor needs.

    ``requirement`` is None for a skill that was asked for without the role asking for it.
    """

    skill: int
    weight: int
    requirement: Requirement | None
    held: Match
    mentor_level: int


def wanted_skills(snapshot: Snapshot, request: MentorMatchRequest) -> list[Want]:
    """The skills asked for, or else the requirements of the role that are not met; heavy and essential first."""
    taxonomy = derived(snapshot, Taxonomy)
    held = {holding.skill: holding for holding in stated_skills(snapshot, request.person) if holding.level > 0}
    asked: dict[int, Requirement] = {}
    if request.target_role is not None:
        asked = {item.skill: item for item in requirements(snapshot, request.target_role)}
    if request.skills:
        wants = [_want(skill, asked.get(skill), held, taxonomy) for skill in dict.fromkeys(request.skills)]
    else:
        unmet = (_want(skill, item, held, taxonomy) for skill, item in asked.items())
        wants = [want for want in unmet if want.held.status is not GapStatus.MET]
    return sorted(wants, key=lambda want: (not want.held.requirement.essential, -want.weight, want.skill))


def _want(skill: int, asked: Requirement | None, held: Mapping[int, Holding], taxonomy: Taxonomy) -> Want:
    if asked is None:
        plain = Requirement(skill, essential=True, weight=DEFAULT_WEIGHT[True], level=None, position=-1)
        found = match(plain, held, taxonomy)
    else:
        found = match(asked, held, taxonomy)
    close = found.cover is not None and found.cover.kind is CoverKind.CLOSE
    own = 0 if close else found.level
    mentor_level = own + ONE_LEVEL
    if asked is not None and asked.level is not None and own < asked.level:
        mentor_level = min(mentor_level, asked.level)
    return Want(skill, found.requirement.weight, asked, found, mentor_level)
