"""The tables of needs and grants with the rows of a few roles made anew, for overlays. The rest is copied."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from graph.snapshot import Snapshot
from reasoning.grants import Grants
from reasoning.levels import ABSENT
from reasoning.requirements import Ints, Requirement, RoleNeeds, needs


def patched_needs(table: RoleNeeds, snapshot: Snapshot, roles: Sequence[int]) -> RoleNeeds:
    """The needs as the (changed) snapshot states them for these roles."""
    asked = {role - table.base: needs(snapshot, role) for role in roles}
    offsets, skills = _spliced(table.offsets, table.skills, _each(asked, lambda one: one.skill))
    _, weights = _spliced(table.offsets, table.weights, _each(asked, lambda one: one.weight))
    _, thresholds = _spliced(table.offsets, table.thresholds, _each(asked, lambda one: one.threshold))
    _, levels = _spliced(table.offsets, table.levels, _each(asked, _level))
    return RoleNeeds(table.base, offsets, skills, weights, thresholds, levels)


def _each(asked: Mapping[int, list[Requirement]], value: Callable[[Requirement], int]) -> dict[int, list[int]]:
    return {role: [value(one) for one in found] for role, found in asked.items()}


def _level(asked: Requirement) -> int:
    return ABSENT if asked.level is None else asked.level


def patched_grants(table: Grants, asked: RoleNeeds, roles: Sequence[int]) -> Grants | None:
    """What these roles give by the changed needs; None where a skill is asked for that no role asked for before."""
    columns: dict[int, list[int]] = {}
    levels: dict[int, list[int]] = {}
    for role in roles:
        span = asked.of(role)
        own = table.column_of[asked.skills[span]]
        if (own < 0).any():
            return None
        granted: dict[int, int] = {}
        for column, level in zip(own.tolist(), asked.thresholds[span].tolist(), strict=True):
            for wider in table.reach.broad[table.reach.narrow == column].tolist():
                granted[wider] = max(granted.get(wider, 0), level)
        columns[role - asked.base] = sorted(granted)
        levels[role - asked.base] = [granted[column] for column in sorted(granted)]
    offsets, given = _spliced(table.offsets, table.columns, columns)
    _, raw = _spliced(table.offsets, table.levels, levels)
    return replace(table, offsets=offsets, columns=given, levels=raw)


def _spliced(offsets: Ints, values: Ints, rows: Mapping[int, Sequence[int]]) -> tuple[Ints, Ints]:
    """A CSR column with some rows replaced, and its new offsets."""
    counts = np.diff(offsets)
    parts: list[Ints] = []
    done = 0
    for row in sorted(rows):
        parts += [values[int(offsets[done]) : int(offsets[row])], np.array(rows[row], dtype=np.int64)]
        counts[row] = len(rows[row])
        done = row + 1
    parts.append(values[int(offsets[done]) :])
    fresh = np.zeros_like(offsets)
    np.cumsum(counts, out=fresh[1:])
    return fresh, np.concatenate(parts)
