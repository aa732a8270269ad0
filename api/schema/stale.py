"""Answers touched by a change, in GraphQL."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.schema.altered import ALTERED, AlteredRecord
from api.schema.altered import shown as shown_altered
from api.use_cases import stale_answers as case


@strawberry.type(description="An edge that a recorded answer cites and that is otherwise now.")
class ChangedEdge:
    """Which, and in what way; values are not told."""

    id: strawberry.ID = strawberry.field(description="Id of the edge.")
    type: str = strawberry.field(description="Relationship type.")
    gone: bool = strawberry.field(description="Whether it is no longer stated at all.")
    names: list[str] = strawberry.field(description="The properties that differ, or from, to for the name of an end.")


@strawberry.type(
    description="A recorded answer that no longer agrees with the graph. It does not say whom it is about."
)
class StaleAnswer:
    """An answer and what became of its edges."""

    id: strawberry.ID = strawberry.field(description="Id of the answer.")
    question: str = strawberry.field(description="The question that was asked.")
    answered_at: datetime = strawberry.field(description="When it was given.")
    tenant_version: int = strawberry.field(description="Version of the tenant it was computed on.")
    reference_version: int = strawberry.field(description="Version of the classifications it was computed on.")
    edges: list[ChangedEdge] = strawberry.field(description="Its edges that are otherwise now.")
    claim_ids: list[strawberry.ID] = strawberry.field(description="The claims that rest on them.")


@strawberry.type(description="Recent answers that a change has touched, newest first.")
class StaleAnswers:
    """Result of staleAnswers."""

    answers: list[StaleAnswer] = strawberry.field(description="The answers.")
    watched: int = strawberry.field(description="How many recent answers are watched.")
    candidates: int = strawberry.field(description="How many of them the change log may concern.")
    examined: int = strawberry.field(description="How many of these were compared with the store in this call.")
    complete: bool = strawberry.field(description="Whether all candidates were; if not, ask again.")
    altered: list[AlteredRecord] = strawberry.field(description=ALTERED)


def stale(found: case.StaleAnswers) -> StaleAnswers:
    """The list as GraphQL shows it."""
    return StaleAnswers(
        answers=[_answer(one) for one in found.answers],
        watched=found.watched,
        candidates=found.candidates,
        examined=found.examined,
        complete=found.complete,
        altered=shown_altered(found.altered),
    )


def _answer(one: case.StaleAnswer) -> StaleAnswer:
    return StaleAnswer(
        id=strawberry.ID(one.answer_id),
        question=one.operation,
        answered_at=one.given_at,
        tenant_version=one.tenant_version,
        reference_version=one.reference_version,
        edges=[
            ChangedEdge(id=strawberry.ID(edge.edge_id), type=edge.rel_type, gone=edge.gone, names=list(edge.names))
            for edge in one.edges
        ],
        claim_ids=[strawberry.ID(claim) for claim in one.claims],
    )
