"""DOCX by python-docx: paragraphs, tables, and the headings by their styles."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph

from ingestion.documents.blocks import Reading, blocks_of
from ingestion.faults import Refused

MAX_UNPACKED = 200 * 1024 * 1024
_HEADING = re.compile(r"heading\s*(\d)", re.IGNORECASE)


def read_docx(data: bytes) -> Reading:
    """Paragraphs and table rows in order; raises ``Refused`` for what is no whole DOCX file."""
    _check_package(data)
    try:
        document = docx.Document(io.BytesIO(data))
        found = [block for part in document.iter_inner_content() for block in _blocks(part)]
        title = document.core_properties.title
    except (OpcError, KeyError, ValueError, SyntaxError, AttributeError):  # what a damaged package raises, by part
        raise _damaged() from None
    return Reading(blocks_of(found), {"title": title} if title else {})


def _check_package(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
            damaged = unpacked <= MAX_UNPACKED and package.testzip() is not None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error):
        raise _damaged() from None
    if unpacked > MAX_UNPACKED:
        raise Refused("FILE_TOO_LARGE", "The file unpacks to more than 200 MiB.", "Split it, or remove the pictures.")
    if damaged:
        raise _damaged()


def _damaged() -> Refused:
    return Refused("DAMAGED_FILE", "The file is not a whole DOCX document.", "Save it again as .docx and reload it.")


def _blocks(part: Paragraph | Table) -> Iterator[tuple[int, str]]:
    if isinstance(part, Paragraph):
        yield _level(part), _seen(part)
        return
    for row in part.rows:
        cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))
        yield 0, "; ".join(cell for cell in cells if cell)


def _seen(paragraph: Paragraph) -> str:
    """The text without runs that are formatted as hidden."""
    if any(run.font.hidden for run in paragraph.runs):
        return "".join(run.text for run in paragraph.runs if not run.font.hidden)
    return paragraph.text


def _level(paragraph: Paragraph) -> int:
    style = paragraph.style
    names = (style.name or "", style.style_id or "") if style is not None else ()
    for name in names:
        found = _HEADING.fullmatch(name)
        if found:
            return max(1, min(int(found.group(1)), 6))
        if name == "Title":
            return 1
    return 0
