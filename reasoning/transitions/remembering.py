"""Remembers the landscapes of the last few role catalogues: a snapshot that changed only in its people reuses one.

What is remembered is a value of the arrays that the key is a hash of, so answers stay functions of the snapshot.
"""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Iterator
from hashlib import blake2b

import numpy as np

from graph.columns import AnyArray
from graph.snapshot import LABEL_ORDER, Snapshot
from reasoning.transitions.landscape import Landscape, build_landscape

KEPT = 2
_TYPES = ("BROADER", "CHARACTERISED_BY", "EQUIVALENT_TO", "HAS_TASK", "PERFORMS", "REQUIRES_SKILL")
_LABELS = ("Role", "Skill", "Characteristic")
_known: OrderedDict[str, Landscape] = OrderedDict()


def landscape(snapshot: Snapshot) -> Landscape:
    """The landscape of the snapshot (use it through ``derived``); seconds the first time, else milliseconds."""
    key = signature(snapshot)
    found = recall(key)
    return found if found is not None else remember(key, build_landscape(snapshot))


def recall(key: str) -> Landscape | None:
    """The landscape remembered under a signature."""
    return _known.get(key)


def remember(key: str, land: Landscape) -> Landscape:
    """Keep a landscape under the signature of what it was built from; the oldest goes when there are too many."""
    _known[key] = land
    while len(_known) > KEPT:
        _known.popitem(last=False)
    return land


def signature(snapshot: Snapshot) -> str:
    """A hash of everything in the snapshot that a landscape is made of."""
    state = blake2b(digest_size=16)
    people = snapshot.label_ranges.get("Person", (len(snapshot), len(snapshot)))
    # what comes after the people (documents and the like) is counted from there and is no part of a landscape
    before = itertools.takewhile(lambda label: label != "Person", LABEL_ORDER)
    ranges = [(label, snapshot.label_ranges.get(label, (0, 0))) for label in before]
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
