"""Edges as evidence: ends, stated properties, and behind them each source's assertion."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.schema.described import meaning_of


@strawberry.type(description="A node as it appears in an answer or at the end of an edge.")
class NodeRef:
    """Id, kind and what to call it."""

    id: strawberry.ID = strawberry.field(description="Global id; give it to `node(id)`.")
    label: str = strawberry.field(description="Label of the node: Role, Skill, Course, Person...")
    name: str = strawberry.field(description="What to call it; a person's pseudonym where the name may not be shown.")
    pseudonymous: bool = strawberry.field(description="True for a person whose name may not be shown to you.")


@strawberry.type(description="A dataset release or feed from which records came, with licence and attribution.")
class Source:
    """Mirrors the ontology's Source."""

    id: strawberry.ID = strawberry.field(description="Identifier of the source.")
    system: str = strawberry.field(description=meaning_of("Source", "system"))
    dataset: str = strawberry.field(description=meaning_of("Source", "dataset"))
    version: str = strawberry.field(description=meaning_of("Source", "version"))
    licence: str | None = strawberry.field(description=meaning_of("Source", "licence"))
    attribution: str | None = strawberry.field(description=meaning_of("Source", "attribution"))
    trust: float = strawberry.field(description=meaning_of("Source", "trust"))
    synthetic: bool = strawberry.field(description=meaning_of("Source", "synthetic"))


@strawberry.type(description="One source's statement that the edge holds, or that it does not.")
class Assertion:
    """Mirrors the ontology's Assertion."""

    id: strawberry.ID = strawberry.field(description="Identifier of the statement.")
    source: Source = strawberry.field(description="Who says so.")
    record: str | None = strawberry.field(
        description="Record in that source; null where it would tell whose pseudonym is shown."
    )
    observed_at: datetime = strawberry.field(description=meaning_of("Assertion", "observed_at"))
    confidence: float = strawberry.field(description=meaning_of("Assertion", "confidence"))
    method: str = strawberry.field(description=meaning_of("Assertion", "method"))
    extractor_version: str = strawberry.field(description=meaning_of("Assertion", "extractor_version"))
    retracts: bool = strawberry.field(description=meaning_of("Assertion", "retracts"))
    payload: str | None = strawberry.field(description="What it states, as canonical JSON; for auditors only.")
    ingest_run: str | None = strawberry.field(
        description="The ingest run that wrote it down first, where statements are kept apart from their edge; "
        "for auditors only."
    )


@strawberry.type(description="A property that the edge states.")
class EdgeProperty:
    """Name, meaning and value."""

    name: str = strawberry.field(description="Name in the ontology.")
    meaning: str = strawberry.field(description="What the ontology says it means.")
    value: str = strawberry.field(description="The value as text; dates as ISO 8601, booleans as true or false.")
    number: float | None = strawberry.field(description="The value as a number, where it is one.")


@strawberry.type(description="An edge of the graph: the evidence that answers cite.")
class Edge:
    """An edge read back from the store under the caller's scope."""

    id: strawberry.ID = strawberry.field(description=meaning_of("edge", "edge_id"))
    type: str = strawberry.field(description="Relationship type, for example HAS_SKILL.")
    meaning: str = strawberry.field(description="What the ontology says the type means.")
    start: NodeRef = strawberry.field(name="from", description="Where the edge starts.")
    end: NodeRef = strawberry.field(name="to", description="Where the edge ends.")
    properties: list[EdgeProperty] = strawberry.field(description="What the edge states, as far as the purpose allows.")
    confidence: float = strawberry.field(description=meaning_of("edge", "confidence"))
    confidence_method: str = strawberry.field(description=meaning_of("edge", "confidence_method"))
    observed_at: datetime | None = strawberry.field(description=meaning_of("edge", "observed_at"))
    valid_from: date | None = strawberry.field(description=meaning_of("edge", "valid_from"))
    valid_to: date | None = strawberry.field(description=meaning_of("edge", "valid_to"))
    source_count: int = strawberry.field(description=meaning_of("edge", "source_count"))
    review_state: str = strawberry.field(description=meaning_of("edge", "review_state"))
    assertions: list[Assertion] = strawberry.field(description="Every source's statement about the edge, newest first.")
