"""A company of seven and a rival with the same ids, in a fake store. Everything a test asserts is written here.

Acme: Ann (analyst) and Abe report to Bob (lead), Bob to Cat. Dan offers mentoring. Eve agreed to nothing.
Fay agreed to everything and offers nothing. The rival has an Ann with the same number.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from graph.keys import NodeKey, Value, edge_id, payload_hash
from graph.store import EdgeRecord, NodeRecord
from ontology.model import REFERENCE_TENANT, load_ontology
from tests.api.fakes import FakeStore

ACME, RIVAL = "acme", "rival"
OBSERVED = datetime(2026, 1, 15, tzinfo=UTC)
ALL = ["career_path", "skill_gap", "mentor_match", "analytics"]
PEOPLE = {
    "E1": "Ann Arbor", "E2": "Bob Birch", "E3": "Cat Cedar", "E4": "Dan Dogwood", "E5": "Eve Elm", "E6": "Fay Fir",
    "E7": "Abe Alder",
}  # fmt: skip
SKILL_NAMES = {"s-sql": "SQL", "s-python": "Python", "s-lead": "Team leadership", "s-talk": "Presenting"}
ROLE_NAMES = {"r-analyst": "Data analyst", "r-engineer": "Data engineer", "r-lead": "Data lead"}


def pseudonym(person_id: str, tenant_id: str = ACME) -> str:
    """The pseudonym that the fixture gives a person."""
    return f"Person {payload_hash({'id': tenant_id + person_id})[:6]}"


class Company:
    """Writes nodes and edges with their blocks into a fake store."""

    def __init__(self) -> None:
        self.store = FakeStore(versions={ACME: 7, RIVAL: 3, REFERENCE_TENANT: 2})

    def node(self, tenant_id: str, label: str, node_id: str, **properties: Value) -> NodeKey:
        key = NodeKey(label, tenant_id, node_id)
        block: dict[str, Value] = {"tenant_id": tenant_id, "id": node_id}
        self.store.nodes[key] = NodeRecord(key, {**block, **properties})
        return key

    def edge(
        self,
        tenant_id: str,
        rel_type: str,
        start: NodeKey,
        end: NodeKey,
        qualifier: str | None = None,
        **properties: Value,
    ) -> str:
        key = edge_id(tenant_id, rel_type, start, end, qualifier)
        relationship = load_ontology().relationship(rel_type)
        scopes: Value = ["public"]
        if relationship.subject is not None:
            scopes = self.store.nodes[start].properties["scopes"]
        block: Mapping[str, Value] = {
            "edge_id": key, "tenant_id": tenant_id, "source_id": "feed", "source_record": f"feed:{start.id}",
            "source_count": 1, "observed_at": OBSERVED, "confidence": 0.9, "confidence_method": "noisy-or/1",
            "scopes": scopes, "review_state": "auto",
        }  # fmt: skip
        if qualifier is not None:
            block = {**block, "qualifier": qualifier}
        self.store.edge_records[key] = EdgeRecord(key, rel_type, start, end, {**block, **properties})
        return key

    def person(self, tenant_id: str, person_id: str, name: str, scopes: list[str]) -> NodeKey:
        return self.node(
            tenant_id,
            "Person",
            person_id,
            name=name,
            pseudonym=pseudonym(person_id, tenant_id),
            location="Hamburg",
            country="DE",
            time_zone="Europe/Berlin",
            languages=["de", "en"],
            hired_on=date(2020, 3, 1),
            scopes=scopes,
            scope_expiries=[""] * len(scopes),
        )


def acme() -> Company:
    """The two tenants and a little of the shared classifications."""
    company = Company()
    _reference(company)
    _tenant(company, ACME, PEOPLE)
    _tenant(company, RIVAL, {"E1": "Ann Rival", "E9": "Rita Rival"})
    return company


def _reference(company: Company) -> None:
    company.node(
        REFERENCE_TENANT, "Source", "feed", system="esco", dataset="ESCO", version="1.1.1", licence="free",
        attribution="This service uses the ESCO classification of the European Commission.", trust=0.95,
        synthetic=False,
    )  # fmt: skip
    role = company.node(REFERENCE_TENANT, "Role", "http://data/occupation/1", name="data scientist", scheme="esco")
    skill = company.node(
        REFERENCE_TENANT, "Skill", "http://data/skill/1", name="statistics", scheme="esco", kind="knowledge"
    )
    company.edge(REFERENCE_TENANT, "REQUIRES_SKILL", role, skill, essential=True, weight=1.0)


def _tenant(company: Company, tenant: str, people: Mapping[str, str]) -> None:
    company.node(
        tenant, "Source", "feed", system="hris", dataset=f"HR of {tenant}", version="1", licence=None, trust=0.9,
        synthetic=True,
    )  # fmt: skip
    skills = {
        one: company.node(tenant, "Skill", one, name=name, scheme="company", kind="skill")
        for one, name in SKILL_NAMES.items()
    }
    roles = {
        one: company.node(
            tenant, "Role", one, name=name, scheme="company", family="Data", level=level, pay_min=40_000.0 + level,
            pay_max=60_000.0 + level, currency="EUR", alt_labels=[f"{name} (m/f/d)"], locations=["Hamburg"],
        )
        for level, (one, name) in enumerate(ROLE_NAMES.items(), start=3)
    }  # fmt: skip
    course = company.node(
        tenant, "Course", "c-python", name="Python in a month", cost=500.0, currency="EUR", hours=40.0
    )
    company.edge(tenant, "TEACHES_SKILL", course, skills["s-python"], to_level=4.0)
    for role, skill, level in (
        ("r-analyst", "s-sql", 3.0), ("r-engineer", "s-sql", 3.0), ("r-engineer", "s-python", 3.0),
        ("r-lead", "s-python", 3.0), ("r-lead", "s-lead", 3.0),
    ):  # fmt: skip
        company.edge(tenant, "REQUIRES_SKILL", roles[role], skills[skill], essential=True, weight=1.0, min_level=level)
    company.edge(
        tenant, "TRANSITIONS_TO", roles["r-analyst"], roles["r-engineer"], observed_count=12, median_months=24.0
    )
    company.edge(tenant, "TRANSITIONS_TO", roles["r-engineer"], roles["r-lead"], observed_count=5, median_months=30.0)
    persons = {one: company.person(tenant, one, name, [] if one == "E5" else ALL) for one, name in people.items()}
    since = date(2023, 1, 1)
    for one, key in persons.items():
        role = {"E2": "r-lead", "E3": "r-lead", "E4": "r-engineer"}.get(one, "r-analyst")
        company.edge(tenant, "HOLDS_ROLE", key, roles[role], since.isoformat(), valid_from=since)
        company.edge(tenant, "HAS_SKILL", key, skills["s-sql"], level=4.0, last_used=date(2026, 5, 1))
    for below, above in (("E1", "E2"), ("E7", "E2"), ("E2", "E3")):
        if below in persons and above in persons:
            company.edge(tenant, "REPORTS_TO", persons[below], persons[above], since.isoformat(), valid_from=since)
    if "E4" in persons:
        company.edge(tenant, "HAS_SKILL", persons["E4"], skills["s-python"], level=5.0, last_used=date(2026, 5, 1))
        company.edge(tenant, "OFFERS_MENTORING", persons["E4"], skills["s-python"], capacity=2)
        company.edge(tenant, "INTERESTED_IN", persons["E4"], roles["r-lead"], strength=0.8)
        company.edge(tenant, "HAS_SKILL", persons["E6"], skills["s-python"], level=5.0, last_used=date(2026, 5, 1))
