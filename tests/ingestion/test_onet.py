"""The O*NET connector on an invented release, in every shape, and on the real one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.changes import Record
from ingestion.classification import Place
from ingestion.onet import OnetConnector
from ingestion.onet.layout import NOTES
from ingestion.onet.occupations import mean_category
from ingestion.onet.ratings import Rating, required
from ingestion.onet.technology import technology_id
from ontology.errors import MalformedFile, SettingInvalid
from ontology.model import load_ontology
from tests.ingestion.publisher_layouts import FIXTURES, ONET_SHAPES, Loaded, as_published, edited, table, write

TUNERS, BELLS, CLOUDS = "99-1011.00", "99-1011.01", "99-2021.00"


def loaded(path: Path) -> Loaded:
    return Loaded(OnetConnector(path))


@pytest.fixture(params=ONET_SHAPES)
def release(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return ONET_SHAPES[request.param]("onet", tmp_path)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return as_published("onet", tmp_path)


def test_every_shape_of_a_release_gives_the_same_graph(release: Path) -> None:
    found = loaded(release)
    assert found.connector.source.key.id == "onet-29.2"
    assert found.rejections == []
    reference = loaded(FIXTURES / "onet")
    without_abilities = {said for said in reference.said() if not said[0].startswith("Abilities/")}
    assert {said for said in found.said() if not said[0].startswith("Abilities/")} == without_abilities


def test_an_occupation_gathers_titles_zone_and_preparation(release: Path) -> None:
    role = loaded(release).nodes("Role")[TUNERS]
    assert role.properties == {
        "name": "Lighthouse Tuners",
        "alt_labels": ["Beam Keeper", "Lamp Master", "Lighthouse Tuner (LT)", "LT"],
        "description": "Tune the lamps and lenses of lighthouses so that ships hear and see them.",
        "scheme": "onet",
        "code": TUNERS,
        "job_zone": 4,
        "education_category": 2.75,
        "experience_category": 3.0,
        "training_category": 5.0,
    }
    assert role.provenance.source_record == f"onet:Occupation Data/{TUNERS}"
    assert role.provenance.observed_at == datetime(2025, 2, 1, tzinfo=UTC)


def test_an_occupation_without_ratings_is_normal(release: Path) -> None:
    found = loaded(release)
    assert found.nodes("Role")[CLOUDS].properties == {
        "name": "Cloud Shepherds",
        "description": "Lead clouds to where rain is wanted.",
        "scheme": "onet",
        "code": CLOUDS,
    }
    assert found.notes["onet_occupations_without_ratings"] == 1
    assert found.notes["onet_occupations_without_job_zone"] == 1


def test_importance_and_level_become_one_edge() -> None:
    asked = loaded(FIXTURES / "onet").edges("REQUIRES_SKILL")
    edge = asked[TUNERS, "2.A.1.a"]
    assert edge.properties == {
        "essential": True,
        "weight": 0.78,
        "min_level": 3.3,
        "onet_importance": 4.12,
        "onet_level": 4.62,
        "suppressed": False,
        "not_relevant": False,
    }
    assert edge.provenance.observed_at == datetime(2023, 8, 1, tzinfo=UTC)
    assert edge.provenance.confidence == 1.0
    assert asked[TUNERS, "2.C.1.a"].properties["essential"] is True  # exactly 3.00
    assert asked[TUNERS, "2.C.1.a"].properties["min_level"] == 5.0  # the top of 0-7 is the top of 0-5
    assert asked[TUNERS, "1.A.1.a"].properties["essential"] is False  # 2.99
    assert len(asked) == 4


def test_levels_and_weights_lie_on_the_grid_of_the_ontology(release: Path) -> None:
    declared = load_ontology().relationship("REQUIRES_SKILL").properties
    for edge in loaded(release).edges("REQUIRES_SKILL").values():
        for name in ("weight", "min_level"):
            value = edge.properties.get(name)
            assert value is None or value == declared[name].rounded(float(str(value)))


def test_a_suppressed_level_lowers_the_confidence_and_is_told(release: Path) -> None:
    found = loaded(release)
    edge = found.edges("REQUIRES_SKILL")[BELLS, "2.A.1.a"]
    assert edge.properties["suppressed"] is True
    assert edge.properties["not_relevant"] is True
    assert edge.properties["min_level"] == 1.0
    assert edge.provenance.confidence == 0.5
    assert edge.provenance.observed_at == datetime(2022, 8, 1, tzinfo=UTC)  # the newer of its two rows
    assert found.notes["onet_suppressed_ratings"] == 1
    assert found.notes["onet_not_relevant_levels"] == 1
    assert found.notes["onet_suppressed_shares"] == 1


def test_a_table_without_levels_and_dates_gives_edges_without_level(tmp_path: Path) -> None:
    found = loaded(ONET_SHAPES["plain"]("onet", tmp_path))
    edge = found.edges("REQUIRES_SKILL")[TUNERS, "1.A.1.a"]
    assert "min_level" not in edge.properties
    assert edge.provenance.observed_at == datetime(2025, 2, 1, tzinfo=UTC)
    assert found.notes["onet_ratings_without_level"] == 1
    assert found.notes["onet_undated_ratings"] == 1


def test_elements_become_skills_under_their_groups(release: Path) -> None:
    found = loaded(release)
    kinds = {skill_id: node.properties["kind"] for skill_id, node in found.nodes("Skill").items()}
    assert kinds == {"1.A.1.a": "ability", "2.A.1.a": "skill", "2.C.1.a": "knowledge"}
    assert set(found.nodes("SkillGroup")) == {"1.A", "1.A.1", "2.A", "2.A.1", "2.C", "2.C.1"}
    broader = found.edges("BROADER")
    assert {("2.A.1.a", "2.A.1"), ("2.A.1", "2.A"), ("2.C.1.a", "2.C.1")} <= set(broader)
    assert ("2.A", "2") not in broader


def test_tasks_and_activities(release: Path) -> None:
    found = loaded(release)
    assert found.nodes("Task")["onet-task:9001"].properties["name"] == 'Polish the "great lens" each evening.'
    core = {ends[1]: edge.properties.get("core") for ends, edge in found.edges("HAS_TASK").items()}
    assert core == {"onet-task:9001": True, "onet-task:9002": False, "onet-task:9003": None}
    assert found.notes["onet_tasks_not_rated"] == 1
    levels = {node_id: node.properties["kind"] for node_id, node in found.nodes("WorkActivity").items()}
    assert levels == {
        "4.A.1.a.1": "generalised",
        "4.A.1.a.1.I01": "intermediate",
        "4.A.1.a.1.I01.D01": "detailed",
        "4.A.1.a.1.I01.D02": "detailed",
    }
    assert ("4.A.1.a.1.I01.D01", "4.A.1.a.1.I01") in found.edges("BROADER")
    assert ("4.A.1.a.1.I01", "4.A.1.a.1") in found.edges("BROADER")
    assert len(found.edges("INVOLVES")) == 3


def test_what_an_occupation_performs_is_counted_from_its_tasks(release: Path) -> None:
    performs = loaded(release).edges("PERFORMS")
    counts = {ends: edge.properties["task_count"] for ends, edge in performs.items()}
    assert counts == {(TUNERS, "4.A.1.a.1.I01.D01"): 2, (TUNERS, "4.A.1.a.1.I01.D02"): 1}
    edge = performs[TUNERS, "4.A.1.a.1.I01.D01"]
    assert edge.provenance.method == "inferred"
    assert edge.provenance.observed_at == datetime(2020, 11, 1, tzinfo=UTC)


def test_products_that_differ_in_signs_only_stay_apart(release: Path) -> None:
    found = loaded(release)
    named = {node.properties["name"]: node_id for node_id, node in found.nodes("Technology").items()}
    assert named["C"] == "onet-tech:43232402:c"
    assert len({named["C"], named["C#"], named["C++"]}) == 3
    assert named["FogView Pro"] == "onet-tech:43232605:fogview-pro"
    uses = found.edges("USES_TECHNOLOGY")
    assert uses[TUNERS, named["C++"]].properties == {"hot": True, "in_demand": True}
    assert uses[BELLS, named["Brass sextants"]].properties == {}
    assert (named["Brass sextants"], "unspsc:41114204") in found.edges("BROADER")
    assert found.nodes("Technology")["unspsc:41114204"].properties["kind"] == "commodity"


def test_characteristics_are_read_on_their_own_scale_once(release: Path) -> None:
    found = loaded(release)
    values = {ends[1]: edge.properties["value"] for ends, edge in found.edges("CHARACTERISED_BY").items()}
    assert values == {"1.B.1.a": 6.33, "1.C.1.a": 4.69, "1.B.2.a": 5.0}
    kinds = {node_id: node.properties["kind"] for node_id, node in found.nodes("Characteristic").items()}
    assert kinds == {"1.B.1.a": "interest", "1.C.1.a": "work_style", "1.B.2.a": "work_value"}
    assert found.notes["onet_passed_over_scales"] == 4  # IH, VH, PT, IM of training


def test_titles_shared_and_repeated_are_told(release: Path) -> None:
    found = loaded(release)
    assert "Beam Keeper" in found.nodes("Role")[TUNERS].properties["alt_labels"]  # type: ignore[operator]
    assert found.nodes("Role")[BELLS].properties["alt_labels"] == ["Beam Keeper", "Bell Master", "BM"]
    assert found.notes["onet_shared_titles"] == 1
    assert found.notes["onet_repeated_titles"] == 3
    assert found.notes["onet_unread_files"] == 1


@pytest.mark.parametrize(
    ("file", "row", "field", "code"),
    [
        ("Skills.txt", [BELLS, "2.A.1.b", "x", "IM", "5.01", *[""] * 6, "08/2023", "A"], "Data Value", "OUT_OF_RANGE"),
        ("Skills.txt", [BELLS, "2.A.1.b", "x", "LV", "many", *[""] * 6, "08/2023", "A"], "Data Value", "OUT_OF_RANGE"),
        ("Skills.txt", [BELLS, "2.A.1.b", "x", "IM", "3.00", *[""] * 6, "13/2023", "A"], "Date", "INVALID_DATE"),
        (
            "Skills.txt",
            [BELLS, "2.A.1.b", "x", "LV", "3.00", *[""] * 6, "08/2023", "A"],
            "Scale ID",
            "INCOMPLETE_RATING",
        ),
        ("Skills.txt", ["11-1011", "2.A.1.a", "x", "IM", "3.00", *[""] * 8], "O*NET-SOC Code", "INVALID_CODE"),
        ("Skills.txt", [BELLS, "", "x", "IM", "3.00", *[""] * 8], "Element ID", "MISSING_VALUE"),
        ("Occupation Data.txt", ["99-3011.00", " ", "x"], "Title", "MISSING_VALUE"),
        ("Job Zones.txt", [CLOUDS, "6", "08/2023", "A"], "Job Zone", "OUT_OF_RANGE"),
        ("Alternate Titles.txt", ["99-9999.00", "Nobody", "", ""], "O*NET-SOC Code", "UNKNOWN_OCCUPATION"),
        ("Job Zones.txt", [CLOUDS, "3"], None, "WRONG_COLUMN_COUNT"),
    ],
)
def test_a_bad_row_goes_to_quarantine_and_the_rest_loads(
    published: Path, file: str, row: list[str], field: str | None, code: str
) -> None:
    edited(published / file, row)
    found = loaded(published)
    assert [(entry.file, entry.field, entry.code) for entry in found.rejections] == [(file, field, code)]
    assert found.rejections[0].line == len(table(FIXTURES / "onet" / file)) + 1
    assert found.rejections[0].remedy
    reference = loaded(FIXTURES / "onet")
    assert len(found.edges("REQUIRES_SKILL")) == len(reference.edges("REQUIRES_SKILL"))
    assert len(found.nodes("Role")) == len(reference.nodes("Role"))


def test_a_rejected_rating_has_the_key_of_the_record_that_mends_it(published: Path) -> None:
    edited(published / "Skills.txt", [CLOUDS, "2.A.1.a", "x", "IM", "9", *[""] * 6, "08/2023", "A"])
    key = loaded(published).rejections[0].key
    edited(
        published / "Skills.txt",
        [CLOUDS, "2.A.1.a", "x", "IM", "3", *[""] * 6, "08/2023", "A"],
        drop=lambda row: row[4] == "9",
    )
    assert key in {record.key for record in loaded(published).records}


def test_rows_of_an_unknown_occupation_wait(published: Path) -> None:
    edited(published / "Tools Used.txt", ["99-9999.00", "Brass sextants", "41114204", "Distance meters"])
    found = loaded(published)
    assert found.notes["onet_dangling_rows"] == 1
    assert ("99-9999.00", "onet-tech:41114204:brass-sextants") in found.edges("USES_TECHNOLOGY")


def test_order_and_repetition_of_rows_do_not_matter(published: Path) -> None:
    reference = loaded(published).said()
    edited(published / "Skills.txt", [TUNERS, "2.A.1.a", "Fog Listening", "IM", "3.10", *[""] * 6, "08/2019", "A"])
    conflicting = loaded(published)
    for file in published.glob("*.txt"):
        if file.stem != "Read Me":
            header, *rows = table(file)
            write(file, [header, *reversed(rows), *rows])
    again = loaded(published)
    assert conflicting.notes["onet_conflicting_rows"] == 1
    assert again.notes["onet_repeated_rows"] > 50
    assert again.said() == conflicting.said()
    assert len(reference ^ conflicting.said()) <= 2


def test_only_occupations_content_model_and_skills_are_needed(published: Path) -> None:
    for file in published.glob("*.txt"):
        if file.name not in ("Occupation Data.txt", "Content Model Reference.txt", "Skills.txt", "Read Me.txt"):
            file.unlink()
    found = loaded(published)
    assert found.rejections == []
    assert len(found.nodes("Role")) == 3
    assert len(found.edges("REQUIRES_SKILL")) == 2


def test_the_release_is_stated_or_told_by_the_files(published: Path) -> None:
    (published / "Read Me.txt").unlink()
    plain = published.rename(published.parent / "occupations")
    with pytest.raises(MalformedFile, match="does not tell which O\\*NET release") as caught:
        OnetConnector(plain)
    assert "--release" in caught.value.remedy
    assert OnetConnector(plain, "30.1").publication.released == datetime(2025, 11, 1, tzinfo=UTC)
    for wrong in ("latest", "29.2; DROP", "123.4"):
        with pytest.raises(SettingInvalid):
            OnetConnector(plain, wrong)
    assert OnetConnector(plain.rename(plain.parent / "db_29_3_text")).source.properties["version"] == "29.3"


def test_licence_and_attribution_travel_with_the_source() -> None:
    source = OnetConnector(FIXTURES / "onet").source
    assert source.properties["licence"] == "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
    assert source.properties["attribution"] == (
        "This page includes information from the O*NET 29.2 Database by the U.S. Department of Labor, Employment and "
        "Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET(R) is a trademark of USDOL/ETA. "
        "Cairn has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these "
        "modifications."
    )


def test_the_mean_of_shares() -> None:
    assert mean_category({}) is None
    assert mean_category({1: 0.0}) is None
    assert mean_category({12: 33.3, 1: 66.7}) == 4.66


@given(st.integers(100, 500), st.integers(100, 500), st.integers(0, 700))
def test_weights_and_levels_keep_their_order_and_their_ends(one: int, other: int, level: int) -> None:
    low, high = sorted((one / 100, other / 100))
    place = Place("Skills.txt", 2)
    edges = [
        required(Rating(value, False, False, None, place), Rating(level / 100, False, False, None, place))
        for value in (1.0, low, high, 5.0)
    ]
    weights = [float(str(edge["weight"])) for edge in edges]
    assert weights == sorted(weights)
    assert (weights[0], weights[-1]) == (0.0, 1.0)
    assert all(
        abs(weight - (value - 1) / 4) <= 0.002 + 1e-9 for weight, value in zip(weights[1:3], (low, high), strict=True)
    )
    assert edges[0]["min_level"] == pytest.approx(level / 100 * 5 / 7, abs=0.0101)
    assert [edge["essential"] for edge in edges[1:3]] == [low >= 3, high >= 3]


@given(st.text(min_size=1), st.text(min_size=1))
def test_products_share_an_id_only_if_their_names_differ_in_case_and_spaces(one: str, other: str) -> None:
    same = " ".join(one.casefold().split()) == " ".join(other.casefold().split())
    assert (technology_id("1", one) == technology_id("1", other)) is same


def test_technology_ids() -> None:
    assert technology_id("1", "Adobe  Acrobat") == technology_id("1", "adobe acrobat") == "onet-tech:1:adobe-acrobat"
    assert technology_id("1", "A-B") != technology_id("1", "A B")
    assert technology_id("1", "+").startswith("onet-tech:1:")


def test_every_note_is_documented() -> None:
    text = (Path(__file__).parents[2] / "docs" / "reference-data.md").read_text("utf-8")
    assert [code for code in NOTES if f"`{code}`" not in text] == []


@pytest.mark.requires_data
def test_the_real_release(shared_data: Path) -> None:
    found = loaded(shared_data / "onet")
    counts = {
        label: len(found.nodes(label))
        for label in ("Role", "Skill", "SkillGroup", "Task", "WorkActivity", "Technology", "Characteristic")
    }
    assert counts == {
        "Role": 1016,
        "Skill": 120,
        "SkillGroup": 38,
        "Task": 18_796,
        "WorkActivity": 2_456,
        "Technology": 31_798,
        "Characteristic": 28,
    }
    rel_types = ("REQUIRES_SKILL", "BROADER", "HAS_TASK", "INVOLVES", "PERFORMS", "USES_TECHNOLOGY", "CHARACTERISED_BY")
    assert {rel_type: len(found.edges(rel_type)) for rel_type in rel_types} == {
        "REQUIRES_SKILL": 879 * (35 + 33 + 52),
        "BROADER": 30_109,
        "HAS_TASK": 18_796,
        "INVOLVES": 23_233,
        "PERFORMS": 17_806,
        "USES_TECHNOLOGY": 32_627 + 41_662,
        "CHARACTERISED_BY": 5_538 + 14_064 + 5_244,
    }
    assert found.rejections == []
    assert found.notes == {
        "onet_unread_files": 11,
        "onet_occupations_without_ratings": 137,
        "onet_occupations_without_job_zone": 93,
        "onet_shared_titles": 7_194,
        "onet_repeated_titles": 7_934,
        "onet_suppressed_ratings": 4_903,
        "onet_suppressed_shares": 580,
        "onet_unstated_precision": 13_002 + 3_152,
        "onet_not_relevant_levels": 3_302 + 5_939,
        "onet_ratings_without_level": 45_708,
        "onet_undated_ratings": 45_708,
        "onet_passed_over_scales": 2_769 + 2_622 + 7_722 + 1_031,
        "onet_tasks_not_rated": 1_157,
    }
    keys = [record.key for record in found.records if isinstance(record, Record)]
    assert len(set(keys)) == len(keys)
    assert sum(edge.properties["essential"] is True for edge in found.edges("REQUIRES_SKILL").values()) > 12_514 + 6_665
