"""documents and plays: the root fields."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api.schema import documents, problems
from api.schema.context import FAILURES, Info
from api.schema.problems import answering
from api.use_cases.documents import DocumentsQuestion
from api.use_cases.documents import documents as documents_case
from api.use_cases.plays import PlaysQuestion
from api.use_cases.plays import plays as plays_case

DocumentsResult = Annotated[
    documents.DocumentsAnswer | problems.AnyProblem,
    strawberry.union("DocumentsResult", description=f"What the documents say, {FAILURES}"),
]
PlaysResult = Annotated[
    documents.PlaysAnswer | problems.AnyProblem,
    strawberry.union("PlaysResult", description=f"Plays, {FAILURES}"),
]
_PERSON = strawberry.argument(description="Whose: a global id or the identifier of the HR system. Without it, you.")
_QUESTION = strawberry.argument(description="The question in words (1 to 500 characters).")
_AS_OF = strawberry.argument(description="The day whose rules are asked for; today without it.")
_FIRST = strawberry.argument(description="How many passages at most (1 to 20).")
_KINDS = strawberry.argument(description="Only documents of these kinds; all without it.")


def _resolve(
    info: Info,
    question: Annotated[str, _QUESTION],
    as_of: Annotated[date | None, _AS_OF] = None,
    first: Annotated[int, _FIRST] = 5,
    kinds: Annotated[list[documents.DocumentKind] | None, _KINDS] = None,
) -> DocumentsResult:
    """What the documents say."""
    asked = DocumentsQuestion(question, as_of, first, tuple(dict.fromkeys(str(kind.value) for kind in kinds or ())))
    return answering(lambda: documents.present(documents_case(info.context.inquiry, asked)))


def _resolve_plays(info: Info, person: Annotated[strawberry.ID | None, _PERSON] = None) -> PlaysResult:
    """Plays that fit a person."""
    return answering(lambda: documents.present_plays(plays_case(info.context.inquiry, PlaysQuestion(person))))


@strawberry.type
class DocumentQueries:
    """The questions to policies and playbooks."""

    documents: DocumentsResult = strawberry.field(
        resolver=_resolve,
        description="What policies and playbooks say, quoted with passage and version, or that they say nothing.",
    )
    plays: PlaysResult = strawberry.field(
        resolver=_resolve_plays,
        description="Plays that declared rules call for in a person's situation, with the rule and what makes it true.",
    )
