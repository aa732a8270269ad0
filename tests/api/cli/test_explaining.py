"""Answers in words, and the evaluation, as a person types them on the sample company; the model is a fake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.cli.explaining import Told
from ontology.errors import BadInput
from tests.api.cli.conftest import Run
from tests.api.narration.model_server import MODEL, model_server, truthful

GAP = ("query", "skill-gap", "--person", "NE-0042", "--to", "Grid Data Scientist", "--explain")


def test_a_model_is_asked_where_one_is_named_and_its_share_is_told(
    run: Run, sample_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with model_server() as server:
        server.speaker = lambda document, claim: (
            truthful(document, claim) if claim is document["claims"][0] else "It will all turn out well."
        )
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("CAIRN_MODEL", MODEL)
        monkeypatch.setenv("CAIRN_MODEL_REWORDINGS", "0")
        shown = run(*GAP, "--length", "brief", "--data-dir", sample_dir)
        assert not any("Guerreiro" in prompt for prompt in server.prompts)
        assert server.requests
    assert shown.code == 0
    assert shown.out.startswith("You meet ")
    assert "[1] Grid Data Scientist —requires skill→" in shown.out
    assert f"1 of 4 sentences worded by {MODEL}; templates instead: " in shown.out
    assert "turn out well" not in shown.out


def test_words_in_another_language_as_flat_json(run: Run, sample_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    told = json.loads(run(*GAP, "--locale", "de-AT", "--json", "--data-dir", sample_dir).out)
    assert told["locale"] == "de"
    assert told["text"].startswith("Sie erfüllen ")
    numbers = {one["number"] for one in told["citations"]}
    assert {number for one in told["sentences"] for number in one["cites"]} == numbers
    assert told["answerId"]


def test_an_operator_judges_on_the_own_graph(
    run: Run, sample_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    out = tmp_path / "sentences.jsonl"
    shown = run("eval", "explanations", "--questions", "6", "--out", out, "--json", "--data-dir", sample_dir)
    report = json.loads(shown.out)
    assert (shown.code, report["questions"], report["support"], report["model"]) == (0, 6, 1.0, None)
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert len(lines) == report["sentences"] > 20
    assert all(line["edge_ids"] and line["supported"] for line in lines)


@pytest.mark.parametrize("told", [Told(audience="boss"), Told(length="endless"), Told(mode="shout")])
def test_a_choice_that_does_not_exist_is_named(told: Told) -> None:
    with pytest.raises(BadInput, match="no such choice"):
        told.variables()
