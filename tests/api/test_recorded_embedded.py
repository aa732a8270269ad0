"""Recorded answers on the embedded store: a feed changes, and what was said before is accounted for."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from api.composition import compose
from api.inquiry import Inquiry
from api.past import as_of
from api.principal import Principal
from api.recording.book import AnswerBook, BookRules
from api.use_cases.answered import Answered
from api.use_cases.lineage import LineageQuestion, lineage
from api.use_cases.replay import Outcome, replay
from api.use_cases.skill_gap import SkillGapQuestion, skill_gap
from api.use_cases.stale_answers import stale_answers
from api.use_cases.verify_answer import Standing, verify_answer
from graph.answer_chain import audit_chain
from graph.answer_entries import Seal
from graph.answer_log import StoredAnswerLog
from graph.embedded import open_embedded
from graph.neo4j_store import Neo4jStore
from graph.refresh import SnapshotSource
from graph.scope import CallerRole
from ingestion.hr import ingest_rows
from ontology.errors import SnapshotNotKept
from reasoning.answers import SkillGapAnswer
from tests.api.conftest import AUDITOR, caller
from tests.api.test_embedded import SOURCE, rows

TENANT = "north"
ADA = caller(CallerRole.EMPLOYEE, person="A", tenant=TENANT)
CHECKER = replace(AUDITOR, tenant_id=TENANT)


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Service:
    """The use cases over the embedded store, with a book that writes into it."""

    store: Neo4jStore
    snapshots: SnapshotSource
    book: AnswerBook

    def inquiry(self, who: Principal) -> Inquiry:
        deps = compose(self.store, self.snapshots, staleness_bound_seconds=60.0, clock=now, answers=self.book)
        return Inquiry(deps, who)

    def load(self, feed: str, found: list[dict[str, Any]]) -> None:
        report = ingest_rows(self.store, feed, found, TENANT, file="test", clock=now, source=SOURCE)
        assert report.clean, report.as_dict()
        self.snapshots.refresh(TENANT)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder: Path = tmp_path_factory.mktemp("recorded")
    store = open_embedded(folder / "store")
    try:
        store.migrate()
        with SnapshotSource(
            store, clock=now, directory=folder / "snapshots", persist_seconds=3600, kept=9
        ) as snapshots:
            seal = Seal(b"a secret of the tests")
            ids = (f"answer-{number}" for number in itertools.count(1))
            book = AnswerBook(
                StoredAnswerLog(store, seal), seal, clock=now, new_id=lambda: next(ids), service="1",
                rules=BookRules("open"), keep=snapshots.keep,
            )  # fmt: skip
            made = Service(store, snapshots, book)
            for feed, found in rows({"A": "Ada North", "M": "Mia North"}).items():
                made.load(feed, found)
            yield made
            book.close()
    finally:
        store.close()


def levels(found: Answered[SkillGapAnswer]) -> dict[str, float | None]:
    return {item.skill.caption: item.required_level for item in found.answer.items}


def test_a_feed_changes_and_every_answer_before_it_is_accounted_for(service: Service) -> None:
    answer_id = skill_gap(service.inquiry(ADA), SkillGapQuestion("engineer")).answer_id
    assert answer_id is not None
    assert verify_answer(service.inquiry(ADA), answer_id).holds
    assert stale_answers(service.inquiry(CHECKER)).answers == ()
    before, moment = service.snapshots.current(TENANT).version, now()

    harder = {"role_id": "engineer", "skill_id": "python", "essential": True, "weight": 1.0, "min_level": 4.5}
    service.load("role_skills", [{**harder, "observed_at": "2026-10-01T08:00:00Z"}])
    assert service.snapshots.current(TENANT).version.tenant > before.tenant

    found = verify_answer(service.inquiry(ADA), answer_id)
    changed = [one for one in found.claims if one.standing is Standing.CHANGED]
    assert {("required", 3.0, 4.5), ("min_level", 3.0, 4.5)} <= {
        (each.name, each.before, each.now) for one in changed for each in one.changes
    }
    assert any(one.now is not None and "level 4.5" in one.now and "Ada North" in one.now for one in changed)
    assert any(one.standing is Standing.HOLDS for one in found.claims)

    (stale,) = stale_answers(service.inquiry(CHECKER)).answers
    assert stale.answer_id == answer_id
    (edge,) = stale.edges
    assert (edge.rel_type, edge.gone, edge.names) == ("REQUIRES_SKILL", False, ("min_level",))

    again = replay(service.inquiry(ADA), answer_id)
    assert again.outcome is Outcome.SAME
    assert any("level 3" in str(one.text) for one in again.sentences)
    assert not any("4.5" in str(one.text) for one in again.sentences)

    past = skill_gap(as_of(service.inquiry(ADA), moment), SkillGapQuestion("engineer"))
    present = skill_gap(service.inquiry(ADA), SkillGapQuestion("engineer"))
    assert [levels(one) for one in (past, present)] == [{"SQL": 3.0, "Python": 3.0}, {"SQL": 3.0, "Python": 4.5}]
    assert past.withheld == present.withheld == ()
    assert len(past.sentences) == len(past.claims)
    assert past.state.version == before
    with pytest.raises(SnapshotNotKept):
        as_of(service.inquiry(ADA), datetime(2020, 1, 1, tzinfo=UTC))

    used = lineage(service.inquiry(CHECKER), LineageQuestion(edge=edge.edge_id))
    assert [use.answer_id for use in used.uses] == [present.answer_id, past.answer_id, answer_id]
    assert [(one.record, one.observed_at[:10]) for one in used.statements] == [
        ("role_skills:engineer|python", "2026-10-01"),
        ("role_skills:engineer|python", "2026-09-01"),
    ]
    assert {one.ingest_run for one in used.statements} == {run.id for run in used.runs}
    assert {run.feed for run in used.runs} == {"role_skills"}

    by_record = lineage(service.inquiry(CHECKER), LineageQuestion(record=used.statements[0].record))
    assert {one.id for one in by_record.statements} == {one.id for one in used.statements}
    assert by_record.uses == used.uses

    by_source = lineage(service.inquiry(CHECKER), LineageQuestion(source=used.statements[0].source_id))
    assert by_source.counts is not None
    assert by_source.counts["REQUIRES_SKILL"] == 3
    assert answer_id in {use.answer_id for use in by_source.uses}
    assert len(by_source.runs) >= 10

    report = audit_chain(service.book.log, TENANT, service.book.seal)
    assert (report.entries, report.findings) == (3, ())


def test_a_withdrawn_consent_hides_what_was_said(service: Service) -> None:
    answer_id = skill_gap(service.inquiry(ADA), SkillGapQuestion("engineer")).answer_id
    assert answer_id is not None
    withdrawn = {"consent_id": "w", "person_id": "A", "purposes": ["skill_gap"], "status": "withdrawn"}
    service.load("consents", [{**withdrawn, "given_at": "2026-10-02T08:00:00Z"}])
    try:
        found = verify_answer(service.inquiry(ADA), answer_id)
        personal = [one for one in found.claims if "person" in one.claim.slots]
        assert personal
        assert {one.standing for one in personal} == {Standing.HIDDEN}
        assert {one.text for one in personal} == {None}
    finally:
        service.load("consents", [{**withdrawn, "consent_id": "g", "status": "granted", "given_at": WHEN_AGAIN}])


WHEN_AGAIN = "2026-10-03T08:00:00Z"


def test_a_log_under_load_loses_nothing_and_stays_one_chain(service: Service) -> None:
    before = service.book.log.end(TENANT).sequence
    failed: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(5):
                skill_gap(service.inquiry(ADA), SkillGapQuestion("engineer"))
        except BaseException as error:  # shown below
            failed.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert service.book.flush(20)
    report = audit_chain(service.book.log, TENANT, service.book.seal)
    assert (report.end.sequence - before, report.findings) == (20, ())
    assert service.book.state().lost == 0


def test_retention_deletes_what_is_due(service: Service) -> None:
    log = service.book.log
    log.drop_before(TENANT, now() - timedelta(days=1))
    kept = log.end(TENANT)
    assert kept.anchor_sequence == 0
    dropped = log.drop_before(TENANT, now() + timedelta(days=1))
    assert dropped == kept.sequence
    assert audit_chain(log, TENANT, service.book.seal).findings == ()
