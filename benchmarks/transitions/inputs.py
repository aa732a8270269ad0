"""The model's components for every judged pair, from a landscape: what is fitted and what is scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.transitions.judgements import Floats, Judgements
from benchmarks.transitions.measures import area, average_precision, rank_correlation, recall
from graph.snapshot import Snapshot
from reasoning.transitions.landscape import Landscape
from reasoning.transitions.levels import prepared
from reasoning.transitions.links import Standing
from reasoning.transitions.weights import COMPONENTS, GENERAL, WORK

SETS = ("related", "changers", "moves", "moves_area", "ratings")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Trusted component values: over O*NET pairs, over pairs of sets (mean and best), over rated pairs.

    ``pairs`` holds all pairs of ``judged.esco``. Within one of these tables the trust is the same for (nearly)
    all pairs, so weights fitted to these values rank as the model does.
    """

    judged: Judgements
    onet: Floats
    pairs: Floats
    moves_mean: Floats
    moves_best: Floats
    rated: Floats

    @property
    def width(self) -> int:
        """How many components there are."""
        return int(self.onet.shape[-1])

    def scored(self, onet: Floats, moves_mean: Floats, moves_best: Floats, rated: Floats) -> dict[str, float]:
        """The figures of the sets for these scores."""
        judged = self.judged
        return {
            "related": average_precision(onet, judged.related),
            "changers": average_precision(onet, judged.changers),
            "moves": average_precision(moves_mean, judged.moves),
            "moves_area": area(moves_best, judged.moves),
            "ratings": rank_correlation(rated, judged.ratings),
            "related_recall": recall(onet, judged.related),
            "changers_recall": recall(onet, judged.changers),
        }

    def under(self, weights: Floats) -> dict[str, float]:
        """The figures of the sets under the weights."""
        return self.scored(
            self.onet @ weights, self.moves_mean @ weights, self.moves_best @ weights, self.rated @ weights
        )


def inputs(snapshot: Snapshot, landscape: Landscape, judged: Judgements) -> Inputs:
    """Look the judged roles up and compare them."""
    onet = [snapshot.resolve("Role", code) - landscape.base for code in judged.onet]
    esco = [snapshot.resolve("Role", uri) - landscape.base for uri in judged.esco]
    over_onet, over_esco = _values(landscape, onet), _values(landscape, esco)
    return assembled(judged, over_onet, over_esco)


def assembled(judged: Judgements, onet: Mapping[str, Floats], esco: Mapping[str, Floats]) -> Inputs:
    """The tables of these components over all pairs of the judged roles."""
    members = judged.members()
    tables = list(esco.values())
    pairs = np.stack(tables, -1)
    return Inputs(
        judged=judged,
        onet=np.stack(list(onet.values()), -1),
        pairs=pairs,
        moves_mean=np.stack([members @ table @ members.T for table in tables], -1),
        moves_best=np.stack([best(table, judged.sets) for table in tables], -1),
        rated=pairs[judged.origins, judged.destinations],
    )


def best(table: Floats, sets: Sequence[Sequence[int]]) -> Floats:
    """The best value between the members of each two sets."""
    rows = np.stack([table[list(places)].max(0) for places in sets])
    return np.stack([rows[:, list(places)].max(1) for places in sets], 1)


def _values(landscape: Landscape, roles: Sequence[int]) -> dict[str, Floats]:
    found: dict[str, Floats] = {}
    for name in COMPONENTS:
        if name in GENERAL:
            asked = landscape.asked[list(roles)]
            found[name] = np.stack([prepared(float(origin), asked) for origin in asked])
            continue
        work = name in WORK
        standing = landscape.work_standing if work else landscape.skill_standing
        table = (landscape.work if work else landscape.skills)[name]
        share, trust = _dense(standing, roles, len(table)), standing.trust[roles]
        found[name] = (share @ table @ share.T) * np.outer(trust, trust)
    return found


def _dense(standing: Standing, roles: Sequence[int], height: int) -> Floats:
    found = np.zeros((len(roles), height), dtype=np.float32)
    for at, role in enumerate(roles):
        for row, share in standing.spread(role).items():
            found[at, row] += share
    return np.asarray(found, dtype=np.float64).astype(np.float32)
