"""The log of answers: sealed, chained, found again, shortened at its beginning only, on every back end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.answer_chain import ChainCode, audit_chain
from graph.answer_entries import (
    AnswerEntry,
    EntryKind,
    Seal,
    SealedEntry,
    pack_ids,
    packed_payload,
    read_payload,
    unpack_ids,
)
from graph.answer_log import StoredAnswerLog
from graph.content_hash import content_hash
from graph.neo4j_store import Neo4jStore
from tests.graph.contract import Company
from tests.graph.memory_answer_log import MemoryAnswerLog

SEAL = Seal(b"a secret of the tests")
MOMENT = datetime(2026, 3, 1, 8, 30, 15, 123456, tzinfo=UTC)


def entry(number: int, answer: str | None = None, payload: str = '{"a":1}', days: int = 0) -> AnswerEntry:
    return AnswerEntry(
        id=f"e{number}",
        kind=EntryKind.ANSWER,
        answer_id=answer or f"answer-{number}",
        operation="skill_gap",
        given_at=MOMENT + timedelta(days=days),
        asker=SEAL.token("asker", "ann"),
        subject="",
        tenant_version=7,
        reference_version=2,
        cited=pack_ids(["00" * 15 + f"{number:02x}", "ff" * 16]),
        payload=payload,
    )


def codes(log: MemoryAnswerLog, *expected: tuple[int, str], tenant: str = "acme") -> list[str]:
    return [found.code.value for found in audit_chain(log, tenant, log.seal, expected=expected).findings]


def written(count: int = 5) -> MemoryAnswerLog:
    log = MemoryAnswerLog(SEAL)
    log.append("acme", [entry(number, days=number) for number in range(1, count + 1)], MOMENT)
    return log


class TestEntries:
    @given(st.text(max_size=6000))
    @settings(max_examples=30, deadline=None)
    def test_a_payload_comes_back_as_it_went(self, text: str) -> None:
        assert text.startswith("z:") or read_payload(packed_payload(text)) == text

    def test_a_long_payload_takes_less_room(self) -> None:
        long = '{"sentence":"Person 1 holds SQL at level 3."}' * 200
        assert len(packed_payload(long)) < len(long) / 10
        with pytest.raises(ValueError, match="inflated"):
            read_payload("z:bm90IGRlZmxhdGVk")

    @given(st.sets(st.integers(0, 2**64 - 1), max_size=40))
    @settings(max_examples=30)
    def test_packed_ids_are_sorted_prefixes(self, numbers: set[int]) -> None:
        ids = [f"{number:016x}0123456789abcdef" for number in numbers]
        assert unpack_ids(pack_ids(ids)).tolist() == sorted(numbers)

    def test_tokens_are_stable_and_tell_nothing_without_the_key(self) -> None:
        assert SEAL.token("person", "acme", "E1") == Seal(b"a secret of the tests").token("person", "acme", "E1")
        assert SEAL.token("person", "acme", "E1") != Seal(b"another").token("person", "acme", "E1")
        assert SEAL.token("a", "b") != SEAL.token("ab")


class TestChain:
    def test_a_whole_chain_has_no_finding(self) -> None:
        log = written()
        report = audit_chain(log, "acme", SEAL)
        assert (report.entries, report.end.sequence, report.findings) == (5, 5, ())
        assert audit_chain(log, "nobody", SEAL).findings == ()

    @pytest.mark.parametrize("field", [name for name in AnswerEntry.__slots__ if name not in ("kind", "given_at")])
    @pytest.mark.parametrize("at", [0, 2, 4])
    def test_every_altered_field_is_found(self, field: str, at: int) -> None:
        log = written()
        held = log.entries["acme"]
        value = getattr(held[at].entry, field)
        other = value + 1 if isinstance(value, int) else f"{value}x"
        held[at] = replace(held[at], entry=replace(held[at].entry, **{field: other}))  # type: ignore[arg-type]  # any field
        assert codes(log) == [ChainCode.ENTRY_ALTERED]

    @pytest.mark.parametrize(
        ("tamper", "expected"),
        [
            (lambda held: held.pop(2), [ChainCode.ENTRY_MISSING]),
            (lambda held: held.pop(0), [ChainCode.ENTRY_MISSING]),
            (lambda held: held.pop(), [ChainCode.END_DIFFERS]),
            (lambda held: held.clear(), [ChainCode.END_DIFFERS]),
            (lambda held: held.insert(3, held[1]), [ChainCode.ENTRY_MISSING, ChainCode.ENTRY_MISSING]),
            (
                lambda held: held.__setitem__(1, SEAL.seal("acme", entry(9), 2, held[0].entry_hash)),
                [ChainCode.LINK_BROKEN],
            ),
            (
                lambda held: held.__setitem__(4, SEAL.seal("acme", entry(9), 5, held[3].entry_hash)),
                [ChainCode.END_DIFFERS],
            ),
            (
                lambda held: held.__setitem__(1, Seal(b"forger").seal("acme", entry(9), 2, held[0].entry_hash)),
                [ChainCode.OTHER_KEY, ChainCode.LINK_BROKEN],
            ),
        ],
    )
    def test_what_was_cut_added_or_forged_is_found(
        self, tamper: Callable[[list[SealedEntry]], object], expected: list[ChainCode]
    ) -> None:
        log = written()
        tamper(log.entries["acme"])
        assert codes(log) == expected

    def test_a_chain_of_another_tenant_does_not_pass_for_ours(self) -> None:
        log = written()
        log.entries["rival"], log.ends["rival"] = log.entries["acme"], log.ends["acme"]
        assert codes(log, tenant="rival") == [ChainCode.ENTRY_ALTERED] * 5

    def test_a_log_rewritten_with_its_own_key_is_told_by_a_noted_hash(self) -> None:
        log = written()
        noted = (3, log.entries["acme"][2].entry_hash)
        assert codes(log, noted) == []
        assert codes(MemoryAnswerLog(SEAL), noted) == [ChainCode.NOT_AS_EXPECTED]
        forged = MemoryAnswerLog(SEAL)
        forged.append("acme", [entry(number, payload="{}") for number in range(1, 6)], MOMENT)
        assert codes(forged) == []
        assert codes(forged, noted) == [ChainCode.NOT_AS_EXPECTED]

    def test_retention_shortens_the_beginning_and_the_rest_still_proves_itself(self) -> None:
        log = written()
        assert log.drop_before("acme", MOMENT + timedelta(days=3)) == 2
        assert codes(log) == []
        log.entries["acme"].pop(0)
        assert codes(log) == [ChainCode.ENTRY_MISSING]


class TestStored:
    def test_what_is_appended_is_found_and_whole(self, store: Neo4jStore, company: Company) -> None:
        log, tenant = StoredAnswerLog(store, SEAL), company.tenant
        long = '{"text":"' + "Grüße, Δ 漢字 \\n " * 20000 + '"}'
        log.append(tenant, [entry(1), entry(2, "both", long)], MOMENT)
        sealed = log.append(tenant, [replace(entry(3, "both"), kind=EntryKind.REVIEW)], MOMENT)
        assert [each.sequence for each in log.find(tenant, "both")] == [2, 3]
        assert log.find(tenant, "both")[0].entry == entry(2, "both", long)
        assert log.find(tenant, "both")[1] == sealed[0]
        assert log.append(tenant, [entry(1)], MOMENT) == []
        assert log.find(tenant, "nothing") == []
        assert log.find(f"not-{tenant}", "both") == []
        assert [each.sequence for each in log.after(tenant, 1, 1)] == [2]
        assert [each.entry.payload for each in log.after(tenant, 0, lean=True)] == ["", "", ""]
        assert (log.end(tenant).sequence, log.end(tenant).entry_hash) == (3, sealed[0].entry_hash)
        report = audit_chain(log, tenant, SEAL)
        assert (report.entries, report.findings) == (3, ())

    def test_it_is_no_part_of_the_graph(self, store: Neo4jStore, company: Company) -> None:
        company.load(store, company.skill("S1"))
        before = content_hash(store, (company.tenant,)), store.head([company.tenant])
        StoredAnswerLog(store, SEAL).append(company.tenant, [entry(1)], MOMENT)
        assert (content_hash(store, (company.tenant,)), store.head([company.tenant])) == before

    def test_writers_at_once_make_one_chain(self, store: Neo4jStore, company: Company) -> None:
        log = StoredAnswerLog(store, SEAL)
        log.append(company.tenant, [entry(0)], MOMENT)

        def write(first: int) -> None:
            for number in range(first, first + 5):
                log.append(company.tenant, [entry(number)], MOMENT)

        threads = [threading.Thread(target=write, args=(first,)) for first in (10, 20, 30)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        report = audit_chain(log, company.tenant, SEAL)
        assert (report.entries, report.findings) == (16, ())

    def test_retention_deletes_what_is_due_and_nothing_else(self, store: Neo4jStore, company: Company) -> None:
        log, tenant = StoredAnswerLog(store, SEAL), company.tenant
        log.append(tenant, [entry(number, days=number) for number in range(1, 6)], MOMENT)
        assert log.drop_before(tenant, MOMENT) == 0
        assert log.drop_before(tenant, MOMENT + timedelta(days=3)) == 2
        assert [each.sequence for each in log.after(tenant, 0)] == [3, 4, 5]
        assert audit_chain(log, tenant, SEAL).findings == ()
        assert log.drop_before(tenant, MOMENT + timedelta(days=30)) == 3
        log.append(tenant, [entry(6)], MOMENT)
        report = audit_chain(log, tenant, SEAL)
        assert (report.entries, report.end.sequence, report.findings) == (1, 6, ())
