"""The ESCO-O*NET crosswalk: reading, direction of the match, and waiting for both classifications."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from ingestion.crosswalk import MATCHES, NOTES, CrosswalkConnector, ingest_crosswalk
from ingestion.esco import EscoConnector, ingest_esco
from ingestion.onet import OnetConnector, ingest_onet
from ingestion.report import RunReport
from tests.ingestion.fake_store import Crash, FakeStore
from tests.ingestion.feeding import clock
from tests.ingestion.publisher_layouts import FIXTURES, ONET_SHAPES, Loaded, as_plain, as_published, edited

LAMPS = "http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000001"
HORNS = "http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000002"
GROUP = "http://data.europa.eu/esco/isco/C9911"


@pytest.fixture(params=ONET_SHAPES)
def release(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return ONET_SHAPES[request.param]("crosswalk", tmp_path)


def test_matches_are_read_from_onet_to_esco(release: Path) -> None:
    found = Loaded(CrosswalkConnector(release))
    matches = {ends: edge.properties["match_type"] for ends, edge in found.edges("EQUIVALENT_TO").items()}
    assert matches == {
        ("99-1011.00", LAMPS): "exact",
        ("99-1011.00", HORNS): "narrow",  # published as broadMatch: the O*NET occupation is the broader
        ("99-1011.01", LAMPS): "broad",
        ("99-1011.01", HORNS): "close",
        ("99-2021.00", GROUP): "exact",
    }
    assert found.edges("EQUIVALENT_TO")["99-2021.00", GROUP].end.label == "OccupationGroup"
    assert found.notes == {"crosswalk_isco_groups": 1}
    assert found.rejections == []
    source = found.connector.source
    assert source.key.id == "esco-onet-crosswalk-1"
    assert source.provenance.observed_at == datetime(2022, 9, 1, tzinfo=UTC)
    for text in ("ESCO classification of the European Commission", "O*NET Database by USDOL/ETA", "CC BY 4.0"):
        assert text in str(source.properties["attribution"])


def test_the_file_itself_may_be_named_as_one_likes(tmp_path: Path) -> None:
    file = next(as_plain("crosswalk", tmp_path).glob("*.gz")).rename(tmp_path / "mapping-2022.csv.gz")
    assert Loaded(CrosswalkConnector(file)).said() == Loaded(CrosswalkConnector(FIXTURES / "crosswalk")).said()


@pytest.mark.parametrize(
    ("code", "uri", "word", "field"),
    [
        ("11-1011", LAMPS, "exactMatch", "O*NET Id"),
        ("99-1011.00", "http://example.org/lamps", "exactMatch", "ESCO or ISCO URI"),
        ("99-1011.00", "http://data.europa.eu/esco/skill/1", "exactMatch", "ESCO or ISCO URI"),
        ("99-1011.00", LAMPS, "roughMatch", "Type of Match"),
        ("99-1011.00", LAMPS, "exactISCO", "Type of Match"),
        ("99-1011.00", GROUP, "broadMatch", "Type of Match"),
    ],
)
def test_a_bad_row_goes_to_quarantine(tmp_path: Path, code: str, uri: str, word: str, field: str) -> None:
    release = as_published("crosswalk", tmp_path)
    (file,) = release.iterdir()
    edited(file, [code, "x", "x", uri, "x", "x", word], drop=lambda row: (row[0], row[3]) == (code, uri))
    found = Loaded(CrosswalkConnector(release))
    assert [(entry.field, entry.code) for entry in found.rejections] == [(field, "UNKNOWN_VALUE")]


def test_a_pair_matched_twice_is_settled_in_any_order(tmp_path: Path) -> None:
    release = as_published("crosswalk", tmp_path)
    (file,) = release.iterdir()
    edited(
        file,
        ["99-1011.00", "x", "x", LAMPS, "x", "x", "closeMatch"],
        ["99-1011.00", "x", "x", HORNS, "x", "x", "broadMatch"],
    )
    found = Loaded(CrosswalkConnector(release))
    assert found.notes == {
        "crosswalk_isco_groups": 1,
        "crosswalk_repeated_rows": 1,
        "crosswalk_conflicting_rows": 1,
    }
    assert found.edges("EQUIVALENT_TO")["99-1011.00", LAMPS].properties["match_type"] == "exact"
    assert len(found.records) == 5


def _load(store: FakeStore, name: str, batch_size: int = 2000) -> RunReport:
    path = FIXTURES / name
    if name == "onet":
        return ingest_onet(store, path, clock=clock, batch_size=batch_size)
    if name == "esco":
        return ingest_esco(store, path, clock=clock, batch_size=batch_size, release="1.1.1")
    return ingest_crosswalk(store, path, clock=clock, batch_size=batch_size)


@pytest.mark.parametrize("order", list(permutations(("onet", "esco", "crosswalk"))), ids=" ".join)
def test_the_three_sources_in_any_order_give_one_graph(order: tuple[str, ...]) -> None:
    store, straight = FakeStore(), FakeStore()
    for name in ("onet", "esco", "crosswalk"):
        _load(straight, name)
    for name in order:
        _load(store, name, batch_size=7)
    assert _content(store) == _content(straight)
    assert len(store.live("EQUIVALENT_TO")) == 5
    lost = "occupation/00000000-0000-4000-8000-000000000007"
    assert sorted(key for _, key, payload in store.held if payload) == [
        f"broaderRelationsOccPillar/{lost}/occupation/00000000-0000-4000-8000-000000000001",
        f"occupationSkillRelations/{lost}/skill/00000000-0000-4000-8000-000000000001",
    ]
    again = _load(store, "onet")
    assert again.waiting == 0
    assert _content(store) == _content(straight)


def test_killed_anywhere_and_run_again_it_is_the_same_graph() -> None:
    whole = FakeStore()
    _load(whole, "onet", batch_size=10)
    for commits in range(1, whole.commits, 3):
        store = FakeStore(crash_after=commits)
        with pytest.raises(Crash):
            _load(store, "onet", batch_size=10)
        store.crash_after = None
        _load(store, "onet", batch_size=10)
        assert _content(store) == _content(whole)


def test_a_mended_release_settles_what_an_earlier_run_kept(tmp_path: Path) -> None:
    release, store = as_published("onet", tmp_path), FakeStore()
    whole = (release / "Job Zones.txt").read_text("utf-8")
    edited(release / "Job Zones.txt", ["99-2021.00", "6", "08/2023", "A"], ["99-2021.00", "3"])
    report = ingest_onet(store, release, clock=clock)
    assert report.quarantined == {"OUT_OF_RANGE": 1, "WRONG_COLUMN_COUNT": 1}
    assert len(store.held) == 2
    (release / "Job Zones.txt").write_text(whole, "utf-8")
    assert ingest_onet(store, release, clock=clock).clean
    assert store.held == {}


def _content(store: FakeStore) -> dict[str, object]:
    """Content without the journal of runs."""
    content = store.content()
    nodes = content["nodes"]
    assert isinstance(nodes, dict)
    return {**content, "nodes": {key: value for key, value in nodes.items() if not key.startswith("IngestRun:")}}


def test_every_note_is_documented() -> None:
    text = (Path(__file__).parents[2] / "docs" / "reference-data.md").read_text("utf-8")
    assert [code for code in NOTES if f"`{code}`" not in text] == []


@pytest.mark.requires_data
def test_the_real_crosswalk(shared_data: Path) -> None:
    found = Loaded(CrosswalkConnector(shared_data / "crosswalks"))
    edges = found.edges("EQUIVALENT_TO")
    assert Counter(edge.properties["match_type"] for edge in edges.values()) == {
        "narrow": 2_053,
        "close": 1_432,
        "exact": 498 + 43,
        "broad": 227,
    }
    assert sum(edge.end.label == "OccupationGroup" for edge in edges.values()) == 43
    assert found.notes == {"crosswalk_unread_files": 3, "crosswalk_isco_groups": 43}
    codes, uris = ({ends[position] for ends in edges} for position in (0, 1))
    esco = Loaded(EscoConnector(shared_data / "esco"))
    assert codes <= Loaded(OnetConnector(shared_data / "onet")).nodes("Role").keys()
    assert uris <= esco.nodes("Role").keys() | esco.nodes("OccupationGroup").keys()


@pytest.mark.requires_data
def test_the_published_words_say_what_the_onet_occupation_is(shared_data: Path) -> None:
    """The broader side of a match has many narrower partners: that is how the direction was found."""
    edges = Loaded(CrosswalkConnector(shared_data / "crosswalks")).edges("EQUIVALENT_TO")
    esco_per_onet: dict[str, set[str]] = defaultdict(set)
    onet_per_esco: dict[str, set[str]] = defaultdict(set)
    for (code, uri), edge in edges.items():
        if edge.properties["match_type"] == "narrow":
            esco_per_onet[code].add(uri)
        if edge.properties["match_type"] == "broad":
            onet_per_esco[uri].add(code)
    assert sum(map(len, esco_per_onet.values())) / len(esco_per_onet) > 3.5
    assert sum(map(len, onet_per_esco.values())) / len(onet_per_esco) > 1.5
    assert MATCHES["broadMatch"] == "narrow"
    chief_executives, airport_chief = "11-1011.00", "4be4ea31-1211-4f0c-82bb-f6fe10791f4d"
    assert any(uri.endswith(airport_chief) for uri in esco_per_onet[chief_executives])
