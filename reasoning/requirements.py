"""What roles ask for: requirements of one role, and all of them as integer arrays for the path search."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.levels import ABSENT, ANY_LEVEL

DEFAULT_WEIGHT = {True: 250, False: 125}
"""Raw weight of an essential and of an optional requirement that states none (1 and 0.5, as ESCO is read)."""

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Requirement:
    """A skill a role asks for: raw weight, raw level (None: any level above zero) and the edge that says so."""

    skill: int
    essential: bool
    weight: int
    level: int | None
    position: int

    @property
    def threshold(self) -> int:
        """Raw level from which on the requirement is met."""
        return ANY_LEVEL if self.level is None else self.level


def requirements(snapshot: Snapshot, role: int, *, include_optional: bool = True) -> list[Requirement]:
    """The requirements of a role by skill index.

    A level of zero asks for nothing and is left out. Where the company speaks about a classification's role
    itself, its own statement about a skill stands before the classification's.
    """
    kept = derived(snapshot, _Read)
    asked = kept.get(role)
    if asked is None:
        asked = kept[role] = _asked(snapshot, role)
    return [item for item in asked if item.essential or include_optional]


class _Read(dict[int, tuple[Requirement, ...]]):
    """What roles ask for, of those that were read already: the steps of a path ask for the same roles many times."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()


def _asked(snapshot: Snapshot, role: int) -> tuple[Requirement, ...]:
    edges = snapshot.edges("REQUIRES_SKILL")
    columns = edges.columns
    span = edges.out(role)
    found: dict[int, Requirement] = {}
    for position in range(span.start, span.stop):
        skill = int(edges.dst[position])
        if skill in found and position not in edges.foreign_tenants:
            continue
        essential = int(columns["essential"].raw[position]) == 1
        weight = int(columns["weight"].raw[position])
        level = int(columns["min_level"].raw[position])
        found[skill] = Requirement(
            skill=skill,
            essential=essential,
            weight=DEFAULT_WEIGHT[essential] if weight == ABSENT else weight,
            level=None if level == ABSENT else level,
            position=position,
        )
    return tuple(sorted((item for item in found.values() if item.level != 0), key=lambda item: item.skill))


def needs(snapshot: Snapshot, role: int) -> list[Requirement]:
    """What must be learned to work in the role: its essential requirements, or all where none is essential."""
    kept = derived(snapshot, _Needed)
    found = kept.get(role)
    if found is None:
        asked = requirements(snapshot, role)
        found = kept[role] = [item for item in asked if item.essential] or asked
    return list(found)


class _Needed(dict[int, list[Requirement]]):
    """What must be learned for roles, of those that were read already."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()


@dataclass(frozen=True, slots=True)
class RoleNeeds:
    """``needs`` of every role as CSR arrays: role r owns ``offsets[r - base]`` to ``offsets[r - base + 1]``."""

    base: int
    offsets: Ints
    skills: Ints
    weights: Ints
    thresholds: Ints
    levels: Ints

    def of(self, role: int) -> slice:
        """Where the needs of the role are."""
        local = role - self.base
        return slice(int(self.offsets[local]), int(self.offsets[local + 1]))


def role_needs(snapshot: Snapshot) -> RoleNeeds:
    """Build the table (use it through ``derived``). ``levels`` holds ``ABSENT`` where none is stated."""
    roles = snapshot.nodes("Role")
    asked = [needs(snapshot, role) for role in roles]
    flat = [item for items in asked for item in items]
    offsets = np.zeros(len(roles) + 1, dtype=np.int64)
    np.cumsum([len(items) for items in asked], out=offsets[1:])

    def column(values: list[int]) -> Ints:
        return np.array(values, dtype=np.int64)

    return RoleNeeds(
        base=roles.start,
        offsets=offsets,
        skills=column([item.skill for item in flat]),
        weights=column([item.weight for item in flat]),
        thresholds=column([item.threshold for item in flat]),
        levels=column([ABSENT if item.level is None else item.level for item in flat]),
    )
