"""On every back end: a question is asked, two identifiers are joined, it is asked, they are parted, it is asked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from api.composition import compose
from api.inquiry import Inquiry
from api.principal import Principal
from api.recording.book import AnswerBook, BookRules
from api.use_cases.answered import Answered
from api.use_cases.edges import edges
from api.use_cases.replay import Outcome, replay
from api.use_cases.skill_gap import SkillGapQuestion, skill_gap
from api.use_cases.stale_answers import stale_answers
from api.use_cases.verify_answer import Standing, verify_answer
from graph.answer_entries import Seal
from graph.answer_log import StoredAnswerLog
from graph.extraction import extract
from graph.neo4j_store import Neo4jStore
from graph.refresh import SnapshotSource
from graph.scope import CallerRole
from graph.store import EdgeRecord
from ingestion.hr import ingest_rows
from reasoning.answers import SkillGapAnswer
from tests.api.conftest import AUDITOR, caller
from tests.api.test_embedded import SOURCE, rows
from tests.graph.contract import Company
from tests.graph.same import same_snapshot

WHEN = "2026-09-01T08:00:00Z"
Row = dict[str, Any]


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Service:
    """The use cases over a store, for one tenant, with a book that writes into the store."""

    store: Neo4jStore
    snapshots: SnapshotSource
    book: AnswerBook
    tenant: str

    def inquiry(self, who: Principal) -> Inquiry:
        deps = compose(self.store, self.snapshots, staleness_bound_seconds=60.0, clock=now, answers=self.book)
        return Inquiry(deps, who)

    def load(self, feed: str, *found: Row) -> None:
        stamped = [{"observed_at": WHEN, **row} if feed != "consents" else row for row in found]
        report = ingest_rows(self.store, feed, stamped, self.tenant, file="test", clock=now, source=SOURCE)
        assert report.clean, report.as_dict()
        self.snapshots.refresh(self.tenant)

    def gap(self, who: Principal, person: str | None = None) -> Answered[SkillGapAnswer]:
        return skill_gap(self.inquiry(who), SkillGapQuestion("engineer", person))


@pytest.fixture
def service(store: Neo4jStore, company: Company, tmp_path: Path) -> Iterator[Service]:
    """A company of two, and the number that Ada has in the learning platform."""
    seal = Seal(b"a secret of the tests")
    ids = (f"{company.tenant}-{number}" for number in itertools.count(1))
    snapshots = SnapshotSource(store, clock=now, directory=tmp_path, persist_seconds=3600, kept=9)
    book = AnswerBook(
        StoredAnswerLog(store, seal), seal, clock=now, new_id=lambda: next(ids), service="1",
        rules=BookRules("closed"), keep=snapshots.keep,
    )  # fmt: skip
    made = Service(store, snapshots, book, company.tenant)
    for feed, found in rows({"A": "Ada North", "M": "Mia North"}).items():
        made.load(feed, *found)
    made.load("people", {"person_id": "LMS-7", "name": "ada.north"})
    made.load("person_skills", {"person_id": "LMS-7", "skill_id": "python", "level": 4.0, "last_used": "2026-08-01"})
    yield made
    book.close()
    snapshots.close()


def told(found: Answered[SkillGapAnswer]) -> dict[str, str]:
    """For every skill asked for, whether it is met."""
    assert found.withheld == ()
    assert len(found.sentences) == len(found.claims)
    return {item.skill.caption: item.status.value for item in found.answer.items}


def test_ask_join_ask_part_ask(service: Service) -> None:
    ada = caller(CallerRole.EMPLOYEE, person="A", tenant=service.tenant)
    by_lms = replace(ada, subject="lms", person_id="LMS-7")
    checker = replace(AUDITOR, tenant_id=service.tenant)
    never = service.gap(ada)
    assert told(never) == {"SQL": "met", "Python": "missing"}

    # Joined: one person, by either number, who has agreed once.
    service.load("identities", {"person_id": "LMS-7", "same_as": "A", "method": "hr_decision"})
    joined = service.gap(ada)
    assert told(joined) == told(service.gap(by_lms)) == {"SQL": "met", "Python": "met"}
    (python,) = (item for item in joined.answer.items if item.skill.caption == "Python")
    sentence = joined.sentences[python.claims[0].id]
    assert "Ada North has Python at level 4" in sentence.text
    assert {joined.evidence[one].edge.rel_type for one in sentence.edge_ids} == {
        "REQUIRES_SKILL", "HAS_SKILL", "SAME_PERSON_AS",
    }  # fmt: skip
    (link,) = (one for one in sentence.edge_ids if joined.evidence[one].edge.rel_type == "SAME_PERSON_AS")
    shown = edges(service.inquiry(ada), sentence.edge_ids)
    assert all(view is not None and view.cited.assertions for view in shown)
    stated = {
        view.cited.edge.start.id for view in shown if view is not None and view.cited.edge.rel_type == "HAS_SKILL"
    }
    assert stated == {"LMS-7"}
    answer_id = joined.answer_id
    assert answer_id is not None
    assert verify_answer(service.inquiry(by_lms), answer_id).holds

    # A change of a joined person's facts follows the log; it equals reading everything again.
    service.load(
        "person_skills", {"person_id": "LMS-7", "skill_id": "sql", "level": 1.0, "observed_at": "2026-08-01T08:00:00Z"}
    )
    snapshot = service.snapshots.current(service.tenant)
    whole = extract(service.store, service.tenant, snapshot.version.read_at)
    assert same_snapshot(snapshot, replace(whole, version=snapshot.version))
    assert told(service.gap(ada)) == {"SQL": "met", "Python": "met"}  # the newer statement is that of her other number

    # Parted: two people again, and whoever was told otherwise can be found.
    service.load("identities", {"person_id": "LMS-7", "same_as": "A", "method": "hr_decision", "state": "separate",
                                "observed_at": "2026-10-01T08:00:00Z"})  # fmt: skip
    parted = service.gap(ada)
    assert told(parted) == told(never)
    assert [one.text for one in parted.sentences.values()] == [one.text for one in never.sentences.values()]
    verified = verify_answer(service.inquiry(ada), answer_id)
    assert {one.standing for one in verified.claims if link in one.claim.edges} == {Standing.GONE}
    assert answer_id in {one.answer_id for one in stale_answers(service.inquiry(checker)).answers}
    assert replay(service.inquiry(checker), answer_id).outcome is Outcome.SAME
    held = list(service.store.scan((service.tenant,), relationships=("HAS_SKILL",)))
    assert {one.start.id for one in held if isinstance(one, EdgeRecord)} == {"A", "M", "LMS-7"}
