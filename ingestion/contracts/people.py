"""Contracts of people and their employment history."""

from __future__ import annotations

from pydantic import model_validator

from ingestion.contracts.base import FeedRecord, Retractable, about, field_fault, needed, require_order
from ingestion.contracts.values import Country, Day, Identifier, Label, Languages, TimeZone, WeeklyTimes


class PersonRecord(FeedRecord):
    """An employee or candidate, known by the identifier of the HR system."""

    person_id: Identifier = needed("Identifier of the person in the HR system.", "100237")
    name: Label | None = about(
        "Display name. Leave it out if names shall not enter the graph: the pseudonym is used.", "Ana Example"
    )
    location: Label | None = about("Work location (city).", "Hamburg")
    country: Country | None = about("Country of the work location (ISO 3166-1 alpha-2).", "DE")
    time_zone: TimeZone | None = about("Time zone of the work location (IANA).", "Europe/Berlin")
    languages: Languages = about("Languages the person works in (BCP 47).", "de|en", default=())
    weekly_hours: WeeklyTimes = about(
        "Weekly times in which the person can meet a mentor or mentee, in their time zone.",
        "MON 09:00-12:30|THU 13:00-17:00",
        default=(),
    )
    hired_on: Day | None = about("First day of employment.", "2019-04-01")
    left_on: Day | None = about("Last day of employment. Empty: still employed.", "2026-06-30")

    @model_validator(mode="after")
    def _period(self) -> PersonRecord:
        require_order(self, "hired_on", "left_on")
        return self


class EmploymentRecord(Retractable):
    """A role that a person holds or held, in which unit and under which manager. Periods may overlap or leave gaps."""

    employment_id: Identifier | None = about(
        "Identifier of the row in the HR system; lets dates and roles be corrected later. "
        "Empty: person, role and start_date identify the row.",
        "E-55310",
    )
    person_id: Identifier = needed("The person.", "100237")
    role_id: Identifier = needed("The role: the company's, an ESCO URI or an O*NET-SOC code.", "R-0107")
    start_date: Day = needed("First day in the role.", "2022-09-01")
    end_date: Day | None = about("Last day in the role. Empty: still held.", "2025-12-31")
    org_unit_id: Identifier | None = about("The unit the person belonged to.", "OU-12")
    manager_id: Identifier | None = about("The person they reported to.", "100101")
    location: Label | None = about("Where the role was held.", "Hamburg")
    employer: Label | None = about("Employer of a role held elsewhere. Empty: this company.", "Example Utilities")

    @model_validator(mode="after")
    def _consistent(self) -> EmploymentRecord:
        require_order(self, "start_date", "end_date")
        if self.manager_id == self.person_id:
            reason = "A person cannot report to themselves."
            raise field_fault("manager_id", "SELF_REFERENCE", reason, "Name the manager or leave it empty.")
        return self
