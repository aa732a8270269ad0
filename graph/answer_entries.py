"""Entries of the log of given answers, and the seal that chains them. Pure: it stores nothing and reads no clock."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
import orjson

LONG_PAYLOAD = 2000
"""Payloads above this many characters are deflated."""
_DEFLATED = "z:"


class EntryKind(StrEnum):
    """What an entry records. A gap says how many entries could not be kept before it."""

    ANSWER = "answer"
    EXPLANATION = "explanation"
    REVIEW = "review"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """What is known of an entry before it takes its place in the chain. ``payload`` is canonical JSON.

    ``asker`` and ``subject`` are keyed hashes; ``cited`` holds the edge ids, packed (``pack_ids``).
    """

    id: str
    kind: EntryKind
    answer_id: str
    operation: str
    given_at: datetime
    asker: str
    subject: str
    tenant_version: int
    reference_version: int
    cited: str
    payload: str


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """An entry in its place: its number, the hash of the entry before, its own hash, and the key they are made with."""

    entry: AnswerEntry
    sequence: int
    previous_hash: str
    entry_hash: str
    key_id: str


class Seal:
    """Hashes with the secret of the log: for whoever lacks it, entries cannot be forged nor people guessed."""

    def __init__(self, secret: bytes) -> None:
        self._key = blake2b(secret, digest_size=32, person=b"cairn-answers").digest()
        self.key_id = self.token("key")

    def token(self, *parts: str) -> str:
        """A keyed hash of the parts: the same person is always the same token, and only for this log."""
        return blake2b("\x1f".join(parts).encode(), key=self._key, digest_size=16).hexdigest()

    def hash_of(self, tenant_id: str, entry: AnswerEntry, sequence: int, previous_hash: str) -> str:
        """The hash of an entry in its place: over every field, the tenant and the hash before."""
        stated: dict[str, object] = {field.name: getattr(entry, field.name) for field in fields(entry)}
        stated |= {
            "given_at": entry.given_at.astimezone(UTC).isoformat(timespec="microseconds"),
            "tenant_id": tenant_id,
            "sequence": sequence,
            "previous_hash": previous_hash,
            "key_id": self.key_id,
        }
        body = orjson.dumps(stated, option=orjson.OPT_SORT_KEYS)
        return blake2b(body, key=self._key, digest_size=32).hexdigest()

    def seal(self, tenant_id: str, entry: AnswerEntry, sequence: int, previous_hash: str) -> SealedEntry:
        """The entry in its place."""
        own = self.hash_of(tenant_id, entry, sequence, previous_hash)
        return SealedEntry(entry, sequence, previous_hash, own, self.key_id)


def canonical(value: object) -> str:
    """Canonical JSON: sorted names, no spaces; equal records give equal bytes. Dataclasses, enums and sets as data."""
    return orjson.dumps(value, default=_plain, option=_CANONICAL).decode()


_CANONICAL = orjson.OPT_SORT_KEYS | orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Set):
        return sorted(value)
    raise TypeError(type(value).__name__)


def packed_payload(text: str) -> str:
    """The payload as it is stored: as it is, or deflated when it is long."""
    if len(text) <= LONG_PAYLOAD:
        return text
    return _DEFLATED + base64.b64encode(zlib.compress(text.encode(), 6)).decode()


def read_payload(stored: str) -> str:
    """The payload out of what is stored. Raises ``ValueError`` for what was never written by ``packed_payload``."""
    if not stored.startswith(_DEFLATED):
        return stored
    try:
        return zlib.decompress(base64.b64decode(stored[len(_DEFLATED) :], validate=True)).decode()
    except zlib.error as error:
        raise ValueError("the payload cannot be inflated") from error


def id_prefixes(ids: Iterable[str]) -> npt.NDArray[np.uint64]:
    """The first 64 bits of each id (of at least 16 hex digits), sorted, each once."""
    return np.unique(np.fromiter((int(one[:16], 16) for one in ids), np.uint64))


def pack_ids(ids: Iterable[str]) -> str:
    """Ids of edges as sorted 64-bit prefixes in base64: small, and enough to tell candidates."""
    return base64.b64encode(id_prefixes(ids).astype("<u8").tobytes()).decode()


def unpack_ids(text: str) -> npt.NDArray[np.uint64]:
    """The prefixes that ``pack_ids`` packed. Raises ``ValueError`` for anything else."""
    return np.frombuffer(base64.b64decode(text, validate=True), dtype="<u8").astype(np.uint64)
