"""Which recent answers cite an edge or a node: an index in memory, filled from the log as it grows."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt

from api.recording.soundness import altered
from graph.answer_entries import EntryKind, Seal, SealedEntry, id_prefixes, unpack_ids
from graph.answer_log import PAGE, AnswerLog

_log = logging.getLogger(__name__)
RECENT = 10_000
"""Answers of a tenant that are watched; older ones are verified when somebody asks for them."""


@dataclass(slots=True)
class Watched:
    """A recorded answer as it is watched. It is known to agree with the graph of these versions.

    ``readable`` is False where what it cites cannot be told any more: any change may concern it.
    """

    answer_id: str
    operation: str
    given_at: datetime
    tenant_version: int
    reference_version: int
    cited: npt.NDArray[np.uint64]
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change log says since: by id prefix the last version that changed it, and the last that named nothing."""

    versions: Mapping[int, int]
    bulk: int

    @classmethod
    def of(cls, changes: Iterable[tuple[int, Iterable[str]]], bulk: int) -> Touched:
        """From pairs of version and ids, in ascending order of versions."""
        versions: dict[int, int] = {}
        for version, ids in changes:
            versions |= dict.fromkeys(map(int, id_prefixes(ids)), version)
        return cls(versions, bulk)


class CitedIndex:
    """The watched answers of every tenant. Reading the log is one page a call once it has been read."""

    def __init__(self, log: AnswerLog, seal: Seal, recent: int = RECENT) -> None:
        self._log, self._seal, self._recent = log, seal, recent
        self._lock = threading.Lock()
        self._watched: dict[str, dict[str, Watched]] = {}
        self._read: dict[str, int] = {}
        self._decided: dict[str, dict[int, list[tuple[str, str]]]] = {}

    def answers(self, tenant_id: str) -> list[Watched]:
        """The watched answers, newest first, everything recorded by now included."""
        with self._lock:
            held = self._watched.setdefault(tenant_id, {})
            since = self._read.get(tenant_id)
            if since is None:
                # The end of the log is enough: what is older than what is watched need not be read.
                since = max(self._log.end(tenant_id).sequence - self._recent, 0)
            while page := self._log.after(tenant_id, since, lean=True):
                held |= {each.entry.answer_id: _watched(each) for each in page if each.entry.kind is EntryKind.ANSWER}
                for each in page:
                    if each.entry.kind is EntryKind.REVIEW:
                        self._note(tenant_id, each)
                since = page[-1].sequence
                if len(page) < PAGE:
                    break
            self._read[tenant_id] = since
            while len(held) > self._recent:
                del held[next(iter(held))]
            return list(reversed(held.values()))

    def decision(self, tenant_id: str, fingerprint: str, asker: str = "") -> str | None:
        """What was decided last about answers of this fingerprint, as far back as answers are watched.

        What ``asker`` decided about somebody else's answer of the same words does not count for their own.
        """
        self.answers(tenant_id)
        with self._lock:
            said = self._decided.get(tenant_id, {}).get(int(fingerprint[:16], 16), ())
            return next((decision for decision, reviewer in reversed(said) if reviewer != asker), None)

    def _note(self, tenant_id: str, review: SealedEntry) -> None:
        """Remember a decision: of every reviewer the last one, in order. One that was altered decides nothing."""
        whole = (each for each in self._log.find(tenant_id, review.entry.answer_id) if each.sequence == review.sequence)
        if any(altered(tenant_id, self._seal, each) is not None for each in whole):
            _log.error("a recorded decision was altered and does not count: entry %d", review.sequence)
            return
        decided = self._decided.setdefault(tenant_id, {})
        for prefix in map(int, unpack_ids(review.entry.cited)):
            others = [one for one in decided.get(prefix, ()) if one[1] != review.entry.asker]
            decided[prefix] = [*others, (review.entry.operation, review.entry.asker)]

    def candidates(self, tenant_id: str, own: Touched, reference: Touched) -> list[Watched]:
        """The answers that a change may concern, newest first."""
        watched = self.answers(tenant_id)
        named = np.unique(np.fromiter([*own.versions, *reference.versions], np.uint64))
        return [one for one in watched if _concerned(one, own, reference, named)]

    def agrees(self, one: Watched, tenant_version: int, reference_version: int) -> None:
        """Note that the answer agrees with the graph of these versions: only later changes concern it."""
        with self._lock:
            one.tenant_version = max(one.tenant_version, tenant_version)
            one.reference_version = max(one.reference_version, reference_version)


def _watched(sealed: SealedEntry) -> Watched:
    entry = sealed.entry
    versions = entry.tenant_version, entry.reference_version
    try:
        return Watched(entry.answer_id, entry.operation, entry.given_at, *versions, unpack_ids(entry.cited))
    except ValueError:
        nothing = np.zeros(0, np.uint64)
        return Watched(entry.answer_id, entry.operation, entry.given_at, *versions, nothing, readable=False)


def _concerned(one: Watched, own: Touched, reference: Touched, named: npt.NDArray[np.uint64]) -> bool:
    if not one.readable or own.bulk > one.tenant_version or reference.bulk > one.reference_version:
        return True
    for prefix in np.intersect1d(one.cited, named, assume_unique=True):
        if own.versions.get(int(prefix), 0) > one.tenant_version:
            return True
        if reference.versions.get(int(prefix), 0) > one.reference_version:
            return True
    return False
