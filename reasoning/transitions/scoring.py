"""Scores of moves: the sum of weighted components, each trusted as far as its data is a role's own. Pure.

For a pair the score is ``sum(w * t * c) / sum(w * t)`` over the components: weight, trust, value. Contributions
therefore add up to the score. Components are compared in the space that states them; a role that takes part
through matches has the mean over what it matches, at less trust.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from reasoning.transitions.landscape import Landscape
from reasoning.transitions.levels import prepared
from reasoning.transitions.links import Standing
from reasoning.transitions.sparse import Floats, Ints
from reasoning.transitions.weights import GENERAL, SKILLS, WORK, Weights

Flags: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a score: its value and how much of the score it makes."""

    name: str
    value: float
    share: float

    @property
    def contribution(self) -> float:
        """What it adds to the score."""
        return self.value * self.share


class Scorer:
    """Scores under one set of weights; the weighted sums of the tables are made once."""

    def __init__(self, landscape: Landscape, weights: Weights) -> None:
        self._land, self._weights = landscape, weights
        self._work_weight = sum(weights.of[name] for name in WORK)
        self._skill_weight = sum(weights.of[name] for name in SKILLS)
        self._general_weight = sum(weights.of[name] for name in GENERAL)

    @functools.cached_property
    def _work(self) -> Floats:
        return _sum(self._land.work, self._weights.of)

    @functools.cached_property
    def _skills(self) -> Floats:
        return _sum(self._land.skills, self._weights.of)

    def row(self, origin: int, destinations: Ints) -> Floats:
        """Scores of moves from one role to others, all counted from the first role."""
        land = self._land
        work_trust = land.work_standing.trust[origin] * land.work_standing.trust[destinations]
        skill_trust = self._skill_trust(origin, destinations)
        work = _across(self._work, land.work_standing, origin, destinations)
        skills = self._skill_value(self._skills, origin, destinations)
        general = self._general_weight * self._prepared(origin, destinations)
        total = self._work_weight * work_trust + self._skill_weight * skill_trust + self._general_weight
        scores = (work_trust * work + skill_trust * skills + general) / np.maximum(total, 1e-9)
        return np.asarray(np.clip(scores, 0.0, 1.0), dtype=np.float32)

    def components(self, origin: int, destination: int) -> list[Component]:
        """The parts of one score, in the order of the model; those without any trust have no share."""
        land, one = self._land, np.array([destination])
        trust = {
            **dict.fromkeys(WORK, land.work_standing.trust[origin] * land.work_standing.trust[destination]),
            **dict.fromkeys(SKILLS, self._skill_trust(origin, one)[0]),
            **dict.fromkeys(GENERAL, 1.0),
        }
        values = {name: _across(land.work[name], land.work_standing, origin, one)[0] for name in WORK}
        values["preparation"] = self._prepared(origin, one)[0]
        native = self._native_wins(origin, one)
        for name in SKILLS:
            values[name] = self._skill_value(land.skills[name], origin, one, native)[0]
        raw = {name: self._weights.of[name] * float(trust[name]) for name in trust}
        total = max(sum(raw.values()), 1e-9)
        return [Component(name, float(values[name]), raw[name] / total) for name in trust]

    def _prepared(self, origin: int, destinations: Ints) -> Floats:
        return prepared(float(self._land.asked[origin]), self._land.asked[destinations])

    # -- the skill space: a role's own row where it has one, and its matches' -------------------------------

    def _skill_trust(self, origin: int, destinations: Ints) -> Floats:
        land = self._land
        own = (land.own[origin] >= 0) & (land.own[destinations] >= 0)
        alike = land.schemes[origin] == land.schemes[destinations]
        ends = land.skill_standing.trust[origin] * land.skill_standing.trust[destinations]
        return np.where(own & alike, 1.0, ends).astype(np.float32)

    def _native_wins(self, origin: int, destinations: Ints) -> Flags:
        own = self._own_value(self._skills, origin, destinations)
        return np.asarray(own >= self._linked_value(self._skills, origin, destinations))

    def _skill_value(self, table: Floats, origin: int, destinations: Ints, native: Flags | None = None) -> Floats:
        """The better of what the roles themselves say and what their matches say: neither can lower the other."""
        own = self._own_value(table, origin, destinations)
        linked = self._linked_value(table, origin, destinations)
        return np.maximum(own, linked) if native is None else np.where(native, own, linked)

    def _own_value(self, table: Floats, origin: int, destinations: Ints) -> Floats:
        land = self._land
        if land.own[origin] < 0 or not table.size:
            return np.zeros(len(destinations), dtype=np.float32)
        ends = land.own[destinations]
        return np.where(ends >= 0, table[land.own[origin], np.maximum(ends, 0)], 0).astype(np.float32)

    def _linked_value(self, table: Floats, origin: int, destinations: Ints) -> Floats:
        return _across(table, self._land.skill_standing, origin, destinations)


def _sum(tables: Mapping[str, Floats], weights: Mapping[str, float]) -> Floats:
    parts = [weights[name] * table for name, table in tables.items() if weights[name] > 0]
    return sum(parts[1:], parts[0]) if parts else np.zeros((0, 0), dtype=np.float32)


def _across(table: Floats, standing: Standing, origin: int, destinations: Ints) -> Floats:
    """The mean of a table over what the origin and each destination stand for."""
    if not table.size:
        return np.zeros(len(destinations), dtype=np.float32)
    row = standing.shares[origin] @ table[standing.rows[origin]]
    values = (row[standing.rows[destinations]] * standing.shares[destinations]).sum(1)
    return np.asarray(values, dtype=np.float32)
