"""Lineage in GraphQL: forward from a source, record or edge to answers, and back to runs."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.schema.altered import ALTERED, AlteredRecord
from api.schema.altered import shown as shown_altered
from api.use_cases import lineage as case


@strawberry.type(description="What one record of a source says of one edge.")
class LineageStatement:
    """An assertion with the run that wrote it down."""

    id: strawberry.ID = strawberry.field(description="Identifier of the statement.")
    edge_id: strawberry.ID = strawberry.field(description="The edge it speaks of.")
    type: str = strawberry.field(description="Relationship type of the edge.")
    source_id: strawberry.ID = strawberry.field(description="Who says so.")
    record: str = strawberry.field(description="Record in that source.")
    observed_at: datetime = strawberry.field(description="When the source says it was so.")
    retracts: bool = strawberry.field(description="Whether it says that the edge does not hold.")
    ingest_run: str | None = strawberry.field(description="The run that wrote it down first.")


@strawberry.type(description="A run of a feed.")
class IngestRun:
    """When it ran and what it read."""

    id: strawberry.ID = strawberry.field(description="Identifier of the run.")
    feed: str = strawberry.field(description="The feed.")
    source_id: strawberry.ID = strawberry.field(description="The source it read.")
    started_at: datetime = strawberry.field(description="When it began.")
    finished_at: datetime | None = strawberry.field(description="When it ended; null while it runs or after a crash.")


@strawberry.type(description="Edges of one type that a source states.")
class EdgeCount:
    """Type and number."""

    type: str = strawberry.field(description="Relationship type.")
    edges: int = strawberry.field(description="How many edges.")


@strawberry.type(description="A node that a record states.")
class LineageNode:
    """Label and id."""

    label: str = strawberry.field(description="Label of the node.")
    id: strawberry.ID = strawberry.field(description="Its id within label and tenant.")


@strawberry.type(description="A recorded answer that used something.")
class AnswerUse:
    """Which answer."""

    id: strawberry.ID = strawberry.field(description="Id of the answer; give it to `verifyAnswer`.")
    question: str = strawberry.field(description="The question that was asked.")
    answered_at: datetime = strawberry.field(description="When it was given.")


@strawberry.type(description="Where something came from and where it went.")
class Lineage:
    """Result of lineage."""

    statements: list[LineageStatement] = strawberry.field(description="Statements about edges (a record's, an edge's).")
    nodes: list[LineageNode] = strawberry.field(description="Nodes that the record states.")
    edge_counts: list[EdgeCount] = strawberry.field(description="For a source: the edges it states, by type.")
    runs: list[IngestRun] = strawberry.field(description="The runs that wrote it down, newest first (at most 50).")
    answers: list[AnswerUse] = strawberry.field(description="The recent answers that used it, newest first.")
    examined: int = strawberry.field(description="How many recent answers were looked at.")
    complete: bool = strawberry.field(description="False when there was more than is listed or was looked at.")
    altered: list[AlteredRecord] = strawberry.field(description=ALTERED)


def shown(found: case.Lineage) -> Lineage:
    """The lineage as GraphQL shows it."""
    return Lineage(
        statements=[_statement(one) for one in found.statements],
        nodes=[LineageNode(label=key.label, id=strawberry.ID(key.id)) for key in found.nodes],
        edge_counts=[EdgeCount(type=name, edges=count) for name, count in (found.counts or {}).items()],
        runs=[_run(one) for one in found.runs],
        answers=[
            AnswerUse(id=strawberry.ID(one.answer_id), question=one.operation, answered_at=one.given_at)
            for one in found.uses
        ],
        examined=found.examined,
        complete=found.complete,
        altered=shown_altered(found.altered),
    )


def _statement(one: case.Statement) -> LineageStatement:
    return LineageStatement(
        id=strawberry.ID(one.id),
        edge_id=strawberry.ID(one.edge_id),
        type=one.rel_type,
        source_id=strawberry.ID(one.source_id),
        record=one.record,
        observed_at=datetime.fromisoformat(one.observed_at),
        retracts=one.retracts,
        ingest_run=one.ingest_run,
    )


def _run(one: case.Run) -> IngestRun:
    return IngestRun(
        id=strawberry.ID(one.id),
        feed=one.feed,
        source_id=strawberry.ID(one.source_id),
        started_at=datetime.fromisoformat(one.started_at),
        finished_at=None if one.finished_at is None else datetime.fromisoformat(one.finished_at),
    )
