"""What a row may say: each rule of each contract refuses with its code, field and remedy."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.changes import Record, Rejection
from ingestion.contracts.base import columns
from ingestion.feeds import FEEDS, feed_named
from ingestion.hr import row_connector
from ingestion.reasons import REASONS
from ingestion.templates import example_rows
from ontology.errors import SettingInvalid
from tests.ingestion.feeding import NOW, TENANT


def first(feed: str, row: dict[str, object], observed_at: datetime | None = NOW) -> Record | Rejection:
    item = next(iter(row_connector(feed, [row], TENANT, file="f", observed_at=observed_at).records()))
    assert isinstance(item, Record | Rejection)
    return item


def example(feed: str, **changes: object) -> dict[str, object]:
    return {key: value for key, value in {**example_rows(FEEDS[feed])[0], **changes}.items() if value is not None}


@pytest.mark.parametrize("feed", FEEDS)
def test_the_examples_pass(feed: str) -> None:
    for row in example_rows(FEEDS[feed]):
        assert isinstance(first(feed, dict(row)), Record)


CASES: list[tuple[str, dict[str, object], str, str]] = [
    ("people", {"person_id": None}, "MISSING_FIELD", "person_id"),
    ("people", {"hired_on": "2199-01-01", "left_on": None}, "DATE_OUT_OF_RANGE", "hired_on"),
    ("people", {"hired_on": "1923-01-01", "left_on": None}, "DATE_OUT_OF_RANGE", "hired_on"),
    ("people", {"hired_on": "01.02.2020"}, "BAD_DATE", "hired_on"),
    ("people", {"hired_on": "2023-02-30"}, "BAD_DATE", "hired_on"),
    ("people", {"hired_on": 20230101}, "BAD_DATE", "hired_on"),
    ("people", {"hired_on": "2020-01-01", "left_on": "2019-01-01"}, "END_BEFORE_START", "left_on"),
    ("people", {"country": "Germany"}, "BAD_COUNTRY", "country"),
    ("people", {"country": "de"}, "BAD_COUNTRY", "country"),
    ("people", {"languages": "de|english"}, "BAD_LANGUAGE", "languages"),
    ("people", {"time_zone": "Europe/Berlyn"}, "BAD_TIME_ZONE", "time_zone"),
    ("people", {"name": "x" * 501}, "TOO_LONG", "name"),
    ("people", {"name": "A\x07na"}, "BAD_CHARACTER", "name"),
    ("people", {"name": ["Ana"]}, "BAD_TYPE", "name"),
    ("people", {"nmae": "Ana"}, "UNKNOWN_FIELD", "nmae"),
    ("people", {"observed_at": "yesterday"}, "BAD_DATE", "observed_at"),
    ("person_skills", {"level": "17"}, "OUT_OF_RANGE", "level"),
    ("person_skills", {"level": "-1"}, "OUT_OF_RANGE", "level"),
    ("person_skills", {"level": "3,5"}, "BAD_NUMBER", "level"),
    ("person_skills", {"level": "nan"}, "BAD_NUMBER", "level"),
    ("person_skills", {"level": "expert"}, "BAD_NUMBER", "level"),
    ("person_skills", {"years": "71"}, "OUT_OF_RANGE", "years"),
    ("person_skills", {"method": "gossip"}, "BAD_CHOICE", "method"),
    ("person_skills", {"removed": "perhaps"}, "BAD_CHOICE", "removed"),
    ("person_skills", {"skill_id": "http://data.europa.eu/esco/occupation/x"}, "BAD_REFERENCE", "skill_id"),
    ("courses", {"hours": "-3"}, "OUT_OF_RANGE", "hours"),
    ("courses", {"capacity": "2.5"}, "BAD_NUMBER", "capacity"),
    ("courses", {"currency": "Euro"}, "BAD_CURRENCY", "currency"),
    ("courses", {"currency": None}, "MISSING_FIELD", "currency"),
    ("courses", {"prerequisites": "C-310"}, "SELF_REFERENCE", "prerequisites"),
    ("roles", {"level": "9"}, "OUT_OF_RANGE", "level"),
    ("roles", {"pay_max": "1"}, "OUT_OF_RANGE", "pay_max"),
    ("roles", {"role_id": "17-2071.00"}, "RESERVED_ID", "role_id"),
    ("roles", {"esco_uri": "R-1"}, "BAD_REFERENCE", "esco_uri"),
    ("skills", {"skill_id": "2.B.3.l"}, "RESERVED_ID", "skill_id"),
    ("skills", {"onet_element_id": "17-2071.00"}, "BAD_REFERENCE", "onet_element_id"),
    ("role_skills", {"role_id": "17-2071.00"}, "RESERVED_ID", "role_id"),
    ("role_skills", {"essential": None}, "MISSING_FIELD", "essential"),
    ("skill_relations", {"other_skill_id": "SK-0042"}, "SELF_REFERENCE", "other_skill_id"),
    ("transitions", {"to_role_id": "R-0101"}, "SELF_REFERENCE", "to_role_id"),
    ("transitions", {"observed_count": "-4"}, "OUT_OF_RANGE", "observed_count"),
    ("org_units", {"parent_id": "OU-12"}, "SELF_REFERENCE", "parent_id"),
    ("employment", {"manager_id": "100237"}, "SELF_REFERENCE", "manager_id"),
    ("employment", {"end_date": "2022-08-31"}, "END_BEFORE_START", "end_date"),
    ("interests", {"role_id": None}, "NOT_EXACTLY_ONE", "role_id"),
    ("interests", {"skill_id": "SK-1"}, "NOT_EXACTLY_ONE", "role_id"),
    ("mentor_offers", {"capacity": "51"}, "OUT_OF_RANGE", "capacity"),
    ("mentor_offers", {"valid_to": "2025-12-31"}, "END_BEFORE_START", "valid_to"),
    ("mentor_offers", {"rating": "0.5"}, "OUT_OF_RANGE", "rating"),
    ("kept_apart", {"other_id": "100237"}, "SELF_REFERENCE", "other_id"),
    ("identities", {"same_as": "LMS-4711"}, "SELF_REFERENCE", "same_as"),
    ("identities", {"state": "merged"}, "BAD_CHOICE", "state"),
    ("identities", {"method": "same_name"}, "BAD_CHOICE", "method"),
    ("identities", {"person_id": None}, "MISSING_FIELD", "person_id"),
    ("identities", {"confidence": "1.2"}, "OUT_OF_RANGE", "confidence"),
    ("people", {"weekly_hours": "MON 9-12"}, "BAD_TIME", "weekly_hours"),
    ("completions", {"score": "101"}, "OUT_OF_RANGE", "score"),
    ("completions", {"level_gained": None}, "MISSING_FIELD", "level_gained"),
    ("assessments", {"score": "60"}, "OUT_OF_RANGE", "score"),
    ("assessments", {"max_score": "0", "score": "0"}, "OUT_OF_RANGE", "max_score"),
    ("assessments", {"score": None}, "MISSING_FIELD", "level"),
    ("assessments", {"expires_on": "2025-10-01"}, "END_BEFORE_START", "expires_on"),
    ("postings", {"status": "reopened"}, "BAD_CHOICE", "status"),
    ("postings", {"closed_on": "2026-01-01"}, "END_BEFORE_START", "closed_on"),
    ("consents", {"purposes": "career_path|advertising"}, "BAD_CHOICE", "purposes"),
    ("consents", {"purposes": "|"}, "MISSING_FIELD", "purposes"),
    ("consents", {"expires_at": "2026-01-05T09:12:00Z"}, "END_BEFORE_START", "expires_at"),
]


@pytest.mark.parametrize(("feed", "changes", "code", "field"), CASES)
def test_a_bad_value_is_refused_with_code_field_and_remedy(
    feed: str, changes: dict[str, object], code: str, field: str
) -> None:
    found = first(feed, example(feed, **changes))
    assert isinstance(found, Rejection)
    assert (found.code, found.field) == (code, field)
    assert found.reason.endswith((".", "?"))
    assert found.remedy.endswith(".")


def test_without_any_moment_a_row_is_refused() -> None:
    found = first("people", example("people", observed_at=None), None)
    assert isinstance(found, Rejection)
    assert (found.code, found.field) == ("NO_OBSERVED_AT", "observed_at")
    assert isinstance(first("consents", example("consents", observed_at=None), None), Record)


def test_further_faults_of_a_row_are_named() -> None:
    found = first("people", example("people", country="XX", time_zone="Mars/Base", hired_on="soon"))
    assert isinstance(found, Rejection)
    assert "Also wrong: hired_on, time_zone." in found.reason


def test_the_values_of_a_row_do_not_stand_in_its_reason() -> None:
    found = first("people", example("people", name="Secret Person" * 100))
    assert isinstance(found, Rejection)
    assert "Secret" not in found.reason + found.remedy


def test_a_moment_is_read_as_utc() -> None:
    for text, expected in [
        ("2026-01-31", datetime(2026, 1, 31, tzinfo=UTC)),
        ("2026-01-31T10:00:00", datetime(2026, 1, 31, 10, tzinfo=UTC)),
        ("2026-01-31T10:00:00+02:00", datetime(2026, 1, 31, 8, tzinfo=UTC)),
    ]:
        found = first("people", {"person_id": "1", "observed_at": text})
        assert isinstance(found, Record)
        assert found.nodes[0].provenance.observed_at == expected


def test_every_code_in_the_source_is_documented_and_none_is_idle() -> None:
    used: set[str] = set()
    for path in Path("ingestion").rglob("*.py"):
        if path.parent.name in ("ingestion", "contracts", "documents") and path.name != "reasons.py":
            used.update(re.findall(r'"([A-Z]{2,}(?:_[A-Z]+)+|CYCLE)"', path.read_text("utf-8")))
    rel_types = {rule.rel_type for feed in FEEDS.values() for rule in feed.edges}
    assert {code for code in used - rel_types if code in REASONS} == set(REASONS) - {"MISSING_REFERENCE"}
    assert {code for _, _, code, _ in CASES} < set(REASONS)


@pytest.mark.parametrize("feed", FEEDS)
def test_every_field_has_meaning_and_example(feed: str) -> None:
    for spec in columns(FEEDS[feed].model).values():
        assert spec.description
        assert spec.examples is not None


def test_an_unknown_feed_gets_the_nearest_name() -> None:
    with pytest.raises(SettingInvalid, match="Did you mean 'people'"):
        feed_named("peple")
