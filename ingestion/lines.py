"""Physical lines of a feed file, decoded one by one, with a way to give lines back. It parses nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

MAX_LINE = 1 << 20
"""Longest physical line in bytes; a longer one is skipped and reported."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line with its number from 1, and what is wrong with it, if anything."""

    number: int
    text: str
    fault: str | None = None
    utf16: bool = False


class Lines:
    """Iterates the lines of a binary stream; ``taken`` are those handed out since the last ``mark``."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._given_back: deque[Line] = deque()
        self._number = 0
        self.taken: list[Line] = []

    def __iter__(self) -> Iterator[Line]:
        return self

    def __next__(self) -> Line:
        if self._given_back:
            return self._given_back.popleft()
        raw = self._stream.readline(MAX_LINE + 1)
        if not raw:
            raise StopIteration
        self._number += 1
        return self._decoded(raw)

    def marked(self) -> Iterator[Line]:
        """The lines, each remembered in ``taken``."""
        for line in self:
            self.taken.append(line)
            yield line

    def mark(self) -> None:
        """Forget what was taken: a row is complete."""
        self.taken = []

    def push_back(self, lines: Sequence[Line]) -> None:
        """Hand these lines out again, next."""
        self._given_back.extendleft(reversed(lines))

    def _decoded(self, raw: bytes) -> Line:
        if len(raw) > MAX_LINE:
            while raw and not raw.endswith(b"\n"):
                raw = self._stream.readline(MAX_LINE)
            return Line(self._number, "\n", "LINE_TOO_LONG")
        utf16 = self._number == 1 and raw.startswith((b"\xff\xfe", b"\xfe\xff"))
        if self._number == 1:
            raw = raw.removeprefix(_BOM)
        try:
            return Line(self._number, raw.decode())
        except UnicodeDecodeError:
            return Line(self._number, raw.decode("latin-1"), "BAD_ENCODING", utf16)
