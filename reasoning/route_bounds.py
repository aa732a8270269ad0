"""What the rest of a path costs at least: the admissible bound of the path search."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reasoning.path_limits import Limits
from reasoning.requirements import Ints
from reasoning.terrain import Terrain

NO_WAY = np.iinfo(np.int64).max // 4
NEVER = 10**6
"""A number of steps that no path has."""


class Bound:
    """What the rest of a path costs at least: moving plus learning, two parts of the cost that do not overlap.

    *Moving*: the cheapest sum of move bases to the target in at most the steps left (Bellman-Ford by rounds).
    *Learning*: every need of the target that is still short has to be learned in some step; a level of it costs at
    least ``price``, the smallest price of that level in any role within reach. Where one skill counts for several of
    the target's needs, its price is divided among them, so that no step is counted twice.
    """

    def __init__(self, ground: Terrain, target: int, limits: Limits) -> None:
        self._ground = ground
        usable = limits.usable
        bases = np.where(usable, ground.bases + limits.extra, NO_WAY)
        offsets = ground.moves.offsets
        leaving = np.flatnonzero(np.diff(offsets))  # moves stand by the role they leave
        rounds = [np.full(ground.size, NO_WAY, dtype=np.int64)]
        hops = np.full(ground.size, NO_WAY, dtype=np.int64)
        rounds[0][target] = hops[target] = 0
        for step in range(1, limits.max_steps + 1):
            best = rounds[-1].copy()
            if len(leaving):
                by_move = np.minimum(bases + rounds[-1][ground.ends], NO_WAY)
                best[leaving] = np.minimum(best[leaving], np.minimum.reduceat(by_move, offsets[leaving]))
            hops[(hops == NO_WAY) & (best < NO_WAY)] = step
            rounds.append(best)
        self._rounds, self._hops = rounds, hops
        self._columns, self._thresholds, self._prices = self._target_prices(target)
        place = np.full(ground.grants.width, -1, dtype=np.int64)
        place[self._columns] = np.arange(len(self._columns))
        self._granted = self._granted_levels(place)

    def moving(self, left: int, role: int) -> int:
        """Least cost of moves from the role to the target in at most ``left`` steps."""
        return int(self._rounds[left][role])

    def hops(self, left: int, role: int) -> int:
        """Fewest steps from the role to the target; ``NEVER`` when more than ``left``."""
        found = int(self._hops[role])
        return found if found <= left else NEVER

    def learning(self, held: Ints) -> int:
        """Least cost of learning that the target still asks for."""
        short = np.maximum(self._thresholds - held[self._columns], 0)
        return int(short @ self._prices)

    def after(self, held: Ints, roles: Ints, left: int) -> tuple[Ints, Ints]:
        """Least learning and least moving still to come once each of ``roles`` is entered, ``left`` steps to go."""
        then = np.maximum(held[self._columns][None, :], self._granted[roles])
        short = np.maximum(self._thresholds[None, :] - then, 0)
        return np.floor(short @ self._prices).astype(np.int64), self._rounds[left][roles]

    def _target_prices(self, target: int) -> tuple[Ints, Ints, npt.NDArray[np.float64]]:
        needs, grants = self._ground.needs, self._ground.grants
        span = slice(int(needs.offsets[target]), int(needs.offsets[target + 1]))
        columns = grants.column_of[needs.skills[span]]
        cheapest = self._ground.prices.cheapest(self._hops < NO_WAY, grants.width)
        prices = grants.reach.least(cheapest / grants.reach.counts(columns))[columns]
        # a hair less, so that rounding in the float sum never lifts the bound above the true cost
        return columns, needs.thresholds[span], prices * (1 - 1e-9)

    def _granted_levels(self, place: Ints) -> Ints:
        grants = self._ground.grants
        granted = np.zeros((self._ground.size, len(self._columns)), dtype=np.int64)
        entries = place[grants.columns] >= 0
        granted[self._ground.granters[entries], place[grants.columns[entries]]] = grants.levels[entries]
        return granted
