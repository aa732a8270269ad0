"""What roles say of themselves in names and descriptions, as places among topics: one space for all schemes. Pure.

No skill is read, so which skills a role asks for moves nothing here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.snapshot import Snapshot
from ontology.model import REFERENCE_TENANT
from reasoning.transitions.sparse import Floats
from reasoning.transitions.topics import Topics, topics, unit
from reasoning.transitions.work_space import own_text

TOPICS = 100
"""How many topics the texts of all schemes are told apart by."""
LEADING = 50
"""How many of these, the strongest, roles are compared by."""


@dataclass(frozen=True, slots=True)
class TextSpace:
    """A unit vector a role (zero where it has no word that the classifications know), and the topics.

    The topics are the classifications': a company's roles are placed among them and move none.
    """

    vectors: Floats
    topics: Topics


def text_space(snapshot: Snapshot, roles: Sequence[int]) -> TextSpace:
    """Place all roles among the topics of the classifications' texts."""
    texts = [own_text(snapshot, role) for role in roles]
    shared = np.array([snapshot.tenants[int(snapshot.tenant_codes[role])] == REFERENCE_TENANT for role in roles], bool)
    known = topics([texts[at] for at in np.flatnonzero(shared)], TOPICS)
    found = np.zeros((len(roles), known.vectors.shape[1]), dtype=np.float32)
    found[shared] = known.vectors
    others = np.flatnonzero(~shared)
    if len(others):
        found[others] = known.place([texts[at] for at in others])
    return TextSpace(unit(found[:, -LEADING:]), known)


def spoken(origin: Floats, destinations: Floats) -> Floats:
    """How alike texts are: the root of their cosine."""
    # Row by row, not as a product of matrices: a pair has the same value among many as alone.
    return np.asarray(np.sqrt(np.clip(np.einsum("ij,j->i", destinations, origin), 0, 1)), dtype=np.float32)
