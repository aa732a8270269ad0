"""Expected failures as GraphQL types: members of every result union, with code, message and remedy."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import strawberry

from ontology import errors

_CODE = "Stable code to branch on."
_MESSAGE = "What went wrong, safe to show."
_REMEDY = "What to do about it, as one imperative sentence."


@strawberry.interface(description="An expected failure. Branch on the type or on the code, show message and remedy.")
class Problem:
    """Fields of every expected failure."""

    code: str = strawberry.field(description=_CODE)
    message: str = strawberry.field(description=_MESSAGE)
    remedy: str = strawberry.field(description=_REMEDY)


@strawberry.type(description="What was asked for is not in the graph, or not for this caller: both look the same.")
class NotInGraph(Problem):
    """Nothing visible by that id."""


@strawberry.type(description="The caller's role does not allow this, or not for this person.")
class Forbidden(Problem):
    """Refused by the authorization table."""


@strawberry.type(description="The person concerned has not agreed to this use of their data, or has withdrawn.")
class ConsentMissing(Problem):
    """No live consent."""


@strawberry.type(description="The input cannot be used as it is.")
class BadInput(Problem):
    """The caller can mend it."""


@strawberry.type(description="The answer exists but a human must release it first.")
class NeedsReview(Problem):
    """Waits for a reviewer."""


@strawberry.type(description="The service cannot answer just now. Nothing was changed; try again.")
class Unavailable(Problem):
    """Store or snapshot out of reach."""

    retry_after_seconds: int = strawberry.field(description="When it is worth trying again.")


AnyProblem = NotInGraph | Forbidden | ConsentMissing | BadInput | NeedsReview | Unavailable
RETRY_AFTER_SECONDS = 2
T = TypeVar("T")


def answering(make: Callable[[], T]) -> T | AnyProblem:
    """What ``make`` returns, or the problem that an expected failure stands for. Others pass and are masked."""
    try:
        return make()
    except errors.CairnError as error:
        problem = problem_of(error)
        if problem is None:
            raise
        return problem


def problem_of(error: errors.CairnError) -> AnyProblem | None:
    """The union member for an expected failure, None for a fault of ours."""
    kind: type[NotInGraph | BadInput | ConsentMissing | NeedsReview | Forbidden]
    match error:
        case errors.UnknownNode():
            kind = NotInGraph
        case errors.BadInput():
            kind = BadInput
        case errors.ConsentMissing():
            kind = ConsentMissing
        case errors.NeedsReview():
            kind = NeedsReview
        case errors.AccessDenied():
            kind = Forbidden
        case errors.StoreFailure() | errors.StaleSnapshot():
            return Unavailable(
                code=error.code,
                message=error.message,
                remedy=error.remedy,
                retry_after_seconds=RETRY_AFTER_SECONDS,
            )
        case _:
            return None
    return kind(code=error.code, message=error.message, remedy=error.remedy)
