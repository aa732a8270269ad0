"""The invented releases in every shape a user may hold: as published, packed, as plain tables, later."""

from __future__ import annotations

import csv
import gzip
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from graph.changes import EdgeStatement, NodeStatement, Record, Rejection
from ingestion.connector import Connector, Note

FIXTURES = Path(__file__).parent / "fixtures"
PLAIN_NAMES = {
    "Occupation Data.txt": "occupations",
    "Sample of Reported Titles.txt": "reported_titles",
    "Education, Training, and Experience.txt": "education_training_experience",
    "Abilities.txt": "abilities_importance",
    "ONET (Occupations)_0_updated.csv": "esco_onet_official",
    "digCompSkillsCollection_en.csv": "digcomp_skills_collection",
    "ISCOGroups_en.csv": "isco_groups",
}
PLAIN_COLUMNS = {"O*NET Id": "onet_soc_code", "Type of Match": "match_type"}


def table(path: Path) -> list[list[str]]:
    """Rows of a fixture, header first, without preamble."""
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".txt":
            return [line.rstrip("\n").split("\t") for line in file]
        rows = list(csv.reader(file))
    return rows[next(number for number, row in enumerate(rows) if len(set(row)) > 3) :]


def snake(name: str) -> str:
    """The name as ../shared/data spells it."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.replace("(s)", "s").replace("O*NET", "ONET"))
    return re.sub(r"[^a-z0-9]+", "_", spaced.lower()).strip("_")


def as_published(publisher: str, folder: Path) -> Path:
    return Path(shutil.copytree(FIXTURES / publisher, folder / "release 29.2 ESCO dataset - v1.1.1"))


def as_zip(publisher: str, folder: Path) -> Path:
    archive = folder / "db_29_2_text ESCO dataset - v1.1.1 - csv.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for member in sorted((FIXTURES / publisher).iterdir()):
            file.write(member, f"release/{member.name}")
        file.writestr("__MACOSX/release/._Skills.txt", b"\x00\x05")
    return archive


def as_gzipped(publisher: str, folder: Path) -> Path:
    """The official files, each packed."""
    release = as_published(publisher, folder)
    for file in list(release.iterdir()):
        (release / f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes()))
        file.unlink()
    return release


def as_plain(publisher: str, folder: Path) -> Path:
    """Gzip CSV with snake_case names and n/a as empty, as the tables lie in ../shared/data."""
    release = folder / publisher
    release.mkdir()
    version = {"onet": "O*NET 29.2 Database", "esco": "ESCO classification v1.1.1"}.get(publisher, '"Crosswalk" v1')
    (release / "SOURCE.md").write_text(f"# {version}\n", "utf-8")
    for file in sorted((FIXTURES / publisher).iterdir()):
        if file.stem == "Read Me":
            continue
        header, *rows = table(file)
        if publisher != "esco":
            header = [PLAIN_COLUMNS.get(name, snake(name)) for name in header]
        stem = PLAIN_NAMES.get(file.name) or snake(file.stem.removesuffix("_en"))
        if stem == "abilities_importance":
            header, rows = header[:5], [row[:5] for row in rows if row[3] == "IM"]
        if stem == "esco_onet_official":
            kept = [position for position, name in enumerate(header) if "description" not in name]
            header, rows = [header[at] for at in kept], [[row[at] for at in kept] for row in rows]
        write(
            release / f"{stem}.csv.gz", [header, *([value if value != "n/a" else "" for value in row] for row in rows)]
        )
    return release


def as_esco_1_2(publisher: str, folder: Path) -> Path:
    """The columns that ESCO 1.2 added: labels beside URIs in relations, naceCode on occupations."""
    release = folder / "ESCO dataset - v1.2.0 - classification - en - csv"
    shutil.copytree(FIXTURES / publisher, release)
    for file in release.iterdir():
        header, *rows = table(file)
        if "Relations" in file.name:
            header = [name for old in header for name in ((old, f"{old}Label") if old.endswith("Uri") else (old,))]
            rows = [[new for old in row for new in ((old, "x") if "://" in old else (old,))] for row in rows]
        elif file.name.startswith("occupations"):
            header, rows = [*header, "naceCode"], [[*row, ""] for row in rows]
        write(file, [header, *rows])
    return release


ONET_SHAPES: dict[str, Callable[[str, Path], Path]] = {
    "published": as_published,
    "gzipped": as_gzipped,
    "zip": as_zip,
    "plain": as_plain,
}
ESCO_SHAPES = {**ONET_SHAPES, "1.2": as_esco_1_2}


def write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write a table: tab-separated for .txt, CSV otherwise, gzip where the name says so."""
    if path.suffix == ".txt":
        path.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
        return
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "wt", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def edited(path: Path, *more: Sequence[str], drop: Callable[[list[str]], bool] = lambda row: False) -> None:
    """Append rows to a fixture copy, after leaving some out."""
    header, *rows = table(path)
    write(path, [header, *(row for row in rows if not drop(row)), *more])


class Loaded:
    """What a connector says, sorted into kinds."""

    def __init__(self, connector: Connector) -> None:
        self.connector = connector
        items = list(connector.records())
        self.records = [item for item in items if isinstance(item, Record)]
        self.rejections = [item for item in items if isinstance(item, Rejection)]
        self.notes = {item.code: item.count for item in items if isinstance(item, Note)}

    def nodes(self, label: str) -> dict[str, NodeStatement]:
        found = [node for record in self.records for node in record.nodes if node.key.label == label]
        assert len({node.key for node in found}) == len(found)
        return {node.key.id: node for node in found}

    def edges(self, rel_type: str) -> dict[tuple[str, str], EdgeStatement]:
        found = [edge for record in self.records for edge in record.edges if edge.rel_type == rel_type]
        return {(edge.start.id, edge.end.id): edge for edge in found}

    def said(self) -> set[tuple[str, str]]:
        """Every statement, free of files and lines: equal for equal content in any layout and order."""
        return {(record.key, repr((record.nodes, record.edges))) for record in self.records}
