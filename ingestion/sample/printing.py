"""Prints authored Markdown as HTML, DOCX and PDF, so that the sample has documents of every kind that is read.

The PDF writer knows text, two fonts and nothing else: enough for a page of a policy.
"""

from __future__ import annotations

import html
import io
import textwrap
from collections.abc import Iterator, Mapping, Sequence

import docx
from markdown_it import MarkdownIt

from ingestion.documents.blocks import Block

WIDTH, HEIGHT, MARGIN = 595, 842, 64
SIZES = {0: 10.5, 1: 18.0, 2: 13.0, 3: 11.9}
CHARACTERS = 92
"""A line of running text in Helvetica at 10.5 points is about so long."""


def as_html(title: str, markdown: str, stated: Mapping[str, object]) -> str:
    """A page with the fields as ``meta`` elements."""
    shown = {name: ", ".join(map(str, value)) if isinstance(value, list) else value for name, value in stated.items()}
    meta = "\n".join(
        f'<meta name="cairn:{name.replace("_", "-")}" content="{html.escape(str(value))}">'
        for name, value in shown.items()
        if value not in ("", None)
    )
    body = MarkdownIt("commonmark").enable("table").render(markdown)
    head = f"<title>{html.escape(title)}</title>\n{meta}\n<style>body {{ font-family: sans-serif }}</style>"
    page = f'<html lang="en">\n<head>\n<meta charset="utf-8">\n{head}\n</head>\n<body>\n{body}</body>\n</html>'
    return f"<!doctype html>\n{page}\n"


def as_docx(title: str, blocks: Sequence[Block]) -> bytes:
    """A Word document with heading styles."""
    document = docx.Document()
    document.core_properties.title = title
    for block in blocks:
        if block.level:
            document.add_heading(block.text, block.level)
        else:
            document.add_paragraph(block.text)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def as_pdf(title: str, blocks: Sequence[Block]) -> bytes:
    """A PDF of A4 pages."""
    pages = ["\n".join(page) for page in _pages(blocks)]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        stream = page.encode("cp1252", "replace")
        resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {box} /Resources {resources} /Contents {6 + 2 * number} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< /Title ({_escaped(title)}) >>".encode("cp1252", "replace"))
    return _file(objects)


def _pages(blocks: Sequence[Block]) -> Iterator[list[str]]:
    page: list[str] = []
    y = float(HEIGHT - MARGIN)
    for block in blocks:
        size = SIZES[min(block.level, 3)]
        font = "F2" if block.level else "F1"
        y -= size * (1.6 if block.level else 0.9)
        for line in textwrap.wrap(block.text, int(CHARACTERS * SIZES[0] / size), break_long_words=False):
            if y < MARGIN:
                yield page
                page, y = [], float(HEIGHT - MARGIN)
            page.append(f"BT /{font} {size} Tf 1 0 0 1 {MARGIN} {y:.1f} Tm ({_escaped(line)}) Tj ET")
            y -= size * 1.3
    yield page


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
