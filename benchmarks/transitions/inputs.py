"""The model's components for every judged pair, from a landscape, and the scores that weights make of them."""

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
from reasoning.transitions.scoring import worded
from reasoning.transitions.sparse import Floats as Singles
from reasoning.transitions.text_space import spoken
from reasoning.transitions.weights import COMPONENTS, GENERAL, TEXTS, WORK

SETS = ("related", "changers", "moves", "moves_area", "ratings")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Component values and trust for all pairs of some roles: origin x destination x component."""

    values: Singles
    trust: Singles

    @classmethod
    def of(cls, values: Sequence[Singles], trust: Sequence[Singles] | None = None) -> Pairs:
        """Stack one table a component; trust is full where none is given."""
        stacked = np.stack(values, -1).astype(np.float32)
        return cls(stacked, np.ones_like(stacked) if trust is None else np.stack(trust, -1).astype(np.float32))

    def parts(self, weights: Floats) -> Singles:
        """What each component would add at weight one, the total trust under ``weights`` taken as given."""
        total = self.trust @ weights.astype(np.float32)
        return np.asarray(self.values * self.trust / np.maximum(total, 1e-9)[..., None], dtype=np.float32)

    def scores(self, weights: Floats) -> Floats:
        """The scores of all pairs, as the model gives them."""
        return np.asarray(self.parts(weights) @ weights.astype(np.float32), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores where they are judged: O*NET pairs, pairs of sets (mean and best of their members), rated pairs."""

    onet: Floats
    moves_mean: Floats
    moves_best: Floats
    rated: Floats

    def figures(self, judged: Judgements) -> dict[str, float]:
        """How well each set is met."""
        found = {
            "related": average_precision(self.onet, judged.related),
            "changers": average_precision(self.onet, judged.changers),
            "moves": average_precision(self.moves_mean, judged.moves),
            "moves_area": area(self.moves_best, judged.moves),
            "ratings": rank_correlation(self.rated, judged.ratings),
            "related_recall": recall(self.onet, judged.related),
            "changers_recall": recall(self.onet, judged.changers),
        }
        return {name: round(value, 4) for name, value in found.items()}


@dataclass(frozen=True, slots=True)
class Inputs:
    """The judgements, and the components of all pairs of ``judged.onet`` and of ``judged.esco``."""

    judged: Judgements
    onet: Pairs
    esco: Pairs

    @property
    def width(self) -> int:
        """How many components there are."""
        return int(self.onet.values.shape[-1])

    def scores(self, weights: Floats) -> Scores:
        """The scores under the weights."""
        judged, esco = self.judged, self.esco.scores(weights)
        members = judged.members()
        return Scores(
            onet=self.onet.scores(weights),
            moves_mean=members @ esco @ members.T,
            moves_best=best(esco, judged.sets),
            rated=esco[judged.origins, judged.destinations],
        )


def inputs(snapshot: Snapshot, landscape: Landscape, judged: Judgements) -> Inputs:
    """Look the judged roles up and compare them."""
    onet = [snapshot.resolve("Role", code) - landscape.base for code in judged.onet]
    esco = [snapshot.resolve("Role", uri) - landscape.base for uri in judged.esco]
    return Inputs(judged, _pairs(landscape, onet), _pairs(landscape, esco))


def best(table: Floats, sets: Sequence[Sequence[int]]) -> Floats:
    """The best value between the members of each two sets."""
    rows = np.stack([table[list(places)].max(0) for places in sets])
    return np.stack([rows[:, list(places)].max(1) for places in sets], 1)


def _pairs(landscape: Landscape, roles: Sequence[int]) -> Pairs:
    values: dict[str, Singles] = {}
    trust: dict[str, Singles] = {}
    for name in COMPONENTS:
        if name in TEXTS:
            texts = landscape.texts[list(roles)]
            values[name] = np.stack([spoken(text, texts) for text in texts])
            trust[name] = np.outer(worded(texts), worded(texts))
            continue
        if name in GENERAL:
            asked = landscape.asked[list(roles)]
            values[name] = np.stack([prepared(float(origin), asked) for origin in asked])
            trust[name] = np.ones_like(values[name])
            continue
        tables: Mapping[str, Singles] = landscape.work if name in WORK else landscape.skills
        standing = landscape.work_standing if name in WORK else landscape.skill_standing
        share, believed = _dense(standing, roles, len(tables[name])), standing.trust[list(roles)]
        values[name] = np.asarray(share @ tables[name] @ share.T, dtype=np.float32)
        trust[name] = np.asarray(np.outer(believed, believed), dtype=np.float32)
    return Pairs.of(list(values.values()), list(trust.values()))


def _dense(standing: Standing, roles: Sequence[int], height: int) -> Singles:
    found = np.zeros((len(roles), height), dtype=np.float32)
    for at, role in enumerate(roles):
        for row, share in standing.spread(role).items():
            found[at, row] += share
    return found
