"""Seals of the end of the log: its number and hash at a moment, with a code by a key that is not the log's own.

Whoever can write the store and has even the log's secret can cut it or write it anew; who lacks this key as well
cannot make a seal, and the seals made before, kept elsewhere, no longer fit. It reads and writes no log.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import orjson

from graph.answer_chain import ChainCode, ChainFinding
from ontology.errors import MalformedFile, SettingInvalid

LEAST_BYTES = 16
MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class EndSeal:
    """Where the log of a tenant ended at a moment. ``code`` is HMAC-SHA-256 over the rest."""

    tenant: str
    sequence: int
    entry_hash: str
    at: str
    code: str = ""

    def signed(self, key: bytes) -> str:
        """The code that this seal has under the key."""
        stated = {"tenant": self.tenant, "sequence": self.sequence, "hash": self.entry_hash, "at": self.at}
        return hmac.new(
            key, b"cairn-end-seal/1\n" + orjson.dumps(stated, option=orjson.OPT_SORT_KEYS), sha256
        ).hexdigest()

    def line(self) -> bytes:
        """As one line of JSON."""
        stated = {"tenant": self.tenant, "sequence": self.sequence, "hash": self.entry_hash, "at": self.at}
        return orjson.dumps({**stated, "code": self.code}) + b"\n"


def seal_key(path: Path | None) -> bytes:
    """The key of the seals. Raises ``SettingInvalid`` without one, or for one that is too short."""
    try:
        key = path.read_bytes().strip() if path is not None else b""
    except OSError:
        key = b""
    if len(key) < LEAST_BYTES:
        raise SettingInvalid(
            "There is no key to seal the end of the log with.",
            remedy=f"Point CAIRN_AUDIT_KEY_FILE at a file with at least {LEAST_BYTES} random bytes, not the log's own.",
        )
    return key


def end_seal(key: bytes, tenant: str, sequence: int, entry_hash: str, now: datetime) -> EndSeal:
    """The seal of an end."""
    seal = EndSeal(tenant, sequence, entry_hash, now.isoformat(timespec="seconds"))
    return EndSeal(seal.tenant, seal.sequence, seal.entry_hash, seal.at, seal.signed(key))


@dataclass(frozen=True, slots=True)
class ReadSeals:
    """The seals of one tenant as pairs of number and hash, and the lines that are no seals of this key."""

    ends: tuple[tuple[int, str], ...]
    findings: tuple[ChainFinding, ...]


def read_seals(path: Path, key: bytes, tenant: str) -> ReadSeals:
    """Read a file of seals. Raises ``MalformedFile`` where it cannot be read at all."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise OSError
        lines = path.read_bytes().splitlines()
    except OSError:
        raise MalformedFile(f"{path} cannot be read.", remedy="Give the file that `cairn audit seal` wrote.") from None
    ends: list[tuple[int, str]] = []
    findings: list[ChainFinding] = []
    for number, seal in _seals(lines):
        if seal is None or not hmac.compare_digest(seal.code, seal.signed(key)):
            text = f"Line {number} of the seals was not made with this key, or was altered."
            findings.append(ChainFinding(ChainCode.SEAL_FORGED, seal.sequence if seal else 0, text))
        elif seal.tenant == tenant:
            ends.append((seal.sequence, seal.entry_hash))
    return ReadSeals(tuple(ends), tuple(findings))


def _seals(lines: list[bytes]) -> Iterator[tuple[int, EndSeal | None]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, _seal(line)


def _seal(line: bytes) -> EndSeal | None:
    try:
        read = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    match read:
        case {"tenant": str(tenant), "sequence": int(sequence), "hash": str(found), "at": str(at), "code": str(code)}:
            return EndSeal(tenant, sequence, found, at, code) if code.isascii() else None
    return None
