"""A running service and a second command on the same embedded store: what one loads, the other answers with."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.cli.asking import Ask, over_http
from graph.embedded_joining import is_served
from ingestion.sample import FLAGSHIP
from tests.api.cli.conftest import Run

GAP = """query($input: SkillGapInput!) { skillGap(input: $input) {
  __typename ... on SkillGapAnswer { coverage } ... on Problem { code } } }"""
FIND = """query($input: SearchInput!) { search(input: $input) {
  ... on SearchAnswer { hits { match node { name } } } } }"""
WITHDRAWAL = "person_id,purposes,status,given_at\n{person},skill_gap,withdrawn,2026-11-01T08:00:00Z\n"
NEW_ROLE = "role_id,name,family,level,observed_at\nquantum-forecaster,Quantum Forecaster,Data,5,2026-11-01\n"


@pytest.fixture
def data_dir(sample_dir: Path, tmp_path: Path) -> Path:
    """A copy of the sample store that a test may change."""
    return Path(shutil.copytree(sample_dir, tmp_path / "data"))


@pytest.fixture
def service(data_dir: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """``cairn serve`` as a process of its own, and where it answers."""
    command = [sys.executable, "-c", "from api.cli import main; main()", "serve", "--dev-issuer", "--port", "0"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "CAIRN_"))}
    process = subprocess.Popen(
        [*command, "--data-dir", str(data_dir)], stderr=subprocess.PIPE, text=True, env=environment
    )
    assert process.stderr is not None
    said = process.stderr.readline()
    found = re.search(r"at (http://\S+)", said)
    assert found, said
    yield process, found[1]
    if process.poll() is None:
        process.kill()
    process.wait(10)
    process.stderr.close()


def asker(run: Run, url: str, data_dir: Path) -> Ask:
    token = run("token", "--person", FLAGSHIP.person_id, "--data-dir", data_dir).out.strip()
    return over_http(url, token)


def test_a_withdrawal_loaded_by_another_command_counts_on_the_next_answer(
    run: Run, service: tuple[subprocess.Popen[str], str], data_dir: Path, tmp_path: Path
) -> None:
    ask = asker(run, service[1], data_dir)
    question = {"input": {"person": FLAGSHIP.person_id, "targetRole": FLAGSHIP.target_role_id}}
    assert ask(GAP, question)["skillGap"]["__typename"] == "SkillGapAnswer"
    file = tmp_path / "consents.csv"
    file.write_text(WITHDRAWAL.format(person=FLAGSHIP.person_id))
    loaded = run("ingest", "consents", file, "--observed-at", "2026-11-01", "--data-dir", data_dir, "--json")
    assert json.loads(loaded.out)[0]["applied"] == 1
    assert ask(GAP, question)["skillGap"] == {"__typename": "ConsentMissing", "code": "CONSENT_MISSING"}


def test_new_data_is_found_without_a_restart_and_the_service_outlives_its_guest(
    run: Run, service: tuple[subprocess.Popen[str], str], data_dir: Path, tmp_path: Path
) -> None:
    process, url = service
    ask = asker(run, url, data_dir)
    wanted = {"input": {"text": "Quantum Forecaster", "kinds": ["ROLE"], "first": 1}}
    assert all(hit["match"] != "EXACT" for hit in ask(FIND, wanted)["search"]["hits"])
    file = tmp_path / "roles.csv"
    file.write_text(NEW_ROLE)
    assert run("ingest", "roles", file, "--data-dir", data_dir).code == 0
    deadline = time.monotonic() + 30
    hits = ask(FIND, wanted)["search"]["hits"]
    while (not hits or hits[0]["match"] != "EXACT") and time.monotonic() < deadline:
        time.sleep(0.2)
        hits = ask(FIND, wanted)["search"]["hits"]
    assert hits[0] == {"match": "EXACT", "node": {"name": "Quantum Forecaster"}}
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    assert not is_served(data_dir / "store")
