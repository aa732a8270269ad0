"""The book of answers: gives each an id and has it written into the log, at once or in the background.

``closed``: an answer that cannot be recorded is not given. ``open``: answers are given whatever the log does; a
bounded queue waits for it, and what does not fit is counted, told in the log and marked in the chain by a gap.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from api.recording.cited_index import CitedIndex
from api.recording.records import Explained, Given, asker_token, entry_of, explained_entry
from graph.answer_entries import AnswerEntry, EntryKind, Seal, SealedEntry, canonical
from graph.answer_log import AnswerLog
from graph.snapshot import SnapshotVersion
from ontology.errors import NotRecorded, StoreFailure

Mode: TypeAlias = Literal["open", "closed"]
BATCH = 50
PAUSES = (0.1, 0.5, 2.0, 5.0)
DAY = timedelta(days=1)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BookRules:
    """How answers are recorded. ``retention`` None keeps them for ever; ``capacity`` bounds the waiting ones."""

    mode: Mode = "open"
    capacity: int = 1000
    retention: timedelta | None = None


@dataclass(frozen=True, slots=True)
class BookState:
    """Counters since the start, for the operator."""

    recorded: int
    waiting: int
    lost: int


Waiting: TypeAlias = tuple[str, Callable[[], AnswerEntry]]
"""The tenant, and what makes the entry."""


class AnswerBook:
    """Records answers of all tenants; one per process. ``keep`` is told which snapshots answers were computed on."""

    def __init__(
        self,
        log: AnswerLog,
        seal: Seal,
        *,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        service: str,
        rules: BookRules | None = None,
        keep: Callable[[SnapshotVersion], object] | None = None,
    ) -> None:
        self.log, self.seal = log, seal
        self.index = CitedIndex(log, seal)
        self._clock, self._new_id, self._service, self._keep = clock, new_id, service, keep
        self._rules = rules or BookRules()
        self._queue: deque[Waiting] = deque()
        self._changed = threading.Condition()
        self._writing = 0
        self._stopping = False
        self._thread: threading.Thread | None = None
        self._gaps: Counter[str] = Counter()
        self._recorded, self._lost = 0, 0
        self._purged: dict[str, datetime] = {}

    # -- recording -----------------------------------------------------------------------------------------

    def new_id(self) -> str:
        """An id for an answer that is about to be given."""
        return self._new_id()

    def record(self, given: Given) -> None:
        """Record the answer. In ``closed`` mode raises ``NotRecorded`` when that fails."""
        if self._keep is not None:
            self._keep(given.snapshot.version)
        self._add(given.principal.tenant_id, lambda: entry_of(given, self.seal, self._service))

    def explained(self, given: Given, explained: Explained) -> None:
        """Record an explanation of an answer. In ``closed`` mode raises ``NotRecorded`` when that fails."""
        stamp = (self._new_id(), self._clock(), given.snapshot)
        self._add(
            given.principal.tenant_id,
            lambda: explained_entry(explained, stamp, self.seal, given.principal, given.operation),
        )

    def append(self, tenant_id: str, entry: AnswerEntry) -> None:
        """Write an entry now, whatever the mode (a reviewer's decision must not get lost). Raises ``NotRecorded``."""
        self._write_now(tenant_id, entry)

    def _add(self, tenant_id: str, make: Callable[[], AnswerEntry]) -> None:
        if self._rules.mode == "closed":
            self._write_now(tenant_id, make())
            return
        with self._changed:
            if len(self._queue) >= self._rules.capacity or self._stopping:
                self._lose(tenant_id, 1)
                return
            self._queue.append((tenant_id, make))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="cairn-answer-log", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _write_now(self, tenant_id: str, entry: AnswerEntry) -> None:
        try:
            self.log.append(tenant_id, [entry], self._clock())
        except StoreFailure:
            raise NotRecorded(
                "The answer could not be recorded and is therefore not given.",
                remedy="Try again; if it lasts, check the graph store (or CAIRN_ANSWER_LOG).",
            ) from None
        self._recorded += 1
        self._forget_old(tenant_id)

    def _lose(self, tenant_id: str, count: int) -> None:
        self._lost += count
        self._gaps[tenant_id] += count
        if self._lost == count or self._lost % 100 < count:
            _log.error("answers given but not recorded: %d so far", self._lost)

    # -- reading -------------------------------------------------------------------------------------------

    def find(self, tenant_id: str, answer_id: str) -> list[SealedEntry]:
        """All entries of an answer, once what waits is written (or a moment has passed)."""
        self.flush()
        return self.log.find(tenant_id, answer_id)

    def state(self) -> BookState:
        """Counters."""
        with self._changed:
            return BookState(self._recorded, len(self._queue) + self._writing, self._lost)

    # -- the background ------------------------------------------------------------------------------------

    def flush(self, seconds: float = 2.0) -> bool:
        """Wait until nothing waits any more; False when the time was over first."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._queue and not self._writing, seconds)

    def close(self, seconds: float = 5.0) -> None:
        """Write what waits, then stop; what cannot be written by then is counted as lost."""
        self.flush(seconds)
        with self._changed:
            self._stopping = True
            left = Counter(tenant_id for tenant_id, _ in self._queue)
            self._queue.clear()
            for tenant_id, count in left.items():
                self._lose(tenant_id, count)
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        while batch := self._taken():
            tenant_id = batch[0][0]
            try:
                self._write(tenant_id, list(self._made(batch)))
            except Exception:
                # The edge of the background thread: a fault of ours costs these records, never the service.
                _log.exception("answers could not be recorded")
                with self._changed:
                    self._lose(tenant_id, len(batch))
            with self._changed:
                self._writing = 0
                self._changed.notify_all()

    def _taken(self) -> list[Waiting]:
        """The next entries of one tenant; empty at the end."""
        with self._changed:
            self._changed.wait_for(lambda: bool(self._queue) or self._stopping)
            batch: list[Waiting] = []
            while self._queue and len(batch) < BATCH and (not batch or self._queue[0][0] == batch[0][0]):
                batch.append(self._queue.popleft())
            self._writing = len(batch)
            return batch

    def _made(self, batch: Sequence[Waiting]) -> Iterator[AnswerEntry]:
        for _, make in batch:
            yield make()

    def _write(self, tenant_id: str, entries: list[AnswerEntry]) -> None:
        attempt = 0
        while True:
            with self._changed:
                missed = self._gaps[tenant_id]
            gap = [self._gap(entries[0], missed)] if missed else []
            try:
                self.log.append(tenant_id, [*gap, *entries], self._clock())
            except StoreFailure as failure:
                _log.warning("answers not recorded yet (%s)", failure.code)
                if self._wait(PAUSES[min(attempt, len(PAUSES) - 1)]):
                    with self._changed:
                        self._lose(tenant_id, len(entries))
                    return
                attempt += 1
                continue
            with self._changed:
                self._gaps[tenant_id] -= missed
                self._recorded += len(entries)
            self._forget_old(tenant_id)
            return

    def _wait(self, seconds: float) -> bool:
        """Pause; True when the book is being closed."""
        until = time.monotonic() + seconds
        with self._changed:
            self._changed.wait_for(lambda: self._stopping, max(0.0, until - time.monotonic()))
            return self._stopping

    def _gap(self, following: AnswerEntry, missed: int) -> AnswerEntry:
        entry_id = self._new_id()
        return AnswerEntry(
            id=entry_id,
            kind=EntryKind.GAP,
            answer_id=entry_id,
            operation="gap",
            given_at=following.given_at,
            asker="",
            subject="",
            tenant_version=following.tenant_version,
            reference_version=following.reference_version,
            cited="",
            payload=canonical({"lost": missed}),
        )

    def _forget_old(self, tenant_id: str) -> None:
        """Once a day, delete what is older than the retention."""
        if self._rules.retention is None:
            return
        now = self._clock()
        if tenant_id in self._purged and now - self._purged[tenant_id] < DAY:
            return
        self._purged[tenant_id] = now
        try:
            self.log.drop_before(tenant_id, now - self._rules.retention)
        except StoreFailure as failure:
            _log.warning("old answers not deleted yet (%s)", failure.code)


__all__ = ["AnswerBook", "BookRules", "BookState", "Mode", "asker_token"]
