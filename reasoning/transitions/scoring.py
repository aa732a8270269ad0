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
from reasoning.transitions.text_space import spoken
from reasoning.transitions.weights import GENERAL, SKILLS, TEXTS, WORK, Weights

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


@dataclass(frozen=True, slots=True)
class Stood:
    """Where roles that moves lead to stand in a space."""

    rows: Ints
    shares: Floats
    trust: Floats

    @classmethod
    def of(cls, standing: Standing, roles: Ints) -> Stood:
        """Read the standing of some roles. Where each stands for one row at most (or for none), one is read."""
        rows, shares = standing.rows[roles], standing.shares[roles]
        if not shares[:, 1:].any():
            width = int(shares.any())
            rows, shares = rows[:, :width].copy(), shares[:, :width].copy()
        return cls(rows, shares, standing.trust[roles])


@dataclass(frozen=True, slots=True)
class Ends:
    """Roles that moves lead to, with what the scores read of them: made once for all roles of a scheme."""

    work: Stood
    skills: Stood
    own: Ints
    has_own: Flags
    schemes: Ints
    texts: Floats
    worded: Floats
    asked: Floats

    @classmethod
    def of(cls, land: Landscape, roles: Ints) -> Ends:
        """Read the landscape at some roles."""
        own = land.own[roles]
        return cls(
            work=Stood.of(land.work_standing, roles),
            skills=Stood.of(land.skill_standing, roles),
            own=np.maximum(own, 0),
            has_own=own >= 0,
            schemes=land.schemes[roles],
            texts=land.texts[roles],
            worded=worded(land.texts[roles]),
            asked=land.asked[roles],
        )


class Scorer:
    """Scores under one set of weights; the weighted sums of the tables are made once."""

    def __init__(self, landscape: Landscape, weights: Weights) -> None:
        self._land, self._weights = landscape, weights
        self._work_weight = sum(weights.of[name] for name in WORK)
        self._text_weight = sum(weights.of[name] for name in TEXTS)
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
        return self.towards(origin, self.ends(destinations))

    def ends(self, destinations: Ints) -> Ends:
        """Roles that moves lead to, with what of the landscape is read of them for any origin."""
        return Ends.of(self._land, destinations)

    def towards(self, origin: int, ends: Ends) -> Floats:
        """Scores of moves from one role to prepared ends."""
        land = self._land
        work_trust = land.work_standing.trust[origin] * ends.work.trust
        skill_trust = self._skill_trust(origin, ends)
        work = _across(self._work, land.work_standing, origin, ends.work)
        skills = self._skill_value(self._skills, origin, ends)
        text_trust = self._text_weight * worded(land.texts[origin]) * ends.worded
        texts = text_trust * spoken(land.texts[origin], ends.texts)
        general = self._general_weight * self._prepared(origin, ends)
        total = self._work_weight * work_trust + self._skill_weight * skill_trust + self._general_weight + text_trust
        scores = (work_trust * work + skill_trust * skills + general + texts) / np.maximum(total, 1e-9)
        return np.asarray(np.minimum(np.maximum(scores, 0.0), 1.0), dtype=np.float32)

    def components(self, origin: int, destination: int) -> list[Component]:
        """The parts of one score, in the order of the model; those without any trust have no share."""
        land, one = self._land, self.ends(np.array([destination]))
        trust = {
            **dict.fromkeys(WORK, land.work_standing.trust[origin] * one.work.trust[0]),
            **dict.fromkeys(TEXTS, float(worded(land.texts[origin]) * one.worded[0])),
            **dict.fromkeys(SKILLS, self._skill_trust(origin, one)[0]),
            **dict.fromkeys(GENERAL, 1.0),
        }
        values = {name: _across(land.work[name], land.work_standing, origin, one.work)[0] for name in WORK}
        values["own_words"] = spoken(land.texts[origin], one.texts)[0]
        values["preparation"] = self._prepared(origin, one)[0]
        native = self._native_wins(origin, one)
        for name in SKILLS:
            values[name] = self._skill_value(land.skills[name], origin, one, native)[0]
        raw = {name: self._weights.of[name] * float(trust[name]) for name in trust}
        total = max(sum(raw.values()), 1e-9)
        return [Component(name, float(values[name]), raw[name] / total) for name in trust]

    def _prepared(self, origin: int, ends: Ends) -> Floats:
        return prepared(float(self._land.asked[origin]), ends.asked)

    # -- the skill space: a role's own row where it has one, and its matches' -------------------------------

    def _skill_trust(self, origin: int, ends: Ends) -> Floats:
        land = self._land
        trust: Floats = land.skill_standing.trust[origin] * ends.skills.trust
        if land.own[origin] < 0:
            return trust
        return np.where(ends.has_own & (ends.schemes == land.schemes[origin]), np.float32(1), trust)

    def _native_wins(self, origin: int, ends: Ends) -> Flags:
        own = self._own_value(self._skills, origin, ends)
        return np.asarray(own >= self._linked_value(self._skills, origin, ends))

    def _skill_value(self, table: Floats, origin: int, ends: Ends, native: Flags | None = None) -> Floats:
        """The better of what the roles themselves say and what their matches say: neither can lower the other."""
        own = self._own_value(table, origin, ends)
        linked = self._linked_value(table, origin, ends)
        return np.maximum(own, linked) if native is None else np.where(native, own, linked)

    def _own_value(self, table: Floats, origin: int, ends: Ends) -> Floats:
        row = self._land.own[origin]
        if row < 0 or not table.size:
            return np.zeros(len(ends.own), dtype=np.float32)
        return np.asarray(np.where(ends.has_own, table[row][ends.own], 0), dtype=np.float32)

    def _linked_value(self, table: Floats, origin: int, ends: Ends) -> Floats:
        return _across(table, self._land.skill_standing, origin, ends.skills)


def worded(texts: Floats) -> Floats:
    """1 for each vector of words that is not zero, else 0: what the likeness of the texts can be trusted."""
    return np.asarray(texts.any(-1), dtype=np.float32)


def _sum(tables: Mapping[str, Floats], weights: Mapping[str, float]) -> Floats:
    parts = [weights[name] * table for name, table in tables.items() if weights[name] > 0]
    return sum(parts[1:], parts[0]) if parts else np.zeros((0, 0), dtype=np.float32)


def _across(table: Floats, standing: Standing, origin: int, ends: Stood) -> Floats:
    """The mean of a table over what the origin and each destination stand for."""
    if not table.size or not ends.rows.shape[1]:
        return np.zeros(len(ends.trust), dtype=np.float32)
    row = standing.shares[origin] @ table[standing.rows[origin]]
    values = row[ends.rows] * ends.shares
    return np.asarray(values[:, 0] if values.shape[1] == 1 else values.sum(1), dtype=np.float32)
