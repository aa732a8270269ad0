"""Contract of consent: a person says yes or no to purposes at a moment. Events are added, never changed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from ingestion.contracts.base import FeedRecord, about, field_fault, needed
from ingestion.contracts.values import Identifier, Label, Moment, split_items

Purpose = Literal["career_path", "skill_gap", "mentor_match", "analytics"]
Purposes = Annotated[tuple[Purpose, ...], Field(min_length=1), BeforeValidator(split_items)]


class ConsentRecord(FeedRecord):
    """A grant or a withdrawal. The latest event of a person and purpose counts; a withdrawal wins ties."""

    consent_id: Identifier | None = about(
        "Identifier of the event in the source system. Empty: person, purposes, status and given_at identify it.",
        "CN-7781",
    )
    person_id: Identifier = needed("The person.", "100237")
    purposes: Purposes = needed("Purposes concerned.", "career_path|skill_gap|mentor_match")
    status: Literal["granted", "withdrawn"] = needed("granted or withdrawn.", "granted")
    given_at: Moment = needed("When the person said so.", "2026-01-05T09:12:00Z")
    expires_at: Moment | None = about("When a grant ends by itself.", "2028-01-05T00:00:00Z")
    text_version: Label | None = about("Version of the notice the person saw.", "2026-01")

    @model_validator(mode="after")
    def _consistent(self) -> ConsentRecord:
        if self.expires_at is not None and self.expires_at <= self.given_at:
            reason = "expires_at does not lie after given_at."
            raise field_fault("expires_at", "END_BEFORE_START", reason, "Correct one of the two.")
        return self
