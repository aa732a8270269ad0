"""PDF by pypdf: lines with their places and sizes; larger ones are headings, gaps part paragraphs."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from ingestion.documents.blocks import Reading, blocks_of
from ingestion.faults import Refused

MAX_PAGES = 2000
HEADING_RATIO = 1.12
LONGEST_HEADING = 120
_BULLET = re.compile(r"^\s*(?:[\u2022\u2023\u25aa\u2013\u00b7*-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_CONTENTS = re.compile(r"(?:\.\s?){5,}\s*[\divxl]*\s*$")
"""The dots that lead to a page number in a table of contents."""
_PAGE_NUMBER = re.compile(r"(?:page|seite)?\s*\d+(?:\s*(?:/|of|von)\s*\d+)?", re.IGNORECASE)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of each oddity of a file; we refuse or read it


@dataclass(slots=True)
class Line:
    """A line of a page: how high it stands, its font size and its text."""

    page: int
    height: float
    size: float
    text: str


def read_pdf(data: bytes) -> Reading:
    """Headings and paragraphs; raises ``Refused`` for files that are damaged, locked, or pictures of text."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("LOCKED_FILE", "The PDF needs a password.", "Save it without a password and reload it.")
        if len(reader.pages) > MAX_PAGES:
            raise Refused("FILE_TOO_LARGE", f"The PDF has more than {MAX_PAGES:,} pages.", "Split it by part.")
        lines = [line for number, page in enumerate(reader.pages) for line in _lines(number, page)]
        title = reader.metadata.title if reader.metadata else None
    except Refused:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        # pypdf raises all of these on damaged files, depending on where the damage lies
        reason = "The file is not a whole PDF document."
        raise Refused("DAMAGED_FILE", reason, "Export it again and reload it.") from None
    if not lines:
        reason = "The PDF holds no text; it may be a scan."
        raise Refused("NO_TEXT", reason, "Run text recognition (OCR) over it, or load the original.")
    return Reading(blocks_of(list(_blocks(_without_margins(lines)))), {"title": title} if title else {})


def _lines(number: int, page: object) -> list[Line]:
    found: list[Line] = []

    def take(text: str, cm: Sequence[float], tm: Sequence[float], font: object, size: float) -> None:
        height = tm[5] * cm[3] + cm[5]
        scaled = abs(size * (tm[3] or 1.0) * (cm[3] or 1.0)) or 1.0
        for piece in text.split("\n"):
            if not piece.strip():
                continue
            last = found[-1] if found else None
            if last is not None and abs(last.height - height) < 0.4 * scaled:
                last.text += piece
                last.size = max(last.size, scaled)
            else:
                found.append(Line(number, height, scaled, piece))

    page.extract_text(visitor_text=take)  # type: ignore[attr-defined]  # a PageObject, which pypdf does not export
    return found


def _without_margins(lines: list[Line]) -> list[Line]:
    """Without page numbers and what stands on most of at least three pages."""
    pages = len({line.page for line in lines})
    shapes = [re.sub(r"\d+", "#", line.text.strip()) for line in lines]
    on_pages = Counter(shape for shape, _ in {(s, line.page) for s, line in zip(shapes, lines, strict=True)})
    repeated = {shape for shape, count in on_pages.items() if pages >= 3 and count > pages / 2}
    return [
        line
        for shape, line in zip(shapes, lines, strict=True)
        if shape not in repeated and not _PAGE_NUMBER.fullmatch(line.text.strip()) and not _CONTENTS.search(line.text)
    ]


def _blocks(lines: list[Line]) -> Iterator[tuple[int, str]]:
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 1.0
    larger = sorted({size for size in sizes if size >= body * HEADING_RATIO}, reverse=True)
    levels = {size: min(rank, 6) for rank, size in enumerate(larger, 1)}
    level, text, last = 0, "", None
    for line in lines:
        here = levels.get(round(line.size, 1), 0) if len(line.text) <= LONGEST_HEADING else 0
        if last is not None and here == level and not _parted(last, line, here):
            text = _joined(text, line.text)
        else:
            yield level, text
            level, text = here, line.text
        last = line
    yield level, text


def _parted(last: Line, line: Line, level: int) -> bool:
    if last.page != line.page:
        return level > 0 or last.text.rstrip().endswith((".", ":", "?", "!")) or bool(_BULLET.match(line.text))
    gap = last.height - line.height
    return gap > 1.65 * line.size or gap < 0 or bool(_BULLET.match(line.text))


def _joined(text: str, more: str) -> str:
    if text.endswith("-") and more[:1].islower():
        return text[:-1] + more.strip()
    return f"{text.rstrip()} {more.strip()}"
