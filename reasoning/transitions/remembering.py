"""Remembers the landscapes of the last few role catalogues: a snapshot that changed only in its people reuses one.

What is remembered is a value of the arrays that the key is a hash of, so answers stay functions of the snapshot.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from hashlib import blake2b

import numpy as np

from graph.columns import AnyArray
from graph.snapshot import Snapshot
from reasoning.transitions.landscape import Landscape, build_landscape

KEPT = 2
_TYPES = ("BROADER", "CHARACTERISED_BY", "EQUIVALENT_TO", "HAS_TASK", "PERFORMS", "REQUIRES_SKILL")
_LABELS = ("Role", "Skill", "Characteristic")
_known: OrderedDict[str, Landscape] = OrderedDict()


def landscape(snapshot: Snapshot) -> Landscape:
    """The landscape of the snapshot (use it through ``derived``); seconds the first time, else milliseconds."""
    key = signature(snapshot)
    found = _known.get(key)
    if found is None:
        found = _known[key] = build_landscape(snapshot)
        while len(_known) > KEPT:
            _known.popitem(last=False)
    return found


def signature(snapshot: Snapshot) -> str:
    """A hash of everything in the snapshot that a landscape is made of."""
    state = blake2b(digest_size=16)
    people = snapshot.label_ranges.get("Person", (len(snapshot), len(snapshot)))
    ranges = sorted((label, span) for label, span in snapshot.label_ranges.items() if label != "Person")
    state.update(repr((ranges, snapshot.tenants, people[0])).encode())
    for array in _arrays(snapshot, people[0]):
        state.update(np.ascontiguousarray(array).data)
    return state.hexdigest()


def _arrays(snapshot: Snapshot, people: int) -> Iterator[AnyArray]:
    yield snapshot.tenant_codes[:people]
    for column in (snapshot.captions, snapshot.ids):
        yield column.offsets[: people + 1]
        yield column.blob[: int(column.offsets[people])]
    for name, numbers in sorted(snapshot.numbers.items()):
        if name[0] in _LABELS:
            yield numbers
    for name, text in sorted(snapshot.texts.items()):
        if name[0] in _LABELS:
            yield text.offsets
            yield text.blob
    for rel_type in _TYPES:
        edges = snapshot.edges(rel_type)
        yield edges.offsets
        yield edges.dst
        for _, kept in sorted(edges.columns.items()):
            yield kept.raw
