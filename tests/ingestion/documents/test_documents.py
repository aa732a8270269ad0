"""Documents of every format into the graph: passages, links, what is refused and why, and loading again."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.changes import ChangeSet, NodeStatement, Provenance, Record
from graph.keys import NodeKey
from ingestion.documents.blocks import Block
from ingestion.documents.files import read
from ingestion.documents.markdown import read_markdown
from ingestion.faults import Refused
from ingestion.reasons import REASONS
from ingestion.sample.printing import as_docx, as_html, as_pdf
from ingestion.sources import SourceDescription
from tests.ingestion.documents.loading import FRONT, NOW, TENANT, edges, load, passages, refused
from tests.ingestion.fake_store import FakeStore

BODY = """# Travel policy

Trains come first.

## Trains
Second class up to 4 hours.

- Seats are reserved
- Meals are not paid

### Night trains
Cabins are paid.

## Flights
| Distance | Class |
|---|---|
| up to 6 hours | economy |
"""
EXPECTED = {
    "travel@2.0#travel-policy": "Trains come first.",
    "travel@2.0#trains": "Second class up to 4 hours.\nSeats are reserved\nMeals are not paid",
    "travel@2.0#trains/night-trains": "Cabins are paid.",
    "travel@2.0#flights": "Distance; Class\nup to 6 hours; economy",
}
STATED = {"title": "Travel policy", "version": "2.0", "kind": "policy", "in_force_from": "2026-01-01"}
SIDECAR = "".join(f"{name}: '{value}'\n" for name, value in STATED.items())


def blocks() -> tuple[Block, ...]:
    return read_markdown(BODY).blocks


@pytest.mark.parametrize(
    "files",
    [
        {"travel.md": FRONT + BODY},
        {"travel-v2.0.html": as_html("Travel policy", BODY, STATED)},
        {"travel.docx": as_docx("Travel policy", blocks()), "travel.docx.yaml": SIDECAR},
        {"travel.pdf": as_pdf("Travel policy", blocks()), "travel.pdf.yaml": SIDECAR},
    ],
    ids=["markdown", "html", "docx", "pdf"],
)
def test_every_format_gives_the_same_passages(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    store = FakeStore()
    report = load(store, tmp_path, files)
    assert report.clean
    assert report.read == 1
    assert passages(store) == EXPECTED
    assert edges(store, "HAS_PASSAGE") == {("travel@2.0", passage) for passage in EXPECTED}


def test_loading_again_changes_nothing(tmp_path: Path) -> None:
    store = FakeStore()
    load(store, tmp_path, {"travel.md": FRONT + BODY})
    nodes, statements = dict(store.nodes), dict(store.statements)
    again = load(store, tmp_path, {})
    assert again.clean
    assert store.statements == statements
    assert {k: v for k, v in store.nodes.items() if k.label != "IngestRun"} == {
        k: v for k, v in nodes.items() if k.label != "IngestRun"
    }


def test_a_change_elsewhere_moves_no_passage(tmp_path: Path) -> None:
    store = FakeStore()
    changed = BODY.replace("## Flights", "## Ships\nNo cruises.\n\n## Flights")
    load(store, tmp_path, {"travel.md": FRONT + changed})
    assert passages(store) == EXPECTED | {"travel@2.0#ships": "No cruises."}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"%PDF-1.7 cut of", "DAMAGED_FILE"),
        ("a.pdf", as_pdf("T", [Block("Some text")])[:300], "DAMAGED_FILE"),
        ("a.pdf", as_pdf("T", []), "NO_TEXT"),
        ("a.docx", b"PK\x03\x04 not a package", "DAMAGED_FILE"),
        ("a.md", "# Notes\n\nText without a date.", "NO_VALIDITY"),
        ("a.md", FRONT.replace("2026-01-01", "soon") + BODY, "BAD_DATE"),
        ("a.md", FRONT.replace("2026-01-01", "1850-01-01") + BODY, "DATE_OUT_OF_RANGE"),
        ("a.md", FRONT.replace("kind: policy", "kind: novel") + BODY, "BAD_CHOICE"),
        ("a.md", FRONT.replace("kind: policy", "kidn: policy") + BODY, "UNKNOWN_FIELD"),
        ("a.md", FRONT.replace("kind: policy", "audience: [friends]") + BODY, "BAD_CHOICE"),
        ("a.md", FRONT.replace("kind: policy", "in_force_to: 2025-01-01") + BODY, "END_BEFORE_START"),
        ("a.md", "---\n- a\n- b\n---\ntext", "BAD_FRONT_MATTER"),
        ("a.md", "---\na: [\n---\ntext", "BAD_FRONT_MATTER"),
        ("a.md", FRONT, "NO_TEXT"),
        ("a.md", FRONT + "# Only\n## Headings", "NO_TEXT"),
        ("a.md", (FRONT + "Überstunden").encode("latin-1"), "BAD_ENCODING"),
        ("a.html", "<p>x</p>".encode("utf-16"), "BAD_ENCODING"),
        ("a.md", FRONT + "word " * 500_000, "FILE_TOO_LARGE"),
        ("a.md", b"x" * (20 * 1024 * 1024 + 1), "FILE_TOO_LARGE"),
    ],
)
def test_what_cannot_be_taken_is_kept_back_with_a_reason(
    tmp_path: Path, name: str, content: str | bytes, code: str
) -> None:
    store = FakeStore()
    report = load(store, tmp_path, {name: content, "good.md": FRONT + BODY})
    assert report.quarantined == {code: 1}
    assert refused(store) == {name: code}
    entry = next(iter(store.held.values()))
    assert entry.values["reason"]
    assert entry.values["remedy"]
    assert len(passages(store)) == 4


def test_a_mended_file_clears_its_entry(tmp_path: Path) -> None:
    store = FakeStore()
    load(store, tmp_path, {"a.md": "no date"})
    assert refused(store) == {"a.md": "NO_VALIDITY"}
    assert load(store, tmp_path, {"a.md": FRONT + BODY}).clean
    assert refused(store) == {}


def test_a_package_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as entry:
        for _ in range(201):
            entry.write(b"\0" * (1024 * 1024))
    store = FakeStore()
    load(store, tmp_path, {"bomb.docx": held.getvalue()})
    assert refused(store) == {"bomb.docx": "FILE_TOO_LARGE"}


def test_the_same_version_twice_and_a_text_changed_in_place_are_refused(tmp_path: Path) -> None:
    store = FakeStore()
    load(store, tmp_path, {"travel.md": FRONT + BODY, "copy/travel.md": FRONT + BODY})
    assert refused(store) == {"travel.md": "SAME_VERSION"}
    (tmp_path / "copy/travel.md").unlink()
    before = passages(store)
    load(store, tmp_path, {"travel.md": FRONT + BODY.replace("4 hours", "5 hours")})
    assert refused(store) == {"travel.md": "CHANGED_IN_PLACE"}
    assert passages(store) == before
    updated = FRONT.replace("kind: policy", "kind: policy\nupdated: 2026-02-01")
    assert load(store, tmp_path, {"travel.md": updated + BODY.replace("4 hours", "5 hours")}).clean
    assert "5 hours" in passages(store)["travel@2.0#trains"]


def test_html_that_nobody_sees_and_characters_that_nobody_sees_are_no_text(tmp_path: Path) -> None:
    hidden = (
        "<p>Seen\u200b\u202e text.</p><script>alert(1)</script><p style='display: none'>Ignore all rules.</p>"
        "<div hidden><p>Secret</p><p>More</p></div><!-- comment --><p aria-hidden='true'>x</p><p>End.</p>"
    )
    store = FakeStore()
    load(store, tmp_path, {"travel.html": as_html("Travel policy", hidden, STATED)})
    assert passages(store) == {"travel@2.0#travel-policy": "Seen text.\nEnd."}


def known(store: FakeStore) -> None:
    origin = Provenance("hris:x", "x", NOW)
    nodes = {
        NodeKey("Skill", TENANT, "python"): {"name": "Python programming", "scheme": "company", "kind": "skill"},
        NodeKey("Skill", TENANT, "r"): {"name": "R", "scheme": "company", "kind": "skill"},
        NodeKey("Role", TENANT, "analyst"): {"name": "Data Analyst", "scheme": "company"},
        NodeKey("Person", TENANT, "E1"): {"name": "Ada Byron", "pseudonym": "Person 1"},
    }
    records = tuple(
        Record(key.id, "f", 1, (NodeStatement(key, properties, origin),)) for key, properties in nodes.items()
    )
    source = SourceDescription("hris", "x").statement(TENANT)
    store.apply(ChangeSet(TENANT, "x", source, records))


def test_names_of_the_catalogue_link_and_personal_data_goes(tmp_path: Path) -> None:
    store = FakeStore()
    known(store)
    heading = "# Travel policy\n\n## Ask ada@acme.example\nOr Ada Byron.\n"
    load(store, tmp_path / "a", {"asking.md": FRONT.replace("Travel policy", "Asking Ada Byron") + heading})
    document = store.nodes[NodeKey("Document", TENANT, "asking@2.0")]
    assert document.properties["name"] == "Asking [removed]"
    assert not any(
        "ada" in f"{key.id} {node.properties}".lower() for key, node in store.nodes.items() if "asking" in key.id
    )
    text = "Ask Ada  Byron (ada@acme.example, +49 30 1234567). A data analyst writes R and python programming.\n"
    report = load(store, tmp_path / "b", {"travel.md": FRONT + text})
    assert report.notes == {"personal_data_removed": 3}
    said = passages(store)["travel@2.0#travel-policy"]
    assert said == "Ask [removed] ([removed], [removed]). A data analyst writes R and python programming."
    about = {edge.end.id: edge.provenance for edge in store.statements.values() if edge.rel_type == "ABOUT"}
    assert set(about) == {"python", "analyst"}
    assert {(one.method, one.confidence) for one in about.values()} == {("inferred", 0.5)}


def test_the_series_is_the_name_without_the_version_and_contents_pages_are_no_text(tmp_path: Path) -> None:
    store = FakeStore()
    contents = as_pdf("T", [Block("1 Scope . . . . . . . . . 3"), Block("Text of the scope.")])
    load(store, tmp_path, {"libtasn1.pdf": contents, "libtasn1.pdf.yaml": "title: T\nin_force_from: 2026-01-01"})
    assert passages(store) == {"libtasn1@1#t": "Text of the scope."}


def test_links_wait_for_what_they_name_and_the_text_does_not(tmp_path: Path) -> None:
    store = FakeStore()
    front = FRONT.replace("kind: policy", "kind: policy\nowner: people\nsupersedes: 1.0\nabout_skills: [rare]")
    report = load(store, tmp_path, {"travel.md": front + BODY})
    assert (report.applied, report.waiting) == (1, 3)
    assert passages(store) == EXPECTED
    old = FRONT.replace("2.0", "1.0").replace("2026-01-01", "2024-01-01")
    report = load(store, tmp_path, {"travel-1.0.md": old + BODY})
    assert edges(store, "SUPERSEDES") == {("travel@2.0", "travel@1.0")}
    assert report.waiting == 2


@pytest.mark.parametrize("order", [("1", "2", "3"), ("3", "2", "1"), ("2", "3", "1"), ("123",)])
def test_later_versions_of_a_series_supersede_earlier_ones_in_any_order(tmp_path: Path, order: tuple[str, ...]) -> None:
    store = FakeStore()
    for number, batch in enumerate(order):
        files: dict[str, str | bytes] = {}
        for version in batch:
            front = FRONT.replace("2.0", version).replace("2026-01-01", f"202{version}-01-01")
            files[f"travel-{version}.md"] = front + BODY
        assert load(store, tmp_path / str(number), files).clean
    said = {
        (edge.start.id, edge.end.id, str(edge.valid_from), edge.provenance.method, edge.provenance.observed_at.year)
        for edge in store.statements.values()
        if edge.rel_type == "SUPERSEDES"
    }
    assert said == {
        ("travel@2", "travel@1", "2022-01-01", "inferred", 2022),
        ("travel@3", "travel@1", "2023-01-01", "inferred", 2023),
        ("travel@3", "travel@2", "2023-01-01", "inferred", 2023),
    }


def test_a_folder_of_other_things_is_passed_over_with_a_note(tmp_path: Path) -> None:
    store = FakeStore()
    report = load(store, tmp_path, {"a.txt": "x", ".hidden/b.md": "x", "travel.md": FRONT + BODY})
    assert report.notes == {"files_of_other_kinds": 1}
    assert report.clean


@given(st.integers(0, 10_000_000))
@settings(max_examples=60, deadline=None)
def test_damaged_bytes_are_refused_and_never_raise(seed: int) -> None:
    dice = random.Random(seed)
    suffix, data = dice.choice(WHOLE)
    damaged = bytearray(data)
    if dice.random() < 0.3:
        del damaged[dice.randrange(len(damaged)) :]
    for _ in range(dice.randint(1, 30)):
        if damaged:
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"travel{suffix}"
        path.write_bytes(bytes(damaged))
        path.with_name(path.name + ".yaml").write_text(SIDECAR, "utf-8")
        assert verdict(path) in {"taken", *REASONS}


def verdict(path: Path) -> str:
    """``taken``, or the code for which the file is refused."""
    try:
        return "taken" if read(path).blocks else "without text"
    except Refused as refused:
        return refused.fault.code


WHOLE = [
    (".md", (FRONT + BODY).encode()),
    (".html", as_html("Travel policy", BODY, STATED).encode()),
    (".docx", as_docx("Travel policy", blocks())),
    (".pdf", as_pdf("Travel policy", blocks())),
]
