"""Templates load as printed, schemas accept what the contracts accept, and the reference page is up to date."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from ingestion.contracts.base import columns
from ingestion.feed_reference import page
from ingestion.feeds import FEEDS
from ingestion.hr import file_connector
from ingestion.templates import example_rows, json_schema, template
from ontology.errors import SettingInvalid
from tests.ingestion.fake_store import FakeStore
from tests.ingestion.feeding import TENANT, load_text


@pytest.mark.parametrize("feed", FEEDS)
def test_a_template_loads_as_it_is_printed(feed: str, tmp_path: Path) -> None:
    report = load_text(FakeStore(), feed, template(feed), tmp_path, observed_at=None)
    assert (report.read, dict(report.quarantined)) == (2, {})


@pytest.mark.parametrize("feed", FEEDS)
def test_a_template_survives_a_spreadsheet(feed: str, tmp_path: Path) -> None:
    """Comments quoted and padded, semicolons, a byte order mark: the same records."""
    width = len(columns(FEEDS[feed].model))
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    for line in csv.reader(io.StringIO(template(feed))):
        comment = line[0].startswith("#")
        writer.writerow([",".join(line)] + [""] * (width - 1) if comment else line)
    for name, content in (("one.csv", template(feed)), ("two.csv", "\ufeff" + text.getvalue())):
        (tmp_path / name).write_text(content, "utf-8")
    one, two = (
        [(record.key, record.nodes, record.edges) for record in file_connector(feed, tmp_path / name, TENANT).records()]  # type: ignore[union-attr]  # all pass
        for name in ("one.csv", "two.csv")
    )
    assert one == two


@pytest.mark.parametrize("feed", FEEDS)
def test_no_cell_of_a_template_is_a_formula(feed: str) -> None:
    for line in csv.reader(io.StringIO(template(feed))):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "\t")) for cell in line)


@pytest.mark.parametrize("feed", FEEDS)
def test_every_column_is_explained(feed: str) -> None:
    lines = template(feed).splitlines()
    for name, spec in columns(FEEDS[feed].model).items():
        need = " (required)" if spec.is_required() else ""
        assert any(line.startswith(f"# {name}{need}: ") for line in lines)


@pytest.mark.parametrize("feed", FEEDS)
def test_the_schema_has_every_field_with_its_limits(feed: str) -> None:
    schema = json_schema(feed)
    properties, required = schema["properties"], schema.get("required", [])
    assert isinstance(properties, dict)
    assert schema["additionalProperties"] is False
    assert set(properties) == set(columns(FEEDS[feed].model))
    assert required == [name for name in columns(FEEDS[feed].model) if name in FEEDS[feed].required]
    assert all(spec["description"] for spec in properties.values())


def test_limits_reach_schema_and_template() -> None:
    properties = json_schema("roles")["properties"]
    assert isinstance(properties, dict)
    assert (properties["level"]["minimum"], properties["level"]["maximum"]) == (1, 8)
    assert "# level: Seniority from 1 (entry) to 8 (executive). Whole number 1 to 8.\n" in template("roles")


def test_the_short_example_has_what_a_row_needs() -> None:
    assert example_rows(FEEDS["people"])[1] == {"person_id": "100238", "observed_at": "2026-01-31T06:00:00Z"}
    assert set(example_rows(FEEDS["assessments"])[1]) == {
        "assessment_id", "person_id", "skill_id", "taken_on", "score", "max_score", "observed_at",
    }  # fmt: skip


def test_an_unknown_feed_has_no_template() -> None:
    with pytest.raises(SettingInvalid):
        template("peopel")


def test_the_reference_page_is_generated_from_the_contracts() -> None:
    assert Path("docs/feeds.md").read_text("utf-8") == page(), "python -m ingestion.feed_reference > docs/feeds.md"
