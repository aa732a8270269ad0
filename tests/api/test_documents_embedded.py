"""The sample library on the embedded store: loaded twice with one hash, asked as of two days, renewed in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from api.composition import compose
from api.embedding import semantics
from api.inquiry import Inquiry
from api.use_cases.documents import DocumentsQuestion, documents
from api.use_cases.edges import edges
from graph.audit import audit
from graph.content_hash import content_hash
from graph.embedded import open_embedded
from graph.neo4j_store import Neo4jStore
from graph.refresh import SnapshotSource
from graph.scope import CallerRole
from ingestion.documents import ingest_documents
from ingestion.sample import TENANT, ingest_sample
from ingestion.sample.documents import ingest_library, write_library
from tests.api.conftest import caller

EMPLOYEE = caller(CallerRole.EMPLOYEE, tenant=TENANT)


def now() -> datetime:
    return datetime(2026, 10, 1, 12, tzinfo=UTC)


@dataclass
class Service:
    store: Neo4jStore
    snapshots: SnapshotSource

    def inquiry(self) -> Inquiry:
        meaning = semantics()
        deps = compose(self.store, self.snapshots, staleness_bound_seconds=60.0, clock=now, semantics=meaning)
        return Inquiry(deps, EMPLOYEE)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    store = open_embedded(tmp_path_factory.mktemp("documents"))
    store.migrate()
    try:
        ingest_sample(store, clock=now, only={"org_units", "skills", "roles"})
        reports = ingest_library(store, clock=now)
        assert [(one.read, sum(one.quarantined.values()), one.waiting) for one in reports] == [(23, 0, 0), (12, 0, 0)]
        with SnapshotSource(store, clock=now, poll_seconds=60.0, staleness_seconds=3600.0) as snapshots:
            yield Service(store, snapshots)
    finally:
        store.close()


def test_the_version_of_the_day_is_quoted_and_every_edge_resolves(service: Service) -> None:
    question = "How many paid learning days do I get in a year?"
    today = documents(service.inquiry(), DocumentsQuestion(question)).answer
    earlier = documents(service.inquiry(), DocumentsQuestion(question, as_of=date(2025, 3, 1))).answer
    assert (today.hits[0].document.key.id, today.hits[0].current) == ("learning-and-development@2.0", True)
    assert "8 days of paid learning time" in today.hits[0].quote
    assert (earlier.hits[0].document.key.id, earlier.hits[0].current) == ("learning-and-development@1.3", False)
    assert "5 days of paid learning time" in earlier.hits[0].quote
    cited = [edge.edge_id for hit in (*today.hits, *earlier.hits) for edge in hit.evidence]
    assert all(view is not None for view in edges(service.inquiry(), cited))


def test_loading_again_leaves_the_graph_as_it_is_and_the_audit_finds_nothing(service: Service) -> None:
    before = content_hash(service.store, [TENANT])
    ingest_library(service.store, clock=now)
    assert content_hash(service.store, [TENANT]) == before
    assert list(audit(service.store, [TENANT])) == []


def test_a_new_version_that_the_snapshot_does_not_know_withholds_nothing_false(
    service: Service, tmp_path: Path
) -> None:
    """The corrected text is loaded after the snapshot was taken: the old quotation is not shown any more."""
    service.snapshots.current(TENANT)
    write_library(tmp_path)
    kept = tmp_path / "remote-work-2.0.md"
    text = kept.read_text("utf-8").replace("3 days a week", "4 days a week")
    for path in tmp_path.iterdir():
        path.unlink()
    kept.write_text(text.replace("language: en", "language: en\nupdated: 2026-09-01"), "utf-8")
    assert ingest_documents(service.store, tmp_path, TENANT, clock=now).clean
    question = DocumentsQuestion("How many days a week may I work from home?")
    answer = documents(service.inquiry(), question)
    assert "3 days a week" not in str(answer.answer)
    assert any(one.what == "passage" for one in answer.withheld)
    service.snapshots.refresh(TENANT)
    assert "4 days a week" in documents(service.inquiry(), question).answer.hits[0].quote
