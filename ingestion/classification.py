"""Statements of a published classification, and how one is loaded: in bulk, into the reference tenant."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from graph.changes import EdgeStatement, NodeStatement, Provenance, Record, Rejection
from graph.keys import NodeKey, Value
from graph.store import GraphStore
from ingestion.attribution import Publication
from ingestion.connector import Item
from ingestion.pipeline import Clock, Progress, run
from ingestion.releases import Layout, Release
from ingestion.report import RunReport
from ontology.model import REFERENCE_TENANT

BATCH_SIZE = 20_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: file and line."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Statements:
    """Makes records of one publication: one node or edge each, observed when the release came out unless dated."""

    feed: str
    publication: Publication

    def node(self, place: Place, label: str, node_id: str, key: str, properties: Mapping[str, Value]) -> Record:
        """A record that states one node; empty values are left out."""
        return Record(key, place.file, place.line, (self.node_statement(label, node_id, key, properties),))

    def node_statement(self, label: str, node_id: str, key: str, properties: Mapping[str, Value]) -> NodeStatement:
        """The statement of one node."""
        stated = {name: value for name, value in properties.items() if value not in (None, "", [])}
        return NodeStatement(NodeKey(label, REFERENCE_TENANT, node_id), stated, self.provenance(key))

    def edge(
        self,
        place: Place,
        rel_type: str,
        start: NodeKey,
        end: NodeKey,
        key: str,
        properties: Mapping[str, Value],
        *,
        observed_at: datetime | None = None,
        confidence: float | None = None,
        method: str = "import",
    ) -> Record:
        """A record that states one edge; its properties must be on the ontology's grid already."""
        provenance = self.provenance(key, observed_at, confidence, method)
        edge = EdgeStatement(REFERENCE_TENANT, rel_type, start, end, properties, provenance)
        return Record(key, place.file, place.line, (), (edge,))

    def provenance(
        self, key: str, observed_at: datetime | None = None, confidence: float | None = None, method: str = "import"
    ) -> Provenance:
        """Where a statement of this publication comes from."""
        return Provenance(
            self.publication.source_id,
            f"{self.feed}:{key}",
            observed_at or self.publication.released,
            method,
            "1",
            self.publication.trust if confidence is None else confidence,
        )


class ReleaseConnector(ABC):
    """Reads a publisher's release (a file, folder or .zip); ``release`` states a version that its names do not tell.

    Raises ``MalformedFile`` before anything is read in earnest (see ``Release``).
    """

    feed: ClassVar[str]
    layout: ClassVar[Layout]
    tenant_id = REFERENCE_TENANT

    def __init__(self, path: Path, release: str | None = None) -> None:
        self._release = Release(path, self.layout)
        self.publication = self._published(release)
        self._said = Statements(self.feed, self.publication)

    @abstractmethod
    def _published(self, release: str | None) -> Publication:
        """The publication that the release is."""

    @property
    def source(self) -> NodeStatement:
        """The release, with licence and attribution."""
        return self.publication.source

    @property
    def files(self) -> tuple[str, ...]:
        """Names of the files that are read."""
        return self._release.files

    @abstractmethod
    def records(self) -> Iterator[Item]:
        """Every record of the release once, then notes on what was met."""


def load_release(
    connector: type[ReleaseConnector],
    store: GraphStore,
    path: Path,
    *,
    clock: Clock,
    release: str | None = None,
    progress: Progress | None = None,
    batch_size: int = BATCH_SIZE,
    retry_tenants: Sequence[str] = (),
) -> RunReport:
    """Load a published classification from a file, folder or .zip. Raises only ``MalformedFile`` and ``StoreFailure``.

    Its connector looks for duplicates and cycles, so it is read once.
    """
    return run(
        connector(path, release),
        store,
        clock=clock,
        batch_size=batch_size,
        bulk=True,
        progress=progress,
        screened=False,
        retry_tenants=retry_tenants,
    )


def reference_key(label: str, node_id: str) -> NodeKey:
    """The key of a node of the reference tenant."""
    return NodeKey(label, REFERENCE_TENANT, node_id)


def rejection(place: Place, key: str, *, code: str, field: str | None, reason: str, remedy: str) -> Rejection:
    """A row that fails its publisher's own contract."""
    return Rejection(key, place.file, place.line, code, reason, remedy, field)


def labels(*groups: Iterable[str], besides: str) -> list[str]:
    """Names in their order, trimmed, without repetitions (in any case) and without the preferred one."""
    return list(_distinct((name for group in groups for name in group), besides))


def _distinct(names: Iterable[str], besides: str) -> Iterator[str]:
    seen = {besides.strip().casefold(), ""}
    for name in (" ".join(name.split()) for name in names):
        folded = name.casefold()
        if folded not in seen:
            seen.add(folded)
            yield name


@lru_cache(maxsize=4096)
def month(text: str) -> datetime | None:
    """The first day of a month written MM/YYYY, or None where that is not what the text says."""
    number, _, year = text.partition("/")
    if not (number.isdecimal() and year.isdecimal() and 1 <= int(number) <= 12 and 1970 <= int(year) <= 2100):
        return None
    return datetime(int(year), int(number), 1, tzinfo=UTC)
