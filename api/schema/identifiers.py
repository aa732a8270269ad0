"""Identifiers of a person in GraphQL."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, cast

import strawberry

from api.schema import problems
from api.schema.context import Info
from api.schema.described import meaning_of
from api.schema.problems import answering
from api.use_cases import person_identifiers as case
from graph.store import CitedEdge


@strawberry.type(description="An edge by which two identifiers are one person.")
class IdentifierLink:
    """Who said it, how they know, and when."""

    edge_id: strawberry.ID = strawberry.field(description="Id of the edge; resolve it with `edge`.")
    identifier: str = strawberry.field(description="The identifier that was linked.")
    same_as: str = strawberry.field(description="The identifier it was linked to.")
    system: str | None = strawberry.field(description=meaning_of("SAME_PERSON_AS", "identifier_system"))
    method: str = strawberry.field(description="How it is known, by the statement that decides.")
    confidence: float = strawberry.field(description="Combined confidence of the sources that agree.")
    observed_at: datetime = strawberry.field(description="When the statement that decides was made.")
    source_id: strawberry.ID = strawberry.field(description="Who made it.")
    source_count: int = strawberry.field(description="How many sources agree.")


@strawberry.type(description="All identifiers of one person.")
class PersonIdentifiers:
    """The leading identifier, the others, and the links."""

    leading: str = strawberry.field(description="The identifier under which the person is shown.")
    identifiers: list[str] = strawberry.field(description="All of them, the leading one first, the others sorted.")
    links: list[IdentifierLink] = strawberry.field(description="The links that hold, read from the store this moment.")


PersonIdentifiersResult = Annotated[
    PersonIdentifiers | problems.AnyProblem,
    strawberry.union("PersonIdentifiersResult", description="Identifiers of a person, or why they are not told."),
]
_PERSON = strawberry.argument(description="Any identifier of the person, or global id; leave it out for yourself.")


def _link(cited: CitedEdge) -> IdentifierLink:
    said = cited.edge.properties
    system = said.get("identifier_system")
    return IdentifierLink(
        edge_id=strawberry.ID(cited.edge.edge_id),
        identifier=cited.edge.start.id,
        same_as=cited.edge.end.id,
        system=None if system is None else str(system),
        method=str(said["method"]),
        confidence=cast("float", said["confidence"]),
        observed_at=cast("datetime", said["observed_at"]),
        source_id=strawberry.ID(str(said["source_id"])),
        source_count=cast("int", said["source_count"]),
    )


def _shown(found: case.PersonIdentifiers) -> PersonIdentifiers:
    return PersonIdentifiers(
        leading=found.leading, identifiers=list(found.ids), links=[_link(one) for one in found.links]
    )


def _resolve(info: Info, person: Annotated[strawberry.ID | None, _PERSON] = None) -> PersonIdentifiersResult:
    """The identifiers of a person."""
    inquiry = info.context.inquiry
    return answering(lambda: _shown(case.person_identifiers(inquiry, None if person is None else str(person))))


@strawberry.type
class IdentifierQueries:
    """Questions about who is one person."""

    person_identifiers: PersonIdentifiersResult = strawberry.field(
        resolver=_resolve,
        description="Under which identifiers do systems know the person, and who says that they are one? For the "
        "person, their managers and coaches.",
    )
