"""The files of a publisher's release: found, unpacked, decoded; what goes wrong is told plainly. It parses no table."""

from __future__ import annotations

import csv
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from ontology.errors import MalformedFile

_TABLE_FILE = re.compile(r"(?P<stem>.+?)\.(csv|txt|tsv)(\.gz)?", re.IGNORECASE)
_AT_ONCE = 1 << 17
"""Bytes of text unpacked at once."""
_LANGUAGE = re.compile(r"_[a-z]{2}$")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a release, in a folder or inside a zip archive."""

    path: Path
    inside: str | None = None

    @property
    def name(self) -> str:
        """File name without folders."""
        return Path(self.inside or self.path.name).name

    @contextmanager
    def text(self, errors: str = "strict") -> Iterator[TextIO]:
        """The file as text, unpacked; what goes wrong meanwhile is a ``MalformedFile``."""
        with reading(self.name), ExitStack() as stack:
            raw: BinaryIO
            if self.inside is None:
                raw = stack.enter_context(self.path.open("rb"))
            else:
                archive = stack.enter_context(zipfile.ZipFile(self.path))
                raw = cast("BinaryIO", stack.enter_context(archive.open(self.inside)))
            if raw.peek(2)[:2] == b"\x1f\x8b":  # type: ignore[attr-defined]  # both kinds of reader can peek
                unpacked = stack.enter_context(gzip.GzipFile(fileobj=raw))
                # Unbuffered, the archive would be asked for every 8 KiB of text in Python.
                raw = cast("BinaryIO", io.BufferedReader(unpacked, _AT_ONCE))
            yield stack.enter_context(io.TextIOWrapper(raw, "utf-8-sig", errors=errors, newline=""))


def squash(name: str) -> str:
    """Fold a file or column name: letters and digits, lower case."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def without_language(stem: str) -> str:
    """The name of a file without the language at its end (``occupations_en``)."""
    return _LANGUAGE.sub("", stem)


def table_stem(name: str) -> str | None:
    """The folded name of a table file without language and extensions, or None for any other file."""
    found = _TABLE_FILE.fullmatch(name)
    return squash(without_language(found["stem"])) if found else None


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Turn what can go wrong while a file is read into ``MalformedFile`` naming the file and the remedy."""
    again = "Download the file again and check that it arrived whole."
    try:
        yield
    except UnicodeDecodeError as error:
        raise MalformedFile(
            f"{name} is not UTF-8 text (byte {error.object[error.start]:#04x}).",
            remedy="Take the publisher's own file, or save it as UTF-8.",
            file=name,
        ) from None
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise MalformedFile(f"{name} is a damaged or cut-off gzip file.", remedy=again, file=name) from None
    except zipfile.BadZipFile:
        raise MalformedFile(f"{name} is not a readable zip archive.", remedy=again, file=name) from None
    except csv.Error:
        remedy = f"Mend the file; no field may be longer than {csv.field_size_limit():,} characters."
        raise MalformedFile(f"{name} cannot be parsed as a table.", remedy=remedy, file=name) from None
    except OSError:
        raise MalformedFile(f"{name} cannot be read.", remedy="Check that it is there and readable.") from None


def members(path: Path) -> list[Member]:
    """The files of a release: in the folder and one level down, zip archives opened, hidden files passed over."""
    if path.is_dir():
        files = sorted(file for pattern in ("*", "*/*") for file in path.glob(pattern) if file.is_file())
    else:
        files = [path]
    found: list[Member] = []
    for file in files:
        if file.suffix.lower() != ".zip":
            found.append(Member(file))
            continue
        with reading(file.name), zipfile.ZipFile(file) as archive:
            found += [Member(file, info.filename) for info in archive.infolist() if not info.is_dir()]
    return [member for member in found if not member.name.startswith(".")]
