"""Contract of identity: two identifiers are one person, or are not. Nothing is guessed; a name is no evidence."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from ingestion.contracts.base import FeedRecord, about, field_fault, needed
from ingestion.contracts.values import Identifier, Share


class IdentityRecord(FeedRecord):
    """Two identifiers are one person, or two. A stronger method outweighs a weaker one, else the newest row counts."""

    person_id: Identifier = needed("The identifier that is linked.", "LMS-4711")
    same_as: Identifier = needed("The identifier under which the person is led.", "100237")
    state: Literal["same", "separate"] = about(
        "same: one person. separate: two, whichever of the two was named first.", "same", default="same"
    )
    method: Literal["hr_decision", "verified_document", "import", "email_match"] = about(
        "How it is known, strongest first: HR decided, a document was checked, a system says so, addresses match.",
        "hr_decision",
        default="import",
    )
    confidence: Share | None = about("Confidence in this one statement. Empty: by its method.", "0.95")
    identifier_system: Identifier | None = about("System that person_id comes from.", "docebo")

    @model_validator(mode="after")
    def _two_identifiers(self) -> IdentityRecord:
        if self.person_id == self.same_as:
            reason = "An identifier cannot be linked to itself."
            raise field_fault("same_as", "SELF_REFERENCE", reason, "Name two identifiers.")
        return self

    @property
    def removed(self) -> bool:
        """Whether the row parts the two: it takes the link back."""
        return self.state == "separate"
