"""What a user may hand over instead of a sound release: each gives one plain error before anything is written."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingestion.crosswalk import CrosswalkConnector
from ingestion.esco import EscoConnector
from ingestion.onet import OnetConnector, ingest_onet
from ontology.errors import MalformedFile
from tests.ingestion.fake_store import FakeStore
from tests.ingestion.feeding import clock
from tests.ingestion.publisher_layouts import FIXTURES, as_gzipped, as_published, as_zip, table, write

Open = Callable[[Path], object]


def refused(connector: Open, path: Path) -> MalformedFile:
    with pytest.raises(MalformedFile) as caught:
        connector(path)
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize(
    ("connector", "given", "said", "remedy"),
    [
        (EscoConnector, "onet", "is an O*NET release, not the ESCO data asked for", "cairn ingest onet PATH"),
        (OnetConnector, "esco", "is an ESCO release, not the O*NET data asked for", "cairn ingest esco PATH"),
        (CrosswalkConnector, "onet", "is an O*NET release, not the crosswalk", "cairn ingest onet PATH"),
        (OnetConnector, "crosswalk", "is the ESCO-O*NET crosswalk, not the O*NET", "cairn ingest crosswalk PATH"),
    ],
)
@pytest.mark.parametrize("shape", [as_published, as_zip])
def test_the_release_of_another_publisher(
    connector: Open, given: str, said: str, remedy: str, shape: Callable[[str, Path], Path], tmp_path: Path
) -> None:
    error = refused(connector, shape(given, tmp_path))
    assert said in error.message
    assert remedy in error.remedy


def test_nothing_there(tmp_path: Path) -> None:
    assert "There is nothing at" in refused(EscoConnector, tmp_path / "nowhere").message


def test_a_folder_with_something_else(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello\n")
    assert "holds no occupations_en.csv, which every ESCO release has" in refused(EscoConnector, tmp_path).message


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    release = as_published("esco", tmp_path)
    (release / "occupationSkillRelations_en.csv").unlink()
    error = refused(EscoConnector, release)
    assert "holds no occupationSkillRelations_en.csv" in error.message
    assert error.details["file"] == "occupationSkillRelations_en.csv"


def test_a_missing_column_is_named_with_the_layout(tmp_path: Path) -> None:
    release = as_published("onet", tmp_path)
    header, *rows = table(release / "Skills.txt")
    write(release / "Skills.txt", [[name if name != "Scale ID" else "Scale" for name in header], *rows])
    error = refused(OnetConnector, release)
    assert error.message == "Skills.txt has no column Scale ID."
    assert "O*NET-SOC Code, Element ID, Element Name, Scale ID, Data Value" in error.remedy
    assert error.details == {"file": "Skills.txt", "column": "Scale ID"}


def test_an_empty_file(tmp_path: Path) -> None:
    release = as_published("onet", tmp_path)
    (release / "Skills.txt").write_bytes(b"")
    assert refused(OnetConnector, release).message == "Skills.txt has no column O*NET-SOC Code."


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_wrong_encoding(encoding: str, tmp_path: Path) -> None:
    release = as_published("onet", tmp_path)
    text = (release / "Task Statements.txt").read_text("utf-8").replace("great lens", "großes Licht")
    (release / "Task Statements.txt").write_bytes(text.encode(encoding))
    error = refused(OnetConnector, release)
    assert error.message.startswith("Task Statements.txt is not UTF-8 text (byte 0x")
    assert "UTF-8" in error.remedy


def test_a_byte_order_mark_is_no_matter(tmp_path: Path) -> None:
    release = as_published("onet", tmp_path)
    file = release / "Skills.txt"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    OnetConnector(release)


@pytest.mark.parametrize(
    "damage", [lambda packed: packed[:-20], lambda packed: packed[:60] + b"\x00" * 40 + packed[100:]]
)
def test_a_cut_off_or_damaged_gzip_file(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    release = as_gzipped("onet", tmp_path)
    file = release / "Task Statements.txt.gz"
    file.write_bytes(damage(file.read_bytes()))
    store = FakeStore()
    with pytest.raises(MalformedFile, match="damaged or cut-off gzip file") as caught:
        ingest_onet(store, release, clock=clock)
    assert caught.value.details["file"] == "Task Statements.txt.gz"
    assert store.commits == 0


def test_a_cut_off_zip(tmp_path: Path) -> None:
    archive = as_zip("onet", tmp_path)
    archive.write_bytes(archive.read_bytes()[:2000])
    assert "is not a readable zip archive" in refused(OnetConnector, archive).message


def test_a_file_that_only_claims_to_be_gzip_is_read_by_its_bytes(tmp_path: Path) -> None:
    release = as_published("esco", tmp_path)
    (release / "skills_en.csv").rename(release / "skills_en.csv.gz")
    (release / "occupations_en.csv").write_bytes(gzip.compress((release / "occupations_en.csv").read_bytes()))
    EscoConnector(release)


def test_an_enormous_field(tmp_path: Path) -> None:
    release = as_published("esco", tmp_path)
    header, *rows = table(release / "skills_en.csv")
    write(release / "skills_en.csv", [header, *rows, [*rows[0][:12], "x" * 200_000]])
    error = refused(EscoConnector, release)
    assert error.message == "skills_en.csv cannot be parsed as a table."
    assert "131,072 characters" in error.remedy


def test_two_releases_in_one_folder(tmp_path: Path) -> None:
    for publisher in ("onet", "esco"):
        for file in (FIXTURES / publisher).iterdir():
            (tmp_path / publisher).mkdir(exist_ok=True)
            (
                tmp_path / publisher / file.name.replace("_en", "").replace("Occupation Data.txt", "occupations.csv")
            ).write_bytes(file.read_bytes())
    error = refused(EscoConnector, tmp_path)
    assert "Two files hold the table occupations_en.csv" in error.message
    assert "one release" in error.remedy


def test_english_is_taken_where_several_languages_lie_side_by_side(tmp_path: Path) -> None:
    release = as_published("esco", tmp_path)
    for file in list(release.glob("*_en.csv")):
        (release / file.name.replace("_en", "_fr")).write_bytes(file.read_bytes())
    assert set(EscoConnector(release).files) == {file.name for file in (FIXTURES / "esco").iterdir()} - {
        "conceptSchemes_en.csv"
    }


def test_hidden_files_of_an_archive_are_passed_over(tmp_path: Path) -> None:
    archive = as_zip("onet", tmp_path)
    assert any("__MACOSX" in name for name in zipfile.ZipFile(archive).namelist())
    assert "._Skills.txt" not in OnetConnector(archive).files
