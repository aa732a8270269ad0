"""Plays and situations: rules are read once for all, kept as canonical text, and refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingestion.documents.plays import ingest_plays
from ingestion.sample.documents import PLAYS, write_library
from ontology.errors import MalformedFile
from ontology.situations import Condition, ConditionKind, RuleInvalid, in_words, parse_rule, read_rule, rule_text
from tests.ingestion.documents.loading import NOW, TENANT
from tests.ingestion.fake_store import FakeStore


def test_a_rule_is_read_written_and_read_again() -> None:
    raw = [{"new_in_role": {"months": 6}}, {"gap": {"skills": ["b", "a", "b"]}}, {"holds": {"level": 4}}]
    rule = read_rule(raw)
    assert rule == (
        Condition(ConditionKind.NEW_IN_ROLE, 6.0),
        Condition(ConditionKind.GAP, None, ("a", "b")),
        Condition(ConditionKind.HOLDS, 4.0),
    )
    text = rule_text(rule)
    assert text == '[{"new_in_role":{"months":6.0}},{"gap":{"skills":["a","b"]}},{"holds":{"level":4.0}}]'
    assert parse_rule(text) == rule
    assert in_words(rule) == (
        "in the present role for at most 6 months; a gap in a or b; holds any skill at level 4 or above"
    )


@pytest.mark.parametrize(
    "raw",
    [
        [],
        {},
        [{"gap": {}}],
        [{"gap": {"skills": []}}],
        [{"gap": {"skills": "people"}}],
        [{"new_in_role": {"months": 0}}],
        [{"new_in_role": {"months": True}}],
        [{"new_in_role": {"weeks": 3}}],
        [{"is_nice": {}}],
        [{"runs_out": {"days": 30}, "holds": {"level": 1}}],
        [{"runs_out": {"days": 30}}] * 7,
        ["gap"],
    ],
)
def test_a_rule_that_cannot_be_evaluated_is_refused(raw: object) -> None:
    with pytest.raises(RuleInvalid):
        read_rule(raw)


def load(store: FakeStore, path: Path, text: str) -> dict[str, str]:
    path.write_text(text, "utf-8")
    ingest_plays(store, path, TENANT, clock=lambda: NOW)
    return {key: str(entry.values["code"]) for (_, key, _), entry in store.held.items() if entry.observed_at is None}


def test_bad_entries_are_kept_back_one_by_one(tmp_path: Path) -> None:
    text = """
plays:
  - {id: p1, name: Play 1, playbook: book@1}
  - {id: p2, playbook: book@1}
situations:
  - {id: s1, name: S, play: p1, when: [{gap: {skills: [a]}}]}
  - {id: s2, name: S, play: p1, when: [{gap: {skill: [a]}}]}
  - {id: s3, name: S, play: p1, when: [{holds: {level: 4}}], audience: [friends]}
  - oops
"""
    assert load(FakeStore(), tmp_path / "plays.yaml", text) == {
        "plays:p2": "MISSING_FIELD",
        "situations:s2": "BAD_RULE",
        "situations:s3": "BAD_CHOICE",
        "line:plays.yaml:6": "BAD_VALUE",
    }


@pytest.mark.parametrize("text", ["- a", "plays: [", "rules: []"])
def test_a_file_that_is_none_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    with pytest.raises(MalformedFile):
        load(FakeStore(), tmp_path / "plays.yaml", text)


def test_the_library_has_twelve_playbooks_eight_policies_and_three_superseded(tmp_path: Path) -> None:
    names = [path.name for path in write_library(tmp_path)]
    assert len(names) == 23
    assert sum(name.startswith("playbook-") for name in names) == 12
    assert {suffix: sum(name.endswith(suffix) for name in names) for suffix in (".md", ".html", ".docx", ".pdf")} == {
        ".md": 7,
        ".html": 6,
        ".docx": 5,
        ".pdf": 5,
    }
    assert (tmp_path / PLAYS).exists()
