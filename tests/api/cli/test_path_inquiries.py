"""The questions around career paths as a person types them, on the sample company."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from api.cli.asking import Json, sentences
from api.cli.path_inquiries import _interests, _learned, _need, _opened
from api.cli.path_query import preference
from ingestion.sample import FLAGSHIP
from ontology.errors import BadInput
from tests.api.cli.conftest import Run

WHO = ("--person", FLAGSHIP.person_id)
TO = ("--to", "Grid Data Scientist")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("career-path", *WHO, *TO, "--max-months", "20", "--only-observed"), "In conflict"),
        (("why-not", "Data Engineer", *WHO, *TO), "lost to:"),
        (("who-could-reach", *TO, "--months", "36", "--as", "coach", "--first", "1"), "Who could reach"),
    ],
)
def test_questions_are_answered_in_words(run: Run, sample_dir: Path, command: tuple[str, ...], said: str) -> None:
    shown = run("query", *command, "--data-dir", sample_dir)
    assert (shown.code, shown.err) == (0, "")
    assert said in shown.out
    assert "no longer available" not in shown.out


def test_as_json_every_citation_resolves(run: Run, sample_dir: Path) -> None:
    shown = run("query", "what-if", *WHO, *TO, "--close", "Data Scientist", "--json", "--data-dir", sample_dir)
    answer = json.loads(shown.out)
    cited = {edge for said in sentences(answer["supposed"]) for edge in said["edgeIds"]}
    assert cited
    assert cited <= {edge["id"] for edge in answer["citedEdges"]}
    roles = {step["to"]["name"] for path in answer["supposed"]["paths"] for step in path["steps"]}
    assert "Data Scientist" not in roles


def ask(document: str, variables: Mapping[str, object]) -> Json:
    """Finds whatever is asked for, under an id made of its name."""
    given = variables["input"]
    assert isinstance(given, dict)
    hit = {"match": "EXACT", "node": {"id": f"id of {given['text']}", "name": given["text"]}}
    return {"search": {"__typename": "SearchAnswer", "hits": [hit]}}


def test_what_is_typed_is_read() -> None:
    assert preference("family=Data:3") == {"kind": "FAMILY", "months": 3.0, "text": "Data"}
    assert preference("pay=60000") == {"kind": "PAY", "number": 60000.0}
    assert preference("observed:1.5") == {"kind": "OBSERVED", "months": 1.5}
    assert _learned(ask, "Machine learning=4") == {"skill": "id of Machine learning", "level": 4.0}
    assert _learned(ask, "SQL") == {"skill": "id of SQL", "level": 3.0}
    assert _opened(ask, "A -> B=7") == {"from": "id of A", "to": "id of B", "observed": 7}
    assert _need(ask, "A:SQL=2.5") == {"role": "id of A", "skill": "id of SQL", "level": 2.5}
    assert _need(ask, "A:SQL") == {"role": "id of A", "skill": "id of SQL"}
    assert _interests(ask, ["role=A", "family=Data"]) == {"roles": ["id of A"], "skills": [], "families": ["Data"]}


def test_what_cannot_be_read_is_said() -> None:
    for read, text in ((_opened, "A"), (_need, "A"), (_learned, "SQL=much")):
        with pytest.raises(BadInput):
            read(ask, text)
    for text in ("colour=blue", "pay=much", "family=Data:soon"):
        with pytest.raises(BadInput):
            preference(text)
    with pytest.raises(BadInput):
        _interests(ask, ["Data"])
