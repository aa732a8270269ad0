"""A batch on its way into the store: its transaction, its change set, and what it has touched so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from graph.bulk_memory import Learned
from graph.changes import Applied, ChangeSet
from graph.projection import Consent
from graph.rows import Column, Table
from graph.statements import Statement
from ontology.model import ONTOLOGY_VERSION

Run: TypeAlias = Callable[[Statement, Mapping[str, object]], list[list[object]]]
"""Runs a catalogue statement in the transaction and returns its rows as lists of values."""


@dataclass(slots=True)
class Batch:
    """Made anew for every attempt at a transaction, since attempts are retried."""

    run: Run
    changes: ChangeSet
    now: datetime
    applied: Applied = field(default_factory=lambda: Applied(version=0))
    node_keys: list[str] = field(default_factory=list)
    edge_keys: list[str] = field(default_factory=list)
    consenting: set[str] = field(default_factory=set)
    """People whose consent events or identity changed."""
    consents: dict[str, Consent] = field(default_factory=dict)
    """What the subjects of the batch's edges allow."""
    linked: bool = False
    """Whether identifiers of people were ever linked in this tenant."""
    changed: bool = False
    """Whether content changed that is in none of the keys above (a bulk load names none)."""
    learned: Learned = field(default_factory=Learned)
    """What holds in the store once the batch is committed."""

    def ask(self, statement: Statement, **parameters: object) -> list[list[object]]:
        """Run a statement with the batch's tenant."""
        return self.run(statement, {"tenant": self.changes.tenant_id, **parameters})

    def put(self, statement: Statement, columns: Sequence[Column], entries: Iterable[Mapping[str, object]]) -> int:
        """Write nodes in column order; returns how many."""
        table = Table()
        rows = [table.row(columns, entry) for entry in entries]
        if rows:
            self.ask(statement, rows=rows, table=table.values)
        return len(rows)

    def stamp(self) -> dict[str, object]:
        """The block of every node that this batch writes."""
        return {
            "tenant_id": self.changes.tenant_id,
            "recorded_at": self.now,
            "ontology_version": ONTOLOGY_VERSION,
        }
