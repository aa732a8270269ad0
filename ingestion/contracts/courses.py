"""Contracts of the course catalogue: the courses and what they teach."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from ingestion.contracts.base import FeedRecord, Retractable, about, field_fault, needed, require_unless_removed
from ingestion.contracts.values import (
    Currency,
    Days,
    Identifier,
    Identifiers,
    Label,
    Language,
    Level,
    Number,
    Text,
    Whole,
)


class CourseRecord(FeedRecord):
    """A course, programme or other learning offer."""

    course_id: Identifier = needed("Identifier of the course in the learning system.", "C-310")
    name: Label = needed("Title.", "Power systems protection")
    description: Text | None = about("What it covers.", "Relays, fault analysis, coordination studies.")
    provider: Label | None = about("Who offers it.", "Grid Academy")
    cost: Number | None = about("Price for one participant.", "1200", ge=0, le=1_000_000)
    currency: Currency | None = about("Currency of the cost (ISO 4217). Needed when there is a cost.", "EUR")
    hours: Number | None = about("Hours of work for one participant.", "24", ge=0, le=10_000)
    modality: Literal["online", "classroom", "blended", "on_the_job"] | None = about("How it is taught.", "blended")
    language: Language | None = about("Language of instruction (BCP 47).", "en")
    starts_on: Days = about("Start days. Empty: any day.", "2026-03-02|2026-09-07", default=())
    capacity: Whole | None = about("Seats per start.", "16", ge=0, le=100_000)
    prerequisites: Identifiers = about("Courses that must be passed first.", "C-101|C-204", default=())

    @model_validator(mode="after")
    def _consistent(self) -> CourseRecord:
        if self.cost and self.currency is None:
            raise field_fault("currency", "MISSING_FIELD", "A cost needs its currency.", "Fill in the currency.")
        if self.course_id in self.prerequisites:
            reason = "A course cannot be its own prerequisite."
            raise field_fault("prerequisites", "SELF_REFERENCE", reason, "Remove it from the list.")
        return self


class CourseSkillRecord(Retractable):
    """A level of a skill that a course leads to."""

    course_id: Identifier = needed("The course.", "C-310")
    skill_id: Identifier = needed("The skill: the company's, an ESCO URI or an O*NET element.", "SK-0042")
    to_level: Level | None = about("Level reached by who passes, 0 to 5. Needed unless removed.", "3")

    @model_validator(mode="after")
    def _stated(self) -> CourseSkillRecord:
        require_unless_removed(self, "to_level")
        return self
