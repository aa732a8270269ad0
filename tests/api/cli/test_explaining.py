"""Answers in words, and the evaluation, as a person types them on the sample company; the model is a fake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer

from api.cli import queries
from api.cli.app import app
from api.cli.explaining import Told
from ontology.errors import BadInput
from tests.api.cli.conftest import Run
from tests.api.narration.model_server import MODEL, model_server, truthful

__all__ = ["queries"]
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


def test_a_past_moment_is_honoured_in_words_too(run: Run, sample_dir: Path) -> None:
    for question in (GAP, ("query", "mentor-match", *GAP[2:]), ("query", "career-path", *GAP[2:])):
        past = run(*question, "--as-of", "2020-01-01T00:00:00Z", "--data-dir", sample_dir)
        assert (past.code, past.out) == (2, "")
        assert "The graph of that moment is not kept." in past.err


def test_every_question_is_told_in_words(run: Run, sample_dir: Path) -> None:
    """Also those whose answer claims nothing here: that is said."""
    why = ("query", "why-not", "Data Scientist", *GAP[2:], "--alternatives", "1", "--length", "brief")
    assert run(*why, "--data-dir", sample_dir).out.startswith("You have held the role of Data Analyst since ")
    for asked in (("plays", "--person", "NE-0042"), ("policy", "How many days from home?", "--first", "2")):
        assert "Nothing here rests on an edge" in run("query", *asked, "--explain", "--data-dir", sample_dir).out
    refused = run("themes", "ask", "What hangs together?", "--explain", "--as", "coach", "--data-dir", sample_dir)
    assert (refused.code, "does not allow" in refused.err) == (4, True)


def test_the_options_are_the_same_everywhere() -> None:
    """One declaration: each command that tells in words has all five, with the same help."""
    told = {}
    for command in typer.main.get_command(app).commands["query"].commands.values():  # type: ignore[attr-defined]
        options = {one.name: (one.opts, one.help, one.default) for one in command.params}
        if "explain" in options:
            told[command.name] = [options[name] for name in ("explain", "locale", "audience", "length", "wording")]
            assert "told" not in options
    assert len(told) >= 11
    assert len({str(options) for options in told.values()}) == 1


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
