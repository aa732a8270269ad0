"""Seals of the log's end: only who has their key makes them, and a log that was cut or written anew does not fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson
import pytest

from api.recording.end_seals import EndSeal, end_seal, read_seals, seal_key
from graph.answer_chain import ChainCode, audit_chain
from graph.answer_entries import Seal
from ontology.errors import MalformedFile, SettingInvalid
from tests.graph.memory_answer_log import MemoryAnswerLog
from tests.graph.test_answer_log import MOMENT, SEAL, entry, written

KEY = b"a key of the auditor's own"
NOW = datetime(2026, 6, 1, tzinfo=UTC)


def sealed(log: MemoryAnswerLog, tenant: str = "acme", key: bytes = KEY) -> EndSeal:
    end = log.end(tenant)
    return end_seal(key, tenant, end.sequence, end.entry_hash, NOW)


def codes(log: MemoryAnswerLog, file: Path, key: bytes = KEY) -> list[str]:
    read = read_seals(file, key, "acme")
    return [one.code.value for one in (*audit_chain(log, "acme", SEAL, expected=read.ends).findings, *read.findings)]


@pytest.fixture
def log() -> MemoryAnswerLog:
    return written(5)


@pytest.fixture
def file(tmp_path: Path, log: MemoryAnswerLog) -> Path:
    """The seal of five entries, then that of seven."""
    path = tmp_path / "seals.jsonl"
    first = sealed(log).line()
    log.append("acme", [entry(6, days=100), entry(7, days=100)], MOMENT)
    path.write_bytes(first + sealed(log).line())
    return path


def test_a_log_that_only_grew_fits_all_its_seals(log: MemoryAnswerLog, file: Path) -> None:
    assert codes(log, file) == []
    log.append("acme", [entry(8)], MOMENT)
    assert codes(log, file) == []


def test_a_log_cut_at_the_end_and_set_back_does_not(log: MemoryAnswerLog, file: Path) -> None:
    held = log.entries["acme"]
    del held[6:]
    log.ends["acme"] = replace(log.end("acme"), sequence=6, entry_hash=held[-1].entry_hash)
    assert [one.code for one in audit_chain(log, "acme", SEAL).findings] == []  # nothing shows without the seals
    assert codes(log, file) == [ChainCode.NOT_AS_EXPECTED]


def test_a_log_written_anew_with_the_stolen_secret_does_not(file: Path) -> None:
    forged = MemoryAnswerLog(SEAL)
    forged.append("acme", [entry(number, payload="{}") for number in range(1, 8)], MOMENT)
    assert codes(forged, file) == [ChainCode.NOT_AS_EXPECTED] * 2


def test_what_retention_deleted_is_compared_at_the_beginning_that_is_kept(log: MemoryAnswerLog, file: Path) -> None:
    log.drop_before("acme", MOMENT + timedelta(days=50))
    end = log.end("acme")
    assert end.anchor_sequence == 5
    assert codes(log, file) == []
    log.ends["acme"] = replace(end, anchor_hash="0" * 64)
    assert ChainCode.NOT_AS_EXPECTED in codes(log, file)


@pytest.mark.parametrize(
    "change",
    [
        lambda seal: {**seal, "sequence": seal["sequence"] - 1},
        lambda seal: {**seal, "hash": "0" * 64},
        lambda seal: {**seal, "tenant": "rival"},
        lambda seal: {**seal, "at": "2026-07-01T00:00:00+00:00"},
        lambda seal: {**seal, "code": "0" * 64},
        lambda seal: {**seal, "code": "é" * 64},
        lambda seal: {**seal, "code": None},
        lambda seal: [seal],
        lambda seal: "x",
    ],
)
def test_a_seal_is_not_altered_unnoticed(log: MemoryAnswerLog, file: Path, change: object) -> None:
    first, second = file.read_bytes().splitlines()
    assert callable(change)
    file.write_bytes(orjson.dumps(change(orjson.loads(first))) + b"\n" + second + b"\n{\n\n")
    assert codes(log, file) == [ChainCode.SEAL_FORGED] * 2


def test_another_key_and_another_tenant(log: MemoryAnswerLog, file: Path) -> None:
    assert codes(log, file, b"not the key of the seals") == [ChainCode.SEAL_FORGED] * 2
    assert read_seals(file, KEY, "rival").ends == ()
    assert sealed(log).code != sealed(log, key=b"not the key of the seals").code
    assert sealed(log).code != Seal(KEY).key_id


def test_no_key_no_file(tmp_path: Path) -> None:
    short = tmp_path / "key"
    short.write_bytes(b"too short\n")
    for path in (None, tmp_path / "none", short):
        with pytest.raises(SettingInvalid, match="no key to seal"):
            seal_key(path)
    with pytest.raises(MalformedFile):
        read_seals(tmp_path / "none", KEY, "acme")
