"""A snapshot with facts left out or supposed, for questions of the form "what if". Nothing is written anywhere.

An overlay is a snapshot of its own whose touched relationship types are rebuilt; everything else, and every derived
table that does not depend on them, is shared. The transition model (its scores, and which roles are near) is shared
always: a supposed fact changes what must be learned and which moves are on record, not how the catalogue is judged.
Of a relationship that starts at people the overlay holds only those of the people whose facts change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from graph.adjacency import Adjacency, Int32, StatedEnds, assemble, edge_columns
from graph.columns import NumberColumn, StringColumn, encoder
from graph.snapshot import Snapshot
from reasoning.adjacency import role_moves
from reasoning.citing import EdgeAt
from reasoning.course_money import CoursePlans, CoursePrices
from reasoning.derived import SHELF, derived
from reasoning.effort import preparation
from reasoning.grants import role_grants
from reasoning.near_roles import near_roles
from reasoning.overlay_tables import patched_grants, patched_needs
from reasoning.requirements import role_needs
from reasoning.taxonomy import Taxonomy
from reasoning.terrain import terrain
from reasoning.transitions.ranking import easiest
from reasoning.transitions.remembering import landscape

Rows: TypeAlias = npt.NDArray[np.int64]
"""Where each edge of an overlay is in the snapshot; supposed ones count on from the last."""

DEPENDS: Mapping[Callable[[Snapshot], Any], frozenset[str]] = {  # tables of any type are shared alike
    Taxonomy: frozenset({"BROADER", "EQUIVALENT_TO"}),
    role_needs: frozenset({"REQUIRES_SKILL"}),
    role_grants: frozenset({"REQUIRES_SKILL", "BROADER", "EQUIVALENT_TO"}),
    role_moves: frozenset({"TRANSITIONS_TO"}),
    terrain: frozenset({"REQUIRES_SKILL", "BROADER", "EQUIVALENT_TO", "TRANSITIONS_TO"}),
    near_roles: frozenset(),
    preparation: frozenset(),
    CoursePrices: frozenset(),
    CoursePlans: frozenset({"TEACHES_SKILL", "HAS_PREREQUISITE", "BROADER", "EQUIVALENT_TO"}),
    landscape: frozenset(),
    easiest: frozenset(),
}
"""Tables of path questions and the relationship types a change of which rebuilds them."""

PATCHED = frozenset({"REQUIRES_SKILL"})
"""Types of which only the tables' rows of the roles touched are made anew."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A supposed relationship. It stands in the place of one on record between the same two nodes."""

    rel_type: str
    start: int
    end: int
    properties: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Overlay:
    """Relationships left out (by position) and supposed."""

    without: tuple[EdgeAt, ...] = ()
    supposed: tuple[Fact, ...] = ()

    @property
    def types(self) -> set[str]:
        """The relationship types it touches."""
        return {rel_type for rel_type, _ in self.without} | {fact.rel_type for fact in self.supposed}


def overlaid(snapshot: Snapshot, overlay: Overlay) -> Snapshot:
    """The snapshot as it would be. Edge positions of touched types differ from the snapshot's."""
    changed = {
        rel_type: _edited(
            snapshot,
            rel_type,
            [position for name, position in overlay.without if name == rel_type],
            [fact for fact in overlay.supposed if fact.rel_type == rel_type],
        )
        for rel_type in sorted(overlay.types)
    }
    result = replace(snapshot, adjacencies={**snapshot.adjacencies, **changed})
    derived(snapshot, terrain)  # so that there is something to share
    shelf = dict(vars(snapshot)[SHELF])  # at once: other answers put tables on it meanwhile
    kept = {
        build: table for build, table in shelf.items() if not DEPENDS.get(build, frozenset(changed)) & changed.keys()
    }
    vars(result)[SHELF] = kept
    if changed.keys() & PATCHED and role_needs in shelf and role_grants in shelf and Taxonomy in kept:
        roles = sorted(_roles(snapshot, overlay))
        kept[role_needs] = patched_needs(shelf[role_needs], result, roles)
        grants = patched_grants(shelf[role_grants], kept[role_needs], roles)
        if grants is not None:
            kept[role_grants] = grants
    return result


def _roles(snapshot: Snapshot, overlay: Overlay) -> set[int]:
    """The roles whose needs it touches."""
    starts = {snapshot.edges(rel_type).start(at) for rel_type, at in overlay.without if rel_type in PATCHED}
    starts |= {fact.start for fact in overlay.supposed if fact.rel_type in PATCHED}
    return {start for start in starts if start in snapshot.nodes("Role")}


