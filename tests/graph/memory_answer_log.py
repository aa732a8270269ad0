"""An answer log over a list, for tests that need no store; what was written may be tampered with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from graph.answer_entries import AnswerEntry, Seal, SealedEntry
from graph.answer_log import PAGE, LogEnd
from ontology.errors import StoreFailure


@dataclass
class MemoryAnswerLog:
    """Entries by tenant, in order. ``failure`` is raised by every write."""

    seal: Seal = field(default_factory=lambda: Seal(b"secret of the tests"))
    entries: dict[str, list[SealedEntry]] = field(default_factory=dict)
    ends: dict[str, LogEnd] = field(default_factory=dict)
    failure: StoreFailure | None = None

    def append(self, tenant_id: str, entries: Sequence[AnswerEntry], now: datetime) -> list[SealedEntry]:
        if self.failure is not None:
            raise self.failure
        end, sealed = self.end(tenant_id), list[SealedEntry]()
        for entry in entries:
            sealed.append(self.seal.seal(tenant_id, entry, end.sequence + 1, end.entry_hash))
            end = replace(end, sequence=end.sequence + 1, entry_hash=sealed[-1].entry_hash)
        self.ends[tenant_id] = end
        self.entries.setdefault(tenant_id, []).extend(sealed)
        return sealed

    def find(self, tenant_id: str, answer_id: str) -> list[SealedEntry]:
        return [each for each in self.entries.get(tenant_id, []) if each.entry.answer_id == answer_id]

    def after(self, tenant_id: str, sequence: int, limit: int = PAGE, *, lean: bool = False) -> list[SealedEntry]:
        found = [each for each in self.entries.get(tenant_id, []) if each.sequence > sequence][:limit]
        return [replace(each, entry=replace(each.entry, payload="")) for each in found] if lean else found

    def end(self, tenant_id: str) -> LogEnd:
        return self.ends.get(tenant_id, LogEnd())

    def drop_before(self, tenant_id: str, moment: datetime) -> int:
        held = self.entries.get(tenant_id, [])
        old = next((at for at, each in enumerate(held) if each.entry.given_at >= moment), len(held))
        if old:
            last, end = held[old - 1], self.end(tenant_id)
            self.ends[tenant_id] = replace(end, anchor_sequence=last.sequence, anchor_hash=last.entry_hash)
            self.entries[tenant_id] = held[old:]
        return old
