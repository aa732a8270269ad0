"""Soft constraints: what each move costs more in the ranking because it is not as wished. Declared, never hidden."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graph.snapshot import Snapshot
from reasoning.effort import MONTH
from reasoning.openings import roles_with_opening
from reasoning.path_answers import Preference, PreferenceKind
from reasoning.requirements import Ints
from reasoning.role_marks import Flags, in_families, in_place, role_numbers
from reasoning.terrain import Terrain


def extra_costs(snapshot: Snapshot, ground: Terrain, preferences: Sequence[Preference], today: int) -> Ints:
    """What every move costs more, in thousandths of a month."""
    extra = np.zeros(len(ground.bases), dtype=np.int64)
    for wish in preferences:
        extra[~fitting_moves(snapshot, ground, wish, today)] += price(wish)
    return extra


def unmet(
    snapshot: Snapshot, ground: Terrain, preferences: Sequence[Preference], at: int, today: int
) -> tuple[Preference, ...]:
    """The wishes that the move does not fit."""
    return tuple(wish for wish in preferences if not fitting_moves(snapshot, ground, wish, today)[at])


def price(wish: Preference) -> int:
    """What a step that does not fit costs more, in thousandths of a month."""
    return round(wish.months * MONTH)


def fitting_moves(snapshot: Snapshot, ground: Terrain, wish: Preference, today: int) -> Flags:
    """For every move whether it fits the wish; a role of unknown place or pay does not."""
    if wish.kind is PreferenceKind.OBSERVED:
        return np.asarray(ground.moves.observed > 0)
    return np.asarray(_fitting_roles(snapshot, wish, today)[ground.ends])


def _fitting_roles(snapshot: Snapshot, wish: Preference, today: int) -> Flags:
    match wish.kind:
        case PreferenceKind.FAMILY:
            return in_families(snapshot, [wish.text or ""])
        case PreferenceKind.LOCATION:
            return in_place(snapshot, wish.text or "")
        case PreferenceKind.PAY:
            return np.asarray(role_numbers(snapshot, "pay_min") >= (wish.number or 0.0))
        case _:
            return roles_with_opening(snapshot, today)