def _edited(snapshot: Snapshot, rel_type: str, without: Sequence[int], supposed: Sequence[Fact]) -> Adjacency:
    old = snapshot.edges(rel_type)
    keep = _kept(snapshot, old, without, supposed)
    starts = np.concatenate([_starts(old)[keep], np.array([fact.start for fact in supposed], dtype=np.int32)])
    ends = np.concatenate([old.dst[keep], np.array([fact.end for fact in supposed], dtype=np.int32)])
    rows = np.concatenate([keep, len(old) + np.arange(len(supposed))]).astype(np.int64)
    order = np.lexsort((rows, ends, starts))
    rows = rows[order]
    known = np.flatnonzero(np.isin(rows, [*old.foreign_tenants])).tolist()
    return assemble(
        rel_type,
        starts[order],
        ends[order],
        _columns(rel_type, old, rows, supposed),
        *_spans(snapshot, old),
        _qualifiers(old, rows, len(supposed)),
        {at: old.foreign_tenants[int(rows[at])] for at in known},
        stated=_stated(old, rows),
    )


def _stated(old: Adjacency, rows: Rows) -> StatedEnds | None:
    """What was stated of another identifier, where it is now."""
    if old.stated is None:
        return None
    places = np.flatnonzero(np.isin(rows, old.stated.positions)).astype(np.int32)
    if not len(places):
        return None
    at = np.searchsorted(old.stated.positions, rows[places])
    return StatedEnds(places, old.stated.starts[at], old.stated.ends[at])


def _kept(snapshot: Snapshot, old: Adjacency, without: Sequence[int], supposed: Sequence[Fact]) -> Int32:
    """Positions that stay: of edges that start at people only those of the people concerned."""
    people = snapshot.nodes("Person")
    subjects = {fact.start for fact in supposed} | {old.start(position) for position in without}
    if len(old) and old.start_base in people:
        spans = [old.out(subject) for subject in sorted(subjects)]
        keep = np.concatenate([np.arange(span.start, span.stop) for span in spans])
    else:
        keep = np.arange(len(old))
    gone = {*without}
    for fact in supposed:
        span = old.out(fact.start)
        gone |= {position for position in range(span.start, span.stop) if int(old.dst[position]) == fact.end}
    return keep[~np.isin(keep, sorted(gone))].astype(np.int32)


def _starts(old: Adjacency) -> Int32:
    counts = np.diff(old.offsets)
    return (np.repeat(np.arange(len(counts)), counts) + old.start_base).astype(np.int32)


def _spans(snapshot: Snapshot, old: Adjacency) -> tuple[tuple[int, int], tuple[int, int]]:
    """The ranges of start and end nodes: as they were, or those of the whole snapshot for a type without edges."""
    if not len(old):
        return (0, len(snapshot)), (0, len(snapshot))
    starts = (old.start_base, old.start_base + len(old.offsets) - 1)
    return starts, (old.end_base, old.end_base + len(old.in_offsets) - 1)


def _columns(rel_type: str, old: Adjacency, rows: Rows, supposed: Sequence[Fact]) -> dict[str, NumberColumn]:
    found = {}
    for name, layout in edge_columns(rel_type).items():
        kind, dtype, quantum, labels = layout
        encode = encoder(kind, dtype, quantum, labels)
        values = [encode(fact.properties.get(name, 1.0 if name == "confidence" else None)) for fact in supposed]
        raw = np.concatenate([old.columns[name].raw, np.array(values, dtype=dtype)])
        found[name] = NumberColumn(raw[rows], kind, quantum, labels)
    return found


def _qualifiers(old: Adjacency, rows: Rows, supposed: int) -> StringColumn | None:
    if old.qualifiers is None:
        return None
    return StringColumn.chain(old.qualifiers, StringColumn.of([None] * supposed)).take(rows)


def supposed_ids(snapshot: Snapshot, overlay: Overlay) -> frozenset[str]:
    """Ids under which an answer on the overlay would cite supposed relationships: they are in no graph."""
    changed = overlaid(snapshot, overlay)
    ids = set()
    for fact in overlay.supposed:
        position = changed.edges(fact.rel_type).find(fact.start, fact.end)
        if position is not None:
            ids.add(changed.edge_id(fact.rel_type, position))
    return frozenset(ids)
