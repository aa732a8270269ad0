"""How different two ways between the same two roles are: Jaccard distance of the roles passed in between."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

Roles = tuple[int, ...]
SCALE = 1000
"""A wished distance is counted in thousandths, so that comparing it is exact."""


def inner(roles: Sequence[int]) -> frozenset[int]:
    """The roles passed between the first and the last."""
    return frozenset(roles[1:-1])


def distance(one: Collection[int], other: Collection[int]) -> Fraction:
    """1 - shared roles / all roles of the two; 0 for two ways without a role in between."""
    first, second = set(one), set(other)
    union = len(first | second)
    return Fraction(union - len(first & second), union) if union else Fraction(0)


def apart(one: Collection[int], other: Collection[int], least: int) -> bool:
    """Whether two ways are at least ``least`` thousandths apart."""
    return distance(one, other) * SCALE >= least


def may_be_apart(passed: Collection[int], room: int, other: Collection[int], least: int) -> bool:
    """Whether a way that has passed these roles and may pass ``room`` more can still end up that far apart.

    It is farthest when every further role is new: the distance then is 1 - shared / (all + room).
    """
    so_far, chosen = set(passed), set(other)
    union = len(so_far | chosen) + room
    return SCALE * (union - len(so_far & chosen)) >= least * union


def least_distance(ways: Sequence[Roles]) -> Fraction | None:
    """The least distance between any two ways; None for fewer than two."""
    parts = [inner(way) for way in ways]
    pairs = [distance(one, other) for at, one in enumerate(parts) for other in parts[:at]]
    return min(pairs) if pairs else None
