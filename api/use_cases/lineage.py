"""Lineage: from a source, a record or an edge forward to the graph and the answers that used it, and back to the runs.

For auditors: a record of the HR system tells of whom it speaks. Answers are the recent ones that are watched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from api.authorization import Operation, Relation, decide
from api.inquiry import Inquiry, denied
from api.recording.cited_index import Watched
from api.recording.records import AnswerRecord, node_mark
from api.recording.soundness import AlteredRecord, sound_record
from api.use_cases.recorded_answers import book_of
from graph.answer_entries import id_prefixes
from graph.keys import NodeKey
from graph.scope import Purpose, Scope
from graph.store import CitedEdge
from ontology.errors import BadInput

MAX_TEXT = 1000
MAX_STATEMENTS = 1000
MAX_RUNS = 50
MAX_EXAMINED = 300
"""Recent answers whose records are read to find those that used a source."""


@dataclass(frozen=True, slots=True)
class LineageQuestion:
    """Exactly one of the three: a source's id, a record of a source (feed and key), or an edge's id."""

    source: str | None = None
    record: str | None = None
    edge: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What one record says of one edge, and the run that wrote it down."""

    id: str
    edge_id: str
    rel_type: str
    source_id: str
    record: str
    observed_at: str
    retracts: bool
    ingest_run: str | None


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a feed; one without an end is under way or was interrupted."""

    id: str
    feed: str
    source_id: str
    started_at: str
    finished_at: str | None


@dataclass(frozen=True, slots=True)
class Use:
    """An answer that used something of it."""

    answer_id: str
    operation: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where it came from and where it went. ``counts`` are edges by type (for a source: too many to list).

    ``altered`` are recorded answers that may have used it: their record is not as it was written.
    """

    statements: tuple[Statement, ...] = ()
    nodes: tuple[NodeKey, ...] = ()
    counts: Mapping[str, int] | None = None
    runs: tuple[Run, ...] = ()
    uses: tuple[Use, ...] = ()
    examined: int = 0
    complete: bool = True
    altered: tuple[AlteredRecord, ...] = ()


def lineage(inquiry: Inquiry, question: LineageQuestion) -> Lineage:
    """Follow it. Raises ``AccessDenied`` and ``BadInput``."""
    if not decide(inquiry.principal, Operation.LIST_ANSWERS, Relation.NOBODY, Purpose.GOVERNANCE).allowed:
        raise denied()
    given = [text for text in (question.source, question.record, question.edge) if text is not None]
    if len(given) != 1 or not 0 < len(given[0]) <= MAX_TEXT:
        raise BadInput("Not exactly one of source, record and edge is given.", remedy="Say which of the three.")
    if question.source is not None:
        return _of_source(inquiry, question.source)
    if question.record is not None:
        return _of_record(inquiry, question.record)
    return _of_edge(inquiry, given[0])


def _scope(inquiry: Inquiry) -> Scope:
    return inquiry.principal.scope(Purpose.GOVERNANCE)


def _of_source(inquiry: Inquiry, source: str) -> Lineage:
    store, scope = inquiry.deps.store, _scope(inquiry)
    counts = {
        str(row["rel_type"]): int(str(row["edges"])) for row in store.read("lineage_of_source", scope, source=source)
    }
    rows = store.read("runs_of_source", scope, source=source, limit=MAX_RUNS)
    watched = _watched(inquiry)
    uses: list[Use] = []
    altered: list[AlteredRecord] = []
    for one in watched[:MAX_EXAMINED]:
        sources = _sources(inquiry, one)
        if isinstance(sources, AlteredRecord):
            altered.append(sources)
        elif source in sources:
            uses.append(_use(one))
    complete = len(watched) <= MAX_EXAMINED and not altered
    examined = min(len(watched), MAX_EXAMINED)
    return Lineage((), (), counts, _runs(rows), tuple(uses), examined, complete, tuple(altered))


