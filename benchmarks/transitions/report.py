"""The tables of the report: cross-validation, learning curve, ablation, baselines."""

from __future__ import annotations

import numpy as np

from benchmarks.transitions.fitting import JOINT, Emphasis, Split, fit, folds
from benchmarks.transitions.inputs import Inputs, Pairs, Scores
from graph.snapshot import Snapshot
from reasoning.transitions.landscape import Landscape
from reasoning.transitions.sparse import Floats as Singles
from reasoning.transitions.sparse import Table, likeness
from reasoning.transitions.weights import COMPONENTS
from reasoning.transitions.words import counted, numbered

GROUPS = {
    "words": ("subject", "titles"),
    "own words": ("own_words",),
    "activities": ("activities",),
    "rated profiles": ("knowledge", "knowledge_level", "profile", "skill_profile", "abilities"),
    "interests": ("interests",),
    "preparation": ("preparation",),
    "named skills": ("essential_skills", "all_skills"),
    "taxonomy of skills": ("skill_fields",),
    "words of skills": ("skill_words",),
    "kinship of skills": ("skill_kinship",),
}
SHARES = (0.1, 0.25, 0.5, 1.0)


def cross_validated(
    table: Inputs,
    emphasis: Emphasis,
    count: int,
    seed: int,
    columns: list[int] | None = None,
    share: float = 1.0,
) -> dict[str, float]:
    """Figures of scores that no judgement of the origin's fold, at either end, has taken part in.

    ``share`` learns from only a part of the roles outside the fold.
    """
    judged, rng = table.judged, np.random.default_rng(seed + 1)
    sizes = (len(judged.onet), len(judged.sets))
    onet, mean, top = (np.zeros((size, size)) for size in (sizes[0], sizes[1], sizes[1]))
    found = Scores(onet, mean, top, np.zeros(len(judged.ratings)))
    for learn, score in zip(*folds(table, count, seed), strict=True):
        held_out = table.scores(fit(table, emphasis, _part(learn, share, rng), columns))
        found.onet[score.onet] = held_out.onet[score.onet]
        found.moves_mean[score.sets] = held_out.moves_mean[score.sets]
        found.moves_best[score.sets] = held_out.moves_best[score.sets]
        found.rated[score.pairs] = held_out.rated[score.pairs]
    return found.figures(judged)


def learning_curve(table: Inputs, seed: int) -> dict[str, dict[str, float]]:
    """Figures when learning from a part of the roles."""
    return {f"{share:.0%} of roles": cross_validated(table, JOINT, 4, seed, share=share) for share in SHARES}


def ablation(table: Inputs, count: int, seed: int) -> dict[str, dict[str, float]]:
    """Figures without each group of components, refitted."""
    return {
        f"without {name}": cross_validated(
            table, JOINT, count, seed, [at for at, one in enumerate(COMPONENTS) if one not in members]
        )
        for name, members in GROUPS.items()
    }


def baselines(snapshot: Snapshot, land: Landscape, table: Inputs) -> dict[str, dict[str, float]]:
    """Simple measures in the same table; carried over the crosswalk where the other scheme states the data."""
    place = {name: at for at, name in enumerate(COMPONENTS)}
    found = {name: _alone(table, place[name]) for name in COMPONENTS}
    found["share of essential skills held"] = found["essential_skills"]
    found["cosine of knowledge importances"] = found["knowledge"]
    found["TF-IDF of work activities"] = found["activities"]
    found["likeness of titles"] = _titles(snapshot, table)
    found["equal weights"] = table.scores(np.full(table.width, 1 / table.width)).figures(table.judged)
    return found


def _alone(table: Inputs, column: int) -> dict[str, float]:
    only = np.zeros(table.width)
    only[column] = 1
    return table.scores(only).figures(table.judged)


def _titles(snapshot: Snapshot, table: Inputs) -> dict[str, float]:
    judged = table.judged
    both: list[Singles] = []
    for ids in (judged.onet, judged.esco):
        names = [counted([snapshot.caption(snapshot.resolve("Role", node_id))]) for node_id in ids]
        both.append(likeness(Table.of(*numbered(names))))
    one = Inputs(judged, Pairs.of([both[0]]), Pairs.of([both[1]]))
    return one.scores(np.ones(1)).figures(judged)


def _part(split: Split, share: float, rng: np.random.Generator) -> Split:
    if share >= 1:
        return split
    return Split(*(side & (rng.random(len(side)) < np.sqrt(share)) for side in (split.onet, split.sets, split.pairs)))
