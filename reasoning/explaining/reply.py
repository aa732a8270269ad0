"""Reads a model's reply while it arrives: each string of the one JSON object as soon as it is complete.

It trusts nothing: unknown and repeated keys, other values, text before or behind the object are told apart, and what
was complete before a reply broke off is kept. It decides nothing about what the sentences say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

MAX_REPLY = 20_000
"""Characters after which a reply is given up."""
_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"')


class MalformedReplyError(Exception):
    """The reply is no JSON object of strings. ``code`` says in which way."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ReplyReader:
    """Feed it pieces of text; it gives back the sentences that have become complete."""

    def __init__(self, claim_ids: Sequence[str]) -> None:
        self._wanted = frozenset(claim_ids)
        self._text = ""
        self._at = 0
        self._opened = self._closed = False
        self._seen: set[str] = set()
        self.extra: int = 0

    def feed(self, piece: str) -> Iterator[tuple[str, str]]:
        """Claim id and sentence of each newly completed entry. Raises ``MalformedReplyError``."""
        self._text += piece
        if len(self._text) > MAX_REPLY:
            raise MalformedReplyError("too_long")
        while (entry := self._next()) is not None:
            name, value = entry
            if name in self._seen:
                raise MalformedReplyError("duplicate_key")
            self._seen.add(name)
            if name in self._wanted:
                yield name, value
            else:
                self.extra += 1

    def finish(self) -> None:
        """Raise ``MalformedReplyError`` unless the object was closed and nothing follows it."""
        if not self._text.strip():
            raise MalformedReplyError("empty_reply")
        if not self._closed:
            raise MalformedReplyError("truncated")
        if self._text[self._at :].strip():
            raise MalformedReplyError("not_json")

    def _next(self) -> tuple[str, str] | None:
        """The next complete entry, None when there is none yet."""
        at = self._skip(self._at)
        if self._closed or at >= len(self._text):
            return None
        if not self._opened:
            self._expect(at, "{")
            self._opened, self._at = True, at + 1
            return self._next()
        if self._text[at] == "}":
            self._closed, self._at = True, at + 1
            return None
        if self._seen:
            self._expect(at, ",")
            at = self._skip(at + 1)
        return self._entry(at)

    def _entry(self, at: int) -> tuple[str, str] | None:
        key = self._string(at)
        if key is None:
            return None
        name, at = key
        at = self._skip(at)
        if at >= len(self._text):
            return None
        self._expect(at, ":")
        value = self._string(self._skip(at + 1))
        if value is None:
            return None
        text, self._at = value
        return name, text

    def _string(self, at: int) -> tuple[str, int] | None:
        if at >= len(self._text):
            return None
        self._expect(at, '"')
        found = _STRING.match(self._text, at)
        if found is None:
            return None
        try:
            value: str = json.loads(found.group())
        except ValueError:
            raise MalformedReplyError("not_json") from None
        return value, found.end()

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return at if found is None else found.end()

    def _expect(self, at: int, character: str) -> None:
        if self._text[at] != character:
            raise MalformedReplyError("wrong_type" if self._opened and character == '"' else "not_json")
