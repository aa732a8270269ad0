"""Promotion, lateral move or step down: by company seniority, else by job zone, else unknown."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.path_answers import SENIORITY_KINDS, StepKind
from reasoning.requirements import Ints

_MEASURES = ("level", "job_zone")


def step_kind(snapshot: Snapshot, origin: int, destination: int) -> StepKind:
    """What the move is, by the first of level and job zone that both roles state."""
    for name in _MEASURES:
        before, after = (snapshot.number("Role", name, role) for role in (origin, destination))
        if before is not None and after is not None:
            if before == after:
                return StepKind.LATERAL
            return StepKind.PROMOTION if after > before else StepKind.STEP_DOWN
    return StepKind.UNKNOWN


def of_kinds(snapshot: Snapshot, origins: Ints, destinations: Ints, kinds: Iterable[StepKind]) -> npt.NDArray[np.bool_]:
    """For each move between roles (counted from the first), whether its kind is one of these."""
    codes = np.full(len(origins), SENIORITY_KINDS.index(StepKind.UNKNOWN))
    for name in reversed(_MEASURES):
        known = snapshot.numbers.get(("Role", name))
        if known is None:
            continue
        rise = known[destinations] - known[origins]
        for sign, kind in ((0, StepKind.LATERAL), (1, StepKind.PROMOTION), (-1, StepKind.STEP_DOWN)):
            codes[np.sign(rise) == sign] = SENIORITY_KINDS.index(kind)
    return np.isin(codes, [SENIORITY_KINDS.index(kind) for kind in kinds if kind in SENIORITY_KINDS])
