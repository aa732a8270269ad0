"""The report of a run: what was read, written, kept back and why. Plain counts, no text of records."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Literal

from graph.changes import Applied

Phase = Literal["checking", "writing", "retrying", "done"]


@dataclass(slots=True)
class RunReport:
    """Counts of one run. It grows while the run goes on and is handed to the progress callback after each batch.

    ``read`` counts rows of the source (good and bad), ``applied`` the change records in the graph (a row may make
    several: a role and its match in ESCO),
    ``written`` and ``unchanged`` the nodes and edges behind them, ``quarantined`` records by reason code,
    ``waiting`` records of this run kept until the nodes they name arrive, ``released`` quarantine entries
    settled by this run (of this or earlier runs), ``notes`` what was handled on purpose.
    """

    feed: str
    tenant_id: str
    source_id: str
    read: int = 0
    applied: int = 0
    written: int = 0
    unchanged: int = 0
    assertions: int = 0
    quarantined: Counter[str] = field(default_factory=Counter)
    waiting: int = 0
    released: int = 0
    notes: Counter[str] = field(default_factory=Counter)
    version: int = 0
    seconds: float = 0.0
    phase: Phase = "checking"

    @property
    def clean(self) -> bool:
        """Whether every record of the source is in the graph."""
        return not self.quarantined and not self.waiting

    def count(self, applied: Applied) -> None:
        """Add what one change set did, without the source itself, which the journal wrote before."""
        self.written += applied.nodes_written + applied.edges_written
        self.unchanged += max(applied.nodes_unchanged - 1, 0) + applied.edges_unchanged
        self.assertions += applied.assertions_written
        self.released += applied.released
        self.version = max(self.version, applied.version)

    def as_dict(self) -> dict[str, object]:
        """The report for ``--json``: stable keys, counts sorted by name."""
        plain = asdict(self)
        plain["quarantined"] = dict(sorted(self.quarantined.items()))
        plain["notes"] = dict(sorted(self.notes.items()))
        plain["seconds"] = round(self.seconds, 3)
        del plain["phase"]
        return plain
