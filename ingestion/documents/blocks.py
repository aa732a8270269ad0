"""What every reader of a format returns: headings and paragraphs in order, and what the file says of itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (``level`` 1 to 6) or a paragraph, list item or table row (``level`` 0)."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read: its blocks, and the fields it states about itself."""

    blocks: tuple[Block, ...]
    stated: Mapping[str, object] = field(default_factory=dict)


def plain(text: str) -> str:
    """The text without what nobody sees: control, zero-width and direction characters; white space in one."""
    visible = "".join(
        " " if char in "\n\r\t\x0b\x0c\x85" else "" if unicodedata.category(char)[0] == "C" else char
        for char in unicodedata.normalize("NFC", text)
    )
    return _SPACES.sub(" ", visible).strip()


def blocks_of(found: list[tuple[int, str]]) -> tuple[Block, ...]:
    """Blocks of (level, text) pairs, cleaned; empty ones are left out."""
    cleaned = ((level, plain(text)) for level, text in found)
    return tuple(Block(text, level) for level, text in cleaned if text)
