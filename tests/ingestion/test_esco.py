"""The ESCO connector on an invented release, in every shape, and on the real one."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingestion.esco import EscoConnector
from ingestion.esco.layout import NOTES
from tests.ingestion.publisher_layouts import ESCO_SHAPES, FIXTURES, Loaded, as_published, edited, table, write

PREFIX = "http://data.europa.eu/esco/"


def role(number: int) -> str:
    return f"{PREFIX}occupation/00000000-0000-4000-8000-{number:012d}"


def skill(number: int) -> str:
    return f"{PREFIX}skill/00000000-0000-4000-8000-{number:012d}"


def loaded(path: Path) -> Loaded:
    return Loaded(EscoConnector(path, "1.1.1"))


@pytest.fixture(params=ESCO_SHAPES)
def release(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return ESCO_SHAPES[request.param]("esco", tmp_path)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return as_published("esco", tmp_path)


def test_every_shape_of_a_release_gives_the_same_graph(release: Path) -> None:
    found = loaded(release)
    reference = loaded(FIXTURES / "esco")
    assert found.said() == reference.said()
    assert found.notes == reference.notes
    assert [entry.code for entry in found.rejections] == ["SELF_RELATION"]


@pytest.mark.parametrize(
    ("shape", "version"), [("published", "1.1.1"), ("plain", "1.1.1"), ("zip", "1.1.1"), ("1.2", "1.2.0")]
)
def test_the_version_is_told_by_the_names(shape: str, version: str, tmp_path: Path) -> None:
    source = EscoConnector(ESCO_SHAPES[shape]("esco", tmp_path)).source
    assert source.key.id == f"esco-{version}"
    assert source.properties["licence"] == "European Commission reuse policy (Commission Decision 2011/833/EU)"
    attribution = str(source.properties["attribution"])
    assert attribution.startswith("This service uses the ESCO classification of the European Commission. ")
    assert "adapted version of ESCO" in attribution


def test_an_occupation_with_labels_over_several_lines(release: Path) -> None:
    tuner = loaded(release).nodes("Role")[role(1)]
    assert tuner.properties == {
        "name": "lighthouse tuner",
        "alt_labels": ["lamp tuner", "lens tuner"],
        "description": "Lighthouse tuners tune lamps, lenses and horns.",
        "scheme": "esco",
        "code": "9911.1",
        "isco_group": "9911",
    }
    assert tuner.provenance.source_record == "esco:occupations/occupation/00000000-0000-4000-8000-000000000001"


def test_notes_hidden_labels_and_collections_are_kept(release: Path) -> None:
    found = loaded(release)
    horns = found.nodes("Role")[role(2)].properties
    assert horns["name"] == "fog horn tuner"
    assert horns["alt_labels"] == ["horn tuner", "hooter"]
    assert horns["collections"] == ["research"]
    assert horns["regulated_note"] == f"{PREFIX}regulated-professions/regulated"
    assert horns["description"] == (
        "Fog horn tuners tune horns.\n\nPerson who tunes horns.\n\nScope note: Excludes people who only blow horns."
    )
    assert found.notes["esco_hidden_labels"] == 2


def test_kinds_and_collections_of_skills(release: Path) -> None:
    found = loaded(release)
    skills = found.nodes("Skill")
    kinds = {number: skills[skill(number)].properties["kind"] for number in range(1, 6)}
    assert kinds == {1: "skill", 2: "knowledge", 3: "language", 4: "unknown", 5: "skill"}
    member_of = {number: skills[skill(number)].properties.get("collections") for number in range(1, 6)}
    assert member_of == {1: None, 2: ["green"], 3: ["language"], 4: ["digital"], 5: ["transversal"]}
    assert "reuse_level" not in skills[skill(4)].properties
    assert skills[skill(1)].properties["description"] == 'Tune lenses by hand, "by ear" and by rule.'
    assert found.notes["esco_skills_without_type"] == 1
    assert found.notes["esco_skills_without_reuse_level"] == 1
    assert found.notes["esco_skills_in_no_occupation"] == 1


def test_essential_and_optional_skills(release: Path) -> None:
    asked = loaded(release).edges("REQUIRES_SKILL")
    assert asked[role(1), skill(1)].properties == {"essential": True, "weight": 1.0}
    assert asked[role(1), skill(2)].properties == {"essential": False, "weight": 0.5}
    edge = asked[role(2), skill(4)]
    assert edge.provenance.observed_at == datetime(2022, 9, 1, tzinfo=UTC)
    assert edge.provenance.confidence == 1.0


def test_dangling_relations_are_handed_on_to_wait(release: Path) -> None:
    found = loaded(release)
    assert (role(7), skill(1)) in found.edges("REQUIRES_SKILL")
    assert (role(7), role(1)) in found.edges("BROADER")
    assert role(7) not in found.nodes("Role")
    assert found.notes["esco_dangling_relations"] == 2


def test_the_hierarchy_fills_in_groups_and_codes(release: Path) -> None:
    found = loaded(release)
    groups = {uri: node.properties for uri, node in found.nodes("SkillGroup").items()}
    assert groups[skill(92)] == {
        "name": "tuning of glass",
        "description": "All tuning of glass.",
        "scheme": "esco",
        "code": "S1.1",
    }
    assert groups[f"{PREFIX}isced-f/0999"] == {"name": "lamp studies", "scheme": "isced-f", "code": "0999"}
    assert found.notes["esco_groups_from_hierarchy"] == 1


def test_polyhierarchy_and_both_pillars(release: Path) -> None:
    found = loaded(release)
    broader = found.edges("BROADER")
    assert {end for start, end in broader if start == skill(1)} == {skill(91), skill(92)}
    assert found.notes["esco_polyhierarchy"] == 1
    assert broader[role(1), f"{PREFIX}isco/C9911"].end.label == "OccupationGroup"
    assert broader[skill(4), skill(1)].end.label == "Skill"
    assert broader[skill(91), skill(90)].start.label == "SkillGroup"


def test_related_skills_without_the_one_related_to_itself(release: Path) -> None:
    found = loaded(release)
    kinds = {ends: edge.properties["kind"] for ends, edge in found.edges("RELATED_TO").items()}
    assert kinds == {(skill(2), skill(1)): "essential", (skill(4), skill(3)): "optional"}
    (rejection,) = found.rejections
    assert rejection.field == "relatedSkillUri"
    assert "skill_skill" in rejection.file or rejection.file.startswith("skillSkillRelations")


def test_a_circle_in_the_hierarchy_is_refused_with_all_its_edges(published: Path) -> None:
    file = published / "broaderRelationsSkillPillar_en.csv"
    edited(file, ["KnowledgeSkillCompetence", skill(1), "KnowledgeSkillCompetence", skill(4)])
    found = loaded(published)
    circular = [entry for entry in found.rejections if entry.code == "CYCLE"]
    assert len(circular) == 2
    assert {(skill(1), skill(4)), (skill(4), skill(1))}.isdisjoint(found.edges("BROADER"))
    assert (skill(1), skill(91)) in found.edges("BROADER")


@pytest.mark.parametrize(
    ("file", "row", "field", "code"),
    [
        ("skills_en.csv", ["K", "", "", "", "nameless", *[""] * 8], "conceptUri", "MISSING_VALUE"),
        ("skills_en.csv", ["K", skill(6), "", "", " ", *[""] * 8], "preferredLabel", "MISSING_VALUE"),
        ("skills_en.csv", ["K", skill(6)], None, "WRONG_COLUMN_COUNT"),
        ("occupationSkillRelations_en.csv", [role(1), "useful", "", skill(5)], "relationType", "UNKNOWN_VALUE"),
        ("skillSkillRelations_en.csv", [skill(1), "", "odd", "", skill(5)], "relationType", "UNKNOWN_VALUE"),
        ("broaderRelationsOccPillar_en.csv", ["Guild", role(1), "ISCOGroup", skill(5)], "conceptType", "UNKNOWN_VALUE"),
        ("broaderRelationsOccPillar_en.csv", ["Occupation", role(1), "", skill(5)], "broaderType", "UNKNOWN_VALUE"),
    ],
)
def test_a_bad_row_goes_to_quarantine_and_the_rest_loads(
    published: Path, file: str, row: list[str], field: str | None, code: str
) -> None:
    before = loaded(published).said()
    lines = (published / file).read_text("utf-8").count("\n")
    edited(published / file, row)
    found = loaded(published)
    (rejection,) = (entry for entry in found.rejections if entry.code != "SELF_RELATION")
    assert (rejection.file, rejection.field, rejection.code) == (file, field, code)
    assert rejection.line == lines + 1
    assert rejection.remedy
    assert found.said() == before


def test_repeated_concepts_and_relations_count_once_in_any_order(published: Path) -> None:
    skills, relations = published / "skills_en.csv", published / "occupationSkillRelations_en.csv"
    twin = next(row for row in table(skills) if row[1] == skill(5))
    edited(skills, [*twin[:4], "keep very calm", *twin[5:]])
    edited(relations, [role(1), "essential", "", skill(1)], [role(1), "essential", "", skill(2)])
    found = loaded(published)
    assert found.nodes("Skill")[skill(5)].properties["name"] == "keep very calm"
    assert found.notes["esco_repeated_concepts"] == 1
    assert found.notes["esco_repeated_relations"] == 1
    assert found.notes["esco_conflicting_relations"] == 1
    for file in published.glob("*.csv"):
        header, *rows = table(file)
        write(file, [header, *reversed(rows)])
    assert loaded(published).said() == found.said()


def test_concepts_that_are_not_released_are_told(published: Path) -> None:
    file = published / "occupations_en.csv"
    rows = [[value.replace("released", "obsolete") for value in row] for row in table(file)]
    write(file, rows)
    found = loaded(published)
    assert found.notes["esco_not_released"] == 2
    assert len(found.nodes("Role")) == 2


def test_a_release_in_two_archives_in_one_folder(tmp_path: Path) -> None:
    """ESCO offers the classification and the relations as two downloads."""
    whole = as_published("esco", tmp_path)
    folder = tmp_path / "downloads"
    folder.mkdir()
    for name, relations in (("relations", True), ("classification", False)):
        with zipfile.ZipFile(folder / f"ESCO dataset - v1.1.1 - {name} - csv.zip", "w") as archive:
            for file in whole.iterdir():
                if ("Relations" in file.name) is relations:
                    archive.write(file, file.name)
    assert loaded(folder).said() == loaded(FIXTURES / "esco").said()


def test_every_note_is_documented() -> None:
    text = (Path(__file__).parents[2] / "docs" / "reference-data.md").read_text("utf-8")
    assert [code for code in NOTES if f"`{code}`" not in text] == []


@pytest.mark.requires_data
def test_the_real_release(shared_data: Path) -> None:
    found = Loaded(EscoConnector(shared_data / "esco"))
    assert found.connector.source.key.id == "esco-1.1.1"
    assert {label: len(found.nodes(label)) for label in ("Role", "OccupationGroup", "Skill", "SkillGroup")} == {
        "Role": 3_007,
        "OccupationGroup": 619,
        "Skill": 13_896,
        "SkillGroup": 640 + 7,
    }
    asked = found.edges("REQUIRES_SKILL")
    assert len(asked) == 123_855
    assert sum(edge.properties["essential"] is True for edge in asked.values()) == 64_946
    missing = f"{PREFIX}occupation/a9e54177-a185-404d-b6e6-15663d31137e"
    assert sum(start == missing for start, _ in asked) == 67
    assert len(found.edges("BROADER")) == 3_617 + 20_656
    assert len(found.edges("RELATED_TO")) == 5_899 - 1
    assert [entry.code for entry in found.rejections] == ["SELF_RELATION"]
    assert found.notes == {
        "esco_unread_files": 1,
        "esco_hidden_labels": 6 + 109,
        "esco_skills_without_type": 6,
        "esco_skills_without_reuse_level": 5,
        "esco_skills_in_no_occupation": 771,
        "esco_groups_from_hierarchy": 7,
        "esco_polyhierarchy": 4_646,
        "esco_dangling_relations": 67 + 1,
    }
    members: dict[str, int] = {}
    for node in (*found.nodes("Skill").values(), *found.nodes("Role").values()):
        for name in node.properties.get("collections") or []:  # type: ignore[union-attr]
            members[f"{node.key.label} {name}"] = members.get(f"{node.key.label} {name}", 0) + 1
    assert members == {
        "Skill digcomp": 26,
        "Skill digital": 1_201,
        "Skill green": 570,
        "Skill language": 346,
        "Skill research": 40,
        "Skill transversal": 96,
        "Role research": 122,
    }
