"""The book of answers: at once or in the background, never silently incomplete, and never in the way."""

from __future__ import annotations

import itertools
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import orjson
import pytest

from api.principal import Principal
from api.recording import book as book_module
from api.recording.book import AnswerBook, BookRules
from api.recording.configured import KEY_FILE, recording, seal_of
from api.recording.records import Explained, Given, RecordedClaim, read_explained
from api.settings import load_settings
from api.use_cases.replay import replay
from api.use_cases.skill_gap import SkillGapQuestion, skill_gap
from graph.answer_chain import audit_chain
from graph.answer_entries import AnswerEntry, EntryKind, SealedEntry
from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.errors import NotRecorded, SettingInvalid, StoreUnavailable
from reasoning.evidence import Sentence
from tests.api.company import ACME, acme
from tests.api.conftest import ANN, World
from tests.api.fakes import NOW
from tests.graph.memory_answer_log import MemoryAnswerLog

DOWN = StoreUnavailable("The store is down.")


@dataclass
class SlowLog(MemoryAnswerLog):
    """A log that waits at a gate, and may fail a number of times."""

    gate: threading.Event = field(default_factory=threading.Event)
    failures: int = 0
    appended: list[int] = field(default_factory=list)

    def append(self, tenant_id: str, entries: Sequence[AnswerEntry], now: datetime) -> list[SealedEntry]:
        assert self.gate.wait(10)
        self.appended.append(len(entries))
        if self.failures:
            self.failures -= 1
            raise DOWN
        return super().append(tenant_id, entries, now)


@pytest.fixture
def snapshot() -> Snapshot:
    return acme().store.snapshot(ACME)


@pytest.fixture
def log() -> SlowLog:
    return SlowLog()


@pytest.fixture
def clock() -> list[datetime]:
    return [NOW]


@pytest.fixture
def make(log: SlowLog, clock: list[datetime], monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., AnswerBook]]:
    monkeypatch.setattr(book_module, "PAUSES", (0.01,))
    made: list[AnswerBook] = []
    ids = (f"entry-{number}" for number in itertools.count(1))

    def book(**rules: object) -> AnswerBook:
        chosen = BookRules(**rules)  # type: ignore[arg-type]  # what the test says
        made.append(
            AnswerBook(log, log.seal, clock=lambda: clock[0], new_id=lambda: next(ids), service="1", rules=chosen)
        )
        return made[-1]

    yield book
    log.gate.set()
    for each in made:
        each.close(2)


def given(snapshot: Snapshot, answer_id: str, tenant: str = ACME) -> Given:
    who = Principal("somebody", tenant, frozenset())
    return Given(answer_id, "skill_gap", Purpose.SKILL_GAP, who, NOW, snapshot, 0.5, (), (), {}, ())


def ids_of(log: MemoryAnswerLog, tenant: str = ACME) -> list[str]:
    return [each.entry.answer_id for each in log.entries.get(tenant, [])]


