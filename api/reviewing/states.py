"""What review makes of an answer: whether it is needed, why, and what was decided about answers that say the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from api.reviewing.rules import ReviewReason
from graph.keys import digest


class ReviewState(StrEnum):
    """Where an answer stands."""

    NOT_NEEDED = "not_needed"
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"


class ReviewDecision(StrEnum):
    """What a reviewer decides."""

    APPROVE = "approve"
    REJECT = "reject"


STATES = {ReviewDecision.APPROVE: ReviewState.APPROVED, ReviewDecision.REJECT: ReviewState.REJECTED}


@dataclass(frozen=True, slots=True)
class Review:
    """The state of an answer. ``fingerprint`` is the same for answers that say the same to the same question."""

    state: ReviewState = ReviewState.NOT_NEEDED
    reasons: tuple[ReviewReason, ...] = ()
    fingerprint: str = ""

    @property
    def holds_back(self) -> str | None:
        """Why a model's words may not be shown; None where they may."""
        match self.state:
            case ReviewState.PENDING:
                return "needs_review"
            case ReviewState.REJECTED:
                return "review_rejected"
            case _:
                return None


NO_REVIEW = Review()


def fingerprint(operation: str, subject: str, result_hash: str) -> str:
    """What a decision is about: question, person and result, whenever it is asked and by whom."""
    return digest("review", operation, subject, result_hash)
