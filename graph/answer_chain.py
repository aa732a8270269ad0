"""The audit of the log of answers: follows a tenant's chain from its beginning to its end. It mends nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.answer_entries import Seal, SealedEntry
from graph.answer_log import PAGE, AnswerLog, LogEnd


class ChainCode(StrEnum):
    """What may be wrong with a chain."""

    ENTRY_MISSING = "ENTRY_MISSING"
    ENTRY_ALTERED = "ENTRY_ALTERED"
    LINK_BROKEN = "LINK_BROKEN"
    END_DIFFERS = "END_DIFFERS"
    OTHER_KEY = "OTHER_KEY"
    NOT_AS_EXPECTED = "NOT_AS_EXPECTED"
    SEAL_FORGED = "SEAL_FORGED"


@dataclass(frozen=True, slots=True)
class ChainFinding:
    """One fault of a chain: its code, the number of the entry concerned, and what is wrong in a sentence."""

    code: ChainCode
    sequence: int
    text: str

    def as_dict(self) -> dict[str, str | int]:
        """Plain data."""
        return {"code": self.code.value, "sequence": self.sequence, "text": self.text}


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What was walked: how many entries, where the chain ends, and what was found. No findings: it is whole."""

    entries: int
    end: LogEnd
    findings: tuple[ChainFinding, ...]


def audit_chain(log: AnswerLog, tenant_id: str, seal: Seal, *, expected: Sequence[tuple[int, str]] = ()) -> ChainReport:
    """Recompute every hash from the first entry kept to the last.

    ``expected`` are numbers and hashes of entries noted elsewhere earlier: a chain that was cut or made anew with the
    log's own key does not hold them. Of those before the beginning that is kept only the last one can be compared.
    """
    end = log.end(tenant_id)
    walk = _Walk(tenant_id, seal, end, expected)
    findings = list(walk.run(_entries(log, tenant_id, end.anchor_sequence)))
    return ChainReport(walk.walked, end, tuple(findings))


def _entries(log: AnswerLog, tenant_id: str, since: int) -> Iterator[SealedEntry]:
    while page := log.after(tenant_id, since):
        yield from page
        since = page[-1].sequence
        if len(page) < PAGE:
            return


class _Walk:
    def __init__(self, tenant_id: str, seal: Seal, end: LogEnd, expected: Sequence[tuple[int, str]]) -> None:
        self._tenant_id, self._seal, self._end = tenant_id, seal, end
        self._expected: dict[int, set[str]] = {}
        for number, entry_hash in expected:
            self._expected.setdefault(number, set()).add(entry_hash)
        self.walked = 0

    def run(self, entries: Iterator[SealedEntry]) -> Iterator[ChainFinding]:
        at, before = self._end.anchor_sequence, self._end.anchor_hash
        met = {number for number in self._expected if number < at}
        if self._expected.get(at) == {before}:
            met.add(at)
        for sealed in entries:
            self.walked += 1
            number = sealed.sequence
            if number != at + 1:
                yield _found(ChainCode.ENTRY_MISSING, at + 1, f"Entries {at + 1} to {number - 1} are not there.")
            elif sealed.previous_hash != before:
                yield _found(ChainCode.LINK_BROKEN, number, f"Entry {number} does not follow the one before it.")
            yield from self._own(sealed)
            if self._expected.get(number) == {sealed.entry_hash}:
                met.add(number)
            at, before = number, sealed.entry_hash
        if (at, before) != (self._end.sequence, self._end.entry_hash):
            said = f"The log should end with entry {self._end.sequence} and ends with {at}."
            if at == self._end.sequence:
                said = f"The last entry {at} is not the one that the log ends with."
            yield _found(ChainCode.END_DIFFERS, at, said)
        for number in sorted(self._expected.keys() - met):
            yield _found(ChainCode.NOT_AS_EXPECTED, number, f"Entry {number} is not the one noted elsewhere.")

    def _own(self, sealed: SealedEntry) -> Iterator[ChainFinding]:
        number = sealed.sequence
        if sealed.key_id != self._seal.key_id:
            yield _found(ChainCode.OTHER_KEY, number, f"Entry {number} was sealed with another key.")
        elif sealed.entry_hash != self._seal.hash_of(self._tenant_id, sealed.entry, number, sealed.previous_hash):
            yield _found(ChainCode.ENTRY_ALTERED, number, f"Entry {number} was altered after it was written.")


def _found(code: ChainCode, sequence: int, text: str) -> ChainFinding:
    return ChainFinding(code, sequence, text)
