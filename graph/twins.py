"""Which of several edges counts that state one fact of one person, each of another of their identifiers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from graph.arrivals import EdgeTable
from graph.merging import packed, twins
from graph.read_model import Snapshot

Observed: TypeAlias = Callable[[str, Sequence[str]], Mapping[str, datetime]]
"""Tells by relationship type and edge ids when each edge was observed last."""

_NEVER = datetime.min.replace(tzinfo=UTC)


def unobserved(rel_type: str, edge_ids: Sequence[str]) -> Mapping[str, datetime]:
    """Nobody knows when: confidence and id decide."""
    return {}


def winners(
    rel_type: str, table: EdgeTable, tenants: Sequence[str], nodes: Snapshot, observed: Observed
) -> npt.NDArray[np.int64] | None:
    """The rows of a sorted table that count, None for all: of one fact that of the last statement.

    The rule is that of assertions: the largest of (observed, confidence, id). The others stay in the store.
    """
    runs = twins(rel_type, table, tenants)
    if not runs:
        return None
    adjacency = packed(rel_type, table, nodes.label_ranges, tenants)
    whole = replace(nodes, adjacencies={rel_type: adjacency})
    ids = {row: whole.edge_id(rel_type, row) for run in runs for row in run}
    moments = observed(rel_type, list(ids.values()))
    confidence = adjacency.columns["confidence"]

    def weight(row: int) -> tuple[datetime, float, str]:
        return moments.get(ids[row], _NEVER), confidence.number(row) or 0.0, ids[row]

    passed_over = ids.keys() - {max(run, key=weight) for run in runs}
    return np.delete(np.arange(len(adjacency)), sorted(passed_over))
