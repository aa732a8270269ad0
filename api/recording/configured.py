"""The book of answers that the settings ask for: where its secret comes from, and what it writes to."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from api.recording.book import AnswerBook, BookRules
from api.settings import Settings
from api.use_cases.about import package_version
from graph.answer_entries import Seal
from graph.answer_log import StoredAnswerLog, Transactions
from graph.snapshot import SnapshotVersion
from ontology.errors import SettingInvalid

KEY_FILE = "answer-log.key"
SECRET_BYTES = 32
LEAST_BYTES = 16


def seal_of(settings: Settings) -> Seal:
    """The seal with the secret that the settings name, or with the data directory's own, made on first use.

    Raises ``SettingInvalid`` for a secret that cannot be read or is too short to be one.
    """
    path = settings.answer_key_file or settings.data_dir / KEY_FILE
    if settings.answer_key_file is None:
        _make(path)
    try:
        secret = path.read_bytes().strip()
    except OSError:
        secret = b""
    if len(secret) < LEAST_BYTES:
        raise SettingInvalid(
            f"{path} holds no secret for the log of answers.",
            remedy=f"Point CAIRN_ANSWER_KEY_FILE at a readable file with at least {LEAST_BYTES} random bytes.",
        )
    return Seal(secret)


def _make(path: Path) -> None:
    """Write a new secret unless there is one; of two processes at once the first wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_hex(SECRET_BYTES).encode())


@contextmanager
def recording(
    store: object, settings: Settings, clock: Callable[[], datetime], keep: Callable[[SnapshotVersion], object]
) -> Iterator[AnswerBook | None]:
    """The book for as long as the service runs; None when it is switched off or the store cannot keep it."""
    if settings.answer_log == "off" or not isinstance(store, Transactions):
        yield None
        return
    seal = seal_of(settings)
    days = settings.answer_retention_days
    rules = BookRules(settings.answer_log, retention=None if days is None else timedelta(days=days))
    book = AnswerBook(
        StoredAnswerLog(store, seal),
        seal,
        clock=clock,
        new_id=lambda: secrets.token_hex(12),
        service=package_version(),
        rules=rules,
        keep=keep,
    )
    try:
        yield book
    finally:
        book.close()
