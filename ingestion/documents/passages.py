"""From blocks to passages: one for each stretch under a heading, long ones parted at paragraphs. Pure.

An identifier is made of the headings that lead to a passage, so a change elsewhere in the text does not move it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.keys import digest
from ingestion.documents.blocks import Block
from ingestion.documents.metadata import slug

LONGEST = 1200
"""Characters after which a passage ends with its paragraph."""
HARD_LIMIT = 4000
"""A single paragraph longer than this is parted at a sentence."""
BETWEEN = " / "


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text: the headings that lead to it, what tells it apart, its place and its paragraphs."""

    headings: tuple[str, ...]
    slug: str
    place: int
    paragraphs: tuple[str, ...]

    @property
    def name(self) -> str:
        """The headings in one line."""
        return BETWEEN.join(self.headings)

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(self.paragraphs)

    @property
    def text_hash(self) -> str:
        """What a quotation's source is recognised by."""
        return text_hash(self.text)


def text_hash(text: str) -> str:
    """Hash of a passage's text."""
    return digest(text)


def sections(title: str, blocks: Sequence[Block]) -> list[Section]:
    """The passages in order. A first heading that repeats the title leads to nothing."""
    used = Counter[str]()
    found: list[Section] = []
    for headings, paragraphs in _stretches(title, blocks):
        base = "/".join(slug(heading) for heading in headings)
        used[base] += 1
        own = base if used[base] == 1 else f"{base}~{used[base]}"
        found.append(Section(headings, own, len(found) + 1, paragraphs))
    return found


def _stretches(title: str, blocks: Sequence[Block]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    stack: list[tuple[int, str]] = []
    gathered: list[str] = []
    for block in blocks:
        if block.level:
            yield from _parts(title, stack, gathered)
            gathered = []
            stack = [(level, text) for level, text in stack if level < block.level]
            if stack or block.text.casefold() != title.casefold():
                stack.append((block.level, block.text))
        else:
            gathered += _bounded(block.text)
    yield from _parts(title, stack, gathered)


def _parts(
    title: str, stack: Sequence[tuple[int, str]], paragraphs: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    headings = tuple(text for _, text in stack) or (title,)
    part: list[str] = []
    for paragraph in paragraphs:
        if part and sum(map(len, part)) + len(paragraph) > LONGEST:
            yield headings, tuple(part)
            part = []
        part.append(paragraph)
    if part:
        yield headings, tuple(part)


def _bounded(text: str) -> Iterator[str]:
    while len(text) > HARD_LIMIT:
        end = max(text.rfind(". ", 0, HARD_LIMIT) + 1, text.rfind(" ", 0, HARD_LIMIT)) or HARD_LIMIT
        yield text[:end].strip()
        text = text[end:].strip()
    if text:
        yield text
