"""Files of documents: which there are, and one of them as text with what it states of itself. Raises ``Refused``."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingestion.documents.blocks import Block, Reading
from ingestion.documents.docx import read_docx
from ingestion.documents.html import read_html
from ingestion.documents.markdown import read_markdown
from ingestion.documents.metadata import DocumentMeta, meta_of, stated_in
from ingestion.documents.pdf import read_pdf
from ingestion.faults import Refused
from ontology.errors import MalformedFile

MAX_BYTES = 20 * 1024 * 1024
MAX_CHARACTERS = 2_000_000
SIDECAR = ".yaml"

_log = logging.getLogger(__name__)

Format = Literal["markdown", "html", "docx", "pdf"]
SUFFIXES: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A document as it was read: its fields, its format and its text."""

    meta: DocumentMeta
    format: Format
    blocks: tuple[Block, ...]


def found(path: Path) -> tuple[list[Path], int]:
    """The documents under the path, in order, and how many files of other kinds were passed over."""
    if path.is_file():
        if path.suffix.lower() not in SUFFIXES:
            kinds = ", ".join(sorted(SUFFIXES))
            raise MalformedFile(f"{path.name} is of no kind that is read.", remedy=f"Name one of {kinds}.")
        return [path], 0
    if not path.is_dir():
        raise MalformedFile(f"There is no file or folder {path}.", remedy="Check the path.")
    inside = sorted(entry for entry in path.rglob("*") if entry.is_file() and not _hidden(entry, path))
    kept = [entry for entry in inside if entry.suffix.lower() in SUFFIXES]
    beside = {entry.with_name(entry.name + SIDECAR) for entry in kept}
    return kept, sum(entry not in beside and entry.suffix.lower() not in SUFFIXES for entry in inside)


def _hidden(entry: Path, root: Path) -> bool:
    """Hidden, or a link that leads out of the folder."""
    if any(part.startswith((".", "~$")) for part in entry.relative_to(root).parts):
        return True
    return entry.is_symlink() and not entry.resolve().is_relative_to(root.resolve())


def read(path: Path) -> Text:
    """The document in the file; raises ``Refused`` with reason and remedy where it cannot be taken."""
    kind = SUFFIXES[path.suffix.lower()]
    reading = _parsed(kind, _bytes(path))
    if not reading.blocks:
        raise Refused("NO_TEXT", "The file holds no text.", "Load the file that does.")
    if sum(len(block.text) for block in reading.blocks) > MAX_CHARACTERS:
        raise Refused("FILE_TOO_LARGE", f"The text has more than {MAX_CHARACTERS:,} characters.", "Split it by part.")
    first = reading.blocks[0].text if reading.blocks[0].level else None
    meta = meta_of({**reading.stated, **_beside(path)}, path.stem, first)
    return Text(meta, kind, reading.blocks)


def _parsed(kind: Format, data: bytes) -> Reading:
    try:
        return _READERS[kind](data)
    except Refused:
        raise
    except Exception as error:  # foreign parsers on foreign bytes: whatever they raise is the file's fault, not a crash
        _log.warning("a %s file could not be read: %s", kind, type(error).__name__)
        reason = f"The file is not a whole {kind} document."
        raise Refused("DAMAGED_FILE", reason, "Save or export it again and reload it.") from None


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Refused("FILE_TOO_LARGE", "The file has more than 20 MiB.", "Split it, or remove its pictures.")
        return path.read_bytes()
    except OSError:
        raise Refused("UNREADABLE_FILE", "The file cannot be opened.", "Check that this user may read it.") from None


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _not_utf8() from None
    if "\x00" in text:
        raise _not_utf8()
    return text


def _not_utf8() -> Refused:
    remedy = "Save it as UTF-8 (in a terminal: iconv -f latin1 -t utf-8)."
    return Refused("BAD_ENCODING", "The file is not UTF-8 text.", remedy)


def _beside(path: Path) -> dict[str, object]:
    """What the file of the same name with .yaml added states."""
    sidecar = path.with_name(path.name + SIDECAR)
    return stated_in(_decoded(_bytes(sidecar)), sidecar.name) if sidecar.is_file() else {}


_READERS: dict[Format, Callable[[bytes], Reading]] = {
    "markdown": lambda data: read_markdown(_decoded(data)),
    "html": lambda data: read_html(_decoded(data)),
    "docx": read_docx,
    "pdf": read_pdf,
}


def relative_names(paths: list[Path], root: Path) -> Iterator[tuple[Path, str]]:
    """Each file with the name it goes by in reports: its place under the folder."""
    for path in paths:
        yield path, path.relative_to(root).as_posix() if path != root else path.name
