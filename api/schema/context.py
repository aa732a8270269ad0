"""What resolvers get, and the arguments that several of them share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import strawberry
from graphql import DocumentNode

from api.inquiry import Inquiry
from graph.scope import Purpose
from ontology.errors import BadInput


@dataclass(frozen=True, slots=True)
class RequestContext:
    """What resolvers get: the caller's inquiry, the id of the request, and the document checked beforehand."""

    inquiry: Inquiry
    request_id: str
    document: DocumentNode | None = None


Info: TypeAlias = strawberry.Info[RequestContext, None]

FIRST = strawberry.argument(description="How many at most (1 to 100).")
FAILURES = "or why there is none."


def purpose_of(text: str | None) -> Purpose | None:
    """The purpose named by a caller. Raises ``BadInput`` for one that does not exist."""
    if text is None:
        return None
    try:
        return Purpose(text)
    except ValueError:
        raise BadInput("There is no such purpose.", remedy=f"Use one of {', '.join(Purpose)}.") from None
