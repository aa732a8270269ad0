"""Contracts of job postings and what they ask for."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from ingestion.contracts.base import (
    FeedRecord,
    Retractable,
    about,
    needed,
    require_order,
    require_pay_order,
    require_unless_removed,
)
from ingestion.contracts.values import Currency, Day, Flag, Identifier, Label, Level, Money, Share


class PostingRecord(FeedRecord):
    """An opening that was advertised. A later row with another status closes or reopens it."""

    posting_id: Identifier = needed("Identifier of the posting in the applicant tracking system.", "P-2210")
    name: Label = needed("Title of the posting.", "Grid Engineer (m/f/d)")
    role_id: Identifier | None = about("The role: the company's, an ESCO URI or an O*NET-SOC code.", "R-0107")
    org_unit_id: Identifier | None = about("The unit that has the opening.", "OU-12")
    status: Literal["open", "closed"] = about("Whether it is open.", "open", default="open")
    internal: Flag | None = about("Whether only employees may apply.", "false")
    location: Label | None = about("Where the work is.", "Hamburg")
    opened_on: Day = needed("First day.", "2026-01-12")
    closed_on: Day | None = about("Last day.", "2026-03-31")
    pay_min: Money | None = about("Lower end of the yearly pay offered.", "60000")
    pay_max: Money | None = about("Upper end of the yearly pay offered.", "76000")
    currency: Currency | None = about("Currency of the pay (ISO 4217).", "EUR")

    @model_validator(mode="after")
    def _consistent(self) -> PostingRecord:
        require_order(self, "opened_on", "closed_on")
        require_pay_order(self)
        return self


class PostingSkillRecord(Retractable):
    """A skill that a posting asks for. Leave out what is said of the company or in every posting."""

    posting_id: Identifier = needed("The posting.", "P-2210")
    skill_id: Identifier = needed("The skill: the company's, an ESCO URI or an O*NET element.", "SK-0042")
    essential: Flag | None = about("true: essential; false: optional. Needed unless removed.", "true")
    weight: Share | None = about("Importance from 0 to 1. Empty: 1 for essential, 0.5 for optional.", "0.9")
    min_level: Level | None = about("Level asked for, 0 to 5.", "3")

    @model_validator(mode="after")
    def _stated(self) -> PostingSkillRecord:
        require_unless_removed(self, "essential")
        return self
