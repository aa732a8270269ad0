"""Contracts of the company's own skill catalogue."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from ingestion.contracts.base import FeedRecord, Retractable, about, field_fault, needed
from ingestion.contracts.values import Identifier, Label, Labels, Number, Share, Text

Match = Literal["exact", "close", "broad", "narrow"]


class SkillRecord(FeedRecord):
    """A skill, field of knowledge, ability, language or attitude of the company's catalogue."""

    skill_id: Identifier = needed("Identifier of the skill in the company.", "SK-0042")
    name: Label = needed("Preferred name.", "Wind turbine maintenance")
    kind: Literal["skill", "knowledge", "ability", "language", "attitude"] = about(
        "What sort of skill it is.", "skill", default="skill"
    )
    description: Text | None = about("What the skill is.", "Inspects and repairs wind turbines.")
    alt_labels: Labels = about("Other names.", "Turbine servicing|WTG maintenance", default=())
    half_life_months: Number | None = about(
        "Months after which an unused level counts half. Empty: the default of its kind.", "48", ge=1, le=1200
    )
    esco_uri: Identifier | None = about(
        "ESCO skill that it matches.", "http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000001"
    )
    esco_match: Match = about("How well it matches (SKOS); broad: the ESCO skill is broader.", "close", default="close")
    onet_element_id: Identifier | None = about("O*NET element that it matches.", "2.B.3.l")
    onet_match: Match = about("How well it matches (SKOS).", "broad", default="close")
    match_confidence: Share | None = about("How sure the matches are, from 0 to 1.", "0.9")


class SkillRelationRecord(Retractable):
    """How two skills of the catalogue hang together, read from the first to the second."""

    skill_id: Identifier = needed("The company's skill that the row speaks of.", "SK-0042")
    relation: Literal["broader", "related", "essential", "optional"] = needed(
        "broader: the other skill is broader; related: they are near; essential or optional: the other skill is "
        "needed or useful for the first.",
        "broader",
    )
    other_skill_id: Identifier = needed("The other skill: the company's, an ESCO URI or an O*NET element.", "SK-0007")

    @model_validator(mode="after")
    def _two_skills(self) -> SkillRelationRecord:
        if self.skill_id == self.other_skill_id:
            reason = "A skill cannot be related to itself."
            raise field_fault("other_skill_id", "SELF_REFERENCE", reason, "Name another skill.")
        return self
