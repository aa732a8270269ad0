"""End to end: HR feeds into the embedded store, the snapshot behind, questions over HTTP, every citation resolved.

Two tenants load the same rows under their own names; a withdrawal arrives as a feed like any other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.composition import compose
from api.development_issuer import DevelopmentIssuer
from api.http import create_app
from api.principal import Principal
from api.readiness import Readiness
from graph.embedded import open_embedded
from graph.refresh import SnapshotSource
from graph.scope import CallerRole
from graph.store import GraphStore
from ingestion.hr import ingest_rows
from ingestion.sources import SourceDescription
from tests.api.conftest import caller
from tests.api.questions import EDGES_BY_ID, PURPOSES, QUESTIONS, SEARCH
from tests.api.test_answers import edge_ids

WHEN = "2026-09-01T08:00:00Z"
EVERYTHING = ["career_path", "skill_gap", "mentor_match", "analytics"]
COMPANIES = {
    "north": {"A": "Ada North", "B": "Ben North", "M": "Mia North"},
    "south": {"A": "Ada South", "M": "Mia South"},
}
SOURCE = SourceDescription(
    system="sample", dataset="Test company", version="1", licence="Apache-2.0", attribution="Made for a test.",
    trust=0.9, synthetic=True,
)  # fmt: skip


def rows(people: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    """The feeds of a company in which M holds what A lacks, offers it, and leads B."""
    skills = {"sql": "SQL", "python": "Python"}
    feeds: dict[str, list[dict[str, Any]]] = {
        "skills": [{"skill_id": one, "name": name, "kind": "skill"} for one, name in skills.items()],
        "roles": [
            {"role_id": one, "name": name, "family": "Data", "level": level}
            for level, (one, name) in enumerate({"analyst": "Data analyst", "engineer": "Data engineer"}.items(), 3)
        ],
        "role_skills": [
            {"role_id": "engineer", "skill_id": one, "essential": True, "weight": 1.0, "min_level": 3.0}
            for one in skills
        ]
        + [{"role_id": "analyst", "skill_id": "sql", "essential": True, "weight": 1.0, "min_level": 2.0}],
        "transitions": [
            {"from_role_id": "analyst", "to_role_id": "engineer", "observed_count": 7, "median_months": 20.0}
        ],
        "courses": [{"course_id": "PY", "name": "Python in a month", "hours": 40.0, "cost": 500.0, "currency": "EUR"}],
        "course_skills": [{"course_id": "PY", "skill_id": "python", "to_level": 3.5}],
        "people": [
            {"person_id": one, "name": name, "location": "Kiel", "country": "DE", "time_zone": "Europe/Berlin",
             "languages": ["de"], "hired_on": "2021-01-01"}
            for one, name in people.items()
        ],
        "employment": [
            {"employment_id": f"E-{one}", "person_id": one, "role_id": "engineer" if one == "M" else "analyst",
             "start_date": "2022-01-01", **({"manager_id": "M"} if one == "B" else {})}
            for one in people
        ],
        "person_skills": [
            {"person_id": one, "skill_id": "sql", "level": 4.0, "last_used": "2026-08-01"} for one in people
        ]
        + [{"person_id": "M", "skill_id": "python", "level": 5.0, "last_used": "2026-08-01"}],
        "mentor_offers": [{"person_id": "M", "skill_id": "python", "capacity": 2}],
    }  # fmt: skip
    stamped = {name: [{**row, "observed_at": WHEN} for row in found] for name, found in feeds.items()}
    consents = [consent(one, "granted", "2026-01-02T08:00:00Z", EVERYTHING) for one in people]
    return {**stamped, "consents": consents}


def consent(person: str, status: str, given_at: str, purposes: list[str]) -> dict[str, Any]:
    key = f"{person}-{status}-{given_at}"
    return {"consent_id": key, "person_id": person, "purposes": purposes, "status": status, "given_at": given_at}


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Running:
    """The service over the embedded store."""

    store: GraphStore
    snapshots: SnapshotSource
    client: TestClient
    issuer: DevelopmentIssuer

    def load(self, tenant: str, feed: str, found: list[dict[str, Any]]) -> None:
        report = ingest_rows(self.store, feed, found, tenant, file="test", clock=now, source=SOURCE)
        assert report.clean, report.as_dict()

    def ask(self, principal: Principal, query: str, variables: Mapping[str, Any]) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.issuer.sign(principal, now())}"}
        response = self.client.post("/graphql", json={"query": query, "variables": variables}, headers=headers)
        answer: dict[str, Any] = json.loads(response.content)
        assert "errors" not in answer, answer
        data: dict[str, Any] = answer["data"]
        return data


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder: Path = tmp_path_factory.mktemp("api-embedded")
    store = open_embedded(folder)
    try:
        store.migrate()
        snapshots = SnapshotSource(store, clock=now)
        deps = compose(store, snapshots, staleness_bound_seconds=300.0, clock=now)
        issuer = DevelopmentIssuer.in_directory(folder)
        app = create_app(deps, issuer.verifier(), readiness=Readiness(deps, list(COMPANIES)), issuer=issuer)
        with TestClient(app) as client:
            made = Running(store, snapshots, client, issuer)
            for tenant, people in COMPANIES.items():
                for feed, found in rows(people).items():
                    made.load(tenant, feed, found)
            assert client.get("/readyz").status_code == 200
            yield made
    finally:
        store.close()


def employee(tenant: str, person: str = "A") -> Principal:
    return caller(CallerRole.EMPLOYEE, person=person, tenant=tenant)


@pytest.mark.parametrize("tenant", COMPANIES)
def test_each_question_is_answered_and_every_citation_resolves(running: Running, tenant: str) -> None:
    for question, (document, _) in QUESTIONS.items():
        answer = running.ask(employee(tenant), document, {"input": {"targetRole": "engineer"}})[question]
        assert answer["__typename"].endswith("Answer"), answer
        assert answer["complete"] is True
        assert answer["subject"]["name"] == COMPANIES[tenant]["A"]
        cited = sorted(edge_ids(answer))
        assert cited
        for purpose in (None, PURPOSES[question]):
            resolved = running.ask(employee(tenant), EDGES_BY_ID, {"ids": cited, "purpose": purpose})["edges"]
            assert [edge["id"] for edge in resolved] == cited
            assert all(edge["assertions"] for edge in resolved)
            assert {one["source"]["dataset"] for edge in resolved for one in edge["assertions"]} == {"Test company"}


def test_what_the_answers_say(running: Running) -> None:
    gap = running.ask(employee("north"), QUESTIONS["skillGap"][0], {"input": {"targetRole": "engineer"}})["skillGap"]
    assert gap["coverage"] == 0.5
    python = next(item for item in gap["items"] if item["skill"]["name"] == "Python")
    assert python["status"] == "MISSING"
    assert [course["course"]["name"] for course in python["courses"]] == ["Python in a month"]
    assert any("Ada North" in sentence["text"] for sentence in python["sentences"])
    document = QUESTIONS["mentorMatch"][0]
    mentors = running.ask(employee("north"), document, {"input": {"targetRole": "engineer"}})["mentorMatch"]
    assert [one["mentor"]["name"] for one in mentors["candidates"]] == ["Mia North"]


@pytest.mark.parametrize(("tenant", "other"), [("north", "south"), ("south", "north")])
def test_tenants_never_meet(running: Running, tenant: str, other: str) -> None:
    document = QUESTIONS["mentorMatch"][0]
    theirs = running.ask(employee(other), document, {"input": {"skills": ["python"]}})
    foreign = sorted(edge_ids(theirs))
    assert foreign
    found = running.ask(employee(tenant), EDGES_BY_ID, {"ids": foreign})["edges"]
    assert {edge["code"] for edge in found} == {"NOT_IN_GRAPH"}
    coach = caller(CallerRole.COACH, tenant=tenant)
    name = COMPANIES[other]["A"]
    assert name not in str(running.ask(coach, SEARCH, {"input": {"text": name}}))
    assert other not in str(running.ask(coach, "{ about { snapshot { version } } sources { dataset } }", {}))


def test_a_manager_sees_the_line_and_an_employee_does_not(running: Running) -> None:
    document = QUESTIONS["skillGap"][0]
    manager = caller(CallerRole.MANAGER, person="M", tenant="north")
    asked = {"input": {"targetRole": "engineer", "person": "B"}}
    assert running.ask(manager, document, asked)["skillGap"]["subject"]["name"] == "Ben North"
    assert running.ask(employee("north"), document, asked)["skillGap"]["code"] == "FORBIDDEN"
    assert (
        running.ask(manager, document, {"input": {**asked["input"], "person": "A"}})["skillGap"]["code"] == "FORBIDDEN"
    )


def test_a_withdrawal_counts_before_the_snapshot_knows(running: Running) -> None:
    document = QUESTIONS["mentorMatch"][0]
    asked = {"input": {"skills": ["python"]}}
    assert running.ask(employee("south"), document, asked)["mentorMatch"]["candidates"]
    before = running.snapshots.current("south")
    running.load("south", "consents", [consent("M", "withdrawn", "2026-09-02T08:00:00Z", ["mentor_match"])])
    answer = running.ask(employee("south"), document, asked)["mentorMatch"]
    assert running.snapshots.current("south") is before
    assert answer["candidates"] == []
    running.load("south", "consents", [consent("A", "withdrawn", "2026-09-02T08:00:00Z", ["mentor_match"])])
    assert running.ask(employee("south"), document, asked)["mentorMatch"]["code"] == "CONSENT_MISSING"
    running.snapshots.refresh("south")
    assert running.ask(employee("south"), document, asked)["mentorMatch"]["code"] == "CONSENT_MISSING"
    gap = QUESTIONS["skillGap"][0]
    assert running.ask(employee("south"), gap, {"input": {"targetRole": "engineer"}})["skillGap"]["complete"] is True
