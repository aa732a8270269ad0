"""From the terminal: an answer given, verified, replayed, audited and followed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.embedded import open_embedded
from ingestion.sample import FLAGSHIP
from tests.api.cli.conftest import Run


@pytest.fixture
def held(sample_dir: Path) -> Iterator[Path]:
    """The sample company with its server kept up, so that every command joins it."""
    store = open_embedded(sample_dir)
    yield sample_dir
    store.close()


def test_an_answer_is_accounted_for(run: Run, held: Path) -> None:
    person, role = FLAGSHIP.person_id, FLAGSHIP.target_role_id
    given = json.loads(run("query", "skill-gap", "--person", person, "--to", role, "--json", "--data-dir", held).out)
    answer_id = given["answerId"]

    verified = run("verify", answer_id, "--person", person, "--data-dir", held)
    assert verified.code == 0, verified.err
    assert "still true" in verified.out
    said = sum(len(part["sentences"]) for part in (given, *given["items"]))
    assert f"{said} of {said} claims hold" in verified.out.replace("\n", " ")

    audited = json.loads(run("verify", answer_id, "--json", "--data-dir", held).out)
    assert given["subject"]["name"] not in json.dumps(audited)

    replayed = run("replay", answer_id, "--person", person, "--data-dir", held)
    assert replayed.code == 0, replayed.err
    assert "the same bytes" in replayed.out

    chain = json.loads(run("audit", "answers", "--json", "--data-dir", held).out)
    assert chain["findings"] == []
    assert run("audit", "answers", "--expect", chain["end"], "--data-dir", held).code == 0
    forged = run("audit", "answers", "--expect", f"1:{'0' * 64}", "--data-dir", held)
    assert (forged.code, "NOT_AS_EXPECTED" in forged.out) == (1, True)
    (shown,) = json.loads(run("audit", "answers", "--show", answer_id, "--data-dir", held).out)
    assert shown["record"]["request"]["target_role"]["node"][0] == "Role"
    assert person not in json.dumps(shown)

    stale = run("audit", "stale", "--data-dir", held)
    assert stale.code == 0
    assert "recent answers are touched" in stale.out

    edge_id = given["citedEdges"][0]["id"]
    followed = json.loads(run("lineage", "--edge", edge_id, "--json", "--data-dir", held).out)
    assert answer_id in {use["id"] for use in followed["answers"]}
    assert followed["statements"]
    assert {one["ingestRun"] for one in followed["statements"]} == {one["id"] for one in followed["runs"]}


def test_the_end_of_the_log_is_sealed(run: Run, held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unset = run("audit", "seal", "--data-dir", held)
    assert (unset.code, "CAIRN_AUDIT_KEY_FILE" in unset.err) == (2, True)
    key, seals = tmp_path / "audit.key", tmp_path / "seals.jsonl"
    key.write_text("a key that only the auditor has")
    monkeypatch.setenv("CAIRN_AUDIT_KEY_FILE", str(key))
    for _ in range(2):  # the second time what was sealed is proved first
        assert run("audit", "seal", "--out", seals, "--data-dir", held).code == 0
    assert len(seals.read_bytes().splitlines()) == 2
    assert json.loads(run("audit", "seal", "--data-dir", held).out)["tenant"] == "northlight"
    assert run("audit", "answers", "--seals", seals, "--data-dir", held).code == 0
    seals.write_bytes(seals.read_bytes().replace(b'"sequence":', b'"sequence":9'))
    forged = run("audit", "answers", "--seals", seals, "--data-dir", held)
    assert (forged.code, forged.out.count("SEAL_FORGED")) == (1, 2)
    refused = run("audit", "seal", "--out", seals, "--data-dir", held)
    assert (refused.code, "Nothing was sealed." in refused.out, len(seals.read_bytes().splitlines())) == (1, True, 2)


def test_refusals_are_one_message(run: Run, held: Path) -> None:
    unknown = run("verify", "no-such-answer", "--data-dir", held)
    assert (unknown.code, "not for you" in unknown.err) == (2, True)
    neither = run("lineage", "--data-dir", held)
    assert (neither.code, "exactly one" in neither.err) == (2, True)
    past = run(
        "query", "skill-gap", "--person", FLAGSHIP.person_id, "--to", FLAGSHIP.target_role_id,
        "--as-of", datetime(2020, 1, 1, tzinfo=UTC).isoformat(), "--data-dir", held,
    )  # fmt: skip
    assert (past.code, "not kept" in past.err) == (2, True)
    listed = run("review", "list", "--data-dir", held)
    assert (listed.code, "wait; look at one" in listed.out.replace("\n", " ")) == (0, True)
    refused = run("review", "approve", "no-such-answer", "--reason", "because", "--data-dir", held)
    assert (refused.code, "not for you" in refused.err) == (2, True)
    assert run("audit", "answers", "--expect", "nonsense", "--data-dir", held).code == 2
