"""Builds everything that answers need beside the snapshot, so that no caller waits for it. Run it after a refresh."""

from __future__ import annotations

from collections.abc import Sequence

from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.mentor_scores import levels_of_offers, one_edge_each
from reasoning.mentor_tables import mentor_tables
from reasoning.search import SEARCHED, name_index
from reasoning.terrain import terrain
from reasoning.units import Units


def prepare(snapshot: Snapshot, labels: Sequence[str] = tuple(SEARCHED)) -> None:
    """Compute the tables of a snapshot (seconds for all of ESCO and O*NET); later answers take milliseconds."""
    derived(snapshot, terrain)
    derived(snapshot, mentor_tables)
    derived(snapshot, levels_of_offers)
    derived(snapshot, one_edge_each)
    derived(snapshot, Units)
    for label in labels:
        name_index(snapshot, label)
