"""Which versions are in force on a day, and which the caller may read. Asked before anything is ranked.

A version is in force from its first day to its last, unless a version that supersedes it, or a later one of the
same series, is in force already. Who may read it plays no part in that: a text does not come back into force for
those who may not read its successor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import numpy as np

from reasoning.retrieval.answers import EVERYBODY
from reasoning.retrieval.library import Library, Mask


def versions_in_force(library: Library, day: int) -> Mask:
    """For each version whether it is in force on the day (days since 1970)."""
    begun = np.array([one.begins <= day for one in library.versions], dtype=np.bool_)
    standing = begun & np.array([day <= one.ends for one in library.versions], dtype=np.bool_)
    for old, newer in library.newer.items():
        if any(begun[new] for new, _ in newer):
            standing[old] = False
    latest: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, version in enumerate(library.versions):
        if begun[number]:
            latest[version.series].append((version.begins, number))
    for held in latest.values():
        newest = max(begins for begins, _ in held)
        for begins, number in held:
            if begins < newest:
                standing[number] = False
    return standing


def successor(library: Library, number: int, day: int) -> tuple[int, int] | None:
    """The version that took the place of this one by the day, and the SUPERSEDES edge that says so (or None)."""
    newer = [(library.versions[new].begins, new, edge) for new, edge in library.newer.get(number, ())]
    begun = [one for one in newer if one[0] <= day]
    if not begun:
        return None
    _, new, edge = min(begun)
    return new, edge


def readable(library: Library, audiences: Collection[str]) -> Mask:
    """For each version whether a caller with these audiences may read it."""
    held = {EVERYBODY, *audiences}
    return np.array([bool(one.audience & held) for one in library.versions], dtype=np.bool_)


def candidates(library: Library, day: int, audiences: Collection[str], kinds: Collection[str]) -> Mask:
    """For each passage whether it may be looked at: its version is in force, readable, and of a kind asked for."""
    versions = versions_in_force(library, day) & readable(library, audiences)
    if kinds:
        versions &= np.array([one.kind in kinds for one in library.versions], dtype=np.bool_)
    if not len(library):
        return np.zeros(0, dtype=np.bool_)
    return np.asarray(versions[library.of_version], dtype=np.bool_)
