"""HR feeds as connectors: rows of a file, or rows given as data, become change records, rejections and notes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import orjson
from pydantic import TypeAdapter, ValidationError

from graph.changes import NodeStatement, Rejection
from graph.keys import digest
from graph.store import GraphStore
from ingestion.connector import Item
from ingestion.contracts.base import FeedRecord, columns
from ingestion.faults import Fault, Refused, finding
from ingestion.feeds import feed_named
from ingestion.history import Histories
from ingestion.mapping import Origin, joined_key, mapped
from ingestion.pipeline import BATCH_SIZE, Clock, Progress, run
from ingestion.quarantine import UNREADABLE
from ingestion.reading import BadRow, Reading, Row, read_rows
from ingestion.report import RunReport
from ingestion.rules import Feed
from ingestion.sources import SourceDescription

Rows = Callable[[], Iterable[Reading | FeedRecord]]


@dataclass(frozen=True, slots=True)
class HrConnector:
    """Rows of one HR feed for one tenant. ``rows`` is called anew for each reading."""

    definition: Feed
    origin: Origin
    rows: Rows

    @property
    def feed(self) -> str:
        """Name of the feed."""
        return self.definition.name

    @property
    def tenant_id(self) -> str:
        """Tenant of the rows."""
        return self.origin.tenant_id

    @property
    def file(self) -> str:
        """Name of the file, for quarantine entries."""
        return self.origin.file

    @property
    def source(self) -> NodeStatement:
        """The system behind the rows."""
        return self.origin.source.statement(self.tenant_id)

    def records(self) -> Iterator[Item]:
        """Change records and rejections, row by row, then what stands out in the histories."""
        histories = Histories()
        for number, row in enumerate(self.rows(), start=1):
            yield from self._items(row, number, histories)
        yield from histories.notes()

    def _items(self, row: Reading | FeedRecord, number: int, histories: Histories) -> Iterator[Item]:
        values: Mapping[str, object]
        line, values = (number, {}) if isinstance(row, FeedRecord) else (row.line, row.values)
        try:
            if isinstance(row, BadRow):
                raise Refused(row.code, row.reason, row.remedy, row.field)
            record = row if isinstance(row, FeedRecord) else self.definition.model.model_validate(row.values)
            if isinstance(row, FeedRecord):
                values = record.model_dump(exclude_none=True)
            yield from list(mapped(self.definition, record, line, self.origin))
            histories.add(record)
        except ValidationError as error:
            yield self._rejection(finding(error, self.definition.model.model_fields), line, values)
        except Refused as refused:
            yield self._rejection(refused.fault, line, values)

    def _rejection(self, fault: Fault, line: int, values: Mapping[str, object]) -> Rejection:
        payload = orjson.dumps(values, option=orjson.OPT_SORT_KEYS, default=str).decode()
        return Rejection(
            key=self._key(values, line, payload),
            file=self.file,
            line=line,
            code=fault.code,
            reason=fault.reason,
            remedy=fault.remedy,
            field=fault.field,
            payload=payload,
        )

    def _key(self, values: Mapping[str, object], line: int, payload: str) -> str:
        """The key the row would have if it were sound, from its raw cells; else one of file, line and content."""
        system = values.get("source_system")
        names = self.definition.key
        if self.definition.identified_by in values:
            names = (str(self.definition.identified_by),)
        known = [self._cell(name, values) for name in names]
        required = {*self.definition.required, self.definition.identified_by}
        if all(value is not None or name not in required for name, value in zip(names, known, strict=True)):
            return joined_key(known, None if system is None else str(system).strip())
        return f"{UNREADABLE}{self.file}:{line}:{digest(payload)[:8]}"

    def _cell(self, name: str, values: Mapping[str, object]) -> object:
        """A raw cell as the contract would hold it where that is possible, or as its text."""
        spec = self.definition.model.model_fields[name]
        value = values.get(name)
        if value is None:
            return None if spec.is_required() else spec.default
        try:
            return _field_reader(self.definition.model, name).validate_python(value)
        except ValidationError:
            return str(value).strip()


@functools.cache
def _field_reader(model: type[FeedRecord], name: str) -> TypeAdapter[object]:
    """Validates one field of a contract on its own."""
    spec = model.model_fields[name]
    annotated: Any = Annotated
    plain: Any = spec.annotation
    return TypeAdapter(annotated[(plain, *spec.metadata)] if spec.metadata else plain)


def file_connector(
    feed: str,
    path: Path,
    tenant_id: str,
    *,
    observed_at: datetime | None = None,
    source: SourceDescription | None = None,
) -> HrConnector:
    """A connector for a file in the feed's contract."""
    definition = feed_named(feed)
    origin = Origin(tenant_id, source or SourceDescription(definition.system, feed), path.name, observed_at)
    known = list(columns(definition.model))
    return HrConnector(definition, origin, lambda: read_rows(path, known, definition.required))


def row_connector(
    feed: str,
    rows: Sequence[FeedRecord | Mapping[str, object]],
    tenant_id: str,
    *,
    file: str,
    observed_at: datetime | None = None,
    source: SourceDescription | None = None,
) -> HrConnector:
    """A connector for rows given as data: records of the contract, or mappings as JSON Lines would hold them."""
    definition = feed_named(feed)
    origin = Origin(tenant_id, source or SourceDescription(definition.system, feed), file, observed_at)

    def readings() -> Iterator[Reading | FeedRecord]:
        for number, row in enumerate(rows, start=1):
            yield row if isinstance(row, FeedRecord) else Row(number, row)

    return HrConnector(definition, origin, readings)


def ingest_feed(
    store: GraphStore,
    feed: str,
    path: Path,
    tenant_id: str,
    *,
    clock: Clock,
    observed_at: datetime | None = None,
    source: SourceDescription | None = None,
    batch_size: int = BATCH_SIZE,
    bulk: bool = False,
    progress: Progress | None = None,
) -> RunReport:
    """Load one file of one feed for one tenant. Raises ``MalformedFile``, ``SettingInvalid`` or ``StoreFailure``."""
    connector = file_connector(feed, path, tenant_id, observed_at=observed_at, source=source)
    return run(connector, store, clock=clock, batch_size=batch_size, bulk=bulk, progress=progress)


def ingest_rows(
    store: GraphStore,
    feed: str,
    rows: Sequence[FeedRecord | Mapping[str, object]],
    tenant_id: str,
    *,
    file: str,
    clock: Clock,
    observed_at: datetime | None = None,
    source: SourceDescription | None = None,
    batch_size: int = BATCH_SIZE,
    bulk: bool = False,
    progress: Progress | None = None,
) -> RunReport:
    """The same for rows given as data; ``file`` names where they come from."""
    connector = row_connector(feed, rows, tenant_id, file=file, observed_at=observed_at, source=source)
    return run(connector, store, clock=clock, batch_size=batch_size, bulk=bulk, progress=progress)