def _of_record(inquiry: Inquiry, record: str) -> Lineage:
    store, scope = inquiry.deps.store, _scope(inquiry)
    rows = store.read("lineage_of_records", scope, records=[record], limit=MAX_STATEMENTS)
    statements = tuple(_statement(row) for row in rows)
    nodes = tuple(
        NodeKey(str(row["label"]), str(row["tenant"]), str(row["id"]))
        for row in store.read("nodes_of_records", scope, records=[record])
    )
    marks = [*(one.edge_id for one in statements), *(node_mark(key) for key in nodes if key.label != "Person")]
    uses, examined, altered = _citing(inquiry, marks)
    runs = _named_runs(inquiry, statements)
    complete = len(rows) < MAX_STATEMENTS and not altered
    return Lineage(statements, nodes, None, runs, uses, examined, complete, altered)


def _of_edge(inquiry: Inquiry, edge_id: str) -> Lineage:
    found = inquiry.deps.store.edges(_scope(inquiry), [edge_id]).get(edge_id)
    statements = _stated(found) if found is not None else ()
    uses, examined, altered = _citing(inquiry, [edge_id] if _is_id(edge_id) else [])
    runs = _named_runs(inquiry, statements)
    return Lineage(statements, (), None, runs, uses, examined, not altered, altered)


def _is_id(text: str) -> bool:
    return len(text) >= 16 and all(char in "0123456789abcdef" for char in text)


def _stated(found: CitedEdge) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            one.id, one.edge_id, found.edge.rel_type, str(one.source.key.id), one.source_record,
            one.observed_at.isoformat(), one.retracts, one.ingest_run,
        )
        for one in found.assertions
    )  # fmt: skip


def _statement(row: Mapping[str, object]) -> Statement:
    run = row["ingest_run"]
    return Statement(
        str(row["id"]), str(row["edge_id"]), str(row["rel_type"]), str(row["source_id"]), str(row["source_record"]),
        str(row["observed_at"]), bool(row["retracts"]), None if run is None else str(run),
    )  # fmt: skip


def _named_runs(inquiry: Inquiry, statements: Iterable[Statement]) -> tuple[Run, ...]:
    ids = sorted({one.ingest_run for one in statements if one.ingest_run is not None})[:MAX_RUNS]
    return _runs(inquiry.deps.store.read("runs", _scope(inquiry), ids=ids)) if ids else ()


def _runs(rows: Iterable[Mapping[str, object]]) -> tuple[Run, ...]:
    return tuple(
        Run(
            str(row["id"]), str(row["feed"]), str(row["source_id"]), str(row["started_at"]),
            None if row["finished_at"] is None else str(row["finished_at"]),
        )
        for row in rows
    )  # fmt: skip


def _watched(inquiry: Inquiry) -> list[Watched]:
    if inquiry.deps.answers is None:
        return []
    inquiry.deps.answers.flush()
    return inquiry.deps.answers.index.answers(inquiry.principal.tenant_id)


def _citing(inquiry: Inquiry, marks: Iterable[str]) -> tuple[tuple[Use, ...], int, tuple[AlteredRecord, ...]]:
    """The answers that cite one of these, how many were looked at, and those that may and cannot be read."""
    wanted, watched = id_prefixes(marks), _watched(inquiry)
    cited: list[Use] = []
    altered: list[AlteredRecord] = []
    for one in watched:
        if one.readable and not len(np.intersect1d(one.cited, wanted)):
            continue
        record = _record(inquiry, one) if not one.readable or len(cited) < MAX_EXAMINED else None
        if isinstance(record, AlteredRecord):
            altered.append(record)
        elif one.readable:
            cited.append(_use(one))
    return tuple(cited), len(watched), tuple(altered)


def _sources(inquiry: Inquiry, one: Watched) -> set[str] | AlteredRecord:
    record = _record(inquiry, one)
    if record is None or isinstance(record, AlteredRecord):
        return record or set()
    return {edge.source for edge in record.edges.values()}


def _record(inquiry: Inquiry, one: Watched) -> AnswerRecord | AlteredRecord | None:
    book, tenant_id = book_of(inquiry), inquiry.principal.tenant_id
    return sound_record(tenant_id, book.seal, book.log.find(tenant_id, one.answer_id))


def _use(one: Watched) -> Use:
    return Use(one.answer_id, one.operation, one.given_at)
