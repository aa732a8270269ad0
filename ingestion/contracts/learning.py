"""Contracts of learning activity: completed courses and assessments."""

from __future__ import annotations

from pydantic import model_validator

from ingestion.contracts.base import Retractable, about, field_fault, needed, require_order, require_unless_removed
from ingestion.contracts.values import Day, Flag, Identifier, Level, Number


class CompletionRecord(Retractable):
    """One attempt at a course that ended on a day, passed or not. Each attempt is its own row."""

    person_id: Identifier = needed("The person.", "100237")
    course_id: Identifier = needed("The course.", "C-310")
    completed_on: Day = needed("Day on which the attempt ended.", "2025-11-14")
    passed: Flag = about("Whether the attempt was passed.", "true", default=True)
    score: Number | None = about("Score from 0 to 100.", "86", ge=0, le=100)
    expires_on: Day | None = about("Day on which it stops counting (recertification).", "2028-11-14")
    skill_id: Identifier | None = about("Skill in which the learning system records a level gained.", "SK-0042")
    level_gained: Level | None = about("That level, 0 to 5.", "3")

    @model_validator(mode="after")
    def _consistent(self) -> CompletionRecord:
        require_order(self, "completed_on", "expires_on")
        if (self.skill_id is None) != (self.level_gained is None):
            empty = "skill_id" if self.skill_id is None else "level_gained"
            raise field_fault(empty, "MISSING_FIELD", f"The field {empty} is empty.", "Fill in both or neither.")
        return self


class AssessmentRecord(Retractable):
    """A result of a person in an assessment of one skill, as a level or as a score that becomes one."""

    assessment_id: Identifier = needed("Identifier of the sitting in the source system.", "A-9001")
    person_id: Identifier = needed("The person.", "100237")
    skill_id: Identifier = needed("The skill: the company's, an ESCO URI or an O*NET element.", "SK-0042")
    taken_on: Day | None = about("Day of the assessment. Needed unless removed.", "2025-10-02")
    level: Level | None = about("Level reached, 0 to 5. Empty: 5 x score / max_score.", "")
    score: Number | None = about("Raw score.", "41", ge=0, le=1_000_000)
    max_score: Number | None = about("Highest possible raw score.", "50", gt=0, le=1_000_000)
    expires_on: Day | None = about("Day on which the result stops counting.", "2027-10-02")

    @model_validator(mode="after")
    def _consistent(self) -> AssessmentRecord:
        require_unless_removed(self, "taken_on")
        require_order(self, "taken_on", "expires_on")
        if self.score is not None and self.max_score is not None and self.score > self.max_score:
            raise field_fault("score", "OUT_OF_RANGE", "score is above max_score.", "Correct one of the two.")
        if not self.removed and self.measured_level is None:
            reason = "The row has neither a level nor a score with its maximum."
            raise field_fault("level", "MISSING_FIELD", reason, "Fill in level, or score and max_score.")
        return self

    @property
    def measured_level(self) -> float | None:
        """The level as stated, or the score mapped in proportion to the scale 0 to 5."""
        if self.level is not None or self.score is None or self.max_score is None:
            return self.level
        return 5 * self.score / self.max_score
