"""Who the sample company is, and the employee its story is told with. Constants only."""

from __future__ import annotations

from dataclasses import dataclass

TENANT = "northlight"
"""Tenant under which the sample company is loaded."""

COMPANY = "Northlight Energy"
"""Name of the sample company."""


@dataclass(frozen=True, slots=True)
class Flagship:
    """The employee of the demo: the questions about them have rich answers under every seed."""

    person_id: str
    target_role_id: str
    story: str


FLAGSHIP = Flagship(
    person_id="NE-0042",
    target_role_id="grid-data-scientist",
    story="From solar technician to data analyst; wants to become a grid data scientist and perhaps lead later.",
)
"""Inês Guerreiro (see docs/sample-company.md)."""
