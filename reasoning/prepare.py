"""Builds everything that answers need beside the snapshot and a model's sentences beside the claims, so that no caller
waits for it. Run the one after a refresh, the other once, before a model is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.evidence import ClaimKind
from reasoning.lexicon import other_predicates
from reasoning.mentor_scores import levels_of_offers, one_edge_each
from reasoning.mentor_tables import mentor_tables
from reasoning.phrasing.locales import LOCALES
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


def prepare_wording() -> None:
    """Build the phrasings of all kinds in all languages (seconds, once a process); later sentences take 0.1 ms."""
    for language in LOCALES:
        for kind in ClaimKind:
            other_predicates(kind, language)
