"""Contracts of what people can do, want and offer: skills, interests, mentoring."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from ingestion.contracts.base import Retractable, about, field_fault, needed, require_order, require_unless_removed
from ingestion.contracts.values import Day, Identifier, Level, Number, Share, Whole


class PersonSkillRecord(Retractable):
    """A statement that a person holds a skill; several sources and methods may speak of the same skill."""

    person_id: Identifier = needed("The person.", "100237")
    skill_id: Identifier = needed("The skill: the company's, an ESCO URI or an O*NET element.", "SK-0042")
    level: Level | None = about("Proficiency: 1 awareness, 2 basic, 3 working, 4 advanced, 5 expert.", "3.5")
    method: Literal["self_declared", "manager", "import", "inferred"] = about(
        "Who says so: the person, the manager, a system, or a rule.", "manager", default="import"
    )
    last_used: Day | None = about("Last time the skill was used.", "2026-01-31")
    years: Number | None = about("Years of practice.", "6", ge=0, le=70)
    confidence: Share | None = about("Confidence in this one statement. Empty: by its method.", "0.8")


class InterestRecord(Retractable):
    """A role or skill that a person would like to reach. Give one of the two."""

    person_id: Identifier = needed("The person.", "100237")
    role_id: Identifier | None = about("The role: the company's, an ESCO URI or an O*NET-SOC code.", "R-0200")
    skill_id: Identifier | None = about("The skill: the company's, an ESCO URI or an O*NET element.", "")
    strength: Share | None = about("How strongly, from 0 to 1.", "0.7")

    @model_validator(mode="after")
    def _one_target(self) -> InterestRecord:
        if (self.role_id is None) == (self.skill_id is None):
            reason = "An interest names either a role or a skill."
            raise field_fault("role_id", "NOT_EXACTLY_ONE", reason, "Fill exactly one of role_id and skill_id.")
        return self


class MentorOfferRecord(Retractable):
    """A skill in which a person offers to mentor others."""

    person_id: Identifier = needed("The mentor.", "100237")
    skill_id: Identifier = needed("The skill: the company's, an ESCO URI or an O*NET element.", "SK-0042")
    capacity: Whole | None = about("How many mentees at a time in all.", "2", ge=0, le=50)
    active: Whole | None = about("How many mentees they have now in all.", "1", ge=0, le=50)
    finished: Whole | None = about("How many mentorships they have brought to an end in all.", "4", ge=0, le=250)
    rating: Number | None = about("How those they mentored rated them on average, 1 to 5.", "4.5", ge=1, le=5)
    valid_from: Day | None = about("First day of the offer.", "2026-01-01")
    valid_to: Day | None = about("Last day of the offer. Empty: open.", "2026-12-31")

    @model_validator(mode="after")
    def _consistent(self) -> MentorOfferRecord:
        require_unless_removed(self, "capacity")
        require_order(self, "valid_from", "valid_to")
        return self


class KeptApartRecord(Retractable):
    """Two people who must not be matched as mentor and mentee, whichever way round. No reason is kept."""

    person_id: Identifier = needed("One of the two.", "100237")
    other_id: Identifier = needed("The other.", "100412")

    @model_validator(mode="after")
    def _two_people(self) -> KeptApartRecord:
        if self.person_id == self.other_id:
            reason = "Nobody can be kept apart from themselves."
            raise field_fault("other_id", "SELF_REFERENCE", reason, "Name two people.")
        return self
