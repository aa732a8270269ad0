"""Contracts of the company's roles: the roles, what they ask for, how people move between them."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from ingestion.contracts.base import (
    FeedRecord,
    Retractable,
    about,
    field_fault,
    needed,
    require_pay_order,
    require_unless_removed,
)
from ingestion.contracts.skills import Match
from ingestion.contracts.values import (
    Currency,
    Flag,
    Identifier,
    Label,
    Labels,
    Level,
    Money,
    Number,
    Share,
    Text,
    Whole,
)


class RoleRecord(FeedRecord):
    """A job that people in the company hold."""

    role_id: Identifier = needed("Identifier of the role in the company.", "R-0107")
    name: Label = needed("Title of the role.", "Senior Grid Engineer")
    family: Label | None = about("Job family.", "Grid operations")
    level: Whole | None = about("Seniority from 1 (entry) to 8 (executive).", "4", ge=1, le=8)
    track: Literal["individual", "management"] | None = about("Career track.", "individual")
    job_zone: Whole | None = about("O*NET job zone from 1 to 5.", "4", ge=1, le=5)
    description: Text | None = about("What the role does.", "Plans and reviews grid connections.")
    alt_labels: Labels = about("Other titles.", "Grid connection engineer", default=())
    pay_min: Money | None = about("Lower end of the yearly pay band.", "62000")
    pay_max: Money | None = about("Upper end of the yearly pay band.", "81000")
    currency: Currency | None = about("Currency of the pay band (ISO 4217).", "EUR")
    locations: Labels = about("Where the company has this role.", "Hamburg|Lyon", default=())
    esco_uri: Identifier | None = about(
        "ESCO occupation that it matches.", "http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000002"
    )
    esco_match: Match = about(
        "How well it matches (SKOS); broad: the ESCO occupation is broader.", "close", default="close"
    )
    onet_soc_code: Identifier | None = about("O*NET-SOC occupation that it matches.", "17-2071.00")
    onet_match: Match = about("How well it matches (SKOS).", "broad", default="close")
    match_confidence: Share | None = about("How sure the matches are, from 0 to 1.", "0.9")

    @model_validator(mode="after")
    def _pay(self) -> RoleRecord:
        require_pay_order(self)
        return self


class RoleSkillRecord(Retractable):
    """A skill that a role asks for."""

    role_id: Identifier = needed("The company's role.", "R-0107")
    skill_id: Identifier = needed("The skill: the company's, an ESCO URI or an O*NET element.", "SK-0042")
    essential: Flag | None = about("true: essential; false: optional. Needed unless removed.", "true")
    weight: Share | None = about("Importance from 0 to 1. Empty: 1 for essential, 0.5 for optional.", "0.8")
    min_level: Level | None = about("Level asked for, 0 to 5.", "3")

    @model_validator(mode="after")
    def _stated(self) -> RoleSkillRecord:
        require_unless_removed(self, "essential")
        return self


class TransitionRecord(Retractable):
    """How often people moved from one role to another."""

    from_role_id: Identifier = needed("The company's role they left.", "R-0101")
    to_role_id: Identifier = needed("The role they took: the company's, an ESCO URI or an O*NET-SOC code.", "R-0107")
    observed_count: Whole | None = about("How many moves were observed.", "12", ge=0, le=10_000_000)
    median_months: Number | None = about("Median months in the first role before the move.", "31", ge=0, le=600)

    @model_validator(mode="after")
    def _two_roles(self) -> TransitionRecord:
        if self.from_role_id == self.to_role_id:
            reason = "A move cannot lead back to the same role."
            raise field_fault("to_role_id", "SELF_REFERENCE", reason, "Name another role.")
        return self
