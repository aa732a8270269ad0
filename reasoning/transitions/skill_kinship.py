"""How far one role's skills bear on what another's are about, also where no skill is the same. Pure and directional.

A skill stands where the words of its name stand among the topics of the classifications' texts; a role's needs stand
where its skills do together. Each held skill adds what it has in common with the destination's needs, so one skill more
never lowers a value; who holds all that is needed has 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.transitions.sparse import Floats, Table
from reasoning.transitions.topics import Topics, unit
from reasoning.transitions.words import counted

_BLOCK = 512


def kinship(
    snapshot: Snapshot, wants: Sequence[Mapping[int, float]], shared: npt.NDArray[np.bool_], topics: Topics
) -> Floats:
    """Root of the weight of the held skills near each destination's needs, as a share of what its own skills weigh.

    A skill weighs its rarity times the fourth power of its cosine with the needs: what is only loosely about the same
    counts next to nothing, however many such skills are held.
    """
    skills = sorted({skill for want in wants for skill in want})
    place = {skill: at for at, skill in enumerate(skills)}
    held = [np.array([place[skill] for skill in want], dtype=np.int64) for want in wants]
    rarity = Table.of([dict.fromkeys(row.tolist(), 1.0) for row in held], len(skills)).rarity(shared)
    vectors = topics.place([counted([snapshot.caption(skill)]) for skill in skills])
    amounts = [np.array(list(want.values()), dtype=np.float32) for want in wants]
    needs = np.zeros((len(wants), vectors.shape[1]), dtype=np.float32)
    for role, (row, amount) in enumerate(zip(held, amounts, strict=True)):
        needs[role] = amount @ vectors[row]
    needs = unit(needs)
    found = np.zeros((len(wants), len(wants)), dtype=np.float32)
    for low in range(0, len(wants), _BLOCK):
        block = slice(low, low + _BLOCK)
        weight = np.clip(vectors @ needs[block].T, 0, 1)
        weight = weight**4 * rarity[:, None]
        for at in np.flatnonzero(~needs[block].any(1)).tolist():
            row = held[low + at]  # words that no topic knows: then the skills themselves count
            weight[row, at] = rarity[row]
        for role, row in enumerate(held):
            found[role, block] = weight[row].sum(0)
    full = np.diagonal(found).copy()
    return np.sqrt(np.minimum(found / np.maximum(full, 1e-9)[None, :], 1)).astype(np.float32)
