"""Commands as a person types them: what they print, how they end, what they say when something is wrong."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from api.cli import opening
from ingestion.feeds import FEEDS
from ingestion.sample import FLAGSHIP
from ontology.errors import StoreUnavailable
from tests.api.cli.conftest import Run


def test_help_names_every_command_and_the_exit_codes(run: Run) -> None:
    shown = run("--help")
    assert shown.code == 0
    for command in ("demo", "serve", "ingest", "template", "query", "graph", "export", "token", "bench", "quarantine"):
        assert command in shown.out
    assert "Exit codes" in shown.out


def test_templates_are_listed_and_each_is_a_file_that_can_be_filled_in(run: Run) -> None:
    assert run("template").out.split() == list(FEEDS)
    for feed in FEEDS:
        shown = run("template", feed)
        assert shown.code == 0
        assert shown.out.count("\n") >= 3
        schema = json.loads(run("template", feed, "--schema").out)
        assert schema["type"] == "object"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("ingest", "peeple", "x.csv"), 2, "no source 'peeple'"),
        (("ingest", "people"), 2, "needs a file"),
        (("ingest", "people", "no-such-file.csv", "--observed-at", "2026-10-01"), 2, "no-such-file.csv"),
        (("ingest", "people", "x.csv", "--observed-at", "yesterday"), 2, "--observed-at"),
        (("token", "--role", "boss"), 2, "no role 'boss'"),
        (("neo4j", "newest"), 2, "no Neo4j line"),
        (("export", "rdf", "--out", "x.ttl", "--format", "xml"), 2, "no format 'xml'"),
        (("serve",), 2, "No token issuer"),
    ],
)
def test_bad_input_ends_with_one_message_and_a_remedy(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    shown = run(*arguments, *(() if arguments[0] == "neo4j" else ("--data-dir", tmp_path / "data")))
    assert shown.code == code
    assert said in shown.err
    assert "Traceback" not in shown.err
    assert len([line for line in shown.err.splitlines() if line.strip()]) == 2


def test_a_setting_that_cannot_be_read_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CAIRN_PORT", "eighty")
    shown = run("token", "--data-dir", tmp_path)
    assert shown.code == 2
    assert "CAIRN_PORT" in shown.err


def test_requests_are_told_on_standard_error_by_the_service_alone() -> None:
    """Also after WordLlama was loaded, which would set up logging for everybody."""
    said = "logging.getLogger('cairn.api.requests').info('status=200'); logging.getLogger('neo4j').info('chatter')"
    loaded = f"import logging; from api.embedding import WordLlamaVectors; WordLlamaVectors()(['text']); {said}"
    served = f"import logging; from api.cli.serve import log_requests; log_requests(); {said}"
    quiet, told = (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=True)
        for script in (loaded, served)
    )
    assert quiet.stderr == ""
    assert told.stderr.endswith(" INFO cairn.api.requests status=200\n")
    assert told.stderr.count("\n") == 1


def test_neo4j_without_password_or_without_server_is_said_plainly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    assert "no password" in run("graph", "stats").err
    monkeypatch.setenv("NEO4J_PASSWORD", "secret-password")
    shown = run("graph", "stats")
    assert shown.code == 3
    assert "NEO4J_URI" in shown.err
    assert "secret-password" not in shown.err


def test_a_port_in_use_is_one_message(run: Run, sample_dir: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        shown = run("serve", "--dev-issuer", "--port", port, "--data-dir", sample_dir)
    assert shown.code == 2
    assert port in shown.err
    assert "--port" in shown.err


def test_smoke_run_cites_and_resolves_everything(run: Run, sample_dir: Path) -> None:
    shown = run("demo", "--smoke", "--data-dir", sample_dir)
    assert shown.code == 0, shown.err
    summary = json.loads(shown.out)
    assert summary["ok"] is True
    assert summary["findings"] == []
    for question in ("careerPath", "skillGap", "mentorMatch"):
        counts = summary["questions"][question]
        assert counts["citedEdges"] == counts["resolvedEdges"] > 0
        assert counts["sentences"] > 0


def test_questions_are_rendered_with_footnotes_and_as_json(run: Run, sample_dir: Path) -> None:
    person, role = FLAGSHIP.person_id, "Grid Data Scientist"
    for command in ("career-path", "skill-gap", "mentor-match"):
        text = run("query", command, "--person", person, "--to", role, "--data-dir", sample_dir)
        assert text.code == 0, text.err
        assert "[1]" in text.out
        assert "Northlight Energy" in text.out
        data = json.loads(
            run("query", command, "--person", person, "--to", role, "--json", "--data-dir", sample_dir).out
        )
        cited = {edge["id"] for edge in data["citedEdges"]}
        assert cited
        assert all(set(sentence["edgeIds"]) <= cited for sentence in data["sentences"])


def test_an_unknown_role_is_answered_with_the_nearest(run: Run, sample_dir: Path) -> None:
    shown = run(
        "query", "skill-gap", "-p", FLAGSHIP.person_id, "--to", "Grid Data Scientst Of", "--data-dir", sample_dir
    )
    assert shown.code == 2
    assert "Grid Data Scientist" in shown.err


def test_asking_about_somebody_else_is_refused(run: Run, sample_dir: Path) -> None:
    shown = run(
        "query",
        "skill-gap",
        "-p",
        "NE-0043",
        "--to",
        "grid-data-scientist",
        "--as",
        "auditor",
        "--data-dir",
        sample_dir,
    )
    assert shown.code == 4


def test_stats_hash_and_audit_agree_on_a_healthy_graph(run: Run, sample_dir: Path) -> None:
    stats = json.loads(run("graph", "stats", "--json", "--data-dir", sample_dir).out)
    assert stats["nodes"]["Person"] >= 600
    assert stats["nodes"]["Role"] >= 120
    assert stats["nodes"]["Skill"] >= 400
    assert stats["nodes"]["Course"] >= 150
    first = run("graph", "hash", "--data-dir", sample_dir).out.strip()
    assert first == run("graph", "hash", "--data-dir", sample_dir).out.strip()
    audited = run("graph", "audit", "--json", "--data-dir", sample_dir)
    assert audited.code == 0
    assert json.loads(audited.out) == {"findings": []}


def test_bad_rows_wait_in_quarantine_with_their_remedy(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("person_id,name,country,observed_at\nP1,Ada,DE,2026-01-01\nP2,Bo,Atlantis,2026-01-01\n", "utf-8")
    data = tmp_path / "data"
    loaded = run("ingest", "people", file, "--json", "--tenant", "acme", "--data-dir", data)
    report = json.loads(loaded.out)[0]
    assert loaded.code == 0
    assert report["read"] == 2
    assert sum(report["quarantined"].values()) == 1
    listed = json.loads(run("quarantine", "--json", "--tenant", "acme", "--data-dir", data).out)
    assert [(row["line"], row["field"]) for row in listed] == [(3, "country")]
    assert listed[0]["remedy"]
    file.write_text("person_id,name,country,observed_at\nP2,Bo,FR,2026-01-01\n", "utf-8")
    assert run("ingest", "people", file, "--tenant", "acme", "--data-dir", data).code == 0
    assert json.loads(run("quarantine", "--json", "--tenant", "acme", "--data-dir", data).out) == []


def test_the_quarantine_says_how_much_it_does_not_show(run: Run, sample_dir: Path) -> None:
    shown = run("quarantine", "--limit", "3", "--data-dir", sample_dir).out
    assert shown.count("MISSING_REFERENCE") == 3
    assert shown.splitlines()[-1].endswith("in quarantine; these are the first 3, see --limit")
    assert shown.splitlines()[-1].startswith("312 ")


def test_a_full_disk_is_said_whatever_the_embedded_server_says(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise StoreUnavailable("The embedded store did not start.")

    monkeypatch.setattr(opening, "open_embedded", broken)
    assert "did not start" in run("graph", "stats", "--data-dir", tmp_path).err
    monkeypatch.setattr(opening, "LEAST_ROOM", shutil.disk_usage(tmp_path).total * 2)
    shown = run("graph", "stats", "--data-dir", tmp_path)
    assert shown.code == 3
    assert f"no space left for {tmp_path}" in shown.err