class TestOpen:
    def test_giving_an_answer_does_not_wait_for_the_log(
        self, make: Callable[..., AnswerBook], log: SlowLog, snapshot: Snapshot
    ) -> None:
        book = make()
        began = time.perf_counter()
        for number in range(100):
            book.record(given(snapshot, f"a{number}"))
        assert time.perf_counter() - began < 5
        assert book.state().waiting == 100
        assert not book.flush(0.01)
        log.gate.set()
        assert book.flush(30)
        assert ids_of(log) == [f"a{number}" for number in range(100)]
        assert (book.state().recorded, book.state().waiting, book.state().lost) == (100, 0, 0)
        assert max(log.appended) <= book_module.BATCH

    def test_what_does_not_fit_is_counted_told_and_marked_in_the_chain(
        self,
        make: Callable[..., AnswerBook],
        log: SlowLog,
        snapshot: Snapshot,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        book = make(capacity=3)
        with caplog.at_level(logging.ERROR):
            for number in range(10):
                book.record(given(snapshot, f"a{number}"))
        lost = book.state().lost
        assert 4 <= lost <= 7  # three wait; the writer holds none to three more, as it came by
        assert "answers given but not recorded" in caplog.text
        log.gate.set()
        assert book.flush(30)
        gaps = [each.entry for each in log.entries[ACME] if each.entry.kind is EntryKind.GAP]
        assert sum(orjson.loads(each.payload)["lost"] for each in gaps) == lost
        assert len(ids_of(log)) == 10 - lost + len(gaps)
        assert audit_chain(log, ACME, log.seal).findings == ()

    def test_a_store_that_is_down_for_a_while_loses_nothing(
        self, make: Callable[..., AnswerBook], log: SlowLog, snapshot: Snapshot, caplog: pytest.LogCaptureFixture
    ) -> None:
        log.gate.set()
        log.failures = 4
        book = make()
        with caplog.at_level(logging.WARNING):
            for number in range(3):
                book.record(given(snapshot, f"a{number}"))
            assert book.flush(30)
        assert ids_of(log) == ["a0", "a1", "a2"]
        assert "STORE_UNAVAILABLE" in caplog.text
        assert book.state().lost == 0

    def test_a_store_that_stays_down_cannot_hold_up_the_end(
        self, make: Callable[..., AnswerBook], log: SlowLog, snapshot: Snapshot
    ) -> None:
        log.gate.set()
        log.failures = 10_000
        book = make()
        book.record(given(snapshot, "a0"))
        began = time.perf_counter()
        book.close(0.2)
        assert time.perf_counter() - began < 5
        assert book.state().lost >= 1

    def test_tenants_are_written_apart(self, make: Callable[..., AnswerBook], log: SlowLog, snapshot: Snapshot) -> None:
        book = make()
        for number in range(6):
            book.record(given(snapshot, f"a{number}", "even" if number % 2 == 0 else "odd"))
        log.gate.set()
        assert book.flush(30)
        assert (ids_of(log, "even"), ids_of(log, "odd")) == (["a0", "a2", "a4"], ["a1", "a3", "a5"])

    def test_what_was_just_answered_can_be_found(
        self, make: Callable[..., AnswerBook], log: SlowLog, snapshot: Snapshot
    ) -> None:
        book = make()
        book.record(given(snapshot, "fresh"))
        threading.Timer(0.05, log.gate.set).start()
        assert [each.entry.answer_id for each in book.find(ACME, "fresh")] == ["fresh"]

    def test_a_record_that_cannot_be_made_costs_that_record_alone(
        self, make: Callable[..., AnswerBook], log: SlowLog, snapshot: Snapshot, caplog: pytest.LogCaptureFixture
    ) -> None:
        log.gate.set()
        book = make()
        broken = replace(given(snapshot, "broken"), live={"x": None})  # type: ignore[dict-item]  # a fault of ours
        book.record(broken)
        assert book.flush(30)
        book.record(given(snapshot, "next"))
        assert book.flush(30)
        assert ids_of(log)[-1] == "next"
        assert book.state().lost == 1


class TestClosed:
    def test_it_is_written_before_it_is_given(
        self, make: Callable[..., AnswerBook], log: SlowLog, snapshot: Snapshot
    ) -> None:
        log.gate.set()
        book = make(mode="closed")
        book.record(given(snapshot, "a"))
        assert ids_of(log) == ["a"]
        log.failures = 1
        with pytest.raises(NotRecorded) as refused:
            book.record(given(snapshot, "b"))
        assert refused.value.status == 503
        assert ids_of(log) == ["a"]

    def test_old_answers_go_once_a_day(
        self, make: Callable[..., AnswerBook], log: SlowLog, snapshot: Snapshot, clock: list[datetime]
    ) -> None:
        log.gate.set()
        book = make(mode="closed", retention=timedelta(days=10))
        book.record(given(snapshot, "old"))
        clock[0] += timedelta(days=11)
        book.record(replace(given(snapshot, "new"), now=clock[0]))
        assert ids_of(log) == ["new"]
        assert audit_chain(log, ACME, log.seal).findings == ()


class TestExplanations:
    def test_a_model_s_words_come_back_from_the_record(self, world: World) -> None:
        found = skill_gap(world.inquiry(ANN), SkillGapQuestion("r-lead"))
        assert found.given is not None
        said: Sentence = next(iter(found.sentences.values()))
        words = RecordedClaim(said.claim_id, str(said.kind), {}, said.edge_ids, text="In other words.", origin="llm")
        explained = Explained(found.given.answer_id, "openai", "en", (words,), "a-model", "v3", 120, 40, 0.002)
        world.book.explained(found.given, explained)
        kinds = [each.entry.kind for each in world.log.entries[ACME]]
        assert kinds == [EntryKind.ANSWER, EntryKind.EXPLANATION]
        assert read_explained(world.log.entries[ACME][1].entry.payload) == explained
        again = replay(world.inquiry(ANN), found.given.answer_id)
        ((told, sentences),) = again.explanations
        assert (told.model, told.prompt_version, told.prompt_tokens) == ("a-model", "v3", 120)
        assert [(one.text, one.same) for one in sentences] == [("In other words.", None)]


class TestConfigured:
    def test_the_secret_is_made_once_and_is_private(self, tmp_path: Path) -> None:
        settings = load_settings(data_dir=tmp_path / "data")
        first = seal_of(settings)
        path = tmp_path / "data" / KEY_FILE
        assert os.stat(path).st_mode & 0o777 == 0o600
        assert seal_of(settings).key_id == first.key_id
        assert first.key_id.encode() not in path.read_bytes()

    @pytest.mark.parametrize("content", [None, b"", b"short"])
    def test_a_secret_that_is_none_is_refused(self, tmp_path: Path, content: bytes | None) -> None:
        path = tmp_path / "key"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(SettingInvalid, match="no secret"):
            seal_of(load_settings(answer_key_file=path, data_dir=tmp_path))

    def test_off_records_nothing(self, tmp_path: Path) -> None:
        settings = load_settings(answer_log="off", data_dir=tmp_path)
        with recording(object(), settings, lambda: NOW, lambda version: None) as book:
            assert book is None
        assert not (tmp_path / KEY_FILE).exists()
