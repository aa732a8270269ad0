"""Files as they come: formats, encodings, damage. Each fault names the line and leaves the other rows readable."""

from __future__ import annotations

import csv
import gzip
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.reading import MAX_FIELD, BadRow, Reading, Row, read_rows
from ontology.errors import MalformedFile

COLUMNS = ("id", "name", "note")


def read(folder: Path, content: bytes, name: str = "f.csv") -> list[Reading]:
    path = folder / name
    path.write_bytes(content)
    return list(read_rows(path, COLUMNS, ("id",)))


def refusal(folder: Path, content: bytes, name: str = "f.csv") -> MalformedFile:
    with pytest.raises(MalformedFile) as caught:
        read(folder, content, name)
    assert caught.value.remedy
    assert name in caught.value.message
    return caught.value


PLAIN = [Row(2, {"id": "1", "name": "Ana"}), Row(3, {"id": "2", "name": "Bo", "note": "x"})]


@pytest.mark.parametrize(
    "content",
    [
        b"id,name,note\n1,Ana,\n2,Bo,x\n",
        b"id;name;note\n1;Ana;\n2;Bo;x\n",
        b"id\tname\tnote\n1\tAna\t\n2\tBo\tx\n",
        b"\xef\xbb\xbfid,name,note\r\n1,Ana,\r\n2,Bo,x\r\n",
        b"ID, Name ,NOTE,,\n1,Ana,,,\n2,Bo,x,,",
        gzip.compress(b"id,name,note\n1,Ana,\n2,Bo,x\n"),
        b'{}\n{"id":"1","name":"Ana","note":null}\n{"id":"2","name":"Bo","note":"x"}\n',
    ],
    ids=["comma", "semicolon", "tab", "bom and crlf", "sloppy header", "gzip", "json lines"],
)
def test_every_layout_reads_the_same(tmp_path: Path, content: bytes) -> None:
    assert [row for row in read(tmp_path, content) if row != Row(1, {})] == PLAIN


def test_comments_separator_hint_and_blank_rows_are_passed_over(tmp_path: Path) -> None:
    content = b'# explained\n"# quoted by a spreadsheet",,\nsep=;\nid;name;note\n\n;;\n1;Ana;\n'
    assert read(tmp_path, content) == [Row(7, {"id": "1", "name": "Ana"})]


def test_a_field_may_span_lines_and_hold_separators(tmp_path: Path) -> None:
    content = b'id,name,note\n1,"Ana, the ""first""","a\nb"\n2,Bo,\n'
    assert read(tmp_path, content) == [
        Row(2, {"id": "1", "name": 'Ana, the "first"', "note": "a\nb"}),
        Row(4, {"id": "2", "name": "Bo"}),
    ]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "f.csv", "empty"),
        (b"\n \n# only a comment\n", "f.csv", "empty"),
        ("id,name\n1,Ana\n".encode("utf-16"), "f.csv", "UTF-16"),
        (b"id,n\xe4me\n1,Ana\n", "f.csv", "not UTF-8: line 1"),
        (b"id,name\n1,Ana\n", "f.csv.gz", "not gzip"),
        (gzip.compress(b"id,name\n" + b"1,Ana\n" * 5000)[:-40], "f.csv.gz", "not a whole gzip"),
        (b"id,nmae\n1,Ana\n", "f.csv", "'nmae' is not known. Did you mean 'name'?"),
        (b"name,note\nAna,\n", "f.csv", "'id' is missing"),
        (b"id,name,name\n1,Ana,Bo\n", "f.csv", "'name' stands there twice"),
        (b'id,"name\n1,Ana\n', "f.csv", "header row cannot be read"),
    ],
    ids=[
        "nothing", "blank", "utf-16", "latin header", "not gzip", "cut gzip", "misspelt", "missing", "doubled", "quote",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_refused_whole(tmp_path: Path, content: bytes, name: str, words: str) -> None:
    assert words in refusal(tmp_path, content, name).message


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MalformedFile, match=r"There is no file /.*gone\.csv"):
        list(read_rows(tmp_path / "gone.csv", COLUMNS, ()))
    with pytest.raises(MalformedFile, match=r"^\. is a folder"):
        list(read_rows(Path(), COLUMNS, ()))


GOOD = {"id": "9", "name": "Zed"}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (b"1,Ana", "RAGGED_ROW"),
        (b"1,Ana,x,y", "RAGGED_ROW"),
        (b"1,M\xfcller,", "BAD_ENCODING"),
        (b"1,A\x00na,", "NUL_BYTE"),
        (b"1," + b"x" * (MAX_FIELD + 1) + b",", "FIELD_TOO_LARGE"),
        (b"1," + b"x" * 200_000 + b",", "FIELD_TOO_LARGE"),
        (b"1," + b"x" * 2_000_000 + b",", "LINE_TOO_LONG"),
        (b'1,"Ana" Lee,', "BAD_QUOTE"),
        (b'1,"Ana,', "UNTERMINATED_QUOTE"),
    ],
)
def test_a_damaged_row_costs_only_itself(tmp_path: Path, row: bytes, code: str) -> None:
    bad, good = read(tmp_path, b"id,name,note\n" + row + b"\n9,Zed,\n")
    assert isinstance(bad, BadRow)
    assert (bad.code, bad.line) == (code, 2)
    assert bad.reason
    assert bad.remedy
    assert good == Row(3, GOOD)


def test_a_stray_quote_in_a_large_file_swallows_nothing(tmp_path: Path) -> None:
    rows = b"".join(b"%d,name %d,\n" % (number, number) for number in range(20_000))
    readings = read(tmp_path, b'id,name,note\n0,"oops,\n' + rows)
    assert [reading.line for reading in readings if isinstance(reading, BadRow)] == [2]
    assert len(readings) == 20_001


@pytest.mark.parametrize("line", [b"{oops}", b"[1]", b'"text"', b'{"id": NaN}', b"{" * 5000])
def test_a_damaged_json_line_costs_only_itself(tmp_path: Path, line: bytes) -> None:
    first, bad, last = read(tmp_path, b'{"id":"1"}\n' + line + b'\n{"id":"9","name":"Zed"}\n')
    assert (first, last) == (Row(1, {"id": "1"}), Row(3, GOOD))
    assert isinstance(bad, BadRow)
    assert (bad.code, bad.line) == ("BAD_JSON", 2)


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@settings(deadline=None)
@given(st.lists(st.tuples(cells, cells, cells), max_size=8))
def test_what_a_csv_writer_wrote_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    with tempfile.TemporaryDirectory() as folder:
        readings = read(Path(folder), text.getvalue().encode())
    expected = [{name: cell for name, cell in zip(COLUMNS, row, strict=True) if cell.strip()} for row in rows]
    assert [dict(reading.values) for reading in readings] == [row for row in expected if row]
    assert all(isinstance(reading, Row) for reading in readings)
