"""Scope: for whom and for what a read is made. No read of people's data without one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ontology.model import REFERENCE_TENANT


class Purpose(StrEnum):
    """Why data is read. The first five may stand in an edge's ``scopes``; governance is for audit and export."""

    CAREER_PATH = "career_path"
    SKILL_GAP = "skill_gap"
    MENTOR_MATCH = "mentor_match"
    ANALYTICS = "analytics"
    PUBLIC = "public"
    GOVERNANCE = "governance"


class CallerRole(StrEnum):
    """What a caller is in the organisation; one caller may be several."""

    EMPLOYEE = "employee"
    MANAGER = "manager"
    COACH = "coach"
    PLANNER = "planner"
    AUDITOR = "auditor"
    SERVICE = "service"
    ADMIN = "admin"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who reads: the token's subject, their roles, and the person they are in the graph, if any."""

    subject: str
    roles: frozenset[CallerRole]
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Tenant, purpose and viewer of a read. ``as_of`` reads the graph as it was valid at that moment."""

    tenant_id: str
    purpose: Purpose
    viewer: Viewer
    as_of: datetime | None = None

    @property
    def tenants(self) -> tuple[str, str]:
        """The tenants this scope may see: its own and the shared classifications."""
        return (self.tenant_id, REFERENCE_TENANT)
