"""Sources of the reference data: ids, dates, licences."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ingestion import attribution
from ontology.model import load_ontology


@pytest.mark.parametrize(
    ("version", "year", "month"),
    [("29.0", 2024, 8), ("29.1", 2024, 11), ("29.2", 2025, 2), ("29.3", 2025, 5), ("30.0", 2025, 8)],
)
def test_onet_releases_come_each_quarter(version: str, year: int, month: int) -> None:
    assert attribution.onet(version).released == datetime(year, month, 1, tzinfo=UTC)


def test_a_release_we_do_not_know_is_not_older_than_those_we_know() -> None:
    assert attribution.esco("1.1.1").released < attribution.esco("1.2.0").released <= attribution.esco("1.3.0").released


@pytest.mark.parametrize(
    "publication", [attribution.onet("29.2"), attribution.esco("1.1.1"), attribution.crosswalk("1")], ids=str
)
def test_a_source_states_what_the_ontology_asks_for(publication: attribution.Publication) -> None:
    stated = publication.source.properties
    declared = load_ontology().node("Source").properties
    assert set(stated) <= set(declared)
    assert {name for name, spec in declared.items() if spec.required} <= set(stated)
    assert stated["licence"]
    assert stated["attribution"]
    assert stated["synthetic"] is False
    assert publication.source_id == publication.source.key.id == f"{stated['system']}-{stated['version']}"
