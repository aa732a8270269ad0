"""Contract of the organisation: units and how they nest."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from ingestion.contracts.base import FeedRecord, about, field_fault, needed
from ingestion.contracts.values import Identifier, Label


class OrgUnitRecord(FeedRecord):
    """A division, department or team."""

    org_unit_id: Identifier = needed("Identifier of the unit in the HR system.", "OU-12")
    name: Label = needed("Name of the unit.", "Grid Services North")
    kind: Literal["company", "division", "department", "team"] | None = about("What sort of unit it is.", "department")
    location: Label | None = about("Main location.", "Hamburg")
    parent_id: Identifier | None = about("The larger unit it belongs to. Empty: it is at the top.", "OU-1")

    @model_validator(mode="after")
    def _not_inside_itself(self) -> OrgUnitRecord:
        if self.parent_id == self.org_unit_id:
            reason = "A unit cannot be part of itself."
            raise field_fault("parent_id", "SELF_REFERENCE", reason, "Name the larger unit or leave it empty.")
        return self
