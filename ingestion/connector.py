"""The port of a source: what the pipeline asks of whatever reads a publisher's files or an HR feed. No logic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from graph.changes import NodeStatement, Record, Rejection


@dataclass(frozen=True, slots=True)
class Note:
    """Something in the source that was handled on purpose (suppressed values, empty types...), for the run report."""

    code: str
    count: int = 1


Item: TypeAlias = Record | Rejection | Note
"""What a connector yields: a record to write, a record that fails, or a note."""


class Connector(Protocol):
    """A source of records of one feed for one tenant.

    ``records`` may be called more than once and yields the same each time: the pipeline looks for cycles and
    duplicates before it writes. Yield nodes before what refers to them where the source allows it; records
    whose references come later wait and are released at the end of the run.
    """

    @property
    def feed(self) -> str:
        """Name of the feed; with a record's key it identifies the record."""
        ...

    @property
    def source(self) -> NodeStatement:
        """The ``Source`` node that stands behind the records."""
        ...

    @property
    def tenant_id(self) -> str:
        """Tenant that the records belong to (``_ref`` for shared classifications)."""
        ...

    def records(self) -> Iterator[Item]:
        """Everything in the source, in its order."""
        ...
