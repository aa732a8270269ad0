"""Markdown with YAML front matter. Raw HTML in it is not text and is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingestion.documents.blocks import Reading, blocks_of
from ingestion.documents.metadata import stated_in

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def read_markdown(text: str) -> Reading:
    """Headings, paragraphs, list items, table rows and code blocks; raises ``Refused`` for bad front matter."""
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    stated = stated_in(front.group(1), "front matter") if front else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    return Reading(blocks_of(list(_blocks(tokens))), stated)


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    level, row = 0, list[str]()
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield 0, "; ".join(cell for cell in row if cell)
            row = []
        elif token.type in ("fence", "code_block"):
            yield 0, token.content
        elif token.type == "inline":
            said = _inline(token.children or ())
            if token.level >= 4 and _in_table(token, tokens):
                row.append(said)
            else:
                yield level, said
            level = 0


def _in_table(token: Token, tokens: Sequence[Token]) -> bool:
    before = tokens[tokens.index(token) - 1]
    return before.type in ("td_open", "th_open")


def _inline(children: Sequence[Token]) -> str:
    said = []
    for child in children:
        if child.type in ("text", "code_inline"):
            said.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            said.append(" ")
    return "".join(said)
